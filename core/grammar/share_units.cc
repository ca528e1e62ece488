// Scale and unit said once for several numbers. Backwards: "5, 7 e 9 milioni", "il 10 e il 15 per
// cento". Forwards: "275 miliardi in pensioni e 53 in istruzione".
// Cannot do: a unit said in another sentence.

#include <algorithm>
#include <utility>

#include "core/grammar/context.h"
#include "core/grammar/passes.h"
#include "core/grammar/view.h"
#include "core/grammar/word_facts.h"

namespace cifra {
namespace {

constexpr uint32_t kReach =
    18;  // tokens between the number that says its unit and one that takes it

constexpr uint32_t kReachOfAge = 12;  // tokens from "età" to the last of its bands
constexpr int kOldest = 121;
constexpr uint32_t kReachOfIndex = 8;  // tokens from an index's name to its value
constexpr size_t kRatesAround = 4;  // figures before and after a bare decimal looked at for a rate

class UnitSharer : public View {
 public:
  explicit UnitSharer(Stretch& stretch) : View(stretch), findings_(stretch.findings) {}

  void run() {
    for (size_t i = 0; i < findings_.size(); ++i) {
      read_points(findings_[i], i > 0 ? &findings_[i - 1] : nullptr);
      read_age(findings_[i]);
    }
    for (size_t i = 1; i + 1 < findings_.size(); ++i) share_again(i);
    for (size_t i = findings_.size(); i-- > 1;) share_back(findings_[i - 1], findings_[i]);
    for (size_t i = 1; i < findings_.size(); ++i) {
      share_part(findings_[i - 1], findings_[i]);
      share_forward(i);
    }
    for (size_t i = 0; i < findings_.size(); ++i) {
      share_cents(i);
      share_rate(i);
    }
  }

 private:
  // "un punto", "0,1 punti": percentage points where the sentence speaks of rates.
  void read_points(Finding& finding, const Finding* previous) {
    if (!is_bare(finding)) return;
    const uint32_t at = finding.tokens.last;
    if (!is_any(at, {"punti", "punto"})) return;
    const TokenRange sentence = stretch_.sentence(finding.tokens.first);
    // "L'affluenza era del 75%. Il calo è di 2 punti": the rate was said right before
    bool rate = previous != nullptr && previous->figure.kind == Kind::kPercent &&
                finding.tokens.first - previous->tokens.last < kReach;
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (is_token_any(i, {"indice", "indici", "spread", "classifica"})) return;
      if (rate) continue;
      rate = is_token_any(i, {"%", "tasso", "tassi", "percentuale", "percentuali", "quota", "pp",
                              "inflazione", "incidenza", "pil", "cento", "aliquota"});
    }
    if (!rate) return;
    finding.figure.kind = Kind::kPercent;
    finding.figure.unit = "pp";
    finding.unit = {at, at + 1};
    finding.figure.unit_span = tokens_.span(finding.unit);
    finding.plain = false;
    if (stretch_.options.with_steps) {
      finding.figure.steps.push_back({"unit", finding.figure.unit_span, "pp"});
    }
  }

  // "la fascia d'età 0-19", "gli over 65": years of age.
  void read_age(Finding& finding) {
    const uint32_t first = finding.tokens.first;
    if (!is_bare(finding) || finding.in_words || first == 0) return;
    const Value& most = finding.figure.high ? *finding.figure.high : finding.figure.value;
    if (most >= Value{Decimal(kOldest)} || !most.numerator.is_integer()) return;
    const uint32_t after = finding.tokens.last;
    if (after < tokens_.size() && is_word_at(tokens_, after) && !ends_here(after) &&
        (classes_at(tokens_, after) &
         (kArticle | kFiniteVerb | kPreposition | kRelative | kPronoun | kConjunction)) == 0) {
      return;
    }
    bool age = is_token_any(first - 1, {"over", "under"});
    for (uint32_t at = first; !age && at > 0 && first - at < kReachOfAge; --at) {
      if (tokens_[at].starts_sentence) return;
      age = tokens_[at - 1].is("eta");
      const Finding* other = fact_at(stretch_, at - 1);
      const bool band = other != nullptr && other->figure.unit == "a";
      const bool links = (classes_at(tokens_, at - 1) & (kArticle | kPreposition)) != 0 ||
                         is_token_any(at - 1, {"e", ",", "o", "(", "compresa", "compreso"});
      if (!age && !band && !links) return;
    }
    if (!age) return;
    finding.figure.kind = Kind::kDuration;
    finding.figure.unit.assign(1, 'a');
    finding.plain = false;
    if (stretch_.options.with_steps) {
      finding.figure.steps.push_back(step("unit.age", finding.tokens, finding.figure.value));
    }
  }

