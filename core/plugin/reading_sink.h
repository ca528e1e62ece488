// Collects what a reader pushes into a Reading and holds it to the contract of cifra_plugin.h:
// text is UTF-8, boxes are finite, blocks are closed, cells lie in tables, and there is an end.

#pragma once

#include <cstdint>
#include <string>

#include "core/document/reading.h"
#include "core/plugin/cifra_plugin.h"

namespace cifra {

class ReadingSink {
 public:
  // `output_limit` in bytes of text, words, blocks and cells together.
  explicit ReadingSink(uint64_t output_limit) : output_limit_(output_limit) {}
  ReadingSink(const ReadingSink&) = delete;
  ReadingSink& operator=(const ReadingSink&) = delete;

  // What to hand to the reader; valid as long as this object.
  cifra_reader_sink table();

  // After the reader returned: checks that everything is closed and something was read.
  void finish();

  // Why the document is refused: a broken contract or a limit. Empty where all is well.
  const std::string& fault() const { return fault_; }

  Reading take() { return std::move(reading_); }

 private:
  enum class Way { kNone, kGeometric, kStructured, kVerbatim };
  static constexpr uint32_t kMostRows = 65000;

  cifra_status page(const cifra_page& page);
  cifra_status word(const cifra_word& word);
  cifra_status begin_block(cifra_role role, uint32_t level);
  cifra_status end_block();
  cifra_status begin_table(cifra_string caption);
  cifra_status begin_cell(const cifra_cell& cell);
  cifra_status end_cell();
  cifra_status end_table();
  cifra_status text(cifra_string text);
  cifra_status verbatim(cifra_string text);
  cifra_status metadata(const char* key, cifra_string value);
  cifra_status warning(cifra_string sentence);

  cifra_status refuse(std::string why);
  bool go_way(Way way);            // false and a fault where ways are mixed
  bool spend(uint64_t bytes);      // false and a fault where the output limit is passed
  bool append(cifra_string text);  // to the pool, repaired where it is not UTF-8
  Span pooled(size_t begin) const;

  uint64_t output_limit_;
  uint64_t spent_ = 0;
  Way way_ = Way::kNone;
  bool in_block_ = false, in_table_ = false, in_cell_ = false;
  bool repaired_ = false;  // said once
  std::string fault_;
  Reading reading_;
};

}  // namespace cifra
