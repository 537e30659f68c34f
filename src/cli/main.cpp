#include <iostream>
#include <string_view>
#include <vector>

#include "cli/tool.h"

int main(int count, char** words) {
  const std::vector<std::string_view> arguments(words + 1, words + count);
  return jishan::cli::run_tool(arguments, std::cout, std::cerr);
}
