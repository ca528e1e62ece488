// Heads over several columns: known by their words crossing from one column to the next, or
// standing in the middle of several, above heads of their own that stand level with each other.

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include "core/layout/table_parts.h"

namespace cifra {
namespace {

constexpr float kWiderBonus = 0.18F;  // ems a column
constexpr size_t kMostBeside = 40;    // columns of one head on either side of the one it is over

class HeadWidener {
 public:
  HeadWidener(const PageText& text, const std::vector<Strip>& strips,
              std::vector<HeadPiece>& pieces, std::vector<uint32_t>& caption)
      : text_(text),
        strips_(strips),
        pieces_(pieces),
        caption_(caption),
        edges_(column_edges(strips, text.em)) {
    for (size_t s = 0; s < strips.size() && !strips[s].numeric; ++s) first_numeric_ = s + 1;
    index_pieces();
  }

  // Decides for each piece whether it heads several columns.
  void run() {
    widen_each();
    widen_beside_others(0);
  }

 private:
  // The pieces of one column below a place, as one block.
  struct Lower {
    float x0 = 0, x1 = 0, y0 = 0, y1 = 0;
  };

  void widen_each() {
    for (size_t p = pieces_.size(); p-- > 0;) {
      HeadPiece& piece = pieces_[p];
      if (piece.turned) continue;
      // The rows below are settled first.
      if (p + 1 < pieces_.size() && pieces_[p + 1].y0 > piece.y0 + 0.5F * text_.em) {
        widen_beside_others(p + 1);
      }
      const float em = text_.em;
      const size_t own = piece.first;
      const float below = piece.y1 - 0.2F * em;
      const std::optional<Lower> under = lower_of(own, below);
      bool crosses = false;
      for (size_t s = 0; s < strips_.size(); ++s) {
        if (s == own) continue;
        const std::optional<Lower> other = lower_of(s, below);
        if (other && overlap(piece.x0, piece.x1, other->x0, other->x1) > 0.6F * em &&
            !taken_on_row(piece, s, s)) {
          crosses = true;
        }
      }
      if (!crosses && !under) continue;
      if (!crosses) {
        // A line of the same cell stands in its middle or flush with it.
        const bool centred = std::abs(piece.centre() - (under->x0 + under->x1) / 2) < 0.6F * em;
        const bool flush = std::abs(piece.x0 - under->x0) < 0.25F * em ||
                           std::abs(piece.x1 - under->x1) < 0.25F * em;
        if (centred || flush) continue;
      }
      if (!choose_range(piece, own, below, crosses) && crosses && is_alone(piece)) {
        // It fits no columns: a title, and so is all above it.
        const float cut = piece.y1;
        std::vector<HeadPiece> kept;
        for (HeadPiece& other : pieces_) {
          if ((other.y0 + other.y1) / 2 > cut || other.turned) {
            kept.push_back(std::move(other));
          } else {
            caption_.insert(caption_.end(), other.words.begin(), other.words.end());
          }
        }
        pieces_ = std::move(kept);
        index_pieces();
        break;
      }
    }
  }

  // A head in the middle of its columns may stand over one of them. Where a head beside it is over
  // several, or all beside it share out the columns evenly, it is too.
  void widen_beside_others(size_t from) {
    for (HeadPiece& piece : std::span(pieces_).subspan(from)) {
      if (piece.spanning() || piece.turned || piece.first < first_numeric_) continue;
      std::vector<HeadPiece*> row;
      for (HeadPiece& other : pieces_) {
        const float shared = overlap(piece.y0, piece.y1, other.y0, other.y1);
        if (!other.turned && other.first >= first_numeric_ &&
            shared > 0.5F * (piece.y1 - piece.y0)) {
          row.push_back(&other);
        }
      }
      std::sort(row.begin(), row.end(),
                [](const HeadPiece* a, const HeadPiece* b) { return a->first < b->first; });
      if (std::any_of(row.begin(), row.end(), [](const HeadPiece* p) { return p->spanning(); })) {
        widen_to_neighbours(piece, row);
      } else if (row != uneven_ && !share_out(row)) {
        uneven_ = row;  // and the next piece of it need not look again
      }
    }
    uneven_.clear();
  }

  // Over the columns on both sides that no head of its row takes, if it stands in their middle.
  void widen_to_neighbours(HeadPiece& piece, const std::vector<HeadPiece*>& row) {
    size_t first = piece.first, last = piece.last;
    const auto is_free = [&](size_t s) {
      return lower_of(s, piece.y1 - 0.2F * text_.em).has_value() &&
             std::none_of(row.begin(), row.end(), [&](const HeadPiece* other) {
               return other != &piece && other->first <= s && s <= other->last;
             });
    };
    if (!is_free(first)) return;
    while (first > first_numeric_ && is_free(first - 1)) --first;
    while (last + 1 < strips_.size() && is_free(last + 1)) ++last;
    size_t usual = 0;  // columns of the heads beside it
    for (const HeadPiece* other : row) {
      usual = std::max(usual, other->last - other->first + 1);
    }
    const size_t own = piece.first;
    float best = 0.8F * text_.em;
    for (size_t i = first; i <= own; ++i) {
      const size_t j = i + usual - 1;
      if (j < own || j > last || cuts_a_head(i, j, piece.y1) || !stand_level(i, j, piece.y1)) {
        continue;
      }
      const float off = off_middle(piece, i, j);
      if (off < best) best = off, widen(piece, i, j);
    }
  }

