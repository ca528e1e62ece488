// The templates of `cifra plugin new`, compiled in from plugins/template-KIND.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cifra::command {

struct TemplateFile {
  std::string_view kind;  // "extractor"
  std::string_view path;  // in the template's folder
  std::string_view bytes;
};

const std::vector<TemplateFile>& template_files();

}  // namespace cifra::command
