#include "core/grammar/number_word.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "core/lexicon/number_words.h"
#include "core/lexicon/word_list.h"

namespace cifra {
namespace {

constexpr size_t kLongestWord = 128;  // the longest below 10^15 has 117 letters

// The atoms of one first letter, in the table's order.
std::span<const NumberAtom* const> atoms_beginning_with(char letter) {
  static const auto by_letter = [] {
    std::array<std::vector<const NumberAtom*>, 256> made;
    for (const NumberAtom& atom : number_atoms()) {
      made[static_cast<unsigned char>(atom.form[0])].push_back(&atom);
    }
    return made;
  }();
  return by_letter[static_cast<unsigned char>(letter)];
}

bool begins_with_atom(std::string_view word) {
  const auto atoms = atoms_beginning_with(word[0]);
  return std::any_of(atoms.begin(), atoms.end(),
                     [&](const NumberAtom* atom) { return word.starts_with(atom->form); });
}

// Puts atoms together by rank, trying the next atom where one does not lead to the end:
// "cent|ottanta", not "cento|…".
class Composer {
 public:
  explicit Composer(std::string_view word) : word_(word) {}

  std::optional<int64_t> run() { return go(0, 0, 0, State{}); }

 private:
  struct State {
    AtomRank most = AtomRank::kThousand;  // the highest rank that may follow in this group
    bool closed = false;                  // nothing but "mila" or "cento" may follow
    bool unit_alone = false;              // the group is one unit: "cento" may multiply it
    bool elided = false;                  // a vowel must follow
  };

  std::optional<int64_t> go(size_t at, int64_t thousands, int64_t group, State state) {
    if (++steps_ > kMostSteps) return std::nullopt;
    if (at == word_.size()) {
      if (state.elided || thousands + group == 0) return std::nullopt;
      return thousands * 1000 + group;
    }
    if (state.elided && word_[at] == '\'' && at + 1 == word_.size()) {
      return thousands * 1000 + group;
    }
    if (state.elided && word_[at] != 'o' && word_[at] != 'u') return std::nullopt;
    for (const NumberAtom* atom : atoms_beginning_with(word_[at])) {
      if (!word_.substr(at).starts_with(atom->form)) continue;
      const auto found = take(*atom, at + atom->form.size(), thousands, group, state);
      if (found) return found;
    }
    return std::nullopt;
  }

  std::optional<int64_t> take(const NumberAtom& atom, size_t next, int64_t thousands, int64_t group,
                              State state) {
    State after;
    after.elided = atom.elided;
    switch (atom.rank) {
      case AtomRank::kUnit:
        if (state.closed) return std::nullopt;
        after.closed = true;
        after.unit_alone = group == 0 && atom.value > 1;
        return go(next, thousands, group + atom.value, after);
      case AtomRank::kTeen:
        if (state.closed || state.most < AtomRank::kTens) return std::nullopt;
        after.closed = true;
        return go(next, thousands, group + atom.value, after);
      case AtomRank::kTens:
        if (state.closed || state.most < AtomRank::kTens) return std::nullopt;
        after.most = AtomRank::kUnit;
        return go(next, thousands, group + atom.value, after);
      case AtomRank::kHundred:
        if (group != 0 && !state.unit_alone) return std::nullopt;
        if (group == 0 && state.most < AtomRank::kHundred) return std::nullopt;
        after.most = AtomRank::kTens;
        return go(next, thousands, (group == 0 ? 1 : group) * 100, after);
      case AtomRank::kThousand:
        if (thousands != 0) return std::nullopt;
        if (atom.value == 1 ? group != 0 : group < 2) return std::nullopt;  // "mille", "mila"
        after.most = AtomRank::kHundred;
        return go(next, atom.value == 1 ? 1 : group, 0, after);
    }
    return std::nullopt;
  }

  static constexpr int kMostSteps = 400;
  std::string_view word_;
  int steps_ = 0;
};

struct GluedScale {
  std::string_view form;
  int64_t value;
};
constexpr GluedScale kGluedScales[] = {
    {"miliardi", 1000000000}, {"miliardo", 1000000000}, {"milioni", 1000000}, {"milione", 1000000}};

// "duemilionicinquecentomila": written as one word in contracts and cheques.
std::optional<int64_t> compose_glued(std::string_view word, size_t from_scale) {
  if (word.find("mili") == std::string_view::npos) return Composer(word).run();
  for (size_t i = from_scale; i < std::size(kGluedScales); ++i) {
    const GluedScale& scale = kGluedScales[i];
    const size_t at = word.find(scale.form);
    if (at == std::string_view::npos || at == 0) continue;
    const auto many = Composer(word.substr(0, at)).run();
    if (!many) return std::nullopt;
    const std::string_view rest = word.substr(at + scale.form.size());
    if (rest.empty()) return *many * scale.value;
    const auto below = compose_glued(rest, i + 1);
    if (!below || *below >= scale.value) return std::nullopt;
    return *many * scale.value + *below;
  }
  return Composer(word).run();
}

}  // namespace

std::optional<int64_t> compose_number_word(std::string_view folded) {
  if (folded.size() < 2 || folded.size() > kLongestWord || !may_begin_number_word(folded)) {
    return std::nullopt;
  }
  if (folded == "un'" || folded == "zero") return folded == "zero" ? 0 : 1;
  if (!begins_with_atom(folded)) return std::nullopt;
  if (folded.ends_with("un'")) folded.remove_suffix(1);  // "ventun'" has lost an a
  return compose_glued(folded, 0);
}

bool may_begin_number_word(std::string_view folded) {
  static const auto beginnings = [] {
    LetterPairs made;
    for (const NumberAtom& atom : number_atoms()) made.mark(atom.form[0], atom.form[1]);
    made.mark('z', 'e');
    return made;
  }();
  return folded.size() >= 2 && beginnings.has(folded[0], folded[1]);
}

}  // namespace cifra
