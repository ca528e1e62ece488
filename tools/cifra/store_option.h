// The option by which every verb finds its store.

#pragma once

#include <CLI/App.hpp>
#include <filesystem>

namespace cifra::command {

inline void add_store_option(CLI::App& verb, std::filesystem::path& store) {
  store = "facts.db";
  verb.add_option("--store", store, "the store, a SQLite file")
      ->type_name("FILE")
      ->capture_default_str();
}

}  // namespace cifra::command
