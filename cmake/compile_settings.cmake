# How our own code is compiled; nothing here reaches those who link us.
add_library(apivideo_compile_settings INTERFACE)
target_compile_features(apivideo_compile_settings INTERFACE cxx_std_17)
target_compile_options(apivideo_compile_settings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
if(APIVIDEO_WARNINGS_AS_ERRORS)
  target_compile_options(apivideo_compile_settings INTERFACE -Werror)
endif()
if(APIVIDEO_SANITIZERS)
  target_compile_options(apivideo_compile_settings INTERFACE -fsanitize=${APIVIDEO_SANITIZERS} -fno-sanitize-recover=all
                                                             -fno-omit-frame-pointer)
  target_link_options(apivideo_compile_settings INTERFACE -fsanitize=${APIVIDEO_SANITIZERS})
endif()
