// Walks the tokens that are still free and makes findings of numbers with their units and ranges.
// Cannot do: units said elsewhere in the sentence (share_units), signs (settle_signs).

#include <utility>

#include "core/grammar/context.h"
#include "core/grammar/noun_phrase.h"
#include "core/grammar/number_word.h"
#include "core/grammar/passes.h"
#include "core/grammar/range.h"
#include "core/grammar/view.h"
#include "core/grammar/word_facts.h"
#include "core/lexicon/word_list.h"

namespace cifra {
namespace {

constexpr uint32_t kLongestName = 5;        // tokens between its article and its number
constexpr uint32_t kLongestRow = 16;        // tokens between the numbers of a row
constexpr uint32_t kReachOfEllipsis = 12;   // tokens from a measure to one said without its unit
constexpr size_t kLongestPlainNumeral = 9;  // more digits without a unit are a code or a telephone

class QuantityWalker : public View {
 public:
  explicit QuantityWalker(Stretch& stretch) : View(stretch), target_(stretch) {}

  void walk() {
    uint32_t next = 0;
    for (const uint32_t i : stretch_.starts) {
      if (i >= next && stretch_.owner[i] == kNoFinding && may_begin(i)) next = read(i);
    }
  }

 private:
  bool may_begin(uint32_t i) const {
    const Token& token = tokens_[i];
    if (token.is_word()) return has_trait(token, kBeginsNumber);
    return token.is_numeral() || may_begin_number(token);
  }

  // Adds what is read at `first`; returns the token to go on from.
  uint32_t read(uint32_t first) {
    if (is_inside_code(first) || is_other_word(first)) return first + 1;
    auto quantity = read_quantity(first);
    if (!quantity) return first + 1;
    if (is_no_quantity(*quantity)) return quantity->end_of_number();
    read_times(*quantity);
    read_slash_share(*quantity);
    if (is_glued_to_letters(*quantity)) return quantity->last;
    return add(*quantity);
  }

  std::optional<UnitNumber> read_quantity(uint32_t first) const {
    if (auto halved = read_halved(first)) return halved;
    if (auto one_or_two = read_one_or_two(first)) return one_or_two;
    const RangeOpener opener = range_opener(stretch_, first);
    const bool joins_and = opener != RangeOpener::kBetween || !has_one_and(first);
    auto single = read_single(stretch_, first, joins_and);
    if (single) {
      extend_to_range(stretch_, *single, opener);
      add_half_after_unit(*single);
    }
    return single;
  }

  uint32_t add(UnitNumber& quantity) {
    Finding finding;
    Figure& figure = finding.figure;
    finding.tokens = {quantity.number.tokens.first, quantity.end_of_number()};
    figure.value = quantity.number.value;
    figure.kind = quantity.number.kind;
    figure.approximation = quantity.number.approximation;
    if (quantity.high) figure.high = quantity.high->value;
    if (quantity.unit) apply(*quantity.unit, finding);
    finding.in_words = quantity.number.in_words;
    finding.plain = quantity.number.plain && !quantity.unit && !quantity.high;
    finding.power = quantity.high ? quantity.high->power : quantity.number.power;
    finding.scaled = quantity.number.scaled;
    finding.sign = sign_before(finding.tokens.first);
    figure.steps = std::move(quantity.number.steps);
    if (stretch_.options.with_steps && quantity.unit && !quantity.unit->tokens.empty()) {
      figure.steps.push_back(
          {"unit", tokens_.span(quantity.unit->tokens), std::string(quantity.unit->code)});
    }
    target_.add(std::move(finding));
    return std::max(quantity.last, quantity.end_of_number());
  }

  void apply(const Unit& unit, Finding& finding) const {
    Figure& figure = finding.figure;
    finding.unit = unit.tokens;
    figure.unit = unit.code;
    figure.unit_span = unit.tokens.empty() ? Span{} : tokens_.span(unit.tokens);
    figure.kind = kind_of(unit.kind);
    if (unit.factor.empty()) return;
    const Decimal factor = *Decimal::parse(unit.factor);
    if (const auto value = figure.value.numerator.times(factor)) figure.value.numerator = *value;
    if (!figure.high) return;
    if (const auto high = figure.high->numerator.times(factor)) figure.high->numerator = *high;
  }

