#include "core/grammar/recogniser.h"

#include <algorithm>
#include <utility>

#include "core/grammar/context.h"
#include "core/grammar/gate.h"
#include "core/grammar/passes.h"
#include "core/text/sentences.h"
#include "core/text/tokeniser.h"

namespace cifra {
namespace {

// The whole grammar on one screen: what is done to a stretch, in order. The first passes find; the
// others say more of what is found, so that a stretch with no fact needs none of them.
constexpr void (*kFindingPasses[])(Stretch&) = {recognise_no_facts, recognise_quantities};
constexpr void (*kPasses[])(Stretch&) = {
    understand_units, annotate_approximation, share_units,     share_unit_lines,
    understand_money, settle_signs,           annotate_change, annotate_counted,
    annotate_whole,   annotate_per,           annotate_time,
};

bool has_fact(const Stretch& stretch) {
  return std::any_of(stretch.findings.begin(), stretch.findings.end(),
                     [](const Finding& finding) { return finding.figure.is_fact(); });
}

constexpr size_t kMostTokens = 4096;  // a stretch; longer blocks are cut where a sentence begins

constexpr size_t kUsualFindings = 16;

// Cuts the tokens back to where the last sentence of a full stretch begins. Returns the byte to go
// on from.
uint32_t cut_at_sentence(Tokens& tokens, uint32_t end) {
  if (end >= tokens.text.size()) return end;
  for (size_t i = tokens.size(); i-- > tokens.size() / 4;) {
    if (!tokens[i].starts_sentence) continue;
    const uint32_t begin = tokens[i].span.begin;
    tokens.list.resize(i);
    return begin;
  }
  return end;
}

// A block is one paragraph: an empty line inside a sentence is how its lines were set.
void close_empty_lines(Tokens& tokens) {
  if (!tokens.has_blank_lines) return;
  for (size_t i = 1; i < tokens.size(); ++i) {
    if (!tokens[i].blank_line_before) continue;
    const Token& before = tokens[i - 1];
    const bool ends = before.is(".") || before.is("!") || before.is("?") || before.is(":");
    if (!ends) tokens.list[i].blank_line_before = false;
  }
}

std::vector<Figure> read(std::string_view block, const RecogniserOptions& options,
                         Stretch& stretch) {
  std::vector<Figure> figures;
  for (uint32_t from = 0; from < block.size();) {
    stretch.begin(block, options);
    if (from > 0) stretch.options.sibling = nullptr;
    uint32_t end = tokenise(block, from, kMostTokens, stretch.tokens);
    find_starts(stretch);
    if (stretch.starts.empty() && end >= block.size()) break;
    close_empty_lines(stretch.tokens);
    mark_sentences(stretch.tokens);
    end = cut_at_sentence(stretch.tokens, end);
    while (!stretch.starts.empty() && stretch.starts.back() >= stretch.tokens.size()) {
      stretch.starts.pop_back();
    }
    stretch.findings.reserve(std::min(stretch.starts.size(), kUsualFindings));
    stretch.owner.assign(stretch.tokens.size(), kNoFinding);
    for (const auto pass : kFindingPasses) pass(stretch);
    if (has_fact(stretch)) {
      find_depths(stretch);
      for (const auto pass : kPasses) pass(stretch);
    }
    if (figures.empty()) figures.reserve(stretch.findings.size());
    for (Finding& finding : stretch.findings) {
      finding.figure.power = finding.power;
      figures.push_back(std::move(finding.figure));
    }
    from = end;
  }
  return figures;
}

}  // namespace

std::vector<Figure> recognise(std::string_view block, const RecogniserOptions& options) {
  if (!may_hold_finding(block)) return {};
  return recognise_ungated(block, options);
}

std::vector<Figure> recognise_ungated(std::string_view block, const RecogniserOptions& options) {
  Stretch stretch;
  return read(block, options, stretch);
}

Recogniser::Recogniser() : stretch_(std::make_unique<Stretch>()) {}
Recogniser::~Recogniser() = default;

std::vector<Figure> Recogniser::recognise(std::string_view block,
                                          const RecogniserOptions& options) {
  if (!may_hold_finding(block)) return {};
  return read(block, options, *stretch_);
}

}  // namespace cifra
