// Runs the extractors over one document: the facts they push are checked and turned into Facts, one
// kept per figure.

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "core/plugin/document_view.h"
#include "core/plugin/registry_impl.h"

namespace cifra {
namespace {

// Facts an extractor may push for a figure before it is taken to be out of control.
constexpr uint64_t kMostFactsPerFigure = 16;

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
  FactSink(const DocumentView& view, const PluginInfo& plugin) : view_(view), plugin_(plugin) {}

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
    const uint32_t figures = view_.figure_count();
    if (fact.size < sizeof fact) return place + " is shorter than the ABI's";
    if (fact.figure >= figures) {
      return place + " is made of figure " + std::to_string(fact.figure) +
             ", but the document has " + std::to_string(figures) + " (counted from 0)";
    }
    if (claims_.size() >= uint64_t{figures} * kMostFactsPerFigure) {
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
    out.block = view_.figure(fact.figure).block;
    out.table = given.table;
    out.cell = given.cell;
    out.row = given.row;
    out.column = given.column;
    out.counted = view_of(view_.figure(fact.figure).counted);
    if (!append_utf8(view_of(fact.subject), out.subject) ||
        !append_utf8(view_of(fact.speaker), out.speaker)) {
      return place + " holds text that is not UTF-8";
    }
    out.time = fact.time.size != 0 ? view_of(fact.time) : given.figure.time;
    if (!out.time.empty()) out.time_source = TimeSource::kStated;
    out.nature = *nature;
    out.confidence = fact.confidence * given.confidence;
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

// Why the extractor failed; empty where its facts stand.
std::string run_library(LoadedPlugin& plugin, const DocumentView& view, FactSink& sink) {
  PluginReason reason;
  void* instance = plugin.take_instance(reason);
  if (instance == nullptr) return reason.reason;
  const cifra_extractor_sink table = sink.table();
  const cifra_error error = reason.error();
  const cifra_status status = plugin.extractor->extract(instance, &view.view(), &table, &error);
  plugin.give_back(instance);
  if (status == CIFRA_UNSUPPORTED) sink.claims().clear();
  if (status == CIFRA_OK || status == CIFRA_UNSUPPORTED) return "";
  return reason.reason.empty() ? "it failed without a reason" : reason.reason;
}

// The sentences of a document that hold figures, as packs see them.
struct PackSentence {
  SlottedSentence slotted;
  std::vector<uint32_t> shown;  // the ABI's index of each figure slotted, or kNoIndex
};

std::vector<PackSentence> pack_sentences(const Document& document, const DocumentView& view,
                                         const std::vector<CellFigure>& figures) {
  std::vector<PackSentence> sentences;
  size_t given = 0;
  for (uint32_t shown = 0; shown < view.figure_count();) {
    const cifra_span raw = view.figure(shown).sentence;
    const Span sentence{raw.begin, raw.end};
    while (given < figures.size() && figures[given].figure.span.begin < sentence.begin) ++given;
    std::vector<const Figure*> inside;
    PackSentence out;
    for (; given < figures.size() && sentence.contains(figures[given].figure.span); ++given) {
      const bool fact = figures[given].figure.is_fact() && shown < view.figure_count();
      inside.push_back(&figures[given].figure);
      out.shown.push_back(fact ? shown++ : kNoIndex);
    }
    if (inside.empty()) {
      ++shown;  // a figure across sentences
      continue;
    }
    out.slotted = slotted(document.text, sentence, inside);
    sentences.push_back(std::move(out));
  }
  return sentences;
}

void run_pack(const Pack& pack, const std::vector<PackSentence>& sentences, FactSink& sink) {
  const cifra_extractor_sink table = sink.table();
  for (const PackSentence& sentence : sentences) {
    for (const PackMatch& match : pack.matches(sentence.slotted)) {
      const uint32_t figure = sentence.shown[match.figure];
      if (figure == kNoIndex) continue;
      const PackRule& rule = pack.rules[match.rule];
      cifra_fact fact{};
      fact.size = sizeof fact;
      fact.figure = figure;
      fact.rule = pass(rule.name);
      fact.subject = pass(rule.subject);
      fact.speaker = pass(rule.speaker);
      fact.nature = pass(rule.nature);
      fact.confidence = rule.confidence;
      fact.specificity = rule.specificity;
      if (table.fact(table.context, &fact) != CIFRA_OK) return;
    }
  }
}

}  // namespace

std::vector<Fact> Registry::extract(const Document& document,
                                    const std::vector<CellFigure>& figures,
                                    std::vector<std::string>& complaints,
                                    const Asked& asked) const {
  const DocumentView view(document, figures);
  std::vector<std::optional<Claim>> kept(view.figure_count());
  std::optional<std::vector<PackSentence>> sentences;  // made for the first pack

  for (size_t i = 0; i < impl_->members.size(); ++i) {
    const Impl::Member& member = impl_->members[i];
    if (!member.makes_facts()) continue;
    const PluginInfo& info = impl_->plugins[i];
    FactSink sink(view, info);
    std::string fault;
    if (member.pack != nullptr) {
      if (!sentences) sentences = pack_sentences(document, view, figures);
      run_pack(*member.pack, *sentences, sink);
    } else {
      if (asked) asked(info);
      fault = run_library(*member.library, view, sink);
      if (asked) asked(own_code());
    }
    if (!sink.fault().empty()) fault = sink.fault();
    if (!fault.empty()) {
      complaints.push_back(info.id + ' ' + info.version + ": " + fault +
                           "; its facts for this document are dropped");
      continue;
    }
    for (Claim& claim : sink.claims()) settle(kept[claim.figure], std::move(claim));
  }

  std::vector<Fact> facts;
  for (std::optional<Claim>& claim : kept) {
    if (claim) facts.push_back(std::move(claim->fact));
  }
  return facts;
}

}  // namespace cifra
