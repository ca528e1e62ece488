#include "core/query/italian_value.h"

#include <algorithm>

namespace cifra {
namespace {

struct UnitName {
  std::string_view code, name;
};
constexpr UnitName kUnitNames[] = {
    {"EUR", " euro"},      {"USD", " dollari"}, {"GBP", " sterline"}, {"ITL", " lire"},
    {"CHF", " franchi"},   {"%", "%"},          {"‰", "‰"},           {"pp", " punti percentuali"},
    {"bp", " punti base"}, {"a", " anni"},      {"mo", " mesi"},      {"wk", " settimane"},
    {"d", " giorni"},      {"h", " ore"},       {"min", " minuti"},   {"s", " secondi"},
    {"m2", " m²"},         {"m3", " m³"},       {"km2", " km²"},      {"L", " litri"},
    {"t", " tonnellate"},  {"Cel", " °C"},      {"ha", " ettari"},
};

struct HedgeName {
  std::string_view code, name;
};
constexpr HedgeName kHedges[] = {
    {"about", "circa "},   {"over", "oltre "},     {"at_least", "almeno "},
    {"under", "meno di "}, {"at_most", "fino a "}, {"nearly", "quasi "},
};

std::string unit_name(std::string_view unit) {
  if (unit.empty()) return {};
  for (const UnitName& row : kUnitNames) {
    if (row.code == unit) return std::string(row.name);
  }
  std::string name(1, ' ');
  for (char c : unit) {
    if (c != '.') name += c;  // UCUM's product dot: "kW.h" is kWh
  }
  return name;
}

// Digits grouped by three.
std::string grouped_digits(std::string_view digits) {
  std::string result;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0 && digits.size() > 3) result += '.';
    result += digits[i];
  }
  return result;
}

// The digits before and after a comma set `places` from the right, without zeros at the end.
std::string scaled_down(std::string_view digits, size_t places) {
  const std::string_view whole = digits.substr(0, digits.size() - places);
  std::string_view rest = digits.substr(digits.size() - places);
  while (rest.ends_with('0')) rest.remove_suffix(1);
  std::string result = grouped_digits(whole);
  if (!rest.empty()) result.append(1, ',').append(rest);
  return result;
}

// Digits after the comma once the scale's are gone.
size_t places_needed(std::string_view digits, size_t places) {
  size_t zeros = 0;
  while (zeros < places && digits[digits.size() - 1 - zeros] == '0') ++zeros;
  return places - zeros;
}

}  // namespace

std::string italian_number(std::string_view value) {
  if (value.find('/') != std::string_view::npos) return std::string(value);
  std::string sign;
  if (value.starts_with('-')) {
    sign = "−";
    value.remove_prefix(1);
  }
  const size_t point = value.find('.');
  const std::string_view digits = value.substr(0, point);
  if (point != std::string_view::npos) {
    return (sign + grouped_digits(digits)).append(1, ',').append(value.substr(point + 1));
  }
  constexpr size_t kReadable = 3;  // "1,146 miliardi", but "3.489.806.105"
  if (digits.size() > 9 && places_needed(digits, 9) <= kReadable) {
    return sign + scaled_down(digits, 9) + (digits == "1000000000" ? " miliardo" : " miliardi");
  }
  if (digits.size() > 6 && places_needed(digits, 6) <= 1) {
    return sign + scaled_down(digits, 6) + (digits == "1000000" ? " milione" : " milioni");
  }
  return sign + grouped_digits(digits);
}

std::string italian_value(const FactRow& fact) { return italian_value(quantity_of(fact)); }

std::string italian_value(const Quantity& quantity) {
  std::string result;
  const std::string_view approximation = name_of(quantity.approximation);
  for (const HedgeName& row : kHedges) {
    if (row.code == approximation) result += row.name;
  }
  if (approximation == "magnitude") result = "nell'ordine di ";
  if (quantity.change == Change::kIncrease) result += '+';
  if (quantity.change == Change::kDecrease) result += "−";
  std::string number = italian_number(quantity.value.to_string());
  if (quantity.high) number += "–" + italian_number(quantity.high->to_string());
  result += number;
  const bool scaled = number.ends_with("milioni") || number.ends_with("miliardi") ||
                      number.ends_with("milione") || number.ends_with("miliardo");
  const std::string unit = unit_name(quantity.unit);
  if (scaled && unit.starts_with(' ')) result += " di";
  if (quantity.kind == Kind::kMultiple) result += " volte";
  return result + unit;
}

}  // namespace cifra
