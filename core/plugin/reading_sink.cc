#include "core/plugin/reading_sink.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "core/plugin/plugin_text.h"

namespace cifra {
namespace {

constexpr size_t kMostWarnings = 50;
constexpr float kFarthest = 1e6f;  // points; a page of 350 metres

bool is_sane(float number) { return std::isfinite(number) && std::abs(number) <= kFarthest; }

size_t count_code_points(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// An ISO 8601 calendar date that exists: "2021-01-20".
bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  int fields[3] = {0, 0, 0};
  for (size_t i = 0, field = 0; i < text.size(); ++i) {
    if (i == 4 || i == 7) {
      ++field;
    } else if (text[i] >= '0' && text[i] <= '9') {
      fields[field] = fields[field] * 10 + (text[i] - '0');
    } else {
      return false;
    }
  }
  return fields[0] >= 1 && fields[1] >= 1 && fields[1] <= 12 && fields[2] >= 1 && fields[2] <= 31;
}

}  // namespace

cifra_reader_sink ReadingSink::table() {
  // Nothing may be thrown at a plugin: memory that runs out here becomes a refusal.
  static constexpr auto guarded = [](void* context, auto work) noexcept -> cifra_status {
    auto& sink = *static_cast<ReadingSink*>(context);
    if (!sink.fault_.empty()) return CIFRA_STOPPED;
    try {
      return work(sink);
    } catch (const std::exception&) {
      sink.fault_ = "not enough memory";
      return CIFRA_STOPPED;
    }
  };
  cifra_reader_sink table{};
  table.size = sizeof table;
  table.context = this;
  table.page = [](void* context, const cifra_page* page) {
    return guarded(context, [&](ReadingSink& sink) { return sink.page(*page); });
  };
  table.word = [](void* context, const cifra_word* word) {
    return guarded(context, [&](ReadingSink& sink) { return sink.word(*word); });
  };
  table.begin_block = [](void* context, cifra_role role, uint32_t level) {
    return guarded(context, [&](ReadingSink& sink) { return sink.begin_block(role, level); });
  };
  table.end_block = [](void* context) {
    return guarded(context, [](ReadingSink& sink) { return sink.end_block(); });
  };
  table.begin_table = [](void* context, cifra_string caption) {
    return guarded(context, [&](ReadingSink& sink) { return sink.begin_table(caption); });
  };
  table.begin_cell = [](void* context, const cifra_cell* cell) {
    return guarded(context, [&](ReadingSink& sink) { return sink.begin_cell(*cell); });
  };
  table.end_cell = [](void* context) {
    return guarded(context, [](ReadingSink& sink) { return sink.end_cell(); });
  };
  table.end_table = [](void* context) {
    return guarded(context, [](ReadingSink& sink) { return sink.end_table(); });
  };
  table.text = [](void* context, cifra_string text) {
    return guarded(context, [&](ReadingSink& sink) { return sink.text(text); });
  };
  table.verbatim = [](void* context, cifra_string text) {
    return guarded(context, [&](ReadingSink& sink) { return sink.verbatim(text); });
  };
  table.metadata = [](void* context, const char* key, cifra_string value) {
    return guarded(context, [&](ReadingSink& sink) { return sink.metadata(key, value); });
  };
  table.warning = [](void* context, cifra_string sentence) {
    return guarded(context, [&](ReadingSink& sink) { return sink.warning(sentence); });
  };
  return table;
}

cifra_status ReadingSink::page(const cifra_page& page) {
  if (page.size < sizeof page) return refuse("it passed a page shorter than the ABI's");
  if (!go_way(Way::kGeometric) || !spend(sizeof(ReadPage))) return CIFRA_STOPPED;
  if (!is_sane(page.width) || !is_sane(page.height) || page.width <= 0 || page.height <= 0) {
    return refuse("page " + std::to_string(reading_.pages.size() + 1) + " has no sane size");
  }
  reading_.pages.push_back({page.width, page.height});
  return CIFRA_OK;
}

cifra_status ReadingSink::word(const cifra_word& word) {
  if (word.size < sizeof word) return refuse("it passed a word shorter than the ABI's");
  if (!go_way(Way::kGeometric)) return CIFRA_STOPPED;
  const auto refuse_word = [this](const std::string& why) {
    return refuse("word " + std::to_string(reading_.words.size() + 1) + " on page " +
                  std::to_string(reading_.pages.size()) + why);
  };
  if (reading_.pages.empty()) return refuse("it passed a word before the first page");
  if (!is_sane(word.box.x0) || !is_sane(word.box.y0) || !is_sane(word.box.x1) ||
      !is_sane(word.box.y1)) {
    return refuse_word(" has a box that is not finite");
  }
  if (word.edges == nullptr && word.edge_count != 0) {
    return refuse_word(" counts glyph edges and passes none");
  }
  if (word.rotation % 90 != 0) return refuse_word(" is turned by no multiple of 90 degrees");
  if (!spend(sizeof(ReadWord) + sizeof(float) * uint64_t{word.edge_count})) return CIFRA_STOPPED;

  const size_t begin = reading_.text.size();
  if (!append(word.text)) return CIFRA_STOPPED;
  ReadWord out;
  out.text = pooled(begin);
  const size_t code_points = count_code_points(out.text.of(reading_.text));
  if (code_points == 0) return CIFRA_OK;
  out.page = static_cast<uint32_t>(reading_.pages.size() - 1);
  out.box = {std::min(word.box.x0, word.box.x1), std::min(word.box.y0, word.box.y1),
             std::max(word.box.x0, word.box.x1), std::max(word.box.y0, word.box.y1)};
  if (word.edge_count != 0) {
    if (word.edge_count != code_points + 1) {
      return refuse_word(" has " + std::to_string(word.edge_count) + " glyph edges for " +
                         std::to_string(code_points) + " code points");
    }
    if (!std::all_of(word.edges, word.edges + word.edge_count, is_sane)) {
      return refuse_word(" has a glyph edge that is not finite");
    }
    if (word.edge_count <= UINT16_MAX) {
      out.first_edge = static_cast<uint32_t>(reading_.edges.size());
      out.edge_count = static_cast<uint16_t>(word.edge_count);
      reading_.edges.insert(reading_.edges.end(), word.edges, word.edges + word.edge_count);
    }
  }
  out.font_size = is_sane(word.font_size) ? std::max(word.font_size, 0.0f) : 0.0f;
  out.baseline_shift = is_sane(word.baseline_shift) ? word.baseline_shift : 0.0f;
  out.rotation = static_cast<uint16_t>(((word.rotation % 360) + 360) % 360);
  out.bold = (word.flags & CIFRA_WORD_BOLD) != 0;
  out.italic = (word.flags & CIFRA_WORD_ITALIC) != 0;
  out.space_after = (word.flags & CIFRA_WORD_SPACE_AFTER) != 0;
  out.confidence = std::isfinite(word.confidence) ? std::clamp(word.confidence, 0.0f, 1.0f) : 0.0f;
  reading_.words.push_back(out);
  return CIFRA_OK;
}

cifra_status ReadingSink::begin_block(cifra_role role, uint32_t level) {
  if (!go_way(Way::kStructured) || !spend(sizeof(ReadBlock))) return CIFRA_STOPPED;
  if (in_block_ || in_table_) return refuse("it began a block inside a block or a table");
  if (role > CIFRA_PAGE_FOOTER) {
    return refuse("it passed a block role the ABI does not know: " + std::to_string(role));
  }
  ReadBlock block;
  block.role = static_cast<BlockRole>(role);
  block.level = static_cast<uint8_t>(std::min(level, 255u));
  block.text.begin = block.text.end = pooled(reading_.text.size()).begin;
  reading_.blocks.push_back(block);
  in_block_ = true;
  return CIFRA_OK;
}

cifra_status ReadingSink::end_block() {
  if (!in_block_) return refuse("it ended a block it had not begun");
  ReadBlock& block = reading_.blocks.back();
  block.text = pooled(block.text.begin);
  in_block_ = false;
  return CIFRA_OK;
}

cifra_status ReadingSink::begin_table(cifra_string caption) {
  if (!go_way(Way::kStructured) || !spend(sizeof(ReadTable))) return CIFRA_STOPPED;
  if (in_block_ || in_table_) return refuse("it began a table inside a block or a table");
  const size_t begin = reading_.text.size();
  if (!append(caption)) return CIFRA_STOPPED;
  ReadTable table;
  table.caption = pooled(begin);
  ReadBlock block;
  block.role = BlockRole::kTable;
  block.table = static_cast<uint32_t>(reading_.tables.size());
  reading_.tables.push_back(std::move(table));
  reading_.blocks.push_back(block);
  in_table_ = true;
  return CIFRA_OK;
}

cifra_status ReadingSink::begin_cell(const cifra_cell& cell) {
  if (cell.size < sizeof cell) return refuse("it passed a cell shorter than the ABI's");
  if (!in_table_ || in_cell_) return refuse("it began a cell outside a table or inside a cell");
  if (!spend(sizeof(ReadCell))) return CIFRA_STOPPED;
  const auto fits = [](uint32_t first, uint32_t span) {
    return span >= 1 && first < kMostRows && span <= kMostRows - first;
  };
  if (!fits(cell.row, cell.row_span) || !fits(cell.column, cell.column_span)) {
    return refuse("a cell lies outside every table: row " + std::to_string(cell.row) + " over " +
                  std::to_string(cell.row_span) + ", column " + std::to_string(cell.column) +
                  " over " + std::to_string(cell.column_span));
  }
  ReadCell out;
  out.row = static_cast<uint16_t>(cell.row);
  out.column = static_cast<uint16_t>(cell.column);
  out.row_span = static_cast<uint16_t>(cell.row_span);
  out.column_span = static_cast<uint16_t>(cell.column_span);
  out.head = cell.is_head != 0;
  out.text.begin = out.text.end = pooled(reading_.text.size()).begin;
  reading_.tables.back().cells.push_back(out);
  in_cell_ = true;
  return CIFRA_OK;
}

cifra_status ReadingSink::end_cell() {
  if (!in_cell_) return refuse("it ended a cell it had not begun");
  ReadCell& cell = reading_.tables.back().cells.back();
  cell.text = pooled(cell.text.begin);
  in_cell_ = false;
  return CIFRA_OK;
}

cifra_status ReadingSink::end_table() {
  if (!in_table_ || in_cell_) return refuse("it ended a table it had not begun, or inside a cell");
  in_table_ = false;
  return CIFRA_OK;
}

cifra_status ReadingSink::text(cifra_string text) {
  if (!in_block_ && !in_cell_) return refuse("it passed text outside a block or a cell");
  return append(text) ? CIFRA_OK : CIFRA_STOPPED;
}

cifra_status ReadingSink::verbatim(cifra_string text) {
  if (way_ != Way::kNone)
    return refuse("it passed its verbatim text twice or beside other content");
  way_ = Way::kVerbatim;
  if (!append(text)) return CIFRA_STOPPED;
  reading_.verbatim = std::exchange(reading_.text, {});
  return CIFRA_OK;
}

cifra_status ReadingSink::metadata(const char* key, cifra_string value) {
  static constexpr std::pair<std::string_view, std::string Metadata::*> kKeys[] = {
      {"title", &Metadata::title},
      {"issuer", &Metadata::issuer},
      {"published_on", &Metadata::published_on},
      {"url", &Metadata::url},
      {"producer", &Metadata::producer}};
  if (key == nullptr) return refuse("it passed metadata without a key");
  if (!spend(value.size)) return CIFRA_STOPPED;
  for (const auto& [name, field] : kKeys) {
    if (name != key) continue;
    std::string text;
    append_utf8(view_of(value), text);
    if (name == "published_on" && !is_date(text)) {
      reading_.warnings.push_back("The publication date in the metadata is no ISO 8601 date.");
      return CIFRA_OK;
    }
    reading_.metadata.*field = std::move(text);
  }
  return CIFRA_OK;
}

cifra_status ReadingSink::warning(cifra_string sentence) {
  if (reading_.warnings.size() >= kMostWarnings) return CIFRA_OK;
  if (!spend(sentence.size)) return CIFRA_STOPPED;
  append_utf8(view_of(sentence), reading_.warnings.emplace_back());
  return CIFRA_OK;
}

void ReadingSink::finish() {
  if (!fault_.empty()) return;
  if (in_block_ || in_table_ || in_cell_) {
    refuse("it returned inside a block, a table or a cell");
  } else if (way_ == Way::kNone) {
    refuse("it found no page and no text");
  }
}

cifra_status ReadingSink::refuse(std::string why) {
  if (fault_.empty()) fault_ = std::move(why);
  return CIFRA_STOPPED;
}

bool ReadingSink::go_way(Way way) {
  if (way_ == Way::kNone) way_ = way;
  if (way_ == way) return true;
  refuse("it mixed words with boxes, blocks and verbatim text in one document");
  return false;
}

bool ReadingSink::spend(uint64_t bytes) {
  if (bytes <= output_limit_ && spent_ <= output_limit_ - bytes) {
    spent_ += bytes;
    return true;
  }
  refuse("it gave more than " + amount_of(output_limit_) + " of text and words");
  return false;
}

bool ReadingSink::append(cifra_string text) {
  if (text.data == nullptr && text.size != 0) {
    refuse("it passed a text without data");
    return false;
  }
  if (!spend(text.size)) return false;
  if (!append_utf8(view_of(text), reading_.text) && !std::exchange(repaired_, true)) {
    reading_.warnings.emplace_back(
        "Some bytes of the text are no valid UTF-8 and stand as U+FFFD.");
  }
  if (reading_.text.size() > UINT32_MAX) {
    refuse("it gave more than 4 GB of text");
    return false;
  }
  return true;
}

Span ReadingSink::pooled(size_t begin) const {
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(reading_.text.size())};
}

}  // namespace cifra
