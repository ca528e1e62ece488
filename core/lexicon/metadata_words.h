// Words that tell a document's issuer and its date: tables, no code. Folded: lower case, no
// accents.

#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace cifra::lexicon {

// Titles that programs give, not people: the whole title, or how it begins or ends.
inline constexpr std::array<std::string_view, 18> kJunkTitles = {
    "untitled",
    "senza titolo",
    "senza nome",
    "documento",
    "document",
    "documento1",
    "document1",
    "presentazione standard di powerpoint",
    "presentazione di powerpoint",
    "presentazione standard",
    "powerpoint presentation",
    "diapositiva 1",
    "slide 1",
    "layout 1",
    "titolo",
    "title",
    "home",
    "homepage"};
// Headings that name the kind of text or a part of it, not what it is about: no titles where there
// is another. How they begin.
inline constexpr std::array<std::string_view, 22> kPlainHeadings = {
    "comunicato", "nota stampa", "conferenza stampa", "circolare", "decreto",  "delibera",
    "ordinanza",  "sintesi",     "sommario",          "indice",    "premessa", "introduzione",
    "prefazione", "analisi",     "allegato",          "dossier",   "scheda",   "executive summary",
    "abstract",   "art.",        "articolo",          "capo "};

inline constexpr std::array<std::string_view, 21> kFileEndings = {
    ".doc", ".docx", ".docm", ".dot",  ".odt", ".rtf", ".pdf",  ".xls", ".xlsx", ".xlsm", ".ods",
    ".ppt", ".pptx", ".pub",  ".indd", ".qxd", ".qxp", ".html", ".htm", ".tex",  ".txt"};

// What stands before the day, signs and articles left out: "aggiornati all'8 marzo". Of several
// days in a text the one with the lowest rank is the day of publication.
struct DateCue {
  std::string_view words;
  uint8_t rank;
};
inline constexpr std::array<DateCue, 20> kDateCues = {{
    {"pubblicato", 0}, {"pubblicata", 0},  {"pubblicazione", 0}, {"rilascio", 0},
    {"diffusione", 0}, {"diffuso", 0},     {"emesso", 0},        {"comunicato stampa", 1},
    {"comunicato", 1}, {"nota stampa", 1}, {"aggiornato", 3},    {"aggiornata", 3},
    {"aggiornati", 3}, {"aggiornate", 3},  {"aggiornamento", 3}, {"dati", 4},
    {"situazione", 4}, {"alla data", 4},   {"rilevazione", 4},   {"rilevati", 4},
}};

}  // namespace cifra::lexicon
