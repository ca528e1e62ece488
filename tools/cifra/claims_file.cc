#include "tools/cifra/claims_file.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <stdexcept>

#include "core/text/folding.h"
#include "core/text/utf8.h"

namespace cifra::command {
namespace {

constexpr std::array<std::string_view, 4> kHeads = {"claim", "affermazione", "dichiarazione",
                                                    "frase"};
constexpr std::string_view kSeparators = ",;\t";

std::string trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n\xEF\xBB\xBF";
  const size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(kBlank) - first + 1));
}

[[noreturn]] void fail(const std::string& what) { throw std::runtime_error(what); }

[[noreturn]] void fail_at(size_t line, const std::string& what) {
  fail("line " + std::to_string(line) + ": " + what);
}

struct CsvRow {
  size_t line = 1;  // it begins on
  std::vector<std::string> cells{1};
};

// The separator that the head line has most of, outside quotes.
char separator_of(std::string_view text) {
  std::array<size_t, kSeparators.size()> counts{};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (c == '\n' && !quoted) break;
    const size_t separator = kSeparators.find(c);
    if (!quoted && separator != std::string_view::npos) ++counts[separator];
  }
  return kSeparators[static_cast<size_t>(std::ranges::max_element(counts) - counts.begin())];
}

// RFC 4180, with the separator given.
std::vector<CsvRow> csv_rows(std::string_view text, char separator) {
  std::vector<CsvRow> rows(1);
  size_t line = 1, quote_line = 0;
  bool quoted = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') ++line;
    std::string& cell = rows.back().cells.back();
    if (quoted) {
      if (c != '"') {
        cell.push_back(c);
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        cell.push_back(text[++i]);
      } else {
        quoted = false;
      }
    } else if (c == '"' && trimmed(cell).empty()) {
      cell.clear();
      quoted = true;
      quote_line = line;
    } else if (c == separator) {
      rows.back().cells.emplace_back();
    } else if (c == '\n') {
      rows.emplace_back().line = line;
    } else {
      cell.push_back(c);
    }
  }
  if (quoted) fail_at(quote_line, "a quoted cell is not closed; add the missing '\"'");
  return rows;
}

// Which column holds the claims.
size_t column_of(const CsvRow& head, std::string_view column) {
  std::string known;
  for (size_t i = 0; i < head.cells.size(); ++i) {
    const std::string name = fold(trimmed(head.cells[i]));
    if (column.empty() ? std::ranges::find(kHeads, name) != kHeads.end() : name == fold(column)) {
      return i;
    }
    known += (i > 0 ? ", \"" : "\"") + trimmed(head.cells[i]) + "\"";
  }
  fail("no column is headed \"" + std::string(column.empty() ? kHeads.front() : column) +
       "\"; the first line has " + known +
       ": name one of these with --column, or give a claim a line in a file that is no .csv");
}

// A claim with a comma outside quotation marks would be cut there without a word.
void refuse_more_cells(const CsvRow& row, const CsvRow& head) {
  for (size_t i = head.cells.size(); i < row.cells.size(); ++i) {
    if (trimmed(row.cells[i]).empty()) continue;
    fail_at(row.line, std::to_string(row.cells.size()) + " cells under " +
                          std::to_string(head.cells.size()) +
                          " columns; put text that holds the separator in quotation marks");
  }
}

std::vector<std::string> claims_in_csv(std::string_view text, std::string_view column) {
  const std::vector<CsvRow> rows = csv_rows(text, separator_of(text));
  const size_t chosen = column_of(rows.front(), column);
  std::vector<std::string> claims;
  for (size_t i = 1; i < rows.size(); ++i) {
    refuse_more_cells(rows[i], rows.front());
    if (chosen >= rows[i].cells.size()) continue;
    if (std::string words = trimmed(rows[i].cells[chosen]); !words.empty()) {
      claims.push_back(std::move(words));
    }
  }
  return claims;
}

std::vector<std::string> claims_in_lines(std::string_view text) {
  std::vector<std::string> claims;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    if (std::string words = trimmed(text.substr(at, end - at)); !words.empty()) {
      claims.push_back(std::move(words));
    }
    at = end + 1;
  }
  return claims;
}

}  // namespace

std::vector<std::string> claims_in(std::istream& in, std::string_view name,
                                   std::string_view column) {
  const std::string text(std::istreambuf_iterator<char>(in), {});
  if (text.find('\0') != std::string::npos) {
    fail("no text file; give claims as plain text or CSV, saved as UTF-8");
  }
  if (!is_valid_utf8(text))
    fail("its text is not UTF-8; save it as UTF-8 (\"CSV UTF-8\" in Excel)");
  const std::string ending = fold(name);
  const bool csv = !column.empty() || ending.ends_with(".csv") || ending.ends_with(".tsv");
  std::vector<std::string> claims = csv ? claims_in_csv(text, column) : claims_in_lines(text);
  if (claims.empty()) fail("holds no claim; give one a line");
  return claims;
}

}  // namespace cifra::command
