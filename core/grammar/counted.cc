// What a count counts. In this order: the noun phrase after it ("16 milioni di cittadini"), its
// subject after it ("sono 863 i casi"), labels, brackets and rows (counted_label), subjects
// (counted_subject), the noun of the count before it in the clause ("863 casi nel 2019 e 912 nel
// 2020").
//
// Cannot do: nouns of another sentence, pronouns' antecedents further back; the linker does.

#include <optional>

#include "core/grammar/context.h"
#include "core/grammar/counted_noun.h"
#include "core/grammar/lead_noun.h"
#include "core/grammar/noun_phrase.h"
#include "core/grammar/passes.h"
#include "core/grammar/pronoun.h"
#include "core/grammar/unit.h"

namespace cifra {

namespace {

constexpr uint32_t kReachOfPronoun = 60;  // tokens from "quelli" back to its noun

// "le presenze in più sono oltre 39 milioni", "i matrimoni calano, le nascite di 200": the noun
// before "in più", or before the "di" of a change.
Counted before_change(const Stretch& stretch, const Finding& finding, uint32_t left) {
  const Tokens& tokens = stretch.tokens;
  if (finding.figure.change == Change::kNone || left < 2) return {};
  uint32_t end = left;
  while (end > 2 && left - end < 3 && (classes_at(tokens, end - 1) & kCopula) != 0) --end;
  if ((tokens.is(end - 1, "piu") || tokens.is(end - 1, "meno")) && tokens.is(end - 2, "in")) {
    end -= 2;
  } else if (end == left && (classes_at(tokens, left - 1) & kOf) != 0) {
    end = left - 1;
    if (tokens.is(end - 1, ",")) return {};
  } else {
    return {};
  }
  const uint32_t begin = end > 8 ? end - 8 : 0;
  const TokenRange phrase = noun_phrase_before(stretch, end, begin);
  if (phrase.empty() || phrase.first == 0 || !is_plural_article(tokens[phrase.first - 1]) ||
      !is_plural_noun(tokens, phrase.first)) {
    return {};
  }
  return {phrase, "counted.before_change"};
}

// "sale al 73", "dal 12": a rate with its article; of things they are many.
bool has_singular_article(const Stretch& stretch, const Finding& finding) {
  const uint32_t first = finding.tokens.first;
  if (first == 0 || finding.figure.high) return false;
  const Tokens& tokens = stretch.tokens;
  return tokens.is(first - 1, "al") || tokens.is(first - 1, "dal") || tokens.is(first - 1, "il") ||
         tokens.is(first - 1, "del") || tokens.is(first - 1, "all'") ||
         tokens.is(first - 1, "dall'") || tokens.is(first - 1, "dell'");
}

// "in |14 stazioni|", "di |74 nazionalità|".
bool is_governed(const Tokens& tokens, uint32_t left) {
  constexpr WordClasses kGoverning = kIn | kOn | kWith | kFor | kBetween | kOf;
  return left > 0 && goes_on_at(tokens, left) && (classes_at(tokens, left - 1) & kGoverning) != 0;
}

// "il 40% dei Comuni, cioè 3.160": what the percent before it is of.
Counted of_percent(const Stretch& stretch, const Finding* percent, uint32_t left) {
  const Tokens& tokens = stretch.tokens;
  if (percent == nullptr) return {};
  const uint32_t of = extent(*percent).last;
  if ((classes_at(tokens, of) & kOf) == 0) return {};
  const TokenRange noun = noun_phrase_at(stretch, of + 1, true);
  if (noun.empty() || noun.last > left || left - noun.last > 5) return {};
  bool equals = false;
  for (uint32_t at = noun.last; at < left; ++at) {
    equals = equals || tokens.is(at, "cioe") || tokens.is(at, "ossia") || tokens.is(at, "ovvero") ||
             tokens.is(at, "pari") || tokens.is(at, "(");
    if (tokens.is(at, ";") || tokens.is(at, ".")) return {};
  }
  return equals ? Counted{noun, "counted.of_percent"} : Counted{};
}

// Whether a noun that ends at `from` stands in the sentence of `to`, and not too far before it.
bool in_one_sentence(const Tokens& tokens, uint32_t from, uint32_t to) {
  if (from == 0 || from > to || to - from > kReachOfPronoun) return false;
  for (uint32_t at = from; at <= to; ++at) {
    if (!goes_on_at(tokens, at)) return false;
  }
  return true;
}

// "di questi 45 scadono", "200 di queste", "30 dei quali": of the things counted before.
bool counts_of_these(const Stretch& stretch, const Finding& finding, uint32_t left) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t end = extent(finding).last;
  const auto these_at = [&](uint32_t at) {
    const bool of = (classes_at(tokens, at) & (kOf | kBetween)) != 0;
    return of && stands_for_things(tokens, at + 1);
  };
  if (these_at(end)) return true;
  // "di queste ultime solo 31", "tra questi, ben 40"
  for (uint32_t at = left; at > 1 && left - at < 4; --at) {
    if (these_at(at - 2)) return true;
    const bool passes = tokens.is(at - 1, ",") || tokens.is(at - 1, "ultimi") ||
                        tokens.is(at - 1, "ultime") || tokens.is(at - 1, "ben") ||
                        (classes_at(tokens, at - 1) & kAdverb) != 0;
    if (!passes) return false;
  }
  return false;
}

// "le ore di volo superano quota 6.700", "i chilometri sono 180": hours and measures are no things
// counted; days and years are.
bool measures(const Stretch& stretch, const Counted& counted, Finding& finding) {
  const auto unit = read_unit_at(stretch, counted.tokens.first);
  if (!unit || !unit->factor.empty()) return false;
  if (unit->kind != UnitKind::kMeasure && unit->code != "h") return false;
  finding.figure.kind = kind_of(unit->kind);
  finding.figure.unit.assign(unit->code);
  if (stretch.options.with_steps) {
    finding.figure.steps.push_back(
        {counted.rule, stretch.span(counted.tokens), finding.figure.unit});
  }
  return true;
}

// "82,4 milioni: 51,3 per malattia": of hours, as what gave it its scale turned out to be.
bool measures_as_before(const Stretch& stretch, Finding& finding) {
  if (finding.like == kNoFinding || !finding.figure.unit.empty()) return false;
  const Figure& giver = stretch.findings[finding.like].figure;
  if (giver.unit.empty()) return false;
  finding.figure.kind = giver.kind;
  finding.figure.unit = giver.unit;
  return true;
}

bool is_base_of_rate(const Stretch& stretch, const Finding& finding) {
  const uint32_t first = extent(finding).first;
  if (first == 0) return false;
  return stretch.tokens.is(first - 1, "ogni") ||
         (stretch.tokens.is(first - 1, "per") && is_round(finding));
}

// What the sentence or caption that leads the block says its numbers count, read when first needed.
class LeadCounted {
 public:
  explicit LeadCounted(const Stretch& stretch) : stretch_(stretch) {}

