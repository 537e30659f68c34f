# The pinyin table is made from npm's pinyin-pro and Debian's unicode-data, so neither is committed.
find_program(JISHAN_NODE node REQUIRED NO_CMAKE_FIND_ROOT_PATH)
set(pinyin_table ${PROJECT_BINARY_DIR}/generated/base/pinyin_table.cpp)
set(unihan_folder /usr/share/unicode)
if(NOT EXISTS ${unihan_folder}/Unihan_Readings.txt.bz2)
  message(FATAL_ERROR "Unihan_Readings.txt.bz2 is missing. Run `make install` (Debian package unicode-data).")
endif()
add_custom_command(
  OUTPUT ${pinyin_table}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/generated/base
  COMMAND ${JISHAN_NODE} ${PROJECT_SOURCE_DIR}/web/tools/pinyin_table.mjs ${pinyin_table} ${unihan_folder}
  DEPENDS ${PROJECT_SOURCE_DIR}/web/tools/pinyin_table.mjs ${PROJECT_SOURCE_DIR}/web/package-lock.json
  COMMENT "Making the pinyin table")
target_sources(jishan_base PRIVATE ${pinyin_table})
