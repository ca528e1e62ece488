#include "tools/cifra/isolated.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <exception>
#include <system_error>

namespace cifra::command {
namespace {

constexpr char kReturned = 'r', kThrew = 't';

void write_all(int out, const std::string& bytes) {
  for (size_t written = 0; written < bytes.size();) {
    const ssize_t count = write(out, bytes.data() + written, bytes.size() - written);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return;
    written += static_cast<size_t>(count);
  }
}

[[noreturn]] void run_child(const std::function<std::string()>& step, unsigned seconds, int out) {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  signal(SIGALRM, SIG_DFL);
  alarm(seconds);
  std::string answer;
  try {
    answer = kReturned + step();
  } catch (const std::exception& error) {
    answer = kThrew + std::string(error.what());
  }
  write_all(out, answer);
  _exit(0);
}

}  // namespace

Outcome run_isolated(const std::function<std::string()>& step, unsigned seconds) {
  int ends[2];
  if (pipe(ends) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
  const pid_t child = fork();
  if (child < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (child == 0) {
    close(ends[0]);
    run_child(step, seconds, ends[1]);
  }
  close(ends[1]);
  std::string answer;
  char buffer[65536];
  while (true) {
    const ssize_t count = read(ends[0], buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    answer.append(buffer, static_cast<size_t>(count));
  }
  close(ends[0]);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFSIGNALED(status)) {
    const int number = WTERMSIG(status);
    if (number == SIGALRM) {
      return {"", "it took longer than " + std::to_string(seconds) + " s", true};
    }
    return {"", "it crashed (signal " + std::to_string(number) + ", " + strsignal(number) + ")"};
  }
  if (answer.empty()) return {"", "it ended the process"};
  const std::string rest = answer.substr(1);
  return answer.front() == kReturned ? Outcome{rest, ""} : Outcome{"", rest};
}

}  // namespace cifra::command
