#include "core/link/subject.h"

#include <algorithm>
#include <optional>

#include "core/lexicon/phrase_role.h"
#include "core/link/governor.h"
#include "core/link/noun_phrase.h"

namespace cifra {
namespace {

class SubjectFinder {
 public:
  SubjectFinder(const BlockText& block, uint32_t fact)
      : block_(block), words_(block.words), figure_(block.facts[fact].figure), fact_(fact) {}

  Subject find() {
    if (!place_figure()) return {};
    const Left left = look_left(words_, sentence_, begin_, fact_);
    if (!figure_.counted.empty()) {
      if (Subject subject = from_counted(left); !subject.text.empty()) return subject;
    }
    if (left.governor == Governor::kFigure && !right_phrase_has_own_noun()) {
      if (Subject subject = beside_fact(words_[left.at].fact); !subject.text.empty()) {
        return subject;
      }
    }
    if (const uint32_t parallel = parallel_share(left); parallel != kNoIndex) {
      if (Subject subject = beside_fact(parallel); !subject.text.empty()) return subject;
    }
    if (Subject subject = from_sides(left); !subject.text.empty()) return subject;
    if (const WordRange topic = clause_subject(begin_); has_noun(words_, topic)) {
      return {text_of(topic), "the subject of the clause"};
    }
    return antecedent();
  }

 private:
  // Finds the figure's words and its sentence.
  bool place_figure() {
    begin_ = 0;
    while (begin_ < words_.size() && words_[begin_].fact != fact_) ++begin_;
    if (begin_ == words_.size()) return false;
    end_ = begin_;
    while (end_ < words_.size() && words_[end_].fact == fact_) ++end_;
    sentence_ = sentence_of(words_, begin_);
    return true;
  }

  WordRange words_of(Span span) const {
    WordRange range{static_cast<uint32_t>(words_.size()), 0};
    for (uint32_t i = 0; i < words_.size(); ++i) {
      if (!words_[i].span.overlaps(span)) continue;
      range.begin = std::min(range.begin, i);
      range.end = i + 1;
    }
    return range;
  }

  bool is_generic(WordRange phrase) const {
    bool content = false;
    for (uint32_t i = phrase.begin; i < phrase.end; ++i) {
      if (has_content(words_, {i, i + 1}) && !has(words_[i], phrase::kGenericNoun)) content = true;
    }
    return !content;
  }

  std::string text_of(WordRange phrase) const { return phrase_text(block_.text, words_, phrase); }

  // "risultano |entrati all'interno di ANPR| 7.195 Comuni": what the verb says of the counted.
  std::string predicate(const Left& left) const {
    uint32_t participle = left.participle;
    if (participle == kNoIndex && left.governor == Governor::kNoun) {
      for (uint32_t i = begin_; i > sentence_.begin && begin_ - i < 10;) {
        --i;
        if (words_[i].fact != kNoIndex ||
            (words_[i].punctuation && words_[i].folded != "“" && words_[i].folded != "”"))
          break;
        if (has(words_[i], phrase::kParticiple) &&
            auxiliary_before(words_, sentence_, i) != kNoIndex) {
          participle = i;
          break;
        }
      }
    }
    if (participle == kNoIndex) return {};
    const uint32_t verb = auxiliary_before(words_, sentence_, participle);
    const bool passive = verb != kNoIndex && has(words_[verb], phrase::kCopula);
    const bool active =
        !words_[participle].folded.ends_with("i") && !words_[participle].folded.ends_with("e");
    if (!passive || active) return {};
    return text_of(phrase_from(words_, participle, begin_));
  }

