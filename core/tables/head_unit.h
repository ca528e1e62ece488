// What heads, captions and unit lines say of the numbers under them: unit, scale, and whether they
// are counts or changes.

#pragma once

#include <string>
#include <string_view>

#include "core/grammar/figure.h"

namespace cifra {

struct HeadUnit {
  Kind kind = Kind::kNumber;
  std::string_view unit;  // static; empty: none said
  std::string_view
      factor;     // static: a multiple written into the unit: "1000000" for "Mmc"; empty for 1
  int power = 0;  // a scale: 3 for "migliaia"
  bool has_unit = false, has_scale = false;
  bool counts = false;  // "N.", "abitanti": no unit from further out
  bool money = false;   // "importo": money without a currency
  bool change = false;  // "variazione"
  bool points = false;  // a caption that gives changes in percentage points beside per cents
};

// One head cell, caption or unit line. In a caption, units count only where they are said to be
// units: in brackets, or after "valori", "dati", "in".
HeadUnit read_head_unit(std::string_view text, bool is_caption);

// The unit beside a number in its cell: "€", "mln", "%".
HeadUnit read_cell_unit(std::string_view text);

}  // namespace cifra
