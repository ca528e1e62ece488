// `cifra plugin check PATH`: does a plugin hold its promises, on its own examples and on documents
// nobody would write?

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>

#include "core/packs/pack.h"
#include "core/plugin/registry.h"
#include "tools/cifra/conformance.h"
#include "tools/cifra/isolated.h"
#include "tools/cifra/output.h"
#include "tools/cifra/plugin_verbs.h"

namespace cifra::command {
namespace {

struct Options {
  std::filesystem::path path, examples;
  bool update = false;
  std::optional<Format> format;
};

bool is_plugin_file(const std::filesystem::path& path) {
  return path.extension() == ".so" || path.extension() == ".toml";
}

// The plugins at a path: the file itself, or those of a plugin's folder and its build folder.
std::vector<std::filesystem::path> plugins_at(const std::filesystem::path& path) {
  if (!std::filesystem::is_directory(path)) return {path};
  std::vector<std::filesystem::path> files;
  for (const std::filesystem::path& folder : {path, path / "build"}) {
    if (!std::filesystem::is_directory(folder)) continue;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      if (is_plugin_file(entry.path())) files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::filesystem::path examples_of(const std::filesystem::path& plugin) {
  const std::filesystem::path folder = std::filesystem::absolute(plugin).parent_path();
  const std::filesystem::path beside = folder / "examples";
  return std::filesystem::exists(beside) ? beside : folder.parent_path() / "examples";
}

// Loading a pack holds each rule to its examples: a row each, and one for each fault.
std::vector<CheckRow> check_pack(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  const std::string toml(std::istreambuf_iterator<char>(stream), {});
  const auto loaded = load_pack(toml, file.filename().string());
  std::vector<CheckRow> rows;
  if (const auto* faults = std::get_if<PackFaults>(&loaded)) {
    for (const std::string& reason : faults->reasons) rows.push_back({"loads", reason});
    return rows;
  }
  rows.push_back({"loads", ""});
  for (const PackRule& rule : std::get<Pack>(loaded).rules) {
    for (const std::string& yes : rule.yes) rows.push_back({rule.name + " finds: " + yes, ""});
    for (const std::string& no : rule.no) rows.push_back({rule.name + " leaves: " + no, ""});
  }
  return rows;
}

// A plugin of an id that another one has is not the one that runs, or keeps the other from it.
void say_twins(const Environment& environment, const std::filesystem::path& path) {
  constexpr unsigned kSeconds = 20;
  const Outcome outcome = run_isolated(
      [&] {
        std::string lines;
        const Registry alone({path}), others(environment.plugin_folders);
        for (const PluginInfo& plugin : alone.plugins()) {
          for (const PluginInfo& other : others.plugins()) {
            std::error_code error;
            const bool same = std::filesystem::equivalent(plugin.path, other.path, error);
            if (plugin.id != other.id || same) continue;
            lines += "the id " + plugin.id + " is taken by " + other.path.string() + " (" +
                     other.summary + "): of the two only one is loaded; choose another id\n";
          }
        }
        return lines;
      },
      kSeconds);
  std::istringstream lines(outcome.output);
  for (std::string line; std::getline(lines, line);) say(line);
}

int check(const Environment& environment, const Options& options) {
  if (!std::filesystem::exists(options.path)) {
    say(options.path.string() + " is not there");
    return kWrongUse;
  }
  const std::vector<std::filesystem::path> plugins = plugins_at(options.path);
  if (plugins.empty()) {
    say("no plugin in " + options.path.string() + " or its folder build: build it first");
    return kWrongUse;
  }
  RowPrinter printer(format_for_output(options.format),
                     {{"plugin"}, {"check", false, true}, {"result"}, {"why", false, true}},
                     std::cout, terminal_of_output());
  size_t failed = 0, passed = 0;
  for (const std::filesystem::path& plugin : plugins) {
    const CheckRequest request{
        plugin, options.examples.empty() ? examples_of(plugin) : options.examples, options.update};
    const Promise promise = promise_of(plugin);
    std::vector<CheckRow> rows = {{"loads", promise.fault}};
    if (plugin.extension() == ".toml") rows = check_pack(plugin);
    if (promise.fault.empty()) say_twins(environment, plugin);
    const auto add = [&](std::vector<CheckRow> more) {
      rows.insert(rows.end(), more.begin(), more.end());
    };
    if (promise.extracts) add(check_extractor(request));
    if (promise.reads) add(check_reader(request, environment));
    for (const CheckRow& row : rows) {
      const std::string name = plugin.filename().string();
      const std::string result = row.fault.empty() ? "passed" : "failed";
      const nlohmann::ordered_json json = {
          {"plugin", name},
          {"check", row.check},
          {"result", result},
          {"why",
           row.fault.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(row.fault)}};
      printer.row(json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace),
                  {name, row.check, result, row.fault});
      ++(row.fault.empty() ? passed : failed);
    }
  }
  printer.finish();
  say(std::to_string(passed) + " checks passed, " + std::to_string(failed) + " failed");
  return failed == 0 ? kDone : kDoneWithFailures;
}

}  // namespace

void add_plugin_check(CLI::App& plugin, const Environment& environment, Run& run) {
  CLI::App* verb = plugin.add_subcommand("check", "run a plugin's examples and a conformance run");
  auto options = std::make_shared<Options>();
  verb->add_option("path", options->path, "a plugin's library, a pack, or the folder of one")
      ->required()
      ->type_name("PATH");
  verb->add_option("--examples", options->examples,
                   "the folder of its examples; else `examples` beside it or above it")
      ->type_name("FOLDER");
  verb->add_flag("--update", options->update, "write what is found into the examples");
  add_format_option(*verb, options->format);
  verb->footer("Example: cifra plugin check press-release");
  verb->callback([options, &environment, &run] {
    run = [options, &environment] { return check(environment, *options); };
  });
}

}  // namespace cifra::command
