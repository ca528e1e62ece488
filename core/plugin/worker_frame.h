// What host and reader worker say to each other over a socket: frames of a header and bytes.

#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace cifra {

enum class FrameKind : uint32_t {
  kRequest = 1,      // host: WorkerRequest, the file's path, the order
  kAsked = 2,        // worker: the plugin whose code runs next
  kOutOfMemory = 3,  // worker: memory ran out; the document may still come
  kDocument = 4,     // worker: an archive, or what was ordered; ends the request
  kFailure = 5,      // worker: the reason; ends the request
  kFault = 6,        // the same, where the reader is to blame
};

struct FrameHeader {
  FrameKind kind{};
  uint32_t retire = 0;  // worker: start a fresh one for the next document
  uint64_t size = 0;    // bytes that follow
};

struct WorkerRequest {
  uint64_t memory = 0;  // ReaderLimits
  uint64_t output = 0;
  uint64_t path_size = 0;
};

enum class FrameResult { kOk, kClosed, kLate };

using Deadline = std::chrono::steady_clock::time_point;

// Whether all of it was written; a peer that is gone raises no signal.
bool write_frame(int socket, const FrameHeader& header, std::string_view bytes);

// Fills `data`, waiting until `deadline` at most.
FrameResult read_bytes(int socket, void* data, size_t size, Deadline deadline);

}  // namespace cifra
