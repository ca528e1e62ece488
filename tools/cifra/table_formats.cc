#include "tools/cifra/table_formats.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <vector>

#include "core/tables/cell_figures.h"
#include "core/tables/table_values.h"
#include "core/text/utf8.h"
#include "tools/cifra/json_parts.h"
#include "tools/cifra/output.h"

namespace cifra::command {
namespace {

using Json = nlohmann::ordered_json;

// A table as rows of texts; a spanning cell stands where it begins, or everywhere.
std::vector<std::vector<std::string>> grid_of(const Document& document, const Table& table,
                                              bool repeat) {
  std::vector<std::vector<std::string>> grid(table.rows, std::vector<std::string>(table.columns));
  for (const Cell& cell : table.cells) {
    const uint32_t rows = repeat ? cell.row_span : 1, columns = repeat ? cell.column_span : 1;
    for (uint32_t r = cell.row; r < std::min<uint32_t>(cell.row + rows, table.rows); ++r) {
      for (uint32_t c = cell.column; c < std::min<uint32_t>(cell.column + columns, table.columns);
           ++c) {
        grid[r][c] = flat(document.of(cell.span));
      }
    }
  }
  return grid;
}

std::string joined(const std::vector<std::string>& heads) {
  std::string text;
  for (const std::string& head : heads) {
    if (!text.empty()) text += " / ";
    text += head;
  }
  return text;
}

// One line of heads for all head rows.
std::vector<std::string> head_line(const std::vector<std::vector<std::string>>& grid,
                                   const Table& table) {
  std::vector<std::string> line(table.columns);
  for (uint32_t c = 0; c < table.columns; ++c) {
    std::vector<std::string> heads;
    for (uint32_t r = 0; r < table.head_rows; ++r) {
      if (!grid[r][c].empty() && (heads.empty() || heads.back() != grid[r][c])) {
        heads.push_back(grid[r][c]);
      }
    }
    line[c] = joined(heads);
  }
  return line;
}

std::string caption_of(const Document& document, const Table& table) {
  if (table.caption >= document.blocks.size()) return {};
  return flat(document.of(document.blocks[table.caption].span));
}

uint32_t page_of(const Table& table) {
  for (const Cell& cell : table.cells) {
    if (cell.page != kNoIndex) return cell.page;
  }
  return kNoIndex;
}

Json json_table(const Document& document, uint32_t index) {
  const Table& table = document.tables[index];
  const TableView view(document, index);
  const TableValues values = read_values(view);
  const std::vector<CellFigure> figures =
      cell_figures(document, index, document.metadata.published_on);
  Json out;
  out["page"] = json_page(page_of(table));
  out["caption"] = caption_of(document, table);
  out["rows"] = table.rows;
  out["columns"] = table.columns;
  out["head_rows"] = table.head_rows;
  out["head_columns"] = table.head_columns;
  out["confidence"] = std::round(static_cast<double>(values.confidence) * 1000) / 1000;
  out["sums"] = values.sums.size();
  out["faults"] = sum_faults(view, values);
  out["cells"] = Json::array();
  CodePointCounter counter(document.text);
  for (uint32_t i = 0; i < table.cells.size(); ++i) {
    const Cell& cell = table.cells[i];
    if (cell.span.empty() && !cell.head) continue;
    Json json;
    json["row"] = cell.row;
    json["column"] = cell.column;
    json["row_span"] = cell.row_span;
    json["column_span"] = cell.column_span;
    json["head"] = cell.head;
    json["text"] = flat(document.of(cell.span));
    json["start"] = counter.at(cell.span.begin);
    json["end"] = counter.at(cell.span.end);
    json["page"] = json_page(cell.page);
    json["box"] = cell.page == kNoIndex ? Json(nullptr) : json_of(cell.box);
    json["figures"] = Json::array();
    for (const CellFigure& figure : figures) {
      if (figure.cell != i || !figure.figure.is_fact()) continue;
      Json fact;
      fact["value"] = figure.figure.value.to_string();
      fact["kind"] = name_of(figure.figure.kind);
      fact["unit"] = figure.figure.unit.empty() ? Json(nullptr) : Json(figure.figure.unit);
      fact["row"] = figure.row;
      fact["column"] = figure.column;
      json["figures"].push_back(std::move(fact));
    }
    out["cells"].push_back(std::move(json));
  }
  return out;
}

}  // namespace

std::string flat(std::string_view text) {
  std::string out(text);
  std::replace(out.begin(), out.end(), '\n', ' ');
  std::replace(out.begin(), out.end(), '\t', ' ');
  return out;
}

std::string escaped_html(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string escaped_markdown(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|' || c == '\\' || c == '*' || c == '_' || c == '`') out += '\\';
    out += c;
  }
  return out;
}

void write_markdown_table(const Document& document, const Table& table, std::ostream& out) {
  const auto grid = grid_of(document, table, true);
  const auto write = [&](const std::vector<std::string>& line) {
    out << '|';
    for (const std::string& cell : line) out << ' ' << escaped_markdown(cell) << " |";
    out << '\n';
  };
  write(head_line(grid, table));
  out << '|';
  for (size_t i = 0; i < table.columns; ++i) out << (i < table.head_columns ? " --- |" : " ---: |");
  out << '\n';
  for (size_t row = table.head_rows; row < grid.size(); ++row) write(grid[row]);
}

void write_html_table(const Document& document, const Table& table, std::ostream& out) {
  std::vector<const Cell*> grid(size_t{table.rows} * table.columns, nullptr);
  for (const Cell& cell : table.cells) {
    for (uint32_t r = cell.row; r < std::min<uint32_t>(cell.row + cell.row_span, table.rows); ++r) {
      for (uint32_t c = cell.column;
           c < std::min<uint32_t>(cell.column + cell.column_span, table.columns); ++c) {
        const Cell*& place = grid[r * table.columns + c];
        if (place == nullptr) place = &cell;
      }
    }
  }
  out << "<table>\n";
  const std::string caption = caption_of(document, table);
  if (!caption.empty()) out << "<caption>" << escaped_html(caption) << "</caption>\n";
  for (uint32_t r = 0; r < table.rows; ++r) {
    out << "<tr>";
    for (uint32_t c = 0; c < table.columns; ++c) {
      const Cell* cell = grid[r * table.columns + c];
      if (cell == nullptr) {
        out << "<td></td>";
        continue;
      }
      if (cell->row != r || cell->column != c) continue;
      const char* tag = cell->head ? "th" : "td";
      out << '<' << tag;
      if (cell->row_span > 1) out << " rowspan=\"" << cell->row_span << '"';
      if (cell->column_span > 1) out << " colspan=\"" << cell->column_span << '"';
      out << '>' << escaped_html(flat(document.of(cell->span))) << "</" << tag << '>';
    }
    out << "</tr>\n";
  }
  out << "</table>\n";
}

void write_tables_csv(const Document& document, std::ostream& out) {
  bool first = true;
  for (const Table& table : document.tables) {
    if (!first) out << "\r\n";
    first = false;
    const auto grid = grid_of(document, table, true);
    print_csv_line(head_line(grid, table), out);
    for (size_t row = table.head_rows; row < grid.size(); ++row) print_csv_line(grid[row], out);
  }
}

void write_tables_json(const Document& document, std::ostream& out) {
  Json tables = Json::array();
  for (uint32_t i = 0; i < document.tables.size(); ++i) tables.push_back(json_table(document, i));
  out << tables.dump(1) << '\n';
}

void write_tables_markdown(const Document& document, std::ostream& out) {
  for (size_t i = 0; i < document.tables.size(); ++i) {
    const Table& table = document.tables[i];
    const std::string caption = caption_of(document, table);
    if (i > 0) out << '\n';
    if (!caption.empty()) out << "**" << escaped_markdown(caption) << "**\n\n";
    write_markdown_table(document, table, out);
  }
}

void write_tables_html(const Document& document, std::ostream& out) {
  out << "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n";
  for (const Table& table : document.tables) write_html_table(document, table, out);
}

}  // namespace cifra::command
