// A number that says no scale, unit or noun takes those of the figure it is parallel to: the
// nearest one before it that what stands between the two (between.h), the number's article and its
// size allow. "409,5 milioni: 236,1 di ordinaria", "era di 19,2 milioni, è sceso a 13,6", "l'86%
// delle famiglie, ma il 29,4 non si fida". No unit is better than a wrong one: where a nearer
// figure may be meant, nothing is given.
//
// Cannot do: what only the meaning of words tells.

#include <algorithm>
#include <optional>

#include "core/grammar/between.h"
#include "core/grammar/context.h"
#include "core/grammar/likeness.h"
#include "core/grammar/noun_phrase.h"
#include "core/grammar/share.h"

namespace cifra {
namespace {

constexpr uint32_t kFarthest = 60;  // tokens back to the figure it is parallel to
constexpr uint32_t kReach = 24;     // … of a number that may as well be a count
constexpr int kDaysOfMonth = 31;
constexpr int kMostGivers = 12;   // figures looked at
constexpr size_t kMostAhead = 4;  // figures after it

class Parallel {
 public:
  Parallel(Stretch& stretch, size_t index)
      : stretch_(stretch), index_(index), taker_(stretch.findings[index]) {}

  void resolve() {
    const Tokens& tokens = stretch_.tokens;
    if (!may_take()) return;
    lead_ = lead_of(stretch_, taker_);
    of_them_ = is_of_them(stretch_, taker_);
    has_noun_ = !of_them_ && !stands_without_noun(stretch_, taker_, lead_);
    if (has_noun_ && !is_share_in_adjectives()) return;
    if (lead_.first > 0 && goes_on_at(tokens, lead_.first) &&
        (tokens.is(lead_.first - 1, "la") || tokens.is(lead_.first - 1, "alla"))) {
      return;  // a mark, a match: "la 5", "alle 5"
    }
    uint32_t cursor = taker_.tokens.first;
    std::optional<size_t> rate;  // a rate with its article: nearer, but not the like of a decimal
    int seen = 0;
    for (size_t back = index_; back-- > 0 && seen < kMostGivers;) {
      const Finding& giver = stretch_.findings[back];
      if (taker_.tokens.first - giver.tokens.last > kFarthest) break;
      for (; cursor >= giver.tokens.last && cursor > 0; --cursor) {
        if (!tokens[cursor].starts_sentence) continue;
        if (rate) return give(*rate, Shared::kScaleAndUnit, "ellipsis.rate");
        if (seen == 0 || only_skipped_) share_over_sentence(stretch_, index_, lead_, back, cursor);
        return;
      }
      if (!giver.figure.is_fact()) {
        follows_date_ = follows_date_ || giver.figure.kind == Kind::kDate;
        continue;
      }
      ++seen;
      // "37 comuni a Bari (2 milioni), 18 a Lecce": what is said in brackets is said of another
      if (stretch_.depths[giver.tokens.first] > stretch_.depths[taker_.tokens.first]) continue;
      switch (judge(back)) {
        case Verdict::kYes:
          return;
        case Verdict::kNo:
          if (rate) return give(*rate, Shared::kScaleAndUnit, "ellipsis.rate");
          if (is_bare(giver)) take_from_next();
          return;
        case Verdict::kLater:
          if (may_be_rate_ && !rate) rate = back;
          break;
      }
    }
    if (rate) return give(*rate, Shared::kScaleAndUnit, "ellipsis.rate");
    take_from_next();
  }

 private:
  // "alle 12 era 19,2, alle 19 era 47,8 e alla chiusura 68,3%": decimals before the one that says
  // it.
  void take_from_next() {
    if (!is_bare(taker_) || !is_decimal(taker_) || is_told_of_index()) return;
    uint32_t cursor = taker_.tokens.last;
    const size_t last = std::min(stretch_.findings.size(), index_ + 1 + kMostAhead);
    for (size_t next = index_ + 1; next < last; ++next) {
      const Finding& giver = stretch_.findings[next];
      if (!giver.figure.is_fact()) continue;
      if (giver.tokens.first - taker_.tokens.last > kReach || !is_decimal(giver)) return;
      if (stretch_.depths[giver.tokens.first] != stretch_.depths[taker_.tokens.first]) return;
      for (; cursor < giver.tokens.first; ++cursor) {
        if (stretch_.tokens[cursor].starts_sentence) return;
      }
      if (is_bare(giver)) continue;
      if (giver.figure.unit != "%" || lead_of(stretch_, giver).article != lead_.article) return;
      return give(next, Shared::kScaleAndUnit, "ellipsis.rate");
    }
  }
  bool is_told_of_index() const {
    uint32_t first = taker_.tokens.first;
    while (first > 0 && taker_.tokens.first - first < kReach &&
           !stretch_.tokens[first].starts_sentence) {
      --first;
    }
    return between(stretch_, first, lead_).index;
  }

