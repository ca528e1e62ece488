#include "plugins/reader-html/main_text.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "plugins/reader-html/dom.h"

namespace cifra::html {
namespace {

constexpr std::array<std::string_view, 22> kNeverText = {
    "script",   "style",    "noscript", "template", "svg",    "iframe", "object", "embed",
    "canvas",   "audio",    "video",    "map",      "select", "option", "button", "input",
    "textarea", "datalist", "head",     "del",      "s",      "strike"};

constexpr std::array<std::string_view, 3> kFurnitureElements = {"nav", "aside", "dialog"};

constexpr std::array<std::string_view, 13> kFurnitureRoles = {
    "navigation", "banner",      "contentinfo", "search",  "complementary",
    "dialog",     "alertdialog", "menu",        "menubar", "toolbar",
    "tooltip",    "directory",   "doc-backlink"};

// Words of class and id that name page furniture, in English and Italian.
constexpr std::array<std::string_view, 50> kFurnitureWords = {
    "cookie",    "cookies",   "cookiebar",  "gdpr",        "consent",    "consenso", "iubenda",
    "cookiebot", "onetrust",  "breadcrumb", "breadcrumbs", "briciole",   "navbar",   "navigation",
    "menu",      "megamenu",  "submenu",    "offcanvas",   "sidebar",    "footer",   "colophon",
    "share",     "sharing",   "condividi",  "social",      "socials",    "addthis",  "related",
    "correlati", "correlate", "newsletter", "subscribe",   "pagination", "pager",    "paginazione",
    "skiplink",  "skiplinks", "skip",       "modal",       "popup",      "overlay",  "tooltip",
    "comments",  "commenti",  "advert",     "ads",         "sponsor",    "login",    "searchbox",
    "toolbar"};

constexpr std::array<std::string_view, 6> kHiddenWords = {
    "sr-only", "visually-hidden", "d-none", "screen-reader-text", "hidden", "visuallyhidden"};

// Elements that part text into blocks.
constexpr std::array<std::string_view, 24> kBlocks = {
    "p",          "div",     "li",      "td",   "th",   "h1",      "h2",         "h3",
    "h4",         "h5",      "h6",      "dt",   "dd",   "pre",     "blockquote", "caption",
    "figcaption", "section", "article", "main", "body", "address", "summary",    "center"};

template <size_t kSize>
bool contains(const std::array<std::string_view, kSize>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_white(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool is_hidden(const xmlNode* node) {
  if (has_attribute(node, "hidden") || attribute(node, "aria-hidden") == "true") return true;
  if (has_attribute(node, "style")) {
    std::string style = lower_case(attribute(node, "style"));
    std::erase_if(style, is_white);
    if (style.find("display:none") != std::string::npos ||
        style.find("visibility:hidden") != std::string::npos) {
      return true;
    }
  }
  if (!has_attribute(node, "class")) return false;
  const std::string classes = ' ' + lower_case(attribute(node, "class")) + ' ';
  // "d-none d-md-block" and "hidden md:block" are shown on wide screens.
  if (classes.find("-block ") != std::string::npos ||
      classes.find(":block ") != std::string::npos || classes.find("-flex ") != std::string::npos ||
      classes.find(":flex ") != std::string::npos) {
    return false;
  }
  return std::any_of(kHiddenWords.begin(), kHiddenWords.end(), [&](std::string_view word) {
    return classes.find(' ' + std::string(word) + ' ') != std::string::npos;
  });
}

bool stands_in(const xmlNode* node, std::initializer_list<std::string_view> names) {
  for (const xmlNode* at = node->parent; at != nullptr; at = at->parent) {
    for (const std::string_view name : names) {
      if (is(at, name)) return true;
    }
  }
  return false;
}

// Said by the page itself: elements and roles.
bool is_furniture_by_name(const xmlNode* node) {
  if (contains(kFurnitureElements, name_of(node))) return true;
  if (has_attribute(node, "role") && contains(kFurnitureRoles, attribute(node, "role"))) {
    return true;
  }
  return (is(node, "header") || is(node, "footer")) && !stands_in(node, {"main", "article"});
}

bool is_furniture_by_class(const xmlNode* node) {
  if (!has_attribute(node, "class") && !has_attribute(node, "id")) return false;
  const std::vector<std::string> words = name_words(node);
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& word) { return contains(kFurnitureWords, word); });
}

// Reads like a sentence: some words, and a mark that ends or parts one.
bool is_prose(std::string_view text) {
  constexpr size_t kShortest = 40;
  return text.size() >= kShortest && text.find_first_of(".;:,!?") != std::string_view::npos;
}

class Finder {
 public:
  explicit Finder(const xmlNode* body) : body_(body) {}

