# What a snapshot's tables depend on: every source of the folds and of what lies below them. A change
# in any of them gives the program another name, and it throws away the snapshots of the other one.
# Included it says when the header is made; as a script (cmake -DSOURCES=… -DHEADER=… -P) it makes it.
set(fold_folders base db journal village roster ledger points shop volunteers)
if(NOT DEFINED SOURCES)
  set(SOURCES ${PROJECT_SOURCE_DIR}/src)
endif()
set(fold_globs "")
foreach(folder IN LISTS fold_folders)
  list(APPEND fold_globs ${SOURCES}/${folder}/*.h ${SOURCES}/${folder}/*.cpp ${SOURCES}/${folder}/*.sql)
endforeach()

if(DEFINED HEADER)
  file(GLOB_RECURSE fold_sources RELATIVE ${SOURCES} ${fold_globs})
  list(SORT fold_sources)
  set(sums "")
  foreach(source IN LISTS fold_sources)
    file(SHA256 ${SOURCES}/${source} sum)
    string(APPEND sums "${source} ${sum}\n")
  endforeach()
  string(SHA256 identity "${sums}")
  file(WRITE ${HEADER} "// Made by cmake/folds_identity.cmake.
#pragma once
#include <string_view>
namespace jishan::app {
inline constexpr std::string_view folds_identity = \"${identity}\";
}
")
  return()
endif()

file(GLOB_RECURSE fold_sources CONFIGURE_DEPENDS ${fold_globs})
set(folds_identity ${PROJECT_BINARY_DIR}/generated/app/folds_identity.h)
add_custom_command(
  OUTPUT ${folds_identity}
  COMMAND ${CMAKE_COMMAND} -DSOURCES=${SOURCES} -DHEADER=${folds_identity} -P ${CMAKE_CURRENT_LIST_FILE}
  DEPENDS ${fold_sources} ${CMAKE_CURRENT_LIST_FILE}
  COMMENT "Naming the folds")
target_sources(jishan_app PRIVATE ${folds_identity})
unset(SOURCES)
