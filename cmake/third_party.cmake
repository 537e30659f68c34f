# Third-party code, fetched by package managers and never committed: SQLite's amalgamation from the
# npm package better-sqlite3, Dear ImGui 1.92 from Debian's source package, nlohmann/json.
enable_language(C)

set(sqlite_folder ${PROJECT_SOURCE_DIR}/web/node_modules/better-sqlite3/deps/sqlite3)
if(NOT EXISTS ${sqlite_folder}/sqlite3.c)
  message(FATAL_ERROR "SQLite's source is missing. Run `make install` (or `npm ci --ignore-scripts` in web/).")
endif()
add_library(sqlite3 STATIC ${sqlite_folder}/sqlite3.c)
target_include_directories(sqlite3 SYSTEM PUBLIC ${sqlite_folder})
target_compile_definitions(sqlite3 PRIVATE
  SQLITE_DQS=0 SQLITE_THREADSAFE=0 SQLITE_DEFAULT_MEMSTATUS=0 SQLITE_LIKE_DOESNT_MATCH_BLOBS
  SQLITE_ENABLE_DBPAGE_VTAB
  SQLITE_MAX_EXPR_DEPTH=0 SQLITE_USE_ALLOCA SQLITE_TEMP_STORE=3 SQLITE_TRUSTED_SCHEMA=0
  SQLITE_OMIT_DEPRECATED SQLITE_OMIT_SHARED_CACHE SQLITE_OMIT_LOAD_EXTENSION SQLITE_OMIT_DECLTYPE
  SQLITE_OMIT_UTF16 SQLITE_OMIT_WAL SQLITE_OMIT_COMPLETE SQLITE_OMIT_GET_TABLE SQLITE_OMIT_TCL_VARIABLE
  SQLITE_OMIT_JSON SQLITE_OMIT_LOCALTIME SQLITE_OMIT_TRACE
  SQLITE_OMIT_AUTHORIZATION SQLITE_OMIT_INCRBLOB SQLITE_OMIT_DESERIALIZE SQLITE_OMIT_AUTOVACUUM)
target_compile_options(sqlite3 PRIVATE -O2 -w)

# Only the header is copied, so that /usr/include never reaches Emscripten's include path.
find_path(nlohmann_folder nlohmann/json.hpp PATHS /usr/include REQUIRED NO_CMAKE_FIND_ROOT_PATH)
file(COPY ${nlohmann_folder}/nlohmann DESTINATION ${PROJECT_BINARY_DIR}/third_party)
add_library(nlohmann INTERFACE)
target_include_directories(nlohmann SYSTEM INTERFACE ${PROJECT_BINARY_DIR}/third_party)
target_compile_definitions(nlohmann INTERFACE JSON_NOEXCEPTION)

if(NOT JISHAN_IMGUI_DIR)
  execute_process(COMMAND ${PROJECT_SOURCE_DIR}/cmake/fetch_imgui.sh OUTPUT_VARIABLE imgui_folder
                  OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE fetched)
  if(NOT fetched EQUAL 0)
    message(FATAL_ERROR "Dear ImGui could not be fetched; give its folder with -DJISHAN_IMGUI_DIR=FOLDER.")
  endif()
  set(JISHAN_IMGUI_DIR ${imgui_folder} CACHE PATH "Folder that holds imgui.h 1.92.x")
endif()
file(STRINGS ${JISHAN_IMGUI_DIR}/imgui.h imgui_version REGEX "^#define IMGUI_VERSION ")
if(NOT imgui_version MATCHES "\"1\\.92")
  message(FATAL_ERROR "Dear ImGui 1.92.x is needed, found: ${imgui_version}")
endif()
message(STATUS "Dear ImGui: ${imgui_version}")
add_library(imgui STATIC ${JISHAN_IMGUI_DIR}/imgui.cpp ${JISHAN_IMGUI_DIR}/imgui_draw.cpp
  ${JISHAN_IMGUI_DIR}/imgui_tables.cpp ${JISHAN_IMGUI_DIR}/imgui_widgets.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${JISHAN_IMGUI_DIR})
target_include_directories(imgui PRIVATE ${PROJECT_SOURCE_DIR}/src)
target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="ui/imgui_config.h")
target_compile_options(imgui PRIVATE -w -fno-exceptions)
