#include "core/text/sentences.h"

#include <algorithm>
#include <iterator>

#include "core/text/tokeniser.h"

namespace cifra {
namespace {

constexpr size_t kMostClosing = 8;  // brackets and quotes between a full stop and the next sentence

// After these a full stop ends no sentence.
constexpr std::string_view kAbbreviations[] = {
    "art", "artt", "avv",  "ca",   "cap", "capp", "cfr",   "cit",  "cm",   "co",   "com",  "cpv",
    "dir", "disp", "dlgs", "dott", "dr",  "ecc",  "es",    "etc",  "fig",  "figg", "geom", "gen",
    "ing", "lett", "lgs",  "max",  "mil", "min",  "mld",   "mln",  "mons", "n",    "nn",   "nr",
    "num", "on",   "pag",  "pagg", "par", "prof", "prot",  "punt", "reg",  "rif",  "sec",  "segg",
    "sig", "ss",   "tab",  "tel",  "vol", "migl", "circ",  "v",    "sen",  "genn", "feb",  "febb",
    "mar", "apr",  "mag",  "giu",  "lug", "ago",  "set",   "sett", "ott",  "nov",  "dic",

    "mq",  "mc",   "kmq",  "kg",   "km",  "mt",   "lt",    "gg",   "hl",   "tonn", "eur",  "ql",
    "lit", "op",   "cd",   "cds",  "cod", "sigg", "spett", "soc",  "ex",   "all",  "ndr"};

bool is_abbreviation(std::string_view word) {
  return std::find(std::begin(kAbbreviations), std::end(kAbbreviations), word) !=
         std::end(kAbbreviations);
}

bool closes(const Token& token) {
  return !token.space_before &&
         (token.is("\"") || token.is(")") || token.is("]") || token.is("'") || token.is("."));
}

// Whether the full stop at `stop` ends its sentence, `next` being the token after it.
bool full_stop_ends(const Tokens& tokens, size_t stop, size_t next) {
  const Token& after = tokens[next];
  if (!after.space_before) return false;
  if (after.is_word() && !after.capital) return false;
  if (stop == 0) return true;
  const Token& before = tokens[stop - 1];
  if (before.span.end != tokens[stop].span.begin) return true;
  if (before.is_word()) {
    // An initial ("G. Rossi"), a law's letters ("D.L. 34"), "n. 5", "mln. 3".
    const bool initial = before.span.size() == 1;
    if (initial && !after.is_numeral()) return !before.capital;
    if (initial) return false;
    if (is_abbreviation(before.folded)) {
      const bool ends_anyway = before.is("ecc") || before.is("etc") || before.is("mln") ||
                               before.is("mld") || before.is("ca");
      return ends_anyway && after.is_word() && after.capital;
    }
  }
  // "1. Le risorse": the number of a list or a section at the begin of its line.
  if (before.is_numeral() && before.starts_sentence) return false;
  return true;
}

// Texts with an empty line after every line part sentences there: "di 50⏎⏎milioni di euro", "per
// il⏎⏎Ministero". A full stop before it is looked at as any other: "n.⏎⏎773".
bool goes_on_after_blank_line(const Token& before, const Token& after) {
  if (before.is(".")) return true;
  if (before.is("!") || before.is("?") || before.is(":") || before.is(";")) return false;
  const bool small_word = before.is_word() && before.span.size() <= 4 && !before.capital;
  if (small_word || before.is(",") || before.is("(")) return true;
  if (after.is_word()) return !after.capital;
  return after.is_numeral() && before.is("\u20AC");
}

}  // namespace

void mark_sentences(Tokens& tokens) {
  std::vector<Token>& list = tokens.list;
  for (size_t i = 0; i < list.size(); ++i) {
    if (list[i].blank_line_before && goes_on_after_blank_line(list[i - (i > 0)], list[i])) {
      list[i].blank_line_before = false;
    }
    if (i == 0 || list[i].blank_line_before) {
      list[i].starts_sentence = true;
      continue;
    }
    size_t stop = i - 1;
    if (list[stop].type != TokenClass::kSymbol) continue;
    while (stop > 0 && i - stop < kMostClosing && closes(list[stop]) && !list[stop].is(".")) --stop;
    const Token& mark = list[stop];
    if (mark.type != TokenClass::kSymbol) continue;
    if (mark.is("!") || mark.is("?") || mark.is("\u2026")) {
      list[i].starts_sentence =
          !closes(list[i]) && list[i].space_before && !(list[i].is_word() && !list[i].capital);
    } else if (mark.is(".") && !closes(list[i])) {
      list[i].starts_sentence = full_stop_ends(tokens, stop, i);
    }
  }
}

std::vector<Span> sentences(std::string_view text) {
  static constexpr size_t kWindow = 4096;
  std::vector<Span> found;
  for (uint32_t from = 0; from < text.size();) {
    Tokens tokens;
    const uint32_t end = tokenise(text, from, kWindow, tokens);
    if (tokens.list.empty()) break;
    mark_sentences(tokens);
    uint32_t begin = tokens[0].span.begin;
    for (size_t i = 1; i < tokens.size(); ++i) {
      if (!tokens[i].starts_sentence) continue;
      found.push_back({begin, tokens[i - 1].span.end});
      begin = tokens[i].span.begin;
    }
    const bool rest_may_go_on = end < text.size() && begin > from;
    if (!rest_may_go_on) found.push_back({begin, tokens[tokens.size() - 1].span.end});
    from = rest_may_go_on ? begin : end;
  }
  return found;
}

}  // namespace cifra
