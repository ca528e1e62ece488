// Figures of one sentence, or of a list and its lead, that should add up. Each check is one
// function, its reason above it.

#include <algorithm>
#include <array>
#include <span>

#include "core/query/conflict_finding.h"
#include "core/query/interval.h"
#include "core/text/folding.h"

namespace cifra {
namespace {

constexpr size_t kNear = 60;  // bytes between figures that belong together

using Facts = std::vector<SentenceFact>;
using Words = std::span<const std::string_view>;

// Folded, white space as single spaces, a space at either end, so that " di cui " is whole words.
std::string words_of(std::string_view text) {
  std::string words = " ";
  for (const char c : fold(text)) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) {
      if (c == ',' || c == '(' || c == ')') words += ' ';
      words += c;
      if (c == ',' || c == '(' || c == ')' || c == '\'') words += ' ';
    } else if (words.back() != ' ') {
      words += ' ';
    }
  }
  if (words.back() != ' ') words += ' ';
  return words;
}

bool has_any(std::string_view words, Words cues) {
  return std::ranges::any_of(
      cues, [&](std::string_view cue) { return words.find(cue) != std::string_view::npos; });
}

bool ends_with_any(std::string_view words, Words cues) {
  return std::ranges::any_of(cues, [&](std::string_view cue) { return words.ends_with(cue); });
}

// Levels of one unit and rate: what may be added and compared.
bool same_measure(const SentenceFact& left, const SentenceFact& right) {
  const auto one = counted_or_allowed(left.quantity), other = counted_or_allowed(right.quantity);
  return one && other && one->dimension == other->dimension && left.per == right.per;
}

bool is_plain_level(const SentenceFact& fact) {
  return !fact.cell && fact.quantity.change == Change::kNone && !fact.quantity.high &&
         fact.quantity.kind != Kind::kMultiple && fact.quantity.kind != Kind::kShare &&
         is_positive(fact.quantity.value);
}

bool is_percent(const SentenceFact& fact) {
  return fact.quantity.kind == Kind::kPercent && fact.quantity.unit == "%";
}

std::string sum_words(std::span<const SentenceFact* const> parts, std::string_view relation,
                      const Value& total) {
  std::string words;
  Value sum_so_far;
  for (const SentenceFact* part : parts) {
    if (!words.empty()) words += " + ";
    words += part->quantity.value.to_string();
    sum_so_far = sum(sum_so_far, part->quantity.value).value_or(Value{});
  }
  return words + " = " + shown(sum_so_far) + std::string(relation) + total.to_string();
}

// The sum of parts as an interval; nothing where one cannot be added.
std::optional<Allowed> sum_allowed(std::span<const SentenceFact* const> parts) {
  std::optional<Allowed> whole;
  for (const SentenceFact* part : parts) {
    const auto next = counted_or_allowed(part->quantity);
    if (!next) return std::nullopt;
    whole = whole ? sum(*whole, *next) : *next;
  }
  return whole;
}

std::vector<int64_t> numbers_of(std::span<const SentenceFact* const> facts) {
  std::vector<int64_t> numbers;
  for (const SentenceFact* fact : facts) numbers.push_back(fact->number);
  return numbers;
}

// The fact of the sentence that states the whole of `part`, the nearest.
const SentenceFact* whole_of(const Facts& facts, const SentenceFact& part) {
  const SentenceFact* nearest = nullptr;
  for (const SentenceFact& fact : facts) {
    if (&fact == &part || fact.quantity.change != Change::kNone) continue;
    if (fact.quantity.value != *part.quantity.whole) continue;
    const auto distance = [&](const SentenceFact& other) {
      return other.span.begin > part.span.begin ? other.span.begin - part.span.begin
                                                : part.span.begin - other.span.begin;
    };
    if (nearest == nullptr || distance(fact) < distance(*nearest)) nearest = &fact;
  }
  return nearest;
}