  // "462,769 milioni … 52 su 462": a sum named again without its scale, and the part of it.
  void share_again(size_t index) {
    Finding& part = findings_[index];
    Finding& whole = findings_[index + 1];
    if (!is_bare(part) || !is_bare(whole) || part.in_words) return;
    if (whole.tokens.first != part.tokens.last + 1 || !tokens_[part.tokens.last].is("su")) return;
    for (size_t back = index; back-- > 0;) {
      const Finding& giver = findings_[back];
      if (part.tokens.first - giver.tokens.last > 4 * kReach) return;
      if (giver.power < 6) continue;
      const auto rest =
          giver.figure.value.numerator.scaled(-giver.power)->minus(whole.figure.value.numerator);
      if (!rest || rest->is_negative() || *rest >= Decimal(1)) continue;
      give(giver, part, "ellipsis.again");
      give(giver, whole, "ellipsis.again");
      return;
    }
  }

  bool is_bare(const Finding& finding) const {
    return finding.figure.kind == Kind::kNumber && finding.figure.unit.empty() &&
           finding.power == 0 && !finding.scaled &&
           finding.figure.approximation == Approximation::kNone;
  }
  bool says_unit(const Finding& finding) const {
    const Kind kind = finding.figure.kind;
    return finding.figure.is_fact() && kind != Kind::kShare && kind != Kind::kMultiple &&
           (finding.power >= 3 || !finding.figure.unit.empty());
  }
  bool crosses_sentence(uint32_t first, uint32_t last) const {
    for (uint32_t i = first; i <= last && i < tokens_.size(); ++i) {
      if (tokens_[i].starts_sentence) return true;
    }
    return false;
  }
  static bool is_year_like(const Finding& finding) {
    return finding.plain && !finding.in_words && finding.figure.value >= Value{Decimal(1900)} &&
           finding.figure.value < Value{Decimal(2100)};
  }

