#include "core/facts/units.h"

#include <array>

namespace cifra {
namespace {

struct Row {
  std::string_view unit;
  std::string_view dimension;
  std::string_view factor;  // base units in one unit, exact
};

// UCUM case-sensitive codes. A new unit is one line.
constexpr auto kRows = std::to_array<Row>({
    // Proportions, in hundredths; percentage points are another dimension: 5 pp are not 5 %.
    {"%", "proportion", "1/100"},
    {"‰", "proportion", "1/1000"},
    {"pp", "percentage point", "1"},
    {"bp", "percentage point", "1/100"},
    // Length in metres
    {"nm", "length", "1/1000000000"},
    {"um", "length", "1/1000000"},
    {"mm", "length", "1/1000"},
    {"cm", "length", "1/100"},
    {"dm", "length", "1/10"},
    {"m", "length", "1"},
    {"km", "length", "1000"},
    {"[mi_i]", "length", "1609.344"},
    {"[nmi_i]", "length", "1852"},
    {"[in_i]", "length", "0.0254"},
    {"[ft_i]", "length", "0.3048"},
    // Area in square metres
    {"mm2", "area", "1/1000000"},
    {"cm2", "area", "1/10000"},
    {"m2", "area", "1"},
    {"ar", "area", "100"},
    {"ha", "area", "10000"},
    {"har", "area", "10000"},
    {"km2", "area", "1000000"},
    // Volume in litres
    {"mL", "volume", "1/1000"},
    {"cL", "volume", "1/100"},
    {"dL", "volume", "1/10"},
    {"L", "volume", "1"},
    {"hL", "volume", "100"},
    {"cm3", "volume", "1/1000"},
    {"dm3", "volume", "1"},
    {"m3", "volume", "1000"},
    {"[bbl_us]", "volume", "158.987294928"},
    // Mass in grams
    {"ug", "mass", "1/1000000"},
    {"mg", "mass", "1/1000"},
    {"g", "mass", "1"},
    {"hg", "mass", "100"},
    {"kg", "mass", "1000"},
    {"dt", "mass", "100000"},
    {"t", "mass", "1000000"},
    {"kt", "mass", "1000000000"},
    {"Mt", "mass", "1000000000000"},
    // Time in seconds; calendar units apart, since a month has no fixed number of days
    {"ms", "time", "1/1000"},
    {"s", "time", "1"},
    {"min", "time", "60"},
    {"h", "time", "3600"},
    {"d", "time", "86400"},
    {"wk", "time", "604800"},
    {"mo", "calendar time", "1"},
    {"a", "calendar time", "12"},
    // Energy in watt-hours
    {"W.h", "energy", "1"},
    {"kW.h", "energy", "1000"},
    {"MW.h", "energy", "1000000"},
    {"GW.h", "energy", "1000000000"},
    {"TW.h", "energy", "1000000000000"},
    {"J", "energy", "1/3600"},
    {"kJ", "energy", "1000/3600"},
    {"MJ", "energy", "1000000/3600"},
    {"GJ", "energy", "1000000000/3600"},
    {"TJ", "energy", "1000000000000/3600"},
    // Power in watts
    {"W", "power", "1"},
    {"kW", "power", "1000"},
    {"MW", "power", "1000000"},
    {"GW", "power", "1000000000"},
    {"TW", "power", "1000000000000"},
    // Data in bytes, data rates in bits per second
    {"By", "data", "1"},
    {"kBy", "data", "1000"},
    {"MBy", "data", "1000000"},
    {"GBy", "data", "1000000000"},
    {"TBy", "data", "1000000000000"},
    {"PBy", "data", "1000000000000000"},
    {"bit/s", "data rate", "1"},
    {"kbit/s", "data rate", "1000"},
    {"Mbit/s", "data rate", "1000000"},
    {"Gbit/s", "data rate", "1000000000"},
    {"Tbit/s", "data rate", "1000000000000"},
    // Speed in metres an hour, flow in litres a second
    {"m/s", "speed", "3600"},
    {"km/h", "speed", "1000"},
    {"[kn_i]", "speed", "1852"},
    {"L/s", "flow", "1"},
    {"m3/s", "flow", "1000"},
    {"m3/h", "flow", "1000/3600"},
    {"m3/d", "flow", "1000/86400"},
    // Frequency in hertz
    {"Hz", "frequency", "1"},
    {"kHz", "frequency", "1000"},
    {"MHz", "frequency", "1000000"},
    {"GHz", "frequency", "1000000000"},
});

}  // namespace

UnitScale scale_of(std::string_view unit) {
  for (const Row& row : kRows) {
    if (row.unit == unit) return {row.dimension, *Value::parse(row.factor)};
  }
  return {unit, Value{Decimal(1)}};
}

std::optional<Value> product(const Value& left, const Value& right) {
  const auto numerator = left.numerator.times(right.numerator);
  const auto denominator = left.denominator.times(right.denominator);
  if (!numerator || !denominator) return std::nullopt;
  return Value{*numerator, *denominator};
}

std::optional<Value> in_base_units(const Value& value, std::string_view unit) {
  return product(value, scale_of(unit).factor);
}

}  // namespace cifra
