// Runs a step in a process of its own: what a plugin breaks there is reported, not suffered.

#pragma once

#include <functional>
#include <string>

namespace cifra::command {

struct Outcome {
  std::string output;  // what the step returned
  std::string fault;   // "it crashed (signal 11, Segmentation fault)"; empty where it returned
  bool late = false;   // the fault is that it took too long
};

// `step` may throw: its message is the fault. Ends it after `seconds`.
Outcome run_isolated(const std::function<std::string()>& step, unsigned seconds);

}  // namespace cifra::command
