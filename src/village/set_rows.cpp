#include "village/set_rows.h"

#include <algorithm>

namespace jishan::village {
namespace {

using journal::Json;

const Json* element(const Json::Array* rows, std::size_t i) {
  return rows != nullptr && i < rows->size() ? &(*rows)[i] : nullptr;
}

// "" clears a field of any type (journal.md §2.2).
bool is_allowed(const Field& field, const Json& value) {
  const std::string* const text = value.string();
  return (text != nullptr && text->empty()) || field.is_valid(value);
}

bool is_row_valid(const SetKind& kind, const Json& row) {
  const Json* const fields = row.object_at("f");
  if (fields == nullptr) return false;
  return std::all_of(kind.fields.begin(), kind.fields.end(), [&](const Field& field) {
    const Json* const value = fields->find(field.name);
    return value == nullptr || is_allowed(field, *value);
  });
}

}  // namespace

bool is_text(const Json& value) {
  return value.string() != nullptr;
}

bool is_flag(const Json& value) {
  return value.integer() != nullptr && (*value.integer() == 0 || *value.integer() == 1);
}

std::vector<std::string> write_rows(journal::Registers& registers, const SetKind& kind,
                                    const journal::FoldEvent& taken, RowParts parts) {
  std::vector<std::string> keys;
  const Json::Array* const rows = taken.event.body.array_at("rows");
  if (rows == nullptr) return keys;
  const Json::Array* const personal =
      taken.event.personal ? taken.event.personal->array_at("rows") : nullptr;
  const auto write = [&](const Json& values, std::span<const Field> fields, std::string_view key,
                         int line) {
    for (const Field& field : fields) {
      const Json* const value = values.find(field.name);
      if (value == nullptr || !is_allowed(field, *value)) continue;
      registers.write(kind.table, key, field.name, taken, line, *value);
    }
  };
  for (std::size_t i = 0; i < rows->size(); ++i) {
    const Json& row = (*rows)[i];
    const std::optional<std::string> key = kind.key(row);
    if (!key || !is_row_valid(kind, row)) continue;
    const int line = static_cast<int>(i);
    if (parts == RowParts::all) write(*row.object_at("f"), kind.fields, *key, line);
    const Json* const values = element(personal, i);
    if (values != nullptr) write(*values, kind.personal_fields, *key, line);
    keys.push_back(*key);
  }
  return keys;
}

}  // namespace jishan::village
