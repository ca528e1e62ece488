#include "core/query/question.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "core/grammar/recogniser.h"
#include "core/lexicon/attribution.h"
#include "core/lexicon/synonyms.h"
#include "core/lexicon/word_class.h"
#include "core/link/inherited_time.h"
#include "core/link/place.h"

namespace cifra {
namespace {

constexpr double kSynonymStrength = 0.75;
constexpr double kAcronymStrength = 0.95;
constexpr double kTimeWordWeight = 0.25;  // the period says it better
constexpr double kNumberWeight = 0.8;     // "decreto da 200 euro"

bool is_number(std::string_view word) { return !word.empty() && word[0] >= '0' && word[0] <= '9'; }

bool is_year(std::string_view word) {
  return word.size() == 4 && is_number(word) && word >= "1900" && word <= "2099";
}

bool is_month(std::string_view word) {
  static constexpr std::string_view kMonths[] = {"gennaio",   "febbraio", "marzo",    "aprile",
                                                 "maggio",    "giugno",   "luglio",   "agosto",
                                                 "settembre", "ottobre",  "novembre", "dicembre"};
  return std::ranges::find(kMonths, word) != std::end(kMonths);
}

Asked asked_for(Kind kind) {
  switch (kind) {
    case Kind::kMoney:
      return Asked::kMoney;
    case Kind::kPercent:
    case Kind::kShare:
      return Asked::kShare;
    case Kind::kDuration:
      return Asked::kDuration;
    case Kind::kMeasure:
      return Asked::kMeasure;
    default:
      return Asked::kCount;
  }
}

std::vector<std::string> split_stems(std::string_view stems) {
  std::vector<std::string> list;
  for_each_stem(stems, [&](std::string_view stem) { list.emplace_back(stem); });
  return list;
}

const std::vector<std::vector<std::string>>& synonym_stems() {
  static const std::vector<std::vector<std::string>> kStems = [] {
    const Stemmer stemmer;
    std::vector<std::vector<std::string>> groups;
    for (std::string_view group : synonym_groups()) {
      groups.push_back(split_stems(stemmer.stems(group)));
    }
    return groups;
  }();
  return kStems;
}

// "12000000" as "12.000.000"; what is no whole number as it is.
std::string with_thousands_parted(const std::string& value) {
  if (value.find_first_not_of("0123456789") != std::string::npos) return value;
  std::string parted;
  for (size_t i = 0; i < value.size(); ++i) {
    if (i > 0 && (value.size() - i) % 3 == 0) parted += '.';
    parted += value[i];
  }
  return parted;
}

// The question with its parts found one after the other.
class Parser {
 public:
  Parser(std::string_view text, const Stemmer& stemmer)
      : text_(text), stemmer_(stemmer), words_(stemmer.terms(text)) {}

  Question parse() {
    find_asked();
    find_numbers();
    find_periods();
    find_places();
    for (size_t i = 0; i < words_.size(); ++i) add_term(i);
    return std::move(question_);
  }

 private:
  const std::string& word(size_t i) const { return words_[i].word; }
  bool is(size_t i, std::string_view expected) const {
    return i < words_.size() && words_[i].word == expected;
  }

  void ask(Asked asked, bool surely) {
    if (question_.asked != Asked::kAnything && (question_.asked_surely || !surely)) return;
    question_.asked = asked;
    question_.asked_surely = surely;
  }

  void find_asked() {
    ask_by_head();
    for (size_t i = 0; i < words_.size(); ++i) {
      const std::string& here = word(i);
      if (here == "quanti" || here == "quante") {
        ask_counted(i + 1);
      } else if (here == "quanto" || here == "quanta") {
        ask_amount(i);
      } else if (here == "quale" || here == "qual" || here == "che" || here == "quali") {
        ask_named(i + 1);
      }
      if (is_change_word(here)) question_.change = question_.change || asks_difference(i);
      if (here == "percentuale" || (here == "rapporto" && i > 0 && is(i - 1, "in"))) {
        ask(Asked::kShare, true);
      }
      if (is_target_cue(here)) question_.target = true;
      note_cues(i);
    }
  }

