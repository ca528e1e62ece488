// Rates: what a figure is said for each of. "233 euro al mese", "500 kg per abitante", "4,3 posti
// letto per ogni 1.000 abitanti", "10 milioni annui", "€15 mld/anno". The base (1.000 abitanti) is
// no fact of its own.

#include "core/grammar/context.h"
#include "core/grammar/noun_phrase.h"
#include "core/grammar/passes.h"
#include "core/lexicon/word_list.h"

namespace cifra {
namespace {

constexpr uint32_t kReach = 6;  // tokens from the figure to its rate

struct RateUnit {
  std::string_view words;
  std::string_view code;
};
constexpr RateUnit kUnits[] = {
    {"anno anni annui annue annuo annua annuali annuale", "a"},
    {"mese mesi mensili mensile", "mo"},
    {"giorno giorni giornalieri giornaliere giornaliero giornaliera die quotidiani quotidiane",
     "d"},
    {"settimana settimane settimanali settimanale", "wk"},
    {"ora ore orari orarie h", "h"},
    {"minuto minuti", "min"},
    {"secondo s", "s"},
    {"km chilometro", "km"},
    {"kmq chilometro_quadrato", "km2"},
    {"mq", "m2"},
    {"mc", "m3"},
    {"ettaro ha", "ha"},
    {"kg chilo chilogrammo", "kg"},
    {"tonnellata t", "t"},
    {"litro", "L"},
    {"kwh kilowattora", "kW.h"},
    {"mwh megawattora", "MW.h"},
};

std::string_view rate_unit(std::string_view folded) {
  static const WordMap<std::string_view> map = [] {
    WordMap<std::string_view> made;
    for (const RateUnit& row : kUnits) {
      for_each_word(row.words, [&](std::string_view word) { made.emplace(word, row.code); });
    }
    return made;
  }();
  const auto found = map.find(folded);
  return found == map.end() ? std::string_view() : found->second;
}

// Adjectives that are rates by themselves: "annui", "mensili".
bool is_rate_adjective(std::string_view folded) {
  return folded.starts_with("annu") || folded.starts_with("mensil") ||
         folded.starts_with("giornalier") || folded.starts_with("settimanal") ||
         folded == "orari" || folded == "orarie" || folded.starts_with("quotidian");
}

struct Rate {
  std::string per;
  TokenRange tokens;
  uint32_t base = kNoFinding;  // the finding that is the base
};

// The denominator that begins at `at`, after its preposition.
Rate denominator(const Stretch& stretch, uint32_t first, uint32_t at) {
  const Tokens& tokens = stretch.tokens;
  if (!goes_on_at(tokens, at)) return {};
  if (tokens.is(at, "ogni") || tokens.is(at, "ciascun") || tokens.is(at, "ciascuna") ||
      tokens.is(at, "ciascuno") || tokens.is(at, "singolo") || tokens.is(at, "singola")) {
    ++at;
    if (!goes_on_at(tokens, at)) return {};
  }
  if (const Finding* base = fact_at(stretch, at)) {
    const uint32_t end = extent(*base).last;
    if (!base->unit.empty()) {
      const std::string_view unit = base->figure.unit;
      if (base->figure.kind != Kind::kMeasure && base->figure.kind != Kind::kDuration) return {};
      return {base->figure.value.to_string() + " " + std::string(unit),
              {first, end},
              stretch.owner[at]};
    }
    const TokenRange noun = noun_phrase_at(stretch, tokens.is(end, "di") ? end + 1 : end, true);
    if (noun.empty()) return {};
    return {base->figure.value.to_string() + " " + std::string(tokens.source(noun.first)),
            {first, noun.last},
            stretch.owner[at]};
  }
  if (stretch.owner[at] != kNoFinding || !tokens[at].is_word()) return {};
  if (const std::string_view unit = rate_unit(tokens[at].folded); !unit.empty()) {
    return {std::string(unit), {first, at + 1}};
  }
  const TokenRange noun = noun_phrase_at(stretch, at, false);
  if (noun.empty()) return {};
  return {std::string(stretch.span(noun).of(stretch.text)), {first, noun.last}};
}

bool is_person(std::string_view word) {
  return word == "testa" || word == "persona" || word == "famiglia" || word == "notte" ||
         word == "voce" || word == "pezzo" || word == "domanda" || word == "progetto";
}

Rate rate_at(const Stretch& stretch, uint32_t at) {
  const Tokens& tokens = stretch.tokens;
  if (!goes_on_at(tokens, at)) return {};
  const Token& token = tokens[at];
  if (stretch.owner[at] != kNoFinding) return {};
  if (token.is("/")) {  // "768,2/100.000 ab"
    const Finding* base = fact_at(stretch, at + 1);
    if (base != nullptr && is_round(*base)) return denominator(stretch, at, at + 1);
  }
  if (token.is("/") && is_word_at(tokens, at + 1)) {
    const std::string_view unit = rate_unit(tokens[at + 1].folded);
    if (unit.empty()) return {};
    return {std::string(unit), {at, at + 2}};
  }
  if (!token.is_word()) return {};
  if (is_rate_adjective(token.folded)) {
    return {std::string(rate_unit(token.folded)), {at, at + 1}};
  }
  if (token.is("pro") && tokens.is(at + 1, "capite")) return {"persona", {at, at + 2}};
  if (token.is("procapite")) return {"persona", {at, at + 1}};
  if (token.is("cadauno") || token.is("cadauna") || token.is("ciascuno") || token.is("ciascuna")) {
    return {"1", {at, at + 1}};
  }
  if (token.is("l'") && tokens.is(at + 1, "anno")) {
    const bool named = tokens.is(at + 2, "scorso") || tokens.is(at + 2, "prossimo") ||
                       tokens.is(at + 2, "precedente") || tokens.is(at + 2, "prima") ||
                       tokens.is(at + 2, "dopo") || tokens.is(at + 2, "successivo");
    if (named) return {};
    return {"a", {at, at + 2}};
  }
  if (token.is("l'") && tokens.is(at + 1, "ora")) return {"h", {at, at + 2}};
  if ((classes_at(tokens, at) & kTo) != 0 && is_word_at(tokens, at + 1)) {
    const std::string_view word = tokens[at + 1].folded;
    const std::string_view unit = rate_unit(word);
    if (!unit.empty() && (classes_at(tokens, at) & kWithArticle) != 0 && !word.ends_with('i')) {
      const bool named = is_numeral_at(tokens, at + 2) ||
                         (tokens.is(at + 2, "di") && stretch.owner[at + 2] == kNoFinding);
      return named ? Rate{} : Rate{std::string(unit), {at, at + 2}};
    }
    if (token.is("a") && is_person(word))
      return {word == "testa" ? "persona" : std::string(word), {at, at + 2}};
    return {};
  }
  if (token.is("ogni")) return denominator(stretch, at, at);
  if (token.is("per")) {
    const bool each = tokens.is(at + 1, "ogni") || tokens.is(at + 1, "ciascun") ||
                      tokens.is(at + 1, "ciascuna") || tokens.is(at + 1, "ciascuno");
    const Finding* base = fact_at(stretch, at + 1);
    const bool round = base != nullptr && base->unit.empty() && is_round(*base);
    if (each || round) return denominator(stretch, at, at + 1);
    // "per abitante", "per studente": one noun in the singular and nothing articled
    static const WordSet each_words(
        "abitante alunno studente famiglia persona nucleo donna lavoratore addetto dipendente "
        "cittadino utente paziente residente beneficiario progetto intervento comune impresa "
        "azienda classe veicolo passeggero assistito figlio kg km mq kmq ettaro tonnellata litro "
        "turista visitatore contribuente nascita evento contratto domanda candidato notte capite");
    const bool known = is_word_at(tokens, at + 1) && each_words.has(tokens[at + 1].folded);
    if (known) return denominator(stretch, at, at + 1);
  }
  return {};
}

// "il numero di posti per 1.000 abitanti è 3,7": a base whose rate is said elsewhere.
bool is_lone_base(const Stretch& stretch, const Finding& finding) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t first = finding.tokens.first;
  if (first == 0 || !finding.unit.empty() || finding.figure.high) return false;
  if (!tokens.is(first - 1, "per") && !tokens.is(first - 1, "ogni")) return false;
  if (!is_round(finding)) return false;
  const uint32_t noun =
      tokens.is(finding.tokens.last, "di") ? finding.tokens.last + 1 : finding.tokens.last;
  return tokens.is(noun, "abitanti") || tokens.is(noun, "residenti") || tokens.is(noun, "ab") ||
         tokens.is(noun, "nati") || tokens.is(noun, "occupati") || tokens.is(noun, "donne") ||
         tokens.is(noun, "dimessi") || tokens.is(noun, "popolazione");
}

}  // namespace

