# For plugin authors, inside this repository and outside it:
#
#   cifra_plugin(NAME source… [LIBRARIES lib…])  one plugin: NAME.so, which exports one symbol
#   cifra_pack(FILE.toml)                        a pack, which needs no compiler
#   cifra_plugin_test(NAME [EXAMPLES folder])    a ctest that runs `cifra plugin check` over it
#
# Variables: CIFRA_PLUGIN_OUTPUT_DIR, where libraries are built (default: the build folder);
# CIFRA_PLUGIN_INSTALL_DIR, where `cmake --install` puts them (empty: nowhere).

set(CIFRA_PLUGIN_MAP ${CMAKE_CURRENT_LIST_DIR}/cifra_plugin.map)
if(NOT DEFINED CIFRA_PLUGIN_INSTALL_DIR)
  set(CIFRA_PLUGIN_INSTALL_DIR lib/cifra/plugins)
endif()

function(cifra_plugin name)
  cmake_parse_arguments(ARG "" "" "LIBRARIES" ${ARGN})
  add_library(${name} MODULE ${ARG_UNPARSED_ARGUMENTS})
  target_compile_features(${name} PRIVATE cxx_std_20)
  target_link_libraries(${name} PRIVATE cifra::plugin ${ARG_LIBRARIES})
  # Whatever else is linked in stays inside: two plugins never share a symbol by accident.
  target_link_options(${name} PRIVATE -Wl,--version-script=${CIFRA_PLUGIN_MAP})
  if(NOT CIFRA_SANITIZE)
    target_link_options(${name} PRIVATE -Wl,-z,defs)
  endif()
  set_target_properties(${name} PROPERTIES
    PREFIX "" CXX_VISIBILITY_PRESET hidden C_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
    LINK_DEPENDS ${CIFRA_PLUGIN_MAP})
  if(CIFRA_PLUGIN_OUTPUT_DIR)
    set_target_properties(${name} PROPERTIES LIBRARY_OUTPUT_DIRECTORY ${CIFRA_PLUGIN_OUTPUT_DIR})
  endif()
  if(CIFRA_PLUGIN_INSTALL_DIR)
    install(TARGETS ${name} LIBRARY DESTINATION ${CIFRA_PLUGIN_INSTALL_DIR})
  endif()
endfunction()

function(cifra_plugin_test name)
  cmake_parse_arguments(ARG "" "EXAMPLES" "" ${ARGN})
  if(NOT ARG_EXAMPLES)
    set(ARG_EXAMPLES ${CMAKE_CURRENT_SOURCE_DIR}/examples)
  endif()
  add_test(NAME ${name}
    COMMAND cifra::command plugin check $<TARGET_FILE:${name}> --examples ${ARG_EXAMPLES})
endfunction()

# cifra_pack(FILE.toml): a pack, put beside the plugins and checked as they are.
function(cifra_pack file)
  set(source ${CMAKE_CURRENT_SOURCE_DIR}/${file})
  if(CIFRA_PLUGIN_OUTPUT_DIR)
    configure_file(${source} ${CIFRA_PLUGIN_OUTPUT_DIR}/${file} COPYONLY)
  endif()
  if(CIFRA_PLUGIN_INSTALL_DIR)
    install(FILES ${source} DESTINATION ${CIFRA_PLUGIN_INSTALL_DIR})
  endif()
  get_filename_component(name ${file} NAME_WE)
  add_test(NAME pack_${name} COMMAND cifra::command plugin check ${source})
endfunction()