  // "|spesa| per farmaci 2022": of bare words the first names what is looked for.
  void ask_by_head() {
    const auto head =
        std::ranges::find_if(words_, [](const Term& term) { return !term.function_word; });
    if (head == words_.end() || is_interrogative(words_.front().word)) return;
    if (asked_by_noun(head->word) == Asked::kMoney) ask(Asked::kMoney, false);
  }

  void note_cues(size_t at) {
    const std::string& here = word(at);
    const bool of_all = here == "tutto" && at > 0 && is(at - 1, "in");
    question_.total = question_.total || of_all || is_total_word(here);
    question_.mean = question_.mean || is_mean_word(here);
    question_.now = question_.now || is_now_word(here);
    const bool more = (here == "piu" || here == "meno") && at > 0 && is(at - 1, "in");
    question_.more_or_less = question_.more_or_less || more || is_more_word(here);
    // "di quanto è salito |il numero| dei …"
    if (here == "numero" && at > 0) ask(Asked::kCount, false);
  }

  // "quanti |Comuni|", "quanti |chilometri quadrati|", "quanti |soldi|": what the recogniser would
  // make of a number there.
  void ask_counted(size_t noun) {
    if (noun >= words_.size()) return;
    asked_noun_ = noun;
    while (asked_noun_ + 1 < words_.size() &&
           (word_classes(word(asked_noun_)) & (kAdjective | kQuantifier)) != 0) {
      ++asked_noun_;  // "quante nuove |scuole|"
    }
    if (asked_by_noun(word(noun)) == Asked::kMoney) return ask(Asked::kMoney, true);
    const std::string probe = "sono 7 " + std::string(text_.substr(words_[noun].begin, 80));
    const std::vector<Figure> figures = recognise(probe);
    const auto figure = std::ranges::find_if(figures, &Figure::is_fact);
    if (figure == figures.end() || figure->span.begin != 5) return ask(Asked::kCount, true);
    ask(asked_for(figure->kind), true);
    if (figure->kind == Kind::kMeasure || figure->kind == Kind::kDuration ||
        figure->kind == Kind::kMoney) {
      question_.unit = figure->unit;
    }
  }

  // "quanto costa", "quanto dura", "quanta parte", "di quanto è cresciuta", "a quanto ammonta".
  void ask_amount(size_t at) {
    question_.amount = true;
    for (size_t i = at + 1; i < words_.size() && i < at + 6; ++i) {
      const Asked noun = i == at + 1 ? asked_by_noun(word(i)) : Asked::kAnything;
      if (noun != Asked::kAnything) return ask(noun, true);
      const Asked verb = asked_by_verb(word(i));
      if (verb != Asked::kAnything) return ask(verb, false);
    }
    // "a quanto ammonta |il contributo|"
    for (size_t i = at + 1; i < words_.size(); ++i) {
      const Asked noun = asked_by_noun(word(i));
      if (noun != Asked::kAnything) return ask(noun, false);
    }
  }

  // "qual è |la percentuale|", "che |quota|", "qual è |il costo|".
  void ask_named(size_t at) {
    for (size_t i = at; i < words_.size() && i < at + 5; ++i) {
      const Asked noun = asked_by_noun(word(i));
      if (noun != Asked::kAnything) return ask(noun, noun == Asked::kShare);
      if (!words_[i].function_word && !is_question_stop_word(word(i))) {
        if (asked_noun_ == kNone) asked_noun_ = i;
      }
    }
  }

  // "di quanto è aumentato", "quanto è cresciuta" and not "i fondi per la riduzione".
  bool asks_difference(size_t at) const {
    for (size_t i = at; i > 0 && at - i < 4;) {
      --i;
      if (word(i) == "quanto" || word(i) == "percentuale") return true;
    }
    return is(0, "di");
  }

  void find_numbers() {
    question_.bare =
        std::ranges::none_of(words_, [](const Term& term) { return is_interrogative(term.word); });
    for (const Figure& figure : recognise(text_)) {
      if (!figure.is_fact()) continue;
      SoughtNumber number{figure.value.to_string(), figure.unit, {}};
      for (const std::string& words :
           {std::string(figure.span.of(text_)), with_thousands_parted(number.value)}) {
        std::string phrase = stemmer_.stems(words);
        if (!phrase.empty() && std::ranges::find(number.phrases, phrase) == number.phrases.end()) {
          number.phrases.push_back(std::move(phrase));
        }
      }
      question_.numbers.push_back(std::move(number));
    }
  }

