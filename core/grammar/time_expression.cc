#include "core/grammar/time_expression.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "core/grammar/time_core.h"
#include "core/grammar/time_opener.h"
#include "core/lexicon/calendar.h"
#include "core/lexicon/word_list.h"

namespace cifra {
namespace {

std::string text_of(const CalendarDate& first, const CalendarDate& last) {
  return iso_interval(first, last);
}

// Words that an expression of time without a written date holds, but for months.
const WordSet& anchors() {
  static const WordSet words(
      "anno mese oggi attualmente adesso ora finora tuttora odierna ieri momento bimestre "
      "trimestre "
      "quadrimestre semestre novimestre primavera estate autunno inverno mesi stesso");
  return words;
}

constexpr uint32_t kLongestOpening = 12;  // tokens from an expression's first word to its anchor

// Cores with the words that open them.
class Reader : private TimeCoreReader {
 public:
  Reader(const Stretch& stretch, TokenRange range, TimeContext& context)
      : TimeCoreReader(stretch, range, context),
        stretch_(stretch),
        tokens_(stretch.tokens),
        range_(range),
        context_(context) {}

  std::vector<TimeExpression> run() {
    std::vector<TimeExpression> found;
    if (!find_anchors()) return found;
    for (uint32_t at = range_.first; at < range_.last;) {
      if (anchors_[at - range_.first] > kLongestOpening || !may_open(at)) {
        ++at;
        continue;
      }
      if (auto expression = expression_at(at)) {
        at = std::max(at + 1, expression->tokens.last);
        const auto first = first_of(expression->time);
        const bool day =
            first && first->day != 0 && expression->time.find('/') == std::string::npos;
        if (expression->role != TimeRole::kCompare && first && first->month != 0 && !day) {
          context_.months = expression->time;
        }
        found.push_back(std::move(*expression));
      } else {
        ++at;
      }
    }
    return found;
  }

 private:
  // For each token how far ahead the next anchor is: a date, a month, "anno", "oggi". Whether there
  // is any.
  bool find_anchors() {
    const auto& words = stretch_.anchors;
    const auto& findings = stretch_.findings;
    auto word = std::lower_bound(words.begin(), words.end(), range_.first);
    auto date = std::lower_bound(
        findings.begin(), findings.end(), range_.first,
        [](const Finding& finding, uint32_t at) { return finding.tokens.first < at; });
    uint32_t from = range_.first;
    while (from < range_.last) {
      while (date != findings.end() && date->figure.kind != Kind::kDate) ++date;
      const uint32_t next =
          std::min({word == words.end() ? range_.last : *word,
                    date == findings.end() ? range_.last : date->tokens.first, range_.last});
      if (next == range_.last) break;
      if (anchors_.empty()) anchors_.reserve(range_.size());
      for (; from <= next; ++from) anchors_.push_back(next - from);
      if (word != words.end() && *word == next) ++word;
      if (date != findings.end() && date->tokens.first == next) ++date;
    }
    if (anchors_.empty()) return false;
    anchors_.resize(range_.size(), UINT32_MAX);
    return true;
  }

  bool may_open(uint32_t at) const {
    if (fact(at) != nullptr) return false;
    if (date_at(at) != nullptr) return true;
    if (!tokens_[at].is_word()) return false;
    const WordFacts& word = facts_of(tokens_[at]);
    return (word.traits & (kOpensTime | kAnchorsTime | kBeginsTimeCore)) != 0 ||
           (word.classes & (kArticle | kTo)) != 0 || is(at, "tra") || is(at, "fra") ||
           is(at, "solo") || is(at, "soli") || is(at, "tutto");
  }

