#include "core/tables/head_time.h"

#include "core/grammar/recogniser.h"
#include "core/lexicon/calendar.h"
#include "core/lexicon/table_words.h"
#include "core/tables/cell_number.h"
#include "core/tables/table_view.h"
#include "core/text/ascii_letters.h"
#include "core/text/folding.h"

namespace cifra {
namespace {

// "N. 2018/2019" counts what was there then; the grammar would read a reference.
std::string_view without_number_of(std::string_view head) {
  const size_t space = head.find(' ');
  if (space == std::string_view::npos) return head;
  return begins_with_word(fold(head.substr(0, space)), number_of_words()) ? head.substr(space + 1)
                                                                          : head;
}

}  // namespace

std::string time_of_head(std::string_view head, std::string_view document_date) {
  if (head.find_first_of("0123456789") == std::string_view::npos) return {};
  head = without_number_of(head);
  RecogniserOptions options;
  options.document_date = document_date;
  std::string time;
  for (const Figure& figure : recognise(head, options)) {
    if (figure.kind != Kind::kDate || figure.time.empty()) continue;
    if (!time.empty() && time != figure.time) return {};
    time = figure.time;
  }
  if (!time.empty()) return time;
  size_t years = 0;
  for (size_t at = 0; at + 4 <= head.size(); ++at) {
    // "legge 584/1994", "decreto 2018/2019" name no time.
    const auto goes_on = [&](size_t place) {
      return place < head.size() && (is_ascii_digit(head[place]) || head[place] == '/');
    };
    if ((at > 0 && goes_on(at - 1)) || goes_on(at + 4)) continue;
    if (is_year_cell(head.substr(at, 4))) {
      time = head.substr(at, 4);
      ++years;
    }
  }
  return years == 1 ? time : std::string();
}

std::optional<int> month_of_head(std::string_view head) { return month_named(fold(head)); }

std::string month_in_year(std::string_view year, int month) {
  return std::string(year) + (month < 10 ? "-0" : "-") + std::to_string(month);
}

}  // namespace cifra