  Span noun_of(const Finding& finding, uint32_t left) {
    if (stretch_.options.lead.empty() || finding.figure.value.denominator != Decimal(1) ||
        !finding.figure.value.numerator.is_integer()) {
      return {};
    }
    if (!read_) lead_ = lead_noun(stretch_.options.lead);
    read_ = true;
    const bool own_row = is_row_of_place(stretch_, finding, left);
    return own_row ? lead_ : Span{};
  }

 private:
  const Stretch& stretch_;
  bool read_ = false;
  Span lead_;
};

// The last count and its noun.
struct LastCount {
  const Finding* finding = nullptr;
  TokenRange noun;
};

// Goes over the findings of a stretch in order and gives each number its noun.
class CountedPass {
 public:
  explicit CountedPass(Stretch& stretch)
      : stretch_(stretch),
        tokens_(stretch.tokens),
        findings_(stretch.findings),
        depths_(stretch.depths),
        lead_(stretch) {}

  void run() {
    for (size_t i = 0; i < findings_.size(); ++i) annotate(i);
  }

 private:
  void annotate(size_t i) {
    Finding& finding = findings_[i];
    read_to(finding);
    if (!finding.figure.is_fact() || !may_count(finding)) return;
    if (measures_as_before(stretch_, finding)) return;
    const uint32_t left = left_edge(stretch_, finding);
    if (depths_[finding.tokens.first] == 0) leave_brackets();
    near_ = in_one_sentence(tokens_, previous_.noun.last, left);
    // a big number is more likely money than what a label or a bracket names
    may_be_named_ = !is_big(finding) || (finding.power < 9 && !money_near_);
    std::optional<Counted> counted = own_noun(i, left);
    if (!counted) return;
    if (counted->tokens.empty()) *counted = told_noun(finding, left);
    if (counted->tokens.empty() && may_be_named_ && take_lead(finding, left)) return;
    const bool governed = is_governed(tokens_, left);
    if (counted->tokens.empty()) *counted = noun_before(finding, left, governed);
    if (counted->tokens.empty() && may_be_named_) *counted = counted_participle(stretch_, finding);
    if (!counted->tokens.empty()) settle(finding, *counted, governed);
  }

