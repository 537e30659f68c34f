// libFuzzer's way in; built by the preset `fuzz`.
#include <cstddef>
#include <cstdint>

#include "fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  jishan::fuzz::check_line({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