  bool may_take() const {
    if (is_year_like(stretch_, taker_)) return false;
    const bool scaled_alone =
        taker_.power >= 3 && taker_.figure.kind == Kind::kNumber && taker_.figure.unit.empty();
    return is_bare(taker_) || scaled_alone;
  }

  void give(size_t giver, Shared what, std::string_view rule) {
    share(stretch_, giver, index_, what, rule);
  }

  Verdict judge(size_t back) {
    const Finding& giver = stretch_.findings[back];
    may_be_rate_ = false;
    const Kind kind = giver.figure.kind;
    if (kind == Kind::kShare || kind == Kind::kMultiple) return Verdict::kLater;
    if (!says_unit(giver)) {
      if (giver.figure.kind == Kind::kNumber && is_for_each()) return Verdict::kLater;
      only_skipped_ = false;
      return is_decimal(taker_) && !is_decimal(giver) ? Verdict::kLater : Verdict::kNo;
    }
    if (kind == Kind::kPercent) return judge_rate(back);
    if (lead_.article == LeadArticle::kSingular) return Verdict::kLater;
    if (!agrees(stretch_, giver, lead_)) return Verdict::kLater;
    Between gap = between(stretch_, extent(giver).last, lead_);
    if (is_partitive(giver, gap)) gap.parted = gap.part = true;
    gap.parted = gap.parted || is_from_to(giver);
    const bool divided = giver.power >= 6 && (gap.part || giver.like != kNoFinding);
    if (has_noun_ && !divided) return Verdict::kNo;
    // "2,8 milioni di abitanti, 1,3 dei quali": of what stands right before
    gap.part = (gap.part && !is_labelled(giver)) || of_them_;
    if (of_them_ && !is_decimal(taker_) && !is_what_they_are(giver)) return Verdict::kNo;
    if (kind == Kind::kDuration && giver.power < 6) {
      const Verdict verdict = judge_duration(stretch_, giver, taker_, lead_, gap);
      if (verdict == Verdict::kYes) give(back, Shared::kScaleAndUnit, rule_of(gap));
      return verdict;
    }
    only_skipped_ = false;
    if (!gap.parted || gap.index || gap.rate) return Verdict::kNo;
    if (!has_no_noun(giver, gap)) return Verdict::kNo;
    const bool bare_word = taker_.in_words && !is_decimal(taker_);
    if (bare_word && giver.power == 0 && !giver.in_words) return Verdict::kNo;
    const uint32_t distance = taker_.tokens.first - giver.tokens.last;
    const bool told = gap.part || gap.taken_up;
    if (!is_decimal(taker_)) {
      if (!told && distance > kReach) return Verdict::kNo;
      if (giver.power >= 6 && taker_.power == 0 && !may_be_scaled(giver, gap)) return Verdict::kNo;
      if (giver.power >= 6 && !told && follows_like_number(back)) return Verdict::kNo;
    }
    if (taker_.power > 0) {
      // "da 1.000 euro a un massimo di 150mila"; millions alone are understand_money()'s
      const bool thousands = kind == Kind::kMoney && taker_.power == 3 &&
                             (!gap.verb || told || (lead_.preposition & (kTo | kFrom)) != 0);
      const bool like = ((kind == Kind::kMeasure && (told || !gap.verb)) || thousands) &&
                        within(taker_.figure.value.numerator, giver.figure.value.numerator, 2);
      if (!like) return Verdict::kNo;
      give(back, Shared::kUnit, rule_of(gap));
      return Verdict::kYes;
    }
    const auto what = fitting(giver, taker_, gap, is_unit_price(giver, gap));
    // "3,3 miliardi alla cultura, 900 milioni allo sport, 1,1 al turismo": written like the first
    if (!what) return is_decimal(taker_) ? Verdict::kLater : Verdict::kNo;
    give(back, *what, rule_of(gap));
    return Verdict::kYes;
  }

  // Whether the taker stands in a bracket that the giver is not in.
  bool is_bracketed(const Finding& giver) const {
    return stretch_.depths[giver.tokens.first] < stretch_.depths[taker_.tokens.first];
  }