  TimeExpression made(uint32_t first, const TimeCore& core, TimeRole role) const {
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
    static const WordSet kNow("oggi attualmente adesso ora finora tuttora odierna");
    if (!context_.document || !tokens_[at].is_word()) return std::nullopt;
    if (!has_trait(tokens_[at], kAnchorsTime) && !is(at, "al")) return std::nullopt;
    const std::string today = iso(*context_.document);
    // "300 all'ora", "19 ogni ora"
    const bool hour = is(at, "ora") && at > range_.first &&
                      ((classes(at - 1) & (kArticle | kPreposition)) != 0 || is(at - 1, "ogni") ||
                       is(at - 1, "mezz'"));
    if (hour) return std::nullopt;
    if (kNow.has(tokens_[at].folded)) {
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

  bool says_year(uint32_t from, uint32_t to) const {
    for (uint32_t at = from; at < to; ++at) {
      if (year_at(tokens_, at)) return true;
    }
    return false;
  }

  // "2021", "dello scorso anno", "novembre scorso".
  bool settles_year(uint32_t from, uint32_t to) const {
    if (says_year(from, to)) return true;
    for (uint32_t at = from; at < to; ++at) {
      if (is(at, "anno") || is_past(at) || is_next(at)) return true;
    }
    return false;
  }

  // "dal 28 dicembre al 6 gennaio |2021|": a year said of one end is the other's, or the one beside
  // it. `joint` is the token between the two.
  void share_year(TokenRange range, uint32_t joint, CalendarDate& begin, CalendarDate& end) const {
    constexpr int kLastDay = 31;
    if (begin.month == 0 || end.month == 0) return;
    const int end_day = end.day == 0 ? kLastDay : end.day;
    const bool turns = std::tie(begin.month, begin.day) > std::tie(end.month, end_day);
    if (!settles_year(range.first, joint)) {
      if (end.year == 0) return;
      begin.year = turns ? end.year - 1 : end.year;
    } else if (!settles_year(joint, range.last)) {
      end.year = turns ? begin.year + 1 : begin.year;
    }
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
    CalendarDate end = last->last;
    share_year({at, last->end}, first->end, begin, end);
    return TimeExpression{{at, last->end}, text_of(begin, end), TimeRole::kFrame};
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
        CalendarDate end = last->last;
        share_year({at, last->end}, first->end, begin, end);
        return TimeExpression{{at, last->end}, text_of(begin, end), TimeRole::kFrame};
      }
      const bool yesterday = is(next + 1, "ieri");
      if ((yesterday || is(next + 1, "oggi")) && context_.document) {
        const CalendarDate last =
            yesterday ? plus_days(*context_.document, -1) : *context_.document;
        return TimeExpression{{at, next + 2}, text_of(first->first, last), TimeRole::kFrame};
      }
    }
    if (!(first->first == first->last)) return made(at, *first, TimeRole::kFrame);
    // "dall'inizio dell'anno": the year so far
    if (is(past_articles(start), "inizio") && first->first.month == 0) {
      return made(at, *first, TimeRole::kFrame);
    }
    // "da gennaio gli arrivi sono 300", said in September, has begun
    CalendarDate begin = first->first;
    if (context_.document && begin.month != 0 && begin.year > context_.document->year &&
        !says_year(at, first->end) && !is_to_come(first->end)) {
      begin.year = context_.document->year;
      return TimeExpression{{at, first->end}, iso(begin) + "/..", TimeRole::kSince};
    }
    return TimeExpression{{at, first->end}, iso(first->first) + "/..", TimeRole::kSince};
  }

  // After "in più", "in meno", "superiore" a "del 2017" is what is compared with.
  bool compares_before(uint32_t at) const {
    if (at < 1) return false;
    const uint32_t before = at - 1;
    if (tokens_.is(before, "piu") || tokens_.is(before, "meno")) return true;
    // "il primato precedente, quello del 2019, era di": names the year of the subject
    if (before > 0 && tokens_.is(before - 1, ",")) return false;
    return tokens_.is(before, "superiore") || tokens_.is(before, "inferiore") ||
           tokens_.is(before, "quello") || tokens_.is(before, "quelli") ||
           tokens_.is(before, "quella") || tokens_.is(before, "quelle") ||
           tokens_.is(before, "livello") || tokens_.is(before, "livelli");
  }

  // "in più della media 2015-2019"
  bool compares_with_mean(uint32_t at) const {
    if (at < 3 || !(tokens_.is(at - 1, "media") || tokens_.is(at - 1, "livello"))) return false;
    return tokens_.is(at - 3, "piu") || tokens_.is(at - 3, "meno") ||
           tokens_.is(at - 3, "superiore") || tokens_.is(at - 3, "inferiore");
  }

  // Length in tokens of the opener at `at`, 0 when it does not stand there.
  uint32_t opener_at(uint32_t at, const ParsedOpener& opener) const {
    uint32_t next = at;
    for (const OpenerWord& each : opener.words) {
      const bool same =
          each.classes != kNoClass ? (classes(next) & each.classes) != 0 : is(next, each.word);
      if (!same) return 0;
      ++next;
    }
    return next - at;
  }

