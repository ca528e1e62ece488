#include "core/lexicon/places.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <span>
#include <unordered_map>

#include "core/lexicon/municipalities.h"

namespace cifra {
namespace {

constexpr PlaceRow kRegions[] = {
    {"01", "piemonte", "piemontes"},
    {"02", "valle d'aosta|val d'aosta|valle daosta", "valdostan"},
    {"03", "lombardia", "lombard"},
    {"04", "trentino alto adige|trentino-alto adige", ""},
    {"05", "veneto", "venet"},
    {"06", "friuli venezia giulia|friuli-venezia giulia|friuli", "friulan"},
    {"07", "liguria", "ligur"},
    {"08", "emilia romagna|emilia-romagna", "emiliano-romagnol"},
    {"09", "toscana", "toscan"},
    {"10", "umbria", "umbr"},
    {"11", "marche", "marchigian"},
    {"12", "lazio", "lazial"},
    {"13", "abruzzo", "abruzzes"},
    {"14", "molise", "molisan"},
    {"15", "campania", "campan"},
    {"16", "puglia", "puglies"},
    {"17", "basilicata", "lucan"},
    {"18", "calabria", "calabres"},
    {"19", "sicilia", "sicilian"},
    {"20", "sardegna", "sard"},
};

// Metropolitan cities keep the number of the province they took the place of.
constexpr PlaceRow kProvinces[] = {
    {"001", "torino", ""},
    {"002", "vercelli", "vercelles"},
    {"003", "novara", "novares"},
    {"004", "cuneo", "cunees"},
    {"005", "asti", "astigian"},
    {"006", "alessandria", "alessandrin"},
    {"007", "aosta", ""},
    {"008", "imperia", "imperies"},
    {"009", "savona", "savones"},
    {"010", "genova", ""},
    {"011", "la spezia", "spezzin"},
    {"012", "varese", "varesott"},
    {"013", "como", "comasc"},
    {"014", "sondrio", ""},
    {"015", "milano", ""},
    {"016", "bergamo", "bergamasc"},
    {"017", "brescia", "brescian"},
    {"018", "pavia", "paves"},
    {"019", "cremona", "cremones"},
    {"020", "mantova", "mantovan"},
    {"021", "bolzano", "altoatesin"},
    {"022", "trento", ""},
    {"023", "verona", "verones"},
    {"024", "vicenza", "vicentin"},
    {"025", "belluno", "bellunes"},
    {"026", "treviso", "trevigian"},
    {"027", "venezia", ""},
    {"028", "padova", "padovan"},
    {"029", "rovigo", "rodigin"},
    {"030", "udine", ""},
    {"031", "gorizia", "gorizian"},
    {"032", "trieste", ""},
    {"033", "piacenza", "piacentin"},
    {"034", "parma", "parmens"},
    {"035", "reggio emilia|reggio nell'emilia", "reggian"},
    {"036", "modena", "modenes"},
    {"037", "bologna", "bolognes"},
    {"038", "ferrara", "ferrares"},
    {"039", "ravenna", "ravennat"},
    {"040", "forlì cesena|forlì-cesena|forli cesena|forli-cesena", "forlives"},
    {"041", "pesaro e urbino|pesaro-urbino", "pesares"},
    {"042", "ancona", "anconetan"},
    {"043", "macerata", "maceratese"},
    {"044", "ascoli piceno", ""},
    {"045", "massa carrara|massa-carrara", ""},
    {"046", "lucca", "lucches"},
    {"047", "pistoia", "pistoies"},
    {"048", "firenze", ""},
    {"049", "livorno", "livornes"},
    {"050", "pisa", "pisan"},
    {"051", "arezzo", "aretin"},
    {"052", "siena", "senes"},
    {"053", "grosseto", "grossetan"},
    {"054", "perugia", "perugin"},
    {"055", "terni", "ternan"},
    {"056", "viterbo", "viterbes"},
    {"057", "rieti", "reatin"},
    {"058", "roma", ""},
    {"059", "latina", ""},
    {"060", "frosinone", "frusinat"},
    {"061", "caserta", "casertan"},
    {"062", "benevento", ""},
    {"063", "napoli", ""},
    {"064", "avellino", "avellines"},
    {"065", "salerno", "salernitan"},
    {"066", "l'aquila|aquila", "aquilan"},
    {"067", "teramo", "teraman"},
    {"068", "pescara", "pescares"},
    {"069", "chieti", "chietin"},
    {"070", "campobasso", ""},
    {"071", "foggia", "foggian"},
    {"072", "bari", "bares"},
    {"073", "taranto", "tarantin"},
    {"074", "brindisi", "brindisin"},
    {"075", "lecce", "lecces"},
    {"076", "potenza", ""},
    {"077", "matera", "materan"},
    {"078", "cosenza", "cosentin"},
    {"079", "catanzaro", "catanzares"},
    {"080", "reggio calabria|reggio di calabria", ""},
    {"081", "trapani", "trapanes"},
    {"082", "palermo", "palermitan"},
    {"083", "messina", "messines"},
    {"084", "agrigento", "agrigentin"},
    {"085", "caltanissetta", "nissen"},
    {"086", "enna", "ennes"},
    {"087", "catania", "catanes"},
    {"088", "ragusa", "ragusan"},
    {"089", "siracusa", "siracusan"},
    {"090", "sassari", "sassares"},
    {"091", "nuoro", "nuores"},
    {"092", "cagliari", "cagliaritan"},
    {"093", "pordenone", "pordenones"},
    {"094", "isernia", ""},
    {"095", "oristano", "oristanes"},
    {"096", "biella", "bielles"},
    {"097", "lecco", "lecches"},
    {"098", "lodi", "lodigian"},
    {"099", "rimini", "rimines"},
    {"100", "prato", "prates"},
    {"101", "crotone", "crotones"},
    {"102", "vibo valentia", "vibones"},
    {"103", "verbano cusio ossola|verbano-cusio-ossola", ""},
    {"108", "monza e brianza|monza e della brianza|monza-brianza|monza brianza", "brianzol"},
    {"109", "fermo", ""},
    {"110", "barletta andria trani|barletta-andria-trani", ""},
    {"111", "sud sardegna", ""},
};

// What ICU's Italian names leave out.
constexpr PlaceRow kCountryNames[] = {
    {"IT", "italia|paese|territorio nazionale|penisola", "italian|nazional"},
    {"GB", "gran bretagna|inghilterra|regno unito", "britannic|ingles"},
    {"US", "stati uniti|usa|stati uniti d'america", "statunitens"},
    {"FR", "francia", "frances"},
    {"DE", "germania", "tedesc"},
    {"ES", "spagna", "spagnol"},
    {"CN", "cina", "cines"},
    {"NL", "olanda|paesi bassi", "olandes"},
    {"CZ", "repubblica ceca|cechia", ""},
    {"VA", "vaticano", ""},
};

constexpr std::string_view kCommonWords[] = {"prato",  "fermo",    "lodi", "latina", "potenza",
                                             "massa",  "como",     "asti", "paese",  "friuli",
                                             "marche", "vittoria", "gela", "fano",   "enna"};

using Names = std::unordered_map<std::string, CodedPlace>;

void add_rows(std::span<const PlaceRow> rows, PlaceLevel level, Names& names) {
  for (const PlaceRow& row : rows) {
    for (size_t at = 0; at <= row.names.size();) {
      size_t end = row.names.find('|', at);
      if (end == std::string_view::npos) end = row.names.size();
      names.try_emplace(std::string(row.names.substr(at, end - at)),
                        CodedPlace{std::string(row.code), level});
      at = end + 1;
    }
  }
}

void add_countries(Names& names) {
  const icu::Locale italian("it");
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    icu::UnicodeString name;
    icu::Locale("", *code).getDisplayCountry(italian, name);
    std::string folded;
    name.toLower(italian).toUTF8String(folded);
    names.try_emplace(folded, CodedPlace{*code, PlaceLevel::kCountry});
  }
}

void add_adjectives(std::span<const PlaceRow> rows, PlaceLevel level, Names& names) {
  for (const PlaceRow& row : rows) {
    for (size_t at = 0; at < row.adjectives.size();) {
      size_t end = row.adjectives.find('|', at);
      if (end == std::string_view::npos) end = row.adjectives.size();
      names.try_emplace(std::string(row.adjectives.substr(at, end - at)),
                        CodedPlace{std::string(row.code), level});
      at = end + 1;
    }
  }
}

std::optional<CodedPlace> find(const Names& names, std::string_view name) {
  auto found = names.find(std::string(name));
  if (found == names.end()) return std::nullopt;
  return found->second;
}

}  // namespace

