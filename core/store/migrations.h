// Brings a store's schema up to the version this program writes.

#pragma once

#include <filesystem>
#include <string_view>

#include "core/store/database.h"

namespace cifra {

// core/store/schema.sql, whole: what a new store is made of.
extern const std::string_view kSchemaSql;

// The PRAGMA user_version that schema.sql sets.
inline constexpr int kSchemaVersion = 2;

// Makes an empty file a store; runs the steps an older store lacks, all in one transaction. Throws
// StoreError for a store of a newer program and for a database that is none of ours.
void migrate(const Database& database, const std::filesystem::path& path);

// Throws StoreError unless the store is of this program's version.
void require_current_schema(const Database& database, const std::filesystem::path& path);

}  // namespace cifra
