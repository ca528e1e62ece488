#include "core/lexicon/units.h"

namespace cifra {
namespace {

using enum UnitKind;

constexpr UnitWord kWords[] = {
    // Money.
    {"euro|€|eur|euri|euros|eu ro", kMoney, "EUR", ""},
    {"centesimi di euro|centesimo di euro|cent di euro|eurocent|centesimi|cent.mi", kMoney, "EUR",
     "0.01"},
    {"lire|lira|lit.|£it|itl|lire italiane", kMoney, "ITL", ""},
    {"dollari|dollaro|$|usd|us$|usd$|dollari usa|dollari statunitensi|dollari americani|u.s. "
     "dollars|"
     "dollari degli stati uniti",
     kMoney, "USD", ""},
    {"dollari canadesi", kMoney, "CAD", ""},
    {"dollari australiani|aud", kMoney, "AUD", ""},
    {"sterline|sterlina|£|gbp|lire sterline|sterline britanniche|sterline inglesi", kMoney, "GBP",
     ""},
    {"franchi svizzeri|franco svizzero|franchi|chf|fr.sv.", kMoney, "CHF", ""},
    {"franchi francesi", kMoney, "FRF", ""},
    {"yen|jpy|¥", kMoney, "JPY", ""},
    {"yuan|renminbi|cny|rmb", kMoney, "CNY", ""},
    {"rubli|rublo|rub", kMoney, "RUB", ""},
    {"marchi tedeschi", kMoney, "DEM", ""},
    {"zloty|pln", kMoney, "PLN", ""},
    {"corone svedesi|sek", kMoney, "SEK", ""},
    {"corone norvegesi|nok", kMoney, "NOK", ""},
    {"corone danesi|dkk", kMoney, "DKK", ""},
    {"corone ceche|czk", kMoney, "CZK", ""},
    {"fiorini ungheresi|huf", kMoney, "HUF", ""},
    {"lei rumeni|leu|ron", kMoney, "RON", ""},
    {"rupie|inr", kMoney, "INR", ""},
    {"real brasiliani|brl", kMoney, "BRL", ""},
    {"grivnie|uah", kMoney, "UAH", ""},
    {"ecu", kMoney, "XEU", ""},
    {"bitcoin|btc", kMoney, "XBT", ""},
    // Percents.
    {"%|per cento|percento|p.c.|p. c.|% per cento|p.cento|per 100|pct|percent", kPercent, "%", ""},
    {"‰|per mille|permille|permil|per 1000", kPercent, "‰", ""},
    {"punti percentuali|punto percentuale|p.p.|p. p.|pp|pp.|punti %|punti in percentuale|"
     "punti di percentuale|p.ti percentuali|punti p.|p.p|punti di pil|punto di pil",
     kPercent, "pp", ""},
    {"punti base|punto base|bp|bps|b.p.|p.b.|punti-base|basis point|basis points", kPercent, "bp",
     ""},
    {"decimi di punto|decimo di punto|decimi di punto percentuale|decimi percentuali", kPercent,
     "pp", "0.1"},
    {"centesimi di punto", kPercent, "pp", "0.01"},
    // Lengths.
    {"km|chilometri|chilometro|kilometri|chilometri lineari|km lineari|kilometro|km.|km di "
     "lunghezza",
     kMeasure, "km", ""},
    {"metri|metro|metri lineari|mt|mt.|metro lineare", kMeasure, "m", ""},
    {"ml lineari|m lineari", kMeasure, "m", ""},
    {"cm|centimetri|centimetro|cm.", kMeasure, "cm", ""},
    {"mm|millimetri|millimetro|mm.|millimetri di pioggia|mm di pioggia", kMeasure, "mm", ""},
    {"micron|micrometri|micrometro|μm", kMeasure, "um", ""},
    {"nanometri|nm", kMeasure, "nm", ""},
    {"miglia|miglio", kMeasure, "[mi_i]", ""},
    {"miglia nautiche|miglia marine|miglio nautico|nmi", kMeasure, "[nmi_i]", ""},
    {"pollici|pollice", kMeasure, "[in_i]", ""},
    {"piedi", kMeasure, "[ft_i]", ""},
    {"anni luce|anno luce|anni-luce", kMeasure, "[ly]", ""},
    // Areas.
    {"ettari|ettaro|ha|ha.", kMeasure, "ha", ""},
    {"km2|kmq|kmq.|km quadrati|km quadri|chilometri quadrati|chilometro quadrato|chilometri quadri|"
     "km^2|km q|kmq di superficie",
     kMeasure, "km2", ""},
    {"m2|mq|mq.|metri quadrati|metro quadrato|metri quadri|metro quadro|m^2|mq di superficie|m.q.|"
     "m quadrati|m q|mt quadrati|metriquadri",
     kMeasure, "m2", ""},
    {"cm2|cmq|centimetri quadrati", kMeasure, "cm2", ""},
    {"are", kMeasure, "ar", ""},
    // Volumes.
    {"m3|mc|mc.|metri cubi|metro cubo|m^3|smc|nm3|sm3|standard metri cubi|metri cubi standard|m.c.|"
     "m cubi|nmc",
     kMeasure, "m3", ""},
    {"mmc|mmc.|mm3|msmc|milioni di metri cubi|milioni di mc|milioni di m3|milioni di smc|mln mc|"
     "mln di mc|mln m3",
     kMeasure, "m3", "1000000"},
    {"miliardi di metri cubi|miliardi di mc|miliardi di m3|miliardi di smc|gmc|mld mc|mld di mc|"
     "mld m3|bcm",
     kMeasure, "m3", "1000000000"},
    {"km3|chilometri cubi|kmc", kMeasure, "km3", ""},
    {"cm3|centimetri cubi|cc", kMeasure, "cm3", ""},
    {"litri|litro|lt|lt.", kMeasure, "L", ""},
    {"ettolitri|ettolitro|hl|hl.", kMeasure, "hL", ""},
    {"millilitri|millilitro", kMeasure, "mL", ""},
    {"centilitri|cl", kMeasure, "cL", ""},
    {"decilitri|dl", kMeasure, "dL", ""},
    {"barili|barile|barili di petrolio", kMeasure, "[bbl_us]", ""},
    {"galloni", kMeasure, "[gal_us]", ""},
    // Mass.
    {"kg|kg.|chilogrammi|chilogrammo|chili|chilo|kilogrammi|kili|kilo", kMeasure, "kg", ""},
    {"grammi|grammo|gr|gr.", kMeasure, "g", ""},
    {"milligrammi|milligrammo|mg", kMeasure, "mg", ""},
    {"microgrammi|μg|mcg", kMeasure, "ug", ""},
    {"tonnellate|tonnellata|tonn|tonn.|ton|ton.|tons|tonnellate metriche|tonnellate equivalenti|"
     "t co2|tco2|tco2eq|t co2eq|t co2 eq|tonnellate di co2|tonnellate di co2 equivalente|"
     "tonnellate di co2 equivalenti|tonnellate co2|t di co2|tonnellate di co2eq|tonnellate di "
     "anidride carbonica",
     kMeasure, "t", ""},
    {"kt|kton|ktco2|ktco2eq|kt co2|kt co2eq|kt co2 eq|kt di "
     "co2|chilotoni|kilotonnellate|ktonnellate",
     kMeasure, "kt", ""},
    {"mton|mtco2|mtco2eq|mtco2e|mt co2|mt co2eq|mt co2 eq|mt di co2|mt di co2eq|megatonnellate",
     kMeasure, "Mt", ""},
    {"gtco2|gtco2eq|gt co2|gt co2eq|gt di co2|gigatonnellate", kMeasure, "Gt", ""},
    {"quintali|quintale|q.li|q.le|qli|ql", kMeasure, "dt", ""},
    {"libbre", kMeasure, "[lb_av]", ""},
    {"once|oncia", kMeasure, "[oz_av]", ""},
    {"carati|carato", kMeasure, "[car_m]", ""},
    // Energy and power.
    {"kwh|kilowattora|chilowattora|chilowatt ora|kilowatt ora|kw/h|kilowatt/ora|kw ora", kMeasure,
     "kW.h", ""},
    {"mwh|megawattora|megawatt ora|mw/h", kMeasure, "MW.h", ""},
    {"gwh|gigawattora|gigawatt ora|gw/h", kMeasure, "GW.h", ""},
    {"twh|terawattora|terawatt ora", kMeasure, "TW.h", ""},
    {"wattora", kMeasure, "W.h", ""},
    {"kw|kilowatt|chilowatt|kwp|kwe|kw elettrici|kw di picco|kilowatt di picco|kw termici",
     kMeasure, "kW", ""},
    {"megawatt|mwp|mwe|mw elettrici|mw di picco|megawatt di picco|mwt", kMeasure, "MW", ""},
    {"gigawatt|gw", kMeasure, "GW", ""},
    {"terawatt|tw", kMeasure, "TW", ""},
    {"watt", kMeasure, "W", ""},
    {"cavalli vapore|cv|cavalli fiscali", kMeasure, "[HP]", ""},
    {"tep|tonnellate equivalenti di petrolio|tonnellate equivalenti petrolio|"
     "tonnellate di petrolio equivalente|tonnellate di petrolio equivalenti|toe|tep/anno",
     kMeasure, "tep", ""},
    {"ktep|ktoe", kMeasure, "ktep", ""},
    {"mtep|mtoe|mln tep|milioni di tep", kMeasure, "Mtep", ""},
    {"joule", kMeasure, "J", ""},
    {"kj|kilojoule|chilojoule", kMeasure, "kJ", ""},
    {"mj|megajoule", kMeasure, "MJ", ""},
    {"gj|gigajoule", kMeasure, "GJ", ""},
    {"tj|terajoule", kMeasure, "TJ", ""},
    {"pj|petajoule", kMeasure, "PJ", ""},
    {"kcal|chilocalorie|kilocalorie", kMeasure, "kcal", ""},
    {"calorie", kMeasure, "cal", ""},
    // Electricity, frequency, sound, light, radiation.
    {"volt", kMeasure, "V", ""},
    {"kv|kilovolt|chilovolt", kMeasure, "kV", ""},
    {"ampere", kMeasure, "A", ""},
    {"hz|hertz", kMeasure, "Hz", ""},
    {"khz|kilohertz|chilohertz", kMeasure, "kHz", ""},
    {"mhz|megahertz", kMeasure, "MHz", ""},
    {"ghz|gigahertz", kMeasure, "GHz", ""},
    {"db|decibel", kMeasure, "dB", ""},
    {"db(a)|dba|decibel a|db (a)", kMeasure, "dB[A]", ""},
    {"lumen", kMeasure, "lm", ""},
    {"lux", kMeasure, "lx", ""},
    {"becquerel|bq", kMeasure, "Bq", ""},
    {"bq/l", kMeasure, "Bq/L", ""},
    {"bq/kg", kMeasure, "Bq/kg", ""},
    {"bq/m3|bq/mc", kMeasure, "Bq/m3", ""},
    {"msv|millisievert", kMeasure, "mSv", ""},
    {"v/m|volt per metro|volt/metro", kMeasure, "V/m", ""},
    {"kva", kMeasure, "kV.A", ""},
    {"mva", kMeasure, "MV.A", ""},
    // Data.
    {"kbps|kbit/s|kb/s|kilobit al secondo|kilobit per secondo", kMeasure, "kbit/s", ""},
    {"mbps|mbit/s|mb/s|megabit al secondo|megabit per secondo|mbit al secondo|mega al secondo|"
     "mb al secondo|mbit/sec|mbit|mbits|mbits/s",
     kMeasure, "Mbit/s", ""},
    {"gbps|gbit/s|gb/s|gigabit al secondo|gigabit per secondo|giga al secondo|gbit al secondo|"
     "gbit/sec|gbit|gb al secondo|gbits|gbits/s",
     kMeasure, "Gbit/s", ""},
    {"tbps|tbit/s|terabit al secondo", kMeasure, "Tbit/s", ""},
    {"megabit", kMeasure, "Mbit", ""},
    {"gigabit", kMeasure, "Gbit", ""},
    {"byte|bytes", kMeasure, "By", ""},
    {"kb|kilobyte|kbyte", kMeasure, "kBy", ""},
    {"mb|megabyte|mbyte", kMeasure, "MBy", ""},
    {"gb|gigabyte|gbyte|giga", kMeasure, "GBy", ""},
    {"tb|terabyte|tbyte", kMeasure, "TBy", ""},
    {"pb|petabyte|pbyte", kMeasure, "PBy", ""},
    {"zettabyte|zb", kMeasure, "ZBy", ""},
    {"exabyte|eb", kMeasure, "EBy", ""},
    {"petaflops|pflops|pflop/s|petaflop", kMeasure, "Pflop/s", ""},
    {"megapixel|mpx", kMeasure, "Mpx", ""},
    // Temperature, angle, pressure, speed, flow.
    {"°c|gradi centigradi|gradi celsius|grado centigrado|° c|gradi c|gradi|grado|° centigradi|° "
     "celsius|gradi "
     "°c|grado celsius",
     kMeasure, "Cel", ""},
    {"°f|gradi fahrenheit", kMeasure, "[degF]", ""},
    {"gradi francesi|°fr", kMeasure, "[degF'H]", ""},
    {"mbar|millibar", kMeasure, "mbar", ""},
    {"pascal", kMeasure, "Pa", ""},
    {"hpa|ettopascal", kMeasure, "hPa", ""},
    {"kpa", kMeasure, "kPa", ""},
    {"mpa|megapascal", kMeasure, "MPa", ""},
    {"atmosfere", kMeasure, "atm", ""},
    {"mmhg|mm hg|millimetri di mercurio", kMeasure, "mm[Hg]", ""},
    {"km/h|km/ora|kmh|km orari|km all'ora|chilometri orari|chilometri all'ora|chilometri l'ora|"
     "chilometri/ora|kmph",
     kMeasure, "km/h", ""},
    {"m/s|metri al secondo|metri/secondo|metri per secondo|m/sec|m al secondo", kMeasure, "m/s",
     ""},
    {"nodi di vento|nodi di velocita|nodi orari", kMeasure, "[kn_i]", ""},
    {"l/s|litri al secondo|litri/secondo|l/sec|lt/sec|litri per secondo|l/sec.|lt/s|litri/sec|"
     "l al secondo",
     kMeasure, "L/s", ""},
    {"l/min|litri al minuto", kMeasure, "L/min", ""},
    {"l/h|litri all'ora|litri/ora", kMeasure, "L/h", ""},
    {"mc/s|m3/s|mc/sec|metri cubi al secondo|m3/sec|metri cubi/secondo|mc al secondo", kMeasure,
     "m3/s", ""},
    {"mc/h|m3/h|mc/ora|metri cubi all'ora|m3/ora|nm3/h|smc/h", kMeasure, "m3/h", ""},
    // Concentrations.
    {"μg/m3|ug/m3|microgrammi per metro cubo|microgrammi al metro cubo|μg/mc|microgrammi/m3|"
     "microgrammi/metro cubo",
     kMeasure, "ug/m3", ""},
    {"mg/m3|mg/mc|mg/nm3|milligrammi per metro cubo|mg/nmc", kMeasure, "mg/m3", ""},
    {"μg/l|microgrammi per litro|microgrammi/litro", kMeasure, "ug/L", ""},
    {"ng/l|nanogrammi per litro|nanogrammi/litro", kMeasure, "ng/L", ""},
    {"mg/l|milligrammi per litro|milligrammi/litro", kMeasure, "mg/L", ""},
    {"mg/kg", kMeasure, "mg/kg", ""},
    {"g/l|grammi per litro|grammi/litro|gr/l", kMeasure, "g/L", ""},
    {"mg/dl", kMeasure, "mg/dL", ""},
    {"ng/ml", kMeasure, "ng/mL", ""},
    {"g/km|grammi per chilometro|grammi al chilometro|gco2/km", kMeasure, "g/km", ""},
    {"g/kwh|gco2/kwh", kMeasure, "g/kW.h", ""},
    {"kwh/m2|kwh/mq|kwh/mq anno|kwh/m2 anno", kMeasure, "kW.h/m2", ""},
    {"kg/ha", kMeasure, "kg/ha", ""},
    {"kg/m2|kg/mq", kMeasure, "kg/m2", ""},
    {"t/ha", kMeasure, "t/ha", ""},
    {"ppm|parti per milione", kMeasure, "[ppm]", ""},
    {"ppb|parti per miliardo", kMeasure, "[ppb]", ""},
    {"giri al minuto|rpm|giri/minuto", kMeasure, "{rpm}", ""},
    {"unita internazionali", kMeasure, "[iU]", ""},
    // Durations.
    {"centesimi di secondo", kDuration, "s", "0.01"},
    {"decimi di secondo", kDuration, "s", "0.1"},
    {"millesimi di secondo", kDuration, "ms", ""},
    {"millisecondi|millisecondo", kDuration, "ms", ""},
    {"secondi|secondo|sec|sec.", kDuration, "s", ""},
    {"minuti|minuto|min|min.|minuti primi", kDuration, "min", ""},
    {"ore|ora|ore lavorative|ore di lavoro|ore lavorate", kDuration, "h", ""},
    {"giorni|giorno|gg|gg.|giorni lavorativi|giorni feriali|giorni naturali|giorni solari|"
     "giorni consecutivi|giornate|giornata|giornate lavorative|gg lavorativi|giorni di calendario",
     kDuration, "d", ""},
    {"settimane|settimana", kDuration, "wk", ""},
    {"mesi|mese", kDuration, "mo", ""},
    {"bimestri|bimestre", kDuration, "mo", "2"},
    {"trimestri", kDuration, "mo", "3"},
    {"quadrimestri", kDuration, "mo", "4"},
    {"semestri", kDuration, "mo", "6"},
    {"anni|anno|aa|anni di eta|enni|enne|anni d'eta", kDuration, "a", ""},
    {"bienni", kDuration, "a", "2"},
    {"trienni", kDuration, "a", "3"},
    {"lustri", kDuration, "a", "5"},
    {"decenni", kDuration, "a", "10"},
    {"secoli", kDuration, "a", "100"},
    {"millenni", kDuration, "a", "1000"},
};

// Phrases that begin like a unit and are none.
constexpr std::string_view kNoUnits =
    "franchi tiratori|gradi di giudizio|gradi di separazione|gradi di istruzione|gradi di tutela|"
    "piedi di|minuti di raccoglimento|punti di vista|secondo il|secondo la|secondo i|secondo le|"
    "secondo gli|secondo lo|secondo l'|secondo quanto|are di servizio";

constexpr UnitWord kSymbols[] = {
    {"m|m.", kMeasure, "m", ""},      {"dm", kMeasure, "dm", ""},
    {"mm2", kMeasure, "mm2", ""},     {"l|L|l.", kMeasure, "L", ""},
    {"ml|mL", kMeasure, "mL", ""},    {"g|g.", kMeasure, "g", ""},
    {"ng", kMeasure, "ng", ""},       {"t", kMeasure, "t", ""},
    {"q|q.", kMeasure, "dt", ""},     {"Mt", kMeasure, "Mt", ""},
    {"Gt", kMeasure, "Gt", ""},       {"Mm3|Mm³", kMeasure, "m3", "1000000"},
    {"W|Wp", kMeasure, "W", ""},      {"Wh", kMeasure, "W.h", ""},
    {"MW|Mw|mw", kMeasure, "MW", ""}, {"mW", kMeasure, "mW", ""},
    {"V", kMeasure, "V", ""},         {"mA", kMeasure, "mA", ""},
    {"kA", kMeasure, "kA", ""},       {"Mb/s", kMeasure, "Mbit/s", ""},
    {"Gb/s", kMeasure, "Gbit/s", ""}, {"MB/s", kMeasure, "MBy/s", ""},
    {"GB/s", kMeasure, "GBy/s", ""},  {"Mb", kMeasure, "Mbit", ""},
    {"Gb", kMeasure, "Gbit", ""},     {"MB", kMeasure, "MBy", ""},
    {"GB", kMeasure, "GBy", ""},      {"Pa", kMeasure, "Pa", ""},
    {"J", kMeasure, "J", ""},         {"lm", kMeasure, "lm", ""},
    {"lx", kMeasure, "lx", ""},       {"kn", kMeasure, "[kn_i]", ""},
    {"s|s.", kDuration, "s", ""},     {"ms", kDuration, "ms", ""},
    {"h|h.", kDuration, "h", ""},
};

constexpr WordLiteral kCurrencyAdjectives[] = {"nuovi", "vecchie", "vecchi", "buoni"};

constexpr std::string_view kMoneyWords[] = {
    "spesa",      "spese",         "fondo",         "fondi",        "risorse",      "tagli",
    "taglio",     "finanziamento", "finanziamenti", "stanziamento", "stanziamenti", "stanziati",
    "stanziato",  "stanziate",     "contributo",    "contributi",   "investimento", "investimenti",
    "costo",      "costi",         "valore",        "importo",      "importi",      "entrate",
    "ricavi",     "gettito",       "fatturato",     "export",       "esportazioni", "debito",
    "deficit",    "disavanzo",     "avanzo",        "bilancio",     "budget",       "dotazione",
    "prestito",   "sovvenzioni",   "risparmio",     "risparmi",     "incasso",      "incassi",
    "fabbisogno", "manovra",       "copertura",     "coperture",    "tasse",        "imposte",
    "imposta",    "sgravi",        "erogati",       "erogate",      "erogato",      "spesi",
    "vale",       "valgono",       "investiti",     "incassati",    "patrimonio",   "aiuti",
    "ristori",    "danni",         "finanziati",    "economie",     "introiti",     "perdite",
    "ammontare",  "stanzia",       "spende",        "costera",      "costato",      "finanzia",
    "plafond",    "saldo",         "interscambio",  "surplus",      "pil",          "lordo",
    "netto",      "evasione",      "destina",       "destinano",    "assegna",      "assegnati",
    "assegnate",  "eroga",         "erogano",       "mobilita",     "investe",      "investono",
    "spendono",   "costa",         "costano",       "stanziano",    "finanziano",   "impegnati",
    "impegnate",  "sborsare",      "incassa",       "incassano",    "ricavo",       "rincari",
    "sblocca",    "sbloccano",     "sbloccati",     "stanziare",    "investire",    "spendere",
    "finanziare", "bond",          "btp",           "rendimenti",   "ristoro",      "indennizzi",
    "oneri",
};

// What a sum is a sum of: "20 milioni di contributi", but "100 milioni di pagamenti" are counted.
constexpr std::string_view kAmountNouns[] = {
    "contributi", "contributo",   "finanziamenti", "fondi",       "investimenti", "risorse",
    "spesa",      "spese",        "entrate",       "ricavi",      "gettito",      "fatturato",
    "export",     "esportazioni", "importazioni",  "debito",      "debiti",       "deficit",
    "disavanzo",  "avanzo",       "tagli",         "risparmi",    "risparmio",    "incassi",
    "incasso",    "danni",        "aiuti",         "ristori",     "perdite",      "stanziamenti",
    "coperture",  "economie",     "introiti",      "sovvenzioni", "costi",        "budget",
    "tasse",      "imposte",      "dotazione",     "patrimonio",  "evasione",     "prestiti",
    "mutui",      "crediti",      "rimborsi",      "donazioni",   "agevolazioni", "sgravi",
    "pil",        "capitale",     "capitali",      "valore",      "iva",          "indennizzi",
    "oneri",      "tributi",      "imu",           "ici",         "tari",         "tasi",
    "irpef",      "ires",         "irap",          "accise",
};

}  // namespace

std::span<const UnitWord> unit_words() { return kWords; }
std::span<const UnitWord> unit_symbols() { return kSymbols; }
std::string_view no_unit_phrases() { return kNoUnits; }
std::span<const WordLiteral> currency_adjectives() { return kCurrencyAdjectives; }
std::span<const std::string_view> amount_nouns() { return kAmountNouns; }
std::span<const std::string_view> money_words() { return kMoneyWords; }

}  // namespace cifra
