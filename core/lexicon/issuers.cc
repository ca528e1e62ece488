#include "core/lexicon/issuers.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/text/folding.h"

namespace cifra {
namespace {

constexpr size_t kLongestName = 110;  // bytes
constexpr size_t kWholeWord = 8;      // a shorter beginning is a whole word: "inps", not "inpsieme"

// How a letterhead begins. "ministero" stands for "Ministero della Salute" and all others.
constexpr std::array<std::string_view, 74> kIssuerBeginnings = {"presidenza del consiglio",
                                                                "consiglio dei ministri",
                                                                "ministero",
                                                                "ministro",
                                                                "ministra",
                                                                "ministra per",
                                                                "sottosegretari",
                                                                "viceministr",
                                                                "dipartimento",
                                                                "direzione generale",
                                                                "ragioneria generale",
                                                                "ragioneria territoriale",
                                                                "regione",
                                                                "giunta regionale",
                                                                "consiglio regionale",
                                                                "provincia di",
                                                                "provincia autonoma",
                                                                "citta metropolitana",
                                                                "comune di",
                                                                "roma capitale",
                                                                "unione dei comuni",
                                                                "agenzia",
                                                                "autorita",
                                                                "garante",
                                                                "istituto nazionale",
                                                                "istituto superiore",
                                                                "istituto centrale",
                                                                "istituto zooprofilattico",
                                                                "istat",
                                                                "inps",
                                                                "inail",
                                                                "invalsi",
                                                                "enea",
                                                                "ispra",
                                                                "agenas",
                                                                "aifa",
                                                                "agid",
                                                                "anac",
                                                                "anci",
                                                                "aran",
                                                                "arera",
                                                                "arpa",
                                                                "consob",
                                                                "consip",
                                                                "gse",
                                                                "ivass",
                                                                "terna",
                                                                "unioncamere",
                                                                "upi",
                                                                "pagopa",
                                                                "sogei",
                                                                "banca d'italia",
                                                                "camera dei deputati",
                                                                "senato della repubblica",
                                                                "parlamento",
                                                                "commissione parlamentare",
                                                                "corte dei conti",
                                                                "corte costituzionale",
                                                                "corte di cassazione",
                                                                "consiglio di stato",
                                                                "consiglio nazionale",
                                                                "consiglio superiore",
                                                                "avvocatura dello stato",
                                                                "guardia di finanza",
                                                                "comando generale",
                                                                "arma dei carabinieri",
                                                                "polizia di stato",
                                                                "protezione civile",
                                                                "vigili del fuoco",
                                                                "prefettura",
                                                                "questura",
                                                                "azienda sanitaria",
                                                                "universita",
                                                                "osservatorio"};

}  // namespace

bool names_issuer(std::string_view line) {
  if (line.empty() || line.size() > kLongestName) return false;
  const std::string words = fold(line);
  return std::ranges::any_of(kIssuerBeginnings, [&](std::string_view beginning) {
    if (!words.starts_with(beginning)) return false;
    const char next = words.size() > beginning.size() ? words[beginning.size()] : ' ';
    return beginning.size() > kWholeWord || next < 'a' || next > 'z';
  });
}

}  // namespace cifra
