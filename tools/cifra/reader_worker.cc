// `cifra reader-worker`: the other side of ReaderProcess. Not for people, and hidden from the help.

#include <CLI/CLI.hpp>

#include "core/pipeline/document_work.h"
#include "tools/cifra/verb.h"

namespace cifra::command {

void add_reader_worker(CLI::App& app, const Environment& environment, Run& run) {
  auto folders = std::make_shared<std::vector<std::string>>();
  CLI::App* verb = app.add_subcommand("reader-worker", "read files for another cifra process");
  verb->group("");
  verb->add_option("--plugins", *folders, "a folder of plugins, instead of the usual ones");
  verb->callback([folders, &environment, &run] {
    run = [folders, &environment] {
      std::vector<std::filesystem::path> paths(folders->begin(), folders->end());
      return run_reader_worker(paths.empty() ? environment.plugin_folders : paths, document_work());
    };
  });
}

}  // namespace cifra::command
