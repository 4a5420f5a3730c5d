# The Debian packages that `cpack -G DEB` makes: the library for programs, and what it takes to build programs with it.
# Where the library is static, there is only the second.
set(library_package libapivideo${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
set(development_package libapivideo-dev)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME apivideo)
set(CPACK_PACKAGE_VENDOR "apivideo maintainers")
set(CPACK_PACKAGE_CONTACT "apivideo maintainers <maintainers@apivideo.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_HOMEPAGE_URL https://api.video)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
                                                WORLD_EXECUTE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${PROJECT_BINARY_DIR}/src)

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME ${development_package})
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_RECOMMENDS nlohmann-json3-dev)
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION
    "The headers of apivideo, its CMake package and its pkg-config files, and\n\
apivideo::test_support: a fake transport and a demo server for tests.")
set(development_depends libhowardhinnant-date-dev)
if(BUILD_SHARED_LIBS)
  set(CPACK_COMPONENTS_ALL runtime development)
  set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME ${library_package})
  set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION libs)
  # Either has a shared library: apivideo::test_support is for those who develop.
  set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA ${CMAKE_CURRENT_LIST_DIR}/debian/triggers)
  set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_CONTROL_EXTRA ${CMAKE_CURRENT_LIST_DIR}/debian/triggers)
  set(CPACK_COMPONENT_RUNTIME_DESCRIPTION
      "Calls the Analytics API of api.video, which tells how often videos and live\n\
streams were played: by country, device, operating system, browser, or time.")
  list(APPEND development_depends "${library_package} (= ${PROJECT_VERSION})")
else()
  set(CPACK_COMPONENTS_ALL development)
  list(APPEND development_depends libssl-dev)
  if(APIVIDEO_WITH_CPPREST)
    list(APPEND development_depends libcpprest-dev)
  endif()
  if(APIVIDEO_WITH_CURL)
    list(APPEND development_depends libcurl4-openssl-dev)
  endif()
  if(APIVIDEO_BUILD_TEST_SUPPORT)
    list(APPEND development_depends libcpp-httplib-dev pkg-config)
  endif()
endif()
list(JOIN development_depends ", " CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS)

# Debian wants these of each package; a plain `cmake --install` leaves them out.
string(TIMESTAMP debian_date "%a, %d %b %Y %H:%M:%S +0000" UTC)
find_program(APIVIDEO_GZIP gzip)
mark_as_advanced(APIVIDEO_GZIP)
foreach(component IN LISTS CPACK_COMPONENTS_ALL)
  string(TOUPPER ${component} upper)
  set(debian_package ${CPACK_DEBIAN_${upper}_PACKAGE_NAME})
  set(folder ${PROJECT_BINARY_DIR}/debian/${debian_package})
  configure_file(cmake/debian/copyright.in ${folder}/copyright @ONLY)
  configure_file(cmake/debian/changelog.in ${folder}/changelog @ONLY)
  set(documents ${folder}/copyright)
  if(APIVIDEO_GZIP)
    execute_process(COMMAND ${APIVIDEO_GZIP} -9nf ${folder}/changelog COMMAND_ERROR_IS_FATAL ANY)
    list(APPEND documents ${folder}/changelog.gz)
  endif()
  install(
    FILES ${documents}
    DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/doc/${debian_package}
    COMPONENT ${component}
    EXCLUDE_FROM_ALL)
endforeach()

include(CPack)
