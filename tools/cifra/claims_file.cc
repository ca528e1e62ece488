#include "tools/cifra/claims_file.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <stdexcept>

#include "core/text/folding.h"

namespace cifra::command {
namespace {

constexpr std::array<std::string_view, 3> kHeads = {"claim", "affermazione", "dichiarazione"};

std::string trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n\xEF\xBB\xBF";
  const size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(kBlank) - first + 1));
}

// RFC 4180, with the separator given.
std::vector<std::vector<std::string>> csv_rows(std::string_view text, char separator) {
  std::vector<std::vector<std::string>> rows(1, {""});
  size_t line = 1, quote_line = 0;
  bool quoted = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') ++line;
    std::string& cell = rows.back().back();
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
      rows.back().emplace_back();
    } else if (c == '\n') {
      rows.push_back({""});
    } else {
      cell.push_back(c);
    }
  }
  if (quoted) {
    throw std::runtime_error("line " + std::to_string(quote_line) +
                             ": a quoted cell is not closed; add the missing '\"'");
  }
  return rows;
}

}  // namespace

std::vector<std::string> claims_in(std::istream& in, std::string_view name) {
  const std::string text(std::istreambuf_iterator<char>(in), {});
  std::vector<std::string> claims;
  const auto add = [&claims](std::string_view claim) {
    if (std::string words = trimmed(claim); !words.empty()) claims.push_back(std::move(words));
  };
  if (!fold(name).ends_with(".csv")) {
    for (size_t at = 0; at < text.size();) {
      const size_t end = std::min(text.find('\n', at), text.size());
      add(std::string_view(text).substr(at, end - at));
      at = end + 1;
    }
    return claims;
  }
  const std::string head = text.substr(0, text.find('\n'));
  const char separator = std::ranges::count(head, ';') > std::ranges::count(head, ',') ? ';' : ',';
  const auto rows = csv_rows(text, separator);
  size_t column = 0;
  bool has_head = false;
  for (size_t i = 0; i < rows.front().size(); ++i) {
    if (std::ranges::find(kHeads, fold(trimmed(rows.front()[i]))) == kHeads.end()) continue;
    column = i;
    has_head = true;
    break;
  }
  for (size_t row = has_head ? 1 : 0; row < rows.size(); ++row) {
    if (column < rows[row].size()) add(rows[row][column]);
  }
  return claims;
}

}  // namespace cifra::command
