// Expressions of time in a sentence: "nel 2020", "al 31 dicembre", "tra il 2013 e il 2018", "nei
// primi sei mesi dell'anno", "lo scorso settembre", "ad oggi", "rispetto al 2019".

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/grammar/calendar_time.h"
#include "core/grammar/stretch.h"

namespace cifra {

enum class TimeRole : uint8_t {
  kFrame,      // says when: "nel 2020", "ad oggi"
  kSince,      // open: "dal 2017"
  kAttribute,  // of a noun: "del 2022", "Piano 2019"
  kCompare,    // of what is compared with: "rispetto al 2019", "sul 2022"
};

struct TimeExpression {
  TokenRange tokens;
  std::string time;  // ISO 8601, never empty
  TimeRole role = TimeRole::kAttribute;
};

// What relative words are resolved with.
struct TimeContext {
  std::optional<CalendarDate> document;  // the document's date
  std::optional<CalendarDate> last;      // the last date said
  std::string months;                    // the last months said, "2022-01/2022-09"; empty for none
  // The document's date, or the last date said.
  std::optional<CalendarDate> reference() const { return document ? document : last; }
};

// Whether an expression may hold the word in place of a date; whether it may begin with it; the
// words of which some holds.
bool anchors_time(std::string_view folded);
bool opens_time(std::string_view folded);
std::vector<std::string_view> time_expression_words();

// The expressions of the tokens in `range`, in order. Updates context.last.
std::vector<TimeExpression> time_expressions(const Stretch& stretch, TokenRange range,
                                             TimeContext& context);

}  // namespace cifra
