// Number words written as one: "centoventimila" is 120000, "ventun'" is 21.
//
// Cannot do: words parted by spaces (number.h joins those); anything from 10^15 on.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace cifra {

// The value of a folded word; nothing where it is no number. Takes time linear in a bounded length.
std::optional<int64_t> compose_number_word(std::string_view folded);

// A quick no for most words: whether some number word begins as this one does.
bool may_begin_number_word(std::string_view folded);

}  // namespace cifra
