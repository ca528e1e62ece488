#include "tools/cifra/document_formats.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

#include "core/layout/list_marker.h"
#include "core/text/utf8.h"
#include "tools/cifra/json_parts.h"
#include "tools/cifra/table_formats.h"

namespace cifra::command {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view name_of(BlockRole role) {
  switch (role) {
    case BlockRole::kParagraph:
      return "paragraph";
    case BlockRole::kHeading:
      return "heading";
    case BlockRole::kListItem:
      return "list_item";
    case BlockRole::kCaption:
      return "caption";
    case BlockRole::kNote:
      return "note";
    case BlockRole::kPageHeader:
      return "page_header";
    case BlockRole::kPageFooter:
      return "page_footer";
    case BlockRole::kTable:
      return "table";
  }
  return "paragraph";
}

// An item's words without its bullet; numbers and letters are kept, they may be referred to.
std::string_view without_bullet(std::string_view item) {
  const auto marker = list_marker(item);
  if (marker && marker->kind == MarkerKind::kBullet) item.remove_prefix(marker->size);
  return item;
}

Json index_of(uint32_t index) { return index == kNoIndex ? Json(nullptr) : Json(index); }

class JsonWriter {
 public:
  explicit JsonWriter(const Document& document)
      : document_(document), line_(document.text), word_(document.text), block_(document.text) {}

  Json document() {
    const Metadata& metadata = document_.metadata;
    Json out;
    out["title"] = metadata.title;
    out["issuer"] = metadata.issuer;
    out["published_on"] = metadata.published_on;
    out["url"] = metadata.url;
    out["media_type"] = metadata.media_type;
    out["producer"] = metadata.producer;
    out["warnings"] = document_.warnings;
    out["text"] = document_.text;
    out["pages"] = Json::array();
    for (size_t i = 0; i < document_.pages.size(); ++i) {
      const Page& page = document_.pages[i];
      out["pages"].push_back({{"page", i + 1}, {"width", page.width}, {"height", page.height}});
    }
    out["blocks"] = Json::array();
    for (const Block& block : document_.blocks) out["blocks"].push_back(json_block(block));
    out["tables"] = Json::array();
    for (const Table& table : document_.tables) out["tables"].push_back(json_table(table));
    return out;
  }

 private:
  static void put(Json& out, CodePointCounter& counter, Span span) {
    out["start"] = counter.at(span.begin);
    out["end"] = counter.at(span.end);
  }

  Json json_block(const Block& block) {
    Json out;
    out["role"] = name_of(block.role);
    out["level"] = block.level;
    out["page"] = json_page(block.page);
    put(out, block_, block.span);
    out["text"] = document_.of(block.span);
    out["heading"] = index_of(block.heading);
    out["lead"] = index_of(block.lead);
    out["table"] = index_of(block.table);
    if (document_.lines.empty()) return out;
    out["lines"] = Json::array();
    while (next_line_ < document_.lines.size() &&
           document_.lines[next_line_].span.begin < block.span.end) {
      out["lines"].push_back(json_line(document_.lines[next_line_++]));
    }
    return out;
  }

  Json json_line(const Line& line) {
    Json out;
    put(out, line_, line.span);
    out["page"] = json_page(line.page);
    out["box"] = json_of(line.box);
    out["words"] = Json::array();
    while (next_word_ < document_.words.size() &&
           document_.words[next_word_].span.begin < line.span.end) {
      const Word& word = document_.words[next_word_++];
      Json json;
      put(json, word_, word.span);
      json["text"] = document_.of(word.span);
      json["box"] = json_of(word.box);
      out["words"].push_back(std::move(json));
    }
    return out;
  }