// Parts told one after the other after "di cui" are no more than their whole.
void check_parts(const FactSentence& sentence, std::vector<ConflictFinding>& findings) {
  static constexpr auto kOfWhich = std::to_array<std::string_view>(
      {" di cui ", " di questi ", " di queste ", " dei quali ", " delle quali "});
  for (size_t i = 0; i < sentence.facts.size(); ++i) {
    const SentenceFact& first = sentence.facts[i];
    if (!first.quantity.whole || !is_plain_level(first)) continue;
    const SentenceFact* whole = whole_of(sentence.facts, first);
    if (whole == nullptr || whole->span.begin > first.span.begin ||
        !has_any(words_of(sentence.between(*whole, first)), kOfWhich) ||
        !same_measure(*whole, first)) {
      continue;
    }
    std::vector<const SentenceFact*> parts = {&first};
    while (i + 1 < sentence.facts.size()) {
      const SentenceFact& next = sentence.facts[i + 1];
      if (next.quantity.whole != first.quantity.whole || !is_plain_level(next) ||
          !same_measure(first, next) || sentence.between(*parts.back(), next).size() > kNear) {
        break;
      }
      parts.push_back(&next);
      ++i;
    }
    const auto stated = counted_or_allowed(whole->quantity), added = sum_allowed(parts);
    if (parts.size() < 2 || !stated || !added || !above(*added, *stated)) continue;
    std::vector<int64_t> facts = numbers_of(parts);
    facts.push_back(whole->number);
    findings.push_back({ConflictKind::kSum,
                        sum_words(parts, ", more than the whole ", whole->quantity.value),
                        std::move(facts)});
  }
}

// "A uomini e B donne, per un totale di T": what is told before a total makes it.
void check_stated_total(const FactSentence& sentence, std::vector<ConflictFinding>& findings) {
  static constexpr auto kInAll = std::to_array<std::string_view>(
      {" per un totale di ", " per un totale complessivo di ", " per complessivi ",
       " per complessive ", " per un totale di circa ", " per un totale di oltre "});
  const Facts& facts = sentence.facts;
  for (size_t t = 2; t < facts.size(); ++t) {
    if (!is_plain_level(facts[t]) ||
        !ends_with_any(words_of(sentence.between(facts[t - 1], facts[t])), kInAll)) {
      continue;
    }
    // Money in all, of things counted before, is no sum of them; and a part told twice is none.
    const bool all = std::all_of(
        facts.begin(), facts.begin() + static_cast<std::ptrdiff_t>(t), [&](const auto& part) {
          return is_plain_level(part) && same_measure(part, facts[t]) && !part.quantity.whole &&
                 part.quantity.kind != Kind::kPercent && part.nature == facts[t].nature;
        });
    if (!all) continue;
    std::vector<const SentenceFact*> parts;
    for (size_t i = 0; i < t; ++i) parts.push_back(&facts[i]);
    const auto stated = counted_or_allowed(facts[t].quantity), added = sum_allowed(parts);
    if (!stated || !added || !disjoint(*added, *stated)) continue;
    std::vector<int64_t> numbers = numbers_of(parts);
    numbers.push_back(facts[t].number);
    findings.push_back({ConflictKind::kSum, sum_words(parts, ", and not ", facts[t].quantity.value),
                        std::move(numbers)});
  }
}

// "45 scuole su 60 (80%)": a part of a whole is the percentage beside it.
void check_share(const FactSentence& sentence, std::vector<ConflictFinding>& findings) {
  // Between the two only words that make them one.
  static constexpr auto kSame = std::to_array<std::string_view>(
      {" ( ", " , il ", " , l' ", " , pari al ", " , pari all' ", " , ossia il ", " , cioe il ",
       " , ovvero il ", " ( il ", " ( l' ", " ( pari al ", " ( pari all' ", " , circa il ",
       " ( circa il ", " pari al ", " pari all' ", " ( ossia il ", " ( cioe il "});
  const Facts& facts = sentence.facts;
  for (size_t i = 0; i < facts.size(); ++i) {
    const SentenceFact& part = facts[i];
    if (!part.quantity.whole || !is_plain_level(part) || is_percent(part)) continue;
    const SentenceFact* whole = whole_of(facts, part);
    if (whole == nullptr || whole < &part) continue;  // "su" puts the whole after its part
    const size_t after = static_cast<size_t>(whole - facts.data()) + 1;
    if (after != i + 2 || after >= facts.size() || !is_percent(facts[after])) continue;
    const SentenceFact& percent = facts[after];
    const std::string between = words_of(sentence.between(*whole, percent));
    if (percent.quantity.change != Change::kNone || between.size() > kNear ||
        !ends_with_any(between, kSame)) {
      continue;
    }
    const auto some = counted_or_allowed(part.quantity), all = counted_or_allowed(whole->quantity),
               stated = counted_or_allowed(percent.quantity);
    if (!some || !all || !stated || !disjoint(ratio(*some, *all), *stated)) continue;
    findings.push_back({ConflictKind::kShare,
                        part.quantity.value.to_string() + " of " +
                            whole->quantity.value.to_string() + " is " +
                            percent_shown(part.quantity.value, whole->quantity.value) +
                            "%, and not " + percent.quantity.value.to_string() + "%",
                        {part.number, whole->number, percent.number}});
  }
}

