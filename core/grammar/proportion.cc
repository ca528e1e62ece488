#include "core/grammar/proportion.h"

#include <utility>

#include "core/grammar/cardinal.h"
#include "core/grammar/number_lexicon.h"
#include "core/grammar/view.h"
#include "core/grammar/word_facts.h"

namespace cifra {
namespace {

class ProportionReader : public View {
 public:
  using View::View;

  std::optional<Number> read(uint32_t first) const {
    if (!is_there(first)) return std::nullopt;
    if (tokens_[first].type == TokenClass::kSymbol) return read_fraction_sign(first);
    if (auto number = read_fraction(first)) return number;
    if (!tokens_[first].is_word()) return std::nullopt;
    if (auto number = read_one_in(first)) return number;
    return read_multiple(first);
  }

 private:
  void note(Number& number, std::string_view rule) const {
    if (!stretch_.options.with_steps) return;
    number.steps.push_back(step(rule, number.tokens, number.value));
  }

  std::optional<Number> share(TokenRange range, Decimal numerator, Decimal denominator,
                              std::string_view rule) const {
    Number number;
    number.tokens = range;
    number.value = Value{numerator, denominator};
    number.kind = Kind::kShare;
    number.in_words = true;
    note(number, rule);
    return number;
  }

  // "un terzo", "due terzi", "metà".
  std::optional<Number> read_fraction(uint32_t first) const {
    if (tokens_[first].is("meta")) {
      if (!is_half(first)) return std::nullopt;
      return share({first, first + 1}, Decimal(1), Decimal(2), "number.fraction");
    }
    // Digits are one token.
    if (tokens_[first].is_numeral() &&
        !(first + 1 < tokens_.size() && has_trait(tokens_[first + 1], kFractionWord))) {
      return std::nullopt;
    }
    const auto many = read_coefficient(stretch_, first, true);
    if (!many || many->decimals || !many->value.is_integer()) return std::nullopt;
    const uint32_t at = many->tokens.last;
    if (!goes_on(at) || !tokens_[at].is_word()) return std::nullopt;
    const FractionWord* word = fraction(tokens_[at].folded);
    if (word == nullptr || word->plural != !many->article) return std::nullopt;
    if (tokens_[at].capital && !tokens_[at].all_capitals) return std::nullopt;
    if (word->denominator == 2 && !many->article) return std::nullopt;  // "due mezzi": vehicles
    if (!word->plural && !ends_fraction(at + 1)) return std::nullopt;
    if (many->value > Decimal(word->denominator)) return std::nullopt;
    return share({first, at + 1}, many->value, Decimal(word->denominator), "number.fraction");
  }
  // After "un terzo": what tells a share from an ordinal ("un terzo bando").
  bool ends_fraction(uint32_t at) const {
    if (!goes_on(at) || !tokens_[at].is_word()) return true;
    static constexpr WordLiteral kFollowers[] = {
        "di",         "d'",       "del",    "dello",  "della", "dell'",  "dei",      "degli",
        "delle",      "e",        "ed",     "o",      "a",     "al",     "alla",     "ai",
        "in",         "rispetto", "circa",  "sono",   "ha",    "hanno",  "dichiara", "non",
        "per",        "nel",      "nella",  "si",     "su",    "sul",    "da",       "dal",
        "piu",        "meno",     "tra",    "fra",    "con",   "che",    "ne",       "esatto",
        "abbondante", "circa",    "appena", "scarso", "ogni",  "quasi",  "ma",       "mentre",
        "viene",      "vive",     "era",    "erano",  "solo",  "lavora", "risiede",  "proviene"};
    return is_one_of(tokens_[at], kFollowers);
  }
  // "la metà degli studenti", not "a metà strada", "metà maggio", "nella seconda metà del 2020".
  bool is_half(uint32_t at) const {
    static constexpr WordLiteral kPoints[] = {
        "stagione",  "mandato",    "campionato",  "strada",   "anno",   "mese",
        "settimana", "giornata",   "via",         "percorso", "campo",  "tempo",
        "mattina",   "pomeriggio", "legislatura", "secolo",   "prezzo", "estate",
        "inverno",   "autunno",    "primavera",   "opera",    "degli"};
    if (at + 1 < tokens_.size() && facts_of(tokens_[at + 1]).month != 0) return false;
    // "dalla metà di novembre"; "meta" without its accent is another word
    if (is_di(at + 1) && at + 2 < tokens_.size() && facts_of(tokens_[at + 2]).month != 0) {
      return false;
    }
    if (tokens_.source(at).size() == 4 && !tokens_[at].all_capitals) return false;
    if (at == 0) return true;
    const auto before = [&](std::initializer_list<WordLiteral> words) {
      return is_one_of(tokens_[at - 1], {words.begin(), words.size()});
    };
    if (before({"prima", "seconda", "dolce", "altra"})) return false;
    if (before({"di"}) && is_any(at + 1, kPoints)) return false;  // "il bilancio di metà mandato"
    if (!before({"a", "verso", "entro", "da"})) return true;
    if (at + 1 < tokens_.size() && tokens_[at + 1].is_numeral()) return false;
    if (is_any(at + 1, kPoints)) return false;
    if (is_any(at + 1, {"del", "dell'"})) return goes_on(at + 2) && !is_there_year(at + 2);
    return true;
  }
  bool is_there_year(uint32_t at) const {
    return at < tokens_.size() && tokens_[at].is_numeral() && tokens_[at].folded.size() == 4;
  }

