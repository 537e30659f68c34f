# The targets of tests/fuzz under libFuzzer (preset `fuzz`, clang): build/fuzz/line_fuzz and
# build/fuzz/bundle_fuzz, to be run with a corpus folder and -max_total_time=SECONDS.
if(JISHAN_FUZZ)
  foreach(target line bundle)
    add_executable(${target}_fuzz tests/libfuzzer/${target}.cpp tests/fuzz/targets.cpp)
    target_include_directories(${target}_fuzz PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    target_link_libraries(${target}_fuzz PRIVATE jishan_journal jishan_warnings)
    target_link_options(${target}_fuzz PRIVATE -fsanitize=fuzzer)
  endforeach()
endif()
