// A fact's citation in the forms people and programs cite by.

#pragma once

#include <string>

#include "core/store/reader.h"

namespace cifra::command {

// "Istat, «Annuario 2021», 3 marzo 2021, p. 4: «…». https://…": one paragraph, the figure marked.
std::string citation_text(const FactRow& fact);
std::string citation_bibtex(const FactRow& fact);
std::string citation_csl_json(const FactRow& fact);
// https://www.w3.org/TR/annotation-model/
std::string citation_web_annotation(const FactRow& fact);

// "2021-01-20" → "20 gennaio 2021"; "2021-01" → "gennaio 2021"; other texts as they are.
std::string italian_date(const std::string& iso_date);

}  // namespace cifra::command
