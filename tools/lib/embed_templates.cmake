# Puts the plugin templates into the command, so that `cifra plugin new` works wherever it lies.
# Writes OUTPUT: one entry a file of plugins/template-KIND, with its kind, path and bytes.
function(cifra_embed_templates output)
  set(entries "")
  file(GLOB folders CONFIGURE_DEPENDS LIST_DIRECTORIES true ${CMAKE_SOURCE_DIR}/plugins/template-*)
  foreach(folder ${folders})
    get_filename_component(kind ${folder} NAME)
    string(REPLACE "template-" "" kind ${kind})
    file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${folder} ${folder}/*)
    foreach(file ${files})
      set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${folder}/${file})
      file(READ ${folder}/${file} bytes)
      string(APPEND entries "    {\"${kind}\", \"${file}\", R\"~~(${bytes})~~\"},\n")
    endforeach()
  endforeach()
  file(CONFIGURE OUTPUT ${output} @ONLY CONTENT
"#include \"tools/cifra/plugin_template.h\"
namespace cifra::command {
const std::vector<TemplateFile>& template_files() {
  static const std::vector<TemplateFile> kFiles = {
@entries@  };
  return kFiles;
}
}  // namespace cifra::command
")
endfunction()
