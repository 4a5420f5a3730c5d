# What the libraries have in common: version, and what can be seen of them from outside.
include(GenerateExportHeader)

# apivideo_export_header(TARGET PREFIX HEADER): makes HEADER, which defines PREFIX_EXPORT and, but for its guard, nothing else.
function(apivideo_export_header target prefix header)
  set(unused "// SPDX-License-Identifier: MIT\n")
  foreach(name NO_EXPORT DEPRECATED DEPRECATED_EXPORT DEPRECATED_NO_EXPORT)
    string(APPEND unused "#undef ${prefix}_${name}\n")
  endforeach()
  generate_export_header(
    ${target}
    BASE_NAME ${prefix}
    INCLUDE_GUARD_NAME ${prefix}_EXPORT_HPP
    CUSTOM_CONTENT_FROM_VARIABLE unused
    EXPORT_FILE_NAME ${PROJECT_BINARY_DIR}/include/apivideo/${header})
  get_target_property(type ${target} TYPE)
  if(type STREQUAL "STATIC_LIBRARY")
    target_compile_definitions(${target} PUBLIC ${prefix}_STATIC_DEFINE)
  endif()
endfunction()

# apivideo_library_settings(TARGET)
function(apivideo_library_settings target)
  set_target_properties(
    ${target}
    PROPERTIES VERSION ${PROJECT_VERSION}
               SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}
               POSITION_INDEPENDENT_CODE ON
               CXX_EXTENSIONS OFF
               CXX_VISIBILITY_PRESET hidden
               VISIBILITY_INLINES_HIDDEN ON)
  # Headers of other libraries, the standard library's included, mark their inline functions and types as visible, which no
  # setting of ours can take back: only the linker keeps them inside.
  get_target_property(type ${target} TYPE)
  if(type STREQUAL "SHARED_LIBRARY")
    set(symbols ${PROJECT_SOURCE_DIR}/cmake/exported_symbols.map)
    target_link_options(${target} PRIVATE -Wl,--version-script=${symbols})
    if(NOT APIVIDEO_SANITIZERS)
      # Of a sanitizer's functions some are in the program alone.
      target_link_options(${target} PRIVATE -Wl,--no-undefined)
    endif()
    set_target_properties(${target} PROPERTIES LINK_DEPENDS ${symbols})
  endif()
endfunction()