  // How far a head is from the middle of columns: of their edges, their numbers, their own heads.
  float off_middle(const HeadPiece& piece, size_t first, size_t last) const {
    const float below = piece.y1 - 0.2F * text_.em;
    const float middle = (edges_[first] + edges_[last + 1]) / 2;
    const float ink_middle = (strips_[first].x0 + strips_[last].x1) / 2;
    float off = std::min(std::abs(piece.centre() - middle), std::abs(piece.centre() - ink_middle));
    const std::optional<Lower> left = lower_of(first, below), right = lower_of(last, below);
    if (left && right) {
      const float heads_middle = (left->x0 + left->x1 + right->x0 + right->x1) / 4;
      off = std::min(off, std::abs(piece.centre() - heads_middle));
    }
    return off;
  }

  // Whether the heads of columns below a place begin, end or have their middle at one height.
  bool stand_level(size_t first, size_t last, float below) const {
    float least[3] = {1e6F, 1e6F, 1e6F}, most[3] = {0, 0, 0};
    for (size_t s = first; s <= last; ++s) {
      const std::optional<Lower> lower = lower_of(s, below - 0.2F * text_.em);
      if (!lower) return false;
      const float at[3] = {lower->y0, lower->y1, (lower->y0 + lower->y1) / 2};
      for (int k = 0; k < 3; ++k)
        least[k] = std::min(least[k], at[k]), most[k] = std::max(most[k], at[k]);
    }
    return most[0] - least[0] < 0.25F * text_.em || most[1] - least[1] < 0.25F * text_.em ||
           most[2] - least[2] < 0.25F * text_.em;
  }

  // Heads that share out the columns evenly, each in the middle of its own.
  bool share_out(const std::vector<HeadPiece*>& row) {
    const size_t columns = strips_.size() - first_numeric_;
    if (row.size() < 2 || columns == row.size() || columns % row.size() != 0) return false;
    const size_t each = columns / row.size();
    for (size_t i = 0; i < row.size(); ++i) {
      const size_t first = first_numeric_ + i * each, last = first + each - 1;
      const float off = off_middle(*row[i], first, last);
      if (row[i]->first < first || row[i]->first > last || off > 1.2F * text_.em ||
          !stand_level(first, last, row[i]->y1)) {
        return false;
      }
    }
    for (size_t i = 0; i < row.size(); ++i) {
      const size_t first = first_numeric_ + i * each;
      widen(*row[i], first, first + each - 1);
    }
    return true;
  }

  // A head over several columns holds whole heads below it, never part of one.
  bool cuts_a_head(size_t first, size_t last, float below) const {
    return std::any_of(pieces_.begin(), pieces_.end(), [&](const HeadPiece& piece) {
      return piece.spanning() && (piece.y0 + piece.y1) / 2 > below && piece.first <= last &&
             first <= piece.last && !(first <= piece.first && piece.last <= last);
    });
  }

  // Whether another piece stands beside this one over one of the columns.
  bool taken_on_row(const HeadPiece& piece, size_t first, size_t last) const {
    return std::any_of(pieces_.begin(), pieces_.end(), [&](const HeadPiece& other) {
      return &other != &piece && other.first <= last && first <= other.last &&
             overlap(piece.y0, piece.y1, other.y0, other.y1) > 0.5F * (piece.y1 - piece.y0);
    });
  }
  bool is_alone(const HeadPiece& piece) const { return !taken_on_row(piece, 0, strips_.size()); }

  // The columns around one that a head may be over: each has heads below and none beside.
  struct Reach {
    size_t first = 0, last = 0;
    std::vector<Lower> lower;  // of `first` … `last`
  };
  std::optional<Reach> reach_of(const HeadPiece& piece, size_t own, float below) const {
    const auto head_below = [&](size_t s) {
      const std::optional<Lower> lower = lower_of(s, below);
      return lower && s != own && taken_on_row(piece, s, s) ? std::nullopt : lower;
    };
    const std::optional<Lower> under = head_below(own);
    if (!under) return std::nullopt;
    Reach reach{own, own, {*under}};
    const size_t begin = strips_[own].numeric ? first_numeric_ : 0;
    while (reach.first > begin && own - reach.first < kMostBeside) {
      const std::optional<Lower> lower = head_below(reach.first - 1);
      if (!lower) break;
      reach.lower.insert(reach.lower.begin(), *lower);
      --reach.first;
    }
    while (reach.last + 1 < strips_.size() && reach.last - own < kMostBeside) {
      const std::optional<Lower> lower = head_below(reach.last + 1);
      if (!lower) break;
      reach.lower.push_back(*lower);
      ++reach.last;
    }
    return reach;
  }

