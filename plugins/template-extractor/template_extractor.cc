// Finds one kind of fact: what a call for proposals makes available ("il bando stanzia 12 milioni
// di euro"). Replace the words of `grants` and the kind by what you are looking for.

#include <cifra_plugin.hpp>

namespace {

using namespace cifra::plugin;

// Whether the words before the figure say that money is granted.
bool grants(std::string_view before) {
  for (const std::string_view verb : {"stanzia", "mette a disposizione", "finanzia con"}) {
    if (before.find(verb) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

CIFRA_EXTRACTOR("template-extractor", "0.1.0", "Money that calls for proposals grant",
                [](const Document& document, Facts& facts) {
                  for (const Figure& figure : document.figures()) {
                    if (figure.kind() == "money" && grants(figure.before())) {
                      facts.add(figure, {.rule = "grant", .subject = "stanziamento del bando"});
                    }
                  }
                })
