// A run of words over several columns: the heads it is made of.

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/layout/table_parts.h"

namespace cifra {
namespace {

using Words = std::vector<uint32_t>;

// Heads set so close that no gap parts them: each stands in the middle of its column, or flush with
// it. A run that opens flush with the names of the rows is rather the name of a group.
std::optional<std::vector<Words>> part_by_columns(const PageText& text,
                                                  const std::vector<Strip>& strips,
                                                  const std::vector<float>& edges,
                                                  const std::vector<HeadPiece>& pieces,
                                                  const Run& run) {
  const PageLines& page = *text.page;
  std::vector<Words> parts;
  std::vector<size_t> columns;
  for (const uint32_t word : run.words) {
    const Box& box = page.words[word].box;
    const size_t s = column_under(strips, edges, text.em, box.x0, box.x1);
    if (columns.empty() || columns.back() != s) parts.emplace_back(), columns.push_back(s);
    parts.back().push_back(word);
  }
  if (parts.size() < 2) return std::nullopt;
  const Strip& opening = strips[columns.front()];
  if (!opening.numeric && std::abs(run.x0 - opening.x0) < 0.3F * text.em) return std::nullopt;
  bool headed = true;
  for (size_t i = 0; i < parts.size(); ++i) {
    const float x0 = page.words[parts[i].front()].box.x0;
    const float x1 = page.words[parts[i].back()].box.x1;
    const Strip& strip = strips[columns[i]];
    const float off = std::min({std::abs(x0 + x1 - strip.x0 - strip.x1) / 2,
                                std::abs(x1 - strip.x1), std::abs(x0 - strip.x0)});
    const bool last = i + 1 == parts.size();
    const float gap = last ? text.em : page.words[parts[i + 1].front()].box.x0 - x1;
    if (off > 0.45F * text.em || gap < 0.12F * text.em) return std::nullopt;
    headed = headed && std::any_of(pieces.begin(), pieces.end(), [&](const HeadPiece& piece) {
               return piece.first == columns[i];
             });
  }
  // Over heads of their own, words that touch are one head.
  if (headed) return std::nullopt;
  return parts;
}

}  // namespace

size_t column_under(const std::vector<float>& edges, float x) {
  size_t s = 0;
  while (s + 2 < edges.size() && x >= edges[s + 1]) ++s;
  return s;
}

size_t column_under(const std::vector<Strip>& strips, const std::vector<float>& edges, float em,
                    float x0, float x1) {
  size_t best = column_under(edges, (x0 + x1) / 2);
  float most = 0;
  for (size_t s = 0; s < strips.size(); ++s) {
    const float shared = std::min(x1, strips[s].x1) - std::max(x0, strips[s].x0);
    if (shared > most + 0.2F * em) most = shared, best = s;
  }
  return best;
}

std::vector<Words> part_head(const PageText& text, const std::vector<Strip>& strips,
                             const std::vector<float>& edges, const std::vector<HeadPiece>& pieces,
                             const Run& run) {
  if (auto close = part_by_columns(text, strips, edges, pieces, run)) return *std::move(close);
  const PageLines& page = *text.page;
  std::vector<Words> parts(1);
  std::vector<float> gaps;
  for (size_t i = 0; i + 1 < run.words.size(); ++i) {
    gaps.push_back(page.words[run.words[i + 1]].box.x0 - page.words[run.words[i]].box.x1);
  }
  for (size_t i = 0; i < run.words.size(); ++i) {
    parts.back().push_back(run.words[i]);
    if (i + 1 == run.words.size()) break;
    const Box& left = page.words[run.words[i]].box;
    const Box& right = page.words[run.words[i + 1]].box;
    if (column_under(edges, (left.x0 + left.x1) / 2) ==
        column_under(edges, (right.x0 + right.x1) / 2)) {
      continue;
    }
    float widest = 0;
    for (size_t k = 0; k < gaps.size(); ++k) {
      if (k != i) widest = std::max(widest, gaps[k]);
    }
    const float needed = widest > 0 ? 1.35F * widest : 0.36F * run.size;
    if (gaps[i] >= std::min(needed, 0.45F * run.size)) parts.emplace_back();
  }
  return parts;
}

}  // namespace cifra
