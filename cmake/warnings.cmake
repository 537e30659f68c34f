# The warnings that our own code is built with; third-party code is built without them.
add_library(jishan_warnings INTERFACE)
# A designated initialiser that leaves fields at their defaults is how requests are written here.
target_compile_options(jishan_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-missing-field-initializers -Werror
  -fno-exceptions)
# Optimising, GCC 12 finds faults inside the standard library that are not there: in operator+ of
# std::string (GCC bug 105329) and in std::variant and std::map of recursive types (105562).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(jishan_warnings INTERFACE
    -Wno-restrict $<$<CONFIG:Release>:-Wno-maybe-uninitialized -Wno-array-bounds>)
endif()

if(JISHAN_SANITIZE)
  add_compile_options(-O1 -g1 -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(JISHAN_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
