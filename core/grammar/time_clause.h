// Where the clause of an expression of time ends: what is said after it holds at another time.

#pragma once

#include "core/grammar/time_expression.h"

namespace cifra {

// A comparison that goes on to tell: "rispetto al 2023, quando era di 1,7 miliardi".
bool tells_on(const Tokens& tokens, const TimeExpression& expression);
// A finite verb stands between the tokens.
bool verb_between(const Tokens& tokens, uint32_t from, uint32_t to);
// "il decreto del 31 maggio", "legge n. 77 del 2021": the date of an act, of no figure.
bool of_an_act(const Stretch& stretch, const TimeExpression& expression);
// "il tempo, che nel 2019 era di 112 giorni, è sceso a 87": a clause of its own, closed before the
// figure by a comma and the verb of the sentence.
bool is_closed_clause(const Tokens& tokens, const TimeExpression& expression, uint32_t figure);
// "l'età media, 12,3 anni nel 2015, è scesa": the verb of what the apposition stands beside.
bool ends_apposition(const Stretch& stretch, const TimeExpression& expression);
// A clause ends between: "la media del 2007; il 40%".
bool ends_between(const Tokens& tokens, uint32_t from, uint32_t to);
// "1.350 entro il 2026, ma i contratti firmati sono 122".
bool turns_between(const Tokens& tokens, uint32_t from, uint32_t to);

}  // namespace cifra
