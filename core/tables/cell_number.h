// A cell that holds a number and nothing else: its parts, before the table says what they mean.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/grammar/decimal.h"
#include "core/grammar/figure.h"
#include "core/text/span.h"

namespace cifra {

// Which mark parts whole numbers from decimals.
enum class DecimalMark : uint8_t { kUnknown, kComma, kPoint };

struct CellNumber {
  Span digits;         // the numeral: digits and separators
  bool minus = false;  // any dash, before or after
  bool plus = false;
  bool bracketed = false;  // "(1.234)"
  Approximation approximation = Approximation::kNone;
  Span unit;  // what stands beside the numeral: "€", "%", "mln"; empty for none
  Span year;  // a year in brackets: "64% (2019)"
};

// Spans are into `cell`. Nothing when the cell holds anything else than one number, its sign, its
// unit and note marks.
std::optional<CellNumber> read_cell_number(std::string_view cell);

// Whether the cell says that it has no value: empty, dashes, "n.d.", "…".
bool is_blank_cell(std::string_view cell);

// Four digits from 1900 to 2100, or two such parted by a dash or slash.
bool is_year_cell(std::string_view cell);

// What one numeral says of the decimal mark: "1.234,5" a comma, "12.5" a point; "1.234" and "1,234"
// leave it open.
DecimalMark mark_of(std::string_view digits);

// Whether a numeral can be read in two ways: "1.234" or "1,234".
bool is_ambiguous(std::string_view digits);

// The value of a numeral where the decimal mark is known; else as the grammar reads it.
std::optional<Decimal> value_of(std::string_view digits, DecimalMark mark);

// Digits printed after the decimal mark.
int decimals_of(std::string_view digits, DecimalMark mark);

}  // namespace cifra