  MainText find() {
    weigh(body_);
    const uint32_t whole = found_.weights[body_].prose;
    drop_furniture(whole);
    found_.weights.clear();
    weigh(body_);
    found_.root = choose_root();
    drop_link_lists();
    find_title();
    return std::move(found_);
  }

 private:
  bool is_dropped(const xmlNode* node) const {
    return is_never_text(node) || found_.dropped.contains(node);
  }

  // One pass in document order; what an element holds is added to all it stands in on the way up.
  void weigh(const xmlNode* root) {
    struct Open {
      const xmlNode* node;
      Weight weight;
      std::string own;  // text outside links since the last block began or ended
    };
    std::vector<Open> open = {{root, {}, {}}};
    uint32_t in_link = 0;
    const auto settle = [](Open& block) {
      if (is_prose(block.own)) block.weight.prose += static_cast<uint32_t>(block.own.size());
      block.own.clear();
    };
    const auto close = [&] {
      Open done = std::move(open.back());
      open.pop_back();
      const bool block = contains(kBlocks, name_of(done.node));
      if (block) settle(done);
      if (is(done.node, "a")) --in_link;
      found_.weights[done.node] = done.weight;
      if (open.empty()) return;
      Open& parent = open.back();
      parent.weight.letters += done.weight.letters;
      parent.weight.linked += done.weight.linked;
      parent.weight.links += done.weight.links;
      parent.weight.prose += done.weight.prose;
      parent.own += done.own;
    };
    const xmlNode* node = root;
    while (!open.empty()) {
      const bool enter = node != nullptr && is_element(node) && !is_dropped(node);
      const xmlNode* next = nullptr;
      if (node != nullptr && is_text(node)) {
        add_text(open.back().weight, open.back().own, content_of(node), in_link > 0);
      }
      if (enter && node != root) {
        if (contains(kBlocks, name_of(node))) settle(open.back());
        open.push_back({node, {}, {}});
        if (is(node, "a")) {
          ++in_link;
          ++open.back().weight.links;
        }
      }
      if (enter && node->children != nullptr) {
        next = node->children;
      } else {
        const xmlNode* at = node;
        if (enter) close();
        while (at != root && at->next == nullptr && !open.empty()) {
          at = at->parent;
          close();
        }
        next = at == root ? nullptr : at->next;
      }
      if (next == nullptr) break;
      node = next;
    }
    while (!open.empty()) close();
  }

