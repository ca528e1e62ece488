// Runs the extractors over one document: the document and its figures as the ABI shows them, the
// facts they push checked and turned into Facts, one kept per figure.

#include <algorithm>
#include <cmath>
#include <deque>
#include <optional>
#include <utility>

#include "core/document/citation.h"
#include "core/plugin/registry_impl.h"

namespace cifra {
namespace {

// Facts an extractor may push for a figure before it is taken to be out of control.
constexpr uint64_t kMostFactsPerFigure = 16;

// The document and its figures in the ABI's structs, which point into it and into `strings_`.
class DocumentView {
 public:
  DocumentView(const Document& document, const std::vector<CellFigure>& figures)
      : document_(document), given_(figures) {
    for (const Block& block : document.blocks) {
      blocks_.push_back({static_cast<uint32_t>(block.role), block.level, raw(block.span),
                         block.page, block.heading, block.lead});
    }
    for (uint32_t i = 0; i < figures.size(); ++i) {
      if (!figures[i].figure.is_fact()) continue;
      figures_.push_back(shown(figures[i]));
      positions_.push_back(i);
    }
    view_.size = sizeof view_;
    view_.text = pass(document.text);
    view_.blocks = blocks_.data();
    view_.block_count = blocks_.size();
    view_.figures = figures_.data();
    view_.figure_count = figures_.size();
    view_.title = pass(document.metadata.title);
    view_.issuer = pass(document.metadata.issuer);
    view_.published_on = pass(document.metadata.published_on);
  }
  DocumentView(const DocumentView&) = delete;
  DocumentView& operator=(const DocumentView&) = delete;

  const cifra_document& view() const { return view_; }
  // The figure the ABI's index stands for.
  const CellFigure& given(uint32_t figure) const { return given_[positions_[figure]]; }
  std::string_view counted(uint32_t figure) const { return view_of(figures_[figure].counted); }
  uint32_t block(uint32_t figure) const { return figures_[figure].block; }

 private:
  static cifra_span raw(Span span) { return {span.begin, span.end}; }
  cifra_string kept(std::string text) { return pass(strings_.emplace_back(std::move(text))); }

  uint32_t block_of(Span span) const {
    const auto after = std::upper_bound(
        document_.blocks.begin(), document_.blocks.end(), span.begin,
        [](uint32_t offset, const Block& block) { return offset < block.span.begin; });
    return after == document_.blocks.begin()
               ? CIFRA_NONE
               : static_cast<uint32_t>(after - document_.blocks.begin() - 1);
  }

  cifra_figure shown(const CellFigure& cell) {
    const Figure& figure = cell.figure;
    std::string counted(document_.of(figure.counted));
    std::replace(counted.begin(), counted.end(), '\n', ' ');
    cifra_figure out{};
    out.span = raw(figure.span);
    out.kind = pass(name_of(figure.kind));
    out.value = kept(figure.value.to_string());
    if (figure.high) out.high = kept(figure.high->to_string());
    out.unit = pass(figure.unit);
    out.approximation = pass(name_of(figure.approximation));
    out.change = pass(name_of(figure.change));
    out.counted = kept(std::move(counted));
    if (figure.whole) out.whole = kept(figure.whole->to_string());
    out.per = pass(figure.per);
    out.time = pass(figure.time);
    out.sentence = raw(cite(document_, figure.span).quote);
    out.block = block_of(figure.span);
    out.row = pass(cell.row);
    out.column = pass(cell.column);
    return out;
  }

  const Document& document_;
  const std::vector<CellFigure>& given_;
  std::vector<cifra_block> blocks_;
  std::vector<cifra_figure> figures_;
  std::vector<uint32_t> positions_;
  std::deque<std::string> strings_;  // does not move what it holds
  cifra_document view_{};
};

struct Claim {
  Fact fact;
  uint32_t figure = 0;  // the ABI's index
  uint32_t specificity = 0;
};

bool is_rule_name(std::string_view name) {
  return !name.empty() && name.size() <= 100 && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
  });
}

std::optional<Nature> nature_named(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(Nature::kForecast); ++i) {
    if (name_of(static_cast<Nature>(i)) == name) return static_cast<Nature>(i);
  }
  return std::nullopt;
}

bool is_time(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '/' || c == '.' || c == 'W' || c == 'T' ||
           c == ':';
  });
}

// Takes one extractor's facts for one document, all or none.
class FactSink {
 public:
  FactSink(const DocumentView& view, const Document& document, const PluginInfo& plugin)
      : view_(view), document_(document), plugin_(plugin) {}

  cifra_extractor_sink table() {
    return {sizeof(cifra_extractor_sink), this,
            [](void* context, const cifra_fact* fact) noexcept -> cifra_status {
              auto& sink = *static_cast<FactSink*>(context);
              if (!sink.fault_.empty()) return CIFRA_STOPPED;
              try {
                sink.fault_ = sink.take(*fact);
              } catch (const std::exception&) {
                sink.fault_ = "not enough memory for its facts";
              }
              return sink.fault_.empty() ? CIFRA_OK : CIFRA_STOPPED;
            }};
  }
  const std::string& fault() const { return fault_; }
  std::vector<Claim>& claims() { return claims_; }