  Subject from_counted(const Left& left) const {
    const WordRange counted = words_of(figure_.counted);
    if (counted.empty()) return {};
    uint32_t limit = static_cast<uint32_t>(words_.size());
    if (counted.begin < begin_ && counted.end <= begin_) limit = begin_;
    WordRange phrase = phrase_from(words_, counted.begin, limit);
    if (phrase.empty() || phrase.end < counted.end) phrase = counted;
    std::string text = text_of(phrase);
    const bool elsewhere = counted.end + 6 < begin_ ||
                           words_[counted.begin].span.end < words_[sentence_.begin].span.begin;
    if (counted.end <= begin_ && elsewhere) {  // "280 frane, di cui 120 |giudicate gravi|"
      const WordRange own = phrase_from(words_, end_, sentence_.end);
      text = earlier_subject_of(figure_.counted).value_or(text_of(counted));
      const bool adjective = !own.empty() && own.begin == end_;
      if (adjective) text = text_of(counted) + ' ' + text_of(own);
      // "dosi a medici 900 e |a docenti| 300"
      if (!adjective && !own.empty() && has(words_[end_], phrase::kPreposition) &&
          !is_time_only(words_, own)) {
        text = text_of(counted) + ' ' + words_text(block_.text, words_, {end_, own.end});
      }
      return {text, "the counted noun taken up, and what is said of it"};
    }
    const bool bare_noun = phrase.end <= counted.end && counted.begin >= end_;
    const bool said_of_other = left.governor == Governor::kVerb && left.preposition &&
                               has(words_[left.at], phrase::kCopula);
    if (bare_noun && (said_of_other || left.comparative)) {
      const WordRange other = left.governor == Governor::kVerb
                                  ? verb_subject(left)
                                  : phrase_before(words_, left.at + 1, sentence_.begin);
      if (!other.empty() && is_generic(other))
        return join_antecedent(text_of(other), "the subject of the verb");
      if (!other.empty()) return {text_of(other), "the subject of the verb"};
    }
    if (is_generic(phrase)) {
      const WordRange subject = verb_subject(left);
      if (!subject.empty() && !is_generic(subject)) {
        return {text_of(subject), "the subject of the verb"};
      }
      if (!subject.empty()) return join_antecedent(text_of(subject), "the subject of the verb");
      if (left.governor == Governor::kLabel) {
        const WordRange label = phrase_before(words_, left.at, sentence_.begin);
        if (has_noun(words_, label) && !is_generic(label)) {
          return {text_of(label) + ", " + text, "the label before it and the counted noun"};
        }
      }
      if (left.governor == Governor::kFigure) {
        if (Subject shared = of_fact(words_[left.at].fact); !shared.text.empty()) return shared;
      }
    }
    const bool bare = phrase.end <= counted.end;
    if (bare && counted.begin >= end_) {
      if (std::string said = predicate(left); !said.empty()) {
        return {text + ' ' + said, "the counted noun and its verb"};
      }
      if (std::string said = said_after(left, phrase.end); !said.empty()) {
        return {text + said, "the counted noun and what is said of it"};
      }
    }
    return {text, "the counted noun with its modifiers"};
  }

  // What an earlier figure of the block with the same counted noun measures.
  std::optional<std::string> earlier_subject_of(Span counted) const {
    for (uint32_t i = fact_; i > block_.first_fact;) {
      --i;
      const Fact& earlier = block_.facts[i];
      if (earlier.figure.counted == counted && !earlier.subject.empty()) return earlier.subject;
    }
    return std::nullopt;
  }

  // The noun phrase before the governing verb; before its "che" when it has one.
  WordRange verb_subject(const Left& left) const {
    if (left.governor != Governor::kVerb) return {};
    uint32_t end = left.at;
    while (end > sentence_.begin &&
           has(words_[end - 1],
               phrase::kPronoun | phrase::kAdverb | phrase::kRelative | phrase::kAuxiliary) &&
           !words_[end - 1].punctuation) {
      --end;
    }
    // An aside between commas stands between subject and verb.
    if (end > sentence_.begin && words_[end - 1].folded == ",") {
      uint32_t open = end - 1;
      while (open > sentence_.begin && words_[open - 1].folded != ",") --open;
      if (open > sentence_.begin + 1) {
        const WordRange outer = phrase_before(words_, open - 1, sentence_.begin);
        if (!outer.empty() && has_content(words_, outer)) return outer;
      }
      end -= 1;
    }
    if (end > sentence_.begin && words_[end - 1].folded == ")") {
      while (end > sentence_.begin && words_[end].folded != "(") --end;
    }
    const WordRange phrase = subject_before(words_, end, sentence_.begin);
    return has_content(words_, phrase) ? phrase : WordRange{};
  }

  // The subject of the verb of the figure's clause, where a noun governs the figure: "|le crociere|
  // mostrano una perdita del 30%".
  WordRange clause_subject(uint32_t before) const {
    for (uint32_t i = before; i > sentence_.begin;) {
      --i;
      if (words_[i].folded == ";" || words_[i].folded == ":") break;
      if (!is_verb_at(words_, i)) continue;
      Left left;
      left.governor = Governor::kVerb;
      left.at = i;
      return verb_subject(left);
    }
    return {};
  }

