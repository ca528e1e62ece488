#include "core/lexicon/change_word.h"

#include <deque>
#include <span>
#include <string>
#include <utility>

#include "core/lexicon/conjugation.h"
#include "core/lexicon/word_list.h"

namespace cifra {
namespace {

using enum ChangeWord;

struct VerbRow {
  ChangeWord word;
  Conjugation conjugation;
  std::string_view stems;
};
constexpr VerbRow kVerbs[] = {
    {kIncrease, Conjugation::kAre,
     "aument increment rialz innalz rincar balz rimbalz impenn lievit elev "
     "ampli gonfi acceler potenzi super"},
    {kIncrease, Conjugation::kEre, "cresc accresc estend espand"},
    {kDecrease, Conjugation::kAre,
     "cal ribass abbass arretr croll tagli decurt peggior dimagr declin "
     "sgonfi scem accorci"},
    {kDecrease, Conjugation::kEre, "decresc flett abbatt retroced"},
    {kDecrease, Conjugation::kIre, "diminu allegger rimpiccol affievol"},
    {kDecrease, Conjugation::kUrre, "rid"},
    {kLoss, Conjugation::kEre, "perd ced"},
    {kGain, Conjugation::kAre, "guadagn recuper"},
};

struct FormRow {
  ChangeWord word;
  std::string_view forms;
};
constexpr FormRow kForms[] = {
    {kIncrease,
     "avanza avanzano avanzava avanzato avanzata migliora migliorano migliorato migliorata "
     "migliorati "
     "maggiorato maggiorata maggiorati maggiorate maggiorare crebbe crebbero cresciuto cresciuta "
     "cresciuti cresciute crescente crescenti sale salgono "
     "saliva salivano sali salirono salira saliranno salire salendo salito salita saliti salite "
     "salga salgano risale risalgono risalita risalito risaliti estende esteso estesa progredisce "
     "progrediscono progredito espanso espansa"},
    {kDecrease,
     "scende scendono scendeva scendevano scese scesero scendera scenderanno scendere scendendo "
     "sceso scesa scesi scenda scendano discende discendono flesso flessa contrae contraggono "
     "contratto contratta contratti contratte contraeva contrarra ridusse decresciuto"},
    {kLoss, "perso persa persi perse perduto perduti perduta perdute lascia lasciano"},
    {kIncreasePlace,
     "superiore superiori maggiore maggiori alto alta alti alte elevato elevata elevati elevate "
     "lungo lunga lunghi lunghe caro cara cari care grande grandi ampio ampia"},
    {kDecreasePlace,
     "inferiore inferiori minore minori basso bassa bassi basse breve brevi corto corta ridotto "
     "piccolo piccola economico"},
};

constexpr FormRow kNouns[] = {
    {kIncrease,
     "aumento aumenti incremento incrementi crescita crescite rialzo rialzi rincaro rincari balzo "
     "balzi salita espansione progresso progressione impennata impennate rimbalzo rimbalzi "
     "miglioramento maggiorazione maggiorazioni ampliamento innalzamento accrescimento boom "
     "lievitazione accelerazione allungamento"},
    {kDecrease,
     "calo cali diminuzione diminuzioni riduzione riduzioni decremento decrementi flessione "
     "flessioni contrazione contrazioni crollo crolli taglio tagli ribasso ribassi arretramento "
     "discesa caduta decurtazione decurtazioni abbattimento perdita decrescita abbassamento "
     "peggioramento assottigliamento accorciamento"},
};

struct Forms {
  std::deque<std::string> made;  // those the tables do not hold
  WordMap<ChangeWord> map;
};

const Forms& forms() {
  static const Forms all = [] {
    Forms found;
    const auto take = [&found](std::span<const FormRow> rows) {
      for (const FormRow& row : rows) {
        for_each_word(row.forms, [&](std::string_view form) { found.map.emplace(form, row.word); });
      }
    };
    take(kNouns);
    for (const VerbRow& row : kVerbs) {
      for_each_word(row.stems, [&](std::string_view stem) {
        for (std::string& form : forms_of(stem, row.conjugation)) {
          found.map.emplace(found.made.emplace_back(std::move(form)), row.word);
        }
      });
    }
    take(kForms);
    return found;
  }();
  return all;
}

}  // namespace

ChangeWord change_word(std::string_view folded) {
  const auto found = forms().map.find(folded);
  return found == forms().map.end() ? kNone : found->second;
}

std::vector<std::string_view> change_words() { return forms().map.words(); }

bool is_change_noun(std::string_view folded) {
  static const WordMap<bool> nouns = [] {
    WordMap<bool> made;
    for (const FormRow& row : kNouns) {
      for_each_word(row.forms, [&](std::string_view form) { made.emplace(form, true); });
    }
    return made;
  }();
  return nouns.contains(folded);
}

}  // namespace cifra
