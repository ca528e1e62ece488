// Checks the sentences of corpora/grammar/*.corpus against the recogniser, or rewrites what is
// expected of them. A block is
//
//     === name
//     @date 2021-01-20            (optional; @lead SENTENCE as well)
//     text, one line or more
//     ---
//     "surface" value[..high] kind [unit] [key=words; …]
//
// with one line for each figure that is a fact, in order; a figure that is not listed fails.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "core/grammar/recogniser.h"

namespace {

using cifra::Figure;

struct Block {
  std::string name, date, lead, text;
  std::vector<std::string> expected;
};

std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) line += c == '\n' ? ' ' : c;
  return line;
}

std::string line_of(const Figure& figure, std::string_view text, std::string_view lead) {
  const std::string_view counted_text = figure.counted_in_lead ? lead : text;
  std::string line = '"' + on_one_line(figure.span.of(text)) + "\" " + figure.value.to_string();
  if (figure.high) line += ".." + figure.high->to_string();
  line += ' ';
  line += name_of(figure.kind);
  if (!figure.unit.empty()) line += ' ' + figure.unit;
  const auto add = [&line](std::string_view key, std::string_view words) {
    if (!words.empty()) line += "; " + std::string(key) + '=' + on_one_line(words);
  };
  add("approximation", name_of(figure.approximation));
  add("change", name_of(figure.change));
  add("counted", figure.counted.of(counted_text));
  if (figure.whole) add("whole", figure.whole->to_string());
  add("per", figure.per);
  add("time", figure.time);
  return line;
}

std::vector<std::string> found_in(const Block& block) {
  cifra::RecogniserOptions options;
  options.document_date = block.date;
  options.lead = block.lead;
  std::vector<std::string> lines;
  for (const Figure& figure : cifra::recognise(block.text, options)) {
    if (figure.is_fact()) lines.push_back(line_of(figure, block.text, block.lead));
  }
  return lines;
}

std::vector<Block> read_blocks(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::vector<Block> blocks;
  bool in_text = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("=== ")) {
      blocks.push_back({line.substr(4), "", "", "", {}});
      in_text = true;
    } else if (blocks.empty()) {
      continue;
    } else if (line == "---") {
      in_text = false;
    } else if (in_text && line.starts_with("@date ")) {
      blocks.back().date = line.substr(6);
    } else if (in_text && line.starts_with("@lead ")) {
      blocks.back().lead = line.substr(6);
    } else if (in_text) {
      blocks.back().text += blocks.back().text.empty() ? line : '\n' + line;
    } else if (!line.empty()) {
      blocks.back().expected.push_back(line);
    }
  }
  return blocks;
}

void write_blocks(const std::filesystem::path& file, const std::vector<Block>& blocks) {
  std::ofstream out(file);
  for (const Block& block : blocks) {
    out << "=== " << block.name << '\n';
    if (!block.date.empty()) out << "@date " << block.date << '\n';
    if (!block.lead.empty()) out << "@lead " << block.lead << '\n';
    out << block.text << "\n---\n";
    for (const std::string& line : block.expected) out << line << '\n';
    out << '\n';
  }
}

// Prints what differs; returns whether anything does.
bool differs(const std::filesystem::path& file, const Block& block) {
  const std::vector<std::string> found = found_in(block);
  if (found == block.expected) return false;
  std::cout << file.filename().string() << ": " << block.name << '\n';
  for (const std::string& line : block.expected) {
    if (std::find(found.begin(), found.end(), line) == found.end()) {
      std::cout << "  - " << line << '\n';
    }
  }
  for (const std::string& line : found) {
    if (std::find(block.expected.begin(), block.expected.end(), line) == block.expected.end()) {
      std::cout << "  + " << line << '\n';
    }
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const bool update = !arguments.empty() && arguments[0] == "--update";
  if (arguments.size() != (update ? 2U : 1U)) {
    std::cerr << "usage: grammar_corpus [--update] FOLDER\n";
    return 2;
  }
  size_t blocks_seen = 0;
  size_t failed = 0;
  for (const auto& entry : std::filesystem::directory_iterator(arguments.back())) {
    if (entry.path().extension() != ".corpus") continue;
    std::vector<Block> blocks = read_blocks(entry.path());
    blocks_seen += blocks.size();
    if (update) {
      for (Block& block : blocks) block.expected = found_in(block);
      write_blocks(entry.path(), blocks);
    } else {
      for (const Block& block : blocks) failed += differs(entry.path(), block) ? 1 : 0;
    }
  }
  std::cout << blocks_seen << " blocks, " << failed << " failed\n";
  return blocks_seen == 0 || failed > 0 ? 1 : 0;
}
