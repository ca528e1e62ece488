// How a page's bytes become UTF-8: the byte order mark, then what the page declares, then the
// bytes themselves, as browsers do it.

#pragma once

#include <string_view>

#include "plugins/common/encoding.h"

namespace cifra::html {

Decoded decode_page(std::string_view bytes);

}  // namespace cifra::html
