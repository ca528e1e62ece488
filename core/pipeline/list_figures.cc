#include "core/pipeline/list_figures.h"

#include <algorithm>
#include <string_view>

#include "core/text/sentences.h"

namespace cifra {
namespace {

constexpr uint32_t kLongestLead = 2000;  // bytes of the block before a list looked at

bool says_unit(const Figure& figure) {
  const bool whole = figure.kind != Kind::kShare && figure.kind != Kind::kMultiple &&
                     figure.kind != Kind::kDuration;
  return figure.is_fact() && whole && (figure.power >= 6 || !figure.unit.empty());
}

const Figure* first_fact(std::span<const Figure> figures) {
  const auto found = std::find_if(figures.begin(), figures.end(),
                                  [](const Figure& figure) { return figure.is_fact(); });
  return found == figures.end() ? nullptr : &*found;
}

// "623 milioni di euro così ripartiti:": the one sum of the sentence that leads a list.
const Figure* divided_sum(std::string_view text, uint32_t begin, std::span<const Figure> figures) {
  if (text.size() > kLongestLead) {
    begin += static_cast<uint32_t>(text.size() - kLongestLead);
    text.remove_prefix(text.size() - kLongestLead);
  }
  if (!text.ends_with(':')) return nullptr;
  const std::vector<Span> found = sentences(text);
  if (!found.empty()) begin += found.back().begin;
  const std::string_view last = found.empty() ? text : found.back().of(text);
  constexpr std::string_view kDividing[] = {"ripartit",  "suddivis",  "distribuit",
                                            "articolat", "cos\u00EC", "di cui"};
  const bool divides =
      std::any_of(std::begin(kDividing), std::end(kDividing),
                  [&](std::string_view word) { return last.find(word) != std::string_view::npos; });
  if (!divides) return nullptr;
  const Figure* sum = nullptr;
  for (const Figure& figure : figures) {
    if (figure.span.begin < begin || !figure.is_fact()) continue;
    if (!says_unit(figure) || figure.kind == Kind::kPercent) continue;
    if (sum != nullptr) return nullptr;
    sum = &figure;
  }
  return sum;
}

}  // namespace

void ListFigures::tell(const Block& block, RecogniserOptions& options) const {
  options.sibling = nullptr;
  if (block.role != BlockRole::kListItem || block.lead == kNoIndex) return;
  const auto said = by_lead_.find(block.lead);
  if (said == by_lead_.end()) return;
  options.sibling = &said->second.figure;
  options.sibling_is_sum = said->second.is_sum;
}

void ListFigures::note(uint32_t index, std::span<const Figure> figures) {
  const Block& block = document_.blocks[index];
  const bool item = block.role == BlockRole::kListItem;
  if (!item) by_lead_.clear();
  if (const Figure* sum = divided_sum(document_.of(block.span), block.span.begin, figures)) {
    by_lead_.insert_or_assign(index, Said{*sum, true});
  }
  const Figure* first = item && block.lead != kNoIndex ? first_fact(figures) : nullptr;
  if (first == nullptr || !says_unit(*first)) return;
  const auto said = by_lead_.find(block.lead);
  if (said != by_lead_.end() && said->second.is_sum && said->second.figure.power == first->power) {
    return;
  }
  by_lead_.insert_or_assign(block.lead, Said{*first, false});
}

}  // namespace cifra
