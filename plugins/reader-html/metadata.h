// What a page says of itself in its head: title, issuer, date, address.

#pragma once

#include <libxml/tree.h>

#include <string>

namespace cifra::html {

struct PageMetadata {
  std::string title, issuer;
  std::string published_on;  // ISO 8601 date, or empty
  std::string url;
  std::string producer;
};

// From JSON-LD, Open Graph, Dublin Core and plain meta elements, in that order; the title also from
// the only h1 and <title>.
PageMetadata metadata_of(const xmlNode* root);

// "2021-01-20T10:00:00+01:00", "20210120", "20/01/2021", "20-01-2021" → "2021-01-20"; else "".
std::string date_of(std::string_view text);

}  // namespace cifra::html
