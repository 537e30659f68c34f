# layer(NAME DEPENDS LAYERS… THIRD_PARTY TARGETS…)
# One folder of src/ as a static library that can include only what its DEPENDS allow to link, and
# one test program from tests/NAME. A folder without sources yet is an interface library.
function(layer name)
  cmake_parse_arguments(LAYER "" "FOLDER" "DEPENDS;THIRD_PARTY" ${ARGN})
  if(NOT LAYER_FOLDER)
    set(LAYER_FOLDER ${name})
  endif()
  set(folder ${PROJECT_SOURCE_DIR}/src/${LAYER_FOLDER})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  set(target jishan_${name})
  if(sources)
    add_library(${target} STATIC ${sources})
    target_link_libraries(${target} PRIVATE jishan_warnings)
    set(scope PUBLIC)
  else()
    add_library(${target} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(${target} ${scope} ${PROJECT_SOURCE_DIR}/src ${PROJECT_BINARY_DIR}/generated)
  foreach(below IN LISTS LAYER_DEPENDS)
    target_link_libraries(${target} ${scope} jishan_${below})
  endforeach()
  target_link_libraries(${target} ${scope} ${LAYER_THIRD_PARTY})

  if(EXISTS ${folder}/schema.sql)
    set(header ${PROJECT_BINARY_DIR}/generated/${LAYER_FOLDER}/schema_sql.h)
    add_custom_command(
      OUTPUT ${header}
      COMMAND ${CMAKE_COMMAND} -DSCHEMA=${folder}/schema.sql -DHEADER=${header} -DLAYER=${name}
              -P ${PROJECT_SOURCE_DIR}/cmake/embed_sql.cmake
      DEPENDS ${folder}/schema.sql ${PROJECT_SOURCE_DIR}/cmake/embed_sql.cmake)
    if(sources)
      target_sources(${target} PRIVATE ${header})
    endif()
  endif()

  if(JISHAN_TESTS)
    test_program(${name} ${target})
  endif()
endfunction()

# test_program(NAME LIBRARIES…): tests/NAME/**/*_test.cpp as one program, registered with ctest.
function(test_program name)
  file(GLOB_RECURSE tests CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/${name}/*.cpp)
  if(NOT tests)
    return()
  endif()
  add_executable(${name}_test ${tests})
  target_link_libraries(${name}_test PRIVATE jishan_test_support ${ARGN} jishan_warnings GTest::gtest_main)
  add_test(NAME ${name} COMMAND ${name}_test)
endfunction()