  // "degli arrivi", "per il Fondo", "i download": what follows the figure.
  WordRange right_phrase() const {
    uint32_t i = end_;
    while (i < sentence_.end &&
           (has(words_[i], phrase::kAdverb | phrase::kHedge) || words_[i].folded == ")" ||
            words_[i].folded == "annui" || words_[i].folded == "l'")) {
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

  bool right_phrase_has_own_noun() const {
    if (end_ >= sentence_.end || !has(words_[end_], phrase::kPreposition)) return false;
    return !right_phrase().empty();
  }

  // The phrase of the noun that governs the figure; before "|, salito| dal 29%" what has risen.
  WordRange noun_before(uint32_t at) const {
    const bool said_of = has(words_[at], phrase::kParticiple) && at > sentence_.begin + 1 &&
                         words_[at - 1].folded == ",";
    return phrase_before(words_, said_of ? at - 1 : at + 1, sentence_.begin);
  }

  Subject from_sides(const Left& left) {
    const WordRange right = right_phrase();
    WordRange main{};
    std::string_view from;
    switch (left.governor) {
      case Governor::kVerb:
        main = verb_subject(left);
        from = "the subject of the verb";
        break;
      case Governor::kNoun:
        main = noun_before(left.at);
        from = "the noun before it";
        break;
      case Governor::kBracket:
        return from_bracket(left.at);
      case Governor::kLabel:
        main = phrase_before(words_, left.at, sentence_.begin);
        from = "the label before it";
        break;
      case Governor::kFigure:
      case Governor::kNothing:
        break;
    }
    if (!has_noun(words_, main)) main = {};
    if (main.empty() && left.governor != Governor::kLabel && left.governor != Governor::kNothing) {
      main = clause_subject(left.at);
      from = "the subject of the clause";
      if (!has_noun(words_, main) || is_generic(main)) main = {};
    }
    if (main.empty() && (right.empty() || !has_noun(words_, right))) return {};
    if (main.empty()) return of_complement(left, right);
    if (right.empty() || is_time_only(words_, right)) {
      if (!is_generic(main)) return {text_of(main), from};
      const WordRange topic =
          left.governor == Governor::kNoun ? clause_subject(main.begin) : WordRange{};
      if (!topic.empty() && !is_generic(topic))
        return {text_of(topic) + ", " + text_of(main), from};
      return join_antecedent(text_of(main), from);
    }
    const bool share = figure_.kind == Kind::kPercent || figure_.kind == Kind::kShare;
    const bool of = has(words_[end_], phrase::kOf);
    if (is_generic(main)) return {text_of(main) + of_words(right), from};
    if (share && of) return {text_of(main) + ", quota" + of_words(right), from};
    return {text_of(main) + " " + words_text(block_.text, words_, {end_, right.end}), from};
  }

  // Nothing but the complement: "|il 36%| delle vittime è minorenne", "il 30% del totale".
  Subject of_complement(const Left& left, WordRange right) const {
    const bool share = figure_.kind == Kind::kPercent || figure_.kind == Kind::kShare;
    if (share && is_generic(right)) {
      const Subject earlier = antecedent();
      if (!earlier.text.empty()) return {earlier.text, earlier.from};
    }
    if (std::string said = said_after(left, right.end); !said.empty()) {
      return {text_of(right) + said, "the complement after it and what is said of it"};
    }
    return with_predicate(left, text_of(right), "the complement after it");
  }

  // " che hanno firmato il patto": the verb after the noun at `end`, where the figure opens the
  // clause and so is its subject.
  std::string said_after(const Left& left, uint32_t end) const {
    constexpr uint32_t kLongestSaid = 9;  // words
    const bool opens = left.governor == Governor::kNothing || left.governor == Governor::kLabel;
    if (!opens || end >= sentence_.end || !is_verb_at(words_, end)) return {};
    uint32_t last = end + 1;
    while (last < sentence_.end && last - end < kLongestSaid && !words_[last].punctuation &&
           words_[last].fact == kNoIndex &&
           !has(words_[last], phrase::kConnective | phrase::kRelative)) {
      ++last;
    }
    const bool number_follows = last < sentence_.end && words_[last].fact != kNoIndex;
    const WordRange said{end, last};
    if (number_follows || !has_content(words_, said)) return {};
    return " che " + words_text(block_.text, words_, trimmed(said));
  }

  // Without prepositions, articles and conjunctions at its end.
  WordRange trimmed(WordRange phrase) const {
    constexpr uint32_t kOpen = phrase::kPreposition | phrase::kArticle | phrase::kConjunction;
    while (phrase.end > phrase.begin + 1 && has(words_[phrase.end - 1], kOpen)) --phrase.end;
    return phrase;
  }

  Subject with_predicate(const Left& left, std::string text, std::string_view from) const {
    if (std::string said = predicate(left); !said.empty()) text += ", " + said;
    return {text, from};
  }

  std::string of_words(WordRange right) const {
    std::string words(1, ' ');
    return words.append(words_text(block_.text, words_, {std::min(end_, right.begin), right.end}));
  }

  // "Padova (335)", "presenze (+3,3%)", "10 milioni (stima)".
  Subject from_bracket(uint32_t bracket) const {
    if (bracket == sentence_.begin) return {};
    const WordRange name = phrase_before(words_, bracket, sentence_.begin);
    const uint32_t before = figure_before(words_, sentence_, fact_, bracket);
    if (before != kNoIndex && is_generic({before + 1, bracket})) {
      return of_fact(words_[before].fact);
    }
    if (!has_content(words_, name)) return {};
    const bool proper = words_[name.begin].capital && !words_[name.begin].sentence_start;
    const std::string text = text_of(name);
    if (proper && name.end - name.begin <= 4)
      return join_antecedent(text, "the name before the bracket");
    return {text, "the phrase before the bracket"};
  }

  // `text` alone does not say what is measured: what an earlier figure measured goes before it.
  Subject join_antecedent(const std::string& text, std::string_view from) const {
    const Subject earlier = antecedent();
    if (earlier.text.empty() || earlier.text.find(text) != std::string::npos) return {text, from};
    const std::string base = earlier.text.substr(0, earlier.text.find(", "));
    return {base + ", " + text, from};
  }

  Subject of_fact(uint32_t other) const {
    if (other >= fact_ || other < block_.first_fact) return {};
    return {block_.facts[other].subject, "what the figure before it measures"};
  }

  // "il 34% dei treni è in ritardo e il |12%| in avaria": the share before, of the same whole.
  uint32_t parallel_share(const Left& left) const {
    const bool share = figure_.kind == Kind::kPercent || figure_.kind == Kind::kShare;
    if (!share || left.governor != Governor::kNothing || begin_ == sentence_.begin) return kNoIndex;
    if (end_ >= sentence_.end || has(words_[end_], phrase::kOf)) return kNoIndex;
    if (!has(words_[left.at], phrase::kConjunction)) return kNoIndex;
    for (uint32_t i = fact_; i > block_.first_fact;) {
      --i;
      const Figure& earlier = block_.facts[i].figure;
      if (earlier.span.begin < words_[sentence_.begin].span.begin) break;
      if (earlier.kind == figure_.kind && earlier.unit == figure_.unit) return i;
    }
    return kNoIndex;
  }

  // What the figure before it measures, and what tells this one from it: "il 34% in sovrappeso e il
  // 12% |obeso|".
  Subject beside_fact(uint32_t other) const {
    constexpr uint32_t kLongestOwn = 5;  // words
    Subject shared = of_fact(other);
    if (shared.text.empty()) return shared;
    uint32_t last = end_;
    while (last < sentence_.end && !words_[last].punctuation && words_[last].fact == kNoIndex &&
           !has(words_[last], phrase::kConnective | phrase::kConjunction | phrase::kRelative) &&
           !is_verb_at(words_, last)) {
      ++last;
    }
    const WordRange own = trimmed({end_, last});
    if (own.empty() || own.end - own.begin > kLongestOwn || !has_content(words_, own) ||
        is_generic(own)) {
      return shared;
    }
    shared.text =
        shared.text.substr(0, shared.text.find(", ")) + ", " + words_text(block_.text, words_, own);
    return shared;
  }

  Subject antecedent() const {
    if (Subject topic = topic_before(); !topic.text.empty()) return topic;
    for (uint32_t i = fact_; i > block_.first_fact;) {
      --i;
      const Fact& earlier = block_.facts[i];
      if (earlier.subject.empty() || earlier.figure.kind == Kind::kDuration) continue;
      return {earlier.subject, "what an earlier figure of the paragraph measures"};
    }
    return {};
  }

  // The subject of the sentence before, where it has no figure: "I download crescono. Oggi sono …".
  Subject topic_before() const {
    if (sentence_.begin == 0) return {};
    const WordRange before = sentence_of(words_, sentence_.begin - 1);
    for (uint32_t i = before.begin; i < before.end; ++i) {
      if (words_[i].fact != kNoIndex) return {};
    }
    for (uint32_t i = before.begin; i < before.end; ++i) {
      if (!is_verb_at(words_, i)) continue;
      const WordRange subject = subject_before(words_, i, before.begin);
      if (!has_content(words_, subject) || is_generic(subject)) return {};
      return {text_of(subject), "the subject of the sentence before"};
    }
    return {};
  }

  const BlockText& block_;
  const std::vector<LinkWord>& words_;
  const Figure& figure_;
  uint32_t fact_;
  uint32_t begin_ = 0, end_ = 0;  // the figure's words
  WordRange sentence_;
};

}  // namespace

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
