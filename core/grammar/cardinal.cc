#include "core/grammar/cardinal.h"

#include "core/grammar/money.h"
#include "core/grammar/number_lexicon.h"
#include "core/grammar/numeral.h"
#include "core/grammar/view.h"
#include "core/grammar/word_facts.h"

namespace cifra {
namespace {

constexpr int kMostTerms = 6;
constexpr uint32_t kReachOfMoney = 12;  // tokens looked back for a word of money
constexpr int kMostWords = 8;  // parted words of one cardinal: "cento quaranta mila due cento …"

class CardinalReader : public View {
 public:
  CardinalReader(const Stretch& stretch, bool joins_and) : View(stretch), joins_and_(joins_and) {}

  std::optional<Coefficient> read_coefficient(uint32_t first) const {
    if (!is_there(first)) return std::nullopt;
    if (tokens_[first].is_numeral()) return read_digits(first);
    if (tokens_[first].is_word()) return read_words(first);
    return std::nullopt;
  }

  std::optional<Number> read(uint32_t first) const {
    Number number;
    int last_power = 99;
    bool first_has_decimals = false;
    uint32_t at = first;
    number.tokens = {first, first};
    Decimal total;
    for (int term = 0; term < kMostTerms; ++term) {
      auto coefficient = read_half(at, term);
      if (!coefficient) coefficient = read_coefficient(at);
      if (!coefficient) break;
      const auto scale = read_scale(coefficient->tokens.last, *coefficient);
      if (!scale && coefficient->article) break;
      if (term > 0 && !may_join(first_has_decimals, *coefficient, scale, last_power, number)) break;
      const int power = scale ? scale->word->power : 0;
      if (term > 0 && power >= last_power) break;
      const auto value = coefficient->value.scaled(power);
      if (!value) break;
      if (term > 0 && *value >= *Decimal(1).scaled(last_power)) break;
      const auto sum = total.plus(*value);
      if (!sum) break;
      total = *sum;
      number.tokens.last = scale ? scale->last : coefficient->tokens.last;
      number.in_words = number.in_words || coefficient->in_words;
      number.plain = term == 0 && !scale && coefficient->plain;
      number.power = term == 0 ? power : 0;
      number.scaled = number.scaled || scale.has_value();
      number.takes_di = power >= 6;
      if (scale && !scale->word->currency.empty()) number.currency = scale->word->currency;
      if (term == 0) first_has_decimals = coefficient->decimals;
      if (stretch_.options.with_steps) {
        note_term(number, *coefficient, scale, *value, total);
      }
      if (!scale) break;
      last_power = power;
      at = number.tokens.last;
      if (add_half(number, total, power)) break;
      if (!number.currency.empty()) break;  // "2 mld€ e 45 mila mq" are two
      if (is_and(at)) {
        if (!joins_and_) break;
        ++at;
      }
    }
    if (number.tokens.empty()) return std::nullopt;
    number.value = Value{total};
    return number;
  }

 private:
  std::optional<Coefficient> read_digits(uint32_t first) const {
    const auto numeral = read_numeral(tokens_[first].folded);
    if (!numeral) return std::nullopt;
    Coefficient made{{first, first + 1}, numeral->value};
    made.plain = numeral->style == NumeralStyle::kPlain;
    made.decimals = numeral->decimals > 0;
    return made;
  }

  std::optional<Coefficient> read_words(uint32_t first) const {
    const auto head = number_of(tokens_[first]);
    if (!head) return std::nullopt;
    Coefficient made{{first, first + 1}, Decimal(*head)};
    made.in_words = true;
    made.article = is_un(first);
    if (made.article) return made;
    int64_t value = *head;
    for (int words = 1; words < kMostWords; ++words) {
      uint32_t next = made.tokens.last;
      const bool with_and = joins_and_ && is_and(next);
      if (with_and) ++next;
      const auto joined = join_word(value, next, with_and);
      if (!joined) break;
      value = *joined;
      made.tokens.last = next + 1;
    }
    made.value = Decimal(value);
    return made;
  }

  // The value with the number word at `next` joined to it, or nothing where it does not join.
  std::optional<int64_t> join_word(int64_t value, uint32_t next, bool with_and) const {
    if (!goes_on(next) || !tokens_[next].is_word()) return std::nullopt;
    const std::string_view word = tokens_[next].folded;
    if (word == "un" || word == "un'") return std::nullopt;
    const auto more = number_of(tokens_[next]);
    if (!more || *more == 0) return std::nullopt;
    if (value >= 1000 && value % 1000 == 0 && *more < 1000 && !begins_scaled(next)) {
      return value + *more;
    }
    if (value >= 100 && value % 100 == 0 && *more < 100 && (with_and || *more > 1)) {
      return begins_scaled(next) && value >= 1000 ? std::nullopt
                                                  : std::optional<int64_t>(value + *more);
    }
    if (with_and) return std::nullopt;
    if (value >= 20 && value < 100 && value % 10 == 0 && *more > 1 && *more < 10) {
      return value + *more;
    }
    if (value > 1 && value < 10 && word.starts_with("cento") && *more < 200) {
      return value * 100 + (*more - 100);
    }
    return std::nullopt;
  }
  // Whether the word at `i` is itself multiplied: "mille e due mila" stay two.
  bool begins_scaled(uint32_t i) const { return is_word(i + 1, "mila"); }

