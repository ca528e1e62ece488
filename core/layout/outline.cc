#include "core/layout/outline.h"

#include <algorithm>
#include <vector>

#include "core/layout/list_marker.h"

namespace cifra {
namespace {

bool is_furniture(BlockRole role) {
  return role == BlockRole::kPageHeader || role == BlockRole::kPageFooter ||
         role == BlockRole::kNote;
}

// A list that is open: the look of its latest item and the columns it is indented by.
struct OpenList {
  ListMarker marker;
  uint32_t indent = 0;
};

bool same_look(const ListMarker& a, const ListMarker& b) {
  if (a.kind == MarkerKind::kSection && b.kind == MarkerKind::kSection) return a.depth == b.depth;
  return a.kind == b.kind && a.shape == b.shape;
}

// Spaces between the line's begin and `at`: plain texts keep them, other ways of reading have none.
uint32_t indent_of(std::string_view text, uint32_t at) {
  uint32_t columns = 0;
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) {
    columns += text[at - 1] == '\t' ? 8 : 1;
    --at;
  }
  return at == 0 || text[at - 1] == '\n' ? columns : 0;
}

// "i)" after "h)" is a letter, elsewhere the first of a Roman list.
ListMarker resolved(ListMarker marker, const std::vector<OpenList>& open) {
  if (marker.kind != MarkerKind::kLetter) return marker;
  constexpr uint32_t kI = 9, kV = 22, kX = 24;
  if (marker.ordinal != kI && marker.ordinal != kV && marker.ordinal != kX) return marker;
  for (const OpenList& list : open) {
    if (list.marker.kind == MarkerKind::kLetter && list.marker.shape == marker.shape &&
        list.marker.ordinal + 1 == marker.ordinal) {
      return marker;
    }
  }
  marker.kind = MarkerKind::kRoman;
  marker.ordinal = marker.ordinal == kI ? 1 : marker.ordinal == kV ? 5 : 10;
  return marker;
}

// Whether the sentence of a block is still open: something has to follow.
bool is_open(std::string_view text) {
  constexpr std::string_view kStops = ".;!?";
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  constexpr std::string_view kClosing[] = {"\"", ")", "»", "”", "’", "]"};
  for (std::string_view sign : kClosing) {
    if (text.ends_with(sign) && text.size() > sign.size() &&
        kStops.find(text[text.size() - sign.size() - 1]) != std::string_view::npos) {
      return false;
    }
  }
  return !text.empty() && kStops.find(text.back()) == std::string_view::npos;
}

// The block that introduces the list beginning at `item`.
uint32_t lead_of_list(const Document& document, uint32_t item) {
  for (uint32_t i = item; i-- > 0;) {
    const Block& block = document.blocks[i];
    if (is_furniture(block.role)) continue;
    const bool introduces =
        block.role == BlockRole::kParagraph || block.role == BlockRole::kHeading;
    return introduces && is_open(document.of(block.span)) ? i : kNoIndex;
  }
  return kNoIndex;
}

}  // namespace

void set_list_levels(Document& document) {
  const bool known = std::ranges::any_of(document.blocks, [](const Block& block) {
    return block.role == BlockRole::kListItem && block.level > 0;
  });
  if (known) return;
  constexpr uint32_t kNesting = 2;  // columns an inner list is indented by at least
  std::vector<OpenList> open;
  for (Block& block : document.blocks) {
    if (is_furniture(block.role)) continue;
    if (block.role != BlockRole::kListItem) {
      open.clear();
      continue;
    }
    const auto marker = list_marker(document.of(block.span));
    if (!marker) {
      block.level = open.empty() ? uint8_t{0} : static_cast<uint8_t>(open.size() - 1);
      continue;
    }
    const OpenList list{resolved(*marker, open), indent_of(document.text, block.span.begin)};
    while (!open.empty() && open.back().indent >= list.indent + kNesting) open.pop_back();
    const auto same = std::ranges::find_if(open, [&](const OpenList& above) {
      return same_look(above.marker, list.marker) && list.indent < above.indent + kNesting;
    });
    open.erase(same, open.end());
    open.push_back(list);
    block.level = static_cast<uint8_t>(std::min<size_t>(open.size() - 1, 254));
  }
}

void set_outline(Document& document) {
  std::vector<uint32_t> headings;  // open ones, outermost first
  std::vector<uint32_t> items;     // open items of the list at hand, outermost first
  uint32_t list_lead = kNoIndex;
  for (uint32_t i = 0; i < document.blocks.size(); ++i) {
    Block& block = document.blocks[i];
    if (block.role == BlockRole::kHeading) {
      while (!headings.empty() && document.blocks[headings.back()].level >= block.level) {
        headings.pop_back();
      }
    }
    block.heading = headings.empty() ? kNoIndex : headings.back();
    if (block.role == BlockRole::kHeading) headings.push_back(i);

    block.lead = kNoIndex;
    if (block.role == BlockRole::kListItem) {
      if (items.empty()) list_lead = lead_of_list(document, i);
      while (!items.empty() && document.blocks[items.back()].level >= block.level) {
        items.pop_back();
      }
      block.lead = items.empty() ? list_lead : items.back();
      items.push_back(i);
    } else if (!is_furniture(block.role)) {
      items.clear();
    }
  }
}

}  // namespace cifra
