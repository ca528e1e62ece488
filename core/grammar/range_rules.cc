// The rules of range.cc, with their examples.

#include <vector>

#include "core/grammar/rule.h"

namespace cifra {

std::span<const Rule> range_rules() {
  static const std::vector<Rule> rules = {
      {"range",
       "Two ends that share scale and unit.",
       {{"tra 10 e 15 milioni di persone", "10000000..15000000"},
        {"tra il 10 e il 15 per cento", "10..15 % percent"},
        {"tra il 10% e il 15%", "10..15 % percent"},
        {"fra i 3 e i 4 miliardi di euro", "3000000000..4000000000 EUR money"},
        {"dai 3 ai 4 miliardi di euro", "3000000000..4000000000 EUR money"},
        {"da 12 a 18 mesi", "12..18 mo duration"},
        {"dai 18 ai 25 anni", "18..25 a duration"},
        {"da 0 a 6 anni", "0..6 a duration"},
        {"12-18 mesi", "12..18 mo duration"},
        {"12 - 18 mesi", "12..18 mo duration"},
        {"10-15%", "10..15 % percent"},
        {"10–15 mila euro", "10000..15000 EUR money"},
        {"25-30mila assunzioni", "25000..30000"},
        {"50-\n60 litri", "50..60 L measure"},
        {"10 ÷ 15 km", "10..15 km measure"},
        {"due o tre anni", "2..3 a duration"},
        {"3 o 4 milioni di persone", "3000000..4000000"},
        {"uno o due giorni", "1..2 d duration"},
        {"da uno a tre mesi", "1..3 mo duration"},
        {"due-tre anni", "2..3 a duration"},
        {"8/10 posti", "8..10"},
        {"tra le 7.000 e le 8.000", "7000..8000"},
        {"tra 900 mila e 1,2 milioni di persone", "900000..1200000"},
        {"tra € 500 e € 1.000", "500..1000 EUR money"},
        {"da un minimo di 10 a un massimo di 20 milioni di euro", "10000000..20000000 EUR money"},
        {"i 15-24enni", "15..24 a duration"},
        {"da un terzo alla metà", "1/3..1/2 share"},
        {"dal 10 al 15 per cento", "10..15 % percent"},
        {"tra 1,02– 1,26 anni", "1.02..1.26 a duration"},
        {"200/400 litri", "200..400 L measure"},
        {"tra mille e duemila euro", "1000..2000 EUR money"}},
       {"10 e 15 milioni", "3/4 dei comuni", "2021-2027", "da sei mesi a tre anni", "5+3 milioni",
        "dal 10% al 15%", "passa da 12 a 18 unità", "raddoppiate da 4 a 8 unità"}},
  };
  return rules;
}

}  // namespace cifra
