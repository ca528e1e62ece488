// `cifra plugin new NAME`: a working plugin from a template, in a folder of its own.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <iostream>
#include <stdexcept>

#include "tools/cifra/output.h"
#include "tools/cifra/plugin_template.h"
#include "tools/cifra/plugin_verbs.h"

namespace cifra::command {
namespace {

struct Options {
  std::string name;
  std::string kind = "extractor";
  std::filesystem::path folder;  // empty: ./NAME
};

// "my-plugin" as "my_plugin" and as "MyPlugin".
std::string snake_case(std::string name) {
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

std::string camel_case(std::string_view name) {
  std::string out;
  bool upper = true;
  for (const char c : name) {
    if (c == '-') {
      upper = true;
      continue;
    }
    out += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    upper = false;
  }
  return out;
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
  return text;
}

std::string renamed(std::string_view text, const Options& options) {
  const std::string old = "template-" + options.kind;
  std::string out = replaced(std::string(text), old, options.name);
  out = replaced(std::move(out), snake_case(old), snake_case(options.name));
  return replaced(std::move(out), camel_case(old), camel_case(options.name));
}

bool is_plugin_name(std::string_view name) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  return !name.empty() && name.size() <= 64 && name.front() >= 'a' && name.front() <= 'z' &&
         name.back() != '-' && std::all_of(name.begin(), name.end(), fits);
}

void write_file(const std::filesystem::path& path, const std::string& bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  file.close();
  if (!file) throw std::runtime_error(path.string() + " cannot be written");
}

// Where CMake finds this Cifra: its build folder, or the prefix it is installed in.
std::filesystem::path package_of(const Environment& environment) {
  const std::filesystem::path beside = environment.program.parent_path();
  return std::filesystem::exists(beside / "cifra-config.cmake") ? beside : beside.parent_path();
}

// The template's file with the plugin's name; a CMakeLists.txt looks for this Cifra first, so that
// no option has to say where it is.
std::string made_from(const TemplateFile& file, const Environment& environment,
                      const Options& options) {
  return replaced(
      renamed(file.bytes, options), "find_package(cifra REQUIRED)",
      "find_package(cifra REQUIRED HINTS \"" + package_of(environment).string() + "\")");
}

int make(const Environment& environment, const Options& options) {
  if (!is_plugin_name(options.name)) {
    say("\"" + options.name +
        "\" is no plugin name: lower case letters, digits and hyphens, a "
        "letter first, as in press-release");
    return kWrongUse;
  }
  const std::filesystem::path folder =
      options.folder.empty() ? std::filesystem::path(options.name) : options.folder;
  if (std::filesystem::exists(folder)) {
    say(folder.string() + " is there already: choose another name, or another --folder");
    return kWrongUse;
  }
  for (const TemplateFile& file : template_files()) {
    if (file.kind != options.kind) continue;
    write_file(folder / renamed(file.path, options), made_from(file, environment, options));
  }
  std::cout << folder.string() << '\n';
  const std::string place = folder.string();
  if (options.kind == "pack") {
    say("made " + place + "; check it with: cifra plugin check " + place);
  } else {
    say("made " + place + "; build and test it with:\n  cmake -S " + place + " -B " + place +
        "/build\n  cmake --build " + place + "/build && ctest --test-dir " + place +
        "/build --output-on-failure");
  }
  return kDone;
}

}  // namespace

void add_plugin_new(CLI::App& plugin, const Environment& environment, Run& run) {
  CLI::App* verb = plugin.add_subcommand("new", "make a working plugin from a template");
  auto options = std::make_shared<Options>();
  std::vector<std::string> kinds;
  for (const TemplateFile& file : template_files()) {
    const std::string kind(file.kind);
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) kinds.push_back(kind);
  }
  verb->add_option("name", options->name, "the plugin's name, as in press-release")
      ->required()
      ->type_name("NAME");
  verb->add_option("--kind", options->kind,
                   "what it is: extractor (makes facts), reader (reads a "
                   "kind of file), pack (rules without a compiler)")
      ->check(CLI::IsMember(kinds))
      ->type_name("KIND")
      ->capture_default_str();
  verb->add_option("--folder", options->folder, "where to put it, instead of ./NAME")
      ->type_name("FOLDER");
  verb->footer("Example: cifra plugin new press-release");
  verb->callback([options, &environment, &run] {
    run = [options, &environment] { return make(environment, *options); };
  });
}

}  // namespace cifra::command
