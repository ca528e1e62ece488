#include "core/plugin/reader_process.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "core/document/archive.h"
#include "core/plugin/plugin_text.h"
#include "core/plugin/worker_frame.h"

namespace cifra {
namespace {

// A worker is replaced after so many documents: what libraries leak stays small.
constexpr int kDocumentsPerWorker = 200;
// For the worker to start, load its plugins and open the file; then the reader's own time runs.
constexpr std::chrono::seconds kTimeToStart{60};
constexpr uint64_t kLongestReason = 1 << 16;

std::string seconds_of(std::chrono::milliseconds time) {
  std::ostringstream text;
  text << static_cast<double>(time.count()) / 1000 << " s";
  return text.str();
}

}  // namespace

struct ReaderProcess::Impl {
  std::filesystem::path program;
  std::vector<std::string> arguments;
  ReaderLimits limits;

  pid_t child = -1;
  int socket = -1;
  int documents = 0;

  std::string asked;  // the plugin whose code ran last for this request
  bool out_of_memory = false;

  void start();
  void stop();  // at once
  std::string reap();
  std::string blame() const { return asked.empty() ? "the reader" : asked; }
  std::string memory_reason() const {
    return blame() + " needed more than " + amount_of(limits.memory) + " of memory";
  }
  bool send_request(const std::filesystem::path& file, std::string_view order);
  std::variant<std::string, ReadFailure> receive();
};

ReaderProcess::ReaderProcess(std::filesystem::path program,
                             std::vector<std::string> worker_arguments, ReaderLimits limits)
    : impl_(std::make_unique<Impl>()) {
  impl_->program = std::move(program);
  impl_->arguments = std::move(worker_arguments);
  impl_->limits = limits;
}

ReaderProcess::~ReaderProcess() { impl_->stop(); }

std::variant<Document, ReadFailure> ReaderProcess::read(const std::filesystem::path& file) {
  auto answer = work(file, {});
  if (auto* failure = std::get_if<ReadFailure>(&answer)) return std::move(*failure);
  try {
    return from_archive(std::get<std::string>(answer));
  } catch (const std::exception& error) {
    return ReadFailure{error.what()};
  }
}

std::variant<std::string, ReadFailure> ReaderProcess::work(const std::filesystem::path& file,
                                                           std::string_view order) {
  try {
    if (impl_->documents >= kDocumentsPerWorker) impl_->stop();
    // A worker that died since its last document is no fault of this one: a second try.
    for (int attempt = 0; attempt < 2; ++attempt) {
      if (impl_->child < 0) impl_->start();
      if (impl_->send_request(file, order)) return impl_->receive();
      impl_->stop();
    }
    return ReadFailure{"the reader process ends before it is asked anything"};
  } catch (const std::exception& error) {
    impl_->stop();
    return ReadFailure{error.what()};
  }
}

void ReaderProcess::Impl::start() {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
    throw std::system_error(errno, std::generic_category(), "the reader process has no socket");
  }
  std::vector<std::string> words = {program.string()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);

  // What readers print is not for the user: libraries complain about every odd file.
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  const int error = posix_spawn(&child, program.c_str(), &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  if (error != 0) {
    close(ends[0]);
    child = -1;
    throw std::system_error(error, std::generic_category(),
                            "the reader process " + program.string() + " cannot be started");
  }
  socket = ends[0];
  documents = 0;
}

void ReaderProcess::Impl::stop() {
  if (child < 0) return;
  kill(child, SIGKILL);
  reap();
}

// Waits for the worker's end and says how it came.
std::string ReaderProcess::Impl::reap() {
  close(std::exchange(socket, -1));
  int status = 0;
  rusage usage{};
  while (wait4(child, &status, 0, &usage) < 0 && errno == EINTR) {
  }
  child = -1;
  // C libraries end the process when memory runs out; what it had by then tells.
  const uint64_t peak = static_cast<uint64_t>(usage.ru_maxrss) * 1024;
  if (out_of_memory || peak >= limits.memory / 10 * 9) return memory_reason();
  if (WIFSIGNALED(status)) {
    const int number = WTERMSIG(status);
    return blame() + " crashed (signal " + std::to_string(number) + ", " + strsignal(number) + ")";
  }
  return blame() + " ended the reader process (exit code " + std::to_string(WEXITSTATUS(status)) +
         ")";
}

bool ReaderProcess::Impl::send_request(const std::filesystem::path& file, std::string_view order) {
  asked.clear();
  out_of_memory = false;
  ++documents;
  const std::string path = file.empty() ? "" : std::filesystem::absolute(file).string();
  const WorkerRequest request{limits.memory, limits.output, path.size()};
  std::string bytes(reinterpret_cast<const char*>(&request), sizeof request);
  bytes += path;
  bytes += order;
  return write_frame(socket, {FrameKind::kRequest, 0, bytes.size()}, bytes);
}

std::variant<std::string, ReadFailure> ReaderProcess::Impl::receive() {
  Deadline deadline = std::chrono::steady_clock::now() + kTimeToStart;
  // Words cost more in a Document than in what a reader pushed.
  const uint64_t longest = limits.output * 4 + (uint64_t{16} << 20);
  while (true) {
    FrameHeader header;
    std::string bytes;
    FrameResult result = read_bytes(socket, &header, sizeof header, deadline);
    if (result == FrameResult::kOk) {
      const bool is_document = header.kind == FrameKind::kDocument;
      if (header.size > (is_document ? longest : kLongestReason)) {
        stop();
        return ReadFailure{blame() + " gave more than " + amount_of(limits.output), true};
      }
      bytes.resize(static_cast<size_t>(header.size));
      result = read_bytes(socket, bytes.data(), bytes.size(), deadline);
    }
    if (result == FrameResult::kLate) {
      stop();
      return ReadFailure{asked.empty() ? "the reader process does not start"
                                       : asked + " took longer than " + seconds_of(limits.time),
                         !asked.empty()};
    }
    if (result == FrameResult::kClosed) {
      std::string reason = reap();
      return ReadFailure{std::move(reason), true};
    }

    if (header.kind == FrameKind::kAsked) {
      if (asked.empty()) deadline = std::chrono::steady_clock::now() + limits.time;
      asked = std::move(bytes);
    } else if (header.kind == FrameKind::kOutOfMemory) {
      out_of_memory = true;
    } else {
      if (header.retire != 0) stop();
      if (header.kind == FrameKind::kDocument) return bytes;
      if (out_of_memory) return ReadFailure{memory_reason(), true};
      return ReadFailure{std::move(bytes), header.kind == FrameKind::kFault};
    }
  }
}

}  // namespace cifra