std::optional<CodedPlace> place_named(std::string_view name) {
  static const Names kNames = [] {
    Names names;
    add_rows(kRegions, PlaceLevel::kRegion, names);
    add_rows(municipality_rows(), PlaceLevel::kMunicipality, names);
    add_rows(kProvinces, PlaceLevel::kProvince, names);
    add_rows(kCountryNames, PlaceLevel::kCountry, names);
    add_countries(names);
    return names;
  }();
  return find(kNames, name);
}

std::optional<CodedPlace> province_named(std::string_view name) {
  static const Names kNames = [] {
    Names names;
    add_rows(kProvinces, PlaceLevel::kProvince, names);
    return names;
  }();
  return find(kNames, name);
}

std::optional<CodedPlace> place_of_adjective(std::string_view word) {
  static const Names kStems = [] {
    Names names;
    add_adjectives(kRegions, PlaceLevel::kRegion, names);
    add_adjectives(municipality_rows(), PlaceLevel::kMunicipality, names);
    add_adjectives(kProvinces, PlaceLevel::kProvince, names);
    add_adjectives(kCountryNames, PlaceLevel::kCountry, names);
    return names;
  }();
  for (size_t ending : {1U, 2U}) {  // modenes-e, bergamasc-hi
    if (word.size() < ending + 3) break;
    if (auto place = find(kStems, word.substr(0, word.size() - ending))) return place;
  }
  return std::nullopt;
}

