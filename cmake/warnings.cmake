# The warnings that our own code is built with; third-party code is built without them.
add_library(jishan_warnings INTERFACE)
# A designated initialiser that leaves fields at their defaults is how requests are written here.
target_compile_options(jishan_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-missing-field-initializers -Werror
  -fno-exceptions)

if(JISHAN_SANITIZE)
  add_compile_options(-O1 -g1 -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(JISHAN_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
