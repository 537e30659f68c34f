// CHECK stops the program on a broken invariant, also in release builds. It is for bugs only:
// refusals of a command and failures of the outside world travel as values.
#pragma once

namespace jishan {

// Called once, before the program stops, with the place and text of the broken invariant.
// The platform installs a handler that shows what was saved is safe.
using CheckHandler = void (*)(const char* file, int line, const char* text);
void set_check_handler(CheckHandler handler);

[[noreturn]] void check_failed(const char* file, int line, const char* text);

}  // namespace jishan

#define CHECK(condition) \
  ((condition) ? static_cast<void>(0) : ::jishan::check_failed(__FILE__, __LINE__, #condition))
