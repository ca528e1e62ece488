// Who published a document, as its letterhead says.

#pragma once

#include <string>
#include <string_view>

#include "core/document/document.h"

namespace cifra {

// The first line of the document's head that begins like an office's name, capitals made readable;
// empty where there is none.
std::string issuer_in_text(const Document& document);
// The same for one block.
std::string issuer_in_block(std::string_view block);

}  // namespace cifra
