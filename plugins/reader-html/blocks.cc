#include "plugins/reader-html/blocks.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "plugins/reader-html/dom.h"
#include "plugins/reader-html/inline_text.h"
#include "plugins/reader-html/table.h"

namespace cifra::html {
namespace {

using plugin::Sink;

// Deeper elements are read as inline text: a hostile page must not exhaust the stack.
constexpr int kDeepest = 400;

constexpr std::array<std::string_view, 34> kBlockElements = {
    "p",        "div",        "section", "article", "main",    "body",    "html",
    "header",   "footer",     "aside",   "nav",     "ul",      "ol",      "dl",
    "dt",       "dd",         "li",      "pre",     "center",  "address", "form",
    "fieldset", "blockquote", "figure",  "details", "summary", "hgroup",  "menu",
    "table",    "tbody",      "tr",      "td",      "hr",      "legend"};

constexpr std::array<std::string_view, 8> kNoteWords = {
    "footnote", "footnotes", "endnote", "endnotes", "noteref", "fn", "pienota", "easyfootnotes"};

bool is_block(const xmlNode* node) {
  if (std::find(kBlockElements.begin(), kBlockElements.end(), name_of(node)) !=
      kBlockElements.end()) {
    return true;
  }
  if (!has_attribute(node, "style")) return false;
  return lower_case(attribute(node, "style")).find("display:block") != std::string::npos;
}

// 1 to 6, or 0 for what is no heading.
uint32_t heading_level(const xmlNode* node) {
  const std::string_view name = name_of(node);
  if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
    return static_cast<uint32_t>(name[1] - '0');
  }
  if (!is_element(node) || attribute(node, "role") != "heading") return 0;
  const std::string level = attribute(node, "aria-level");
  return level.size() == 1 && level[0] >= '1' && level[0] <= '6'
             ? static_cast<uint32_t>(level[0] - '0')
             : 2;
}

class Walker {
 public:
  Walker(const MainText& main, Sink& sink) : main_(main), sink_(sink) { find_notes(); }

  size_t walk() {
    if (main_.title != nullptr) walk_heading(main_.title, 1, 0);
    walk_element(main_.root, 0);
    flush();
    return pushed_;
  }

 private:
  // Places that note marks point to.
  void find_notes() {
    for (const xmlNode* node = main_.root; node != nullptr;
         node = next_node(node, main_.root, is_dropped(node))) {
      if (is_element(node) && !is_dropped(node) && is_note_mark(node)) {
        notes_.insert(note_target(node));
      }
    }
  }

  bool is_dropped(const xmlNode* node) const {
    return is_never_text(node) || main_.dropped.contains(node);
  }

  // "has-footnotes" on the whole article makes no note of it.
  bool holds_much(const xmlNode* node) const {
    const auto own = main_.weights.find(node), all = main_.weights.find(main_.root);
    return own != main_.weights.end() && all != main_.weights.end() &&
           own->second.letters * 2 > all->second.letters;
  }

  bool is_note(const xmlNode* node) const {
    const std::string role = attribute(node, "role");
    if (role == "doc-footnote" || role == "doc-endnotes" || role == "doc-endnote") return true;
    if (const std::string id = attribute(node, "id"); !id.empty() && notes_.contains(id)) {
      return true;
    }
    if (!has_attribute(node, "class") || holds_much(node)) return false;
    const std::vector<std::string> words = name_words(node);
    return std::any_of(words.begin(), words.end(), [](const std::string& word) {
      return std::find(kNoteWords.begin(), kNoteWords.end(), word) != kNoteWords.end();
    });
  }

  void push(cifra_role role, uint32_t level, const std::string& text) {
    if (text.empty()) return;
    sink_.block(role, level, text);
    ++pushed_;
  }

  void flush() {
    // A paragraph that is one short link is a way on ("read more"), not text.
    constexpr size_t kLongestWayOn = 120;
    const bool all_linked = text_.all_linked();
    const std::string words = text_.take();
    if (words.empty()) return;
    const bool sentence = words.ends_with('.') || words.ends_with(':') || words.ends_with(';');
    if (all_linked && !sentence && words.size() < kLongestWayOn && role_ == CIFRA_PARAGRAPH) return;
    cifra_role role = role_;
    if (role == CIFRA_PARAGRAPH && item_) role = CIFRA_LIST_ITEM;
    push(role, role == CIFRA_LIST_ITEM ? std::max(list_depth_, 1u) - 1 : 0, words);
    item_ = false;
  }

  void walk_children(const xmlNode* node, int depth) {
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
      walk_node(child, depth + 1);
    }
  }

