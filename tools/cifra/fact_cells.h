// A fact in the cells of a table for people, and in those of CSV for programs.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/store/reader.h"
#include "tools/cifra/output.h"

namespace cifra::command {

// The words around the figure on one line, the figure between marks (output.h). A long sentence is
// cut to what stands near it; whoever wants it whole asks for JSON.
std::string marked_quote(const FactRow& fact);
// Cut at a space to so many columns, "…" at its end.
std::string shortened(std::string_view text, size_t columns);
// In brackets where it is inherited and not stated beside the figure.
std::string time_of(const FactRow& fact);
// "rapporto.pdf, page 3", and whether it is gone.
std::string document_of(const FactRow& fact);

// A fact for a program that reads CSV: exact, whole, the names of the JSON rows.
std::vector<Column> record_columns();
std::vector<std::string> record_of(const FactRow& fact);

}  // namespace cifra::command
