// Words by which official Italian says whose a figure is: verbs of saying, titles of people, what
// introduces a source, and cues of a figure's nature.

#pragma once

#include <string_view>

namespace cifra {

// "afferma", "spiegano", "dichiarato": third persons and participles, lower case.
bool is_saying_verb(std::string_view word);

// Of those, "riporta", "indica": tables and regions do so too; only "che" after it makes it saying.
bool is_weak_saying_verb(std::string_view word);

// "ministro", "sottosegretario", "presidente", "direttrice": a person by office.
bool is_title(std::string_view word);

// "regolamento", "tabella": papers that are no source of a figure.
bool is_no_source(std::string_view word);
// "dati", "rapporto": what stands between "secondo" and the source.
bool leads_to_source(std::string_view word);
// "istat", "terna": an office or institute known as a source by its short name.
bool is_known_source(std::string_view word);

// Whether a word of a figure's clause says it is aimed at ("obiettivo", "traguardo", "dovranno").
bool is_target_cue(std::string_view word);
// … that it is expected ("previsto", "stimati", "attesi", "prevede").
bool is_forecast_cue(std::string_view word);
// … that it was gathered over a time ("registrati", "venduti", "annui", "erogato").
bool is_flow_cue(std::string_view word);
// A verb that makes its object an aim: "dovrà", "punta", "mirano".
bool is_target_verb(std::string_view word);
// "nascite", "vendite": gathered over a time, whatever the verb; "residenti", "tasso": held at a
// moment.
bool is_flow_noun(std::string_view word);
bool is_level_noun(std::string_view word);
// "ha |raggiunto|", "sono |iscritti|": a perfect that tells a state.
bool is_stative_participle(std::string_view word);
// … that it held at a moment ("risultano", "attivi", "attualmente", "residenti").
bool is_level_cue(std::string_view word);

}  // namespace cifra
