// Words before a number that make it a name of something and no quantity: "articolo 75", "n. 35",
// "pag. 12", "Fase 2", "tel. 06…".

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace cifra {

enum class Cue : uint8_t {
  kNone,
  kStrong,  // whatever number follows is a reference: articolo, comma, n., legge
  kWeak,    // only a small whole number, and nothing counted after it: fase, misura, tabella
  kPhone,   // tel., fax: digits in groups
  kCode,    // CUP, CIG, IBAN, P.IVA, CAP: letters and digits
};

// Folded word, without its dot.
Cue reference_cue(std::string_view folded);
// A cue only after its article: "ai punti 15 e 16".
bool is_plural_label(std::string_view folded);
// A cue only with a dot after it: "p. 12", "co. 3", "c. 2", "l. 104", "all. 1".
bool needs_dot(std::string_view folded);

// "bis", "ter", "quater" …: what is added to an article's number.
bool is_article_suffix(std::string_view folded);
// What after a number makes it a quantity: "%", "euro", "milioni", "mila", "km".
bool is_quantity_word(std::string_view folded);

// "uno" … "venti" and the tens: numbers in words after a cue ("fase due", "numero uno").
bool is_small_number_word(std::string_view folded);

// The words of all these.
std::vector<std::string_view> cue_words();

}  // namespace cifra
