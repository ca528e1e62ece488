// The C++ face of cifra_plugin.h: derive from Reader or Extractor, or write a lambda, and export it
// with one macro. Exceptions become the ABI's status and reason; needs C++20 and nothing of Cifra.
//
//     #include <cifra_plugin.hpp>
//     using namespace cifra::plugin;
//     CIFRA_EXTRACTOR("calls", "1.0.0", "Money of calls for proposals",
//                     [](const Document& document, Facts& facts) {
//                       for (const Figure& figure : document.figures()) {
//                         if (figure.kind() == "money" && figure.heading() == "Bandi") {
//                           facts.add(figure, {.rule = "call"});
//                         }
//                       }
//                     })
#ifndef CIFRA_PLUGIN_HPP
#define CIFRA_PLUGIN_HPP

#include "cifra_plugin.h"

#include <cstddef>
#include <exception>
#include <memory>
#include <new>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace cifra::plugin {

inline std::string_view view(cifra_string text) {
  return text.data == nullptr ? std::string_view()
                              : std::string_view(text.data, static_cast<size_t>(text.size));
}
inline cifra_string pass(std::string_view text) { return {text.data(), text.size()}; }

// Throw it to say in plain words why a document cannot be done: "the file needs a password".
struct Failure : std::runtime_error {
  using std::runtime_error::runtime_error;
};
// Throw it where the bytes are no document for this reader: "not a PDF file".
struct Unsupported : std::runtime_error {
  using std::runtime_error::runtime_error;
};
// Thrown through a plugin when the host wants no more; no plugin catches it.
struct Stopped {};

inline void require_ok(cifra_status status) {
  if (status != CIFRA_OK) throw Stopped();
}

// ---- Readers -------------------------------------------------------------------------------

// A word with a box; the fields are those of cifra_word.
struct Word {
  std::string_view text;
  cifra_box box{};
  std::span<const float> edges{};  // glyph edges: code points + 1, or none
  float font_size = 0;
  float baseline_shift = 0;
  int32_t rotation = 0;
  float confidence = 1;
  bool bold = false;
  bool italic = false;
  bool space_after = true;
  std::string_view link{};
  std::string_view font{};
};

struct Cell {
  uint32_t row = 0, column = 0;
  uint32_t row_span = 1, column_span = 1;
  bool head = false;
};

// Where a reader puts what it read; cifra_reader_sink says in which order. Every function throws
// Stopped when the host wants no more.
class Sink {
 public:
  explicit Sink(const cifra_reader_sink& sink) : sink_(sink) {}

  void page(float width, float height, int32_t rotation = 0) {
    const cifra_page page{sizeof page, width, height, rotation};
    require_ok(sink_.page(sink_.context, &page));
  }
  void word(const Word& word) {
    const uint32_t flags = (word.bold ? uint32_t{CIFRA_WORD_BOLD} : 0) |
                           (word.italic ? uint32_t{CIFRA_WORD_ITALIC} : 0) |
                           (word.space_after ? uint32_t{CIFRA_WORD_SPACE_AFTER} : 0);
    const cifra_word out{sizeof out,
                         flags,
                         pass(word.text),
                         word.box,
                         word.edges.empty() ? nullptr : word.edges.data(),
                         static_cast<uint32_t>(word.edges.size()),
                         word.font_size,
                         word.baseline_shift,
                         word.rotation,
                         word.confidence,
                         pass(word.link),
                         pass(word.font)};
    require_ok(sink_.word(sink_.context, &out));
  }

  void begin_block(cifra_role role, uint32_t level = 0) {
    require_ok(sink_.begin_block(sink_.context, role, level));
  }
  void end_block() { require_ok(sink_.end_block(sink_.context)); }
  void text(std::string_view text) { require_ok(sink_.text(sink_.context, pass(text))); }
  void block(cifra_role role, uint32_t level, std::string_view words) {
    begin_block(role, level);
    text(words);
    end_block();
  }
  void begin_table(std::string_view caption) {
    require_ok(sink_.begin_table(sink_.context, pass(caption)));
  }
  void end_table() { require_ok(sink_.end_table(sink_.context)); }
  void cell(const Cell& cell, std::string_view words) {
    const cifra_cell out{sizeof out,    cell.row,         cell.column,
                         cell.row_span, cell.column_span, cell.head ? 1u : 0u};
    require_ok(sink_.begin_cell(sink_.context, &out));
    text(words);
    require_ok(sink_.end_cell(sink_.context));
  }

  void verbatim(std::string_view text) { require_ok(sink_.verbatim(sink_.context, pass(text))); }
  // `key` is zero terminated: "title", "issuer", "published_on", "url", "producer".
  void metadata(const char* key, std::string_view value) {
    require_ok(sink_.metadata(sink_.context, key, pass(value)));
  }
  // A plain sentence on what could not be read; the document is kept.
  void warning(std::string_view sentence) {
    require_ok(sink_.warning(sink_.context, pass(sentence)));
  }

 private:
  const cifra_reader_sink& sink_;
};

