// Half-open range of a UTF-8 text, in bytes. Everything Cifra finds is a span into a document's
// text; code points appear only at the edge, where offsets are printed.

#pragma once

#include <cstdint>
#include <string_view>

namespace cifra {

struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  bool empty() const { return begin >= end; }
  uint32_t size() const { return end - begin; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  bool operator==(const Span&) const = default;

  // The words of the span. `text` must be the text the span was made for.
  std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

}  // namespace cifra
