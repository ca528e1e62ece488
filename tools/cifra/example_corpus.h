// Example files of extractors: blocks of a name, a text, and the facts expected of it, one a line.
//
//     === a call that grants
//     Il bando mette a disposizione 12 milioni di euro.
//     ---
//     grant "12 milioni" 12000000 EUR
//
// What stands before the first block is a comment.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/facts/fact.h"

namespace cifra::command {

struct ExampleBlock {
  std::string name, text;
  std::vector<std::string> facts;  // lines, as line_of() writes them
};

struct ExampleCorpus {
  std::string comment;
  std::vector<ExampleBlock> blocks;
};

// Throws std::runtime_error naming file and line where a block has no text or no dashes.
ExampleCorpus parse_corpus(std::string_view text, const std::string& file);
std::string corpus_text(const ExampleCorpus& corpus);

// `rule "words" value unit`, and subject, speaker, time and nature where the plugin said them.
std::string line_of(const Fact& fact, const Document& document);

}  // namespace cifra::command
