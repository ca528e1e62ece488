#include "core/query/sentence_facts.h"

#include "core/text/utf8.h"

namespace cifra {
Quantity quantity_in(const Statement& row, int first) {
  return quantity_of(QuantityWords{row.view(first), row.view(first + 1), row.view(first + 2),
                                   row.view(first + 3), row.view(first + 4), row.view(first + 5),
                                   row.view(first + 6), row.view(first + 7)});
}

void each_document(const Database& database, std::optional<int64_t> document,
                   const std::function<void(const std::vector<FactSentence>&)>& use) {
  Statement rows = database.prepare(
      "SELECT f.document, f.passage, p.begin, p.\"end\", p.role, p.headings, p.text, f.number, "
      "f.begin, f.\"end\", coalesce(f.nature, ''), coalesce(f.time_from, ''), "
      "coalesce(f.time_to, ''), coalesce(f.place, ''), coalesce(f.per, ''), s.subject, "
      "f.table_id IS NOT NULL, " +
      std::string(kQuantityColumns) +
      " FROM facts f JOIN documents d ON d.id = f.document JOIN passages p ON p.id = f.passage "
      "JOIN fact_stems s ON s.fact = f.number WHERE d.state = 'current'" +
      (document ? " AND f.document = ?1" : "") + " ORDER BY f.document, f.begin");
  if (document) rows.bind(1, *document);
  std::vector<FactSentence> sentences;
  int64_t open_document = 0, passage = 0;
  while (rows.step()) {
    if (rows.integer(0) != open_document) {
      if (!sentences.empty()) use(sentences);
      sentences.clear();
      open_document = rows.integer(0);
      passage = 0;
    }
    if (rows.integer(1) != passage) {
      passage = rows.integer(1);
      sentences.push_back(
          {rows.integer(2), rows.integer(3), rows.text(4), rows.text(5), rows.text(6), {}});
    }
    FactSentence& sentence = sentences.back();
    SentenceFact fact;
    fact.number = rows.integer(7);
    fact.span = {bytes_of_code_points(sentence.text, rows.integer(8) - sentence.begin),
                 bytes_of_code_points(sentence.text, rows.integer(9) - sentence.begin)};
    fact.nature = rows.text(10);
    fact.time_from = rows.text(11);
    fact.time_to = rows.text(12);
    fact.place = rows.text(13);
    fact.per = rows.text(14);
    fact.subject_stems = rows.text(15);
    fact.cell = rows.integer(16) != 0;
    fact.quantity = quantity_in(rows, 17);
    sentence.facts.push_back(std::move(fact));
  }
  if (!sentences.empty()) use(sentences);
}

}  // namespace cifra