void annotate_per(Stretch& stretch) {
  const Tokens& tokens = stretch.tokens;
  for (Finding& finding : stretch.findings) {
    if (!finding.figure.is_fact() || !finding.figure.per.empty()) continue;
    uint32_t at = extent(finding).last;
    if (finding.figure.kind == Kind::kCount && !finding.figure.counted.empty()) {
      // over the noun when it stands right after the number
      const TokenRange noun = noun_phrase_at(stretch, tokens.is(at, "di") ? at + 1 : at, false);
      if (!noun.empty()) at = noun.last;
    }
    for (uint32_t step = 0; step < kReach && goes_on_at(tokens, at); ++step, ++at) {
      if (fact_at(stretch, at) != nullptr) break;
      const Rate rate = rate_at(stretch, at);
      if (!rate.per.empty()) {
        finding.figure.per = rate.per;
        if (rate.base != kNoFinding && rate.base < stretch.findings.size()) {
          stretch.findings[rate.base].figure.kind = Kind::kReference;
        }
        if (stretch.options.with_steps) {
          finding.figure.steps.push_back({"per.rate", stretch.span(rate.tokens), rate.per});
        }
        break;
      }
      // only adjectives of the unit may stand between: "euro lordi al mese"
      if (!tokens[at].is_word() || !is_modifier(tokens, at)) break;
    }
  }
  for (Finding& finding : stretch.findings) {
    if (finding.figure.is_fact() && is_lone_base(stretch, finding)) {
      finding.figure.kind = Kind::kReference;
    }
  }
}

}  // namespace cifra