  // "4 milioni di euro (circa 5,45 a dose)": what each of something costs; "al mese" is no such.
  bool is_unit_price(const Finding& giver, const Between& gap) const {
    const Tokens& tokens = stretch_.tokens;
    const uint32_t at = taker_.tokens.last;
    if (giver.figure.kind != Kind::kMoney || (!is_bracketed(giver) && !gap.equal)) return false;
    if ((classes_at(tokens, at) & (kTo | kFor)) == 0 || !is_word_at(tokens, at + 1)) return false;
    return !tokens.is(at + 1, "mese") && !tokens.is(at + 1, "anno") &&
           !tokens.is(at + 1, "giorno") && is_noun(tokens, at + 1);
  }

  // A whole number beside millions: not one in words, not a difference, no number of the articled.
  bool may_be_scaled(const Finding& giver, const Between& gap) const {
    if (taker_.in_words && !giver.in_words && !gap.taken_up && !of_them_) return false;
    // "contro i 97 del 2016 e i 108 del 2015"
    const bool many = lead_.article == LeadArticle::kPlural;
    const bool alike =
        giver.like != kNoFinding && lead_of(stretch_, giver).article == lead_.article;
    // "dovrebbe superare i 900"
    const auto written = giver.figure.value.numerator.scaled(-giver.power);
    const bool level = gap.verb && !gap.own_singular && written &&
                       within(taker_.figure.value.numerator, *written, 1);
    if (many && !gap.compared && !alike && !level) return false;
    return !is_difference(stretch_.tokens, taker_);
  }

  // "15,6 miliardi alla sanità, 7 dei quali": no other plural between, and one gender.
  bool is_what_they_are(const Finding& giver) const {
    const Tokens& tokens = stretch_.tokens;
    for (uint32_t at = extent(giver).last; at < lead_.first; ++at) {
      if (is_plural_noun(tokens, at) && (classes_at(tokens, at) & kPreposition) == 0 &&
          tokens[at].folded.back() != 'a') {
        return false;
      }
    }
    NumberLead of;
    of.article = tokens.is(taker_.tokens.last, "delle") ? LeadArticle::kFemininePlural
                                                        : LeadArticle::kPlural;
    return agrees(stretch_, giver, of);
  }

  // "Dei 12 MW installati 7 sono solari".
  bool is_partitive(const Finding& giver, const Between& gap) const {
    const NumberLead whole = lead_of(stretch_, giver);
    const bool opens = whole.first == 0 || stretch_.tokens[whole.first].starts_sentence;
    return opens && (whole.preposition & (kOf | kOn)) != 0 && !gap.own_plural &&
           lead_.preposition == 0 && lead_.article == LeadArticle::kNone && !taker_.in_words;
  }

  // "sanità: 2,8 miliardi, lavoro: 4,2": the colon before a number is that of its label.
  bool is_labelled(const Finding& giver) const {
    const Tokens& tokens = stretch_.tokens;
    const NumberLead lead = lead_of(stretch_, giver);
    return lead.first > 0 && lead_.first > 0 && tokens.is(lead.first - 1, ":") &&
           tokens.is(lead_.first - 1, ":");
  }

  // "Dal 3,8% di gennaio l'inflazione è scesa all'1,2".
  bool is_from_to(const Finding& giver) const {
    return (lead_.preposition & kTo) != 0 && (lead_of(stretch_, giver).preposition & kFrom) != 0;
  }

  // "80 euro per chi ha tre figli, 120 per chi ne ha quattro": what it is for is another count.
  bool is_for_each() const {
    const Tokens& tokens = stretch_.tokens;
    const uint32_t first = taker_.tokens.first;
    const uint32_t after = taker_.tokens.last;
    if (first == 0 || (classes_at(tokens, after) & kFor) == 0) return false;
    if (!tokens.is(first - 1, ",") && !tokens.is(first - 1, ";") && !tokens.is(first - 1, "e")) {
      return false;
    }
    return tokens.is(after + 1, "chi") || tokens.is(after + 1, "ogni") ||
           (classes_at(tokens, after + 1) & (kPronoun | kDefiniteArticle)) != 0;
  }

  // "di cui 3,2 paganti", "2,1 ordinarie": no number of things is a decimal; "3,2 figli per donna"
  // is an average.
  bool is_share_in_adjectives() const {
    const uint32_t at = taker_.tokens.last;
    return is_decimal(taker_) && is_word_at(stretch_.tokens, at) && !stretch_.tokens[at].capital &&
           goes_on_at(stretch_.tokens, at) &&
           (classes_at(stretch_.tokens, at + 1) & (kFor | kTo | kQuantifier)) == 0;
  }

