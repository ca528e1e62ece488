// The rules of proportion.cc, with their examples.

#include <vector>

#include "core/grammar/rule.h"

namespace cifra {

std::span<const Rule> proportion_rules() {
  static const std::vector<Rule> rules = {
      {"number.fraction",
       "A part in words.",
       {{"un terzo dei comuni", "1/3 share"},
        {"i due terzi", "2/3 share"},
        {"tre quarti dei comuni", "3/4 share"},
        {"la metà degli studenti", "1/2 share"},
        {"quasi metà", "1/2 share"},
        {"un quinto", "1/5 share"},
        {"un decimo del totale", "1/10 share"},
        {"i nove decimi della spesa", "9/10 share"},
        {"2 terzi del totale", "2/3 share"}},
       {"un terzo bando", "a metà strada", "due mezzi", "la prima metà", "terzo trimestre",
        "a metà 2020"}},
      {"number.fraction_sign",
       "A part as one sign.",
       {{"½ dei fondi", "1/2 share"}, {"circa ¾", "3/4 share"}},
       {"1,5"}},
      {"number.one_in",
       "One in so many, in words.",
       {{"uno su quattro", "1/4 share"},
        {"una donna su tre", "1/3 share"},
        {"un servizio su dieci", "1/10 share"},
        {"un italiano su 5", "1/5 share"}},
       {"7 su 10", "uno sguardo su Roma", "un voto su tremila"}},
      {"number.multiple",
       "How many times as much, in a word.",
       {{"il doppio", "2 multiple"},
        {"il triplo del 2015", "3 multiple"},
        {"oltre il doppio rispetto al 2019", "2 multiple"},
        {"sono raddoppiati", "2 multiple"},
        {"è quasi triplicato", "3 multiple"},
        {"si dimezza", "1/2 multiple"},
        {"dimezzare i tempi", "1/2 multiple"}},
       {"doppia sede", "il doppio binario", "a doppio turno", "il raddoppio della linea"}},
  };
  return rules;
}

}  // namespace cifra
