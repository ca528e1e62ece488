#include "core/grammar/time_expression.h"

#include <array>

#include "core/grammar/context.h"
#include "core/lexicon/calendar.h"
#include "core/lexicon/word_list.h"

namespace cifra {
namespace {

// A stretch of time read at some token, without the words that open it.
struct Core {
  CalendarDate first;
  CalendarDate last;
  uint32_t end = 0;  // past its last token
  bool bare_year = false;
};

std::string text_of(const CalendarDate& first, const CalendarDate& last) {
  return iso_interval(first, last);
}

// Words in front of a date that say nothing of their own: "nell'anno 2019", "nel mese di giugno".
constexpr std::string_view kFillers =
    "anno anni annualita mese mesi periodo esercizio stagione scolastico scolastica accademico "
    "finanziario solo sola soli intero intera giorno data campagna biennio triennio quadriennio "
    "quinquennio sessennio settennio decennio ventennio stagioni esercizi lunedi martedi mercoledi "
    "giovedi venerdi sabato domenica mattina sera notte elettorale imposta";
// … and after these a "di" is passed over too.
constexpr std::string_view kFillersWithOf = "mese mesi periodo giorno data periodi giorni mattina";

bool in_words(std::string_view words, std::string_view word) {
  bool found = false;
  for_each_word(words, [&](std::string_view each) { found = found || each == word; });
  return found;
}

bool is_past(const Tokens& tokens, uint32_t at) {
  return tokens.is(at, "scorso") || tokens.is(at, "scorsa") || tokens.is(at, "passato") ||
         tokens.is(at, "passata") || tokens.is(at, "u") || tokens.is(at, "scorsi");
}
bool is_next(const Tokens& tokens, uint32_t at) {
  return tokens.is(at, "prossimo") || tokens.is(at, "prossima") || tokens.is(at, "venturo");
}

class Reader {
 public:
  Reader(const Stretch& stretch, TokenRange range, TimeContext& context)
      : stretch_(stretch), tokens_(stretch.tokens), range_(range), context_(context) {}

  std::vector<TimeExpression> run() {
    std::vector<TimeExpression> found;
    for (uint32_t at = range_.first; at < range_.last;) {
      if (!may_open(at)) {
        ++at;
        continue;
      }
      if (auto expression = expression_at(at)) {
        at = std::max(at + 1, expression->tokens.last);
        found.push_back(std::move(*expression));
      } else {
        ++at;
      }
    }
    return found;
  }

 private:
  bool is(uint32_t at, std::string_view word) const {
    return at < range_.last && tokens_.is(at, word);
  }
  WordClasses classes(uint32_t at) const {
    return at < range_.last ? classes_at(tokens_, at) : kNoClass;
  }
  const Finding* date_at(uint32_t at) const {
    if (at >= range_.last || stretch_.owner[at] == kNoFinding) return nullptr;
    const Finding& finding = stretch_.findings[stretch_.owner[at]];
    return finding.figure.kind == Kind::kDate && finding.tokens.first == at ? &finding : nullptr;
  }
  const Finding* fact(uint32_t at) const {
    return at < range_.last ? fact_at(stretch_, at) : nullptr;
  }

  bool may_open(uint32_t at) const {
    if (fact(at) != nullptr) return false;
    return tokens_[at].is_word() || date_at(at) != nullptr;
  }

  CalendarDate remember(const CalendarDate& date) {
    if (date.year != 0) context_.last = date;
    return date;
  }

  // --- cores ----------------------------------------------------------------------------------

  std::optional<Core> written_date(uint32_t at) {
    const Finding* finding = date_at(at);
    if (finding == nullptr || finding->figure.time.empty()) return std::nullopt;
    const auto first = first_of(finding->figure.time);
    const auto last = last_of(finding->figure.time);
    if (!first || !last) return std::nullopt;
    remember(*last);
    Core core{*first, *last, finding->tokens.last, first->month == 0};
    // "2015-2019" is one interval; "20 gennaio scorso" was settled with the nearest year
    if (is_past(tokens_, core.end) || is_next(tokens_, core.end)) {
      const Side side = is_past(tokens_, core.end) ? Side::kBefore : Side::kAfter;
      if (first->day != 0 && !says_year(*finding)) {
        CalendarDate again = *first;
        again.year = 0;
        core.first = core.last = with_year(again, context_.reference(), side);
      }
      ++core.end;
    }
    return core;
  }

