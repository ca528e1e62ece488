// Small readings of blocks that title, issuer and date share.

#pragma once

#include <string>
#include <string_view>

#include "core/document/document.h"

namespace cifra {

std::string_view trimmed(std::string_view text);
// Trimmed and folded: what the tables of the lexicon are compared with.
std::string folded(std::string_view text);
// Text that may name an issuer or a date: no tables, notes, feet.
bool is_prose(const Block& block);

}  // namespace cifra