  // Between the numbers stands nothing but commas, conjunctions, articles and prepositions.
  void share_back(Finding& low, const Finding& high) {
    if (!is_bare(low) || !says_unit(high) || is_year_like(low)) return;
    // "da 142 a 157, +11%": levels beside their change
    if (high.sign != 0 && low.sign == 0 && high.figure.kind == Kind::kPercent) return;
    const uint32_t first = low.tokens.last;
    const uint32_t last = high.tokens.first;
    if (last <= first || last - first > 5 || crosses_sentence(first, last)) return;
    bool coordinated = false;
    // "i casi sono 45, il 9% in più": a count beside its rate has no article of its own
    const bool own_article = is_token_any(last - 1, {"il", "l'", "lo"}) &&
                             high.figure.kind == Kind::kPercent && tokens_[first].is(",");
    if (own_article && !has_article(low)) return;
    for (uint32_t i = first; i < last; ++i) {
      static constexpr std::string_view kJoints[] = {",",    "e",  "ed",   "o",      "a",  "al",
                                                     "all'", "ai", "alle", "contro", "ad", "+"};
      static constexpr std::string_view kBetween[] = {
          "il",  "l'",    "lo",    "i",   "le",    "di",     "del",   "dell'",
          "dal", "circa", "quasi", "nel", "nello", "nell'",  "oltre", "fino",
          "poi", "-",     "+",     "da",  "dei",   "infine", "dello", "per"};
      const bool joint = is_token_any(i, kJoints);
      if (!joint && !is_token_any(i, kBetween)) return;
      coordinated = coordinated || joint;
    }
    // "i biglietti sono 105.385, il 6% in più": a count beside its rate
    // … or "8.924, oltre 3mila in più": beside its change in thousands
    const bool own_number =
        low.figure.value >= Value{Decimal(1000)} &&
        (high.figure.kind == Kind::kPercent || (high.power > 0 && high.power < 6));
    // "i progetti sono 333, per 0,6 miliardi": a count beside its sum
    if (last == first + 2 && is_token_any(first, {","}) && is_token_any(last - 1, {"per"})) return;
    if (coordinated && !own_number) give(high, low, "ellipsis.backward");
  }
  // "il 10", "del 5", "all'8".
  bool has_article(const Finding& finding) const {
    const uint32_t at = finding.tokens.first;
    return at > 0 && is_token_any(at - 1, {"il", "l'", "lo", "al", "allo", "all'", "del", "dello",
                                           "dell'", "dal", "dallo", "dall'", "di", "nel"});
  }
  bool is_token_any(uint32_t i, std::span<const std::string_view> words) const {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return tokens_[i].is(word); });
  }
  bool is_token_any(uint32_t i, std::initializer_list<std::string_view> words) const {
    return is_token_any(i, std::span<const std::string_view>(words.begin(), words.size()));
  }

  // "tra i 15 e i 24 anni …, tra i 25 e i 34": ages by bands, whatever is said of them between.
  bool share_band(size_t index) {
    Finding& taker = findings_[index];
    if (!taker.figure.high || !is_band(taker)) return false;
    for (size_t back = index; back-- > 0;) {
      const Finding& giver = findings_[back];
      if (taker.tokens.first - giver.tokens.last > 2 * kReach) return false;
      if (crosses_sentence(giver.tokens.last, taker.tokens.first)) return false;
      if (giver.figure.kind != Kind::kDuration || !giver.figure.high) continue;
      give(giver, taker, "ellipsis.forward");
      return true;
    }
    return false;
  }

  void share_forward(size_t index) {
    Finding& taker = findings_[index];
    if (!is_bare(taker) || is_year_like(taker)) return;
    if (share_band(index)) return;
    for (size_t back = index; back-- > 0;) {
      const Finding& giver = findings_[back];
      if (taker.tokens.first - giver.tokens.last > kReach) return;
      if (crosses_sentence(giver.tokens.last, taker.tokens.first)) return;
      if (!giver.figure.is_fact()) continue;
      // "80 euro per chi ha tre figli, 120 per chi ne ha quattro": what it is for is a count
      const bool parallel = giver.figure.kind == Kind::kNumber && is_for_each(taker);
      if (!says_unit(giver) && !parallel) return;
      if (giver.figure.kind == Kind::kDuration || parallel) continue;
      // "cresciuta del 2,6% rispetto ai 22,8 del 2019": a percent is one
      if (giver.figure.kind == Kind::kPercent && is_of_many(taker)) continue;
      // "37 comuni a Bari (2 milioni), 18 a Lecce": what is said in brackets is said of another
      if (stretch_.depths[giver.tokens.first] > stretch_.depths[taker.tokens.first]) continue;
      if (may_take(giver, taker)) give(giver, taker, "ellipsis.forward");
      return;
    }
  }

  // "…, 120 per chi ne ha quattro", after a comma.
  bool is_for_each(const Finding& taker) const {
    const uint32_t first = taker.tokens.first;
    return first > 0 && is_token_any(first - 1, {",", ";", "e"}) &&
           is_any(taker.tokens.last, {"per"}) &&
           is_any(taker.tokens.last + 1, {"chi", "quelli", "quelle", "i", "gli", "le", "ogni"});
  }
  // "ai 22,8", "dai 300".
  bool is_of_many(const Finding& taker) const {
    const uint32_t first = taker.tokens.first;
    return first > 0 &&
           is_token_any(first - 1, {"i", "gli", "le", "ai", "agli", "alle", "dai", "dagli", "dalle",
                                    "dei", "degli", "delle", "sui", "sugli", "sulle"});
  }

  // "361,6 milioni, di cui 251 destinati", "165 TWh, di cui almeno 14 dal sole": a part of what the
  // number before it measures; a noun of its own would make it something else.
  void share_part(const Finding& giver, Finding& taker) {
    if (!is_bare(taker) || is_year_like(taker) || !says_unit(giver)) return;
    if (giver.figure.kind == Kind::kPercent || giver.figure.kind == Kind::kDuration) return;
    const uint32_t first = giver.tokens.last;
    const uint32_t last = taker.tokens.first;
    if (last - first > kReach || crosses_sentence(first, last)) return;
    bool which = false;
    for (uint32_t i = first; i + 1 < last; ++i) {
      which = which || (tokens_[i].is("di") && tokens_[i + 1].is("cui"));
      if (which && i + 5 < last) return;
    }
    if (!which) return;
    const uint32_t after = taker.tokens.last;
    const bool participle = after < tokens_.size() && tokens_[after].is_word() &&
                            !tokens_[after].capital &&
                            has_trait(tokens_[after], kLooksLikeParticiple);
    if (!participle && !ends_here(after)) return;
    const auto rest = giver.power > 0 ? taker.figure.value.numerator.scaled(giver.power)
                                      : std::optional<Decimal>(taker.figure.value.numerator);
    if (!rest || giver.figure.value < Value{*rest}) return;
    give(giver, taker, "ellipsis.part");
  }

  // "fino a 10 mila euro è di 1,80 euro, oltre è di 2,50": cents where the sentence tells prices.
  void share_cents(size_t index) {
    Finding& taker = findings_[index];
    if (index == 0 || !is_bare(taker) || taker.in_words || !has_cents(taker)) return;
    if (!ends_here(taker.tokens.last)) return;
    const Finding& giver = findings_[index - 1];
    const bool price = giver.figure.kind == Kind::kMoney && giver.power == 0 && has_cents(giver);
    if (!price || taker.tokens.first - giver.tokens.last > kReach ||
        crosses_sentence(giver.tokens.last, taker.tokens.first)) {
      return;
    }
    give(giver, taker, "ellipsis.cents");
  }
  bool has_cents(const Finding& finding) const {
    const std::string_view printed = finding.figure.span.of(stretch_.text);
    return printed.size() > 3 && printed[printed.size() - 3] == ',';
  }

  // "al Nord il 62,4%, al Centro 58,1, al Sud 51,7": a bare decimal among rates is a rate.
  void share_rate(size_t index) {
    Finding& taker = findings_[index];
    if (!is_bare(taker) || taker.in_words || taker.figure.value.numerator.is_integer()) return;
    const uint32_t after = taker.tokens.last;
    const bool participle = after < tokens_.size() && tokens_[after].is_word() &&
                            has_trait(tokens_[after], kLooksLikeParticiple);
    // "del 2,4 (63 giorni)", but "16,4 (+7,3%)" in a row of levels
    const bool bracket = is_any(after, {"("}) && has_article(taker);
    if (!participle && !bracket && !ends_here(after)) return;
    const TokenRange sentence = stretch_.sentence(taker.tokens.first);
    if (is_told_of_index(sentence.first, taker.tokens.first)) return;
    // "a Genova 201,8, il 17% in meno": a level beside its rate
    if (taker.tokens.last + 2 < tokens_.size() && is_token_any(taker.tokens.last, {","}) &&
        is_token_any(taker.tokens.last + 1, {"il", "l'", "lo"}) &&
        stretch_.owner[taker.tokens.last + 2] != kNoFinding) {
      return;
    }
    for (size_t step = 1; step <= kRatesAround; ++step) {
      for (const size_t other : {index - step, index + step}) {
        if (other >= findings_.size()) continue;
        const Finding& giver = findings_[other];
        const bool near =
            giver.tokens.first >= sentence.first && giver.tokens.last <= sentence.last;
        if (!near || giver.figure.kind != Kind::kPercent || is_of_many(taker)) continue;
        give(giver, taker, "ellipsis.rate");
        return;
      }
    }
  }

  // "un indice di mortalità pari a 3,2": no rate.
  bool is_told_of_index(uint32_t first, uint32_t last) const {
    for (uint32_t i = last; i > first && last - i < kReachOfIndex; --i) {
      if (is_token_any(i - 1, {"indice", "indici", "coefficiente", "punteggio", "rapporto"})) {
        return true;
      }
    }
    return false;
  }

  // "tra i 25 e i 34", with no noun of its own.
  bool is_band(const Finding& taker) const {
    const uint32_t first = taker.tokens.first;
    const uint32_t before = first > 1 && is_token_any(first - 1, {"i", "gli", "le"}) ? 2 : 1;
    if (first < before || !is_token_any(first - before, {"tra", "fra", "trai", "frai"})) {
      return false;
    }
    const uint32_t after = taker.tokens.last;
    if (after >= tokens_.size() || tokens_[after].starts_sentence) return true;
    return !tokens_[after].is_word() ||
           (classes_at(tokens_, after) & (kPreposition | kConjunction | kFiniteVerb)) != 0;
  }

  bool may_take(const Finding& giver, const Finding& taker) const {
    if (taker.figure.value >= Value{Decimal(giver.power >= 3 ? 1000 : 100000)}) return false;
    // "10mila turisti al giorno, circa 300 in più": "mila" is the one number's own
    if (giver.power == 3 && giver.figure.unit.empty()) return false;
    // "da 7 a 11mila, e i sequestri da 180 a 196": too many thousands to be of a kind
    if (giver.power == 3 && giver.figure.high && taker.figure.high) {
      const auto most = giver.figure.high->numerator.scaled(-2);
      if (most && taker.figure.value.numerator > *most) return false;
    }
    if (!ends_here(taker.tokens.last)) return false;
    uint32_t before = taker.tokens.first;
    bool article = false;
    bool amount = taker.sign != 0;
    for (int steps = 0; steps < 4 && before > giver.tokens.last; ++steps) {
      const uint32_t at = before - 1;
      if (is_token_any(at, {"il", "l'", "lo", "al", "del", "dal", "all'", "dell'"})) article = true;
      if (is_token_any(at, {"di", "+", "-"})) amount = true;
      if (!is_token_any(at, {"il", "l'",  "lo",  "al",    "del",   "dal",      "all'",   "dell'",
                             "di", "+",   "-",   "circa", "oltre", "quasi",    "altri",  "a",
                             "da", "gli", "i",   "ben",   "solo",  "soltanto", "appena", "poi",
                             "ai", "dei", "per", "dai",   "sui",   "delle",    "alle"})) {
        break;
      }
      before = at;
    }
    const bool coordinated =
        before > giver.tokens.last && is_token_any(before - 1, {",", "e", "ed", ";", "ma", "mentre",
                                                                "contro", "(", "o", "rispetto"});
    // "fino a 10 mila euro è di 1,80": the verb, not "e"
    if (!coordinated || (classes_at(tokens_, before - 1) & kFiniteVerb) != 0) return false;
    if (giver.figure.kind == Kind::kPercent) return article || amount;
    return giver.power >= 3 || giver.figure.kind == Kind::kMoney ||
           giver.figure.kind == Kind::kMeasure;
  }

  // After the taker comes no noun of its own.
  bool ends_here(uint32_t at) const {
    if (at >= tokens_.size() || tokens_[at].starts_sentence) return true;
    const Token& after = tokens_[at];
    if (stretch_.owner[at] != kNoFinding) return true;
    if (after.is(".")) return at + 1 >= tokens_.size() || tokens_[at + 1].starts_sentence;
    if (!after.is_word()) return after.is(",") || after.is(";") || after.is(")");
    if (is_token_any(at, {"di", "su"}) && at + 1 < tokens_.size()) {
      return !is_token_any(at + 1, {"questi", "queste", "cui", "essi", "loro"}) &&
             !tokens_[at + 1].is_numeral();
    }
    return is_token_any(at, {"in",       "di",
                             "per",      "a",
                             "al",       "alla",
                             "alle",     "ai",
                             "agli",     "allo",
                             "all'",     "nel",
                             "nella",    "nei",
                             "nelle",    "nello",
                             "nell'",    "negli",
                             "da",       "dal",
                             "dalla",    "dai",
                             "su",       "sul",
                             "sulla",    "sull'",
                             "sui",      "del",
                             "dell'",    "della",
                             "dei",      "delle",
                             "degli",    "rispettivamente",
                             "e",        "ed",
                             "rispetto", "l'",
                             "lo"});
  }

  void give(const Finding& giver, Finding& taker, std::string_view rule) {
    Figure& figure = taker.figure;
    if (giver.power > 0) {
      const auto value = figure.value.numerator.scaled(giver.power);
      if (!value) return;
      figure.value.numerator = *value;
      if (figure.high) {
        const auto high = figure.high->numerator.scaled(giver.power);
        if (high) figure.high->numerator = *high;
      }
      taker.power = giver.power;
    }
    figure.unit = giver.figure.unit;
    if (!figure.unit.empty()) {
      figure.kind = giver.figure.kind;
    }
    taker.plain = false;
    if (stretch_.options.with_steps) {
      figure.steps.push_back(step(rule, giver.tokens, figure.value));
    }
  }

  std::vector<Finding>& findings_;
};

}  // namespace

void share_units(Stretch& stretch) { UnitSharer(stretch).run(); }

}  // namespace cifra
