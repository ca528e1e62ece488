#include "tools/cifra/citation_formats.h"

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/text/utf8.h"
#include "tools/cifra/output.h"

namespace cifra::command {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 12> kMonths = {
    "gennaio", "febbraio", "marzo",     "aprile",  "maggio",   "giugno",
    "luglio",  "agosto",   "settembre", "ottobre", "novembre", "dicembre"};
constexpr size_t kContext = 32;  // code points before and after a figure by which it is found again

std::string quote_before(const FactRow& fact) { return fact.quote.substr(0, fact.mark_begin); }
std::string quote_after(const FactRow& fact) { return fact.quote.substr(fact.mark_end); }

std::string file_name(const FactRow& fact) {
  return std::filesystem::path(fact.document.path).filename().string();
}

std::string title_or_name(const FactRow& fact) {
  return fact.document.title.empty() ? file_name(fact) : on_one_line(fact.document.title);
}

std::string escaped_bibtex(std::string_view text) {
  std::string result;
  for (char c : text) {
    if (c == '\\') {
      result += "\\textbackslash{}";
      continue;
    }
    if (std::string_view("{}%&$#_").find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

std::string last_code_points(std::string_view text, size_t count) {
  size_t at = text.size();
  while (at > 0 && count > 0) {
    --at;
    if ((static_cast<unsigned char>(text[at]) & 0xc0) != 0x80) --count;
  }
  return std::string(text.substr(at));
}

std::string first_code_points(std::string_view text, size_t count) {
  size_t at = 0;
  for (; at < text.size() && count > 0; --count) at += decode_utf8(text, at).size;
  return std::string(text.substr(0, at));
}

// A path as a URI: everything but letters, digits and a few signs escaped.
std::string file_uri(const std::string& path) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string uri = "file://";
  for (char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) || std::string_view("/-._~").find(c) != std::string_view::npos) {
      uri += c;
    } else {
      uri += '%';
      uri += kDigits[byte >> 4];
      uri += kDigits[byte & 15];
    }
  }
  return uri;
}

std::string source_uri(const FactRow& fact) {
  const std::string& url = fact.document.url;
  return url.starts_with("http://") || url.starts_with("https://") ? url
                                                                   : file_uri(fact.document.path);
}

// RFC 8118: the page and, in points from its top left, the rectangle.
std::string pdf_fragment(const FactRow& fact, const Box& box) {
  const auto rounded = [](float x) { return std::to_string(std::lround(x)); };
  return "page=" + std::to_string(fact.page) + "&viewrect=" + rounded(box.x0) + ',' +
         rounded(box.y0) + ',' + rounded(box.x1 - box.x0) + ',' + rounded(box.y1 - box.y0);
}

std::string printed(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string italian_date(const std::string& iso_date) {
  if (iso_date.size() != 10 && iso_date.size() != 7) return iso_date;
  const size_t month = static_cast<size_t>(std::atoi(iso_date.substr(5, 2).c_str()));
  if (month < 1 || month > 12) return iso_date;
  std::string result = std::string(kMonths[month - 1]) + ' ' + iso_date.substr(0, 4);
  if (iso_date.size() == 7) return result;
  return std::to_string(std::atoi(iso_date.substr(8, 2).c_str())) + ' ' + result;
}

std::string citation_text(const FactRow& fact) {
  const DocumentRow& document = fact.document;
  std::string text;
  if (!document.issuer.empty()) text += on_one_line(document.issuer) + ", ";
  text += "«" + title_or_name(fact) + "»";
  if (!document.published_on.empty()) text += ", " + italian_date(document.published_on);
  if (fact.page > 0) text += ", p. " + std::to_string(fact.page);
  text +=
      ": «" +
      on_one_line(quote_before(fact) + kMarkBegin + fact.surface + kMarkEnd + quote_after(fact)) +
      "»";
  text += ". " + (document.url.empty() ? document.path : document.url);
  return text;
}

std::string citation_bibtex(const FactRow& fact) {
  const DocumentRow& document = fact.document;
  std::string text = "@techreport{cifra-" + fact.id + ",\n";
  const auto field = [&](std::string_view name, const std::string& value) {
    if (value.empty()) return;
    text += "  ";
    text += name;
    text += " = {" + escaped_bibtex(on_one_line(value)) + "},\n";
  };
  field("title", title_or_name(fact));
  // Braces keep an office's name from being taken for first name and surname.
  if (!document.issuer.empty()) {
    text += "  author = {{" + escaped_bibtex(on_one_line(document.issuer)) + "}},\n";
  }
  field("institution", document.issuer);
  if (document.published_on.size() >= 4) field("year", document.published_on.substr(0, 4));
  field("date", document.published_on);
  if (fact.page > 0) field("pages", std::to_string(fact.page));
  if (!document.url.empty()) text += "  url = {" + document.url + "},\n";
  field("note", "«" + fact.quote + "»");
  return text + "}";
}

std::string citation_csl_json(const FactRow& fact) {
  const DocumentRow& document = fact.document;
  Json item = {{"id", "cifra-" + fact.id}, {"type", "report"}, {"title", title_or_name(fact)}};
  if (!document.issuer.empty()) {
    item["author"] = Json::array({{{"literal", on_one_line(document.issuer)}}});
    item["publisher"] = on_one_line(document.issuer);
  }
  Json parts = Json::array();
  for (size_t at = 0; at + 2 <= document.published_on.size();) {
    const size_t end = std::min(document.published_on.find('-', at), document.published_on.size());
    parts.push_back(std::atoi(document.published_on.substr(at, end - at).c_str()));
    at = end + 1;
  }
  if (!parts.empty()) item["issued"] = {{"date-parts", Json::array({parts})}};
  if (!document.url.empty()) item["URL"] = document.url;
  if (fact.page > 0) item["page"] = std::to_string(fact.page);
  item["note"] = on_one_line(fact.quote);
  return printed(Json::array({item}));
}

std::string citation_web_annotation(const FactRow& fact) {
  Json selectors = Json::array();
  selectors.push_back({{"type", "TextQuoteSelector"},
                       {"exact", fact.surface},
                       {"prefix", last_code_points(quote_before(fact), kContext)},
                       {"suffix", first_code_points(quote_after(fact), kContext)}});
  selectors.push_back({{"type", "TextPositionSelector"}, {"start", fact.begin}, {"end", fact.end}});
  for (const Box& box : fact.boxes) {
    selectors.push_back({{"type", "FragmentSelector"},
                         {"conformsTo", "http://tools.ietf.org/rfc/rfc8118"},
                         {"value", pdf_fragment(fact, box)}});
  }
  std::string value = fact.value;
  if (!fact.high.empty()) value += " – " + fact.high;
  if (!fact.unit.empty()) value += " " + fact.unit;
  const std::string subject = fact.subject.empty() ? fact.counted : fact.subject;
  const Json annotation = {{"@context", "http://www.w3.org/ns/anno.jsonld"},
                           {"id", "urn:cifra:fact:" + fact.id},
                           {"type", "Annotation"},
                           {"motivation", "describing"},
                           {"body",
                            {{"type", "TextualBody"},
                             {"format", "text/plain"},
                             {"language", "it"},
                             {"value", subject.empty() ? value : subject + ": " + value}}},
                           {"target",
                            {{"source", source_uri(fact)},
                             {"format", fact.document.media_type},
                             {"selector", selectors}}}};
  return printed(annotation);
}

}  // namespace cifra::command
