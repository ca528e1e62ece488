#include "core/grammar/passes.h"

namespace cifra {

void recognise_quantities(Stretch& stretch) {
  for (uint32_t i = 0; i < stretch.tokens.size(); ++i) {
    const Token& token = stretch.tokens[i];
    if (!token.is_numeral() || stretch.owner[i] != kNoFinding) continue;
    const auto value = Decimal::parse(token.folded);
    if (!value) continue;
    Finding finding;
    finding.tokens = {i, i + 1};
    finding.figure.value = Value{*value};
    finding.plain = true;
    stretch.add(finding);
  }
  stretch.sort_findings();
}

}  // namespace cifra
