// NAME.meta.json beside NAME.ext: what a person says of a document goes before what a program
// found. A wrong file costs a warning, never the document.

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "core/pipeline/metadata.h"

namespace cifra {
namespace {

constexpr std::uintmax_t kLargest = 1 << 20;  // bytes; more is no note on a document

bool is_iso_date(std::string_view text) {
  if (text.size() != 10) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
  }
  const int month = std::stoi(std::string(text.substr(5, 2)));
  const int day = std::stoi(std::string(text.substr(8, 2)));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

class Sidecar {
 public:
  Sidecar(Document& document, std::filesystem::path path)
      : document_(document), path_(std::move(path)) {}

  void apply_file() {
    std::error_code error;
    if (std::filesystem::file_size(path_, error) > kLargest && !error) {
      complain("is larger than 1 MB; it should hold a few words");
      return;
    }
    std::ifstream stream(path_, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    if (!stream && bytes.empty()) {
      complain("cannot be read; check its permissions");
      return;
    }
    apply(bytes);
  }

  void apply(std::string_view bytes) {
    nlohmann::json json;
    try {
      json = nlohmann::json::parse(bytes);
    } catch (const nlohmann::json::parse_error& failure) {
      complain("is not valid JSON at byte " + std::to_string(failure.byte) +
               R"(; write it as {"title": "…", "published_on": "2021-01-20"})");
      return;
    }
    if (!json.is_object()) {
      complain(R"(holds no JSON object; write it as {"title": "…", "published_on": "2021-01-20"})");
      return;
    }
    take(json, "title", document_.metadata.title);
    take(json, "issuer", document_.metadata.issuer);
    take(json, "url", document_.metadata.url);
    std::string date;
    take(json, "published_on", date);
    if (is_iso_date(date)) {
      document_.metadata.published_on = date;
    } else if (!date.empty()) {
      complain("has published_on \"" + date + "\"; write the date as 2021-01-20");
    }
  }

 private:
  void take(const nlohmann::json& json, const char* key, std::string& field) {
    const auto found = json.find(key);
    if (found == json.end() || found->is_null()) return;
    if (!found->is_string()) {
      complain(std::string("has a ") + key + " that is no text; put it in quotation marks");
      return;
    }
    field = found->get<std::string>();
  }

  void complain(const std::string& what) {
    document_.warnings.push_back(path_.filename().string() + " " + what);
  }

  Document& document_;
  std::filesystem::path path_;
};

}  // namespace

bool apply_sidecar(Document& document, const std::filesystem::path& file) {
  const std::filesystem::path path = sidecar_of(file);
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return false;
  Sidecar(document, path).apply_file();
  return true;
}

void apply_sidecar_text(Document& document, std::string_view bytes, std::string_view name) {
  Sidecar(document, name).apply(bytes);
}

std::filesystem::path sidecar_of(const std::filesystem::path& file) {
  std::filesystem::path path = file;
  return path.replace_extension(".meta.json");
}

}  // namespace cifra