  // "½", "2 ½" is read by read_terms' caller where a numeral stands before it.
  std::optional<Number> read_fraction_sign(uint32_t first) const {
    const FractionSign* sign = fraction_sign(tokens_[first].folded);
    if (sign == nullptr) return std::nullopt;
    auto number = share({first, first + 1}, Decimal(sign->numerator), Decimal(sign->denominator),
                        "number.fraction_sign");
    number->in_words = false;
    return number;
  }

  // "uno su quattro", "un servizio su tre", "una persona ogni dieci": a share.
  std::optional<Number> read_one_in(uint32_t first) const {
    if (!is_un(first)) return std::nullopt;
    uint32_t at = first + 1;
    for (int nouns = 0; nouns < 3; ++nouns, ++at) {
      if (is_word(at, "su") || (nouns > 0 && is_word(at, "ogni"))) {
        const auto whole = read_coefficient(stretch_, at + 1, true);
        if (!whole || whole->article || !whole->value.is_integer()) return std::nullopt;
        if (whole->value < Decimal(2) || whole->value > Decimal(100)) return std::nullopt;
        return share({first, whole->tokens.last}, Decimal(1), whole->value, "number.one_in");
      }
      if (!goes_on(at) || !tokens_[at].is_word()) return std::nullopt;
    }
    return std::nullopt;
  }

  // "il doppio", "raddoppiato", "tre volte superiore".
  std::optional<Number> read_multiple(uint32_t first) const {
    const std::string_view word = tokens_[first].folded;
    const MultipleStem* found = multiple_verb(word);
    if (found == nullptr) {
      found = multiple_noun(word);
      if (found == nullptr || !is_multiple_noun_here(first)) return std::nullopt;
    }
    Number number;
    number.tokens = {first, first + 1};
    number.value = Value{Decimal(found->numerator), Decimal(found->denominator)};
    number.kind = Kind::kMultiple;
    number.in_words = true;
    note(number, "number.multiple");
    return number;
  }
  // After an article, and not before a noun ("il doppio binario", "a doppio turno").
  bool is_multiple_noun_here(uint32_t at) const {
    if (at == 0) return false;
    static constexpr WordLiteral kBefore[] = {"il", "del", "al", "un", "dal", "nel", "pari"};
    if (!is_one_of(tokens_[at - 1], kBefore) && !tokens_[at - 1].is("quasi")) return false;
    return ends_fraction(at + 1);
  }
};

}  // namespace

std::optional<Number> read_proportion(const Stretch& stretch, uint32_t token) {
  return ProportionReader(stretch).read(token);
}

}  // namespace cifra