  // --- What looks like a number and is none.
  // Digits glued to letters or to a hyphen after letters: "M1", "Covid-19", "F-35".
  bool is_inside_code(uint32_t i) const {
    if (!tokens_[i].is_numeral() || i == 0 || tokens_[i].space_before) return false;
    const Token& before = tokens_[i - 1];
    if (before.is_word()) return !before.folded.ends_with('\'') && !read_unit_before(stretch_, i);
    if (before.is("_") || before.is("#") || before.is("@")) return true;
    // "&voce=3": the rest of an address that began on another line
    if (before.is("=") && i > 2 && (tokens_[i - 3].is("&") || tokens_[i - 3].is("?"))) return true;
    // "il Sistema informativo (SIN)5, che": the mark of a note
    const bool note =
        before.is(")") && i > 1 && tokens_[i - 2].is_word() && tokens_[i].folded.size() <= 2;
    if (note && (i + 1 >= tokens_.size() || !tokens_[i + 1].is("%"))) return true;
    const bool mark = before.is("-") || before.is("/") || before.is(".");
    return mark && !before.space_before && i > 1 && tokens_[i - 2].is_word() &&
           tokens_[i - 2].span.end == before.span.begin && !is_glued_range(i);
  }
  bool is_glued_range(uint32_t i) const { return tokens_[i - 1].is("-") && is_number_word(i - 2); }
  bool is_number_word(uint32_t i) const {
    return compose_number_word(tokens_[i].folded).has_value();
  }

  // "se sei un cittadino", "venti forti", "le Cinque Terre", "nel Settecento".
  bool is_other_word(uint32_t i) const {
    const Token& token = tokens_[i];
    if (!token.is_word()) return false;
    if (token.is("sei")) return is_verb_sei(i);
    if (token.is("venti")) {
      return is_any(i + 1, {"forti", "moderati", "deboli", "tesi", "meridionali", "occidentali",
                            "settentrionali", "orientali", "sostenuti", "di", "variabili"});
    }
    if (token.is("cento") || token.is("mille")) {
      if (i > 0 && tokens_[i - 1].is("per") && !tokens_[i].starts_sentence) return true;
    }
    return is_name(i);
  }
  bool is_verb_sei(uint32_t i) const {
    // "11 roghi, sei in Sicilia"
    if (is_any(i + 1, {"in", "a"}) && i + 2 < tokens_.size() && tokens_[i + 2].capital)
      return false;
    if (follows_any(i, {"se", "tu", "ci", "ti", "chi", "dove"})) return true;
    return is_any(i + 1, {"un", "una", "uno", "il", "la", "in", "gia", "stato", "stata", "nato",
                          "nata", "tu", "iscritto", "residente", "titolare", "tenuto", "sicuro"}) &&
           follows_any(i, {"che", "non", "come", "quando", "cui", "e", ","});
  }
  bool is_name(uint32_t i) const {
    const Token& token = tokens_[i];
    if (!token.capital || token.all_capitals || token.starts_sentence || i == 0) return false;
    const bool after_word = tokens_[i - 1].is_word();
    if (!after_word) return false;
    if (i + 1 < tokens_.size() && tokens_[i + 1].is_word() && tokens_[i + 1].capital) return true;
    if (tokens_[i - 1].capital && !tokens_[i - 1].starts_sentence) return true;
    // A century: "nel Settecento", "l'Ottocento".
    return token.folded.ends_with("cento") && token.folded.size() > 5;
  }

  // A number that letters follow without a space: "5G", "3D", "10bis".
  bool is_glued_to_letters(const UnitNumber& quantity) const {
    const uint32_t end = quantity.end_of_number();
    if (end >= tokens_.size() || quantity.number.in_words) return false;
    if (quantity.unit && quantity.unit->tokens.first == end) return false;
    const Token& after = tokens_[end];
    if (after.space_before) return false;
    if (after.is("_") || after.is("@")) return true;
    if (!after.is_word() && after.is("-") && end + 1 < tokens_.size() &&
        !tokens_[end + 1].space_before && tokens_[end + 1].is_word()) {
      return quantity.number.plain;
    }
    return after.is_word() && !tokens_[end - 1].is_word();
  }

  bool is_no_quantity(const UnitNumber& quantity) const {
    if (!quantity.number.plain || quantity.high) return false;
    const std::string_view digits = tokens_[quantity.number.tokens.first].folded;
    if (digits.size() > 1 && digits[0] == '0') return true;
    if (is_number_of_a_name(quantity)) return true;
    return digits.size() > kLongestPlainNumeral && !quantity.unit;
  }