// Nothing between two figures that parts what is said of one from what is said of the other.
bool one_clause(std::string_view between) {
  return between.size() <= kNear && between.find_first_of(";:") == std::string_view::npos &&
         between.find(". ") == std::string_view::npos;
}

// Whether a change in the unit of two levels, or in percent of the first, leads from one to the
// other. Pushes a finding where it does not.
void check_change(const SentenceFact& from, const SentenceFact& to, const SentenceFact& change,
                  std::vector<ConflictFinding>& findings) {
  const auto before = counted_or_allowed(from.quantity), after = counted_or_allowed(to.quantity),
             stated = counted_or_allowed(change.quantity);
  if (!before || !after || !stated || before->dimension != after->dimension) return;
  const Allowed moved = difference(*after, *before);
  const std::string a = from.quantity.value.to_string();
  const std::string b = to.quantity.value.to_string();
  const std::string sign = change.quantity.change == Change::kDecrease ? "-" : "+";
  // Levels in percent: "+5%" may mean points as well as per cent.
  if (is_percent(from)) {
    if (change.quantity.unit != "pp" && !is_percent(change)) return;
    const Allowed points =
        change.quantity.unit == "pp" ? times(*stated, {Decimal(1), Decimal(100)}) : *stated;
    if (!disjoint(moved, points)) return;
    if (is_percent(change) && !disjoint(ratio(moved, *before), *stated)) return;
  } else if (is_percent(change)) {
    const Allowed relative = ratio(*after, *before);
    const Allowed expected =
        sum(Allowed{"proportion", Value{Decimal(1)}, Value{Decimal(1)}}, *stated);
    if (!disjoint(relative, expected)) return;
    findings.push_back({ConflictKind::kChange,
                        "from " + a + " to " + b + " is " +
                            change_shown(from.quantity.value, to.quantity.value) + "%, and not " +
                            sign + change.quantity.value.to_string() + "%",
                        {from.number, to.number, change.number}});
    return;
  } else if (stated->dimension != before->dimension || !disjoint(moved, *stated)) {
    return;
  }
  const auto exact = sum(to.quantity.value, negated(from.quantity.value));
  findings.push_back({ConflictKind::kChange,
                      b + " - " + a + " = " + shown(exact.value_or(Value{})) + ", and not " + sign +
                          change.quantity.value.to_string(),
                      {from.number, to.number, change.number}});
}

bool is_change(const SentenceFact& fact) {
  return !fact.cell && fact.quantity.change != Change::kNone && !fact.quantity.high;
}

// The folded words before a figure, as far as the figure before it.
std::string words_before(const FactSentence& sentence, size_t fact) {
  const uint32_t begin = fact == 0 ? 0 : sentence.facts[fact - 1].span.end;
  return words_of(
      std::string_view(sentence.text).substr(begin, sentence.facts[fact].span.begin - begin));
}

