#include "core/store/digest.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>
#include <stdexcept>
#include <vector>

namespace cifra {
namespace {

class Sha256 {
 public:
  Sha256() : context_(EVP_MD_CTX_new()) {
    require(context_ && EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1);
  }
  void add(const void* bytes, size_t size) {
    require(EVP_DigestUpdate(context_.get(), bytes, size) == 1);
  }
  std::string hex() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
    unsigned size = 0;
    require(EVP_DigestFinal_ex(context_.get(), digest.data(), &size) == 1);
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string result;
    for (unsigned i = 0; i < size; ++i) {
      result += kDigits[digest[i] >> 4];
      result += kDigits[digest[i] & 15];
    }
    return result;
  }

 private:
  static void require(bool done) {
    if (!done) throw std::runtime_error("OpenSSL could not compute a SHA-256");
  }
  struct Free {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  };
  std::unique_ptr<EVP_MD_CTX, Free> context_;
};

}  // namespace

std::string sha256(std::string_view bytes) {
  Sha256 hash;
  hash.add(bytes.data(), bytes.size());
  return hash.hex();
}

std::optional<std::string> sha256_of_file(const std::filesystem::path& file) {
  const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return std::nullopt;
  Sha256 hash;
  std::vector<char> buffer(size_t{1} << 18);
  for (;;) {
    const ssize_t got = read(descriptor, buffer.data(), buffer.size());
    if (got > 0) {
      hash.add(buffer.data(), static_cast<size_t>(got));
    } else if (got == 0) {
      close(descriptor);
      return hash.hex();
    } else if (errno != EINTR) {
      const int error = errno;
      close(descriptor);
      errno = error;
      return std::nullopt;
    }
  }
}

}  // namespace cifra
