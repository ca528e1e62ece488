// What a printed sign means where nothing else said it: "+2,1 mld" and "-3%" are changes,
// "saldo −1,2 miliardi" and "−3 °C" are values below zero.

#include "core/grammar/passes.h"

namespace cifra {
namespace {

constexpr uint32_t kReach = 8;  // tokens looked back for the noun of a level

// Nouns of what can be below zero.
constexpr WordLiteral kLevels[] = {
    "saldo",    "saldi",  "temperatura", "temperature",   "minima",        "minime",
    "bilancio", "avanzo", "fabbisogno",  "disavanzo",     "indebitamento", "risultato",
    "quota",    "zero",   "gradi",       "indice",        "bilancia",      "margine",
    "valore",   "valori", "clima",       "differenziale", "deficit",       "negativo",
    "negativa", "tasso"};

bool names_level(const Stretch& stretch, uint32_t first) {
  for (uint32_t back = 1; back <= kReach && back <= first; ++back) {
    const Token& token = stretch.tokens[first - back];
    if (is_one_of(token, kLevels)) return true;
    if (token.starts_sentence) break;
  }
  return false;
}

}  // namespace

void settle_signs(Stretch& stretch) {
  for (Finding& finding : stretch.findings) {
    Figure& figure = finding.figure;
    if (finding.sign == 0 || !figure.is_fact() || figure.change != Change::kNone) continue;
    if (finding.sign == '+') {
      figure.change = Change::kIncrease;
      continue;
    }
    const bool level = figure.unit == "Cel" || names_level(stretch, finding.tokens.first);
    const bool rate = figure.kind == Kind::kPercent;
    if (rate || !level) {
      figure.change = Change::kDecrease;
      continue;
    }
    figure.value.numerator = figure.value.numerator.negated();
    figure.span.begin = stretch.tokens[finding.tokens.first - 1].span.begin;
  }
}

}  // namespace cifra