// Derive, and add three static members:
//   static constexpr const char* kMediaTypes = "text/csv";
//   static constexpr const char* kExtensions = ".csv,.tsv";
//   static uint32_t sniff(std::string_view head, std::string_view file_name);  // 0 no … 100 sure
class Reader {
 public:
  virtual ~Reader() = default;
  virtual void read(std::string_view bytes, std::string_view file_name, Sink& sink) = 0;
};

// ---- Extractors ----------------------------------------------------------------------------

class Document;

// One figure of a document; views live as long as the call.
class Figure {
 public:
  Figure(const cifra_document& document, uint32_t index) : document_(&document), index_(index) {}

  uint32_t index() const { return index_; }
  const cifra_figure& raw() const { return document_->figures[index_]; }
  std::string_view kind() const { return view(raw().kind); }    // "money"
  std::string_view value() const { return view(raw().value); }  // "16400000", "1/3"
  std::string_view high() const { return view(raw().high); }
  std::string_view unit() const { return view(raw().unit); }
  std::string_view approximation() const { return view(raw().approximation); }
  std::string_view change() const { return view(raw().change); }
  std::string_view counted() const { return view(raw().counted); }
  std::string_view whole() const { return view(raw().whole); }
  std::string_view per() const { return view(raw().per); }
  std::string_view time() const { return view(raw().time); }
  std::string_view row() const { return view(raw().row); }
  std::string_view column() const { return view(raw().column); }
  std::string_view words() const { return of(raw().span); }         // as written: "18 miliardi"
  std::string_view sentence() const { return of(raw().sentence); }  // it stands in; a table: row
  // The sentence up to the figure, and from it on.
  std::string_view before() const { return of({raw().sentence.begin, raw().span.begin}); }
  std::string_view after() const { return of({raw().span.end, raw().sentence.end}); }
  // A paragraph without span where the document has no blocks.
  cifra_block block() const {
    return raw().block < document_->block_count
               ? document_->blocks[raw().block]
               : cifra_block{CIFRA_BLOCK_PARAGRAPH, 0, {0, 0}, CIFRA_NONE, CIFRA_NONE, CIFRA_NONE};
  }
  // The heading it stands under; empty where there is none.
  std::string_view heading() const {
    const uint32_t heading = block().heading;
    return heading == CIFRA_NONE ? std::string_view() : of(document_->blocks[heading].span);
  }

 private:
  std::string_view of(cifra_span span) const {
    return span.begin >= span.end ? std::string_view()
                                  : view(document_->text).substr(span.begin, span.end - span.begin);
  }
  const cifra_document* document_;
  uint32_t index_;
};

class Document {
 public:
  explicit Document(const cifra_document& document) : document_(document) {}

  std::string_view text() const { return view(document_.text); }
  std::string_view title() const { return view(document_.title); }
  std::string_view issuer() const { return view(document_.issuer); }
  std::string_view published_on() const { return view(document_.published_on); }
  std::span<const cifra_block> blocks() const {
    return {document_.blocks, static_cast<size_t>(document_.block_count)};
  }
  std::string_view of(cifra_span span) const {
    return text().substr(span.begin, span.end - span.begin);
  }
  std::string_view of(const cifra_block& block) const { return of(block.span); }

  size_t figure_count() const { return static_cast<size_t>(document_.figure_count); }
  Figure figure(size_t index) const { return {document_, static_cast<uint32_t>(index)}; }

  struct FigureIterator {
    const Document* document;
    size_t index;
    Figure operator*() const { return document->figure(index); }
    FigureIterator& operator++() {
      ++index;
      return *this;
    }
    bool operator==(const FigureIterator& other) const { return index == other.index; }
  };
  struct FigureRange {
    FigureIterator first, last;
    FigureIterator begin() const { return first; }
    FigureIterator end() const { return last; }
  };
  FigureRange figures() const { return {{this, 0}, {this, figure_count()}}; }

 private:
  const cifra_document& document_;
};

// What a fact says beyond its figure; empty leaves a field to Cifra's linker.
struct Statement {
  std::string_view rule{};     // what in the plugin made it: "call.amount"
  std::string_view subject{};  // what it measures
  std::string_view speaker{};
  std::string_view time{};
  std::string_view nature{};  // "level", "flow", "change", "target", "forecast"
  float confidence = 1;
  uint32_t specificity = 1;  // of two facts for one figure the higher is kept; 0 is general
};

class Facts {
 public:
  explicit Facts(const cifra_extractor_sink& sink) : sink_(sink) {}

  void add(const Figure& figure, const Statement& statement) {
    const cifra_fact fact{sizeof fact,
                          figure.index(),
                          pass(statement.rule),
                          pass(statement.subject),
                          pass(statement.speaker),
                          pass(statement.time),
                          pass(statement.nature),
                          statement.confidence,
                          statement.specificity};
    require_ok(sink_.fact(sink_.context, &fact));
  }

 private:
  const cifra_extractor_sink& sink_;
};