  void read_to(const Finding& finding) {
    if (finding.figure.kind == Kind::kPercent) percent_ = &finding;
    for (; read_to_ < finding.tokens.first; ++read_to_) {
      if (tokens_[read_to_].starts_sentence) money_near_ = false;
    }
    if (finding.figure.kind == Kind::kMoney || finding.power >= 9) money_near_ = true;
  }

  // "(53 denunciati, 4 arrestati), i furti 286": what a bracket counts is not carried out of it.
  void leave_brackets() {
    previous_ = outside_;
    if (free_.finding != nullptr && depths_[free_.finding->tokens.first] > 0) free_ = outside_;
  }

  // The noun beside the number; nothing at all where it can have none.
  std::optional<Counted> own_noun(size_t i, uint32_t left) const {
    const Finding& finding = findings_[i];
    Counted counted = counted_after(stretch_, finding);
    // "Residenti 14.200⏎Famiglie 6.310": the noun of the next row
    if (!counted.tokens.empty() && tokens_[counted.tokens.first].line_break_before &&
        tokens_[counted.tokens.first].capital) {
      if (const Counted row = counted_row(stretch_, finding, left); !row.tokens.empty()) {
        counted = row;
      }
    }
    if (counted.tokens.empty() && joins_next_number(stretch_, finding)) {
      for (size_t next = i + 1; next < findings_.size() && next < i + 3; ++next) {
        if (!may_count(findings_[next])) continue;
        counted = counted_after(stretch_, findings_[next]);
        break;
      }
    }
    if (counted.tokens.empty() && counts_of_these(stretch_, finding, left)) {
      if (!near_) return std::nullopt;  // the things of another sentence
      counted = {previous_.noun, "counted.pronoun"};
    }
    // "455 su 791 posti": of a kind with its total
    if (counted.tokens.empty() && i + 1 < findings_.size() && may_count(findings_[i + 1]) &&
        (classes_at(tokens_, extent(finding).last) & kOn) != 0 &&
        findings_[i + 1].tokens.first == extent(finding).last + 1) {
      counted = counted_subject(stretch_, finding, {});  // "i punti sono 357 su 560 reparti"
      if (counted.tokens.empty()) counted = counted_after(stretch_, findings_[i + 1]);
    }
    if (counted.tokens.empty()) counted = counted_subject_after(stretch_, finding, left);
    // "gli stranieri sono 510, l'8% dei residenti: 97 in più"
    const bool changed = near_ && finding.figure.change != Change::kNone;
    if (counted.tokens.empty() && may_be_named_ && !changed) {
      counted = counted_label(stretch_, finding, left);
    }
    // "nove in meno per le donne (da 60 a 51)": levels of the count that changed
    if (counted.tokens.empty() && left > 1 && tokens_.is(left - 1, "da") &&
        tokens_.is(left - 2, "(")) {
      counted = counted_of_change(stretch_, left - 2);
      if (counted.tokens.empty()) counted = carried(finding, previous_);
    }
    if (counted.tokens.empty() && may_be_named_) counted = counted_bracket(stretch_, finding, left);
    if (counted.tokens.empty() && may_be_named_) counted = of_percent(stretch_, percent_, left);
    if (counted.tokens.empty() && has_singular_article(stretch_, finding)) return std::nullopt;
    return counted;
  }

