# `cmake --install`: the command, the plugins (cifra_plugin() sees to them), the plugin headers and
# the CMake package for plugin authors. The build folder serves as such a package too.
install(TARGETS cifra RUNTIME DESTINATION bin)
install(FILES core/plugin/cifra_plugin.h core/plugin/cifra_plugin.hpp DESTINATION include/cifra)
install(FILES tools/cmake/CifraPlugin.cmake tools/cmake/cifra_plugin.map DESTINATION lib/cmake/cifra)
install(FILES README.md LICENSE plugins/README.md DESTINATION share/doc/cifra)

include(CMakePackageConfigHelpers)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/cifra-config-version.cmake
  VERSION ${PROJECT_VERSION} COMPATIBILITY SameMajorVersion)

set(CIFRA_PREFIX_FROM_CONFIG "../../..")
set(CIFRA_HEADERS_FROM_PREFIX "include/cifra")
set(CIFRA_COMMAND_FROM_PREFIX "bin/cifra")
set(CIFRA_MODULES_FROM_PREFIX "lib/cmake/cifra")
configure_file(tools/cmake/cifra-config.cmake.in ${CMAKE_BINARY_DIR}/generated/cifra-config.cmake @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/generated/cifra-config.cmake
  ${CMAKE_BINARY_DIR}/cifra-config-version.cmake DESTINATION lib/cmake/cifra)

file(RELATIVE_PATH CIFRA_PREFIX_FROM_CONFIG ${CMAKE_BINARY_DIR} ${CMAKE_SOURCE_DIR})
file(RELATIVE_PATH CIFRA_COMMAND_FROM_PREFIX ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR}/cifra)
set(CIFRA_HEADERS_FROM_PREFIX "core/plugin")
set(CIFRA_MODULES_FROM_PREFIX "tools/cmake")
configure_file(tools/cmake/cifra-config.cmake.in ${CMAKE_BINARY_DIR}/cifra-config.cmake @ONLY)
