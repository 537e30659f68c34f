# Programs of `make bench`; not part of the ordinary build.
if(JISHAN_PLATFORM STREQUAL "native")
  add_executable(merge_bench EXCLUDE_FROM_ALL ${PROJECT_SOURCE_DIR}/tests/bench/merge_bench.cpp)
  target_link_libraries(merge_bench PRIVATE jishan_test_support jishan_app jishan_warnings)
  return()
endif()

# The page without the program: build/web/bench/ holds a bare table in the place of src/ui.
set(bench_page ${PROJECT_BINARY_DIR}/bench)
set(bench_sources ${program_sources})
list(FILTER bench_sources EXCLUDE REGEX "/main\\.cpp$")
add_executable(bench_table EXCLUDE_FROM_ALL ${bench_sources} ${PROJECT_SOURCE_DIR}/tests/bench/table_page.cpp)
set_target_properties(bench_table PROPERTIES
  RUNTIME_OUTPUT_DIRECTORY ${bench_page} OUTPUT_NAME jishan SUFFIX .js LINK_DEPENDS ${JISHAN_WEB_BRIDGE})
target_link_libraries(bench_table PRIVATE jishan_ui jishan_raster jishan_warnings)
target_link_options(bench_table PRIVATE ${JISHAN_WEB_LINK_OPTIONS} --js-library ${JISHAN_WEB_BRIDGE})

add_custom_command(
  OUTPUT ${bench_page}/index.html
  COMMAND ${CMAKE_COMMAND} -E copy ${page}/host.js ${bench_page}/host.js
  COMMAND ${JISHAN_NODE} ${web}/assemble.mjs ${PROJECT_SOURCE_DIR}/shell.html ${bench_page}
  DEPENDS bench_table ${page}/host.js ${PROJECT_SOURCE_DIR}/shell.html ${web}/assemble.mjs
  COMMENT "Assembling the page of a bare table" VERBATIM)
add_custom_target(bench_page DEPENDS ${bench_page}/index.html)
