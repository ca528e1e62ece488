// Years that stand alone, "nel 2020", "bilancio 2019": told from a number by what stands around.

#include "core/grammar/no_fact.h"
#include "core/lexicon/word_list.h"

namespace cifra {
namespace {

const WordSet& year_units() {
  static const WordSet words(
      "euro eur lire dollari sterline franchi km metri mq ettari tonnellate chili kg kw mw gw kwh "
      "mwh "
      "gwh ore giorni mesi minuti secondi anni milioni miliardi mila migliaia mln mld per");
  return words;
}

const WordSet& year_hedges() {
  static const WordSet words(
      "circa oltre quasi almeno sono erano altri altre ulteriori primi prime ultimi ultime ogni "
      "ciascuno");
  return words;
}

// Before a year that is one: "nel", "del", "anno", "fine", "entro il", another year, a bracket.
bool announces_year(const Tokens& tokens, uint32_t at) {
  if (at == 0) return false;
  const Token& before = tokens[at - 1];
  static const WordSet cues(
      "nel del dal al sul col anno anni il l' dall' nell' dell' all' fine inizio meta primavera "
      "estate autunno inverno esercizio entro stagione annualita biennio triennio quadriennio "
      "quinquennio decennio periodo trimestre semestre quadrimestre bimestre es");
  return cues.has(before.folded);
}

}  // namespace

bool stands_as_year(const Tokens& tokens, uint32_t at) {
  const auto year = year_at(tokens, at);
  if (!year) return false;
  const uint32_t next = at + 1;
  if (next < tokens.size()) {
    const Token& after = tokens[next];
    if (after.is("%") || after.is("\u20AC") || after.is("$") || after.is("\u00A3")) return false;
    if (after.is_word() && year_units().has(after.folded) && !after.is("per")) return false;
    if (after.is("per") && (tokens.is(next + 1, "cento") || tokens.is(next + 1, "mille"))) {
      return false;
    }
    if (after.type == TokenClass::kWord && is_glued(tokens, next)) return false;
  }
  if (at > 0) {
    const Token& before = tokens[at - 1];
    if (before.is("\u20AC") || before.is("$") || before.is("+") || before.is("eur") ||
        before.is("euro")) {
      return false;
    }
    if (year_hedges().has(before.folded)) return false;
    if (before.is("di") && at > 1 && (tokens.is(at - 2, "piu") || tokens.is(at - 2, "meno"))) {
      return false;
    }
  }
  if (announces_year(tokens, at)) return true;
  if (*year < 1900 || *year > 2099) return false;
  return !may_be_counted(tokens, next);
}

}  // namespace cifra
