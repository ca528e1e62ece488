#include "core/link/subject.h"

#include <utility>

#include "core/lexicon/phrase_role.h"
#include "core/lexicon/word_list.h"
#include "core/link/adverbial.h"
#include "core/link/clause.h"
#include "core/link/governor.h"
#include "core/link/noun_phrase.h"
#include "core/link/subject_finder.h"
#include "core/link/verb.h"

namespace cifra {

Subject SubjectFinder::find() {
  if (!place_figure()) return {};
  Left left = look_left(words_, sentence_, begin_, fact_);
  // "nella fascia di età |0-18 anni|, pari al 16%": an age tells which, and is no figure beside it.
  if (left.governor == Governor::kFigure && words_[left.at].inner &&
      figure_.kind != Kind::kDuration && words_[left.at].fact != fact_ &&
      !has(words_[left.at + 1], phrase::kConjunction)) {
    left.governor = Governor::kNoun;
  }
  if (!figure_.counted.empty()) {
    if (Subject subject = from_counted(left); !subject.text.empty()) return subject;
  }
  if (Subject subject = of_those(); !subject.text.empty()) return subject;
  if (left.governor == Governor::kFigure && !right_phrase_has_own_noun()) {
    if (Subject subject = beside_fact(words_[left.at].fact); !subject.text.empty()) {
      return subject;
    }
  }
  if (const uint32_t parallel = parallel_share(left); parallel != kNoIndex) {
    if (Subject subject = beside_fact(parallel); !subject.text.empty()) return subject;
  }
  if (Subject subject = from_sides(left); !subject.text.empty()) return subject;
  // "In tre anni |la piattaforma| è cresciuta"
  if (left.governor == Governor::kNothing && left.preposition) {
    if (const WordRange topic = following_subject(clause(), end_); !topic.empty()) {
      return {text_of(topic), "the subject of the clause"};
    }
  }
  if (const WordRange topic = clause_subject(clause(), begin_); has_noun(words_, topic)) {
    return {text_of(topic), "the subject of the clause"};
  }
  return antecedent();
}

// Finds the figure's words and its sentence.
bool SubjectFinder::place_figure() {
  const WordRange figure = words_in(words_, figure_.span);
  if (figure.empty() || words_[figure.begin].fact != fact_) return false;
  begin_ = figure.begin;
  end_ = begin_;
  while (begin_ > 0 && words_[begin_ - 1].fact == fact_) --begin_;
  while (end_ < words_.size() && words_[end_].fact == fact_) ++end_;
  sentence_ = sentence_of(words_, begin_);
  return true;
}

// Says nothing of its own: "il totale", "quota più alta", a place.
bool SubjectFinder::is_generic(WordRange phrase) const {
  bool content = false;
  for (uint32_t i = phrase.begin; i < phrase.end; ++i) {
    if (has_content(words_, {i, i + 1}) &&
        !has(words_[i], phrase::kGenericNoun | phrase::kPredicative)) {
      content = true;
    }
  }
  return !content || is_time_or_place(words_, phrase);
}

std::string SubjectFinder::text_of(WordRange phrase) const {
  // "|sequestrati beni| per 3 milioni": the noun goes first.
  const bool turned =
      phrase.begin + 1 < phrase.end && phrase.begin > sentence_.begin &&
      has(words_[phrase.begin], phrase::kParticiple) &&
      (words_[phrase.begin].folded.ends_with('i') || words_[phrase.begin].folded.ends_with('e')) &&
      words_[phrase.begin - 1].punctuation &&
      has_noun(words_, {phrase.begin + 1, phrase.begin + 2});
  if (!turned) return phrase_text(block_.text, words_, phrase);
  return phrase_text(block_.text, words_, {phrase.begin + 1, phrase.end}) + ' ' +
         words_[phrase.begin].folded;
}

Subject SubjectFinder::from_sides(const Left& left) {
  const WordRange right = right_phrase();
  const bool share = figure_.kind == Kind::kPercent || figure_.kind == Kind::kShare;
  WordRange main{};
  std::string_view from;
  switch (left.governor) {
    case Governor::kVerb:
      main = verb_subject(clause(), left);
      from = "the subject of the verb";
      break;
    case Governor::kNoun:
      main = noun_before(left.at);
      from = "the noun before it";
      // "hanno tolto dal |mercato| 900 t di tabacchi": the complement of another verb.
      if (is_complement(main) && !right.empty() && has(words_[end_], phrase::kOf)) main = {};
      // "il terzo incontro (|durata| 1 giornata)"
      if (!main.empty() && main.begin > sentence_.begin + 1 &&
          words_[main.begin - 1].folded == "(") {
        const WordRange name = phrase_before(words_, main.begin - 1, sentence_.begin);
        if (has_noun(words_, name) && !is_generic(name)) {
          return {text_of(name) + ", " + text_of(main), "the phrase before the bracket"};
        }
      }
      break;
    case Governor::kBracket:
      return from_bracket(left.at);
    case Governor::kLabel:
      main = label_before(left.at);
      from = "the label before it";
      // "…, il 94% |dei data center|": after a comma the share's own whole
      if (words_[left.at].folded == "," && share && !right.empty() &&
          has(words_[end_], phrase::kOf) && has_noun(words_, right) && has_verb_before(left.at)) {
        main = {};
      }
      break;
    case Governor::kFigure:
    case Governor::kNothing:
      break;
  }
  if (!has_noun(words_, main)) main = {};
  if (main.empty() && left.governor != Governor::kLabel && left.governor != Governor::kNothing) {
    main = clause_subject(clause(), left.at);
    from = "the subject of the clause";
    if (!has_noun(words_, main) || is_generic(main)) main = {};
    // "gli interventi hanno tolto dal mercato 900 t |di tabacchi|": what is weighed.
    const bool of_what = !right.empty() && has_noun(words_, right) &&
                         (words_[end_].folded == "di" || words_[end_].folded == "d'");
    if (of_what && figure_.kind == Kind::kMeasure) main = {};
  }
  // "18.000 |ettari irrigabili|"
  // "viene raddoppiato |il contributo|"
  if (figure_.kind == Kind::kMultiple && end_ < sentence_.end &&
      has(words_[end_], phrase::kArticle) && has_noun(words_, right)) {
    return {text_of(right), "the complement after it"};
  }
  if (main.empty() && !right.empty() && right.begin == end_ && end_ > begin_ + 1 &&
      figure_.kind == Kind::kMeasure &&
      has(words_[right.begin], phrase::kPredicative | phrase::kParticiple) &&
      words_[end_ - 1].folded.size() > 3 && !words_[end_ - 1].digits) {
    return {text_of({end_ - 1, right.end}), "the unit and what is said of it"};
  }
  if (main.empty() && (right.empty() || !has_noun(words_, right))) return {};
  if (main.empty()) return of_complement(left, right);
  // "sei mesi |dal ricevimento|"
  const bool since =
      figure_.kind == Kind::kDuration && !right.empty() && words_[end_].folded.starts_with("da");
  if (right.empty() || since || is_time_only(words_, right)) {
    if (!is_generic(main)) return {text_of(main), from};
    const WordRange topic =
        left.governor == Governor::kNoun ? clause_subject(clause(), main.begin) : WordRange{};
    if (!topic.empty() && !is_generic(topic)) return {text_of(topic) + ", " + text_of(main), from};
    return join_antecedent(text_of(main), from);
  }
  const bool of = has(words_[end_], phrase::kOf);
  if (is_generic(main)) return {text_of(main) + of_words(right), from};
  if (figure_.kind == Kind::kMultiple) return {text_of(main), from};
  if (share && of && right_is_taken_up()) return {text_of(main), from};
  if (share && of) return {text_of(main) + ", quota" + of_words(right), from};
  return {text_of(main) + " " + words_text(block_.text, words_, {end_, right.end}), from};
}

// "Imprese ispezionate: 40"; "|i prelievi| sono regolari, 100 l/s": what a predicate is said of.
WordRange SubjectFinder::label_before(uint32_t mark) const {
  const WordRange label = phrase_before(words_, mark, sentence_.begin);
  if (label.end - label.begin != 1 || label.begin <= sentence_.begin + 1 ||
      !has(words_[label.begin - 1], phrase::kCopula)) {
    return label;
  }
  Left copula;
  copula.governor = Governor::kVerb;
  copula.at = label.begin - 1;
  const WordRange subject = verb_subject(clause(), copula);
  return has_noun(words_, subject) ? subject : label;
}

bool SubjectFinder::has_verb_before(uint32_t at) const {
  for (uint32_t i = sentence_.begin; i < at; ++i) {
    if (is_verb_at(words_, i)) return true;
  }
  return false;
}

// "20% |del loro| importo"
bool SubjectFinder::right_is_taken_up() const {
  return end_ + 1 < sentence_.end && has_word("loro suo sua suoi sue", words_[end_ + 1].folded);
}

// After a preposition other than "di": "dal mercato".
bool SubjectFinder::is_complement(WordRange phrase) const {
  uint32_t i = phrase.begin;
  while (i > sentence_.begin && has(words_[i - 1], phrase::kArticle)) --i;
  return !phrase.empty() && i > sentence_.begin && has(words_[i - 1], phrase::kPreposition) &&
         !has(words_[i - 1], phrase::kOf);
}

// The phrase of the noun that governs the figure; before "|, salito| dal 29%", "|, stimata nel
// limite| di 3 milioni" what has risen, what is estimated.
WordRange SubjectFinder::noun_before(uint32_t at) const {
  const WordRange phrase = phrase_before(words_, at + 1, sentence_.begin);
  if (phrase.empty() || phrase.begin < sentence_.begin + 2) return phrase;
  const LinkWord& first = words_[phrase.begin];
  if (figure_.kind == Kind::kDuration) return last_noun(phrase);
  const bool alone =
      phrase.end == phrase.begin + 1 || has(words_[phrase.begin + 1], phrase::kPreposition);
  const bool said_of = alone && has(first, phrase::kParticiple | phrase::kPredicative) &&
                       words_[phrase.begin - 1].folded == ",";
  if (!said_of || words_[phrase.begin - 2].fact != kNoIndex) return phrase;
  const WordRange before = phrase_before(words_, phrase.begin - 1, sentence_.begin);
  return has_noun(words_, before) ? before : without_participle(phrase);
}

// "ubicati nei |comuni con popolazione| superiore a": the noun that is there, where what the
// participle is said of is not.
WordRange SubjectFinder::without_participle(WordRange phrase) const {
  if (phrase.begin + 2 >= phrase.end || !has(words_[phrase.begin], phrase::kParticiple) ||
      !has(words_[phrase.begin + 1], phrase::kPreposition)) {
    return phrase;
  }
  const WordRange rest{phrase.begin + 2, phrase.end};
  return has_noun(words_, rest) && !is_generic(rest) ? rest : phrase;
}

// "seguito dalla |fascia| 80-89 anni": an age belongs to the nearest noun.
WordRange SubjectFinder::last_noun(WordRange phrase) const {
  for (uint32_t i = phrase.end; i > phrase.begin;) {
    --i;
    const bool complement = has(words_[i], phrase::kPreposition) && !has(words_[i], phrase::kOf);
    if (!complement) continue;
    WordRange last{i + 1, phrase.end};
    while (!last.empty() && has(words_[last.begin], phrase::kArticle)) ++last.begin;
    if (has_noun(words_, last)) return last;
  }
  return phrase;
}

// "degli arrivi", "per il Fondo", "i download": what follows the figure.
WordRange SubjectFinder::right_phrase() const {
  uint32_t i = end_;
  // "3 miliardi |in più| dell'anno prima": what it is compared with is not measured.
  if (i + 1 < sentence_.end && words_[i].folded == "in" &&
      has_word("più meno", words_[i + 1].folded)) {
    i += 2;
    if (i < sentence_.end &&
        (has(words_[i], phrase::kOf | phrase::kConnective | phrase::kRelative) ||
         has_word("su sul sullo sull' sulla", words_[i].folded))) {
      return {};
    }
  }
  while (i < sentence_.end &&
         (has(words_[i], phrase::kAdverb | phrase::kHedge) || words_[i].folded == ")" ||
          words_[i].folded == "annui" || words_[i].folded == "l'" || is_rate_end(i))) {
    ++i;
  }
  if (i >= sentence_.end || words_[i].fact != kNoIndex) return {};
  if (words_[i].punctuation && words_[i].folded != "“" && words_[i].folded != "«") return {};
  if (is_verb_at(words_, i) || has(words_[i], phrase::kConjunction | phrase::kConnective))
    return {};
  if (has(words_[i], phrase::kRelative)) return {};
  const WordRange phrase = phrase_from(words_, i, sentence_.end);
  return has_content(words_, phrase) ? phrase : WordRange{};
}

// "500 mc |al mese|", "600 euro |all'anno|"
bool SubjectFinder::is_rate_end(uint32_t at) const {
  const auto opens = [this](uint32_t i) {
    return i + 1 < sentence_.end && has(words_[i], phrase::kPreposition) &&
           !has(words_[i], phrase::kOf) && has(words_[i + 1], phrase::kTimeNoun);
  };
  return opens(at) || (at > end_ && opens(at - 1));
}

bool SubjectFinder::right_phrase_has_own_noun() const {
  if (end_ >= sentence_.end || !has(words_[end_], phrase::kPreposition)) return false;
  return !right_phrase().empty();
}

// Nothing but the complement: "|il 36%| delle vittime è minorenne", "il 30% del totale".
Subject SubjectFinder::of_complement(const Left& left, WordRange right) const {
  const bool share = figure_.kind == Kind::kPercent || figure_.kind == Kind::kShare;
  if (share && is_generic(right)) {
    const Subject earlier = antecedent();
    if (!earlier.text.empty()) return {earlier.text, earlier.from};
  }
  if (std::string said = said_after(left, right.end); !said.empty()) {
    return {text_of(right) + " che " + agreeing(right, said),
            "the complement after it and what is said of it"};
  }
  if (std::string said = said_before(clause(), left, begin_); !said.empty() && share) {
    return {text_of(right) + " che " + agreeing(right, said),
            "the complement after it and what is said of it"};
  }
  // "il prezzo è fissato nel 20% |del loro importo|": a part of what the clause speaks of
  if (share && right_is_taken_up()) {
    const WordRange topic = clause_subject(clause(), begin_);
    if (has_noun(words_, topic) && !is_generic(topic)) {
      return {text_of(topic), "the subject of the clause"};
    }
  }
  // "65.000, di cui 50.000 |senza valvola|"
  const bool of_which = left.at + 1 == begin_ && words_[left.at].folded == "cui";
  if (of_which && !has(words_[end_], phrase::kOf)) {
    if (const Subject earlier = antecedent(); !earlier.text.empty()) {
      return {earlier.text + ' ' + words_text(block_.text, words_, {end_, right.end}),
              earlier.from};
    }
  }
  return with_predicate(left, text_of(right), "the complement after it");
}

// "hanno firmato il patto": the verb after the noun at `end`, where the figure opens the
// clause and so is its subject.
std::string SubjectFinder::said_after(const Left& left, uint32_t end) const {
  const bool opens = left.governor == Governor::kNothing || left.governor == Governor::kLabel;
  if (!opens || left.preposition || end >= sentence_.end || !is_verb_at(words_, end)) return {};
  return said_from(clause(), end);
}

// "il 36% delle vittime |abita| altrove": of the victims, "|abitano| altrove".
std::string SubjectFinder::agreeing(WordRange noun, std::string said) const {
  const char ending = words_[noun.begin].folded.back();
  return ending == 'i' || ending == 'e' ? with_plural_verb(std::move(said)) : said;
}

Subject SubjectFinder::with_predicate(const Left& left, std::string text,
                                      std::string_view from) const {
  if (std::string said = passive_said(clause(), left, begin_); !said.empty()) text += ", " + said;
  return {text, from};
}

std::string SubjectFinder::of_words(WordRange right) const {
  std::string words(1, ' ');
  return words.append(words_text(block_.text, words_, {std::min(end_, right.begin), right.end}));
}

// "Padova (335)", "presenze (+3,3%)", "10 milioni (stima)".
Subject SubjectFinder::from_bracket(uint32_t bracket) const {
  if (bracket == sentence_.begin) return {};
  const WordRange name = phrase_before(words_, bracket, sentence_.begin);
  const uint32_t before = figure_before(words_, sentence_, fact_, bracket);
  if (before != kNoIndex && is_generic({before + 1, bracket})) {
    return of_fact(words_[before].fact);
  }
  if (!has_content(words_, name)) return {};
  const bool proper = words_[name.begin].capital && !words_[name.begin].sentence_start;
  std::string text = text_of(name);
  if (proper && name.end - name.begin <= 4)
    return join_antecedent(text, "the name before the bracket");
  // "l'ambito è nazionale (65%), poi |locale| (23%)"
  const bool alone = name.end == name.begin + 1 && name.begin > sentence_.begin &&
                     has(words_[name.begin - 1], phrase::kConjunction | phrase::kAdverb |
                                                     phrase::kCopula | phrase::kPreposition);
  if (alone) {
    const WordRange topic = clause_subject(clause(), name.begin);
    if (has_noun(words_, topic) && !is_generic(topic)) {
      return {text_of(topic) + ", " + text, "the subject of the clause and the word before"};
    }
  }
  const WordRange own = phrase_from(words_, end_, sentence_.end);  // "edifici (66% |agibili|)"
  const bool adjective = !own.empty() && own.begin == end_ && own.end - own.begin <= 3;
  if (adjective && !is_generic(own) && words_[own.begin].folded.size() > 3) {
    text += ", " + text_of(own);
  }
  return {text, "the phrase before the bracket"};
}

Subject find_subject(const BlockText& block, uint32_t fact) {
  return SubjectFinder(block, fact).find();
}

std::string topic_of(std::string_view text, Span block) {
  const std::vector<LinkWord> words = split_words(text, block, {}, 0, 0);
  if (words.empty()) return {};
  WordRange last = sentence_of(words, static_cast<uint32_t>(words.size()) - 1);
  const WordRange topic = phrase_from(words, last.begin, last.end);
  return has_content(words, topic) ? phrase_text(text, words, topic) : std::string();
}

}  // namespace cifra
