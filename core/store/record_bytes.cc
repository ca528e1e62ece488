#include "core/store/record_bytes.h"

#include <bit>
#include <concepts>
#include <stdexcept>
#include <type_traits>

#include "core/text/byte_fields.h"

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
  std::string take() { return out_.take(); }

 private:
  void put(uint64_t value) { out_.number(value); }
  void put(uint32_t value) { put(uint64_t{value + 1u}); }  // kNoIndex is as short as it is common
  void put(float value) { put(uint64_t{std::bit_cast<uint32_t>(value)}); }
  void put(const std::string& text) { out_.text(text); }
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

  ByteWriter out_;
};

class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : in_(bytes, "the record of a document") {}

  template <class... T>
  void operator()(T&... values) {
    (get(values), ...);
  }
  bool at_end() const { return in_.at_end(); }

 private:
  void get(uint64_t& value) { value = in_.number(); }
  void get(uint32_t& value) { value = static_cast<uint32_t>(in_.number()) - 1u; }
  void get(float& value) { value = std::bit_cast<float>(static_cast<uint32_t>(in_.number())); }
  void get(std::string& text) { text = in_.text(); }
  void get(Value& value) {
    const std::optional<Value> parsed = Value::parse(in_.text());
    if (!parsed) in_.fail("a value is no number");
    value = *parsed;
  }
  void get(Sketch& sketch) { sketch = Sketch::from_bytes(in_.text()); }
  template <class T>
  requires std::is_enum_v<T>
  void get(T& value) { value = static_cast<T>(in_.number()); }
  template <class T>
  void get(std::optional<T>& value) {
    if (in_.number() != 0) get(value.emplace());
  }
  template <class T>
  void get(std::vector<T>& values) {
    values.resize(in_.count());
    for (T& value : values) get(value);
  }
  template <class T>
  requires std::is_class_v<T>
  void get(T& value) { fields(*this, value); }

  ByteReader in_;
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
