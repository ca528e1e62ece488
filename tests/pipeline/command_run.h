// Runs the built `cifra` with limits, and kills it when told to.

#pragma once

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fcntl.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/paths.h"

namespace cifra {

struct CommandRun {
  std::filesystem::path errors;  // a file for what it says
  rlim_t largest_file = RLIM_INFINITY;

  pid_t start(const std::vector<std::string>& arguments) const {
    const pid_t child = fork();
    if (child != 0) return child;
    const int said = open(errors.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600);
    dup2(said, STDERR_FILENO);
    dup2(said, STDOUT_FILENO);
    const rlimit limit{largest_file, largest_file};
    if (largest_file != RLIM_INFINITY) {
      signal(SIGXFSZ, SIG_IGN);
      setrlimit(RLIMIT_FSIZE, &limit);
    }
    std::vector<char*> argv;
    std::string program = build_folder() / "cifra";
    argv.push_back(program.data());
    std::vector<std::string> copies = arguments;
    for (std::string& argument : copies) argv.push_back(argument.data());
    argv.push_back(nullptr);
    execv(program.c_str(), argv.data());
    _exit(127);
  }

  // The exit code, or −1 when a signal ended it.
  static int wait(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  int run(const std::vector<std::string>& arguments) const { return wait(start(arguments)); }

  std::string said() const {
    std::ifstream stream(errors);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
};

}  // namespace cifra
