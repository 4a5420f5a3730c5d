# What `cmake --install` puts where: libraries, headers, the CMake package, the pkg-config files, documents.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/apivideo)

# Each export has a file of its own: apivideo::test_support needs more than apivideo::apivideo where both are static.
function(apivideo_install_library target export)
  install(
    TARGETS ${target}
    EXPORT ${export}
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT ${ARGV2} NAMELINK_COMPONENT development
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
  install(EXPORT ${export} NAMESPACE apivideo:: DESTINATION ${package_dir} COMPONENT development)
endfunction()

apivideo_install_library(apivideo apivideo-targets runtime)
set(headers_left_out version.hpp.in)
if(APIVIDEO_BUILD_TEST_SUPPORT)
  apivideo_install_library(apivideo_test_support apivideo-test-support-targets development)
else()
  list(APPEND headers_left_out test_support)
endif()
foreach(transport cpprest curl)
  string(TOUPPER ${transport} upper)
  if(NOT APIVIDEO_WITH_${upper})
    list(APPEND headers_left_out ${transport}_transport.hpp)
  endif()
endforeach()
list(JOIN headers_left_out "|" pattern)
install(
  DIRECTORY ${PROJECT_SOURCE_DIR}/include/apivideo ${PROJECT_BINARY_DIR}/include/apivideo
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
  COMPONENT development
  REGEX "/(${pattern})$" EXCLUDE)

get_target_property(library_type apivideo TYPE)
# In a folder of their own, where nobody takes the build for a package.
configure_package_config_file(cmake/apivideo-config.cmake.in ${PROJECT_BINARY_DIR}/install/apivideo-config.cmake
                              INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/install/apivideo-config-version.cmake COMPATIBILITY SameMinorVersion)
install(
  FILES ${PROJECT_BINARY_DIR}/install/apivideo-config.cmake ${PROJECT_BINARY_DIR}/install/apivideo-config-version.cmake
  DESTINATION ${package_dir}
  COMPONENT development)

include(cmake/pkg_config.cmake)

# Within another project the folder for documents is that project's own.
set(documents_dir ${CMAKE_INSTALL_DATAROOTDIR}/doc/apivideo)
if(PROJECT_IS_TOP_LEVEL)
  set(documents_dir ${CMAKE_INSTALL_DOCDIR})
endif()
install(
  FILES LICENSE README.md CHANGELOG.md
  DESTINATION ${documents_dir}
  COMPONENT development)
# With what the documents link to.
install(
  DIRECTORY docs examples
  DESTINATION ${documents_dir}
  COMPONENT development
  FILES_MATCHING
  PATTERN "*.md"
  PATTERN "*.png"
  PATTERN "*.cpp"
  PATTERN "*.hpp")
