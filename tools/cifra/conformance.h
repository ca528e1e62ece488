// What every plugin is held to, and the plugin's own examples. Each check of an extractor runs in a
// process of its own, so that one that crashes or hangs is a line of the report.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tools/cifra/verb.h"

namespace cifra::command {

struct CheckRow {
  std::string check;  // "example: a call that grants"
  std::string fault;  // empty where it passed
};

struct CheckRequest {
  std::filesystem::path library;
  std::filesystem::path examples;  // a folder; need not be there
  bool update = false;             // write what is found into the examples
};

std::vector<CheckRow> check_extractor(const CheckRequest& request);
std::vector<CheckRow> check_reader(const CheckRequest& request, const Environment& environment);

// Whether the library loads, and what it brings. Nothing else of a plugin is safe to look at in
// this process.
struct Promise {
  std::string fault;
  bool reads = false, extracts = false;
  std::vector<std::string> extensions;
};
Promise promise_of(const std::filesystem::path& library);

}  // namespace cifra::command