  bool says_year(const Finding& finding) const {
    for (uint32_t at = finding.tokens.first; at < finding.tokens.last; ++at) {
      if (year_at(tokens_, at)) return true;
    }
    return false;
  }

  // "settembre", "settembre scorso", "giugno-agosto", "marzo e settembre 2022".
  std::optional<Core> month_name(uint32_t at, Side side) {
    if (at >= range_.last || !tokens_[at].is_word()) return std::nullopt;
    if (stretch_.owner[at] != kNoFinding) return std::nullopt;
    const auto month = month_named(tokens_[at].folded);
    if (!month || is_short_month(tokens_[at].folded)) return std::nullopt;
    uint32_t end = at + 1;
    if (is_past(tokens_, end) || is_next(tokens_, end)) {
      side = is_past(tokens_, end) ? Side::kBefore : Side::kAfter;
      ++end;
    }
    const bool joined = is(end, "-") || is(end, "e") || is(end, "a") || is(end, "ad");
    if (joined) {
      if (const Finding* later = date_at(end + 1)) {
        const auto last = first_of(later->figure.time);
        if (last && last->month != 0 && last->day == 0) {
          const CalendarDate first{*month > last->month ? last->year - 1 : last->year, *month, 0};
          remember(*last);
          return Core{first, *last, later->tokens.last};
        }
      }
      if (const auto last = month_name(end + 1, side)) {
        CalendarDate first{0, *month, 0};
        first.year = *month > last->last.month ? last->last.year - 1 : last->last.year;
        return Core{first, last->last, last->end};
      }
    }
    const CalendarDate date = with_year({0, *month, 0}, context_.reference(), side);
    if (date.year == 0) return std::nullopt;
    return Core{date, date, end};
  }