  // "da gennaio aumenterà": a verb of the future in the clause.
  bool is_to_come(uint32_t at) const {
    for (const uint32_t end = at + kLongestOpening; at < end && at < range_.last; ++at) {
      const std::string_view word = tokens_[at].folded;
      const bool accent = tokens_.source(at).size() > word.size();
      if ((word.ends_with("ra") && accent) || word.ends_with("ranno")) return true;
    }
    return false;
  }

  // "entro agosto", said in March, is to come.
  void move_ahead(TimeCore& core, uint32_t start) const {
    const auto& today = context_.document;
    if (!today || core.last.month == 0 || core.last.year >= today->year) return;
    if (says_year(start, core.end) || is_past(core.end - 1)) return;
    ++core.first.year;
    ++core.last.year;
  }

  // "per il 2027 e per il 2028", "degli anni 2024, 2025 e 2026": years in a row are one interval.
  void take_following_years(TimeCore& core, uint32_t opener, uint32_t size) const {
    while (core.last.month == 0 && core.last.year != 0) {
      uint32_t next = core.end;
      if (!is(next, ",") && !is(next, "e") && !is(next, "ed")) return;
      ++next;
      if (is(next, "e")) ++next;
      if (size > 0 && is(next, tokens_[opener].folded)) next += size;
      const Finding* date = date_at(past_articles(next));
      if (date == nullptr) return;
      const auto year = first_of(date->figure.time);
      if (!year || year->month != 0 || year->year != core.last.year + 1) return;
      core.last = *last_of(date->figure.time);
      core.end = date->tokens.last;
    }
  }

  std::optional<TimeExpression> opened(uint32_t at) {
    if (!has_trait(tokens_[at], kOpensTime)) return std::nullopt;
    const auto beginning = openers_by_word().find(tokens_[at].folded);
    if (beginning == openers_by_word().end()) return std::nullopt;
    for (const ParsedOpener* each : beginning->second) {
      const ParsedOpener& opener = *each;
      const uint32_t size = opener_at(at, opener);
      if (size == 0) continue;
      if (opener.role == TimeRole::kSince) {
        if (auto found = from(at, at + size)) return found;
        continue;
      }
      const uint32_t start = past_articles(at + size);
      if (fact(start) != nullptr) continue;
      auto core = core_at(start);
      // "rispetto alla media 2008-2021", "rispetto allo stesso periodo del 2022"
      for (uint32_t word = start; !core && size > 1 && opener.role == TimeRole::kCompare; ++word) {
        const bool stops = word >= range_.last || word > start + 5 || fact(word) != nullptr ||
                           !tokens_[word].is_word() || (classes(word) & kFiniteVerb) != 0;
        if (stops) break;
        core = core_at(word + 1);
      }
      if (!core) continue;
      take_following_years(*core, at, size);
      if (is(at, "entro")) move_ahead(*core, start);
      TimeRole role = opener.role;
      if (role == TimeRole::kAttribute && compares_before(at)) role = TimeRole::kCompare;
      // "410 più che nel 2019"
      const bool more = at > 1 && tokens_.is(at - 1, "che") &&
                        (tokens_.is(at - 2, "piu") || tokens_.is(at - 2, "meno"));
      if (more) role = TimeRole::kCompare;
      if (opener.relative && !tokens_.is(at + 1, "nel")) {
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
    const bool past = is_past(start) || (core->end > start && is_past(core->end - 1));
    TimeRole role = articled || line_head || past ? TimeRole::kFrame : TimeRole::kAttribute;
    if (role == TimeRole::kAttribute && compares_with_mean(at)) role = TimeRole::kCompare;
    return made(at, *core, role);
  }

  const Stretch& stretch_;
  const Tokens& tokens_;
  TokenRange range_;
  TimeContext& context_;
  std::vector<uint32_t> anchors_;
};

}  // namespace

bool anchors_time(std::string_view folded) {
  return anchors().has(folded) || month_named(folded).has_value();
}

bool opens_time(std::string_view folded) { return openers_by_word().contains(folded); }

std::vector<std::string_view> time_expression_words() {
  std::vector<std::string_view> words = anchors().words();
  for (const std::string_view word : openers_by_word().words()) words.push_back(word);
  return words;
}

std::vector<TimeExpression> time_expressions(const Stretch& stretch, TokenRange range,
                                             TimeContext& context) {
  std::vector<TimeExpression> found = Reader(stretch, range, context).run();
  std::erase_if(found, [](const TimeExpression& expression) { return expression.time.empty(); });
  return found;
}

}  // namespace cifra
