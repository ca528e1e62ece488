// What the passes of the grammar share: a stretch of a block (whole sentences, some thousand tokens
// at most, so that memory does not grow with the text), its tokens, and what has been found in it.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/grammar/figure.h"
#include "core/grammar/recogniser.h"
#include "core/text/token.h"

namespace cifra {

inline constexpr uint32_t kNoFinding = UINT32_MAX;

// A figure with the tokens it was read from. Passes after the first ones fill the figure's fields.
struct Finding {
  Figure figure;
  TokenRange tokens;           // of figure.span
  TokenRange unit;             // of figure.unit_span; empty where the unit is only understood
  TokenRange hedge;            // the words that approximate it: "più di"; empty for none
  char sign = 0;               // '+' or '-' printed before it; settle_signs() says what it means
  bool in_words = false;       // "venti", "mezzo", not "20"
  int power = 0;               // of its one scale word: 6 for "5 milioni"
  bool scaled = false;         // its noun may follow "di": "5 milioni di", "una ventina di"
  uint32_t like = kNoFinding;  // the figure before it that gave it scale or unit
  bool plain = false;  // digits alone: no scale, no unit, no sign; may yet be a year, a code …
};

struct Stretch {
  std::string_view text;  // the block; every span points into it
  RecogniserOptions options;
  Tokens tokens;
  std::vector<Finding>
      findings;  // in text order, never overlapping, once sort_findings() was called
  std::vector<uint32_t> starts;   // tokens that a finding may begin with, see find_starts()
  std::vector<uint32_t> anchors;  // … and that an expression of time may hold in place of a date
  std::vector<uint32_t> owner;    // for each token its finding, or kNoFinding

  std::vector<uint8_t> depths;  // open brackets at each token; filled once there is a fact

  // Forgets what was read and begins anew in `block`.
  void begin(std::string_view block, const RecogniserOptions& how);

  bool is_free(TokenRange range) const;
  // Adds a finding and makes it the owner of its tokens (not of its unit's). Its span is set from
  // them. The tokens must be free.
  Finding& add(Finding&& finding);
  // Puts findings in text order.
  void sort_findings();

  // The tokens of the sentence around `token`.
  TokenRange sentence(uint32_t token) const;
  Span span(TokenRange range) const { return tokens.span(range); }
};

}  // namespace cifra
