#include "plugins/reader-html/dom.h"

#include <algorithm>
#include <memory>

namespace cifra::html {
namespace {

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z'); }

}  // namespace

std::string_view name_of(const xmlNode* node) {
  if (!is_element(node)) return {};
  const std::string_view name = view(node->name);
  const size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool has_attribute(const xmlNode* node, const char* name) {
  return xmlHasProp(node, reinterpret_cast<const xmlChar*>(name)) != nullptr;
}

std::string attribute(const xmlNode* node, const char* name) {
  const std::unique_ptr<xmlChar, void (*)(void*)> value(
      xmlGetProp(node, reinterpret_cast<const xmlChar*>(name)), [](void* text) { xmlFree(text); });
  return std::string(view(value.get()));
}

std::string_view content_of(const xmlNode* text) { return view(text->content); }

std::string words_of(const xmlNode* node) {
  std::string words;
  for (const xmlNode* at = node; at != nullptr; at = next_node(at, node, false)) {
    if (!is_text(at)) {
      if (is(at, "br") || is(at, "p") || is(at, "div") || is(at, "li")) words += ' ';
      continue;
    }
    for (const char c : content_of(at)) words += is_space(c) ? ' ' : c;
  }
  words.erase(
      std::unique(words.begin(), words.end(), [](char a, char b) { return a == ' ' && b == ' '; }),
      words.end());
  return trimmed(words);
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = is_upper(c) ? static_cast<char>(c + 32) : c;
  return out;
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return std::string(text);
}

std::vector<std::string> name_words(const xmlNode* node) {
  const std::string names =
      attribute(node, "class") + ' ' + attribute(node, "id") + ' ' + attribute(node, "role");
  std::vector<std::string> words(1);
  for (size_t i = 0; i < names.size(); ++i) {
    const bool camel =
        i > 0 && is_upper(names[i]) && is_letter(names[i - 1]) && !is_upper(names[i - 1]);
    if ((!is_letter(names[i]) || camel) && !words.back().empty()) words.emplace_back();
    if (is_letter(names[i])) words.back() += lower_case(names.substr(i, 1));
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

const xmlNode* next_node(const xmlNode* node, const xmlNode* root, bool skip) {
  if (!skip && is_element(node) && node->children != nullptr) return node->children;
  while (node != root && node->next == nullptr) node = node->parent;
  return node == root ? nullptr : node->next;
}

}  // namespace cifra::html
