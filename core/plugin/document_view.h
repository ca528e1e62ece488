// A document and its figures as the ABI shows them to extractors.

#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/plugin/cifra_plugin.h"
#include "core/tables/cell_figures.h"

namespace cifra {

// Points into the document and the figures it was made of, which must outlive it. Dates, ordinals
// and references are left out.
class DocumentView {
 public:
  DocumentView(const Document& document, const std::vector<CellFigure>& figures);
  DocumentView(const DocumentView&) = delete;
  DocumentView& operator=(const DocumentView&) = delete;

  const cifra_document& view() const { return view_; }
  uint32_t figure_count() const { return static_cast<uint32_t>(figures_.size()); }
  const cifra_figure& figure(uint32_t index) const { return figures_[index]; }
  // The figure the ABI's index stands for.
  const CellFigure& given(uint32_t index) const { return given_[positions_[index]]; }

 private:
  cifra_string kept(std::string text);
  cifra_figure shown(const CellFigure& given);

  const Document& document_;
  const std::vector<CellFigure>& given_;
  std::vector<cifra_block> blocks_;
  std::vector<cifra_figure> figures_;
  std::vector<uint32_t> positions_;  // into given_
  std::deque<std::string> strings_;  // does not move what it holds
  cifra_document view_{};
};

}  // namespace cifra
