#include "core/pipeline/plugin_parts.h"

#include <gtest/gtest.h>

#include "core/plugin/worker_frame.h"

namespace cifra {
namespace {

// Bytes as printf of a shell writes them.
std::string escaped(std::string_view bytes) {
  std::string words;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    words += '\\';
    words += {static_cast<char>('0' + (byte >> 6)), static_cast<char>('0' + (byte >> 3 & 7)),
              static_cast<char>('0' + (byte & 7))};
  }
  return words;
}

// A worker whose answer is no record: a plugin may have written to the socket.
TEST(PluginParts, AnAnswerThatIsNoRecordCostsItsDocument) {
  for (const std::string& answer : {std::string("nonsense"), std::string(200, '\x7F')}) {
    const FrameHeader header{FrameKind::kDocument, 0, answer.size()};
    std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
    bytes += answer;
    const Registry registry{{}};
    const IngestParts parts =
        parts_of(registry, "/bin/sh", {"-c", "printf '" + escaped(bytes) + "' >&0; cat >/dev/null"},
                 ReaderLimits());
    const auto made = parts.new_worker()({"/dev/null", "", {"hash", "a.txt", ""}});
    const auto* failure = std::get_if<ReadFailure>(&made);
    ASSERT_NE(failure, nullptr);
    EXPECT_NE(failure->reason.find("the record of a document"), std::string::npos)
        << failure->reason;
  }
}

}  // namespace
}  // namespace cifra
