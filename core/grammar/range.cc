#include "core/grammar/range.h"

#include <utility>

#include "core/grammar/view.h"

namespace cifra {
namespace {

constexpr WordLiteral kArticles[] = {"i",   "il", "le",    "la",      "lo",     "l'",
                                     "gli", "un", "circa", "massimo", "minimo", "di"};
constexpr WordLiteral kTo[] = {"a",    "ai",   "al",   "all'", "alle", "alla",
                               "agli", "allo", "fino", "sino", "ad"};
// Verbs of a change: "passa da 12 a 18" is two levels.
constexpr std::string_view kChangeStems[] = {
    "pass",    "sal",    "scen",     "sces",    "cresc",      "cresciut",   "aument",
    "cal",     "diminu", "ridu",     "ridott",  "port",       "increment",  "alz",
    "abbass",  "arriv",  "raddoppi", "triplic", "quadruplic", "quintuplic", "dimezz",
    "rimodul", "mod",    "elev",     "innalz",  "crollat",    "balz"};

constexpr uint32_t kReachOfChange = 10;  // tokens from a verb of change to the first level

bool same_unit(const std::optional<Unit>& a, const std::optional<Unit>& b) {
  return a && b && a->code == b->code && a->kind == b->kind;
}

class RangeReader : public View {
 public:
  using View::View;

  RangeOpener opener(uint32_t token) const {
    uint32_t at = token;
    for (int steps = 0; steps < 4 && at > 0 && !tokens_[at].starts_sentence; ++steps) {
      const Token& before = tokens_[at - 1];
      if (stretch_.owner[at - 1] != kNoFinding) return RangeOpener::kNone;
      if (before.is("tra") || before.is("fra") || before.is("trai") || before.is("frai")) {
        return RangeOpener::kBetween;
      }
      if (before.is("da") || before.is("dal") || before.is("dallo") || before.is("dall'") ||
          before.is("dalla")) {
        return RangeOpener::kFrom;
      }
      if (before.is("dai") || before.is("dalle") || before.is("dagli")) {
        return RangeOpener::kFromTheMany;
      }
      const bool article = before.is("€") || before.is("euro") || is_one_of(before, kArticles);
      if (!article) return RangeOpener::kNone;
      --at;
    }
    return RangeOpener::kNone;
  }

  std::optional<UnitNumber> single(uint32_t token, bool joins_and) const {
    auto number = read_number(stretch_, token, joins_and);
    if (!number) return std::nullopt;
    UnitNumber made;
    made.number = std::move(*number);
    made.unit = read_unit_after(stretch_, made.number);
    made.last = made.unit ? made.unit->tokens.last : made.number.tokens.last;
    if (!made.unit) {
      made.unit = read_unit_before(stretch_, token);
      made.unit_before = made.unit.has_value();
    }
    if (!made.unit && !made.number.currency.empty()) {
      made.unit = Unit{{}, UnitKind::kMoney, made.number.currency, ""};
    }
    return made;
  }

  void extend(UnitNumber& low, RangeOpener opener) const {
    if (low.number.kind == Kind::kMultiple) return;
    if (opener != RangeOpener::kNone && extend_opened(low, opener)) return;
    if (extend_joined(low)) return;
    extend_or(low);
  }