  // The year after a part of it: "2021", "del 2021", "dell'anno 2021", "dell'anno", "dello scorso
  // anno"; the reference's year when none is said.
  std::optional<int> year_of_part(uint32_t at, uint32_t& end, bool& said) {
    uint32_t next = at;
    said = true;
    while (next < at + 4 &&
           ((classes(next) & (kOf | kIn)) != 0 || is(next, "anno") || is(next, "esercizio"))) {
      if (is(next, "anno") && !date_at(next + 1)) {
        const auto reference = context_.reference();
        if (!reference) return std::nullopt;
        end = next + 1;
        if (is_past(tokens_, end) || is(end, "precedente") || is(end, "prima")) {
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

  Core months_of_year(int year, int first, int last, uint32_t end) {
    CalendarDate begin{year, first, 0};
    CalendarDate stop{year, last, 0};
    if (first > 12) begin = {year + 1, first - 12, 0};
    if (last > 12) stop = {year + 1, last - 12, 0};
    return {begin, stop, end};
  }

  // "primo semestre 2021", "III trimestre", "secondo trimestre dell'anno".
  std::optional<Core> part_of_the_year(uint32_t at) {
    uint32_t noun = at;
    std::optional<int> ordinal =
        at < range_.last ? small_ordinal(tokens_[at].folded) : std::nullopt;
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
  std::optional<Core> first_months(uint32_t at) {
    if (!is(at, "primi") && !is(at, "ultimi")) return std::nullopt;
    const bool last_ones = is(at, "ultimi");
    const Finding* number = fact(at + 1);
    if (number == nullptr || number->figure.unit != "mo" || number->figure.high)
      return std::nullopt;
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

  static std::optional<int> small_number(const Decimal& number) {
    for (int i = 0; i <= 100; ++i) {
      if (number == Decimal(i)) return i;
    }
    return std::nullopt;
  }

  std::optional<Core> season(uint32_t at) {
    if (at >= range_.last || !tokens_[at].is_word()) return std::nullopt;
    const auto month = season_start(tokens_[at].folded);
    if (!month) return std::nullopt;
    uint32_t end = at + 1;
    bool past = is_past(tokens_, end);
    if (past) ++end;
    bool said = false;
    auto year = year_of_part(end, end, said);
    if (!year) return std::nullopt;
    if (!said && past && context_.document && *month >= context_.document->month) --*year;
    const int first = *month == 12 ? 0 : *month;
    if (first == 0) return Core{{*year - 1, 12, 0}, {*year, 2, 0}, end};
    return months_of_year(*year, first, first + 2, end);
  }

  // "anno scorso", "scorso anno", "quest'anno", "anno precedente", "mese scorso", "stesso anno".
  std::optional<Core> relative(uint32_t at) {
    const bool this_one = is(at, "quest'") || is(at, "questo");
    const bool same = is(at, "stesso") || is(at, "medesimo");
    const bool past_before = is_past(tokens_, at);
    const bool next_before = is_next(tokens_, at);
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
      if (is_past(tokens_, end)) {
        shift = -1;
      } else if (is_next(tokens_, end)) {
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
    if (year) {
      const CalendarDate date{base->year + shift, 0, 0};
      return Core{date, date, end};
    }
    if (base->month == 0) return std::nullopt;
    const CalendarDate date = plus_months({base->year, base->month, 0}, shift);
    return Core{date, date, end};
  }

  std::optional<Core> core_at(uint32_t at) {
    // "fine 2018", "l'inizio del 2020", "metà settembre": what they are of
    uint32_t start = at;
    if (is(start, "fine") || is(start, "inizio") || is(start, "meta") || is(start, "termine") ||
        is(start, "corso")) {
      ++start;
      while (start < at + 3 && (classes(start) & (kOf | kArticle)) != 0) ++start;
      if (is(start, "anno") && !date_at(start + 1) && context_.document && start > at + 1) {
        const CalendarDate year{context_.document->year, 0, 0};
        return Core{year, year, start + 1};
      }
      if (start == at + 1 && !date_at(start) &&
          !(start < range_.last && tokens_[start].is_word() &&
            month_named(tokens_[start].folded))) {
        return std::nullopt;
      }
    }
    if (auto core = written_date(start)) return core;
    if (start >= range_.last || !tokens_[start].is_word()) return part_of_the_year(start);
    if (auto core = part_of_the_year(start)) return core;
    if (auto core = first_months(start)) return core;
    if (auto core = season(start)) return core;
    if (auto core = relative(start)) return core;
    if (is_past(tokens_, start) || is_next(tokens_, start)) {
      const Side side = is_past(tokens_, start) ? Side::kBefore : Side::kAfter;
      if (auto core = month_name(start + 1, side)) return core;
      if (auto core = season(start + 1)) return core;
    }
    if (auto core = month_name(start, Side::kNearest)) return core;
    // fillers: "nell'anno 2019", "nel mese di giugno", "trimestre giugno-agosto"
    const bool part = part_of_year(tokens_[start].folded).has_value();
    if (part || in_words(kFillers, tokens_[start].folded) || is(start, "d'") || is(start, "a") ||
        is(start, "s")) {
      uint32_t next = start + 1;
      if (in_words(kFillersWithOf, tokens_[start].folded)) {
        while (next < start + 3 && (is(next, "di") || is(next, "del"))) ++next;
      }
      if ((is(start, "a") && is(start + 1, ".")) || is(start, "s")) {
        // a.s. 2019/20
        while (next < start + 4 && (is(next, ".") || is(next, "s") || is(next, "a"))) ++next;
      }
      if (next < range_.last && next < start + 5) {
        const bool again = in_words(kFillers, tokens_[next].folded) || date_at(next) != nullptr ||
                           (tokens_[next].is_word() && month_named(tokens_[next].folded));
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

  // --- expressions ----------------------------------------------------------------------------

  TimeExpression made(uint32_t first, const Core& core, TimeRole role) const {
    return {{first, core.end}, text_of(core.first, core.last), role};
  }

  uint32_t past_articles(uint32_t at) const {
    while (at < range_.last &&
           ((classes(at) & kArticle) != 0 || is(at, "solo") || is(at, "soli") || is(at, "tutto"))) {
      ++at;
    }
    return at;
  }

  std::optional<TimeExpression> now(uint32_t at) const {
    static constexpr std::string_view kNow =
        "oggi attualmente adesso ora finora tuttora ormai' odierna";
    if (!context_.document || !tokens_[at].is_word()) return std::nullopt;
    const std::string today = iso(*context_.document);
    if (in_words(kNow, tokens_[at].folded)) {
      return TimeExpression{{at, at + 1}, today, TimeRole::kFrame};
    }
    if (is(at, "ieri")) {
      return TimeExpression{{at, at + 1}, iso(plus_days(*context_.document, -1)), TimeRole::kFrame};
    }
    if (is(at, "al") && is(at + 1, "momento") && !(classes(at + 2) & kOf)) {
      return TimeExpression{{at, at + 2}, today, TimeRole::kFrame};
    }
    return std::nullopt;
  }

  // "tra il 2013 e il 2018", "fra marzo e settembre 2022".
  std::optional<TimeExpression> between(uint32_t at) {
    if (!is(at, "tra") && !is(at, "fra")) return std::nullopt;
    auto first = core_at(past_articles(at + 1));
    if (!first) return std::nullopt;
    uint32_t next = first->end;
    if (is(next, ",")) {  // "tra gennaio 2022, quando si è aperto, e la fine di settembre"
      uint32_t comma = next + 1;
      while (comma < range_.last && comma < next + 16 && !is(comma, ",")) ++comma;
      if (is(comma, ",") && (is(comma + 1, "e") || is(comma + 1, "ed"))) next = comma + 1;
    }
    if (!is(next, "e") && !is(next, "ed")) {
      // "tra giugno-agosto": the months were read as one
      return made(at, *first, TimeRole::kFrame);
    }
    const auto last = core_at(past_articles(next + 1));
    if (!last) return std::nullopt;
    CalendarDate begin = first->first;
    if (begin.month != 0 && begin.day == 0 && last->last.month != 0 &&
        begin.year > last->last.year) {
      begin.year = last->last.year;
    }
    return TimeExpression{{at, last->end}, text_of(begin, last->last), TimeRole::kFrame};
  }

  // "dal 2019 al 2023", "da gennaio a maggio 2023", "dal 2017": closed or open.
  std::optional<TimeExpression> from(uint32_t at, uint32_t start) {
    const auto first = core_at(past_articles(start));
    if (!first) return std::nullopt;
    uint32_t next = first->end;
    if (is(next, "e")) ++next;
    if (is(next, "fino") || is(next, "sino")) ++next;
    if ((classes(next) & kTo) != 0) {
      if (const auto last = core_at(past_articles(next + 1))) {
        CalendarDate begin = first->first;
        // "da gennaio a maggio 2023": the year is said once
        if (begin.month != 0 && last->last.month != 0 && begin.year != last->last.year &&
            first->end == start + 1) {
          begin.year = begin.month > last->last.month ? last->last.year - 1 : last->last.year;
        }
        return TimeExpression{{at, last->end}, text_of(begin, last->last), TimeRole::kFrame};
      }
      if (is(next + 1, "oggi") && context_.document) {
        return TimeExpression{
            {at, next + 2}, text_of(first->first, *context_.document), TimeRole::kFrame};
      }
    }
    if (!(first->first == first->last)) return made(at, *first, TimeRole::kFrame);
    return TimeExpression{{at, first->end}, iso(first->first) + "/..", TimeRole::kSince};
  }

  // After "in più", "in meno", "superiore" a "del 2017" is what is compared with.
  bool compares_before(uint32_t at) const {
    if (at < 1) return false;
    const uint32_t before = at - 1;
    if (tokens_.is(before, "piu") || tokens_.is(before, "meno")) return true;
    return tokens_.is(before, "superiore") || tokens_.is(before, "inferiore") ||
           tokens_.is(before, "quello") || tokens_.is(before, "quelli") ||
           tokens_.is(before, "quella") || tokens_.is(before, "quelle") ||
           tokens_.is(before, "livello") || tokens_.is(before, "livelli");
  }

  struct Opener {
    std::string_view words;  // reduced to the words before the date's article
    TimeRole role;
  };

  // Length in tokens of the opener at `at`, 0 when it does not stand there.
  uint32_t opener_at(uint32_t at, std::string_view words) const {
    uint32_t next = at;
    bool matches = true;
    for_each_word(words, [&](std::string_view word) {
      if (!matches) return;
      const WordClasses found = classes(next);
      const bool same =
          is(next, word) || (word == "A" && (found & kTo) != 0) ||
          (word == "DI" && (found & kOf) != 0) || (word == "DA" && (found & kFrom) != 0) ||
          (word == "IN" && (found & kIn) != 0) || (word == "SU" && (found & kOn) != 0) ||
          (word == "CON" && (found & kWith) != 0);
      matches = same;
      ++next;
    });
    return matches ? next - at : 0;
  }

  std::optional<TimeExpression> opened(uint32_t at) {
    static constexpr Opener kSince[] = {{"a partire DA", TimeRole::kSince},
                                        {"a decorrere DA", TimeRole::kSince},
                                        {"con decorrenza DA", TimeRole::kSince},
                                        {"con effetto DA", TimeRole::kSince},
                                        {"sin DA", TimeRole::kSince},
                                        {"fin DA", TimeRole::kSince},
                                        {"gia DA", TimeRole::kSince},
                                        {"DA", TimeRole::kSince}};
    for (const Opener& opener : kSince) {
      if (const uint32_t size = opener_at(at, opener.words)) {
        if (auto found = from(at, at + size)) return found;
      }
    }
    static constexpr Opener kOpeners[] = {{"rispetto A", TimeRole::kCompare},
                                          {"in confronto A", TimeRole::kCompare},
                                          {"in confronto CON", TimeRole::kCompare},
                                          {"IN confronto CON", TimeRole::kCompare},
                                          {"A confronto CON", TimeRole::kCompare},
                                          {"confronto CON", TimeRole::kCompare},
                                          {"in rapporto A", TimeRole::kCompare},
                                          {"in relazione A", TimeRole::kFrame},
                                          {"con riferimento A", TimeRole::kFrame},
                                          {"IN corso DI", TimeRole::kFrame},
                                          {"IN arco DI", TimeRole::kFrame},
                                          {"alla data DI", TimeRole::kFrame},
                                          {"A termine DI", TimeRole::kFrame},
                                          {"durante", TimeRole::kFrame},
                                          {"entro", TimeRole::kFrame},
                                          {"fino A", TimeRole::kFrame},
                                          {"sino A", TimeRole::kFrame},
                                          {"IN", TimeRole::kFrame},
                                          {"A", TimeRole::kFrame},
                                          {"per", TimeRole::kFrame},
                                          {"SU", TimeRole::kCompare},
                                          {"CON", TimeRole::kCompare},
                                          {"contro", TimeRole::kCompare},
                                          {"che", TimeRole::kCompare},
                                          {"dopo", TimeRole::kCompare},
                                          {"prima DI", TimeRole::kCompare},
                                          {"oltre", TimeRole::kCompare},
                                          {"DI", TimeRole::kAttribute}};
    for (const Opener& opener : kOpeners) {
      const uint32_t size = opener_at(at, opener.words);
      if (size == 0) continue;
      const uint32_t start = past_articles(at + size);
      if (fact(start) != nullptr) continue;
      const auto core = core_at(start);
      if (!core) continue;
      TimeRole role = opener.role;
      if (role == TimeRole::kAttribute && compares_before(at)) role = TimeRole::kCompare;
      if (opener.words == "che" && !tokens_.is(at + 1, "nel")) {
        // "più che nel 2019" compares; "che nel 2019 erano" says when
        role = at > 0 && (tokens_.is(at - 1, "piu") || tokens_.is(at - 1, "meno"))
                   ? TimeRole::kCompare
                   : TimeRole::kFrame;
      }
      return made(at, *core, role);
    }
    return std::nullopt;
  }

  std::optional<TimeExpression> expression_at(uint32_t at) {
    if (auto found = now(at)) return found;
    if (is(at, "ad") || is(at, "a")) {  // "ad oggi", "a tutt'oggi"
      for (uint32_t next = at + 1; next < at + 3 && next < range_.last; ++next) {
        if (is(next, "oggi") && context_.document) {
          return TimeExpression{{at, next + 1}, iso(*context_.document), TimeRole::kFrame};
        }
        if (!is(next, "tutt'")) break;
      }
    }
    if (auto found = between(at)) return found;
    if (auto found = opened(at)) return found;
    // without a preposition: "l'anno scorso", "il 2022 si era chiuso", "Piano 2019"
    const uint32_t start = past_articles(at);
    if (start >= range_.last) return std::nullopt;
    if (auto core = relative(start)) return made(at, *core, TimeRole::kFrame);
    const auto core = core_at(start);
    if (!core) return std::nullopt;
    const bool articled = start > at;
    const bool line_head = at == 0 || tokens_[at].line_break_before ||
                           tokens_[at].starts_sentence || tokens_[at - 1].is("(");
    const bool past =
        is_past(tokens_, start) || (core->end > start && is_past(tokens_, core->end - 1));
    const TimeRole role = articled || line_head || past ? TimeRole::kFrame : TimeRole::kAttribute;
    return made(at, *core, role);
  }

  const Stretch& stretch_;
  const Tokens& tokens_;
  TokenRange range_;
  TimeContext& context_;
  int depth_ = 0;
};

}  // namespace

std::vector<TimeExpression> time_expressions(const Stretch& stretch, TokenRange range,
                                             TimeContext& context) {
  std::vector<TimeExpression> found = Reader(stretch, range, context).run();
  std::erase_if(found, [](const TimeExpression& expression) { return expression.time.empty(); });
  return found;
}

}  // namespace cifra
