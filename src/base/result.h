// Result<T>: a value, or the reason why the outside world (file, JSON, storage) did not give one.
// It must not know any domain word; refusals of commands are status enums, not Errors.
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "base/check.h"

namespace jishan {

enum class ErrorCode {
  malformed,      // the bytes break the form or a limit
  truncated,      // the bytes end too early
  wrong_hash,     // well formed, but not what its name says
  other_village,  // a book that is not this one
  newer_format,   // written by a newer version
  too_large,      // refused by size
  not_found,
  unreadable,     // the file or the store could not be read
  unwritable,     // the file or the store could not be written
  cancelled,
};

struct Error {
  ErrorCode code = ErrorCode::malformed;
  std::string detail;  // for a developer or a script, in English; screens translate the code
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool ok() const { return m_state.index() == 0; }
  explicit operator bool() const { return ok(); }

  [[nodiscard]] T& value() & {
    CHECK(ok());
    return *std::get_if<0>(&m_state);
  }
  [[nodiscard]] const T& value() const& {
    CHECK(ok());
    return *std::get_if<0>(&m_state);
  }
  [[nodiscard]] T&& value() && {
    CHECK(ok());
    return std::move(*std::get_if<0>(&m_state));
  }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }

  [[nodiscard]] const Error& error() const {
    CHECK(!ok());
    return *std::get_if<1>(&m_state);
  }

 private:
  std::variant<T, Error> m_state;
};

struct Nothing {};
using Done = Result<Nothing>;
inline Done done() {
  return Nothing{};
}

}  // namespace jishan

// TRY(expression) gives the value of a Result or returns its Error from the enclosing function.
#define TRY(expression)                                              \
  __extension__({                                                    \
    auto try_result = (expression);                                  \
    if (!try_result.ok()) return ::jishan::Error(try_result.error()); \
    std::move(try_result).value();                                   \
  })
