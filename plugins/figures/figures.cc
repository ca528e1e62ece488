// The general extractor: every figure is a fact, its rule named after the figure's kind. Whatever a
// more special extractor says of the same figure is kept instead.

#include <cifra_plugin.hpp>

using namespace cifra::plugin;

CIFRA_EXTRACTOR("figures", "1.0.0", "Every figure as a fact, its meaning left to the linker",
                [](const Document& document, Facts& facts) {
                  for (const Figure& figure : document.figures()) {
                    facts.add(figure, {.rule = figure.kind(), .specificity = 0});
                  }
                })
