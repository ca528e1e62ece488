// Pairs of tables whose cells under the same heads differ. Two tables that differ in cell after
// cell are of two times or two things, whatever their heads say: a contradiction is an exception
// among what agrees.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/store/database.h"

namespace cifra {

class RivalTables {
 public:
  // `key`: what cells of one thing share, in SQL over facts f and fact_stems s. `database` must
  // outlive this.
  RivalTables(const Database& database, std::string_view key);

  // A cell of one and a cell of the other differ. Tables are named by tables.id.
  void add(int64_t left, int64_t right);

  // To be asked when all are added.
  bool are_of_two_things(int64_t left, int64_t right);

 private:
  using Cells = std::unordered_map<std::string, std::string>;  // values by key

  const Cells& cells_of(int64_t table);

  Statement cells_;
  std::map<std::pair<int64_t, int64_t>, size_t> differing_;
  std::map<std::pair<int64_t, int64_t>, bool> known_;
  std::map<int64_t, Cells> read_;
};

}  // namespace cifra