  // "il consorzio di bonifica 2 di Palermo", "nel conto di tesoreria 22330": a singular noun with
  // its article right before bare digits, and no noun after them.
  bool is_number_of_a_name(const UnitNumber& quantity) const {
    const uint32_t first = quantity.number.tokens.first;
    const uint32_t end = quantity.number.tokens.last;
    if (quantity.unit || !tokens_[first].is_numeral() ||
        tokens_[first].folded.find_first_of(".,") != std::string_view::npos) {
      return false;
    }
    const bool noun_after =
        goes_on(end) && tokens_[end].is_word() &&
        (classes_at(tokens_, end) & (kPreposition | kConjunction | kFiniteVerb | kRelative)) == 0;
    if (noun_after || is_any(end, {"%", "€", "/", "-", "(", "o"})) return false;
    if (first > 0 && is_token_di(first - 1)) return false;  // "con un picco di 169"
    uint32_t at = first;
    while (at > 0 && first - at < kLongestName && goes_on(at) && is_there(at - 1) &&
           tokens_[at - 1].is_word()) {
      if (is_singular_determiner(tokens_, at - 1)) {
        return at < first && may_have_number(at) && !tokens_[at].capital && !is_in_row(at - 1) &&
               !is_of_pronoun(at - 1);
      }
      const Token& word = tokens_[at - 1];
      const bool inside = (is_noun(tokens_, at - 1) && !tokens_[at - 1].capital) || word.is("di");
      if (!inside || is_valued(word.folded)) return false;
      --at;
    }
    return false;
  }
  // "i crediti valgono 60 punti e il colloquio 40": one more of a row of numbers
  bool is_in_row(uint32_t article) const {
    if (article == 0 || (classes_at(tokens_, article) & kDefiniteArticle) == 0) return false;
    const Token& before = tokens_[article - 1];
    if (!before.is(",") && !before.is(";") && !before.is("e") && !before.is("ed")) return false;
    for (uint32_t at = article; at > 0 && article - at < kLongestRow && goes_on(at); --at) {
      if (fact_at(stretch_, at - 1) != nullptr) return true;
    }
    return false;
  }
  // "ne arrivano all'utenza 178"
  bool is_of_pronoun(uint32_t determiner) const {
    for (uint32_t at = determiner; at > 0 && determiner - at < kLongestName && goes_on(at); --at) {
      if (tokens_[at - 1].is("ne")) return true;
    }
    return false;
  }
  bool is_token_di(uint32_t i) const { return tokens_[i].is("di") || tokens_[i].is("d'"); }
  // "è alta 97 metri, il campanile 64": a measure said of the next thing without its unit.
  bool is_elliptic(uint32_t article, uint32_t first, uint32_t end) const {
    if (article == 0 || first - article > 2 || stretch_.findings.empty()) return false;
    const Finding& before = stretch_.findings.back();
    const bool said = before.figure.is_fact() && !before.figure.unit.empty();
    const Token& joint = tokens_[article - 1];
    const bool closes = end >= tokens_.size() || !tokens_[end].is_word();
    return said && closes && (joint.is(",") || joint.is("e") || joint.is(";")) &&
           before.tokens.last < first && first - before.tokens.last < kReachOfEllipsis &&
           !is_numbered(tokens_[article + 1].folded);
  }
  // Nouns that a number names more often than not.
  static bool is_numbered(std::string_view word) {
    static const WordSet words(
        "lotto linea fase asse punto comma articolo capitolo allegato tabella figura modello zona "
        "livello sezione gruppo classe tipo reparto municipio distretto voce azione missione "
        "componente stralcio padiglione pozzo numero grafico prospetto binario");
    return words.has(word);
  }
  // A singular head: "consorzio", "linea", "servizio".
  bool may_have_number(uint32_t head) const {
    return is_noun(tokens_, head) && !is_valued(tokens_[head].folded) &&
           !tokens_[head].folded.ends_with("i");
  }
  // Nouns whose number is a value: "il totale 300", "l'indice 102".
  static bool is_valued(std::string_view word) {
    static const WordSet words(
        "totale media valore indice tasso livello punteggio numero quota importo eta temperatura "
        "popolazione minimo massimo minima massima rapporto somma differenza saldo cifra conteggio "
        "risultato dato spesa costo prezzo reddito restante resto complesso base traguardo record "
        "soglia obiettivo percentuale anno mese trimestre semestre periodo giorno settimana "
        "precedente scorso scorsa successivo corrente");
    return words.has(word);
  }

