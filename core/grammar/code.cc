// Codes: phones, postcodes, CUP, CIG, IBAN, VAT numbers, versions, URLs, e-mail, names that mix
// letters and digits ("G20", "M1C1", "Covid-19", "5G").

#include <algorithm>
#include <array>

#include "core/grammar/no_fact.h"
#include "core/lexicon/calendar.h"
#include "core/lexicon/reference_cue.h"

namespace cifra {
namespace {

constexpr uint32_t kLongestRun = 64;       // tokens without a space between them
constexpr uint32_t kLongestAddress = 512;  // … of a URL with its parameters

NoFact code_found(uint32_t last, std::string_view rule) {
  return {last, Kind::kReference, std::nullopt, "", rule};
}

bool joins_code(const Token& token) {
  return token.is("-") || token.is("_") || token.is("/") || token.is(".") || token.is("@") ||
         token.is(":") || token.is("=") || token.is("&") || token.is("?") || token.is("#") ||
         token.is("~") || token.is("%") || token.is("+");
}

struct Run {
  uint32_t last = 0;  // past its last word or numeral
  int words = 0;
  int numerals = 0;
  bool address = false;  // a URL or an e-mail
  bool all_capitals = true;
};

// Marks that only an address holds, and those that end one.
bool joins_address(const Token& token) {
  return !token.is("<") && !token.is(">") && !token.is("\"") && !token.is("\u201D") &&
         !token.is("\u00BB") && !token.is(")") && !token.is("]");
}

// An address broken at a line's end: "https://esempio.it/bandi/⏎2021?n=5".
bool goes_on_below(const Tokens& tokens, uint32_t at) {
  const Token& token = tokens[at];
  if (!token.line_break_before || token.blank_line_before) return false;
  const Token& before = tokens[at - 1];
  if (token.is("&") || token.is("?"))
    return is_glued(tokens, at + 1);  // "&voce=3" at a line's begin
  const bool open = before.is("/") || before.is("=") || before.is("&") || before.is("?") ||
                    before.is("_") || before.is("%") || before.is("-");
  const bool word = token.is_word() && !token.capital;
  return open && (word || token.is_numeral() || token.is("_")) &&
         (is_glued(tokens, at + 1) || token.is_numeral());
}

// Words, numerals and joining marks from `at` on without a space.
Run run_at(const Tokens& tokens, uint32_t at) {
  Run run;
  bool parameter = false;  // "&categoria=1"
  for (uint32_t i = at; i < tokens.size() && i < at + kLongestAddress; ++i) {
    const Token& token = tokens[i];
    if (!run.address && i >= at + kLongestRun) break;
    if (i > at && !is_glued(tokens, i) && !(run.address && goes_on_below(tokens, i))) break;
    if (token.is_word()) {
      if (token.folded.ends_with('\'') && !run.address) break;
      ++run.words;
      run.all_capitals =
          run.all_capitals && (token.all_capitals || (token.capital && token.folded.size() == 1));
      run.last = i + 1;
      const bool top_level = token.is("it") || token.is("com") || token.is("eu") ||
                             token.is("org") || token.is("gov") || token.is("net");
      run.address = run.address || token.is("http") || token.is("https") || token.is("www") ||
                    (top_level && i > at + 1 && tokens.is(i - 1, ".") && tokens[i - 2].is_word());
    } else if (token.is_numeral()) {
      ++run.numerals;
      run.last = i + 1;
    } else if (joins_code(token)) {
      const bool asks = token.is("&") || token.is("?");
      run.address = run.address || token.is("@") || (parameter && token.is("="));
      parameter = parameter || asks ||
                  (token.is("=") && i + 2 < tokens.size() && tokens.is(i + 2, "&") &&
                   is_glued(tokens, i + 2));
      run.address = run.address || (parameter && token.is("="));
    } else if (!run.address || !joins_address(token)) {
      break;
    }
  }
  return run;
}

// Digits in groups, at least `least` of them: "06 6723.3235", "+39 02-12345", "800 123 456".
std::optional<uint32_t> phone_at(const Tokens& tokens, uint32_t at, size_t least) {
  size_t digits = 0;
  uint32_t last = at;
  for (uint32_t i = at; i < tokens.size() && i < at + 16; ++i) {
    const Token& token = tokens[i];
    if (token.is_numeral() && !token.blank_line_before) {
      digits += token.folded.size();
      last = i + 1;
    } else if (!(token.is("+") || token.is("(") || token.is(")") || token.is("-") ||
                 token.is("/") || token.is("."))) {
      break;
    } else if (token.is(".") && !is_glued(tokens, i + 1)) {
      break;
    }
  }
  return digits >= least ? std::optional(last) : std::nullopt;
}

// The digits after "tel.:", "P.IVA", "IBAN", "CUP n.".
std::optional<NoFact> after_cue(const Stretch& stretch, uint32_t at) {
  const Tokens& tokens = stretch.tokens;
  const Cue cue = facts_of(tokens[at]).cue;
  uint32_t number = at + 1;
  const auto is_filler = [&](uint32_t i) {
    return tokens.is(i, ".") || tokens.is(i, ":") || tokens.is(i, "n") || tokens.is(i, "nr") ||
           tokens.is(i, "numero") || tokens.is(i, "codice");
  };
  while (number < at + 5 && is_filler(number)) ++number;
  if (number >= tokens.size() || tokens[number].starts_sentence) return std::nullopt;
  // "numero verde 800 123 456": a colour unless a long number follows
  if (tokens.is(at, "verde")) {
    const auto last = phone_at(tokens, number, 8);
    return last ? std::optional(code_found(*last, "code.phone")) : std::nullopt;
  }
  if (cue == Cue::kPhone) {
    const auto last = phone_at(tokens, number, 3);
    if (!last) return std::nullopt;
    // "tel. 0721 887766 oppure 800.123.456"
    uint32_t end = *last;
    while (tokens.is(end, "oppure") || tokens.is(end, "o") || tokens.is(end, "e") ||
           tokens.is(end, ",") || tokens.is(end, ";")) {
      const auto another = phone_at(tokens, end + 1, 6);
      if (!another) break;
      end = *another;
    }
    return code_found(end, "code.phone");
  }
  if (cue != Cue::kCode) return std::nullopt;
  const bool lower_word =
      !tokens[at].all_capitals && !tokens.is(at, "iva") && !tokens.is(at, "fiscale");
  if (lower_word && !tokens.is(at + 1, ".")) return std::nullopt;
  if (!tokens[number].is_numeral() && !tokens[number].is_word()) return std::nullopt;
  Run run = run_at(tokens, number);
  if (run.numerals == 0) return std::nullopt;
  // "partita Iva: 3.535" counts them
  if (run.words == 0 && tokens[number].folded.find_first_of(".,") != std::string_view::npos) {
    return std::nullopt;
  }
  // "IVA 22%" is a rate; a code is long
  const bool iban = tokens.is(at, "iban");
  if (tokens.span({number, run.last}).size() < 5 && !iban) return std::nullopt;
  if (run.last < tokens.size() && is_quantity_word(tokens[run.last])) return std::nullopt;
  // an IBAN in groups of four
  uint32_t last = run.last;
  while (iban && last < tokens.size() && last < number + 24 &&
         (tokens[last].is_numeral() || tokens[last].all_capitals ||
          (tokens[last].capital && tokens[last].folded.size() == 1))) {
    ++last;
  }
  return code_found(last, "code.cue");
}

// "numero verde 800.123.456", "numero di pubblica utilità: 117", "numero unico 112".
std::optional<NoFact> phone_number(const Tokens& tokens, uint32_t at) {
  uint32_t next = at + 1;
  if (tokens.is(next, "di") &&
      (tokens.is(next + 1, "pubblica") || tokens.is(next + 1, "emergenza") ||
       tokens.is(next + 1, "telefono") || tokens.is(next + 1, "soccorso"))) {
    next += 2;
    if (tokens.is(next, "utilita")) ++next;
  } else if (tokens.is(next, "verde") || tokens.is(next, "unico") || tokens.is(next, "gratuito") ||
             tokens.is(next, "rosa") || tokens.is(next, "blu") || tokens.is(next, "nero") ||
             tokens.is(next, "antiviolenza") || tokens.is(next, "breve") ||
             tokens.is(next, "telefonico")) {
    ++next;
  } else {
    return std::nullopt;
  }
  for (int words = 0; words < 4 && next < tokens.size() && !tokens[next].is_numeral(); ++words) {
    if (!tokens[next].is_word() && !tokens.is(next, ":") && !tokens.is(next, ",")) {
      return std::nullopt;
    }
    ++next;
  }
  const auto last = phone_at(tokens, next, 3);
  if (!last || *last == next) return std::nullopt;
  return code_found(*last, "code.phone");
}

constexpr WordLiteral kStreets[] = {"via",    "viale",    "piazza",   "corso",
                                    "largo",  "piazzale", "vicolo",   "lungotevere",
                                    "strada", "contrada", "localita", "p.zza"};

bool is_street(const Token& token) { return is_one_of(token, kStreets); }

// A street before a postcode, not far off.
bool address_before(const Tokens& tokens, uint32_t at) {
  for (uint32_t back = 1; back <= 12 && back <= at; ++back) {
    if (is_street(tokens[at - back])) return true;
    if (tokens[at - back].starts_sentence && back > 1) return false;
  }
  return false;
}

// The name of a street right before: "Largo Chigi", "via Cesare Balbo", "piazza della Repubblica".
bool street_name_before(const Tokens& tokens, uint32_t at) {
  if (at < 2 || !tokens[at - 1].capital) return false;
  for (uint32_t back = 1; back <= 5 && back <= at; ++back) {
    const Token& token = tokens[at - back];
    if (back > 1 && is_street(token)) return true;
    if (!token.is_word() || (token.starts_sentence && back > 1)) return false;
    if (!token.capital && token.folded.size() > 5) return false;
  }
  return false;
}

std::optional<NoFact> numeral_code(const Tokens& tokens, uint32_t at) {
  const std::string_view digits = tokens[at].folded;
  const bool plain = integer_at(tokens, at).has_value() ||
                     digits.find_first_not_of("0123456789") == std::string_view::npos;
  if (plain) {
    const size_t size = digits.size();
    if (digits[0] == '0' && size > 2) {
      const auto phone = size < 5 ? phone_at(tokens, at, 8) : std::nullopt;  // "0721 123456"
      return code_found(phone.value_or(at + 1), "code.leading_zero");
    }
    if (digits[0] == '0' && size == 2) {
      const auto last = phone_at(tokens, at, 6);
      if (last && *last > at + 1) return code_found(*last, "code.phone");
    }
    if (size >= 7 && digits.find_first_not_of('9') == std::string_view::npos) {
      return code_found(at + 1, "code.sentinel");
    }
    if (size == 5 && is_word_at(tokens, at + 1) && tokens[at + 1].capital &&
        address_before(tokens, at)) {
      return code_found(at + 1, "code.postcode");
    }
    // the house number of an address: "via Roma, 12", "Largo Chigi 19"
    const bool after_comma =
        at > 1 && tokens.is(at - 1, ",") && tokens[at - 2].capital && address_before(tokens, at);
    if (size <= 4 && (after_comma || street_name_before(tokens, at)) &&
        !may_be_counted(tokens, at + 1) &&
        !(at + 1 < tokens.size() && is_quantity_word(tokens[at + 1]))) {
      return code_found(at + 1, "code.house_number");
    }
  } else {
    // "3.1.2" is a version or a section: its groups are not all of three digits
    size_t dots = 0;
    bool grouped = true;
    size_t since = 0;
    for (size_t i = 0; i <= digits.size(); ++i) {
      if (i < digits.size() && digits[i] >= '0' && digits[i] <= '9') {
        ++since;
        continue;
      }
      if (i < digits.size() && digits[i] != '.') return std::nullopt;
      if (dots > 0 && since != 3) grouped = false;
      if (i < digits.size()) ++dots;
      since = 0;
    }
    if (dots >= 2 && !grouped && digits.size() < 16) {
      const bool cents = digits.size() > 3 && digits[digits.size() - 3] == '.' && dots == 2 &&
                         digits.find('.') <= 3 &&
                         digits.size() - digits.find('.') == 7;  // 37.206.00
      if (!cents) return code_found(at + 1, "code.version");
    }
  }
  return std::nullopt;
}

bool begins_run(const Tokens& tokens, uint32_t at) {
  if (!is_glued(tokens, at)) return true;
  const Token& before = tokens[at - 1];
  return !before.is_word() && !before.is_numeral() && !joins_code(before);
}

bool is_generation(const Token& token) {
  return token.capital && token.folded.size() == 1 &&
         std::string_view("bdefg").find(token.folded[0]) != std::string_view::npos;
}

// "COM(2015) 192", "SWD (2020) 98".
std::optional<NoFact> act_of_union(const Tokens& tokens, uint32_t at) {
  const Token& token = tokens[at];
  const bool series = token.is("com") || token.is("swd") || token.is("sec") || token.is("join") ||
                      (token.is("c") && tokens.is(at + 1, "(") && is_glued(tokens, at + 1));
  if (!series || !token.capital || !tokens.is(at + 1, "(") || !year_at(tokens, at + 2) ||
      !tokens.is(at + 3, ")") || !integer_at(tokens, at + 4)) {
    return std::nullopt;
  }
  return code_found(at + 5, "code.act");
}

}  // namespace

bool may_begin_run(const Tokens& tokens, uint32_t at) {
  const uint32_t next = at + 1;
  if (!is_glued(tokens, next) || tokens[at].folded.ends_with('\'')) return false;
  const Token& after = tokens[next];
  if (after.type != TokenClass::kSymbol || after.is("@")) return true;
  // a full stop or a comma at the word's end joins nothing, except after "www" and "http"
  return (is_glued(tokens, next + 1) && joins_code(after)) ||
         tokens[at].folded.starts_with("www") || tokens[at].folded.starts_with("http");
}

std::optional<NoFact> match_code(const Stretch& stretch, uint32_t at) {
  const Tokens& tokens = stretch.tokens;
  const Token& token = tokens[at];
  if (token.is("+") && is_glued(tokens, at + 1) && integer_at(tokens, at + 1) &&
      tokens.is(at + 1, "39")) {
    if (const auto last = phone_at(tokens, at, 8)) return code_found(*last, "code.phone");
  }
  if (token.is_word()) {
    if (token.is("numero")) {
      if (auto found = phone_number(tokens, at)) return found;
    }
    if (auto found = after_cue(stretch, at)) return found;
  }
  if (token.is_numeral()) {
    if (auto found = numeral_code(tokens, at)) return found;
  }
  if (!token.is_word() && !token.is_numeral()) return std::nullopt;
  if (auto found = act_of_union(tokens, at)) return found;
  // "Covid- 19", "SARS-CoV- 2": set with a space
  if ((token.is("covid") || token.is("cov")) && tokens.is(at + 1, "-") &&
      is_glued(tokens, at + 1) && integer_at(tokens, at + 2)) {
    return code_found(at + 3, "code.letters_and_digits");
  }
  if (at + 1 >= tokens.size() || !is_glued(tokens, at + 1) || !begins_run(tokens, at)) {
    return std::nullopt;
  }
  const Run run = run_at(tokens, at);
  if (run.address) return code_found(run.last, "code.address");
  if (run.numerals == 0 || run.words == 0) return std::nullopt;
  const bool quantity_after = run.last < tokens.size() &&
                              (is_quantity_word(tokens[run.last]) ||
                               (tokens.is(run.last, "per") && tokens.is(run.last + 1, "cento")));
  // "T+2", "n+3": so many days or years after
  const bool letter = token.capital || token.is("n") || token.is("t");
  if (token.is_word() && token.folded.size() == 1 && letter && tokens.is(at + 1, "+") &&
      is_numeral_at(tokens, at + 2)) {
    return code_found(at + 3, "code.days_after");
  }
  if (token.is_word()) {
    // letters first: "G20", "M1C1", "Covid-19", "F24"; but "al13%", "EUR3.000", "giugno2021"
    constexpr WordClasses kOpenClasses = kNominal | kIrregularParticiple | kAdjective;
    if ((facts_of(token).classes & ~kOpenClasses) || is_quantity_word(token) ||
        facts_of(token).month != 0 || facts_of(token).cue == Cue::kStrong) {
      return std::nullopt;
    }
    const uint32_t second = at + 1;
    const bool joined =
        tokens[second].is_numeral() || tokens.is(second, "-") || tokens.is(second, "_");
    if (!joined || (quantity_after && !run.all_capitals)) return std::nullopt;
    if (tokens.is(second, "-") && !is_numeral_at(tokens, second + 1) && !run.all_capitals &&
        !token.all_capitals) {
      // "Castel-Gandolfo-3" is not worth a rule of its own
      if (run.words > 3) return std::nullopt;
    }
    if (run.last < tokens.size() && facts_of(tokens[run.last]).month != 0) return std::nullopt;
    return code_found(run.last, "code.letters_and_digits");
  }
  // digits first: "5G", "3D", "5x1000", CIG and CUP
  const Token& second = tokens[at + 1];
  if (run.words == 1 && run.numerals == 1 && is_generation(second) && token.folded.size() < 3) {
    return code_found(at + 2, "code.generation");
  }
  if (second.is("x") && at + 2 < run.last) return code_found(run.last, "code.five_per_mille");
  const bool mixed = run.words + run.numerals >= 3 && run.all_capitals && second.is_word() &&
                     !is_quantity_word(second);
  if (mixed && tokens.span({at, run.last}).size() >= 6) {
    return code_found(run.last, "code.letters_and_digits");
  }
  return std::nullopt;
}

}  // namespace cifra
