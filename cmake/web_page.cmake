# The page in build/web/: index.html with host.js, jishan.js and jishan.wasm to be served, and
# jishan.html with all of them inside, which opens by double click.
include(web_link_options)

find_program(JISHAN_NODE node REQUIRED)
set(web ${PROJECT_SOURCE_DIR}/web)
set(page ${PROJECT_BINARY_DIR})

file(GLOB_RECURSE program_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/platform/web/*.cpp)
file(GLOB_RECURSE host_sources CONFIGURE_DEPENDS ${web}/src/*.ts)
if(NOT program_sources OR NOT host_sources OR NOT EXISTS ${PROJECT_SOURCE_DIR}/shell.html)
  message(STATUS "No page yet: src/platform/web, web/src or shell.html is missing.")
  return()
endif()

# The sources themselves, not their library: an archive would drop what only the page calls.
add_executable(jishan_page ${program_sources})
set_target_properties(jishan_page PROPERTIES OUTPUT_NAME jishan SUFFIX .js LINK_DEPENDS ${JISHAN_WEB_BRIDGE})
target_link_libraries(jishan_page PRIVATE jishan_ui jishan_raster jishan_warnings)
target_link_options(jishan_page PRIVATE ${JISHAN_WEB_LINK_OPTIONS} --js-library ${JISHAN_WEB_BRIDGE})

add_custom_command(
  OUTPUT ${page}/host.js
  COMMAND ${JISHAN_NODE} ${web}/bundle.mjs ${page}/host.js
  DEPENDS ${host_sources} ${web}/bundle.mjs ${web}/tsconfig.json ${web}/package-lock.json
  COMMENT "Checking and bundling the page's TypeScript" VERBATIM)

add_custom_command(
  OUTPUT ${page}/index.html ${page}/jishan.html
  COMMAND ${JISHAN_NODE} ${web}/assemble.mjs ${PROJECT_SOURCE_DIR}/shell.html ${page}
  DEPENDS jishan_page ${page}/host.js ${PROJECT_SOURCE_DIR}/shell.html ${web}/assemble.mjs
  COMMENT "Assembling index.html and the single-file jishan.html" VERBATIM)

add_custom_target(page ALL DEPENDS ${page}/index.html ${page}/jishan.html)
