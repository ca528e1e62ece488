// The dates and parts of years that expressions of time are made of: "settembre scorso", "primo
// semestre 2021", "primi nove mesi dell'anno", "anno precedente", "fine 2018", without the words
// that open the expression ("nel", "dal", "rispetto al").

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/grammar/calendar_time.h"
#include "core/grammar/no_fact.h"
#include "core/grammar/time_expression.h"

namespace cifra {

// Whether a core may begin with the word, and the words with which one may.
bool begins_time_core(std::string_view folded);
std::vector<std::string_view> time_core_words();

struct TimeCore {
  CalendarDate first;
  CalendarDate last;
  uint32_t end = 0;  // past its last token
};

// Reads cores of the tokens in one range; relative words are resolved with, and dates told to, the
// context.
class TimeCoreReader {
 public:
  TimeCoreReader(const Stretch& stretch, TokenRange range, TimeContext& context)
      : stretch_(stretch), tokens_(stretch.tokens), range_(range), context_(context) {}

  std::optional<TimeCore> core_at(uint32_t at);
  std::optional<TimeCore> relative(uint32_t at);

  bool is(uint32_t at, WordLiteral word) const { return at < range_.last && tokens_.is(at, word); }
  template <std::same_as<std::string_view> Word>
  bool is(uint32_t at, Word word) const {
    return at < range_.last && tokens_.is(at, word);
  }
  WordClasses classes(uint32_t at) const {
    return at < range_.last ? classes_at(tokens_, at) : kNoClass;
  }
  // The date that begins at the token, the figure that holds it.
  const Finding* date_at(uint32_t at) const;
  const Finding* fact(uint32_t at) const;
  bool is_past(uint32_t at) const;  // "scorso"
  bool is_next(uint32_t at) const;  // "prossimo"

 private:
  std::optional<TimeCore> written_date(uint32_t at);
  std::optional<TimeCore> month_name(uint32_t at, Side side);
  std::optional<int> year_of_part(uint32_t at, uint32_t& end, bool& said);
  std::optional<TimeCore> part_of_the_year(uint32_t at);
  std::optional<TimeCore> first_months(uint32_t at);
  std::optional<TimeCore> season(uint32_t at);
  std::optional<TimeCore> same_period(uint32_t at);
  std::optional<TimeCore> after_fillers(uint32_t at);
  bool says_year(const Finding& finding) const;
  void remember(const CalendarDate& date);

  const Stretch& stretch_;
  const Tokens& tokens_;
  TokenRange range_;
  TimeContext& context_;
  int depth_ = 0;
};

}  // namespace cifra
