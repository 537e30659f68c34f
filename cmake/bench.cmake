# Programs of `make bench`; not part of the ordinary build.
add_executable(merge_bench EXCLUDE_FROM_ALL ${PROJECT_SOURCE_DIR}/tests/bench/merge_bench.cpp)
target_link_libraries(merge_bench PRIVATE jishan_test_support jishan_app jishan_warnings)