  // --- Other shapes.
  // "mezz'ora", "mezza giornata", "mezzo punto percentuale": a half of a unit.
  std::optional<UnitNumber> read_halved(uint32_t first) const {
    const Token& token = tokens_[first];
    if (!token.is("mezz'") && !token.is("mezzo") && !token.is("mezza")) return std::nullopt;
    UnitNumber made;
    made.number.tokens = {first, first + 1};
    made.number.value = Value{*Decimal::parse("0.5")};
    made.number.in_words = true;
    made.unit = read_unit_after(stretch_, made.number);
    if (!made.unit || made.unit->code == "%") return std::nullopt;
    if (follows_any(first, {"e", "a", "per"})) return std::nullopt;
    made.last = made.unit->tokens.last;
    return made;
  }

  // "uno o due giorni": an article that is a number after all; "un anno e mezzo".
  std::optional<UnitNumber> read_one_or_two(uint32_t first) const {
    if (!is_un(first)) return std::nullopt;
    UnitNumber made;
    made.number.tokens = {first, first + 1};
    made.number.value = Value{Decimal(1)};
    made.number.in_words = true;
    made.last = first + 1;
    // "punito da uno a tre anni"
    if (is_any(first + 1, {"a"}) && tokens_[first].is("uno") &&
        range_opener(stretch_, first) == RangeOpener::kFrom) {
      extend_to_range(stretch_, made, RangeOpener::kFrom);
      return made.high ? std::optional(made) : std::nullopt;
    }
    // "4 ettari, uno e mezzo per gli orti"
    const bool half = tokens_[first].is("uno") && is_and(first + 1) && is_word(first + 2, "mezzo");
    if (half && (!goes_on(first + 3) || !is_noun(tokens_, first + 3))) {
      made.number.tokens.last = made.last = first + 3;
      made.number.value = Value{*Decimal::parse("1.5")};
      return made;
    }
    if (is_any(first + 1, {"o", "-"})) {
      extend_to_range(stretch_, made, RangeOpener::kNone);
      if (made.high && made.high->value == Value{Decimal(2)}) return made;
      return std::nullopt;
    }
    made.unit = read_unit_after(stretch_, made.number);
    if (!made.unit) return std::nullopt;
    made.last = made.unit->tokens.last;
    if (made.unit->kind == UnitKind::kPercent) return made;
    const Decimal one = made.number.value.numerator;
    add_half_after_unit(made);
    if (made.number.value.numerator == one) return std::nullopt;
    return made;
  }

  // "due anni e mezzo": the half counts the unit.
  void add_half_after_unit(UnitNumber& quantity) const {
    if (!quantity.unit || quantity.unit_before || quantity.high) return;
    const uint32_t at = quantity.last;
    if (!is_and(at) || !is_any(at + 1, {"mezzo", "mezza"})) return;
    if (quantity.number.scaled || quantity.number.kind != Kind::kNumber) return;
    const auto value = quantity.number.value.numerator.plus(*Decimal::parse("0.5"));
    if (!value) return;
    quantity.number.value.numerator = *value;
    quantity.number.tokens.last = at + 2;
    quantity.number.plain = false;
    quantity.last = at + 2;
  }

  // "tre volte superiore", "2 volte e mezzo": how many times as much; "due volte l'anno" counts.
  void read_times(UnitNumber& quantity) const {
    if (quantity.unit || quantity.number.kind != Kind::kNumber) return;
    uint32_t at = quantity.end_of_number();
    if (follows_any(quantity.number.tokens.first, {"per"}) && quantity.number.tokens.first > 1 &&
        tokens_[quantity.number.tokens.first - 2].folded.starts_with("moltiplic")) {
      quantity.number.kind = Kind::kMultiple;
      return;
    }
    if (!is_word(at, "volte")) return;
    ++at;
    if (is_and(at) && is_any(at + 1, {"mezzo", "mezza"})) at += 2;
    static constexpr WordLiteral kMore[] = {
        "piu",       "meno",      "superiore", "superiori", "maggiore",    "maggiori",
        "inferiore", "inferiori", "tanto",     "tanti",     "tante",       "tanta",
        "quello",    "quella",    "quelli",    "quelle",    "rispetto",    "il",
        "lo",        "i",         "gli",       "oltre",     "maggiormente"};
    if (is_any(at, {"in"}) && is_any(at + 1, {"piu", "meno"})) {
      quantity.number.kind = Kind::kMultiple;
      return;
    }
    const bool the_like = is_any(at, {"la", "le", "l'"}) && goes_on(at + 1) &&
                          !is_any(at + 1, {"anno", "settimana", "giorno", "ora", "volta"});
    if (is_any(at, {"il", "i"}) && is_any(at + 1, {"giorno", "mese", "giorni"})) return;
    if (is_any(at, kMore) || the_like) quantity.number.kind = Kind::kMultiple;
  }