  // "45 entro giugno, con una rata di 24 miliardi, e 55 entro dicembre": a number before the giver
  // that says no more than the taker.
  bool follows_like_number(size_t giver) const {
    const uint32_t end = stretch_.findings[giver].tokens.first;
    for (size_t back = giver; back-- > 0;) {
      const Finding& before = stretch_.findings[back];
      if (end - before.tokens.last > kReach) return false;
      if (!before.figure.is_fact()) continue;
      return is_bare(before) && !before.in_words && !is_year_like(stretch_, before) &&
             stands_without_noun(stretch_, before, {}) &&
             !crosses_sentence(stretch_.tokens, before.tokens.last, end);
    }
    return false;
  }

  bool has_no_noun(const Finding& giver, const Between& gap) const {
    const bool money = giver.figure.kind == Kind::kMoney || giver.figure.unit.empty();
    if (gap.money && !money) return false;
    const NumberLead like = lead_of(stretch_, giver);
    const bool same = lead_.preposition != 0 && like.preposition == lead_.preposition;
    // "di 1.500 euro per la materna, per il nido di 3.000"
    // … "contro una previsione di 3,9"
    const bool foreseen = gap.compared && is_decimal(taker_);
    if (gap.governed && !gap.money && !foreseen && !(gap.governed_definite && same)) return false;
    if (gap.taken_up) return true;
    // "l'export vale 626 miliardi, le importazioni 592", but "i ricavi sono 5 milioni, i soci 30"
    // … "entrate per 48 milioni e uscite per 45"
    if (gap.own_plural && !is_decimal(taker_) && !gap.verb) {
      const auto written = giver.figure.value.numerator.scaled(-giver.power);
      const bool near = written && within(taker_.figure.value.numerator, *written, 1);
      const bool of = same && (lead_.preposition & kOf) != 0;
      return near && (of || (giver.power >= 6 && (same || has_full_verb(stretch_, like))));
    }
    return !gap.verb || (!gap.own_plural && !gap.own_singular);
  }

  Verdict judge_rate(size_t back) {
    const Finding& giver = stretch_.findings[back];
    if (taker_.power > 0) return Verdict::kLater;
    const bool article = lead_.article == LeadArticle::kSingular;
    if (article && giver.figure.unit != "%" && giver.figure.unit != "‰") return Verdict::kLater;
    // "cresciuta del 2,6% rispetto ai 22,8 del 2019": a percent is one
    const bool many =
        lead_.article == LeadArticle::kPlural || lead_.article == LeadArticle::kFemininePlural;
    if (many) return Verdict::kLater;
    const bool rest = !is_like_rate(taker_, lead_);
    if (rest && (!taker_.hedge.empty() || !closes_hundred(stretch_, back, taker_, kMostGivers)))
      return Verdict::kLater;
    const Between gap = between(stretch_, extent(giver).last, lead_);
    only_skipped_ = false;
    if ((!gap.parted && !is_from_to(giver)) || gap.index) return Verdict::kNo;
    // "Il 9 giugno ha votato il 48%, il 10 …": a day
    if (article && follows_date_ && !is_decimal(taker_) && taker_.hedge.empty() &&
        lead_.preposition == 0 && taker_.figure.value < Value{Decimal(kDaysOfMonth + 1)} &&
        !gap.verb) {
      return Verdict::kNo;
    }
    // "rincari del 20%: un caffè costa 1,30": another thing's own number
    const bool own = gap.verb && (gap.own_plural || (gap.own_singular && !gap.rate));
    if (!article && (gap.governed || own)) return Verdict::kNo;
    if (article && giver.figure.value.numerator < Decimal(50) &&
        Decimal(100) < taker_.figure.value.numerator) {
      return Verdict::kNo;
    }
    // "sono 3 milioni, il 5% in più, contro 2,8": no article, unlike the rate
    if (!article && !rest && lead_of(stretch_, giver).article == LeadArticle::kSingular) {
      may_be_rate_ = true;
      return Verdict::kLater;
    }
    give(back, Shared::kScaleAndUnit, "ellipsis.rate");
    return Verdict::kYes;
  }

  static std::string_view rule_of(const Between& gap) {
    if (gap.taken_up) return "ellipsis.taken_up";
    if (gap.part) return "ellipsis.part";
    if (gap.equal) return "ellipsis.equal";
    if (gap.compared) return "ellipsis.compared";
    return gap.verb ? "ellipsis.state" : "ellipsis.forward";
  }

  Stretch& stretch_;
  size_t index_;
  const Finding& taker_;
  NumberLead lead_;
  bool may_be_rate_ = false;
  bool of_them_ = false;
  bool follows_date_ = false;
  bool has_noun_ = false;
  bool only_skipped_ = true;  // no figure of the sentence so far that it could be like
};

}  // namespace

void share_parallel(Stretch& stretch, size_t taker) { Parallel(stretch, taker).resolve(); }

}  // namespace cifra
