// References: a cue and the numbers it names. "art. 1, comma 399", "commi 634-636", "n. 147/2013",
// "D.L. 34/2020", "pagg. 12 e 13", "misura 1.4.1", "(UE) 2016/679", "33-septies".
//
// "n. 12 posti" is a count: a plural noun right after an "n." that no act precedes.

#include "core/lexicon/reference_cue.h"

#include "core/grammar/no_fact.h"
#include "core/grammar/noun_phrase.h"
#include "core/lexicon/word_list.h"

namespace cifra {
namespace {

constexpr uint32_t kReachOfAct = 8;  // tokens from the kind of an act to its number

bool is_quantity_after(const Tokens& tokens, uint32_t at) {
  if (at >= tokens.size()) return false;
  if (is_quantity_word(tokens[at])) return true;
  return tokens.is(at, "per") && (tokens.is(at + 1, "cento") || tokens.is(at + 1, "mille"));
}

// The end of one number of a reference with what is glued to it: "34/2020", "33-septies", "558
// bis", "12A", "99.999°".
uint32_t end_of_number(const Tokens& tokens, uint32_t at) {
  uint32_t last = at + 1;
  for (int part = 0; part < 6 && last < tokens.size(); ++part) {
    const Token& token = tokens[last];
    if (is_article_suffix(token.folded)) {
      ++last;
    } else if ((token.is("/") || token.is("-") || token.is(".")) && is_glued(tokens, last) &&
               is_glued(tokens, last + 1) &&
               (tokens[last + 1].is_numeral() || is_article_suffix(tokens[last + 1].folded) ||
                (token.is("/") && tokens[last + 1].is_word()))) {
      last += 2;
    } else if (is_glued(tokens, last) && (token.is("\u00B0") || token.is("^"))) {
      ++last;
    } else if (is_glued(tokens, last) && token.is_word() && !is_quantity_word(token)) {
      ++last;
    } else {
      break;
    }
  }
  return last;
}

// Whether a day and month stand at `at`: then the number belongs to the date.
bool begins_date(const Stretch& stretch, uint32_t at) {
  const auto date = match_date(stretch, at);
  return date && date->last > at + 1 && date->rule != std::string_view("date.years");
}

// Goes over ", 3 e 4", "-636", "alla n. 80" after the first number of a list.
uint32_t end_of_list(const Stretch& stretch, uint32_t last) {
  const Tokens& tokens = stretch.tokens;
  for (;;) {
    uint32_t next = last;
    bool joined = false;
    while (next < tokens.size() && next < last + 4) {
      const Token& token = tokens[next];
      const bool joins = token.is(",") || token.is("e") || token.is("ed") || token.is("o") ||
                         token.is("-") || token.is("/") || token.is("a") || token.is("al") ||
                         token.is("alla") || token.is(";");
      const bool filler = token.is("il") || token.is("n") || token.is(".") || token.is("nn");
      if (!joins && !(filler && joined)) break;
      joined = true;
      ++next;
    }
    if (!joined || !is_numeral_at(tokens, next) || tokens[next].starts_sentence) return last;
    const uint32_t end = end_of_number(tokens, next);
    if (is_quantity_after(tokens, end) || may_be_counted(tokens, end)) return last;
    if (begins_date(stretch, next)) return last;
    last = end;
  }
}

bool is_small_number(const Token& token) {
  if (token.folded.find(',') != std::string_view::npos) return false;
  const size_t dot = token.folded.find('.');
  if (dot == std::string_view::npos) return token.folded.size() <= 4;
  // "1.4.1" names a part; "1.400" is a quantity
  return token.folded.size() - dot - 1 < 3 || token.folded.find('.', dot + 1) < dot + 3;
}

// "legge 104", "D.L. 34/2020": a number after an act that is no act of its own counts nothing.
bool act_before(const Tokens& tokens, uint32_t at) {
  for (uint32_t back = 1; back <= 4 && back <= at; ++back) {
    const Token& token = tokens[at - back];
    if (token.is(";") || token.is(":") || token.starts_sentence) return false;
    const Cue cue = facts_of(token).cue;
    if (cue == Cue::kStrong || cue == Cue::kPhone || cue == Cue::kCode) return true;
    if (token.is_numeral() && back <= 2) return true;  // "2013, n. 147"
  }
  return false;
}

// "linea |di intervento| 5", "asse |d'azione| 1"
uint32_t past_kind(const Tokens& tokens, uint32_t at) {
  static const WordSet kinds("intervento azione attivita finanziamento investimento");
  const bool of = tokens.is(at, "di") || tokens.is(at, "d'");
  return of && is_word_at(tokens, at + 1) && kinds.has(tokens[at + 1].folded) ? at + 2 : at;
}

std::optional<NoFact> after_cue(const Stretch& stretch, uint32_t at, Cue cue) {
  const Tokens& tokens = stretch.tokens;
  const Token& token = tokens[at];
  uint32_t number = past_kind(tokens, at + 1);
  const bool dotted = tokens.is(number, ".") && is_glued(tokens, number);
  if (dotted) ++number;
  if (needs_dot(token.folded) && !dotted) return std::nullopt;
  // "legge n. 178", "tabella n. 3", "protocollo numero 12", "numero: 117"
  while (number < at + 6 &&
         (tokens.is(number, "n") || tokens.is(number, "nr") || tokens.is(number, "nn") ||
          tokens.is(number, "numero") || tokens.is(number, "num") || tokens.is(number, ".") ||
          tokens.is(number, "\u00B0"))) {
    ++number;
  }
  if (number >= tokens.size() || tokens[number].blank_line_before) return std::nullopt;
  const bool is_number_sign = token.is("n") || token.is("nr") || token.is("nn") ||
                              token.is("num") || token.is("numero") || token.is("numeri");
  if (!is_numeral_at(tokens, number)) {
    const bool named =
        (cue == Cue::kWeak || token.is("numero") || token.is("comma") || token.is("articolo")) &&
        is_word_at(tokens, number) && has_trait(tokens[number], kSmallNumberWord) &&
        !may_be_counted(tokens, number + 1) && !is_quantity_after(tokens, number + 1);
    if (!named || token.folded.ends_with('i') || tokens.is(number, "una")) return std::nullopt;
    return NoFact{number + 1, Kind::kReference, std::nullopt, "", "reference.words"};
  }
  if (begins_date(stretch, number)) return std::nullopt;
  const uint32_t last = end_of_number(tokens, number);
  if (is_quantity_after(tokens, last)) return std::nullopt;
  // "N. 25 SEDIE", "n. 10 API": capitals name no act after "n." alone
  const bool in_capitals = is_number_sign && is_plural_noun(tokens, last) &&
                           tokens[last].all_capitals && !tokens[last].starts_sentence &&
                           tokens[last].folded.size() > 2;
  const bool counts = (may_be_counted(tokens, last) || in_capitals) &&
                      !tokens[last].line_break_before && !tokens[last].blank_line_before;
  if (is_number_sign && counts && last == number + 1 && !act_before(tokens, at)) {
    return std::nullopt;
  }
  if (cue == Cue::kWeak) {
    if (year_at(tokens, number)) return std::nullopt;
    if (token.is("quota") && !token.capital) return std::nullopt;  // "superano quota 122"
    if (!is_small_number(tokens[number]) || (counts && tokens[number].folded.size() > 1)) {
      return std::nullopt;
    }
    if (counts && !token.capital) return std::nullopt;
  }
  return NoFact{end_of_list(stretch, last), Kind::kReference, std::nullopt, "", "reference.cue"};
}

// "la circolare del Ministero 13824 del 22/02/2022": an act's number before its day.
std::optional<NoFact> dated_act(const Stretch& stretch, uint32_t at) {
  static const WordSet acts(
      "circolare nota parere avviso decreto delibera deliberazione verbale protocollo istanza "
      "comunicazione determina ordinanza lettera");
  const Tokens& tokens = stretch.tokens;
  if (!integer_at(tokens, at) || tokens[at].folded.size() < 2) return std::nullopt;
  if (!tokens.is(at + 1, "del") && !tokens.is(at + 1, "dell'")) return std::nullopt;
  if (at + 2 >= tokens.size()) return std::nullopt;
  const auto date = match_date(stretch, at + 2);
  if (!date || !date->rule.starts_with("date.") || date->last == at + 3) return std::nullopt;
  for (uint32_t back = 1; back <= kReachOfAct && back <= at; ++back) {
    const Token& token = tokens[at - back];
    if (!token.is_word() || token.is("le") || token.is("i") || token.is("gli")) return std::nullopt;
    if (acts.has(token.folded)) {
      return NoFact{at + 1, Kind::kReference, std::nullopt, "", "reference.dated_act"};
    }
    if (token.starts_sentence) break;
  }
  return std::nullopt;
}

// "179/2012", "2016/679", "33-septies": what no cue need announce.
std::optional<NoFact> by_form(const Tokens& tokens, uint32_t at) {
  if (!integer_at(tokens, at)) return std::nullopt;
  const uint32_t mark = at + 1;
  if (!is_glued(tokens, mark) || !is_glued(tokens, mark + 1)) return std::nullopt;
  if (tokens.is(mark, "-") && is_article_suffix(tokens[mark + 1].folded)) {
    return NoFact{mark + 2, Kind::kReference, std::nullopt, "", "reference.suffix"};
  }
  if (!tokens.is(mark, "/")) return std::nullopt;
  const auto second = integer_at(tokens, mark + 1);
  if (!second) return std::nullopt;
  const bool number_year =
      year_at(tokens, mark + 1) && *integer_at(tokens, at) > 12 && !year_at(tokens, at);
  const bool year_number = year_at(tokens, at) && tokens[mark + 1].folded.size() > 2 &&
                           !(year_at(tokens, mark + 1) && *second > *integer_at(tokens, at) &&
                             *second <= *integer_at(tokens, at) + 30);
  if (!number_year && !year_number) return std::nullopt;
  return NoFact{end_of_number(tokens, mark + 1), Kind::kReference, std::nullopt, "",
                "reference.number_and_year"};
}

}  // namespace

std::optional<NoFact> match_reference(const Stretch& stretch, uint32_t at) {
  const Tokens& tokens = stretch.tokens;
  const Token& token = tokens[at];
  if (token.is_numeral()) {
    if (auto found = by_form(tokens, at)) return found;
    return dated_act(stretch, at);
  }
  if (token.is("\u00A7") && is_numeral_at(tokens, at + 1)) {
    return NoFact{end_of_list(stretch, end_of_number(tokens, at + 1)), Kind::kReference,
                  std::nullopt, "", "reference.cue"};
  }
  if (token.is("#") && integer_at(tokens, at + 1) && is_glued(tokens, at + 1)) {
    return NoFact{at + 2, Kind::kReference, std::nullopt, "", "reference.number_sign"};
  }
  if (!token.is_word()) return std::nullopt;
  // "(UE) 2019/2088", "UE n. 1303/2013"
  if (token.is("ue") || token.is("ce") || token.is("cee") || token.is("euratom")) {
    uint32_t number = at + 1;
    while (number < at + 5 &&
           (tokens.is(number, ")") || tokens.is(number, "n") || tokens.is(number, "."))) {
      ++number;
    }
    if (integer_at(tokens, number) && tokens.is(number + 1, "/") && is_glued(tokens, number + 1)) {
      return NoFact{end_of_list(stretch, end_of_number(tokens, number)), Kind::kReference,
                    std::nullopt, "", "reference.union"};
    }
    return std::nullopt;
  }
  const Cue cue = facts_of(token).cue;
  if (cue != Cue::kStrong && cue != Cue::kWeak) return std::nullopt;
  // "ai punti 15 e 16", "i Principi 2 e 3": a plural is one after its article alone
  if (is_plural_label(token.folded) &&
      (at == 0 || (classes_at(tokens, at - 1) & (kDefiniteArticle | kWithArticle)) == 0)) {
    return std::nullopt;
  }
  // "sono in azione 14 Canadair"
  if (token.is("azione") && at > 0 && tokens.is(at - 1, "in")) return std::nullopt;
  return after_cue(stretch, at, cue);
}

}  // namespace cifra
