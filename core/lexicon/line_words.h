// Words that tell whether a line of text is finished: those no phrase ends with, and abbreviations
// whose full stop ends no sentence. Folded words; tables, no code.

#pragma once

#include <array>
#include <string_view>

namespace cifra::lexicon {

// Articles, prepositions (plain and joined to an article), conjunctions and the like: a line that
// ends with one goes on.
inline constexpr std::array<std::string_view, 103> kOpenWords = {
    "il",     "lo",     "la",     "i",      "gli",    "le",       "un",      "uno",   "una",
    "di",     "del",    "dello",  "della",  "dei",    "degli",    "delle",   "a",     "al",
    "allo",   "alla",   "ai",     "agli",   "alle",   "da",       "dal",     "dallo", "dalla",
    "dai",    "dagli",  "dalle",  "in",     "nel",    "nello",    "nella",   "nei",   "negli",
    "nelle",  "con",    "col",    "coi",    "su",     "sul",      "sullo",   "sulla", "sui",
    "sugli",  "sulle",  "per",    "tra",    "fra",    "e",        "ed",      "o",     "od",
    "oppure", "ovvero", "ma",     "che",    "cui",    "se",       "come",    "quale", "quali",
    "non",    "piu",    "meno",   "circa",  "oltre",  "quasi",    "fino",    "entro", "dopo",
    "verso",  "presso", "sotto",  "sopra",  "senza",  "mediante", "sono",    "ha",    "hanno",
    "si",     "ne",     "ogni",   "questo", "questa", "questi",   "queste",  "suo",   "sua",
    "suoi",   "sue",    "loro",   "mila",   "sia",    "rispetto", "secondo", "tutti", "tutte",
    "tutto",  "tutta",  "nonche", "anche"};

// Their full stop belongs to them.
inline constexpr std::array<std::string_view, 48> kAbbreviations = {
    "art.",  "artt.", "n.",    "nn.",  "nr.",  "num.", "pag.",   "pagg.",  "p.",    "pp.",
    "lett.", "c.",    "co.",   "cfr.", "es.",  "cd.",  "c.d.",   "cosid.", "tab.",  "tav.",
    "fig.",  "all.",  "cap.",  "par.", "sez.", "vol.", "dott.",  "dr.",    "prof.", "ing.",
    "avv.",  "on.",   "sen.",  "sig.", "gen.", "feb.", "mar.",   "apr.",   "giu.",  "lug.",
    "ago.",  "set.",  "sett.", "ott.", "nov.", "dic.", "d.lgs.", "prot."};

}  // namespace cifra::lexicon
