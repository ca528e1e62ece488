// The day a document was published, as its text or its name says.

#pragma once

#include <string>
#include <string_view>

#include "core/document/document.h"

namespace cifra {

// ISO 8601, empty when the text does not say. Best: "pubblicato il …"; then a dateline ("Roma, 3
// marzo 2022"), "aggiornati al …", a date that stands alone, a date in a heading, a signature.
std::string date_in_text(const Document& document);
// "20200308_bollettino.pdf", "nota-2021-05-19.html", "report_12-03-2020.txt" → ISO 8601 or empty.
std::string date_in_name(std::string_view file_name);

}  // namespace cifra
