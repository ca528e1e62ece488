// Finds a page's main text among menus, cookie banners, side columns and footers.
//
// Three tests, from what a page says of itself to what it looks like: elements and roles that are
// never text; class and id words that name page furniture; and weight, the letters outside links.
// An element that holds much of the page's weight is never dropped for its class alone.

#pragma once

#include <libxml/tree.h>

#include <cstdint>
#include <unordered_map>
#include <unordered_set>

namespace cifra::html {

struct Weight {
  uint32_t letters = 0;  // characters but white space
  uint32_t linked = 0;   // of them, inside links
  uint32_t links = 0;
  uint32_t prose = 0;  // of the letters outside links, those of blocks that read like sentences
};

struct MainText {
  const xmlNode* root = nullptr;               // what to read
  const xmlNode* title = nullptr;              // the h1, where it stands before `root`
  std::unordered_set<const xmlNode*> dropped;  // inside root
  std::unordered_map<const xmlNode*, Weight> weights;
};

MainText find_main_text(const xmlNode* body);

// Never text, or hidden from readers: script, style, [hidden], display:none.
bool is_never_text(const xmlNode* node);

}  // namespace cifra::html
