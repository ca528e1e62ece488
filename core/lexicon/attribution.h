// Words by which official Italian says whose a figure is: verbs of saying, titles of people, what
// introduces a source, and cues of a figure's nature.

#pragma once

#include <string_view>

namespace cifra {

// "afferma", "spiegano", "dichiarato": third persons and participles, lower case.
bool is_saying_verb(std::string_view word);

// "ministro", "sottosegretario", "presidente", "direttrice": a person by office.
bool is_title(std::string_view word);

// Whether a word of a figure's clause says it is aimed at ("obiettivo", "traguardo", "dovranno").
bool is_target_cue(std::string_view word);
// … that it is expected ("previsto", "stimati", "attesi", "prevede").
bool is_forecast_cue(std::string_view word);
// … that it was gathered over a time ("registrati", "venduti", "annui", "erogato").
bool is_flow_cue(std::string_view word);
// … that it held at a moment ("risultano", "attivi", "attualmente", "residenti").
bool is_level_cue(std::string_view word);

}  // namespace cifra
