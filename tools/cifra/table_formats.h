// Tables as CSV, JSON, Markdown or HTML: what `cifra read --tables` prints, and how a document's
// tables stand inside its own Markdown and HTML.

#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "core/document/document.h"

namespace cifra::command {

void write_markdown_table(const Document& document, const Table& table, std::ostream& out);
void write_html_table(const Document& document, const Table& table, std::ostream& out);

// All tables of a document, one after the other. CSV has one line of heads (outer and inner joined
// by " / "), spanning cells repeated, a blank line between tables. JSON keeps cells with spans,
// boxes, values and heads, and the sums that do not hold.
void write_tables_csv(const Document& document, std::ostream& out);
void write_tables_json(const Document& document, std::ostream& out);
void write_tables_markdown(const Document& document, std::ostream& out);
void write_tables_html(const Document& document, std::ostream& out);

// A text on one line; a text inside HTML; a text inside Markdown.
std::string flat(std::string_view text);
std::string escaped_html(std::string_view text);
std::string escaped_markdown(std::string_view text);

}  // namespace cifra::command
