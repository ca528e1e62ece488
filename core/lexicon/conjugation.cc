#include "core/lexicon/conjugation.h"

#include "core/lexicon/word_list.h"

namespace cifra {
namespace {

std::string_view endings_of(Conjugation conjugation) {
  switch (conjugation) {
    case Conjugation::kAre:
      return "a ano ava avano o arono era eranno erebbe erebbero are ar arsi arne arlo arla ando "
             "andosi ato ata ati ate i ino asse assero iamo ante anti";
    case Conjugation::kEre:
      return "e ono eva evano ette ettero erono era eranno erebbe erebbero ere er ersi erne erlo "
             "erla endo endosi uto uta uti ute a ano esse essero iamo ente enti";
    case Conjugation::kIre:
      return "isce iscono iva ivano i irono ira iranno irebbe irebbero ire ir irsi irne irlo irla "
             "endo endosi ito ita iti ite isca iscano isse issero iamo";
    case Conjugation::kUrre:
      return "uce ucono uceva ucevano usse ussero urra urranno urrebbe urrebbero urre ursi urne "
             "urlo urla ucendo ucendosi otto otta otti otte uca ucano ucesse ucessero uciamo";
    case Conjugation::kForms:
      return "";
  }
  return "";
}

}  // namespace

std::vector<std::string> forms_of(std::string_view stem, Conjugation conjugation) {
  std::vector<std::string> forms;
  if (conjugation == Conjugation::kForms) {
    forms.emplace_back(stem);
    return forms;
  }
  for_each_word(endings_of(conjugation), [&](std::string_view ending) {
    std::string form(stem);
    // taglia + erà: the i of a stem in -i swallows that of the ending (tagliamo, tagli).
    if (!form.empty() && form.back() == 'i' && ending.front() == 'i') form.pop_back();
    forms.push_back(form.append(ending));
  });
  return forms;
}

}  // namespace cifra
