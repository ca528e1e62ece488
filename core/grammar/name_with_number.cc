// Names that hold a number: "Industria 4.0", "Superbonus 110%", "24 ore su 24", "a 360 gradi",
// "Cinque Stelle". Those with a cue before a small number ("Fase 2", "Quota 100") are references;
// those of letters and digits ("G20", "5G") are codes.

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/grammar/no_fact.h"
#include "core/lexicon/reference_cue.h"
#include "core/lexicon/word_list.h"

namespace cifra {
namespace {

// Fixed phrases, folded words; the number is a word of them. A capital is asked for where `name`.
struct Phrase {
  std::string_view words;
  bool name;
};
constexpr Phrase kPhrases[] = {
    {"24 ore su 24", false},
    {"ventiquattr' ore su ventiquattro", false},
    {"ventiquattro ore su ventiquattro", false},
    {"7 giorni su 7", false},
    {"sette giorni su sette", false},
    {"7 su 7", false},
    {"24 su 24", false},
    {"365 giorni l' anno", false},
    {"365 giorni all' anno", false},
    {"360 gradi", false},
    {"360 \u00B0", false},
    {"trecentosessanta gradi", false},
    {"due diligence", false},
    {"quattro occhi", false},
    {"due passi", false},
    {"due piedi", false},
    {"mille proroghe", false},
    {"mille miglia", true},
    {"cinque terre", true},
    {"5 terre", true},
    {"cinque stelle", true},
    {"5 stelle", true},
    {"due sicilie", true},
    {"sei nazioni", true},
    {"tre cime", true},
    {"sette colli", true},
    {"quattro cantoni", true},
    {"zero emissioni", false},
    {"zero impatto", false},
    {"fit for 55", false},
    {"carta dei cento", true},
};

// The phrases that begin with a word, in the table's order.
std::span<const Phrase* const> phrases_beginning_with(const Token& word) {
  static const auto by_word = [] {
    WordMap<std::vector<const Phrase*>> made;
    for (const Phrase& phrase : kPhrases) {
      made[phrase.words.substr(0, phrase.words.find(' '))].push_back(&phrase);
    }
    return made;
  }();
  const auto found = by_word.find(word.folded, word.key);
  if (found == by_word.end()) return {};
  return found->second;
}

std::optional<uint32_t> phrase_at(const Tokens& tokens, uint32_t at, const Phrase& phrase) {
  uint32_t next = at;
  bool matches = true;
  for_each_word(phrase.words, [&](std::string_view word) {
    matches = matches && tokens.is(next, word);
    ++next;
  });
  if (!matches) return std::nullopt;
  if (phrase.name && !tokens[next - 1].capital) return std::nullopt;
  return next;
}

// Past "%" or "per cento" or "percento"; the same place when there is none.
uint32_t past_percent(const Tokens& tokens, uint32_t at) {
  if (tokens.is(at, "%") || tokens.is(at, "percento")) return at + 1;
  if (tokens.is(at, "per") && tokens.is(at + 1, "cento")) return at + 2;
  return at;
}

NoFact name_found(uint32_t last, std::string_view rule) {
  return {last, Kind::kReference, std::nullopt, "", rule};
}

constexpr uint32_t kReachOfLevel = 6;  // tokens from a verb of levels to its number

bool is_standard_body(const Token& token) {
  return token.all_capitals &&
         (token.is("uni") || token.is("en") || token.is("iso") || token.is("iec") ||
          token.is("cei") || token.is("din") || token.is("ieee") || token.is("etsi"));
}

// Verbs and nouns of moving from level to level: "passa dal 112 al 118".
bool is_level_word(const Token& token) {
  if (!token.is_word()) return false;
  return facts_of(token).change != ChangeWord::kNone || token.folded.starts_with("pass") ||
         token.folded.starts_with("arriv") || token.folded.starts_with("attest");
}

// "il cinque per mille", "8 per mille": what taxpayers give; "aliquota del 5 per mille" is a rate.
bool is_per_mille_of_taxes(const Tokens& tokens, uint32_t at) {
  static const WordSet numbers("2 5 8 due cinque otto");
  static const WordSet rates(
      "aliquota aliquote pari misura limite limiti tasso tassi circa oltre quasi almeno meno piu "
      "massimo massima minimo minima tassa tasse imposta imposte imu tasi tari addizionale "
      "prelievo "
      "canone contributo");
  const bool per = tokens.is(at + 1, "per") || tokens.is(at + 1, "x");
  if (!per || !tokens.is(at + 2, "mille") || !numbers.has(tokens[at].folded)) return false;
  const uint32_t after = at + 3;
  const bool of = after < tokens.size() && (classes_at(tokens, after) & kOf) != 0;
  if (of && !tokens.is(after + 1, "irpef") && !tokens.is(after + 1, "gettito")) return false;
  for (uint32_t back = 1; back <= 4 && back <= at; ++back) {
    const Token& token = tokens[at - back];
    if (token.is_numeral() || rates.has(token.folded) || is_level_word(token)) return false;
    if (tokens[at - back + 1].starts_sentence) break;
  }
  return true;
}

// Services and forms known by their number, after a singular article: "il 118", "con il 730".
bool is_known_number(std::string_view digits) {
  static const WordSet words("112 113 114 115 116117 117 118 1500 1515 1522 1530 1533 730 740 770");
  return words.has(digits);
}

bool is_named_by_number(const Tokens& tokens, uint32_t at) {
  if (at == 0 || !is_known_number(tokens[at].folded)) return false;
  const Token& before = tokens[at - 1];
  const bool one = before.is("il") || before.is("al") || before.is("del") || before.is("dal") ||
                   before.is("sul") || before.is("nel") || before.is("l'") || before.is("all'") ||
                   before.is("dell'") || before.is("dall'");
  if (!one) return false;
  for (uint32_t back = 1; back <= kReachOfLevel && back <= at; ++back) {
    const Token& token = tokens[at - back];
    const bool second = before.is("al") && token.is_numeral();
    if (second || is_level_word(token)) return false;
    if (token.starts_sentence) break;
  }
  const uint32_t next = at + 1;
  if (next >= tokens.size()) return true;
  // "dal 112 al 118", "il 730 del 2019": levels
  const bool level = (classes_at(tokens, next) & (kTo | kOf | kIn)) != 0 &&
                     next + 1 < tokens.size() && tokens[next + 1].is_numeral();
  if (level) return false;
  if (tokens.is(next, "per") && (tokens.is(next + 1, "cento") || tokens.is(next + 1, "mille"))) {
    return false;
  }
  return !is_quantity_word(tokens[next]) && !may_be_counted(tokens, next) &&
         !tokens[next].is_numeral();
}

// "4.0": a whole number and zero after the point.
bool is_generation(const Token& token) {
  return token.is_numeral() && token.folded.size() == 3 && token.folded.ends_with(".0");
}

// "DigComp", "OpenData".
bool is_camel(std::string_view word) {
  for (size_t i = 1; i < word.size(); ++i) {
    const bool lower_before = word[i - 1] >= 'a' && word[i - 1] <= 'z';
    if (lower_before && word[i] >= 'A' && word[i] <= 'Z') return true;
  }
  return false;
}

}  // namespace

std::vector<std::string_view> words_that_begin_names() {
  std::vector<std::string_view> words;
  for (const Phrase& phrase : kPhrases) {
    words.push_back(phrase.words.substr(0, phrase.words.find(' ')));
  }
  return words;
}

std::optional<NoFact> match_name(const Stretch& stretch, uint32_t at) {
  const Tokens& tokens = stretch.tokens;
  const Token& token = tokens[at];
  for (const Phrase* phrase : phrases_beginning_with(token)) {
    const auto last = phrase_at(tokens, at, *phrase);
    if (!last) continue;
    if (phrase->words.starts_with("360") || phrase->words.starts_with("trecentosessanta")) {
      if (at == 0 || !tokens.is(at - 1, "a")) continue;
    }
    if (phrase->words.starts_with("zero") && (at == 0 || !tokens.is(at - 1, "a"))) continue;
    return name_found(*last, "name.phrase");
  }
  if (is_per_mille_of_taxes(tokens, at)) return name_found(at + 3, "name.per_mille");
  if (!token.is_numeral() && !has_trait(token, kBeginsNoFact) && !token.all_capitals) {
    return std::nullopt;
  }
  if (is_generation(token) && at > 0 && tokens[at - 1].is_word()) {
    const bool quantity = at + 1 < tokens.size() && is_quantity_word(tokens[at + 1]);
    if (!quantity && past_percent(tokens, at + 1) == at + 1 &&
        (facts_of(tokens[at - 1]).classes & ~(kNominal | kAdjective)) == 0 &&
        !may_be_counted(tokens, at + 1)) {
      return name_found(at + 1, "name.generation");
    }
  }
  if (token.is_numeral() && is_named_by_number(tokens, at))
    return name_found(at + 1, "name.number");
  // "DigComp 2.2": a capital inside the name tells it from a row of a table; "indicatore RO 3.5"
  const bool letters = at > 1 && tokens[at - 1].all_capitals && tokens[at - 1].folded.size() < 4 &&
                       (tokens.is(at - 2, "indicatore") || tokens.is(at - 2, "indicatori") ||
                        tokens.is(at - 2, "codice"));
  if (token.is_numeral() && token.folded.size() == 3 && token.folded[1] == '.' && at > 0 &&
      (letters || is_camel(tokens.source(at - 1))) && !may_be_counted(tokens, at + 1) &&
      !(at + 1 < tokens.size() && is_quantity_word(tokens[at + 1])) && !tokens.is(at + 1, "%")) {
    return name_found(at + 1, "name.version");
  }
  if (token.is_numeral()) return std::nullopt;  // what follows begins with a word
  // "Agenda 2030", "Horizon 2020"
  if (token.is("agenda") || token.is("horizon") || token.is("orizzonte") || token.is("europa") ||
      token.is("expo")) {
    if (token.capital && year_at(tokens, at + 1)) return name_found(at + 2, "name.agenda");
  }
  // "UNI EN 1234", "ISO 9001:2015"
  if (is_standard_body(token)) {
    uint32_t number = at + 1;
    while (number < tokens.size() && number < at + 4 && is_standard_body(tokens[number])) ++number;
    if (is_numeral_at(tokens, number)) {
      uint32_t last = number + 1;
      while ((tokens.is(last, ":") || tokens.is(last, "-") || tokens.is(last, "/")) &&
             is_glued(tokens, last) && is_glued(tokens, last + 1) &&
             is_numeral_at(tokens, last + 1)) {
        last += 2;
      }
      return name_found(last, "name.standard");
    }
  }
  // "Superbonus 110%", "superbonus al 110 per cento", "bonus 110"
  if (token.is("superbonus") || token.is("bonus") || token.is("supersismabonus") ||
      token.is("sismabonus") || token.is("ecobonus")) {
    uint32_t number = at + 1;
    if (tokens.is(number, "al") || tokens.is(number, "del")) ++number;
    if (tokens.is(number, "110")) return name_found(past_percent(tokens, number + 1), "name.bonus");
  }
  // "UE a 27", "Europa a 28", "UE-27"
  if ((token.is("ue") || token.is("europa") || token.is("unione")) && tokens.is(at + 1, "a")) {
    const auto members = integer_at(tokens, at + 2);
    if (members && *members > 5 && *members < 40 && !may_be_counted(tokens, at + 3) &&
        !(at + 3 < tokens.size() && is_quantity_word(tokens[at + 3]))) {
      return name_found(at + 3, "name.union");
    }
  }
  return std::nullopt;
}

}  // namespace cifra
