// The rows of one document: put in, taken out. No transaction, no history: writer.h has those.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/store/database.h"
#include "core/store/record.h"

namespace cifra {

// The row in documents alone; copy_group 0 makes it the first of its own. Returns its number.
int64_t insert_document(const Database& database, const DocumentRecord& record, int64_t run,
                        int64_t copy_group);
void update_document(const Database& database, const DocumentRecord& record, int64_t run,
                     int64_t document);

// Everything that hangs on a document but its archive, places and history.
void insert_rows_of(const Database& database, const DocumentRecord& record, int64_t document);
void remove_rows_of(const Database& database, int64_t document);

// The number of a plugin's version, which is added when new.
int64_t plugin_number(const Database& database, const std::string& id, const std::string& version);

std::string json_array(const std::vector<std::string>& texts);

}  // namespace cifra