 private:
  // "tra … e …", "da … a …".
  bool extend_opened(UnitNumber& low, RangeOpener opener) const {
    uint32_t at = low.last;
    if (opener == RangeOpener::kBetween) {
      if (!is_and(at) && !is_any(at, {"a", "ai"}))
        return false;  // "tra 0 a 18 anni" is written too
      ++at;
    } else {
      if (!is_any(at, kTo)) return false;
      while (is_any(at, kTo)) ++at;
    }
    at = skip_to_number(at);
    auto high = at < tokens_.size() ? single(at, true) : std::nullopt;
    if (!high) return false;
    if (opener != RangeOpener::kBetween) {
      // Two ends with units of their own, or a verb of change, are two levels.
      const bool own_unit = low.unit && !low.unit_before && low.last == low.unit->tokens.last;
      const bool own_scale = low.number.scaled && !low.number.in_words;
      if (own_unit && !same_unit(low.unit, high->unit)) return false;
      if (opener == RangeOpener::kFrom && (own_unit || own_scale)) return false;
      // "dal 41,3 al 45,6 per cento" moved; "dal 10 al 15 per cento" lies between.
      const bool exact =
          !low.number.value.numerator.is_integer() || !high->number.value.numerator.is_integer();
      if (opener == RangeOpener::kFrom && exact && high->unit &&
          high->unit->kind == UnitKind::kPercent) {
        return false;
      }
      const bool share = low.number.kind == Kind::kShare;
      // "24 casi in più (da 43 a 67)": a change once more, by its two levels
      const bool bracket = low.number.tokens.first > 1 &&
                           tokens_[low.number.tokens.first - 2].is("(") &&
                           tokens_.is(high->last, ")");
      if (!share && bracket && !low.unit && !high->unit) return false;
      // "i posti passano da 310 a 364 e le ore da 48 a 54": the verb may stand further off
      const bool bare = !high->unit && !is_noun_like(high->last);
      const uint32_t reach = bare ? 2 * kReachOfChange : kReachOfChange;
      if (!share && follows_change_verb(low.number.tokens.first, reach)) return false;
    }
    return join(low, *high);
  }

  uint32_t skip_to_number(uint32_t at) const {
    for (int steps = 0; steps < 4; ++steps, ++at) {
      if (goes_on(at) && (tokens_[at].is("€") || tokens_[at].is("euro"))) continue;
      if (!is_any(at, kArticles)) break;
      if (is_un(at) && goes_on(at + 1) && may_begin_number(tokens_[at + 1])) break;
      if (is_un(at) && !is_any(at + 1, {"massimo", "minimo"})) break;
    }
    return at;
  }

  bool follows_change_verb(uint32_t token, uint32_t reach) const {
    for (uint32_t back = 1; back <= reach && back <= token; ++back) {
      const Token& before = tokens_[token - back];
      if (before.is(".") || before.is(";") || before.is(":")) return false;
      // "una riduzione dal 10 al 15 per cento" lies between; an "aumento" moves.
      const bool noun = before.folded.ends_with("zione") || before.folded.ends_with("zioni");
      if (before.is_word() && before.folded.size() > 3 && !noun) {
        for (const std::string_view stem : kChangeStems) {
          if (before.folded.starts_with(stem)) return true;
        }
      }
      if (tokens_[token - back].starts_sentence) return false;
    }
    return false;
  }

  // "10-15%", "10 – 15 mila", "25-\n30", "10 ÷ 15", "8/10 posti".
  bool extend_joined(UnitNumber& low) const {
    const uint32_t at = low.last;
    if (!goes_on(at) || at + 1 >= tokens_.size()) return false;
    const bool dash = tokens_[at].is("-") || tokens_[at].is("÷");
    const bool slash = tokens_[at].is("/");
    if (!dash && !slash) return false;
    const bool space_left = tokens_[at].space_before;
    const bool space_right = tokens_[at + 1].space_before;
    // "1,02– 1,26" is a range, "5 -3" a number and its sign.
    if (space_left && !space_right) return false;
    if (space_left != space_right && slash) return false;
    if (slash && (space_left || low.unit || !low.number.plain)) return false;
    if (has_leading_zero(low.number)) return false;
    uint32_t next = at + 1;
    if (dash && is_any(next, {"€"})) ++next;
    auto high = single(next, true);
    if (!high || high->number.in_words != low.number.in_words) return false;
    if (has_leading_zero(high->number)) return false;
    if (space_left && !high->unit && !high->number.scaled && !is_noun_like(high->last))
      return false;
    if (slash && !is_slash_range(low, *high)) return false;
    if (dash && is_word(high->end_of_number(), "-") &&
        !tokens_[high->end_of_number()].space_before) {
      return false;
    }
    return join(low, *high);
  }
  bool has_leading_zero(const Number& number) const {
    const Token& token = tokens_[number.tokens.first];
    return token.is_numeral() && token.folded.size() > 1 && token.folded[0] == '0' &&
           token.folded[1] >= '0' && token.folded[1] <= '9';
  }
  bool is_noun_like(uint32_t at) const {
    return goes_on(at) && tokens_[at].is_word() && tokens_[at].folded.size() > 3 &&
           !tokens_[at].capital;
  }
  bool is_slash_range(const UnitNumber& low, const UnitNumber& high) const {
    if (!high.number.plain) return false;
    if (!high.unit && !is_noun_like(high.last)) return false;
    if (!high.unit && is_any(high.last, {"dei", "delle", "degli", "del", "della"})) return false;
    if (low.number.value >= high.number.value) return false;
    if (high.unit && is_part_of_one(low, high)) return false;
    return high.number.value < Value{Decimal(high.unit ? 1900 : 200)};
  }

