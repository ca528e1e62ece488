#include "core/store/record_bytes.h"

#include <bit>
#include <concepts>
#include <stdexcept>
#include <type_traits>

namespace cifra {
namespace {

template <class T, class Plain>
concept Is = std::same_as<std::remove_const_t<T>, Plain>;

// The fields of every struct, once for both directions. What only the makers of a record need
// (steps of `explain`) is left out.
template <class Codec, Is<Span> T>
void fields(Codec& codec, T& span) {
  codec(span.begin, span.end);
}
template <class Codec, Is<Range> T>
void fields(Codec& codec, T& range) {
  codec(range.begin, range.end);
}
template <class Codec, Is<Box> T>
void fields(Codec& codec, T& box) {
  codec(box.x0, box.y0, box.x1, box.y1);
}
template <class Codec, Is<Metadata> T>
void fields(Codec& codec, T& metadata) {
  codec(metadata.title, metadata.issuer, metadata.published_on, metadata.url, metadata.media_type,
        metadata.producer, metadata.reader);
}
template <class Codec, Is<PageRecord> T>
void fields(Codec& codec, T& page) {
  codec(page.width, page.height, page.range);
}
template <class Codec, Is<TableRecord> T>
void fields(Codec& codec, T& table) {
  codec(table.page, table.range, table.caption, table.rows, table.columns, table.head_rows,
        table.head_columns, table.confidence);
}
template <class Codec, Is<PassageRecord> T>
void fields(Codec& codec, T& passage) {
  codec(passage.role, passage.page, passage.range, passage.text, passage.headings, passage.stems,
        passage.heading_stems);
}
template <class Codec, Is<AcronymRecord> T>
void fields(Codec& codec, T& acronym) {
  codec(acronym.short_form, acronym.long_form, acronym.short_stem, acronym.long_stems);
}
template <class Codec, Is<Figure> T>
void fields(Codec& codec, T& figure) {
  codec(figure.span, figure.kind, figure.value, figure.high, figure.unit, figure.unit_span,
        figure.approximation, figure.change, figure.counted, figure.whole, figure.per, figure.time,
        figure.time_span);
}
template <class Codec, Is<Fact> T>
void fields(Codec& codec, T& fact) {
  codec(fact.figure, fact.block, fact.table, fact.cell, fact.row, fact.column, fact.counted,
        fact.subject, fact.speaker, fact.place, fact.place_name, fact.time, fact.time_source,
        fact.nature, fact.confidence, fact.plugin, fact.plugin_version, fact.rule, fact.notes);
}
template <class Codec, Is<FactRecord> T>
void fields(Codec& codec, T& row) {
  codec(row.fact, row.id, row.passage, row.page, row.range, row.surface, row.whole, row.boxes,
        row.subject_stems, row.counted_stems, row.head_stems);
}
template <class Codec, Is<DocumentRecord> T>
void fields(Codec& codec, T& record) {
  codec(record.hash, record.size, record.metadata, record.warnings, record.characters,
        record.title_stems, record.pages, record.tables, record.passages, record.facts,
        record.acronyms, record.text_sketch, record.figure_sketch, record.archive, record.sidecar,
        record.fingerprint, record.reading);
}

class Encoder {
 public:
  template <class... T>
  void operator()(const T&... values) {
    (put(values), ...);
  }
  std::string take() { return std::move(bytes_); }

 private:
  void put(uint64_t value) {
    while (value >= 0x80) {
      bytes_ += static_cast<char>(value | 0x80);
      value >>= 7;
    }
    bytes_ += static_cast<char>(value);
  }
  void put(uint32_t value) { put(uint64_t{value + 1u}); }  // kNoIndex is as short as it is common
  void put(float value) { put(uint64_t{std::bit_cast<uint32_t>(value)}); }
  void put(const std::string& text) {
    put(uint64_t{text.size()});
    bytes_ += text;
  }
  void put(const Value& value) { put(value.to_string()); }
  void put(const Sketch& sketch) { put(sketch.bytes()); }
  template <class T>
  requires std::is_enum_v<T>
  void put(T value) { put(static_cast<uint64_t>(value)); }
  template <class T>
  void put(const std::optional<T>& value) {
    put(uint64_t{value.has_value()});
    if (value) put(*value);
  }
  template <class T>
  void put(const std::vector<T>& values) {
    put(uint64_t{values.size()});
    for (const T& value : values) put(value);
  }
  template <class T>
  requires std::is_class_v<T>
  void put(const T& value) { fields(*this, value); }

  std::string bytes_;
};

class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : bytes_(bytes) {}

  template <class... T>
  void operator()(T&... values) {
    (get(values), ...);
  }
  bool at_end() const { return bytes_.empty(); }

 private:
  [[noreturn]] static void fail() {
    throw std::runtime_error("the bytes of a document's record are damaged");
  }

  void get(uint64_t& value) {
    value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (bytes_.empty()) fail();
      const auto byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      value |= uint64_t{byte & 0x7Fu} << shift;
      if (byte < 0x80) return;
    }
    fail();
  }
  uint64_t number() {
    uint64_t value = 0;
    get(value);
    return value;
  }
  // Of elements that follow, each of a byte at least.
  size_t count() {
    const uint64_t value = number();
    if (value > bytes_.size()) fail();
    return static_cast<size_t>(value);
  }
  void get(uint32_t& value) { value = static_cast<uint32_t>(number()) - 1u; }
  void get(float& value) { value = std::bit_cast<float>(static_cast<uint32_t>(number())); }
  void get(std::string& text) {
    const size_t size = count();
    text = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
  }
  void get(Value& value) {
    std::string text;
    get(text);
    const std::optional<Value> parsed = Value::parse(text);
    if (!parsed) fail();
    value = *parsed;
  }
  void get(Sketch& sketch) {
    std::string text;
    get(text);
    sketch = Sketch::from_bytes(text);
  }
  template <class T>
  requires std::is_enum_v<T>
  void get(T& value) { value = static_cast<T>(number()); }
  template <class T>
  void get(std::optional<T>& value) {
    if (number() != 0) get(value.emplace());
  }
  template <class T>
  void get(std::vector<T>& values) {
    values.resize(count());
    for (T& value : values) get(value);
  }
  template <class T>
  requires std::is_class_v<T>
  void get(T& value) { fields(*this, value); }

  std::string_view bytes_;
};

}  // namespace

std::string to_bytes(const DocumentRecord& record) {
  Encoder encoder;
  encoder(record);
  return encoder.take();
}

DocumentRecord record_from_bytes(std::string_view bytes) {
  Decoder decoder(bytes);
  DocumentRecord record;
  decoder(record);
  if (!decoder.at_end()) throw std::runtime_error("bytes are left after a document's record");
  return record;
}

}  // namespace cifra
