#include "title.h"

#include <algorithm>
#include <array>

namespace cifra::pdf {
namespace {

// Lower case. A title that begins with one of these was made up by a program.
constexpr std::array<std::string_view, 24> kMadeUpBeginnings = {
    "microsoft word",
    "microsoft powerpoint",
    "microsoft excel",
    "powerpoint presentation",
    "presentazione standard di powerpoint",
    "presentazione di powerpoint",
    "diapositiva 1",
    "slide 1",
    "untitled",
    "senza titolo",
    "senza nome",
    "documento1",
    "document1",
    "documento senza titolo",
    "untitled document",
    "cartel1",
    "foglio1",
    "stampa di fax",
    "layout 1",
    "print",
    "scan",
    "about:blank",
    "http://",
    "https://"};

constexpr std::array<std::string_view, 16> kFileEndings = {
    ".doc", ".docx", ".docm", ".odt",  ".rtf", ".xls", ".xlsx", ".ods",
    ".ppt", ".pptx", ".pdf",  ".indd", ".qxd", ".tex", ".dvi",  ".html"};

bool has_space(std::string_view text) { return text.find(' ') != std::string_view::npos; }

}  // namespace

std::string usable_title(std::string_view title) {
  std::string out;
  for (const char c : title) {
    const bool blank = static_cast<unsigned char>(c) <= ' ';
    if (!blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();

  std::string lower = out;
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const auto begins = [&](std::string_view with) { return lower.starts_with(with); };
  const auto ends = [&](std::string_view with) { return lower.ends_with(with); };
  if (std::any_of(kMadeUpBeginnings.begin(), kMadeUpBeginnings.end(), begins)) return {};
  if (std::any_of(kFileEndings.begin(), kFileEndings.end(), ends)) return {};
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  };
  const auto letters = std::count_if(lower.begin(), lower.end(), is_letter);
  if (letters < 4) return {};
  // One word with digits or underscores is a file's name.
  if (!has_space(out) && out.find_first_of("_0123456789") != std::string::npos) return {};
  return out;
}

}  // namespace cifra::pdf
