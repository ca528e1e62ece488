#include "tools/cifra/example_corpus.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace cifra::command {
namespace {

constexpr std::string_view kHead = "=== ";
constexpr std::string_view kDashes = "---";

std::string without_blank_ends(std::string text) {
  const size_t first = text.find_first_not_of('\n');
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of('\n') - first + 1);
}

}  // namespace

ExampleCorpus parse_corpus(std::string_view text, const std::string& file) {
  enum class Part { kComment, kText, kFacts };
  ExampleCorpus corpus;
  Part part = Part::kComment;
  std::istringstream lines{std::string(text)};
  size_t number = 0;
  const auto fail = [&](const std::string& why) {
    throw std::runtime_error(file + ":" + std::to_string(number) + ": " + why);
  };
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.starts_with(kHead)) {
      if (part == Part::kText) fail("the block before has no line of dashes (---)");
      corpus.blocks.push_back({line.substr(kHead.size()), "", {}});
      part = Part::kText;
    } else if (part == Part::kComment) {
      corpus.comment += line + '\n';
    } else if (part == Part::kText && line == kDashes) {
      ExampleBlock& block = corpus.blocks.back();
      block.text = without_blank_ends(std::move(block.text));
      if (block.text.empty()) fail("the block \"" + block.name + "\" has no text");
      part = Part::kFacts;
    } else if (part == Part::kText) {
      corpus.blocks.back().text += line + '\n';
    } else if (!line.empty()) {
      corpus.blocks.back().facts.push_back(line);
    }
  }
  if (part == Part::kText) fail("the last block has no line of dashes (---)");
  return corpus;
}

std::string corpus_text(const ExampleCorpus& corpus) {
  std::string text = without_blank_ends(corpus.comment);
  for (const ExampleBlock& block : corpus.blocks) {
    if (!text.empty()) text += text.ends_with('\n') ? "\n" : "\n\n";
    text +=
        std::string(kHead) + block.name + '\n' + block.text + '\n' + std::string(kDashes) + '\n';
    for (const std::string& fact : block.facts) text += fact + '\n';
  }
  return text;
}

std::string line_of(const Fact& fact, const Document& document) {
  const auto quoted = [](std::string words) {
    std::replace(words.begin(), words.end(), '\n', ' ');
    return '"' + words + '"';
  };
  std::string line = fact.rule + ' ' + quoted(std::string(document.of(fact.figure.span))) + ' ' +
                     fact.figure.value.to_string();
  if (fact.figure.high) line += ".." + fact.figure.high->to_string();
  if (!fact.figure.unit.empty()) line += ' ' + fact.figure.unit;
  if (!fact.subject.empty()) line += " subject " + quoted(fact.subject);
  if (!fact.speaker.empty()) line += " speaker " + quoted(fact.speaker);
  if (fact.time != fact.figure.time) line += " time " + fact.time;
  if (fact.nature != Nature::kUnknown) line += " nature " + std::string(name_of(fact.nature));
  return line;
}

}  // namespace cifra::command
