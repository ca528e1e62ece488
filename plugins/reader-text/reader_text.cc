// Reads plain text in UTF-8, UTF-16, UTF-32, Windows-1252 and ISO-8859-15. No byte is lost in
// silence: what stands for no character becomes U+FFFD, with a warning that counts the places.

#include <cifra_plugin.hpp>

#include "plugins/common/encoding.h"

namespace {

using namespace cifra::plugin;

// CR LF, CR, NEL, vertical tab and form feed are line ends.
std::string with_line_feeds(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\r') {
      out += '\n';
      i += text.substr(i + 1).starts_with('\n') ? 1 : 0;
    } else if (c == '\v' || c == '\f') {
      out += '\n';
    } else if (text.substr(i).starts_with("\xC2\x85")) {
      out += '\n';
      ++i;
    } else {
      out += c;
    }
  }
  return out;
}

class TextReader : public Reader {
 public:
  static constexpr const char* kMediaTypes = "text/plain";
  static constexpr const char* kExtensions = ".txt,.text,.md";

  static uint32_t sniff(std::string_view head, std::string_view) {
    return cifra::looks_binary(head) ? 0 : 20;
  }

  void read(std::string_view bytes, std::string_view, Sink& sink) override {
    if (cifra::looks_binary(bytes)) throw Unsupported("it is no text: it holds binary data");
    const cifra::Encoding encoding = cifra::detect_encoding(bytes);
    const cifra::Decoded decoded = cifra::decode(bytes, encoding);
    if (decoded.unknown > 0) {
      sink.warning("Read as " + encoding.name + "; " + cifra::unknown_places(decoded.unknown));
    }
    sink.verbatim(with_line_feeds(decoded.text));
  }
};

}  // namespace

CIFRA_PLUGIN("reader-text", "1.0.0", "Plain text in UTF-8, UTF-16, Windows-1252 and ISO-8859-15",
             TextReader)
