// Columns of ledger tables as values. Only the .cpp files of this folder include it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include "base/check.h"
#include "db/database.h"
#include "journal/event.h"
#include "ledger/rules.h"

namespace jishan::ledger {

inline journal::Hash hash_column(const db::Statement& row, int column) {
  const db::Bytes bytes = row.blob(column);
  journal::Hash h;
  CHECK(bytes.size() == h.bytes.size());
  std::copy(bytes.begin(), bytes.end(), h.bytes.begin());
  return h;
}

// Three columns: lamport, h, line.
inline Place place_columns(const db::Statement& row, int column) {
  return {row.integer(column), hash_column(row, column + 1),
          static_cast<int>(row.integer(column + 2))};
}

inline std::optional<std::int64_t> optional_column(const db::Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return row.integer(column);
}

}  // namespace jishan::ledger
