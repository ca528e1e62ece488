// The passes of the grammar, in the order recogniser.cc runs them; each has a file of its own named
// after it. A pass reads the stretch's tokens and findings and adds findings, or fills fields of
// figures found.

#pragma once

#include "core/grammar/stretch.h"

namespace cifra {

// Fills Stretch::starts, before all others; needs neither sentences nor owners.
void find_starts(Stretch& stretch);
// Adds what is recognised but no fact (dates, clock times, ordinals, references, codes, names with
// numbers), so that its tokens are taken before quantities are looked for.
void recognise_no_facts(Stretch& stretch);
// Adds quantities on the tokens left: number, scale, unit, range; kind and value are final but for
// number → count.
void recognise_quantities(Stretch& stretch);

// "0,1 punti" are percentage points where the sentence speaks of rates, "gli over 65" years.
void understand_units(Stretch& stretch);
// Gives numbers the scale and unit that the sentence says once for several of them: "5, 7 e 9
// milioni", "275 miliardi in pensioni e 53 in istruzione".
void share_units(Stretch& stretch);

// Gives numbers the scale and unit of a line above them: "(valori in milioni di euro)".
void share_unit_lines(Stretch& stretch);
// Makes big numbers without a noun of their own money, where the sentence speaks of money.
void understand_money(Stretch& stretch);
// A printed sign is a change ("+2,1 mld", "-3%") or makes the value negative ("saldo −1,2 mld").
void settle_signs(Stretch& stretch);

void annotate_approximation(Stretch& stretch);  // Figure::approximation, Finding::hedge
void annotate_change(Stretch& stretch);
void annotate_counted(Stretch& stretch);  // Figure::counted; a number with a noun becomes a count
void annotate_whole(Stretch& stretch);
void annotate_per(Stretch& stretch);
void annotate_time(Stretch& stretch);

}  // namespace cifra
