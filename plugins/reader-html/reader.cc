// Reads web pages: their main text as headings, paragraphs, lists and tables, and what their head
// says of title, issuer and date. What a script would have built is not there and not read.

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

#include <cifra_plugin.hpp>
#include <climits>
#include <memory>
#include <string>

#include "plugins/reader-html/blocks.h"
#include "plugins/reader-html/charset.h"
#include "plugins/reader-html/dom.h"
#include "plugins/reader-html/main_text.h"
#include "plugins/reader-html/metadata.h"

namespace cifra::html {
namespace {

using plugin::Failure;
using plugin::Sink;
using plugin::Unsupported;

using Tree = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;

Tree parse(const std::string& page) {
  if (page.size() > INT_MAX) throw Failure("the page is longer than 2 GB");
  return {htmlReadMemory(page.data(), static_cast<int>(page.size()), nullptr, "UTF-8",
                         HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                             HTML_PARSE_NONET | HTML_PARSE_COMPACT),
          &xmlFreeDoc};
}

const xmlNode* body_of(const xmlNode* root) {
  for (const xmlNode* child = root->children; child != nullptr; child = child->next) {
    if (is(child, "body")) return child;
  }
  return root;
}

void push_metadata(const PageMetadata& metadata, Sink& sink) {
  const std::pair<const char*, const std::string&> fields[] = {
      {"title", metadata.title},
      {"issuer", metadata.issuer},
      {"published_on", metadata.published_on},
      {"url", metadata.url},
      {"producer", metadata.producer}};
  for (const auto& [key, value] : fields) {
    if (!value.empty()) sink.metadata(key, value);
  }
}

class HtmlReader : public plugin::Reader {
 public:
  static constexpr const char* kMediaTypes = "text/html,application/xhtml+xml";
  static constexpr const char* kExtensions = ".html,.htm,.xhtml";

  static uint32_t sniff(std::string_view head, std::string_view file_name) {
    if (looks_binary(head)) return 0;
    const std::string start = lower_case(head);
    for (const std::string_view sure : {"<!doctype html", "<html", "<head", "<body"}) {
      if (start.find(sure) != std::string::npos) return 90;
    }
    const std::string name = lower_case(file_name);
    const bool named =
        name.ends_with(".html") || name.ends_with(".htm") || name.ends_with(".xhtml");
    if (start.find('<') != std::string::npos && start.find('>') != std::string::npos) {
      return named ? 60 : 10;
    }
    return named ? 30 : 0;
  }

  void read(std::string_view bytes, std::string_view, Sink& sink) override {
    const Decoded page = decode_page(bytes);
    const Tree tree = parse(page.text);
    const xmlNode* root = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
    if (root == nullptr) throw Unsupported("it is no web page: no element in it");
    push_metadata(metadata_of(root), sink);
    if (page.unknown > 0) sink.warning(unknown_places(page.unknown));
    const xmlNode* body = body_of(root);
    if (push_blocks(find_main_text(body), sink) > 0) return;
    // Everything looked like page furniture: better the whole page than nothing.
    MainText whole;
    whole.root = body;
    if (push_blocks(whole, sink) == 0) {
      throw Failure("the page holds no text; a script may have to build it in a browser");
    }
  }
};

}  // namespace
}  // namespace cifra::html

CIFRA_PLUGIN("reader-html", "1.0.0", "Web pages: main text, headings, lists, tables, metadata",
             cifra::html::HtmlReader)