  bool choose_range(HeadPiece& piece, size_t own, float below, bool crosses) {
    const float em = text_.em;
    float best_cost = crosses ? 1e6F : 1.2F;
    size_t best_first = own, best_last = own;
    const std::optional<Reach> reach = reach_of(piece, own, below);
    for (size_t i = reach ? reach->first : own + 1; i <= own; ++i) {
      for (size_t j = own; j <= reach->last; ++j) {
        if (i < first_numeric_ && j >= first_numeric_) continue;
        if (i == j || (i == 0 && j + 1 == strips_.size() && j > 0) || cuts_a_head(i, j, below))
          continue;
        const auto lower = std::span(reach->lower).subspan(i - reach->first, j - i + 1);
        const float left = std::min(lower.front().x0, strips_[i].x0);
        const float right = std::max(lower.back().x1, strips_[j].x1);
        if (piece.x0 < left - 1.5F * em || piece.x1 > right + 1.5F * em) continue;
        std::vector<float> middles;
        for (const Lower& one : lower) middles.push_back((one.y0 + one.y1) / 2);
        std::sort(middles.begin(), middles.end());
        float cost = 0;
        for (const float middle : middles) {
          cost += std::abs(middle - middles[middles.size() / 2]) > 0.35F * em ? 1.0F : 0.0F;
        }
        const float box_centre = (edges_[i] + edges_[j + 1]) / 2;
        const float ink_centre = (left + right) / 2;
        cost += std::min({std::abs(piece.centre() - ink_centre) / em,
                          std::abs(piece.centre() - box_centre) / em,
                          0.4F + std::abs(piece.x0 - left) / em});
        // Of ranges around one middle the wider is the likelier where the heads stand level.
        cost -= kWiderBonus * static_cast<float>(j - i);
        if (cost < best_cost) best_cost = cost, best_first = i, best_last = j;
      }
    }
    widen(piece, best_first, best_last);
    return best_first != best_last;
  }

  std::optional<Lower> lower_of(size_t s, float below) const {
    std::optional<Lower> lower;
    for (const HeadPiece* one : of_column_[s]) {
      const HeadPiece& piece = *one;
      if (piece.spanning() || (piece.y0 + piece.y1) / 2 < below) continue;
      if (!lower) {
        lower = Lower{piece.x0, piece.x1, piece.y0, piece.y1};
      } else {
        lower->x0 = std::min(lower->x0, piece.x0), lower->x1 = std::max(lower->x1, piece.x1);
        lower->y0 = std::min(lower->y0, piece.y0), lower->y1 = std::max(lower->y1, piece.y1);
      }
    }
    return lower;
  }

  void index_pieces() {
    of_column_.assign(strips_.size(), {});
    for (HeadPiece& piece : pieces_) of_column_[piece.first].push_back(&piece);
  }
  void widen(HeadPiece& piece, size_t first, size_t last) {
    uneven_.clear();
    std::erase(of_column_[piece.first], &piece);
    piece.first = first, piece.last = last;
    of_column_[first].push_back(&piece);
  }

  const PageText& text_;
  const std::vector<Strip>& strips_;
  std::vector<HeadPiece>& pieces_;
  std::vector<std::vector<HeadPiece*>> of_column_;  // those that begin there
  std::vector<HeadPiece*> uneven_;                  // a row that does not share out the columns
  std::vector<uint32_t>& caption_;
  std::vector<float> edges_;
  size_t first_numeric_ = 0;
};

}  // namespace

std::vector<float> column_edges(const std::vector<Strip>& strips, float em) {
  std::vector<float> edges = {strips.front().x0 - 2 * em};
  for (size_t i = 0; i + 1 < strips.size(); ++i) {
    const Strip& a = strips[i];
    const Strip& b = strips[i + 1];
    const float gap = b.x0 - a.x1;
    const float pad = std::min(0.4F * em, gap / 2);
    const bool a_right = a.numeric && a.side == Side::kRight && a.flush > 0.7F;
    const bool b_right = b.numeric && b.side == Side::kRight && b.flush > 0.7F;
    const bool b_left = !b.numeric || (b.side == Side::kLeft && b.flush > 0.7F);
    if (a_right && b_right) {
      edges.push_back(a.x1 + pad);
    } else if (b_left && !a_right) {
      edges.push_back(b.x0 - pad);
    } else {
      edges.push_back((a.x1 + b.x0) / 2);
    }
  }
  edges.push_back(strips.back().x1 + 2 * em);
  return edges;
}

void widen_heads(const PageText& text, const std::vector<Strip>& strips,
                 std::vector<HeadPiece>& pieces, std::vector<uint32_t>& caption) {
  HeadWidener(text, strips, pieces, caption).run();
}

}  // namespace cifra