std::string name_of_place(std::string_view code) {
  static const std::unordered_map<std::string_view, std::string_view> kNames = [] {
    std::unordered_map<std::string_view, std::string_view> names;
    for (const std::span<const PlaceRow> rows :
         {std::span<const PlaceRow>(kRegions), std::span<const PlaceRow>(kProvinces),
          municipality_rows(), std::span<const PlaceRow>(kCountryNames)}) {
      for (const PlaceRow& row : rows) {
        names.emplace(row.code, row.names.substr(0, row.names.find('|')));
      }
    }
    return names;
  }();
  const auto found = kNames.find(code);
  if (found == kNames.end()) return {};
  std::string name(found->second);
  static constexpr std::string_view kSmall[] = {"di ", "e ", "d'", "nell'", "in ", "del "};
  for (size_t at = 0; at < name.size(); ++at) {
    const bool begins =
        at == 0 || name[at - 1] == ' ' || name[at - 1] == '-' || name[at - 1] == '\'';
    const bool small = at > 0 && std::ranges::any_of(kSmall, [&](std::string_view word) {
                         return std::string_view(name).substr(at).starts_with(word);
                       });
    if (begins && !small && name[at] >= 'a' && name[at] <= 'z') {
      name[at] = static_cast<char>(name[at] - 'a' + 'A');
    }
  }
  return name;
}

bool is_also_common_word(std::string_view name) {
  for (std::string_view word : kCommonWords) {
    if (word == name) return true;
  }
  return false;
}

}  // namespace cifra
