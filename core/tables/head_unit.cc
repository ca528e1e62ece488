#include "core/tables/head_unit.h"

#include <algorithm>
#include <vector>

#include "core/grammar/unit.h"
#include "core/lexicon/table_words.h"
#include "core/lexicon/units.h"
#include "core/tables/table_view.h"
#include "core/text/folding.h"

namespace cifra {
namespace {

// Whether `form`, one of several parted by '|', is `word`.
bool has_form(std::string_view forms, std::string_view word) {
  for (size_t at = 0; at <= forms.size();) {
    const size_t end = std::min(forms.find('|', at), forms.size());
    if (forms.substr(at, end - at) == word) return true;
    at = end + 1;
  }
  return false;
}

const UnitWord* unit_of(std::string_view folded, std::string_view written) {
  for (const UnitWord& word : unit_symbols()) {
    if (has_form(word.forms, written)) return &word;
  }
  for (const UnitWord& word : unit_words()) {
    if (has_form(word.forms, folded)) return &word;
  }
  return nullptr;
}

void take(HeadUnit& unit, const UnitWord& word) {
  unit.has_unit = true;
  unit.kind = kind_of(word.kind);
  unit.unit = word.code;
  unit.factor = word.factor;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (size_t at = 0; at < text.size();) {
    const size_t end = text.find_first_of(" ()[],;:/", at);
    const size_t stop = end == std::string_view::npos ? text.size() : end;
    if (stop > at) words.push_back(text.substr(at, stop - at));
    at = stop + 1;
  }
  return words;
}

// A phrase that may be a unit: the longest run of words at its beginning that is one.
bool take_phrase(HeadUnit& unit, std::string_view phrase) {
  while (!phrase.empty() && phrase.front() == ' ') phrase.remove_prefix(1);
  while (!phrase.empty() && phrase.back() == ' ') phrase.remove_suffix(1);
  for (size_t end = phrase.size(); end > 0;) {
    const std::string_view part = phrase.substr(0, end);
    if (const UnitWord* word = unit_of(fold(part), part)) {
      take(unit, *word);
      return true;
    }
    const size_t space = part.find_last_of(" /");
    if (space == std::string_view::npos) break;
    end = space;
  }
  return false;
}

// Text in round or square brackets, and what stands outside them.
struct Parts {
  std::vector<std::string> inside;
  std::string outside;
};

Parts parts_of(std::string_view text) {
  Parts parts;
  std::string current;
  int depth = 0;
  for (const char c : text) {
    if (c == '(' || c == '[') {
      if (depth++ == 0) {
        current.clear();
        continue;
      }
    } else if (c == ')' || c == ']') {
      if (depth > 0 && --depth == 0) {
        parts.inside.push_back(current);
        parts.outside += ' ';
        continue;
      }
    }
    (depth > 0 ? current : parts.outside).push_back(c);
  }
  return parts;
}

constexpr std::string_view kCurrencies[] = {"€", "$", "eur", "euro", "usd", "us$", "£"};

bool ends_with_currency(std::string_view folded) {
  if (!folded.ends_with(' ')) return false;
  folded.remove_suffix(1);
  return std::any_of(std::begin(kCurrencies), std::end(kCurrencies), [&](std::string_view sign) {
    return folded.ends_with(sign) &&
           (folded.size() == sign.size() || folded[folded.size() - sign.size() - 1] == ' ');
  });
}

bool begins_with_currency(std::string_view folded) {
  if (!folded.starts_with(' ')) return false;
  folded.remove_prefix(1);
  return std::any_of(std::begin(kCurrencies), std::end(kCurrencies), [&](std::string_view sign) {
    return folded.starts_with(sign) && (folded.size() == sign.size() || folded[sign.size()] == ' ');
  });
}

// "milioni di euro", "€/mln", "in migliaia": inside brackets or a unit line any scale counts.
void take_scale(HeadUnit& unit, std::string_view folded, bool sure) {
  for (const HeadScale& phrase : head_scales()) {
    const std::string_view forms[] = {phrase.form};
    if (!has_word(folded, forms)) continue;
    const size_t at = folded.find(phrase.form);
    // "€ million", "million eur"
    const bool beside_currency = ends_with_currency(folded.substr(0, at)) ||
                                 begins_with_currency(folded.substr(at + phrase.form.size()));
    const bool said = beside_currency || sure || phrase.alone ||
                      (at >= 3 && folded.substr(at - 3, 3) == "in ") ||
                      folded.substr(at + phrase.form.size()).starts_with(" di euro") ||
                      folded.substr(at + phrase.form.size()).starts_with(" euro") ||
                      folded.substr(at + phrase.form.size()).starts_with(" of ");
    if (!said) continue;
    unit.has_scale = true;
    unit.power = phrase.power;
    return;
  }
}

// "m ³" as "m³": a raised digit may stand apart.
std::string without_space_before_power(std::string text) {
  for (const std::string_view power : {" \u00B2", " \u00B3"}) {
    for (size_t at = text.find(power); at != std::string::npos; at = text.find(power, at)) {
      text.erase(at, 1);
    }
  }
  return text;
}

bool has_currency(std::string_view folded) {
  static constexpr std::string_view kEuro[] = {"euro", "eur", "€", "meuro", "keuro", "k€", "m€"};
  return has_word(folded, kEuro) || folded.find("€") != std::string_view::npos;
}

bool has_dollars(std::string_view folded) {
  static constexpr std::string_view kDollars[] = {"dollars", "dollari", "usd", "us$"};
  return has_word(folded, kDollars) || folded.find('$') != std::string_view::npos;
}

bool has_percent(std::string_view folded) {
  static constexpr std::string_view kPercents[] = {"percentuale", "percentuali", "per cento",
                                                   "percent",     "percentage",  "percentages"};
  return folded.find('%') != std::string_view::npos || has_word(folded, kPercents);
}

void take_code(HeadUnit& unit, Kind kind, std::string_view code) {
  unit.has_unit = true;
  unit.kind = kind;
  unit.unit = code;
}

}  // namespace

HeadUnit read_head_unit(std::string_view text, bool is_caption) {
  HeadUnit unit;
  const std::string written = tidy_cell(text);
  const std::string folded = fold(written);
  const Parts parts = parts_of(written);
  static constexpr std::string_view kPoints[] = {"punti percentuali", "p.p.", "pp",
                                                 "percentage points"};
  static constexpr std::string_view kUnitLine[] = {"valori", "valore",  "dati",    "importi", "in",
                                                   "values", "amounts", "figures", "euro"};
  // The last brackets hold the unit: "(V) volume [m³]".
  for (auto inside_at = parts.inside.rbegin(); inside_at != parts.inside.rend(); ++inside_at) {
    std::string inside = without_space_before_power(*inside_at);
    // "Totale (A)" names the column.
    if (inside.size() == 1 && inside[0] >= 'A' && inside[0] <= 'Z') continue;
    const std::string small = fold(inside);
    take_scale(unit, small, true);
    if (unit.has_unit) continue;
    if (has_word(small, kPoints)) {
      unit.points = small.find("valori percentuali") != std::string::npos;
      take_code(unit, Kind::kPercent, unit.points ? "%" : "pp");
    } else if (has_percent(small) && small.size() < 40) {
      take_code(unit, Kind::kPercent, "%");
    } else if (has_currency(small)) {
      take_code(unit, Kind::kMoney, "EUR");
    } else if (has_dollars(small)) {
      take_code(unit, Kind::kMoney, "USD");
    } else {
      std::string_view phrase = inside;
      for (const std::string_view lead : {"valori in ", "dati in ", "in ", "Valori in ", "Dati in ",
                                          "migliaia di ", "milioni di "}) {
        if (phrase.starts_with(lead)) phrase.remove_prefix(lead.size());
      }
      take_phrase(unit, phrase);
    }
  }
  const std::string outside = fold(parts.outside);
  const bool unit_line = begins_with_word(outside, kUnitLine);
  if (!unit.has_scale && (!is_caption || unit_line || outside.find(" in ") != std::string::npos)) {
    take_scale(unit, outside, unit_line);
  }
  if (!unit.has_unit) {
    if (has_word(outside, kPoints)) {
      take_code(unit, Kind::kPercent, "pp");
    } else if (is_caption ? (unit_line && has_percent(outside)) ||
                                outside.find("valori %") != std::string::npos ||
                                outside.find("valori percentuali") != std::string::npos
                          : has_percent(outside)) {
      take_code(unit, Kind::kPercent, "%");
    } else if (is_caption ? unit_line && has_currency(outside) : has_currency(outside)) {
      take_code(unit, Kind::kMoney, "EUR");
    } else if (is_caption ? unit_line && has_dollars(outside) : has_dollars(outside)) {
      take_code(unit, Kind::kMoney, "USD");
    } else if (is_caption && has_currency(outside) && unit.has_scale) {
      take_code(unit, Kind::kMoney, "EUR");
    } else if (is_caption && has_dollars(outside) && unit.has_scale) {
      take_code(unit, Kind::kMoney, "USD");
    } else if (!is_caption) {
      // "Giorni di monitoraggio", "Ettari", "Superficie in ha": the first word, or what follows
      // "in".
      const size_t in = parts.outside.find(" in ");
      if (in != std::string::npos)
        take_phrase(unit, std::string_view(parts.outside).substr(in + 4));
      const std::vector<std::string_view> words = words_of(parts.outside);
      // "Ore 12" is a time of day.
      const bool numbered = words.size() > 1 && words[1][0] >= '0' && words[1][0] <= '9';
      if (!unit.has_unit && !words.empty() && words[0].size() >= 3 && !numbered) {
        const std::string first = fold(words[0]);
        const UnitWord* word = unit_of(first, words[0]);
        // "Anni" over a column may be years; only plural nouns of measure count here.
        if (word != nullptr && first != "anno" && first != "mese" && first != "data")
          take(unit, *word);
      }
    }
  }
  unit.counts = !is_caption && !unit.has_unit && begins_with_word(outside, count_head_words());
  unit.money = !is_caption && begins_with_word(outside, money_head_words());
  unit.change = !is_caption && has_word(outside, change_head_words());
  return unit;
}

HeadUnit read_cell_unit(std::string_view text) {
  HeadUnit unit;
  const std::string written = tidy_cell(text);
  if (written.empty()) return unit;
  const std::string folded = fold(written);
  take_scale(unit, folded, true);
  if (has_currency(folded)) {
    take_code(unit, Kind::kMoney, "EUR");
  } else if (has_dollars(folded)) {
    take_code(unit, Kind::kMoney, "USD");
  } else {
    take_phrase(unit, written);
  }
  return unit;
}

}  // namespace cifra