// Pure: no clock, no files, the same facts for the same document.
class Extractor {
 public:
  virtual ~Extractor() = default;
  virtual void extract(const Document& document, Facts& facts) = 0;
};

// ---- From classes to the ABI ---------------------------------------------------------------

namespace detail {

inline cifra_status report(const cifra_error* error, cifra_status status, std::string_view reason) {
  if (error != nullptr && error->set != nullptr) error->set(error->context, pass(reason));
  return status;
}

// Runs `work`; nothing it throws crosses the line.
template <typename Work>
cifra_status guarded(const cifra_error* error, Work work) noexcept {
  try {
    work();
    return CIFRA_OK;
  } catch (const Stopped&) {
    return CIFRA_STOPPED;
  } catch (const Unsupported& unsupported) {
    return report(error, CIFRA_UNSUPPORTED, unsupported.what());
  } catch (const std::bad_alloc&) {
    return report(error, CIFRA_FAILED, "not enough memory");
  } catch (const std::exception& exception) {
    return report(error, CIFRA_FAILED, exception.what());
  } catch (...) {
    return report(error, CIFRA_FAILED, "it threw something that is no std::exception");
  }
}

template <auto kFunction>
struct FunctionExtractor final : Extractor {
  void extract(const Document& document, Facts& facts) override { kFunction(document, facts); }
};

// A plugin of the given classes: at most one Reader and one Extractor.
template <typename... Parts>
struct Plugin {
  static_assert(((std::is_base_of_v<Reader, Parts> || std::is_base_of_v<Extractor, Parts>)&&...),
                "a plugin is made of classes derived from Reader or Extractor");
  static_assert((int{std::is_base_of_v<Reader, Parts>} + ... + 0) <= 1 &&
                    (int{std::is_base_of_v<Extractor, Parts>} + ... + 0) <= 1,
                "a plugin has at most one Reader and one Extractor");
  static_assert(sizeof...(Parts) > 0, "name the class of the reader or extractor");

  using Instance = std::tuple<Parts...>;

  static void* create(const cifra_error* error) {
    void* instance = nullptr;
    guarded(error, [&] { instance = new Instance(); });
    return instance;
  }
  static void destroy(void* instance) {
    guarded(nullptr, [&] { delete static_cast<Instance*>(instance); });
  }
  static const void* get_interface(const char* id) {
    const void* found = nullptr;
    ((found = found != nullptr ? found : interface_of<Parts>(id)), ...);
    return found;
  }

 private:
  template <typename Part>
  static cifra_status read(void* instance, cifra_string bytes, cifra_string file_name,
                           const cifra_reader_sink* sink, const cifra_error* error) {
    return guarded(error, [&] {
      Sink out(*sink);
      std::get<Part>(*static_cast<Instance*>(instance)).read(view(bytes), view(file_name), out);
    });
  }
  template <typename Part>
  static uint32_t sniff(cifra_string head, cifra_string file_name) {
    uint32_t score = 0;
    guarded(nullptr, [&] { score = Part::sniff(view(head), view(file_name)); });
    return score;
  }
  template <typename Part>
  static cifra_status extract(void* instance, const cifra_document* document,
                              const cifra_extractor_sink* sink, const cifra_error* error) {
    return guarded(error, [&] {
      Facts facts(*sink);
      std::get<Part>(*static_cast<Instance*>(instance)).extract(Document(*document), facts);
    });
  }

  template <typename Part>
  static const void* interface_of(const char* id) {
    if constexpr (std::is_base_of_v<Reader, Part>) {
      static constexpr cifra_reader_1 kTable{sizeof(cifra_reader_1), Part::kMediaTypes,
                                             Part::kExtensions, &sniff<Part>, &read<Part>};
      if (std::string_view(id) == CIFRA_READER_1) return &kTable;
    }
    if constexpr (std::is_base_of_v<Extractor, Part>) {
      static constexpr cifra_extractor_1 kTable{sizeof(cifra_extractor_1), &extract<Part>};
      if (std::string_view(id) == CIFRA_EXTRACTOR_1) return &kTable;
    }
    return nullptr;
  }
};

template <typename... Parts>
constexpr cifra_plugin_entry entry(const char* id, const char* version, const char* summary) {
  return {sizeof(cifra_plugin_entry),
          CIFRA_ABI_VERSION,
          id,
          version,
          summary,
          &Plugin<Parts...>::create,
          &Plugin<Parts...>::destroy,
          &Plugin<Parts...>::get_interface};
}

}  // namespace detail
}  // namespace cifra::plugin

// Exports a plugin made of one or two classes. Once in a library, outside every namespace.
#define CIFRA_PLUGIN(id, version, summary, ...)     \
  constinit const cifra_plugin_entry cifra_plugin = \
      cifra::plugin::detail::entry<__VA_ARGS__>(id, version, summary);

// Exports an extractor written as a lambda without captures.
#define CIFRA_EXTRACTOR(id, version, summary, ...) \
  CIFRA_PLUGIN(id, version, summary, cifra::plugin::detail::FunctionExtractor<__VA_ARGS__>)

#endif  // CIFRA_PLUGIN_HPP
