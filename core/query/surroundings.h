// What stands around a candidate's figure: its sentence word by word, and the passages beside it.

#pragma once

#include "core/query/ranking.h"
#include "core/store/database.h"
#include "core/text/stems.h"

namespace cifra {

class SurroundingReader {
 public:
  // Both must outlive this.
  SurroundingReader(const Database& database, const Stemmer& stemmer);

  Surrounding read(const Candidate& candidate);

 private:
  const Stemmer& stemmer_;
  Statement passage_, others_, neighbours_;
};

}  // namespace cifra