 private:
  // Why the fact is refused; empty where it is kept.
  std::string take(const cifra_fact& fact) {
    const std::string place = "fact " + std::to_string(claims_.size() + 1);
    const uint64_t figures = view_.view().figure_count;
    if (fact.size < sizeof fact) return place + " is shorter than the ABI's";
    if (fact.figure >= figures) {
      return place + " is made of figure " + std::to_string(fact.figure) +
             ", but the document has " + std::to_string(figures) + " (counted from 0)";
    }
    if (claims_.size() >= figures * kMostFactsPerFigure) {
      return "it gave more than " + std::to_string(kMostFactsPerFigure) + " facts a figure";
    }
    if (!is_rule_name(view_of(fact.rule))) {
      return place + " names no rule made of lower case letters, digits, hyphens and dots";
    }
    if (!std::isfinite(fact.confidence) || fact.confidence < 0 || fact.confidence > 1) {
      return place + " has a confidence outside 0 to 1";
    }
    const auto nature = nature_named(view_of(fact.nature));
    if (!nature) {
      return place + " has an unknown nature; known: level, flow, change, target, forecast";
    }
    if (!is_time(view_of(fact.time))) return place + " has a time that is not ISO 8601";

    Claim claim;
    Fact& out = claim.fact;
    const CellFigure& given = view_.given(fact.figure);
    out.figure = given.figure;
    out.block = view_.block(fact.figure);
    out.table = given.table;
    out.cell = given.cell;
    out.row = given.row;
    out.column = given.column;
    out.counted = view_.counted(fact.figure);
    if (!append_utf8(view_of(fact.subject), out.subject) ||
        !append_utf8(view_of(fact.speaker), out.speaker)) {
      return place + " holds text that is not UTF-8";
    }
    out.time = fact.time.size != 0 ? view_of(fact.time) : given.figure.time;
    if (!out.time.empty()) out.time_source = TimeSource::kStated;
    out.nature = *nature;
    out.confidence = fact.confidence;
    if (given.table < document_.tables.size()) {
      out.confidence *= document_.tables[given.table].confidence;
    }
    out.plugin = plugin_.id;
    out.plugin_version = plugin_.version;
    out.rule = view_of(fact.rule);
    if (!out.subject.empty()) out.notes.push_back("subject: from " + plugin_.id);
    claim.specificity = fact.specificity;
    claim.figure = fact.figure;
    claims_.push_back(std::move(claim));
    return "";
  }

  const DocumentView& view_;
  const Document& document_;
  const PluginInfo& plugin_;
  std::vector<Claim> claims_;
  std::string fault_;
};

std::string claim_note(const Fact& other) {
  return "also claimed by " + other.plugin + ' ' + other.plugin_version + ", rule " + other.rule;
}

// Of two claims for one figure the more specific; the first where they are equal.
void settle(std::optional<Claim>& kept, Claim&& rival) {
  if (!kept) {
    kept = std::move(rival);
    return;
  }
  if (rival.specificity > kept->specificity) std::swap(*kept, rival);
  // The general extractor claims every figure: that it did is no news.
  if (rival.specificity > 0) kept->fact.notes.push_back(claim_note(rival.fact));
}

}  // namespace

std::vector<Fact> Registry::extract(const Document& document,
                                    const std::vector<CellFigure>& figures,
                                    std::vector<std::string>& complaints) const {
  const DocumentView view(document, figures);
  std::vector<std::optional<Claim>> kept(static_cast<size_t>(view.view().figure_count));

  for (size_t i = 0; i < impl_->loaded.size(); ++i) {
    LoadedPlugin& plugin = *impl_->loaded[i];
    if (plugin.extractor == nullptr) continue;
    const PluginInfo& info = impl_->plugins[i];
    const auto complain = [&](const std::string& why) {
      complaints.push_back(info.id + ' ' + info.version + ": " + why +
                           "; its facts for this document are dropped");
    };
    PluginReason reason;
    void* instance = plugin.take_instance(reason);
    if (instance == nullptr) {
      complain(reason.reason);
      continue;
    }
    FactSink sink(view, document, info);
    const cifra_extractor_sink table = sink.table();
    const cifra_error error = reason.error();
    const cifra_status status = plugin.extractor->extract(instance, &view.view(), &table, &error);
    plugin.give_back(instance);

    if (!sink.fault().empty()) {
      complain(sink.fault());
    } else if (status == CIFRA_OK) {
      for (Claim& claim : sink.claims()) settle(kept[claim.figure], std::move(claim));
    } else if (status != CIFRA_UNSUPPORTED) {
      complain(reason.reason.empty() ? "it failed without a reason" : reason.reason);
    }
  }

  std::vector<Fact> facts;
  for (std::optional<Claim>& claim : kept) {
    if (claim) facts.push_back(std::move(claim->fact));
  }
  return facts;
}

}  // namespace cifra
