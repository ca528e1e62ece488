// Reads one kind of file: .csv, a table with `;` or `,` between its cells and heads in its first
// row. Replace what `read` does by what your format needs.

#include <algorithm>
#include <cifra_plugin.hpp>
#include <string>
#include <vector>

namespace {

using namespace cifra::plugin;

// The cells of the row at the head of `rest`, which it removes. Quoted cells may hold line ends.
std::vector<std::string> take_row(std::string_view& rest, char comma) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  while (!rest.empty()) {
    const char c = rest.front();
    rest.remove_prefix(1);
    if (c == '"' && quoted && rest.starts_with('"')) {
      cells.back() += '"';
      rest.remove_prefix(1);
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == comma && !quoted) {
      cells.emplace_back();
    } else if (c == '\n' && !quoted) {
      break;
    } else if (c != '\r') {
      cells.back() += c;
    }
  }
  return cells;
}

class TemplateReader : public Reader {
 public:
  static constexpr const char* kMediaTypes = "text/csv";
  static constexpr const char* kExtensions = ".csv";

  static uint32_t sniff(std::string_view head, std::string_view) {
    return head.find('\0') == std::string_view::npos ? 40 : 0;
  }

  void read(std::string_view bytes, std::string_view, Sink& sink) override {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const std::string_view first = bytes.substr(0, bytes.find('\n'));
    const char comma = std::count(first.begin(), first.end(), ';') > 0 ? ';' : ',';
    sink.begin_table("");
    for (uint32_t row = 0; !bytes.empty(); ++row) {
      const std::vector<std::string> cells = take_row(bytes, comma);
      for (uint32_t column = 0; column < cells.size(); ++column) {
        sink.cell({.row = row, .column = column, .head = row == 0}, cells[column]);
      }
    }
    sink.end_table();
  }
};

}  // namespace

CIFRA_PLUGIN("template-reader", "0.1.0", "Tables with commas or semicolons between their cells",
             TemplateReader)
