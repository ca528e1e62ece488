#include "core/store/database.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <utility>

#include "core/store/migrations.h"

namespace cifra {
namespace {

constexpr int kBusyMilliseconds = 5'000;

std::string remedy_for(int code) {
  switch (code & 0xff) {
    case SQLITE_FULL:
      return "the disk is full; nothing half-written was kept: free some space and run it again";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "another program is writing to it; wait for it to end and run this again";
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return "it may not be written; check the permissions of the file and of its folder";
    case SQLITE_CANTOPEN:
      return "it cannot be opened; check that its folder is there and may be written";
    case SQLITE_NOTADB:
      return "the file is not a store of Cifra; give another path with --store";
    case SQLITE_CORRUPT:
      return "the file is damaged; restore a copy, or delete it and ingest the folders again";
    case SQLITE_IOERR:
      return "reading or writing it failed; check the disk (full, or over a size limit?) and run "
             "it "
             "again";
    case SQLITE_TOOBIG:
      return "the document is too large for it";
    case SQLITE_NOMEM:
      return "not enough memory";
    default:
      return "";
  }
}

// `opened` names a file that could not be opened: SQLite does not know its name then.
[[noreturn]] void throw_error(sqlite3* handle, int code, const std::string& opened = {}) {
  const char* name = handle && opened.empty() ? sqlite3_db_filename(handle, "main") : nullptr;
  std::string message = "store";
  if (!opened.empty()) message += " " + opened;
  if (name && *name) message += " " + std::string(name);
  const std::string remedy = remedy_for(code);
  message += ": " + (remedy.empty() ? std::string("internal error") : remedy);
  message +=
      " (SQLite: " + std::string(handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code)) + ")";
  const int primary = code & 0xff;
  const bool refused = primary == SQLITE_TOOBIG || primary == SQLITE_CONSTRAINT;
  throw StoreError(refused ? StoreError::Cause::kRefused : StoreError::Cause::kNotDone, message);
}

void check(sqlite3* handle, int code) {
  if (code != SQLITE_OK) throw_error(handle, code);
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

void Statement::fail() const {
  sqlite3* handle = sqlite3_db_handle(statement_.get());
  throw_error(handle, sqlite3_extended_errcode(handle));
}

Statement& Statement::bind(int index, std::string_view text) {
  if (sqlite3_bind_text64(statement_.get(), index, text.data() ? text.data() : "", text.size(),
                          SQLITE_TRANSIENT, SQLITE_UTF8) != SQLITE_OK) {
    fail();
  }
  return *this;
}

Statement& Statement::bind(int index, int64_t integer) {
  if (sqlite3_bind_int64(statement_.get(), index, integer) != SQLITE_OK) fail();
  return *this;
}

Statement& Statement::bind(int index, double real) {
  if (sqlite3_bind_double(statement_.get(), index, real) != SQLITE_OK) fail();
  return *this;
}

Statement& Statement::bind(int index, std::nullptr_t) {
  if (sqlite3_bind_null(statement_.get(), index) != SQLITE_OK) fail();
  return *this;
}

Statement& Statement::bind_blob(int index, std::string_view bytes) {
  if (sqlite3_bind_blob64(statement_.get(), index, bytes.data() ? bytes.data() : "", bytes.size(),
                          SQLITE_TRANSIENT) != SQLITE_OK) {
    fail();
  }
  return *this;
}

Statement& Statement::bind_or_null(int index, std::string_view text) {
  return text.empty() ? bind(index, nullptr) : bind(index, text);
}

Statement& Statement::bind_or_null(int index, std::optional<int64_t> integer) {
  return integer ? bind(index, *integer) : bind(index, nullptr);
}

Statement& Statement::bind_if_asked(int index, int64_t integer) {
  return index <= sqlite3_bind_parameter_count(statement_.get()) ? bind(index, integer) : *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  sqlite3* handle = sqlite3_db_handle(statement_.get());
  const int extended = sqlite3_extended_errcode(handle);
  try {
    throw_error(handle, extended);
  } catch (...) {
    sqlite3_reset(statement_.get());
    throw;
  }
}

void Statement::run() {
  while (step()) {
  }
  reset();
}

void Statement::reset() {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
}

int Statement::columns() const { return sqlite3_column_count(statement_.get()); }

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

double Statement::real(int column) const { return sqlite3_column_double(statement_.get(), column); }

std::string Statement::text(int column) const { return std::string(view(column)); }

std::string_view Statement::view(int column) const {
  const void* data = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return data ? std::string_view(static_cast<const char*>(data), static_cast<size_t>(size))
              : std::string_view();
}

namespace {

// Whether a store that no program has open can be read but not written: SQLite would make files
// beside one in WAL mode even to read it, and may leave them there in the reader's name.
bool is_settled_and_read_only(const std::filesystem::path& path) {
  // What a killed writer left has to be played back first.
  for (const char* beside : {"-wal", "-journal"}) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path.string() + beside, error);
    if (!error && size > 0) return false;
  }
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
  const auto writable = [](const std::filesystem::path& place) {
    return faccessat(AT_FDCWD, place.c_str(), W_OK, AT_EACCESS) == 0;
  };
  return !writable(path) || !writable(folder);
}

std::string immutable_uri(const std::filesystem::path& path) {
  std::string uri = "file:";
  for (const char c : path.string()) {
    if (c == '%' || c == '?' || c == '#') {
      constexpr std::string_view kHex = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(c);
      uri.append({'%', kHex[byte >> 4], kHex[byte & 15]});
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

}  // namespace

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

Database::Database(const std::filesystem::path& path, Mode mode) : path_(path) {
  if (mode != Mode::kCreate && !std::filesystem::exists(path)) {
    throw StoreError(StoreError::Cause::kNotThere,
                     "store " + path.string() +
                         ": there is no such file; make it with `cifra ingest PATH --store FILE`");
  }
  if (std::filesystem::is_directory(path)) {
    throw StoreError(StoreError::Cause::kNotThere,
                     "store " + path.string() +
                         ": a folder, not a file; give the store's own path with --store");
  }
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  if (mode == Mode::kCreate) flags |= SQLITE_OPEN_CREATE;
  std::string name = path.string();
  if (mode == Mode::kRead) {
    flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (is_settled_and_read_only(path)) {
      flags |= SQLITE_OPEN_URI;
      name = immutable_uri(std::filesystem::absolute(path));
    }
  }
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &handle, flags, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) throw_error(handle, code, path.string());
  sqlite3_busy_timeout(handle, kBusyMilliseconds);
  execute("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;");
  if (mode == Mode::kRead) {
    // Pages straight from the file's mapping: a search touches thousands, and copying them cost a
    // fifth of its time in a store of a million facts.
    execute("PRAGMA mmap_size = 1073741824;");
    require_current_schema(*this, path);
    return;
  }
  migrate(*this, path);
  execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
  writes_ = true;
}

Database::~Database() {
  // At rest a store is one file that anyone who may read it can open. Fails, which is well, while
  // another connection is open: the last one to close does it.
  if (handle_ && writes_) {
    sqlite3_exec(handle_.get(), "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
  }
}

Statement Database::prepare(std::string_view sql) const {
  Statement result;
  sqlite3_stmt* statement = nullptr;
  check(handle_.get(), sqlite3_prepare_v2(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                          &statement, nullptr));
  result.statement_.reset(statement);
  return result;
}

void Database::execute(const std::string& sql) const {
  check(handle_.get(), sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr));
}

int64_t Database::last_row() const { return sqlite3_last_insert_rowid(handle_.get()); }

int64_t Database::changes() const { return sqlite3_changes64(handle_.get()); }

Transaction::Transaction(const Database& database) : database_(database) {
  database_.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (!open_) return;
  // A full disk may already have rolled back; then there is nothing left to undo.
  sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  database_.execute("COMMIT");
  open_ = false;
}

}  // namespace cifra
