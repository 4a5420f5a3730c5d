# apivideo.pc and apivideo-test-support.pc: what pkg-config tells about the libraries, wherever they were moved to.

# The way from the folder of the .pc files up to the prefix.
file(RELATIVE_PATH up_to_prefix ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
string(REGEX REPLACE "/$" "" up_to_prefix "${up_to_prefix}")
foreach(folder libdir includedir)
  string(TOUPPER ${folder} upper)
  set(pc_${folder} ${CMAKE_INSTALL_${upper}})
  if(NOT IS_ABSOLUTE "${pc_${folder}}")
    set(pc_${folder} "\${prefix}/${pc_${folder}}")
  endif()
endforeach()

# date has no .pc file of its own: what its CMake target asks of those who include it is handed on.
get_target_property(date_definitions date::date INTERFACE_COMPILE_DEFINITIONS)
get_target_property(date_folders date::date INTERFACE_INCLUDE_DIRECTORIES)
set(date_cflags "")
foreach(definition IN LISTS date_definitions)
  string(APPEND date_cflags " -D${definition}")
endforeach()
foreach(folder IN LISTS date_folders)
  if(NOT folder IN_LIST CMAKE_CXX_IMPLICIT_INCLUDE_DIRECTORIES)
    string(APPEND date_cflags " -I${folder}")
  endif()
endforeach()

# A shared library knows what it needs by itself.
set(private_libraries "")
set(test_support_private "")
set(static_cflags "")
set(test_support_cflags "")
if(NOT library_type STREQUAL "SHARED_LIBRARY")
  if(APIVIDEO_WITH_CPPREST)
    string(APPEND private_libraries " -lcpprest")
  endif()
  if(APIVIDEO_WITH_CURL)
    # Not by libcurl.pc: its own private libraries need packages that a static libcurl alone would need.
    string(APPEND private_libraries " -lcurl")
  endif()
  string(APPEND private_libraries " -lssl -lcrypto -pthread")
  set(test_support_private "-lcpp-httplib -lcrypto -pthread")
  set(static_cflags " -DAPIVIDEO_STATIC_DEFINE")
  set(test_support_cflags "-DAPIVIDEO_TEST_SUPPORT_STATIC_DEFINE")
endif()

set(pc_names apivideo)
if(APIVIDEO_BUILD_TEST_SUPPORT)
  list(APPEND pc_names apivideo-test-support)
endif()
foreach(name IN LISTS pc_names)
  configure_file(cmake/${name}.pc.in ${PROJECT_BINARY_DIR}/install/${name}.pc @ONLY)
  install(
    FILES ${PROJECT_BINARY_DIR}/install/${name}.pc
    DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig
    COMPONENT development)
endforeach()
