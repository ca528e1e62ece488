// Marks of lists, sections and notes: "1. Versamenti", "2) le spese", "3.1 In caso", "[4]",
// "dato(1)".

#include "core/grammar/no_fact.h"

namespace cifra {
namespace {

constexpr uint32_t kReachOfRow = 5;     // tokens from a row's article to its number
constexpr uint32_t kBracketReach = 12;  // tokens

NoFact mark_found(uint32_t last, std::string_view rule) {
  return {last, Kind::kReference, std::nullopt, "", rule};
}

bool begins_line(const Tokens& tokens, uint32_t at) {
  if (at == 0) return true;
  if (tokens[at].line_break_before || tokens[at].starts_sentence) return true;
  // after a bullet that begins the line
  const Token& before = tokens[at - 1];
  return before.type == TokenClass::kSymbol && (before.line_break_before || at == 1) &&
         !before.is("(") && !before.is("-") && !before.is("+") && !before.is("\u20AC") &&
         !before.is("$") && !before.is("<") && !before.is(">") && !before.is("~");
}

bool bracket_open_before(const Tokens& tokens, uint32_t at) {
  for (uint32_t back = 1; back <= kBracketReach && back <= at; ++back) {
    if (tokens.is(at - back, "(")) return true;
    if (tokens.is(at - back, ")")) return false;
  }
  return false;
}

// A word that could not govern the number after it.
bool may_follow_title(const Tokens& tokens, uint32_t word) {
  return (classes_at(tokens, word) & ~(kNominal | kIrregularParticiple | kAdjective)) == 0;
}

// "le rapine 6, le violenze sessuali 5.": the last of nouns with a number each.
bool ends_a_row(const Tokens& tokens, uint32_t number) {
  for (uint32_t at = number; at > 1 && number - at < kReachOfRow; --at) {
    const Token& article = tokens[at - 1];
    if (!article.is_word() || article.starts_sentence) return false;
    const bool plural = article.is("i") || article.is("gli") || article.is("le");
    if (plural) {
      return tokens.is(at - 2, ",") || tokens.is(at - 2, "e") || tokens.is(at - 2, ";");
    }
  }
  return false;
}

// "2.1", "3.1.2": parts of at most two digits.
bool is_section_number(std::string_view digits) {
  size_t part = 0;
  bool dotted = false;
  for (const char c : digits) {
    if (c == '.') {
      dotted = true;
      part = 0;
    } else if (c < '0' || c > '9' || ++part > 2) {
      return false;
    }
  }
  return dotted;
}

}  // namespace

std::optional<NoFact> match_list_mark(const Stretch& stretch, uint32_t at) {
  const Tokens& tokens = stretch.tokens;
  const Token& token = tokens[at];
  // "[4]"; "(1)" against the word before it
  if ((token.is("[") || token.is("(")) && integer_at(tokens, at + 1) &&
      tokens[at + 1].folded.size() < 4) {
    if (token.is("[") && tokens.is(at + 2, "]")) return mark_found(at + 3, "mark.bracket");
    // "(2) Fonte Eurostat" at a line's begin
    if (token.is("(") && tokens.is(at + 2, ")") && begins_line(tokens, at) &&
        is_word_at(tokens, at + 3) && tokens[at + 3].capital && tokens[at + 1].folded.size() < 3) {
      return mark_found(at + 3, "mark.note");
    }
    if (token.is("(") && tokens.is(at + 2, ")") && is_glued(tokens, at) &&
        (tokens[at - 1].is_word() || tokens.is(at - 1, ")") || tokens.is(at - 1, "\"")) &&
        tokens[at + 1].folded.size() < 3) {
      return mark_found(at + 3, "mark.note");
    }
    return std::nullopt;
  }
  if (!token.is_numeral()) return std::nullopt;
  const bool line = begins_line(tokens, at);
  const auto number = integer_at(tokens, at);
  const uint32_t next = at + 1;
  // "3 di 11" alone on its line
  const auto pages = tokens.is(next, "di") ? integer_at(tokens, at + 2) : std::nullopt;
  const bool alone = at + 3 >= tokens.size() || tokens[at + 3].line_break_before;
  if (line && number && pages && *number <= *pages && tokens[at + 2].folded.size() < 4 && alone &&
      (at == 0 || tokens[at].line_break_before)) {
    return mark_found(at + 3, "mark.page");
  }
  if (number && token.folded.size() < 4 && next < tokens.size() && is_glued(tokens, next)) {
    const bool last_token = next + 1 >= tokens.size();
    // "168. Conosce l'uso" where a block begins
    const bool long_list = at == 0 && !last_token && tokens[next + 1].capital;
    if (line && tokens.is(next, ".") && !last_token && tokens[next + 1].space_before &&
        !tokens[next + 1].blank_line_before && (token.folded.size() < 3 || long_list)) {
      return mark_found(next + 1, "mark.item");
    }
    // "nelle missioni (4. Istruzione, 5. Inclusione)", "(1. accesso; 2. uso)"
    const bool listed = at > 0 && !line &&
                        (tokens.is(at - 1, "(") || tokens.is(at - 1, ";") ||
                         (tokens.is(at - 1, ",") && !last_token && tokens[next + 1].capital));
    if (listed && token.folded.size() < 3 && tokens.is(next, ".") && !last_token &&
        tokens[next + 1].space_before && tokens[next + 1].is_word()) {
      return mark_found(next + 1, "mark.item");
    }
    // "… non riscossi 1. Il Governo": the paragraphs of a law run together
    if (!line && *number <= 30 && tokens.is(next, ".") && !last_token &&
        tokens[next + 1].space_before && tokens[next + 1].capital && tokens[at - 1].is_word() &&
        may_follow_title(tokens, at - 1) && !ends_a_row(tokens, at)) {
      return mark_found(next + 1, "mark.paragraph");
    }
    if (tokens.is(next, ")") && token.folded.size() < 3 && !bracket_open_before(tokens, at)) {
      return mark_found(next + 1, "mark.item");
    }
  }
  // "2.3 Nei borghi", "2.3. Nei borghi"
  const uint32_t title = tokens.is(next, ".") && is_glued(tokens, next) ? next + 1 : next;
  if (line && is_section_number(token.folded) && is_word_at(tokens, title) &&
      tokens[title].capital && !tokens[title].line_break_before) {
    return mark_found(title, "mark.section");
  }
  return std::nullopt;
}

}  // namespace cifra
