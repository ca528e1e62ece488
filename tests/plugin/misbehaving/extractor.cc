// An extractor that does what the document says: one line, the name of a misbehaviour.

#include <unistd.h>

#include <cifra_plugin.hpp>
#include <csignal>
#include <limits>
#include <stdexcept>

namespace {

using namespace cifra::plugin;

struct Misbehaviour {
  std::string_view name;
  void (*run)(const Figure& figure, Facts& facts);
};

const Misbehaviour kMisbehaviours[] = {
    {"behaves", [](const Figure& figure,
                   Facts& facts) { facts.add(figure, {.rule = "good", .subject = "comuni"}); }},
    {"throws",
     [](const Figure& figure, Facts& facts) {
       facts.add(figure, {.rule = "good"});
       throw std::runtime_error("no rule for this");
     }},
    {"throws a number", [](const Figure&, Facts&) { throw 7; }},
    {"segfaults", [](const Figure&, Facts&) { std::raise(SIGSEGV); }},
    {"hangs", [](const Figure&, Facts&) { pause(); }},
    {"never stops",
     [](const Figure& figure, Facts& facts) {
       while (true) facts.add(figure, {.rule = "good"});
     }},
    {"lies about the figure",
     [](const Figure& figure, Facts& facts) {
       const cifra_document one_more{.size = sizeof(cifra_document),
                                     .text = {},
                                     .blocks = nullptr,
                                     .block_count = 0,
                                     .figures = nullptr,
                                     .figure_count = 0,
                                     .title = {},
                                     .issuer = {},
                                     .published_on = {}};
       facts.add(figure, {.rule = "good"});
       facts.add(Figure(one_more, 99), {.rule = "good"});
     }},
    {"no rule", [](const Figure& figure, Facts& facts) { facts.add(figure, {}); }},
    {"odd rule",
     [](const Figure& figure, Facts& facts) { facts.add(figure, {.rule = "Bando di gara"}); }},
    {"too sure", [](const Figure& figure,
                    Facts& facts) { facts.add(figure, {.rule = "good", .confidence = 2}); }},
    {"not a confidence",
     [](const Figure& figure, Facts& facts) {
       facts.add(figure, {.rule = "good", .confidence = std::numeric_limits<float>::quiet_NaN()});
     }},
    {"unknown nature",
     [](const Figure& figure, Facts& facts) {
       facts.add(figure, {.rule = "good", .nature = "guess"});
     }},
    {"odd time", [](const Figure& figure,
                    Facts& facts) { facts.add(figure, {.rule = "good", .time = "ieri"}); }},
    {"not utf-8", [](const Figure& figure,
                     Facts& facts) { facts.add(figure, {.rule = "good", .subject = "citt\xE0"}); }},
};

class Misbehaving : public Extractor {
 public:
  void extract(const Document& document, Facts& facts) override {
    for (const Misbehaviour& misbehaviour : kMisbehaviours) {
      if (document.title() != misbehaviour.name) continue;
      for (const Figure& figure : document.figures()) misbehaviour.run(figure, facts);
    }
  }
};

}  // namespace

CIFRA_PLUGIN("misbehaving-extractor", "0.1.0", "Does what the title says", Misbehaving)
