#include "core/lexicon/number_words.h"

namespace cifra {
namespace {

using enum AtomRank;

constexpr NumberAtom kAtoms[] = {
    {"uno", kUnit, 1, false},
    {"una", kUnit, 1, false},
    {"un", kUnit, 1, false},
    {"due", kUnit, 2, false},
    {"tre", kUnit, 3, false},
    {"quattro", kUnit, 4, false},
    {"cinque", kUnit, 5, false},
    {"sei", kUnit, 6, false},
    {"sette", kUnit, 7, false},
    {"otto", kUnit, 8, false},
    {"nove", kUnit, 9, false},
    {"dieci", kTeen, 10, false},
    {"undici", kTeen, 11, false},
    {"dodici", kTeen, 12, false},
    {"tredici", kTeen, 13, false},
    {"quattordici", kTeen, 14, false},
    {"quindici", kTeen, 15, false},
    {"sedici", kTeen, 16, false},
    {"diciassette", kTeen, 17, false},
    {"diciasette", kTeen, 17, false},
    {"diciotto", kTeen, 18, false},
    {"diciannove", kTeen, 19, false},
    {"dicianove", kTeen, 19, false},
    {"venti", kTens, 20, false},
    {"trenta", kTens, 30, false},
    {"quaranta", kTens, 40, false},
    {"cinquanta", kTens, 50, false},
    {"sessanta", kTens, 60, false},
    {"settanta", kTens, 70, false},
    {"ottanta", kTens, 80, false},
    {"novanta", kTens, 90, false},
    {"cento", kHundred, 100, false},
    {"mille", kThousand, 1, false},
    {"mila", kThousand, 1000, false},
    // Elided before uno and otto, or before an apostrophe.
    {"vent", kTens, 20, true},
    {"trent", kTens, 30, true},
    {"quarant", kTens, 40, true},
    {"cinquant", kTens, 50, true},
    {"sessant", kTens, 60, true},
    {"settant", kTens, 70, true},
    {"ottant", kTens, 80, true},
    {"novant", kTens, 90, true},
    {"cent", kHundred, 100, true},
    {"mill", kThousand, 1, true},
    {"quattr", kUnit, 4, true},
    {"cinqu", kUnit, 5, true},
    {"sett", kUnit, 7, true},
    {"ott", kUnit, 8, true},
    {"diciott", kTeen, 18, true},
};

constexpr ScaleWord kScales[] = {
    {"mila", 3, false, false, ""},
    {"milione", 6, false, false, ""},
    {"milioni", 6, true, false, ""},
    {"miliardo", 9, false, false, ""},
    {"miliardi", 9, true, false, ""},
    {"bilione", 12, false, false, ""},
    {"bilioni", 12, true, false, ""},
    {"biliardo", 15, false, false, ""},
    {"biliardi", 15, false, false, ""},
    {"trilione", 18, false, false, ""},
    {"trilioni", 18, false, false, ""},
    {"mila milioni", 9, false, false, ""},
    {"mila miliardi", 12, false, false, ""},
    {"migliaia", 3, false, true, ""},
    {"migliaia di milioni", 9, false, true, ""},
    {"migliaia di miliardi", 12, false, true, ""},
    // As abbreviated.
    {"mln", 6, false, true, ""},
    {"mln.", 6, false, true, ""},
    {"mil", 6, false, true, ""},
    {"mil.", 6, false, true, ""},
    {"mil.ni", 6, false, true, ""},
    {"mio", 6, false, true, ""},
    {"mio.", 6, false, true, ""},
    {"mn", 6, false, true, ""},
    {"milion", 6, false, true, ""},
    {"mill", 6, false, true, ""},
    {"mill.", 6, false, true, ""},
    {"mld", 9, false, true, ""},
    {"mld.", 9, false, true, ""},
    {"mlrd", 9, false, true, ""},
    {"mlrd.", 9, false, true, ""},
    {"mrd", 9, false, true, ""},
    {"mrd.", 9, false, true, ""},
    {"mil.di", 9, false, true, ""},
    {"mia", 9, false, true, ""},
    {"mgl", 3, false, true, ""},
    {"migl", 3, false, true, ""},
    {"migl.", 3, false, true, ""},
    {"bn", 9, false, true, ""},
    {"million", 6, false, true, ""},
    {"millions", 6, false, true, ""},
    {"billion", 9, false, true, ""},
    // With their currency.
    {"m€", 6, false, true, "EUR"},
    {"mln€", 6, false, true, "EUR"},
    {"mln/€", 6, false, true, "EUR"},
    {"mln/euro", 6, false, true, "EUR"},
    {"mln./€", 6, false, true, "EUR"},
    {"mio€", 6, false, true, "EUR"},
    {"mio/€", 6, false, true, "EUR"},
    {"m/€", 6, false, true, "EUR"},
    {"meuro", 6, false, true, "EUR"},
    {"mlneuro", 6, false, true, "EUR"},
    {"mld€", 9, false, true, "EUR"},
    {"mld/€", 9, false, true, "EUR"},
    {"mld/euro", 9, false, true, "EUR"},
    {"mld./€", 9, false, true, "EUR"},
    {"mrd€", 9, false, true, "EUR"},
    {"md€", 9, false, true, "EUR"},
    {"k€", 3, false, true, "EUR"},
    {"k/€", 3, false, true, "EUR"},
    {"keuro", 3, false, true, "EUR"},
    {"b€", 9, false, true, "EUR"},
    {"m$", 6, false, true, "USD"},
    {"mln$", 6, false, true, "USD"},
    {"mld$", 9, false, true, "USD"},
    {"k$", 3, false, true, "USD"},
    {"€/mln", 6, false, true, "EUR"},
    {"€/mld", 9, false, true, "EUR"},
    {"€mln", 6, false, true, "EUR"},
    {"€mld", 9, false, true, "EUR"},
};

constexpr CollectiveWord kCollectives[] = {
    {"paio", 2, false},           {"paia", 2, false},         {"decina", 10, false},
    {"diecina", 10, false},       {"decine", 10, true},       {"dozzina", 12, false},
    {"dozzine", 12, true},        {"quindicina", 15, false},  {"ventina", 20, false},
    {"venticinquina", 25, false}, {"trentina", 30, false},    {"quarantina", 40, false},
    {"cinquantina", 50, false},   {"sessantina", 60, false},  {"settantina", 70, false},
    {"ottantina", 80, false},     {"novantina", 90, false},   {"centinaio", 100, false},
    {"centinaia", 100, true},     {"duecentina", 200, false}, {"trecentina", 300, false},
    {"migliaio", 1000, false},    {"migliaia", 1000, true},
};

constexpr FractionWord kFractions[] = {
    {"mezzo", 2, false},        {"mezzi", 2, true},        {"terzo", 3, false},
    {"terzi", 3, true},         {"quarto", 4, false},      {"quarti", 4, true},
    {"quinto", 5, false},       {"quinti", 5, true},       {"sesto", 6, false},
    {"sesti", 6, true},         {"settimo", 7, false},     {"settimi", 7, true},
    {"ottavo", 8, false},       {"ottavi", 8, true},       {"nono", 9, false},
    {"noni", 9, true},          {"decimo", 10, false},     {"decimi", 10, true},
    {"undicesimo", 11, false},  {"undicesimi", 11, true},  {"dodicesimo", 12, false},
    {"dodicesimi", 12, true},   {"tredicesimi", 13, true}, {"quindicesimo", 15, false},
    {"quindicesimi", 15, true}, {"ventesimo", 20, false},  {"ventesimi", 20, true},
    {"trentesimo", 30, false},  {"trentesimi", 30, true},  {"centesimo", 100, false},
    {"millesimo", 1000, false}, {"millesimi", 1000, true},
};

constexpr FractionSign kFractionSigns[] = {
    {"½", 1, 2}, {"⅓", 1, 3}, {"⅔", 2, 3}, {"¼", 1, 4}, {"¾", 3, 4}, {"⅕", 1, 5},
    {"⅖", 2, 5}, {"⅗", 3, 5}, {"⅘", 4, 5}, {"⅙", 1, 6}, {"⅚", 5, 6}, {"⅐", 1, 7},
    {"⅛", 1, 8}, {"⅜", 3, 8}, {"⅝", 5, 8}, {"⅞", 7, 8}, {"⅑", 1, 9}, {"⅒", 1, 10},
};

constexpr MultipleStem kMultipleStems[] = {
    {"raddoppi", 2, 1},  {"triplic", 3, 1},   {"quadruplic", 4, 1},  {"quintuplic", 5, 1},
    {"sestuplic", 6, 1}, {"decuplic", 10, 1}, {"centuplic", 100, 1}, {"dimezz", 1, 2},
};

constexpr std::string_view kMultipleEndings[] = {
    "ato",     "ata",  "ati",   "ate",  "a",      "ano",    "are",     "ando",
    "arono",   "ava",  "avano", "era",  "eranno", "hera",   "heranno", "hi",
    "hino",    "arsi", "arla",  "arlo", "arle",   "arli",   "erebbe",  "erebbero",
    "herebbe", "i",    "ino",   "asse", "assero", "andosi", "andolo"};

constexpr MultipleStem kMultipleNouns[] = {
    {"doppio", 2, 1},   {"triplo", 3, 1},   {"quadruplo", 4, 1},  {"quintuplo", 5, 1},
    {"sestuplo", 6, 1}, {"decuplo", 10, 1}, {"centuplo", 100, 1},
};

constexpr std::string_view kVague[] = {"qualche",   "alcune",   "alcuni", "diverse",  "diversi",
                                       "parecchie", "parecchi", "poche",  "pochi",    "tante",
                                       "tanti",     "numerose", "varie",  "molte",    "svariate",
                                       "svariati",  "molti",    "vari",   "numerosi", "varie"};

}  // namespace

std::span<const NumberAtom> number_atoms() { return kAtoms; }
std::span<const ScaleWord> scale_words() { return kScales; }
std::span<const CollectiveWord> collective_words() { return kCollectives; }
std::span<const FractionWord> fraction_words() { return kFractions; }
std::span<const FractionSign> fraction_signs() { return kFractionSigns; }
std::span<const MultipleStem> multiple_stems() { return kMultipleStems; }
std::span<const std::string_view> multiple_endings() { return kMultipleEndings; }
std::span<const MultipleStem> multiple_nouns() { return kMultipleNouns; }
std::span<const std::string_view> vague_quantifiers() { return kVague; }

}  // namespace cifra
