#include "core/lexicon/issuers.h"

#include <algorithm>
#include <string>

#include "core/lexicon/line_words.h"
#include "core/lexicon/verbs.h"
#include "core/text/folding.h"

namespace cifra {
namespace {

constexpr size_t kLongestName = 110;   // bytes
constexpr size_t kLongestAcronym = 8;  // bytes; with these a name is hardly longer

// How a letterhead begins, folded. "ministero" stands for "Ministero della Salute" and all others.
constexpr std::string_view kBeginnings[] = {"presidenza del consiglio",
                                            "consiglio dei ministri",
                                            "ministero",
                                            "ministro",
                                            "ministra",
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

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// "Agenzia per le nuove tecnologie, l'energia e lo sviluppo" is a name, "Istat, cresce il lavoro"
// and "Comune di Roma: tre bandi" are titles.
bool is_name(std::string_view words) {
  if (words.find_first_of(":;?!\"%0123456789") != std::string_view::npos) return false;
  bool after_comma = false;
  for (size_t begin = 0; begin < words.size();) {
    const size_t end = std::min(words.find_first_of(" '", begin), words.size());
    std::string_view word = words.substr(begin, end - begin);
    const bool elided = end < words.size() && words[end] == '\'';
    const bool comma = word.ends_with(',');
    if (comma) word.remove_suffix(1);
    const bool open =
        elided || std::ranges::find(lexicon::kOpenWords, word) != std::end(lexicon::kOpenWords);
    if (after_comma && !open) return false;
    if (is_finite_verb(word) && !open) return false;
    after_comma = comma;
    begin = end + 1;
  }
  return true;
}

bool begins_like(std::string_view words, std::string_view beginning) {
  if (!words.starts_with(beginning)) return false;
  const std::string_view rest = words.substr(beginning.size());
  if (beginning.size() > kLongestAcronym || beginning.find(' ') != std::string_view::npos) {
    return true;
  }
  return rest.empty() || !is_letter_or_digit(rest.front());
}

}  // namespace

bool names_issuer(std::string_view line) {
  if (line.empty() || line.size() > kLongestName) return false;
  const std::string folded = fold(line);
  std::string_view words = folded;
  for (const std::string_view article : {"il ", "la ", "l'"}) {
    if (words.starts_with(article)) words.remove_prefix(article.size());
  }
  // The letterhead is what stands before a bar or a dash.
  for (const std::string_view sign : {" | ", " - "}) {
    words = words.substr(0, std::min(words.find(sign), words.size()));
  }
  return is_name(words) && std::ranges::any_of(kBeginnings, [&](std::string_view beginning) {
           return begins_like(words, beginning);
         });
}

}  // namespace cifra
