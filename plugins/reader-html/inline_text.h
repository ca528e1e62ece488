// Puts the words of inline elements together: white space collapsed, words whole across elements,
// raised digits kept apart from the number they stand behind.

#pragma once

#include <libxml/tree.h>

#include <string>
#include <string_view>

namespace cifra::html {

class InlineText {
 public:
  void add(std::string_view text, bool linked, bool preserve);
  void line_break();
  // Digits become superscript characters, "o" and "a" the ordinal signs: 1.234³, km², 1ª.
  void add_raised(std::string_view text);

  // The block's text; empties this.
  std::string take();

  bool blank() const { return text_.empty(); }
  bool ends_line() const { return text_.ends_with('\n'); }
  // Whether (nearly) everything came from links.
  bool all_linked() const { return letters_ > 0 && linked_ * 10 >= letters_ * 9; }

 private:
  std::string text_;
  bool space_ = false;  // a space waits for the next letter
  size_t letters_ = 0, linked_ = 0;
};

// Whether the element is the mark of a note: a raised or bracketed link to a place of the page.
bool is_note_mark(const xmlNode* node);
// The id it points to; "" for none.
std::string note_target(const xmlNode* node);

}  // namespace cifra::html
