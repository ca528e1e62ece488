#include "core/document/archive.h"

#include <zlib.h>

#include <bit>
#include <cmath>
#include <cstring>
#include <stdexcept>

#include "core/text/byte_fields.h"

namespace cifra {
namespace {

constexpr std::string_view kMagic = "CIFD";
constexpr uint64_t kVersion = 2;
constexpr int kEffort = 1;  // of zlib, 1 … 9: each further step costs more than it saves
constexpr uint64_t kLargest = uint64_t{4} << 30;
constexpr float kGrain = 100;  // coordinates are kept to a hundredth of a point

// The order of the fields is the format; writer and reader below mirror each other.
class Writer {
 public:
  void number(uint64_t value) { out_.number(value); }
  void difference(int64_t value) {
    number((static_cast<uint64_t>(value) << 1) ^ static_cast<uint64_t>(value >> 63));
  }
  void text(std::string_view value) { out_.text(value); }
  // Spans and coordinates as steps from the last one: most are small.
  void span(Span value) {
    difference(int64_t{value.begin} - int64_t{last_begin_});
    number(value.end - value.begin);
    last_begin_ = value.begin;
  }
  void coordinate(float value, int64_t& last) {
    const int64_t grains = std::llround(static_cast<double>(value) * kGrain);
    difference(grains - last);
    last = grains;
  }
  void box(const Box& value) {
    coordinate(value.x0, x_);
    coordinate(value.y0, y_);
    int64_t x1 = x_, y1 = y_;
    coordinate(value.x1, x1);
    coordinate(value.y1, y1);
  }
  void exact(float value) { number(std::bit_cast<uint32_t>(value)); }
  // Indices where kNoIndex is common.
  void index(uint32_t value) { number(value == kNoIndex ? 0 : uint64_t{value} + 1); }

  const std::string& bytes() const { return out_.bytes(); }

 private:
  ByteWriter out_;
  uint32_t last_begin_ = 0;
  int64_t x_ = 0, y_ = 0;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : in_(bytes, "archived document") {}

  uint64_t number() { return in_.number(); }
  int64_t difference() {
    const uint64_t value = number();
    return static_cast<int64_t>(value >> 1) ^ -static_cast<int64_t>(value & 1);
  }
  uint32_t small() { return static_cast<uint32_t>(number()); }
  uint16_t tiny() { return static_cast<uint16_t>(number()); }
  size_t count() { return in_.count(); }
  std::string text() { return std::string(in_.text()); }
  Span span() {
    const auto begin = static_cast<uint32_t>(int64_t{last_begin_} + difference());
    last_begin_ = begin;
    return {begin, begin + small()};
  }
  float coordinate(int64_t& last) {
    last += difference();
    return static_cast<float>(static_cast<double>(last) / kGrain);
  }
  Box box() {
    Box value;
    value.x0 = coordinate(x_);
    value.y0 = coordinate(y_);
    int64_t x1 = x_, y1 = y_;
    value.x1 = coordinate(x1);
    value.y1 = coordinate(y1);
    return value;
  }
  float exact() { return std::bit_cast<float>(small()); }
  uint32_t index() {
    const uint64_t value = number();
    return value == 0 ? kNoIndex : static_cast<uint32_t>(value - 1);
  }
  size_t position() const { return in_.position(); }
  bool at_end() const { return in_.at_end(); }

