#include "core/grammar/time_core.h"

#include "core/grammar/context.h"
#include "core/lexicon/calendar.h"
#include "core/lexicon/word_list.h"

namespace cifra {
namespace {

// Words in front of a date that say nothing of their own: "nell'anno 2019", "nel mese di giugno".
constexpr std::string_view kFillers =
    "anno anni annualita mese mesi periodo esercizio stagione scolastico scolastica accademico "
    "finanziario solo sola soli intero intera giorno data campagna biennio triennio quadriennio "
    "quinquennio sessennio settennio decennio ventennio stagioni esercizi lunedi martedi mercoledi "
    "giovedi venerdi sabato domenica mattina sera notte elettorale imposta";
// … and after these a "di" is passed over too.
constexpr std::string_view kFillersWithOf = "mese mesi periodo giorno data periodi giorni mattina";

const WordSet& fillers() {
  static const WordSet words(kFillers);
  return words;
}

bool is_filler(std::string_view word) { return fillers().has(word); }

bool is_filler_with_of(std::string_view word) {
  static const WordSet words(kFillersWithOf);
  return words.has(word);
}

// Words that a core may begin with, but for those of the calendar and the fillers.
const WordSet& beginnings() {
  static const WordSet words(
      "fine inizio meta termine corso primi ultimi quest' questo stesso medesimo scorso scorsa "
      "passato passata scorsi prossimo prossima venturo anno mese d' a s stessa stessi stesse "
      "medesima medesimi medesime analogo analoga corrispondente corrispondenti omologo");
  return words;
}

TimeCore months_of_year(int year, int first, int last, uint32_t end) {
  CalendarDate begin{year, first, 0};
  CalendarDate stop{year, last, 0};
  if (first > 12) begin = {year + 1, first - 12, 0};
  if (last > 12) stop = {year + 1, last - 12, 0};
  return {begin, stop, end};
}

std::optional<int> small_number(const Decimal& number) {
  for (int i = 0; i <= 100; ++i) {
    if (number == Decimal(i)) return i;
  }
  return std::nullopt;
}

}  // namespace

bool begins_time_core(std::string_view folded) {
  return beginnings().has(folded) || is_filler(folded) || month_named(folded) ||
         season_start(folded) || part_of_year(folded) || small_ordinal(folded);
}

std::vector<std::string_view> time_core_words() {
  std::vector<std::string_view> words = beginnings().words();
  for (const std::string_view word : fillers().words()) words.push_back(word);
  return words;
}

const Finding* TimeCoreReader::date_at(uint32_t at) const {
  if (at >= range_.last || stretch_.owner[at] == kNoFinding) return nullptr;
  const Finding& finding = stretch_.findings[stretch_.owner[at]];
  return finding.figure.kind == Kind::kDate && finding.tokens.first == at ? &finding : nullptr;
}

const Finding* TimeCoreReader::fact(uint32_t at) const {
  return at < range_.last ? fact_at(stretch_, at) : nullptr;
}

bool TimeCoreReader::is_past(uint32_t at) const {
  return is(at, "scorso") || is(at, "scorsa") || is(at, "passato") || is(at, "passata") ||
         is(at, "scorsi");
}

bool TimeCoreReader::is_next(uint32_t at) const {
  return is(at, "prossimo") || is(at, "prossima") || is(at, "venturo");
}

void TimeCoreReader::remember(const CalendarDate& date) {
  if (date.year != 0) context_.last = date;
}

std::optional<TimeCore> TimeCoreReader::written_date(uint32_t at) {
  const Finding* finding = date_at(at);
  if (finding == nullptr || finding->figure.time.empty()) return std::nullopt;
  const auto first = first_of(finding->figure.time);
  const auto last = last_of(finding->figure.time);
  if (!first || !last) return std::nullopt;
  remember(*last);
  TimeCore core{*first, *last, finding->tokens.last};
  // "2015-2019" is one interval; "20 gennaio scorso" was settled with the nearest year
  if (is_past(core.end) || is_next(core.end)) {
    const Side side = is_past(core.end) ? Side::kBefore : Side::kAfter;
    if (first->day != 0 && !says_year(*finding)) {
      CalendarDate again = *first;
      again.year = 0;
      core.first = core.last = with_year(again, context_.reference(), side);
    }
    ++core.end;
  }
  return core;
}

bool TimeCoreReader::says_year(const Finding& finding) const {
  for (uint32_t at = finding.tokens.first; at < finding.tokens.last; ++at) {
    if (year_at(tokens_, at)) return true;
  }
  return false;
}

// "settembre", "settembre scorso", "giugno-agosto", "marzo e settembre 2022".
std::optional<TimeCore> TimeCoreReader::month_name(uint32_t at, Side side) {
  if (at >= range_.last || !tokens_[at].is_word()) return std::nullopt;
  if (stretch_.owner[at] != kNoFinding) return std::nullopt;
  const int month = facts_of(tokens_[at]).month;
  if (month == 0 || is_short_month(tokens_[at].folded)) return std::nullopt;
  uint32_t end = at + 1;
  if (is_past(end) || is_next(end)) {
    side = is_past(end) ? Side::kBefore : Side::kAfter;
    ++end;
  }
  const bool joined = is(end, "-") || is(end, "e") || is(end, "a") || is(end, "ad");
  if (joined) {
    if (const Finding* later = date_at(end + 1)) {
      const auto last = first_of(later->figure.time);
      if (last && last->month != 0 && last->day == 0) {
        const CalendarDate first{month > last->month ? last->year - 1 : last->year, month, 0};
        remember(*last);
        return TimeCore{first, *last, later->tokens.last};
      }
    }
    if (const auto last = month_name(end + 1, side)) {
      CalendarDate first{0, month, 0};
      first.year = month > last->last.month ? last->last.year - 1 : last->last.year;
      return TimeCore{first, last->last, last->end};
    }
  }
  // "marzo dello scorso anno", "nel marzo dell'anno precedente"
  if ((classes(end) & kOf) != 0) {
    const uint32_t year = end + 1;
    if (const auto of = relative(year); of && of->first.month == 0) {
      const CalendarDate date{of->first.year, month, 0};
      return TimeCore{date, date, of->end};
    }
  }
  const CalendarDate date = with_year({0, month, 0}, context_.reference(), side);
  if (date.year == 0) return std::nullopt;
  return TimeCore{date, date, end};
}

// The year after a part of it: "2021", "del 2021", "dell'anno 2021", "dell'anno", "dello scorso
// anno"; the reference's year when none is said.
std::optional<int> TimeCoreReader::year_of_part(uint32_t at, uint32_t& end, bool& said) {
  uint32_t next = at;
  said = true;
  while (next < at + 4 &&
         ((classes(next) & (kOf | kIn)) != 0 || is(next, "anno") || is(next, "esercizio"))) {
    if (is(next, "anno") && !date_at(next + 1)) {
      const auto reference = context_.reference();
      if (!reference) return std::nullopt;
      end = next + 1;
      if (is_past(end) || is(end, "precedente") || is(end, "prima")) {
        ++end;
        return reference->year - 1;
      }
      if (is(end, "in") && is(end + 1, "corso")) end += 2;
      return reference->year;
    }
    ++next;
  }
  if (const Finding* finding = date_at(next)) {
    const auto date = first_of(finding->figure.time);
    if (date && date->month == 0 && finding->tokens.size() == 1) {
      end = finding->tokens.last;
      remember(*date);
      return date->year;
    }
  }
  end = at;
  said = false;
  const auto reference = context_.reference();
  if (!reference) return std::nullopt;
  return reference->year;
}

// "primo semestre 2021", "III trimestre", "secondo trimestre dell'anno".
std::optional<TimeCore> TimeCoreReader::part_of_the_year(uint32_t at) {
  uint32_t noun = at;
  std::optional<int> ordinal = at < range_.last ? small_ordinal(tokens_[at].folded) : std::nullopt;
  if (ordinal) {
    ++noun;
  } else if (const auto number = integer_at(tokens_, at);
             number && *number >= 1 && *number <= 6 && is(at + 1, "\u00B0")) {
    ordinal = *number;
    noun = at + 2;
  }
  if (!ordinal || noun >= range_.last) return std::nullopt;
  const auto months = part_of_year(tokens_[noun].folded);
  if (!months) return std::nullopt;
  uint32_t end = noun + 1;
  bool said = false;
  const auto year = year_of_part(end, end, said);
  if (!year) return std::nullopt;
  const int parts = 12 / *months;
  const int part = *ordinal < 0 ? parts : *ordinal;
  if (part > parts) return std::nullopt;
  int of_year = *year;
  if (!said && context_.document && context_.document->month != 0 &&
      (part - 1) * *months + 1 > context_.document->month) {
    --of_year;  // the part that has not begun yet was last year's
  }
  return months_of_year(of_year, (part - 1) * *months + 1, part * *months, end);
}

// "trimestre giugno-agosto", "periodo gennaio-maggio": the months say it.
// "primi sei mesi dell'anno", "primi 9 mesi del 2021".
std::optional<TimeCore> TimeCoreReader::first_months(uint32_t at) {
  if (!is(at, "primi") && !is(at, "ultimi")) return std::nullopt;
  const bool last_ones = is(at, "ultimi");
  const Finding* number = fact(at + 1);
  if (number == nullptr || number->figure.unit != "mo" || number->figure.high) return std::nullopt;
  const auto count = number->figure.value.denominator == Decimal(1)
                         ? small_number(number->figure.value.numerator)
                         : std::nullopt;
  if (!count || *count < 1 || *count > 12) return std::nullopt;
  uint32_t end = extent(*number).last;
  bool said = false;
  const auto year = year_of_part(end, end, said);
  if (!year || (!said && last_ones)) return std::nullopt;
  return last_ones ? months_of_year(*year, 13 - *count, 12, end)
                   : months_of_year(*year, 1, *count, end);
}

std::optional<TimeCore> TimeCoreReader::season(uint32_t at) {
  if (at >= range_.last || !tokens_[at].is_word()) return std::nullopt;
  const auto month = season_start(tokens_[at].folded);
  if (!month) return std::nullopt;
  uint32_t end = at + 1;
  bool past = is_past(end);
  if (past) ++end;
  bool said = false;
  auto year = year_of_part(end, end, said);
  if (!year) return std::nullopt;
  if (!said && past && context_.document && *month >= context_.document->month) --*year;
  const int first = *month == 12 ? 0 : *month;
  if (first == 0) return TimeCore{{*year - 1, 12, 0}, {*year, 2, 0}, end};
  return months_of_year(*year, first, first + 2, end);
}

// "stesso periodo del 2021", "corrispondente trimestre dell'anno precedente": the months said last,
// in another year; the year alone where none were.
std::optional<TimeCore> TimeCoreReader::same_period(uint32_t at) {
  static const WordSet kSame(
      "stesso stessa stessi stesse medesimo medesima medesimi medesime analogo analoga "
      "corrispondente corrispondenti omologo");
  static const WordSet kPeriods(
      "periodo periodi trimestre semestre bimestre quadrimestre mesi settimane settimana lasso "
      "arco intervallo mese giorno data");
  if (!kSame.has(tokens_[at].folded)) return std::nullopt;
  uint32_t end = at + 1;
  if (end >= range_.last || !kPeriods.has(tokens_[end].folded)) return std::nullopt;
  ++end;
  if (is(end, "di") && is(end + 1, "tempo")) end += 2;
  while (end < at + 6 && ((classes(end) & (kOf | kArticle)) != 0)) ++end;
  std::optional<CalendarDate> year;
  if (const Finding* date = date_at(end)) {
    year = first_of(date->figure.time);
    end = date->tokens.last;
  } else if (const auto other = relative(end)) {
    year = other->first;
    end = other->end;
  }
  if (!year || year->month != 0) return std::nullopt;
  auto first = first_of(context_.months);
  auto last = last_of(context_.months);
  if (!first || !last) return TimeCore{*year, *year, end};
  first->year += year->year - last->year;
  last->year = year->year;
  return TimeCore{*first, *last, end};
}

// "anno scorso", "scorso anno", "quest'anno", "anno precedente", "mese scorso", "stesso anno".
std::optional<TimeCore> TimeCoreReader::relative(uint32_t at) {
  if (at >= range_.last || !has_trait(tokens_[at], kBeginsTimeCore)) return std::nullopt;
  const bool this_one = is(at, "quest'") || is(at, "questo");
  const bool same = is(at, "stesso") || is(at, "medesimo");
  const bool past_before = is_past(at);
  const bool next_before = is_next(at);
  const uint32_t noun = this_one || same || past_before || next_before ? at + 1 : at;
  const bool year = is(noun, "anno");
  const bool month = is(noun, "mese");
  if (!year && !month) return std::nullopt;
  uint32_t end = noun + 1;
  int shift = 0;
  bool from_last = false;
  if (past_before) {
    shift = -1;
  } else if (next_before) {
    shift = 1;
  } else if (same) {
    from_last = true;
  } else if (!this_one) {
    if (is_past(end)) {
      shift = -1;
    } else if (is_next(end)) {
      shift = 1;
    } else if (is(end, "precedente") || is(end, "prima")) {
      shift = -1;
      from_last = true;
    } else if (is(end, "successivo") || is(end, "seguente") || is(end, "dopo")) {
      shift = 1;
      from_last = true;
    } else if (is(end, "corrente")) {
      shift = 0;
    } else if (is(end, "in") && is(end + 1, "corso")) {
      ++end;
    } else {
      return std::nullopt;
    }
    ++end;
  }
  const auto base = from_last && context_.last ? context_.last : context_.reference();
  if (!base) return std::nullopt;
  // "nello stesso mese del 2010": the month of before in another year
  if (same && month && base->month != 0 && (classes(end) & kOf) != 0) {
    const Finding* other = date_at(end + 1);
    const auto of = other != nullptr ? first_of(other->figure.time) : std::nullopt;
    if (of && of->month == 0) {
      const CalendarDate date{of->year, base->month, 0};
      return TimeCore{date, date, other->tokens.last};
    }
  }
  if (year) {
    const CalendarDate date{base->year + shift, 0, 0};
    return TimeCore{date, date, end};
  }
  if (base->month == 0) return std::nullopt;
  const CalendarDate date = plus_months({base->year, base->month, 0}, shift);
  return TimeCore{date, date, end};
}

std::optional<TimeCore> TimeCoreReader::core_at(uint32_t at) {
  if (at >= range_.last) return std::nullopt;
  if (tokens_[at].is_word() && !has_trait(tokens_[at], kBeginsTimeCore) && date_at(at) == nullptr) {
    return std::nullopt;
  }
  // "fine 2018", "l'inizio del 2020", "metà settembre": what they are of
  uint32_t start = at;
  if (is(start, "fine") || is(start, "inizio") || is(start, "meta") || is(start, "termine") ||
      is(start, "corso")) {
    ++start;
    while (start < at + 3 && (classes(start) & (kOf | kArticle)) != 0) ++start;
    if (is(start, "anno") && !date_at(start + 1) && context_.document) {
      const CalendarDate year{context_.document->year, 0, 0};
      return TimeCore{year, year, start + 1};
    }
    if (start == at + 1 && !date_at(start) &&
        !(start < range_.last && facts_of(tokens_[start]).month != 0)) {
      return std::nullopt;
    }
  }
  if (auto core = written_date(start)) return core;
  if (start >= range_.last || !tokens_[start].is_word()) return part_of_the_year(start);
  if (auto core = part_of_the_year(start)) return core;
  if (auto core = first_months(start)) return core;
  if (auto core = season(start)) return core;
  if (auto core = same_period(start)) return core;
  if (auto core = relative(start)) return core;
  if (is_past(start) || is_next(start)) {
    const Side side = is_past(start) ? Side::kBefore : Side::kAfter;
    if (auto core = month_name(start + 1, side)) return core;
    if (auto core = season(start + 1)) return core;
  }
  if (auto core = month_name(start, Side::kNearest)) return core;
  return after_fillers(start);
}

// "nell'anno 2019", "nel mese di giugno", "trimestre giugno-agosto", "a.s. 2019/20".
std::optional<TimeCore> TimeCoreReader::after_fillers(uint32_t start) {
  const bool part = part_of_year(tokens_[start].folded).has_value();
  if (part || is_filler(tokens_[start].folded) || is(start, "d'") || is(start, "a") ||
      is(start, "s")) {
    uint32_t next = start + 1;
    if (is_filler_with_of(tokens_[start].folded)) {
      while (next < start + 3 && (is(next, "di") || is(next, "del"))) ++next;
    }
    if ((is(start, "a") && is(start + 1, ".")) || is(start, "s")) {
      // a.s. 2019/20
      while (next < start + 4 && (is(next, ".") || is(next, "s") || is(next, "a"))) ++next;
    }
    if (next < range_.last && next < start + 5) {
      const bool again = is_filler(tokens_[next].folded) || date_at(next) != nullptr ||
                         facts_of(tokens_[next]).month != 0;
      if (again && depth_ < 4) {
        ++depth_;
        auto core = core_at(next);
        --depth_;
        return core;
      }
    }
  }
  return std::nullopt;
}

}  // namespace cifra