// "da A a B, +C%" and "+C%, da A a B": the two levels a change leads between.
void check_from_to(const FactSentence& sentence, std::vector<ConflictFinding>& findings) {
  static constexpr auto kFrom = std::to_array<std::string_view>(
      {" da ", " dai ", " dal ", " dalle ", " dagli ", " dall' ", " dalla ", " da circa ",
       " da oltre ", " da quasi ", " dai circa "});
  static constexpr auto kTo =
      std::to_array<std::string_view>({" a ", " ai ", " al ", " alle ", " agli ", " all' ",
                                       " alla ", " a circa ", " a oltre ", " a quasi ", " ad "});
  const Facts& facts = sentence.facts;
  for (size_t i = 0; i + 1 < facts.size(); ++i) {
    const SentenceFact &from = facts[i], &to = facts[i + 1];
    if (!is_plain_level(from) || !is_plain_level(to) || !same_measure(from, to)) continue;
    if (!ends_with_any(words_before(sentence, i), kFrom) ||
        !ends_with_any(words_before(sentence, i + 1), kTo) ||
        sentence.between(from, to).size() > kNear) {
      continue;
    }
    const bool after = i + 2 < facts.size() && is_change(facts[i + 2]) &&
                       one_clause(sentence.between(to, facts[i + 2])) &&
                       !(i + 3 < facts.size() && is_change(facts[i + 3]));
    const bool before =
        i > 0 && is_change(facts[i - 1]) && one_clause(sentence.between(facts[i - 1], from));
    if (after) {
      check_change(from, to, facts[i + 2], findings);
    } else if (before) {
      check_change(from, to, facts[i - 1], findings);
    }
  }
}

// "B, l'8,3% in più rispetto ai A del 2021".
void check_against_former(const FactSentence& sentence, std::vector<ConflictFinding>& findings) {
  static constexpr auto kAgainst = std::to_array<std::string_view>(
      {" rispetto a ", " rispetto ai ", " rispetto al ", " rispetto alle ", " rispetto agli ",
       " rispetto all' ", " rispetto alla ", " contro i ", " contro le ", " contro gli "});
  const Facts& facts = sentence.facts;
  for (size_t i = 0; i + 2 < facts.size(); ++i) {
    const SentenceFact &to = facts[i], &change = facts[i + 1], &from = facts[i + 2];
    if (!is_plain_level(to) || !is_plain_level(from) || !is_change(change) ||
        !same_measure(from, to) || !one_clause(sentence.between(to, change)) ||
        !ends_with_any(words_before(sentence, i + 2), kAgainst)) {
      continue;
    }
    check_change(from, to, change, findings);
  }
}

// A lead that parts its figure over the items of its list: the items make it.
void check_list(std::span<const FactSentence> sentences, std::vector<ConflictFinding>& findings) {
  static constexpr auto kParted =
      std::to_array<std::string_view>({" suddivis", " ripartit", " distribuit", " articolat",
                                       " di cui: ", " cosi compost", " compost", " cosi divis"});
  const FactSentence& lead = sentences.front();
  if (lead.facts.empty() || lead.text.find_last_not_of(" \n\t") == std::string::npos ||
      lead.text[lead.text.find_last_not_of(" \n\t")] != ':' ||
      !has_any(words_of(lead.text), kParted)) {
    return;
  }
  const SentenceFact& total = lead.facts.back();
  if (!is_plain_level(total) || is_percent(total)) return;
  std::vector<const SentenceFact*> parts;
  int64_t end = lead.end;
  for (const FactSentence& item : sentences.subspan(1)) {
    constexpr int64_t kGap = 12;  // line ends and the item's mark: no item left out between
    if (item.role != "list_item" || item.begin - end > kGap) break;
    const auto own = std::ranges::count_if(item.facts, [&](const SentenceFact& fact) {
      return is_plain_level(fact) && same_measure(fact, total);
    });
    if (own != 1) return;  // which of them is the part?
    for (const SentenceFact& fact : item.facts) {
      if (is_plain_level(fact) && same_measure(fact, total)) parts.push_back(&fact);
    }
    end = item.end;
  }
  if (parts.size() < 2) return;
  const auto stated = counted_or_allowed(total.quantity), added = sum_allowed(parts);
  if (!stated || !added || !disjoint(*added, *stated)) return;
  std::vector<int64_t> facts = numbers_of(parts);
  facts.push_back(total.number);
  findings.push_back(
      {ConflictKind::kSum, sum_words(parts, ", and not ", total.quantity.value), std::move(facts)});
}

}  // namespace

void find_sentence_conflicts(const std::vector<FactSentence>& sentences,
                             std::vector<ConflictFinding>& findings) {
  for (size_t i = 0; i < sentences.size(); ++i) {
    if (sentences[i].role == "table_row") continue;
    check_parts(sentences[i], findings);
    check_stated_total(sentences[i], findings);
    check_share(sentences[i], findings);
    check_from_to(sentences[i], findings);
    check_against_former(sentences[i], findings);
    check_list(std::span(sentences).subspan(i), findings);
  }
}

}  // namespace cifra
