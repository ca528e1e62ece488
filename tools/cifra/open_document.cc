#include "tools/cifra/open_document.h"

#include "core/pipeline/metadata.h"
#include "tools/cifra/output.h"

namespace cifra::command {

std::vector<std::string> reader_worker_arguments() { return {kReaderWorkerVerb}; }

bool is_there(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::exists(std::filesystem::symlink_status(path, error))) return true;
  say(path.string() + ": there is no such file or folder");
  return false;
}

std::variant<Document, ReadFailure> open_document(const Environment& environment,
                                                  const std::filesystem::path& file) {
  ReaderProcess reader(environment.program, reader_worker_arguments(), ReaderLimits{});
  std::variant<Document, ReadFailure> read = reader.read(file);
  if (auto* document = std::get_if<Document>(&read)) {
    complete_metadata(*document, file.filename().string());
    apply_sidecar(*document, file);
  }
  return read;
}

}  // namespace cifra::command
