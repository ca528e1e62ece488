#include "core/grammar/stretch.h"

#include <algorithm>
#include <utility>

namespace cifra {

void Stretch::begin(std::string_view block, const RecogniserOptions& how) {
  text = block;
  options = how;
  tokens.clear();
  findings.clear();
  starts.clear();
  anchors.clear();
  depths.clear();
}

bool Stretch::is_free(TokenRange range) const {
  for (uint32_t i = range.first; i < range.last; ++i) {
    if (owner[i] != kNoFinding) return false;
  }
  return true;
}

Finding& Stretch::add(Finding&& finding) {
  finding.figure.span = span(finding.tokens);
  for (uint32_t i = finding.tokens.first; i < finding.tokens.last; ++i) {
    owner[i] = static_cast<uint32_t>(findings.size());
  }
  findings.push_back(std::move(finding));
  return findings.back();
}

void Stretch::sort_findings() {
  const auto before = [](const Finding& a, const Finding& b) {
    return a.tokens.first < b.tokens.first;
  };
  const auto middle = std::is_sorted_until(findings.begin(), findings.end(), before);
  if (middle == findings.end()) return;
  // Two passes have added to them, each in order.
  if (std::is_sorted(middle, findings.end(), before)) {
    std::inplace_merge(findings.begin(), middle, findings.end(), before);
  } else {
    std::sort(findings.begin(), findings.end(), before);
  }
  for (uint32_t i = 0; i < findings.size(); ++i) {
    const TokenRange range = findings[i].tokens;
    std::fill(owner.begin() + range.first, owner.begin() + range.last, i);
  }
}

TokenRange Stretch::sentence(uint32_t token) const {
  uint32_t first = token;
  while (first > 0 && !tokens[first].starts_sentence) --first;
  uint32_t last = token + 1;
  while (last < tokens.size() && !tokens[last].starts_sentence) ++last;
  return {first, last};
}

}  // namespace cifra
