// Columns so close that their words run together: where numbers end flush in several rows they are
// a column of their own.

#include <algorithm>
#include <cmath>
#include <iterator>

#include "core/layout/table_parts.h"

namespace cifra {
namespace {

constexpr float kReach = 14;   // ems up and down where numbers stand around one
constexpr size_t kEnough = 4;  // numbers flush with each other, among words
constexpr size_t kAlone = 2;   // … that are a cell already, among numbers

// A number set close to other words, and where it ends.
struct TightNumber {
  size_t row = 0, run = 0, word = 0;  // when it was found; parting moves runs further right
  float right = 0, y = 0;
  bool alone = false;   // a run of its own already
  bool opens = false;   // stands first in its line, where it may be prose
  bool marked = false;  // has marks or many digits: hardly prose
  bool inside = false;  // among numbers, where a space may part groups of one number
  bool single = false;  // alone, and of one word
};

bool is_marked_or_long(std::string_view text) {
  const size_t digit = text.find_first_of("0123456789");
  return digit != std::string_view::npos &&
         (text.find_first_of(".,") != std::string_view::npos || text.size() >= 5);
}

class TightParter {
 public:
  TightParter(const PageLines& page, float em, std::vector<TextRow>& rows)
      : page_(page), em_(em), rows_(rows) {}

  void run() {
    for (size_t r = 0; r < rows_.size(); ++r) {
      for (size_t i = 0; i < rows_[r].runs.size(); ++i) collect(r, i);
    }
    for (size_t k = numbers_.size(); k-- > 0;) {
      if (!numbers_[k].alone && is_column(k)) part(numbers_[k]);
    }
  }

 private:
  void collect(size_t r, size_t i) {
    const Run& run = rows_[r].runs[i];
    const bool number = run.shape == Shape::kNumber;
    if (run.words.size() < 2 && !number) return;
    for (size_t w = 0; w + (number ? 1 : 0) < run.words.size(); ++w) {
      const LayoutWord& word = page_.words[run.words[w]];
      const float before = w == 0 ? em_ : word.box.x0 - page_.words[run.words[w - 1]].box.x1;
      const float after =
          w + 1 == run.words.size() ? em_ : page_.words[run.words[w + 1]].box.x0 - word.box.x1;
      const std::string_view text = page_.text_of(word);
      // A number that stands a common space from its neighbours may be prose.
      if (before < 0.15F * em_ || after < 0.15F * em_) continue;
      if (!number && w > 0 && w + 1 < run.words.size() && before < 0.36F * em_ &&
          after < 0.36F * em_) {
        continue;
      }
      if (shape_of(text) != Shape::kNumber) continue;
      numbers_.push_back({r, i, w, word.box.x1, run.middle(), false, w == 0 && i == 0 && !number,
                          is_marked_or_long(text), number, false});
    }
    if (number) {
      const bool marked = is_marked_or_long(page_.text_of(page_.words[run.words.back()]));
      const bool single = run.words.size() == 1;
      numbers_.push_back({r, i, 0, run.x1, run.middle(), true, false, marked, false, single});
    }
  }

  // Numbers come row by row: those near enough stand around this one.
  bool is_column(size_t k) const {
    const TightNumber& one = numbers_[k];
    size_t flush = one.opens ? 0 : 1, marked = one.marked ? 2 : 0, alone = 0;
    const auto count = [&](const TightNumber& other) {
      if (other.opens || std::abs(other.right - one.right) >= 0.12F * em_) return;
      ++flush;
      marked += other.marked ? 1U : 0U;
      alone += other.single ? 1U : 0U;
    };
    for (size_t i = k; i-- > 0 && one.y - numbers_[i].y < kReach * em_;) count(numbers_[i]);
    for (size_t i = k + 1; i < numbers_.size() && numbers_[i].y - one.y < kReach * em_; ++i) {
      count(numbers_[i]);
    }
    return one.inside ? alone >= kAlone : flush >= kEnough && marked >= 2;
  }

  void part(const TightNumber& one) {
    std::vector<Run>& runs = rows_[one.row].runs;
    const std::vector<uint32_t> words = runs[one.run].words;
    const auto at = words.begin() + static_cast<std::ptrdiff_t>(one.word);
    std::vector<std::vector<uint32_t>> parts = {{words.begin(), at}, {*at}, {at + 1, words.end()}};
    std::erase_if(parts, [](const std::vector<uint32_t>& words_of) { return words_of.empty(); });
    const auto place = runs.erase(runs.begin() + static_cast<std::ptrdiff_t>(one.run));
    std::vector<Run> made;
    for (std::vector<uint32_t>& words_of : parts)
      made.push_back(make_run(page_, std::move(words_of)));
    runs.insert(place, std::make_move_iterator(made.begin()), std::make_move_iterator(made.end()));
  }

  const PageLines& page_;
  float em_;
  std::vector<TextRow>& rows_;
  std::vector<TightNumber> numbers_;
};

}  // namespace

void part_tight_numbers(const PageLines& page, float em, std::vector<TextRow>& rows) {
  TightParter(page, em, rows).run();
}

}  // namespace cifra