  // What the sentence says the number is of.
  Counted told_noun(const Finding& finding, uint32_t left) const {
    Counted counted = before_change(stretch_, finding, left);
    if (counted.tokens.empty() && may_be_named_) {
      counted = counted_apposition(stretch_, finding, left);
    }
    if (counted.tokens.empty()) counted = counted_elliptic_subject(stretch_, finding, left);
    if (counted.tokens.empty() && may_be_named_) counted = counted_row(stretch_, finding, left);
    if (counted.tokens.empty()) counted = counted_topic(stretch_, left);
    if (!counted.tokens.empty()) return counted;
    if (follows_pronoun(tokens_, left)) {
      return {taken_up(stretch_, left, previous_.finding, previous_.noun), "counted.taken_up"};
    }
    return counted_subject(stretch_, finding, near_ ? previous_.noun : TokenRange{});
  }

  bool take_lead(Finding& finding, uint32_t left) {
    const Span noun = lead_.noun_of(finding, left);
    if (noun.empty()) return false;
    finding.figure.kind = Kind::kCount;
    finding.figure.counted = noun;
    finding.figure.counted_in_lead = true;
    if (stretch_.options.with_steps) finding.figure.steps.push_back({"counted.lead", {}, ""});
    return true;
  }

  Counted carried(const Finding& finding, const LastCount& count) const {
    return counted_carried(stretch_, finding, count.finding, count.noun);
  }

  // The noun of a count before in the clause.
  Counted noun_before(const Finding& finding, uint32_t left, bool governed) const {
    const Finding* previous = previous_.finding;
    if (!may_be_named_ && (previous == nullptr || !has_millions(*previous))) return {};
    // "1.842 corsisti di 74 nazionalità: 960 ai primi corsi"; "310 ai reparti, in 6 scatoloni, 450
    // alle scuole": more than what stands between
    const bool more = previous != nullptr && free_.finding != previous &&
                      previous->figure.value < finding.figure.value;
    Counted counted;
    if (!governed && left > 0 && (more || tokens_.is(left - 1, ":"))) {
      counted = carried(finding, free_);
    }
    return counted.tokens.empty() ? carried(finding, previous_) : counted;
  }

  void settle(Finding& finding, const Counted& counted, bool governed) {
    if (measures(stretch_, counted, finding)) {
      measured_ = &finding;
      return;
    }
    // "da 48 a 54": the second of two levels
    if (measured_ != nullptr && counted.rule == "counted.carried" &&
        (previous_.finding == nullptr || previous_.finding < measured_)) {
      finding.figure.kind = measured_->figure.kind;
      finding.figure.unit = measured_->figure.unit;
      return;
    }
    finding.figure.kind = Kind::kCount;
    finding.figure.counted = tokens_.span(counted.tokens);
    if (stretch_.options.with_steps) {
      finding.figure.steps.push_back({counted.rule, finding.figure.counted, ""});
    }
    // "34,2 casi per 100.000 abitanti, contro 32,5"
    if (previous_.finding != nullptr && is_base_of_rate(stretch_, finding)) return;
    previous_ = {&finding, counted.tokens};
    if (!governed) free_ = previous_;
    if (depths_[finding.tokens.first] == 0) outside_ = previous_;
  }

  Stretch& stretch_;
  const Tokens& tokens_;
  std::vector<Finding>& findings_;
  const std::vector<uint8_t>& depths_;
  LeadCounted lead_;
  LastCount previous_;
  LastCount free_;                     // … that no preposition governs
  LastCount outside_;                  // … outside brackets
  const Finding* percent_ = nullptr;   // the last percent
  const Finding* measured_ = nullptr;  // the last whose noun was a unit
  bool money_near_ = false;            // the sentence so far speaks of money
  uint32_t read_to_ = 0;
  bool near_ = false;          // the last count stands in the sentence of this number
  bool may_be_named_ = false;  // by a label or a bracket
};

}  // namespace

void annotate_counted(Stretch& stretch) { CountedPass(stretch).run(); }

}  // namespace cifra
