#include "village/set_rows.h"

#include <optional>
#include <utility>

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

// The register key of a row; nothing when the row is inert.
std::optional<std::string> key_of(const SetKind& kind, const Json& row, int line,
                                  journal::InertList* inert) {
  journal::FieldReader read(row, line, inert);
  std::string key = kind.key(read);
  const Json& fields = read.object("f");
  for (const Field& field : kind.fields) {
    const Json* const value = fields.find(field.name);
    if (value == nullptr || is_allowed(field, *value)) continue;
    read.reject("f." + std::string(field.name));
  }
  return read.is_good() ? std::optional(std::move(key)) : std::nullopt;
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
    const int line = static_cast<int>(i);
    const std::optional<std::string> key = key_of(kind, row, line, nullptr);
    if (!key) continue;
    if (parts == RowParts::all) write(*row.object_at("f"), kind.fields, *key, line);
    const Json* const values = element(personal, i);
    if (values != nullptr) write(*values, kind.personal_fields, *key, line);
    keys.push_back(*key);
  }
  return keys;
}

void explain_rows(const SetKind& kind, const journal::Json& body, journal::InertList& inert) {
  int line = 0;
  for (const Json& row : journal::FieldReader(body, journal::whole_event, &inert).list("rows")) {
    static_cast<void>(key_of(kind, row, line++, &inert));
  }
}

}  // namespace jishan::village
