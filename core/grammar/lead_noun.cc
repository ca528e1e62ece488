#include "core/grammar/lead_noun.h"

#include "core/grammar/context.h"
#include "core/grammar/noun_phrase.h"
#include "core/grammar/passes.h"
#include "core/lexicon/word_list.h"
#include "core/text/sentences.h"
#include "core/text/tokeniser.h"

namespace cifra {
namespace {

constexpr size_t kMostTokens = 256;

// Nouns of a lead that its numbers are not of: what they are listed by, and words for numbers.
bool is_listing_noun(std::string_view word) {
  static const WordSet words(
      "dati numeri risultati valori cifre tabelle importi dettagli voci indicatori principali "
      "regione regioni provincia province comune citta paese paesi anno mese aree territori anni "
      "mesi parole punti tipologie categorie "
      "ripartizioni percentuali quote tassi indici variazioni euro");
  return words.has(word);
}

bool may_be_told(const Stretch& lead, TokenRange phrase) {
  if (phrase.empty()) return false;
  const bool adjective = (classes_at(lead.tokens, phrase.first) & kAdjective) != 0;
  const uint32_t head = adjective && phrase.size() > 1 ? phrase.first + 1 : phrase.first;
  const std::string_view word = lead.tokens[head].folded;
  return !is_listing_noun(word) && !is_money_word(word);
}

bool opens(const Tokens& tokens, uint32_t at) {
  return at == 0 || tokens[at].starts_sentence || tokens[at].line_break_before ||
         tokens.is(at - 1, "-") || tokens.is(at - 1, ":") || tokens.is(at - 1, ".");
}

}  // namespace

Span lead_noun(std::string_view text) {
  Stretch lead;
  lead.text = text;
  tokenise(text, 0, kMostTokens, lead.tokens);
  mark_sentences(lead.tokens);
  const Tokens& tokens = lead.tokens;
  lead.owner.assign(tokens.size(), kNoFinding);
  recognise_no_facts(lead);
  recognise_quantities(lead);
  const auto size = static_cast<uint32_t>(tokens.size());
  for (uint32_t at = 1; at < size; ++at) {  // "numero di interventi", "n. delitti"
    if ((classes_at(tokens, at) & kOf) == 0 || !tokens.is(at - 1, "numero")) continue;
    const TokenRange phrase = noun_phrase_at(lead, at + 1, true);
    if (may_be_told(lead, phrase)) return lead.span(phrase);
  }
  bool verb = false;
  for (uint32_t at = 0; at < size; ++at) {
    verb = verb || (classes_at(tokens, at) & kFiniteVerb) != 0;
  }
  for (uint32_t at = 0; at + 1 < size; ++at) {
    const bool article = tokens.is(at, "i") || tokens.is(at, "gli") || tokens.is(at, "le");
    if (!article && (verb || !opens(tokens, at))) continue;
    if (article && at > 0 && (classes_at(tokens, at - 1) & kPreposition) != 0) continue;
    const TokenRange phrase = noun_phrase_at(lead, article ? at + 1 : at, true);
    if (may_be_told(lead, phrase)) return lead.span(phrase);
  }
  return {};
}

}  // namespace cifra
