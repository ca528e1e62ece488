// Walks a page's main text and pushes it as blocks: headings, paragraphs, list items, notes,
// tables.

#pragma once

#include <cifra_plugin.hpp>

#include "plugins/reader-html/main_text.h"

namespace cifra::html {

// How many blocks and tables were pushed.
size_t push_blocks(const MainText& main, plugin::Sink& sink);

}  // namespace cifra::html