  // "3/4 dei comuni": digits on both sides of a slash are a share, or no quantity at all.
  void read_slash_share(UnitNumber& quantity) const {
    const uint32_t slash = quantity.number.tokens.last;
    if (quantity.high || quantity.unit || !quantity.number.plain) return;
    if (!is_word(slash, "/") || tokens_[slash].space_before || !goes_on(slash + 1)) return;
    const Token& under = tokens_[slash + 1];
    if (!under.is_numeral() || under.space_before) return;
    const auto denominator = Decimal::parse(under.folded);
    if (!denominator || denominator->is_zero() || denominator->is_negative()) return;
    if (quantity.number.value.numerator >= *denominator || *denominator > Decimal(1000)) return;
    quantity.number.tokens.last = slash + 2;
    quantity.number.value.denominator = *denominator;
    quantity.number.kind = Kind::kShare;
    quantity.number.plain = false;
    quantity.last = slash + 2;
    quantity.unit = read_unit_after(stretch_, quantity.number);
    if (quantity.unit) quantity.last = quantity.unit->tokens.last;
  }

  // Whether only one "e" lies between the ends of "tra … e …", so that it joins no terms.
  bool has_one_and(uint32_t first) const {
    int ands = 0;
    for (uint32_t i = first; i < first + 12 && i < tokens_.size(); ++i) {
      if (i > first && (tokens_[i].starts_sentence || tokens_[i].is(","))) break;
      if (tokens_[i].is("e") || tokens_[i].is("ed")) ++ands;
    }
    return ands < 2 || !is_second_and_between_numbers(first);
  }
  // "tra 2 milioni e 300 mila e 3 milioni": a number after the second "e" too.
  bool is_second_and_between_numbers(uint32_t first) const {
    int ands = 0;
    for (uint32_t i = first; i < first + 12 && i + 1 < tokens_.size(); ++i) {
      if (!tokens_[i].is("e") && !tokens_[i].is("ed")) continue;
      uint32_t next = i + 1;
      while (is_any(next, {"i", "il", "le", "l'", "gli"})) ++next;
      if (++ands == 2) return goes_on(next) && may_begin_number(tokens_[next]);
    }
    return false;
  }

  // '+' or '-' printed right before the number; a dash of a list or a range is none.
  char sign_before(uint32_t first) const {
    if (first == 0 || tokens_[first].starts_sentence) return 0;
    uint32_t at = first - 1;
    if (at > 0 && tokens_[at].is("€") && !tokens_[first].space_before) --at;
    const Token& mark = tokens_[at];
    const bool plus = mark.is("+");
    if (!plus && !mark.is("-")) return 0;
    if (stretch_.owner[at] != kNoFinding) return 0;
    const bool glued_left =
        !mark.space_before && at > 0 &&
        (tokens_[at - 1].is_word() || tokens_[at - 1].is_numeral() || tokens_[at - 1].is("%"));
    if (glued_left && (!plus || tokens_[at - 1].is_numeral())) return 0;  // "5+3"
    const bool glued_right = !tokens_[at + 1].space_before;
    if (glued_right) return plus ? '+' : '-';
    // "del - 3%", "(– 1,2 miliardi)": parted from its number, but after a preposition or bracket.
    if (at == 0 || mark.starts_sentence) return 0;
    const bool expected =
        tokens_[at - 1].is("(") || tokens_[at - 1].is("del") || tokens_[at - 1].is("di") ||
        (tokens_[at - 1].is("a") && !tokens_[at - 1].capital) || tokens_[at - 1].is("il") ||
        tokens_[at - 1].is("al") || tokens_[at - 1].is("=");
    return expected || plus ? (plus ? '+' : '-') : 0;
  }

  Stretch& target_;
};

}  // namespace

void recognise_quantities(Stretch& stretch) {
  QuantityWalker(stretch).walk();
  stretch.sort_findings();
}

}  // namespace cifra
