// SQLite as the store needs it: connections, statements and transactions that release what they
// hold, errors as exceptions that say what to do about them.

#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace cifra {

// What went wrong with a store, in words for its user.
class StoreError : public std::runtime_error {
 public:
  enum class Cause {
    kNotThere,  // no such file, or no store in it
    kRefused,   // one row is too large or against the schema; the store is well
    kNotDone,   // disk full, locked, damaged, of a newer program
  };
  StoreError(Cause cause, const std::string& message)
      : std::runtime_error(message), cause_(cause) {}
  Cause cause() const { return cause_; }

 private:
  Cause cause_;
};

// A prepared statement. Texts given to bind() are copied.
class Statement {
 public:
  Statement() = default;

  Statement& bind(int index, std::string_view text);
  Statement& bind(int index, int64_t integer);
  Statement& bind(int index, double real);
  Statement& bind(int index, std::nullptr_t);
  Statement& bind_blob(int index, std::string_view bytes);
  // NULL where the text is empty, the optional is.
  Statement& bind_or_null(int index, std::string_view text);
  Statement& bind_or_null(int index, std::optional<int64_t> integer);

  // Binds where the statement has a parameter of this number, as "?3".
  Statement& bind_if_asked(int index, int64_t integer);

  bool step();  // whether there is a row
  void run();   // steps to the end and makes the statement ready for the next binding
  void reset();

  int columns() const;
  bool is_null(int column) const;
  int64_t integer(int column) const;
  double real(int column) const;
  std::string text(int column) const;       // "" for NULL
  std::string_view view(int column) const;  // until the next step; of a text or a blob

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  [[noreturn]] void fail() const;

  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

// One connection; not to be used by two threads at once.
class Database {
 public:
  enum class Mode { kRead, kWrite, kCreate };

  // Opens the store at `path`, brings an older schema up to date when writing, and with kCreate
  // makes it where it is not. Throws StoreError.
  Database(const std::filesystem::path& path, Mode mode);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  Statement prepare(std::string_view sql) const;
  void execute(const std::string& sql) const;  // one or more statements without rows
  int64_t last_row() const;
  int64_t changes() const;
  sqlite3* handle() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };

  std::filesystem::path path_;
  std::unique_ptr<sqlite3, Close> handle_;
  bool writes_ = false;
};

// Rolls back unless committed. Takes the write lock at once.
class Transaction {
 public:
  explicit Transaction(const Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit();

 private:
  const Database& database_;
  bool open_ = true;
};

}  // namespace cifra
