// How rows, messages and progress reach people and programs: a table on a terminal, JSON Lines in a
// pipe, colours and progress only on a terminal, data on standard output, messages on standard
// error.

#pragma once

#include <CLI/App.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace cifra::command {

enum class Format { kTable, kJson, kJsonl, kCsv };

// Adds `--format`. `format` stays empty when it is not given: then format_for_output() decides.
void add_format_option(CLI::App& verb, std::optional<Format>& format);
Format format_for_output(std::optional<Format> given);

struct Terminal {
  bool is_terminal = false;
  bool colours = false;  // a terminal, and NO_COLOR not set
  size_t width = 100;    // columns
};
Terminal terminal_of_output();  // standard output
Terminal terminal_of_errors();  // standard error

// Around a figure in a quote: bold on a terminal, «…» where there are no colours, nothing in CSV.
inline constexpr char kMarkBegin = '\x01';
inline constexpr char kMarkEnd = '\x02';

struct BlockLine;  // table.h
using Block = std::vector<BlockLine>;

struct Column {
  std::string name;
  bool right = false;     // aligned, as numbers are
  bool flexible = false;  // gives way and wraps when the terminal is narrow
};

// Prints rows one at a time in any format; a table is held back until the end, since its columns
// are as wide as their widest cell.
class RowPrinter {
 public:
  RowPrinter(Format format, std::vector<Column> columns, std::ostream& out, Terminal terminal);

  // Whether row() looks at the JSON or at the cells; the other may be left empty.
  bool wants_json() const;

  // `json` is one object on one line, `cells` are one a column.
  void row(const std::string& json, std::vector<std::string> cells);
  // In the place of row() where a record is for people: printed at once, a blank line between two.
  bool wants_block() const { return format_ == Format::kTable; }
  void block(const Block& lines);
  void finish();
  size_t count() const { return count_; }  // rows so far

 private:
  Format format_;
  std::vector<Column> columns_;
  std::ostream& out_;
  Terminal terminal_;
  std::vector<std::vector<std::string>> held_;
  size_t count_ = 0;
};

// One line of RFC 4180; marks are left out.
void print_csv_line(const std::vector<std::string>& cells, std::ostream& out);

// Columns a text takes on a terminal; marks take none.
size_t display_width(std::string_view text);
// Lines of at most `width` columns, broken at spaces where there are some.
std::vector<std::string> wrapped(std::string_view text, size_t width);
// White space runs as single spaces, so that a quote from a page is one line.
std::string on_one_line(std::string_view text);

// "cifra: MESSAGE" on standard error.
void say(std::string_view message);

// One line on standard error that is written over; nothing where it is no terminal.
class ProgressBar {
 public:
  ProgressBar();
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  // `done` of `whole` in the unit by which time left is judged; `words` say more: "12 of 40 files".
  void show(int64_t done, int64_t whole, const std::string& words);
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  Terminal terminal_;
  Clock::time_point start_, shown_;
  bool visible_ = false;
};

// "1.234.567", as Italians group.
std::string grouped(int64_t number);
// "0,4 s", "12 s", "2 min 5 s", "1 h 20 min".
std::string duration_words(std::chrono::milliseconds time);
// "1,5"
std::string one_decimal(double number);

}  // namespace cifra::command
