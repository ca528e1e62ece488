// A few words to speak with libxml2's tree.

#pragma once

#include <libxml/tree.h>

#include <string>
#include <string_view>
#include <vector>

namespace cifra::html {

inline bool is_element(const xmlNode* node) { return node->type == XML_ELEMENT_NODE; }
inline bool is_text(const xmlNode* node) {
  return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

// Lower case, without a namespace's prefix; empty for what is no element.
std::string_view name_of(const xmlNode* node);
inline bool is(const xmlNode* node, std::string_view name) { return name_of(node) == name; }

bool has_attribute(const xmlNode* node, const char* name);
std::string attribute(const xmlNode* node, const char* name);  // "" where it has none

std::string_view content_of(const xmlNode* text);

// The words under a node, white space single.
std::string words_of(const xmlNode* node);

std::string lower_case(std::string_view text);  // ASCII only
std::string trimmed(std::string_view text);

// The words of class, id and role: "siteFooter main-nav" is site, footer, main, nav.
std::vector<std::string> name_words(const xmlNode* node);

// The next node in document order inside `root`; past the children of `node` where `skip`.
const xmlNode* next_node(const xmlNode* node, const xmlNode* root, bool skip);

}  // namespace cifra::html