  Json json_table(const Table& table) {
    Json out;
    out["caption"] = index_of(table.caption);
    out["notes"] = table.notes;
    out["rows"] = table.rows;
    out["columns"] = table.columns;
    out["head_rows"] = table.head_rows;
    out["head_columns"] = table.head_columns;
    out["confidence"] = std::round(static_cast<double>(table.confidence) * 1000) / 1000;
    out["cells"] = Json::array();
    CodePointCounter counter(document_.text);
    for (const Cell& cell : table.cells) {
      Json json;
      json["row"] = cell.row;
      json["column"] = cell.column;
      json["row_span"] = cell.row_span;
      json["column_span"] = cell.column_span;
      json["head"] = cell.head;
      json["text"] = document_.of(cell.span);
      put(json, counter, cell.span);
      json["page"] = json_page(cell.page);
      json["box"] = cell.page == kNoIndex ? Json(nullptr) : json_of(cell.box);
      out["cells"].push_back(std::move(json));
    }
    return out;
  }

  const Document& document_;
  CodePointCounter line_, word_, block_;
  size_t next_line_ = 0, next_word_ = 0;
};

}  // namespace

void write_text(const Document& document, std::ostream& out) {
  out << document.text;
  if (!document.text.ends_with('\n')) out << '\n';
}

void write_markdown(const Document& document, std::ostream& out) {
  bool in_list = false;
  for (const Block& block : document.blocks) {
    const bool item = block.role == BlockRole::kListItem;
    const std::string_view words = document.of(block.span);
    const std::string text = escaped_markdown(flat(item ? without_bullet(words) : words));
    if (in_list && !item) out << '\n';
    in_list = item;
    switch (block.role) {
      case BlockRole::kHeading:
        out << std::string(std::clamp<size_t>(block.level, 1, 6), '#') << ' ' << text << "\n\n";
        break;
      case BlockRole::kListItem:
        out << std::string(size_t{2} * block.level, ' ') << "- " << text << '\n';
        break;
      case BlockRole::kCaption:
        out << "*" << text << "*\n\n";
        break;
      case BlockRole::kNote:
        out << "> " << text << "\n\n";
        break;
      case BlockRole::kPageHeader:
      case BlockRole::kPageFooter:
        out << "<!-- " << name_of(block.role) << ": " << flat(document.of(block.span))
            << " -->\n\n";
        break;
      case BlockRole::kTable:
        if (block.table < document.tables.size()) {
          write_markdown_table(document, document.tables[block.table], out);
          out << '\n';
        }
        break;
      default:
        out << text << "\n\n";
    }
  }
}

void write_html(const Document& document, std::ostream& out) {
  out << "<!DOCTYPE html>\n<html lang=\"it\">\n<head><meta charset=\"utf-8\"><title>"
      << escaped_html(document.metadata.title) << "</title></head>\n<body>\n";
  size_t open_lists = 0;
  for (const Block& block : document.blocks) {
    const bool item = block.role == BlockRole::kListItem;
    const size_t wanted = item ? size_t{block.level} + 1 : 0;
    for (; open_lists > wanted; --open_lists) out << "</ul>\n";
    for (; open_lists < wanted; ++open_lists) out << "<ul>\n";
    const std::string_view words = document.of(block.span);
    const std::string text = escaped_html(flat(item ? without_bullet(words) : words));
    std::string tag = "p", attributes;
    switch (block.role) {
      case BlockRole::kHeading:
        tag = "h" + std::to_string(std::clamp<int>(block.level, 1, 6));
        break;
      case BlockRole::kListItem:
        tag = "li";
        break;
      case BlockRole::kCaption:
        attributes = " class=\"caption\"";
        break;
      case BlockRole::kNote:
        tag = "aside";
        break;
      case BlockRole::kPageHeader:
        tag = "header";
        break;
      case BlockRole::kPageFooter:
        tag = "footer";
        break;
      case BlockRole::kTable:
        if (block.table < document.tables.size()) {
          write_html_table(document, document.tables[block.table], out);
        }
        continue;
      default:
        break;
    }
    out << '<' << tag << attributes << '>' << text << "</" << tag << ">\n";
  }
  for (; open_lists > 0; --open_lists) out << "</ul>\n";
  out << "</body>\n</html>\n";
}

void write_json(const Document& document, std::ostream& out) {
  const Json json = JsonWriter(document).document();
  out << json.dump(1, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace cifra::command
