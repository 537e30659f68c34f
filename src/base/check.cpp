#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace jishan {
namespace {
CheckHandler installed_handler = nullptr;
}

void set_check_handler(CheckHandler handler) {
  installed_handler = handler;
}

void check_failed(const char* file, int line, const char* text) {
  std::fprintf(stderr, "%s:%d: check failed: %s\n", file, line, text);
  // The handler is taken out first, so that a check that fails inside it cannot come back here.
  if (const CheckHandler handler = installed_handler; handler != nullptr) {
    installed_handler = nullptr;
    handler(file, line, text);
  }
  std::abort();
}

}  // namespace jishan