  // "1/2 kg", "3/4 litro": a fraction of one.
  bool is_part_of_one(const UnitNumber& low, const UnitNumber& high) const {
    const Token& unit = tokens_[high.end_of_number()];
    const bool symbol = unit.folded.size() < 4;
    if (symbol)
      return low.number.value == Value{Decimal(1)} && high.number.value == Value{Decimal(2)};
    return unit.folded.ends_with('o') || unit.folded.ends_with('a');
  }

  // "due o tre anni", "10 o 15 milioni".
  void extend_or(UnitNumber& low) const {
    if (low.unit && !low.unit_before) return;
    if (!is_any(low.last, {"o", "od"})) return;
    auto high = goes_on(low.last + 1) ? single(low.last + 1, true) : std::nullopt;
    if (!high || high->number.in_words != low.number.in_words) return;
    if (high->number.kind != Kind::kNumber || low.number.kind != Kind::kNumber) return;
    const auto most = low.number.value.numerator.times(Decimal(3));
    UnitNumber joined = low;
    if (!join(joined, *high) || !most) return;
    if (low.number.power == high->number.power && high->number.value.numerator > *most) return;
    low = joined;
  }

  // Shares scale and unit between the ends; false where they make no range.
  bool join(UnitNumber& low, const UnitNumber& high) const {
    Number first = low.number;
    Number second = high.number;
    if (first.kind != second.kind) return false;
    if (!first.scaled && second.power > 0) {
      const auto scaled = first.value.numerator.scaled(second.power);
      if (scaled && Value{*scaled} < second.value) first.value = Value{*scaled};
      // "da 10 a 7mila": ten thousand, and no range
      const auto mantissa = second.value.numerator.scaled(-second.power);
      const auto most = mantissa ? mantissa->times(Decimal(5)) : std::nullopt;
      if (scaled && Value{*scaled} >= second.value && most && first.value.numerator <= *most) {
        return false;
      }
    } else if (first.power > 0 && !second.scaled && second.value < Value{Decimal(1000)}) {
      const auto scaled = second.value.numerator.scaled(first.power);
      if (scaled) second.value = Value{*scaled};
    }
    if (first.value >= second.value) return false;
    if (low.unit && high.unit && !same_unit(low.unit, high.unit)) return false;
    if (low.unit && !high.unit) {
      low.last = second.tokens.last;
    } else {
      low.unit = high.unit;
      low.unit_before = low.unit_before && high.unit_before;
      low.last = high.last;
    }
    if (stretch_.options.with_steps) {
      first.steps.push_back(step("range", {first.tokens.first, second.tokens.last}, second.value));
    }
    first.scaled = first.scaled || second.scaled;
    first.plain = false;
    low.number = std::move(first);
    low.high = std::move(second);
    return true;
  }
};

}  // namespace

RangeOpener range_opener(const Stretch& stretch, uint32_t token) {
  return RangeReader(stretch).opener(token);
}
std::optional<UnitNumber> read_single(const Stretch& stretch, uint32_t token, bool joins_and) {
  return RangeReader(stretch).single(token, joins_and);
}
void extend_to_range(const Stretch& stretch, UnitNumber& low, RangeOpener opener) {
  RangeReader(stretch).extend(low, opener);
}

}  // namespace cifra
