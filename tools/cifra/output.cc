#include "tools/cifra/output.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>

#include "core/store/record.h"
#include "core/text/utf8.h"
#include "tools/cifra/table.h"

namespace cifra::command {
namespace {

Terminal terminal_of(int descriptor) {
  Terminal terminal;
  terminal.is_terminal = isatty(descriptor) != 0;
  const char* no_color = std::getenv("NO_COLOR");
  terminal.colours = terminal.is_terminal && !(no_color && *no_color);
  winsize size{};
  if (terminal.is_terminal && ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    terminal.width = size.ws_col;
  } else if (const char* columns = std::getenv("COLUMNS")) {
    terminal.width = std::clamp<size_t>(std::strtoul(columns, nullptr, 10), 40, 1000);
  }
  return terminal;
}

std::string csv_cell(const std::string& cell) {
  const std::string text = marked_as(cell, "", "");
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + '"';
}

}  // namespace

void add_format_option(CLI::App& verb, std::optional<Format>& format) {
  static const std::map<std::string, Format> kFormats = {{"table", Format::kTable},
                                                         {"json", Format::kJson},
                                                         {"jsonl", Format::kJsonl},
                                                         {"csv", Format::kCsv}};
  verb.add_option_function<std::string>(
          "--format", [&format](const std::string& name) { format = kFormats.at(name); },
          "table, json, jsonl or csv; a table on a terminal, jsonl in a pipe")
      ->check(CLI::IsMember({"table", "json", "jsonl", "csv"}))
      ->type_name("FORMAT");
}

Format format_for_output(std::optional<Format> given) {
  if (given) return *given;
  return terminal_of_output().is_terminal ? Format::kTable : Format::kJsonl;
}

Terminal terminal_of_output() { return terminal_of(STDOUT_FILENO); }
Terminal terminal_of_errors() { return terminal_of(STDERR_FILENO); }

RowPrinter::RowPrinter(Format format, std::vector<Column> columns, std::ostream& out,
                       Terminal terminal)
    : format_(format), columns_(std::move(columns)), out_(out), terminal_(terminal) {
  if (format_ != Format::kCsv) return;
  std::vector<std::string> names;
  for (const Column& column : columns_) names.push_back(column.name);
  print_csv_line(names, out_);
}

bool RowPrinter::wants_json() const {
  return format_ == Format::kJson || format_ == Format::kJsonl;
}

void RowPrinter::row(const std::string& json, std::vector<std::string> cells) {
  switch (format_) {
    case Format::kJsonl:
      out_ << json << '\n';
      break;
    case Format::kJson:
      out_ << (count_ == 0 ? "[\n" : ",\n") << json;
      break;
    case Format::kCsv:
      print_csv_line(cells, out_);
      break;
    case Format::kTable:
      held_.push_back(std::move(cells));
      break;
  }
  ++count_;
}

void RowPrinter::block(const Block& lines) {
  if (count_ > 0) out_ << '\n';
  print_block(lines, out_, terminal_);
  ++count_;
}

void RowPrinter::finish() {
  if (format_ == Format::kJson) out_ << (count_ == 0 ? "[]\n" : "\n]\n");
  if (!held_.empty()) print_table(columns_, held_, out_, terminal_);
  out_.flush();
}

void print_csv_line(const std::vector<std::string>& cells, std::ostream& out) {
  for (size_t i = 0; i < cells.size(); ++i) out << (i > 0 ? "," : "") << csv_cell(cells[i]);
  out << "\r\n";
}

std::string on_one_line(std::string_view text) { return single_spaced(text); }

void say(std::string_view message) { std::cerr << "cifra: " << message << '\n'; }

ProgressBar::ProgressBar() : terminal_(terminal_of_errors()), start_(Clock::now()) {}

ProgressBar::~ProgressBar() { clear(); }

void ProgressBar::show(int64_t done, int64_t whole, const std::string& words) {
  constexpr std::chrono::milliseconds kBetween{100};
  constexpr int64_t kCells = 20;
  if (!terminal_.is_terminal) return;
  const Clock::time_point now = Clock::now();
  if (visible_ && now - shown_ < kBetween) return;
  shown_ = now;
  visible_ = true;
  const int64_t full = whole > 0 ? std::min(kCells, done * kCells / whole) : 0;
  std::string line;
  for (int64_t i = 0; i < kCells; ++i) line += i < full ? "█" : "░";
  line += " " + words;
  const auto passed = std::chrono::duration_cast<std::chrono::milliseconds>(now - start_).count();
  if (done > 0 && done < whole && passed > 1000) {
    const auto left =
        static_cast<int64_t>(static_cast<double>(passed) / 1000 *
                             static_cast<double>(whole - done) / static_cast<double>(done));
    line += ", " + duration_words(std::chrono::seconds(left)) + " left";
  }
  if (display_width(line) >= terminal_.width) line = wrapped(line, terminal_.width - 1).front();
  std::cerr << "\r\x1b[K" << line << std::flush;
}

void ProgressBar::clear() {
  if (visible_) std::cerr << "\r\x1b[K" << std::flush;
  visible_ = false;
}

std::string grouped(int64_t number) {
  std::string digits = std::to_string(number);
  for (size_t at = digits.size(); at > 3 + (number < 0 ? 1u : 0u);) {
    at -= 3;
    digits.insert(at, ".");
  }
  return digits;
}

std::string duration_words(std::chrono::milliseconds time) {
  const auto count = std::chrono::round<std::chrono::seconds>(time).count();
  if (time < std::chrono::seconds(10)) {
    return one_decimal(static_cast<double>(time.count()) / 1000) + " s";
  }
  if (count < 60) return std::to_string(count) + " s";
  if (count < 3600) return std::to_string(count / 60) + " min " + std::to_string(count % 60) + " s";
  return std::to_string(count / 3600) + " h " + std::to_string(count % 3600 / 60) + " min";
}

std::string one_decimal(double number) {
  const auto tenths = static_cast<int64_t>(number * 10 + 0.5);
  return std::to_string(tenths / 10) + ',' + std::to_string(tenths % 10);
}

}  // namespace cifra::command