  struct Scale {
    uint32_t last = 0;  // token after it
    const ScaleWord* word = nullptr;
  };
  std::optional<Scale> read_scale(uint32_t first, const Coefficient& coefficient) const {
    if (!goes_on(first)) return std::nullopt;
    const auto match = scale_phrases().longest(tokens_, first);
    if (!match) return std::nullopt;
    const ScaleWord& word = scale_words()[match->id];
    if (word.needs_digits && coefficient.in_words) {
      // "due mln" is read; "un mio" is a pronoun.
      if (coefficient.article || word.form == "mio" || word.form == "mia" || word.form == "mn") {
        return std::nullopt;
      }
    }
    uint32_t last = first + match->tokens;
    if (!may_scale(word, first, last)) return std::nullopt;
    // A full stop that ends the sentence is no part of "mln.".
    if (tokens_[last - 1].is(".") && (last >= tokens_.size() || tokens_[last].starts_sentence)) {
      --last;
    }
    return Scale{last, &word};
  }
  // "3 mia", "5 mill" and "k" need more than their letters.
  bool may_scale(const ScaleWord& word, uint32_t first, uint32_t last) const {
    const bool glued = !tokens_[first].space_before;
    if (word.form == "mia" || word.form == "mn" || word.form == "bn" || word.form == "mill") {
      return glued || is_word(last, "€") || is_word(last, "euro") || is_word(last, "di");
    }
    if (word.form.starts_with("m€") || word.form.starts_with("m$") || word.form.starts_with("m/")) {
      return tokens_.source(first) != "m";
    }
    return true;
  }

  void note_term(Number& number, const Coefficient& coefficient, const std::optional<Scale>& scale,
                 const Decimal& value, const Decimal& total) const {
    number.steps.push_back(step(coefficient.in_words ? "number.words" : "number.digits",
                                coefficient.tokens, Value{coefficient.value}));
    if (scale) {
      number.steps.push_back(
          step("number.scale", {coefficient.tokens.first, scale->last}, Value{value}));
    }
    if (coefficient.tokens.first != number.tokens.first) {
      number.steps.push_back(step("number.terms", number.tokens, Value{total}));
    }
  }

  // "mezzo milione": the coefficient 0.5.
  std::optional<Coefficient> read_half(uint32_t at, int term) const {
    if (term > 0 || !(is_word(at, "mezzo") || tokens_[at].is("mezzo"))) return std::nullopt;
    const auto match =
        at + 1 < tokens_.size() ? scale_phrases().longest(tokens_, at + 1) : std::nullopt;
    if (!match || scale_words()[match->id].power < 6) return std::nullopt;
    Coefficient made{{at, at + 1}, *Decimal::parse("0.5")};
    made.in_words = made.decimals = true;
    return made;
  }

  bool may_join(bool first_has_decimals, const Coefficient& next, const std::optional<Scale>& scale,
                int last_power, const Number& number) const {
    if (first_has_decimals || (next.decimals && !scale)) return false;
    const bool with_and = number.tokens.last != next.tokens.first;
    const uint32_t after = scale ? scale->last : next.tokens.last;
    if (is_word(after, "%") || is_word(after, "per") || is_word(after, "/") ||
        is_word(after, "-")) {
      return false;
    }
    if (scale) return last_power > scale->word->power;
    // Without a scale of its own: "80 mila 30", "2 milioni e 500"; never a year.
    if (last_power == 3 && next.value >= Decimal(1000)) return false;
    // "per 25 mln e 667 evasori": what is abbreviated goes on in no words.
    if (with_and && next.plain && is_counting(after) &&
        tokens_[next.tokens.first - 2].folded.starts_with("ml")) {
      return false;
    }
    // "recuperati 25 milioni e 667 evasori": a sum and a count.
    if (with_and && last_power >= 6 && next.plain && is_counting(after)) {
      const uint32_t first = number.tokens.first;
      if (has_money_word(stretch_, {first > kReachOfMoney ? first - kReachOfMoney : 0, first})) {
        return false;
      }
    }
    if (!with_and) {
      const bool year = next.plain && next.value >= Decimal(1900) && next.value < Decimal(2100);
      return !year && !tokens_[next.tokens.first].line_break_before;
    }
    return true;
  }

  bool is_counting(uint32_t at) const {
    return goes_on(at) && tokens_[at].is_word() && !is_any(at, {"euro", "di", "lire", "eur"});
  }

  // "2 milioni e mezzo", "un milione e un quarto", "un miliardo e tre quarti".
  bool add_half(Number& number, Decimal& total, int power) const {
    const uint32_t at = number.tokens.last;
    if (!joins_and_ && !is_word(at + 1, "mezzo")) return false;
    if (!is_and(at)) return false;
    const char* part = nullptr;
    uint32_t last = at + 2;
    if (is_word(at + 1, "mezzo")) {
      part = "0.5";
    } else if (is_word(at + 1, "un") && is_word(at + 2, "quarto")) {
      part = "0.25", last = at + 3;
    } else if (is_word(at + 1, "tre") && is_word(at + 2, "quarti")) {
      part = "0.75", last = at + 3;
    }
    if (part == nullptr) return false;
    total = *total.plus(*Decimal::parse(part)->scaled(power));
    number.tokens.last = last;
    number.power = 0;
    if (stretch_.options.with_steps) {
      number.steps.push_back(step("number.and_a_half", number.tokens, Value{total}));
    }
    return true;
  }

  bool joins_and_;
};

}  // namespace

std::optional<Coefficient> read_coefficient(const Stretch& stretch, uint32_t token,
                                            bool joins_and) {
  return CardinalReader(stretch, joins_and).read_coefficient(token);
}

std::optional<Number> read_cardinal(const Stretch& stretch, uint32_t token, bool joins_and) {
  return CardinalReader(stretch, joins_and).read(token);
}

}  // namespace cifra
