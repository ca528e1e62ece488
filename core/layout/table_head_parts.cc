// What heads are made of: the parts of a run of words over several columns, and words that run up
// or down.

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include "core/layout/table_parts.h"

namespace cifra {
namespace {

using Words = std::vector<uint32_t>;

constexpr size_t kMostWords = 40;  // in a run: more are prose

// Whether the gaps between the parts are as wide as spaces between words.
bool is_evenly_spaced(const PageLines& page, const std::vector<Words>& parts) {
  float space = 0, cut = 1e6F;
  for (size_t p = 0; p < parts.size(); ++p) {
    for (size_t i = 0; i + 1 < parts[p].size(); ++i) {
      space = std::max(space, page.words[parts[p][i + 1]].box.x0 - page.words[parts[p][i]].box.x1);
    }
    if (p == 0) continue;
    cut =
        std::min(cut, page.words[parts[p].front()].box.x0 - page.words[parts[p - 1].back()].box.x1);
  }
  return cut < 1.08F * space;
}

// How far words are from the middle and from both sides of a column; too far for a head of it:
// none.
std::optional<float> off_column(const PageLines& page, const Strip& strip, float em,
                                std::span<const uint32_t> words) {
  const float x0 = page.words[words.front()].box.x0;
  const float x1 = page.words[words.back()].box.x1;
  const float off = std::min({std::abs(x0 + x1 - strip.x0 - strip.x1) / 2, std::abs(x1 - strip.x1),
                              std::abs(x0 - strip.x0)});
  return off > 0.45F * em ? std::nullopt : std::optional(off);
}

// The words shared out over the columns `first`…`last`, each column some, none of them too far off;
// of several ways the one that fits best. Nothing where none does.
std::vector<Words> best_parts(const PageLines& page, const std::vector<Strip>& strips, float em,
                              const Words& words, size_t first, size_t last) {
  const size_t columns = last - first + 1;
  if (words.size() < columns || words.size() > kMostWords) return {};
  // cost[c][n]: of the first n words over the first c columns.
  std::vector cost(columns + 1, std::vector<float>(words.size() + 1, 1e9F));
  std::vector begin(columns + 1, std::vector<size_t>(words.size() + 1, 0));
  cost[0][0] = 0;
  for (size_t c = 1; c <= columns; ++c) {
    for (size_t n = c; n <= words.size(); ++n) {
      for (size_t from = c - 1; from < n; ++from) {
        if (cost[c - 1][from] >= 1e9F) continue;
        const float gap =
            from == 0 ? em : page.words[words[from]].box.x0 - page.words[words[from - 1]].box.x1;
        const auto off =
            off_column(page, strips[first + c - 1], em, std::span(words).subspan(from, n - from));
        if (!off || gap < 0.12F * em || cost[c - 1][from] + *off >= cost[c][n]) continue;
        cost[c][n] = cost[c - 1][from] + *off;
        begin[c][n] = from;
      }
    }
  }
  if (cost[columns][words.size()] >= 1e9F) return {};
  std::vector<Words> parts(columns);
  for (size_t c = columns, end = words.size(); c > 0; --c) {
    const size_t from = begin[c][end];
    parts[c - 1].assign(words.begin() + static_cast<std::ptrdiff_t>(from),
                        words.begin() + static_cast<std::ptrdiff_t>(end));
    end = from;
  }
  return parts;
}

// Heads set so close that they look like words of one: each stands in the middle of its column, or
// flush with it, and a little more than a space apart.
std::optional<std::vector<Words>> part_by_columns(const PageText& text,
                                                  const std::vector<Strip>& strips,
                                                  const std::vector<float>& edges,
                                                  const std::vector<HeadPiece>& pieces,
                                                  const Run& run) {
  const PageLines& page = *text.page;
  const Box& first_box = page.words[run.words.front()].box;
  const Box& last_box = page.words[run.words.back()].box;
  const size_t first = column_under(strips, edges, text.em, first_box.x0, first_box.x1);
  const size_t last = column_under(strips, edges, text.em, last_box.x0, last_box.x1);
  if (first >= last) return std::nullopt;
  const std::vector<Words> parts = best_parts(page, strips, text.em, run.words, first, last);
  if (parts.empty()) return std::nullopt;
  // A run that opens flush with the names of the rows is rather the name of a group.
  const bool names = !strips[first].numeric && std::abs(run.x0 - strips[first].x0) < 0.3F * text.em;
  const bool one_word_each = parts.size() == run.words.size();
  if (one_word_each ? names : is_evenly_spaced(page, parts)) return std::nullopt;
  bool headed = true;
  for (size_t s = first; s <= last; ++s) {
    headed = headed && std::any_of(pieces.begin(), pieces.end(),
                                   [&](const HeadPiece& piece) { return piece.first == s; });
  }
  // Over heads of their own, two words that touch are one head.
  if (headed && parts.size() < 3) return std::nullopt;
  return parts;
}

}  // namespace

HeadPiece head_piece(const PageLines& page, const std::vector<uint32_t>& words, size_t column) {
  HeadPiece piece;
  piece.words = words;
  piece.first = piece.last = column;
  bool begun = false;
  for (const uint32_t word : words) {
    const Box& box = page.words[word].box;
    piece.x0 = begun ? std::min(piece.x0, box.x0) : box.x0;
    piece.x1 = begun ? std::max(piece.x1, box.x1) : box.x1;
    piece.y0 = begun ? std::min(piece.y0, box.y0) : box.y0;
    piece.y1 = begun ? std::max(piece.y1, box.y1) : box.y1;
    begun = true;
  }
  return piece;
}

std::vector<HeadPiece> turned_heads(const PageText& text, const std::vector<Strip>& strips,
                                    const std::vector<float>& edges, float ceiling,
                                    float body_top) {
  const PageLines& page = *text.page;
  std::vector<Words> by_strip(strips.size());
  for (const uint32_t word : text.turned) {
    const Box& box = page.words[word].box;
    const float x = (box.x0 + box.x1) / 2;
    if (box.y1 > body_top + 0.5F * text.em || box.y1 < body_top - 20 * text.em ||
        box.y0 < ceiling || x < strips.front().x0 - text.em || x > strips.back().x1 + text.em) {
      continue;
    }
    by_strip[column_under(edges, x)].push_back(word);
  }
  std::vector<HeadPiece> pieces;
  for (size_t s = 0; s < strips.size(); ++s) {
    Words& words = by_strip[s];
    if (words.empty()) continue;
    const bool up = page.words[words[0]].rotation == 270;
    std::sort(words.begin(), words.end(), [&](uint32_t a, uint32_t b) {
      const Box& p = page.words[a].box;
      const Box& q = page.words[b].box;
      const float shared = std::min(p.x1, q.x1) - std::max(p.x0, q.x0);
      if (shared < 0.5F * std::min(p.x1 - p.x0, q.x1 - q.x0)) {
        return up ? p.x0 < q.x0 : p.x0 > q.x0;
      }
      return up ? p.y0 > q.y0 : p.y0 < q.y0;
    });
    pieces.push_back(head_piece(page, words, s));
    pieces.back().turned = true;
  }
  return pieces;
}

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