 private:
  ByteReader in_;
  uint32_t last_begin_ = 0;
  int64_t x_ = 0, y_ = 0;
};

void write_words(const Document& document, Writer& out) {
  out.number(document.words.size());
  for (const Word& word : document.words) {
    out.span(word.span);
    out.index(word.page);
    out.box(word.box);
    out.number(word.edge_count);
    out.number(word.style);
    int64_t last = std::llround(static_cast<double>(word.box.x0) * kGrain);
    for (uint32_t i = 0; i < word.edge_count; ++i) {
      out.coordinate(document.edges[word.first_edge + i], last);
    }
  }
}

void read_words(Reader& in, Document& document) {
  document.words.resize(in.count());
  for (Word& word : document.words) {
    word.span = in.span();
    word.page = in.index();
    word.box = in.box();
    word.edge_count = in.tiny();
    word.style = in.tiny();
    word.first_edge =
        word.edge_count > 0 ? static_cast<uint32_t>(document.edges.size()) : uint32_t{0};
    int64_t last = std::llround(static_cast<double>(word.box.x0) * kGrain);
    for (uint32_t i = 0; i < word.edge_count; ++i) document.edges.push_back(in.coordinate(last));
  }
}

void write_tables(const Document& document, Writer& out) {
  out.number(document.tables.size());
  for (const Table& table : document.tables) {
    out.span(table.span);
    out.index(table.caption);
    out.number(table.notes.size());
    for (const uint32_t note : table.notes) out.index(note);
    out.number(table.rows);
    out.number(table.columns);
    out.number(table.head_rows);
    out.number(table.head_columns);
    out.exact(table.confidence);
    out.number(table.cells.size());
    for (const Cell& cell : table.cells) {
      out.number(cell.row);
      out.number(cell.column);
      out.number(cell.row_span);
      out.number(cell.column_span);
      out.number(cell.head ? 1 : 0);
      out.span(cell.span);
      out.index(cell.page);
      out.box(cell.box);
    }
  }
}

void read_tables(Reader& in, Document& document) {
  document.tables.resize(in.count());
  for (Table& table : document.tables) {
    table.span = in.span();
    table.caption = in.index();
    table.notes.resize(in.count());
    for (uint32_t& note : table.notes) note = in.index();
    table.rows = in.tiny();
    table.columns = in.tiny();
    table.head_rows = in.tiny();
    table.head_columns = in.tiny();
    table.confidence = in.exact();
    table.cells.resize(in.count());
    for (Cell& cell : table.cells) {
      cell.row = in.tiny();
      cell.column = in.tiny();
      cell.row_span = in.tiny();
      cell.column_span = in.tiny();
      cell.head = in.number() != 0;
      cell.span = in.span();
      cell.page = in.index();
      cell.box = in.box();
    }
  }
}

void write_document(const Document& document, Writer& out) {
  out.text(document.text);
  const Metadata& metadata = document.metadata;
  for (const std::string* field :
       {&metadata.title, &metadata.issuer, &metadata.published_on, &metadata.url,
        &metadata.media_type, &metadata.producer, &metadata.reader}) {
    out.text(*field);
  }
  out.number(document.warnings.size());
  for (const std::string& warning : document.warnings) out.text(warning);
  out.number(document.pages.size());
  for (const Page& page : document.pages) {
    out.exact(page.width);
    out.exact(page.height);
    out.span(page.span);
  }
  out.number(document.styles.size());
  for (const Style& style : document.styles) {
    out.exact(style.font_size);
    out.number((style.bold ? 1u : 0u) | (style.italic ? 2u : 0u));
    out.number(style.rotation);
  }
  out.number(document.blocks.size());
  for (const Block& block : document.blocks) {
    out.number(static_cast<uint64_t>(block.role));
    out.number(block.level);
    out.span(block.span);
    out.index(block.page);
    out.index(block.heading);
    out.index(block.lead);
    out.index(block.table);
  }
  out.number(document.lines.size());
  for (const Line& line : document.lines) {
    out.span(line.span);
    out.index(line.page);
    out.box(line.box);
  }
  write_words(document, out);
  write_tables(document, out);
}

Document read_document(Reader& in) {
  Document document;
  document.text = in.text();
  Metadata& metadata = document.metadata;
  for (std::string* field :
       {&metadata.title, &metadata.issuer, &metadata.published_on, &metadata.url,
        &metadata.media_type, &metadata.producer, &metadata.reader}) {
    *field = in.text();
  }
  document.warnings.resize(in.count());
  for (std::string& warning : document.warnings) warning = in.text();
  document.pages.resize(in.count());
  for (Page& page : document.pages) {
    page.width = in.exact();
    page.height = in.exact();
    page.span = in.span();
  }
  document.styles.resize(in.count());
  for (Style& style : document.styles) {
    style.font_size = in.exact();
    const uint64_t flags = in.number();
    style.bold = (flags & 1) != 0;
    style.italic = (flags & 2) != 0;
    style.rotation = in.tiny();
  }
  document.blocks.resize(in.count());
  for (Block& block : document.blocks) {
    const uint64_t role = in.number();
    if (role > static_cast<uint64_t>(BlockRole::kTable)) {
      throw std::runtime_error("archived document: a block has an unknown role");
    }
    block.role = static_cast<BlockRole>(role);
    block.level = static_cast<uint8_t>(in.number());
    block.span = in.span();
    block.page = in.index();
    block.heading = in.index();
    block.lead = in.index();
    block.table = in.index();
  }
  document.lines.resize(in.count());
  for (Line& line : document.lines) {
    line.span = in.span();
    line.page = in.index();
    line.box = in.box();
  }
  read_words(in, document);
  read_tables(in, document);
  if (!in.at_end()) throw std::runtime_error("archived document: bytes are left at its end");
  return document;
}

// Every span must lie in the text and every index name something, or a later step would read
// outside.
bool is_sound(const Document& document) {
  const auto size = static_cast<uint32_t>(document.text.size());
  const auto inside = [size](Span span) { return span.begin <= span.end && span.end <= size; };
  const auto names = [](uint32_t index, size_t count) {
    return index == kNoIndex || index < count;
  };
  const size_t pages = document.pages.size(), blocks = document.blocks.size();
  for (const Page& page : document.pages) {
    if (!inside(page.span)) return false;
  }
  for (const Block& block : document.blocks) {
    if (!inside(block.span) || !names(block.page, pages) || !names(block.heading, blocks) ||
        !names(block.lead, blocks) || !names(block.table, document.tables.size())) {
      return false;
    }
  }
  for (const Line& line : document.lines) {
    if (!inside(line.span) || !names(line.page, pages)) return false;
  }
  for (const Word& word : document.words) {
    if (!inside(word.span) || !names(word.page, pages)) return false;
  }
  for (const Table& table : document.tables) {
    if (!inside(table.span) || !names(table.caption, blocks)) return false;
    for (const uint32_t note : table.notes) {
      if (!names(note, blocks)) return false;
    }
    for (const Cell& cell : table.cells) {
      if (!inside(cell.span) || !names(cell.page, pages)) return false;
    }
  }
  return true;
}

std::string unpacked(std::string_view packed, uint64_t size) {
  // zlib packs a thousandfold at most.
  if (size > kLargest || size > packed.size() * 1100 + 1024) {
    throw std::runtime_error("archived document: it claims a size it cannot have");
  }
  std::string plain(static_cast<size_t>(size), '\0');
  uLongf length = static_cast<uLongf>(size);
  const int status =
      uncompress(reinterpret_cast<Bytef*>(plain.data()), &length,
                 reinterpret_cast<const Bytef*>(packed.data()), static_cast<uLong>(packed.size()));
  if (status != Z_OK || length != size) {
    throw std::runtime_error("archived document: it is damaged");
  }
  return plain;
}

}  // namespace

std::string to_archive(const Document& document, Packing packing) {
  Writer writer;
  write_document(document, writer);
  const std::string& plain = writer.bytes();

  Writer head;
  head.number(kVersion);
  head.number(static_cast<uint64_t>(packing));
  head.number(plain.size());
  std::string out(kMagic);
  out += head.bytes();
  if (packing == Packing::kNone) return out += plain;
  uLongf packed = compressBound(static_cast<uLong>(plain.size()));
  const size_t begin = out.size();
  out.resize(begin + packed);
  const int status = compress2(reinterpret_cast<Bytef*>(out.data() + begin), &packed,
                               reinterpret_cast<const Bytef*>(plain.data()),
                               static_cast<uLong>(plain.size()), kEffort);
  if (status != Z_OK) throw std::runtime_error("archived document: it cannot be compressed");
  out.resize(begin + packed);
  return out;
}

void round_to_archive(Document& document) {
  const auto round = [](float& value) {
    value = static_cast<float>(
        static_cast<double>(std::llround(static_cast<double>(value) * kGrain)) / kGrain);
  };
  const auto round_box = [&](Box& box) {
    for (float* value : {&box.x0, &box.y0, &box.x1, &box.y1}) round(*value);
  };
  for (Word& word : document.words) round_box(word.box);
  for (Line& line : document.lines) round_box(line.box);
  for (Table& table : document.tables) {
    for (Cell& cell : table.cells) round_box(cell.box);
  }
  for (float& edge : document.edges) round(edge);
}

bool is_archive(std::string_view bytes) {
  static_assert(kVersion < 0x80);  // one byte
  return bytes.starts_with(kMagic) && bytes.size() > kMagic.size() &&
         static_cast<unsigned char>(bytes[kMagic.size()]) == kVersion;
}

Document from_archive(std::string_view bytes) {
  if (!bytes.starts_with(kMagic)) {
    throw std::runtime_error("archived document: it does not begin with " + std::string(kMagic));
  }
  Reader head(bytes.substr(kMagic.size()));
  const uint64_t version = head.number();
  if (version != kVersion) {
    throw std::runtime_error("archived document: its version is " + std::to_string(version) +
                             ", this program reads " + std::to_string(kVersion));
  }
  const uint64_t packing = head.number();
  const uint64_t size = head.number();
  const std::string_view body = bytes.substr(kMagic.size() + head.position());
  std::string plain;
  std::string_view content = body;
  if (packing == static_cast<uint64_t>(Packing::kCompressed)) {
    plain = unpacked(body, size);
    content = plain;
  } else if (packing != static_cast<uint64_t>(Packing::kNone) || size != body.size()) {
    throw std::runtime_error("archived document: it is damaged");
  }
  Reader reader(content);
  Document document = read_document(reader);
  if (!is_sound(document)) throw std::runtime_error("archived document: a span lies outside");
  return document;
}

}  // namespace cifra