  // "tra gennaio 2023 e maggio 2024" is one period, from the first day to the last.
  void find_periods() {
    for (const std::string& time : times_in(text_)) {
      if (auto period = period_of(time)) question_.periods.push_back(*period);
    }
    bool between = false;
    for (size_t i = 0; i + 1 < words_.size(); ++i) {
      const std::string& here = word(i);
      const bool opens =
          here == "tra" || here == "fra" || here == "dal" || here == "da" || here == "dall";
      between = between || (opens && (is_number(word(i + 1)) || is_month(word(i + 1))));
    }
    std::vector<Period>& periods = question_.periods;
    if (between && periods.size() == 2 && periods[0].from < periods[1].to) {
      periods = {{periods[0].from, periods[1].to}};
    }
  }

  void find_places() {
    const Span all{0, static_cast<uint32_t>(text_.size())};
    for (const NamedPlace& place : cifra::find_places(text_, split_words(text_, all, {}, 0, 0))) {
      if (place.code != "IT") question_.places.push_back(place.code);
    }
  }

  void add_term(size_t i) {
    const Term& word = words_[i];
    if (word.function_word || word.stem.empty()) return;
    const bool asked_noun = i == asked_noun_;
    if (is_question_stop_word(word.word) && !is_proper(i)) return;
    QuestionTerm term;
    term.word = word.word;
    term.stem = word.stem;
    term.asked_noun = asked_noun;
    term.proper = is_proper(i);
    term.variants.push_back({{word.stem}, 1});
    if (is_year(word.word) || is_month(word.word))
      term.weight = kTimeWordWeight;
    else if (is_number(word.word))
      term.weight = kNumberWeight;
    add_synonyms(term);
    const bool known = std::ranges::any_of(
        question_.terms, [&](const QuestionTerm& other) { return other.stem == term.stem; });
    if (!known) question_.terms.push_back(std::move(term));
  }

  bool is_proper(size_t i) const {
    const char first = text_[words_[i].begin];
    return i > 0 && first >= 'A' && first <= 'Z';
  }

  static void add_synonyms(QuestionTerm& term) {
    for (const std::vector<std::string>& group : synonym_stems()) {
      if (std::ranges::find(group, term.stem) == group.end()) continue;
      for (const std::string& stem : group) {
        const bool known = std::ranges::any_of(
            term.variants, [&](const TermVariant& variant) { return variant.stems[0] == stem; });
        if (!known) term.variants.push_back({{stem}, kSynonymStrength});
      }
    }
  }

  static constexpr size_t kNone = SIZE_MAX;

  std::string_view text_;
  const Stemmer& stemmer_;
  std::vector<Term> words_;
  Question question_;
  size_t asked_noun_ = kNone;
};

}  // namespace

Question parse_question(std::string_view text, const Stemmer& stemmer) {
  return Parser(text, stemmer).parse();
}

void add_acronyms(const Database& database, Question& question) {
  Statement expand = database.prepare(
      "SELECT long_stems, count(*) FROM acronyms WHERE short_stem = ? GROUP BY long_stems "
      "ORDER BY 2 DESC LIMIT 3");
  for (QuestionTerm& term : question.terms) {
    expand.bind(1, term.stem);
    while (expand.step()) {
      std::vector<std::string> stems = split_stems(expand.text(0));
      if (stems.size() > 1) term.variants.push_back({std::move(stems), kAcronymStrength});
    }
    expand.reset();
  }
  // The long form in the question: its first word stands for the short one as well.
  Statement shorten = database.prepare(
      "SELECT DISTINCT short_stem, long_stems FROM acronyms WHERE long_stems = ? LIMIT 3");
  for (size_t first = 0; first < question.terms.size(); ++first) {
    std::string long_form = question.terms[first].stem;
    for (size_t last = first + 1; last < question.terms.size() && last < first + 8; ++last) {
      long_form += ' ' + question.terms[last].stem;
      shorten.bind(1, long_form);
      while (shorten.step()) {
        for (size_t i = first; i <= last; ++i) {
          question.terms[i].variants.push_back({{shorten.text(0)}, kAcronymStrength});
        }
      }
      shorten.reset();
    }
  }
}

}  // namespace cifra
