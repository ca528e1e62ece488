#include "core/plugin/worker_frame.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/types.h>

#include <algorithm>
#include <cerrno>

namespace cifra {
namespace {

bool write_bytes(int socket, const void* data, size_t size) {
  const char* next = static_cast<const char*>(data);
  while (size > 0) {
    const ssize_t written = send(socket, next, size, MSG_NOSIGNAL);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    next += written;
    size -= static_cast<size_t>(written);
  }
  return true;
}

}  // namespace

bool write_frame(int socket, const FrameHeader& header, std::string_view bytes) {
  return write_bytes(socket, &header, sizeof header) &&
         write_bytes(socket, bytes.data(), bytes.size());
}

FrameResult read_bytes(int socket, void* data, size_t size, Deadline deadline) {
  char* next = static_cast<char*>(data);
  while (size > 0) {
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0) return FrameResult::kLate;
    pollfd waiting{socket, POLLIN, 0};
    const int ready =
        poll(&waiting, 1, static_cast<int>(std::min<int64_t>(left.count(), 1'000'000)));
    if (ready < 0 && errno != EINTR) return FrameResult::kClosed;
    if (ready <= 0) continue;
    const ssize_t received = recv(socket, next, size, 0);
    if (received < 0 && errno == EINTR) continue;
    if (received <= 0) return FrameResult::kClosed;
    next += received;
    size -= static_cast<size_t>(received);
  }
  return FrameResult::kOk;
}

}  // namespace cifra