  static void add_text(Weight& weight, std::string& own, std::string_view text, bool linked) {
    const auto letters = static_cast<uint32_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return !is_white(c) && (c & 0xC0) != 0x80; }));
    weight.letters += letters;
    if (linked) {
      weight.linked += letters;
    } else {
      own += text;
    }
  }

  // `whole` is the prose of the page: what holds most of it is not furniture, whatever its class.
  void drop_furniture(uint32_t whole) {
    const xmlNode* node = body_;
    while (node != nullptr) {
      bool drop = false;
      if (is_element(node) && node != body_ && !is_never_text(node)) {
        const Weight& weight = found_.weights[node];
        const bool much = weight.prose * 10 > whole * 4;
        drop = !much && (is_furniture_by_name(node) || is_furniture_by_class(node) ||
                         is_cookie_notice(node, weight));
        if (drop) found_.dropped.insert(node);
      }
      node = next_node(node, body_, drop || is_never_text(node));
    }
  }

  // A notice on cookies without a telling class: short, on cookies, with something to press.
  bool is_cookie_notice(const xmlNode* node, const Weight& weight) const {
    constexpr uint32_t kLongest = 1200;
    if (!is(node, "div") && !is(node, "section") && !is(node, "p")) return false;
    if (weight.letters == 0 || weight.letters > kLongest || stands_in(node, {"main", "article"})) {
      return false;
    }
    const std::string words = lower_case(words_of(node));
    if (words.find("cookie") == std::string::npos) return false;
    for (const std::string_view press : {"accett", "rifiut", "consens", "accept", "preferenze"}) {
      if (words.find(press) != std::string::npos) return true;
    }
    return false;
  }

  // The page's own main element where it holds text; else the deepest element that leaves no
  // sentence and no h1 behind.
  const xmlNode* choose_root() {
    const uint32_t whole = found_.weights[body_].prose;
    for (const xmlNode* node = body_; node != nullptr;
         node = next_node(node, body_, is_dropped(node))) {
      if (!is(node, "main") && !(is_element(node) && attribute(node, "role") == "main")) continue;
      const Weight& weight = found_.weights[node];
      if (weight.letters > 0 && weight.prose * 3 >= whole) return node;
    }
    const xmlNode* root = body_;
    while (const xmlNode* child = heaviest_child(root)) {
      if (!leaves_nothing_behind(root, child)) break;
      root = child;
    }
    return root;
  }

  const xmlNode* heaviest_child(const xmlNode* node) {
    const xmlNode* best = nullptr;
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
      if (!is_element(child) || is_dropped(child)) continue;
      if (found_.weights[child].prose > (best == nullptr ? 0 : found_.weights[best].prose)) {
        best = child;
      }
    }
    return best;
  }

  bool leaves_nothing_behind(const xmlNode* node, const xmlNode* kept) {
    const xmlNode* first = nullptr;
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
      if (child == kept) continue;
      if (is_text(child)) {
        if (is_prose(content_of(child))) return false;
        continue;
      }
      if (!is_element(child) || is_dropped(child)) continue;
      if (found_.weights[child].prose > 0 || is(child, "table")) return false;
      for (first = child; first != nullptr; first = next_node(first, child, is_dropped(first))) {
        if (is(first, "h1") && !is_dropped(first)) return false;
      }
    }
    // A lone paragraph, table or list is read from its parent, as a block of its own.
    return is(kept, "div") || is(kept, "section") || is(kept, "article") || is(kept, "form") ||
           is(kept, "center");
  }

  // Lists and boxes that hold hardly anything but links.
  void drop_link_lists() {
    const xmlNode* root = found_.root;
    const xmlNode* node = root;
    while (node != nullptr) {
      bool drop = false;
      if (node != root && is_element(node) && !is_dropped(node) &&
          (is(node, "ul") || is(node, "ol") || is(node, "div") || is(node, "section"))) {
        const Weight& weight = found_.weights[node];
        drop = weight.links >= 3 && weight.linked * 10 >= weight.letters * 8;
        if (drop) found_.dropped.insert(node);
      }
      node = next_node(node, root, drop || is_dropped(node));
    }
  }

  void find_title() {
    bool inside = false;
    for (const xmlNode* node = body_; node != nullptr && !inside;
         node = next_node(node, body_, is_never_text(node))) {
      inside = node == found_.root;
      if (is(node, "h1") && !inside) found_.title = node;
    }
    for (const xmlNode* node = found_.root; node != nullptr;
         node = next_node(node, found_.root, is_dropped(node))) {
      if (is(node, "h1") && !is_dropped(node)) found_.title = nullptr;
    }
  }

  const xmlNode* body_;
  MainText found_;
};

}  // namespace

bool is_never_text(const xmlNode* node) {
  return is_element(node) && (contains(kNeverText, name_of(node)) || is_hidden(node));
}

MainText find_main_text(const xmlNode* body) { return Finder(body).find(); }

}  // namespace cifra::html
