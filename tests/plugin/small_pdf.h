// Writes small PDF files by hand, so that tests need no files and can break them.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cifra {

struct SmallPage {
  std::string content;     // operators: "BT /F1 12 Tf 72 700 Td (Ciao) Tj ET"
  std::string extra = "";  // of the page's dictionary: "/Rotate 90"
};

// A file of pages 595 × 842 with Helvetica as /F1 and a picture as /Im1 where `picture` is set.
// `catalog` is added to the catalogue's dictionary.
inline std::string small_pdf(const std::vector<SmallPage>& pages, std::string_view info = "",
                             bool picture = false, std::string_view catalog = "") {
  std::string out = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";
  std::vector<size_t> offsets;
  const auto object = [&](const std::string& body) {
    offsets.push_back(out.size());
    out += std::to_string(offsets.size()) + " 0 obj\n" + body + "\nendobj\n";
  };
  std::string kids;
  for (size_t i = 0; i < pages.size(); ++i) kids += std::to_string(6 + 2 * i) + " 0 R ";
  object("<< /Type /Catalog /Pages 2 0 R " + std::string(catalog) + " >>");
  object("<< /Type /Pages /Count " + std::to_string(pages.size()) + " /Kids [ " + kids + "] >>");
  object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  object("<< " + std::string(info) + " >>");
  const std::string pixels(picture ? 1000 * 1000 / 8 : 1, '\0');
  object("<< /Type /XObject /Subtype /Image /Width " + std::string(picture ? "1000" : "8") +
         " /Height " + (picture ? "1000" : "1") +
         " /ColorSpace /DeviceGray /BitsPerComponent 1 /Length " + std::to_string(pixels.size()) +
         " >>\nstream\n" + pixels + "\nendstream");
  for (size_t i = 0; i < pages.size(); ++i) {
    object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] " + pages[i].extra +
           " /Resources << /Font << /F1 3 0 R >> /XObject << /Im1 5 0 R >> >> /Contents " +
           std::to_string(7 + 2 * i) + " 0 R >>");
    object("<< /Length " + std::to_string(pages[i].content.size()) + " >>\nstream\n" +
           pages[i].content + "\nendstream");
  }
  const size_t table = out.size();
  out += "xref\n0 " + std::to_string(offsets.size() + 1) + "\n0000000000 65535 f \n";
  for (const size_t offset : offsets) {
    std::string number = std::to_string(offset);
    out += std::string(10 - number.size(), '0') + number + " 00000 n \n";
  }
  out += "trailer\n<< /Size " + std::to_string(offsets.size() + 1) +
         " /Root 1 0 R /Info 4 0 R >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
  return out;
}

// Text at a place, from the page's bottom left.
inline std::string shown(int x, int y, std::string_view text, int size = 12) {
  return "BT /F1 " + std::to_string(size) + " Tf " + std::to_string(x) + " " + std::to_string(y) +
         " Td (" + std::string(text) + ") Tj ET\n";
}

}  // namespace cifra
