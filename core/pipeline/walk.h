// Finds the files to read at and below the paths given. Links to folders are followed, each folder
// once; hidden files and folders are left alone.

#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/store/writer.h"

namespace cifra {

struct FoundFile {
  Place place;  // `modified` as the file system has it
  std::filesystem::path file() const { return place.full_path(); }
};

struct WalkProblem {
  Place place;
  std::string reason;  // plain words: "the folder cannot be read: permission denied"
};

struct Walk {
  std::vector<FoundFile> files;  // each once, in the order of their paths
  std::vector<WalkProblem> problems;
  std::vector<std::string> roots;  // what was walked, absolute, folders and files
  size_t others = 0;               // files that no reader takes
};

// `reads` says whether some reader takes a file of this name; a file given by name is taken anyway,
// so that its reader may say what is wrong with it.
Walk walk(const std::vector<std::filesystem::path>& paths,
          const std::function<bool(const std::filesystem::path&)>& reads);

}  // namespace cifra
