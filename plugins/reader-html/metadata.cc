#include "plugins/reader-html/metadata.h"

#include <array>
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "plugins/reader-html/dom.h"

namespace cifra::html {
namespace {

using nlohmann::json;

// Names of meta elements, the more telling first.
constexpr std::array<std::string_view, 5> kTitles = {"og:title", "citation_title", "dc.title",
                                                     "dcterms.title", "twitter:title"};
constexpr std::array<std::string_view, 9> kIssuers = {
    "og:site_name",      "dc.publisher", "dcterms.publisher", "citation_publisher", "publisher",
    "article:publisher", "dc.creator",   "dcterms.creator",   "application-name"};
constexpr std::array<std::string_view, 12> kDates = {"article:published_time",
                                                     "og:published_time",
                                                     "citation_publication_date",
                                                     "dcterms.issued",
                                                     "dc.date.issued",
                                                     "dcterms.created",
                                                     "dc.date.created",
                                                     "dc.date",
                                                     "dcterms.date",
                                                     "publication_date",
                                                     "date",
                                                     "datepublished"};
// JSON-LD types that describe the page itself.
constexpr std::array<std::string_view, 8> kPageTypes = {
    "NewsArticle", "Article",           "BlogPosting",  "Report",
    "WebPage",     "GovernmentService", "PressRelease", "TechArticle"};

// Between the title and the site's name.
constexpr std::array<std::string_view, 6> kPartings = {" | ", " - ", " – ", " — ", " :: ", ": "};

std::string string_in(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? trimmed(found->get<std::string>()) : "";
}

// The name of a publisher: an object, a list of them, or the name itself.
std::string name_in(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return "";
  const json& value = found->is_array() && !found->empty() ? found->front() : *found;
  if (value.is_string()) return trimmed(value.get<std::string>());
  return value.is_object() ? string_in(value, "name") : "";
}

bool is_page_type(const json& object) {
  const auto found = object.find("@type");
  if (found == object.end()) return false;
  const auto known = [](const json& type) {
    if (!type.is_string()) return false;
    const std::string name = type.get<std::string>();
    for (const std::string_view page_type : kPageTypes) {
      if (name == page_type) return true;
    }
    return false;
  };
  if (!found->is_array()) return known(*found);
  for (const json& type : *found) {
    if (known(type)) return true;
  }
  return false;
}

void fill(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

void take_json_ld(const json& value, PageMetadata& metadata, int depth = 0) {
  constexpr int kDeepest = 8;
  if (depth > kDeepest) return;
  if (value.is_array()) {
    for (const json& part : value) take_json_ld(part, metadata, depth + 1);
  } else if (value.is_object()) {
    if (is_page_type(value)) {
      fill(metadata.title, string_in(value, "headline"));
      fill(metadata.published_on, date_of(string_in(value, "datePublished")));
      fill(metadata.issuer, name_in(value, "publisher"));
    }
    if (const auto graph = value.find("@graph"); graph != value.end()) {
      take_json_ld(*graph, metadata, depth + 1);
    }
  }
}

template <size_t kSize>
std::string first_of(const std::map<std::string, std::string>& metas,
                     const std::array<std::string_view, kSize>& names) {
  for (const std::string_view name : names) {
    const auto found = metas.find(std::string(name));
    if (found != metas.end() && !found->second.empty()) return found->second;
  }
  return "";
}

// "Titolo - Ministero della Salute" without the site's name, where the page says how it is called.
std::string without_site(std::string title, const std::string& site) {
  if (site.empty()) return title;
  for (const std::string_view parting : kPartings) {
    const std::string tail = std::string(parting) + site;
    const std::string head = site + std::string(parting);
    if (title.ends_with(tail)) return title.substr(0, title.size() - tail.size());
    if (title.starts_with(head)) return title.substr(head.size());
  }
  return title;
}

// "Istat" of "Movimento turistico | Istat" where the first part is the title.
std::string site_in(const std::string& title_element, const std::string& title) {
  if (title.empty() || !title_element.starts_with(title)) return "";
  for (const std::string_view parting : kPartings) {
    const size_t end = title.size() + parting.size();
    if (title_element.size() > end && title_element.substr(title.size()).starts_with(parting)) {
      return title_element.substr(end);
    }
  }
  return "";
}

}  // namespace

std::string date_of(std::string_view text) {
  std::vector<std::string> numbers(1);
  for (const char c : text.substr(0, 10)) {
    if (c >= '0' && c <= '9') {
      numbers.back() += c;
    } else if (c == '-' || c == '/' || c == '.') {
      numbers.emplace_back();
    } else {
      break;
    }
  }
  if (numbers.size() == 1 && numbers[0].size() == 8) {
    numbers = {numbers[0].substr(0, 4), numbers[0].substr(4, 2), numbers[0].substr(6, 2)};
  }
  if (numbers.size() != 3) return "";
  if (numbers[2].size() == 4) std::swap(numbers[0], numbers[2]);
  if (numbers[0].size() != 4) return "";
  for (const size_t part : {1u, 2u}) {
    if (numbers[part].empty() || numbers[part].size() > 2) return "";
    if (numbers[part].size() == 1) numbers[part].insert(0, 1, '0');
  }
  if (numbers[0] < "1800" || numbers[1] < "01" || numbers[1] > "12" || numbers[2] < "01" ||
      numbers[2] > "31") {
    return "";
  }
  return numbers[0] + '-' + numbers[1] + '-' + numbers[2];
}

PageMetadata metadata_of(const xmlNode* root) {
  PageMetadata metadata;
  std::map<std::string, std::string> metas;
  std::string title_element, time_element;
  std::vector<std::string> headings;
  for (const xmlNode* node = root; node != nullptr; node = next_node(node, root, false)) {
    if (is(node, "meta")) {
      for (const char* key : {"property", "name", "itemprop"}) {
        const std::string name = lower_case(attribute(node, key));
        if (!name.empty()) metas.emplace(name, trimmed(attribute(node, "content")));
      }
    } else if (is(node, "script") && attribute(node, "type") == "application/ld+json" &&
               node->children != nullptr) {
      const json value = json::parse(content_of(node->children), nullptr, false, true);
      if (!value.is_discarded()) take_json_ld(value, metadata);
    } else if (is(node, "title") && title_element.empty()) {
      title_element = words_of(node);
    } else if (is(node, "h1")) {
      if (std::string words = words_of(node); !words.empty()) headings.push_back(std::move(words));
    } else if (is(node, "link") && attribute(node, "rel") == "canonical") {
      fill(metadata.url, trimmed(attribute(node, "href")));
    } else if (is(node, "time")) {
      const bool published = has_attribute(node, "pubdate") ||
                             attribute(node, "itemprop") == "datePublished" ||
                             attribute(node, "class").find("publish") != std::string::npos;
      if (published) fill(time_element, date_of(attribute(node, "datetime")));
    }
  }
  fill(metadata.issuer, first_of(metas, kIssuers));
  fill(metadata.title, first_of(metas, kTitles));
  if (headings.size() == 1) fill(metadata.title, headings.front());
  fill(metadata.title, title_element);
  metadata.title = without_site(metadata.title, first_of(metas, kIssuers));
  fill(metadata.issuer, site_in(title_element, metadata.title));
  for (const std::string_view name : kDates) {
    if (const auto found = metas.find(std::string(name)); found != metas.end()) {
      fill(metadata.published_on, date_of(found->second));
    }
  }
  fill(metadata.published_on, time_element);
  fill(metadata.url, metas.contains("og:url") ? metas["og:url"] : "");
  metadata.producer = metas.contains("generator") ? metas["generator"] : "";
  return metadata;
}

}  // namespace cifra::html