  void walk_node(const xmlNode* node, int depth) {
    if (is_text(node)) {
      text_.add(content_of(node), links_ > 0, preserve_);
    } else if (is_element(node) && !is_dropped(node)) {
      if (depth > kDeepest) {
        text_.add(words_of(node), links_ > 0, false);
      } else {
        walk_element(node, depth);
      }
    }
  }

  void walk_element(const xmlNode* node, int depth) {
    if (is(node, "br")) {
      // Two in a row part paragraphs.
      if (text_.ends_line()) flush();
      text_.line_break();
      return;
    }
    if (is_note_mark(node)) return;
    if (const uint32_t level = heading_level(node)) return walk_heading(node, level, depth);
    if (is(node, "table")) return walk_table(node, depth);
    if (is(node, "sup")) return text_.add_raised(words_of(node));
    if (is(node, "a")) {
      if (attribute(node, "role") == "doc-backlink") return;
      ++links_;
      walk_children(node, depth);
      --links_;
      return;
    }
    if (is(node, "q")) {
      text_.add("“", links_ > 0, false);
      walk_children(node, depth);
      text_.add("”", links_ > 0, false);
      return;
    }
    if (!is_block(node) && !is(node, "figcaption")) return walk_children(node, depth);
    walk_block(node, depth);
  }

  void walk_block(const xmlNode* node, int depth) {
    flush();
    const cifra_role role = role_;
    const bool preserve = preserve_, item = item_;
    const uint32_t list_depth = list_depth_;
    if (is(node, "ul") || is(node, "ol")) ++list_depth_;
    if (is(node, "li") || is(node, "dd")) {
      item_ = true;
    } else if (is(node, "ul") || is(node, "ol") || is(node, "dt")) {
      item_ = false;
    }
    if (is(node, "pre")) preserve_ = true;
    if (is(node, "figcaption")) role_ = CIFRA_CAPTION;
    if (is_note(node)) role_ = CIFRA_NOTE;
    walk_children(node, depth);
    flush();
    role_ = role;
    preserve_ = preserve;
    list_depth_ = list_depth;
    // The item's first words take its mark; what follows them in it is a paragraph.
    item_ = item && !is(node, "ul") && !is(node, "ol") && item_;
  }

  void walk_heading(const xmlNode* node, uint32_t level, int depth) {
    flush();
    walk_children(node, depth);
    push(CIFRA_HEADING, level, text_.take());
    item_ = false;
  }

  void walk_table(const xmlNode* node, int depth) {
    flush();
    const std::vector<TableCell> cells = cells_of(node);
    if (cells.empty() || is_layout_table(node, cells)) {
      walk_children(node, depth);
      flush();
      return;
    }
    std::string caption;
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
      if (is(child, "caption") && !is_dropped(child)) caption = cell_words(child, depth);
    }
    std::vector<std::string> words;
    for (const TableCell& cell : cells) words.push_back(cell_words(cell.node, depth));
    sink_.begin_table(caption);
    for (size_t i = 0; i < cells.size(); ++i) sink_.cell(cells[i].place, words[i]);
    sink_.end_table();
    ++pushed_;
  }

  // The words of a cell or caption: blocks become lines, tables inside it too.
  std::string cell_words(const xmlNode* cell, int depth) {
    InlineText outer = std::exchange(text_, {});
    const auto add = [&](const auto& self, const xmlNode* node, int level) -> void {
      for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
        if (is_text(child)) {
          text_.add(content_of(child), false, false);
          continue;
        }
        if (!is_element(child) || is_dropped(child) || is_note_mark(child)) continue;
        const bool parts = is(child, "br") || is_block(child) || heading_level(child) != 0;
        if (parts) text_.line_break();
        if (is(child, "sup")) {
          text_.add_raised(words_of(child));
        } else if (level > kDeepest) {
          text_.add(words_of(child), false, false);
        } else {
          self(self, child, level + 1);
        }
        if (parts) text_.line_break();
      }
    };
    add(add, cell, depth);
    std::string words = text_.take();
    text_ = std::move(outer);
    return words;
  }

  const MainText& main_;
  Sink& sink_;
  InlineText text_;
  std::unordered_set<std::string> notes_;
  cifra_role role_ = CIFRA_PARAGRAPH;
  uint32_t list_depth_ = 0;
  bool item_ = false;      // the next block is a list item
  bool preserve_ = false;  // line ends stand as they are
  int links_ = 0;
  size_t pushed_ = 0;
};

}  // namespace

size_t push_blocks(const MainText& main, Sink& sink) { return Walker(main, sink).walk(); }

}  // namespace cifra::html
