// How a `.set` kind becomes registers: rows[{key fields…, f}] in b, and at the same index of x.rows
// the personal fields. It must not know any kind; roster uses it too.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "journal/event.h"
#include "journal/field_reader.h"
#include "journal/fold.h"
#include "journal/registers.h"

namespace jishan::village {

using FieldCheck = bool (*)(const journal::Json& value);
// What a field may hold besides "", which clears every field.
struct Field {
  std::string_view name;
  FieldCheck is_valid;
};

// Checks that several kinds share.
bool is_text(const journal::Json& value);
bool is_flag(const journal::Json& value);  // 0 or 1
template <class Id>
bool is_id_or_cleared(const journal::Json& value) {
  const std::string* const text = value.string();
  return text != nullptr && (text->empty() || Id::from_text(*text).has_value());
}

struct SetKind {
  std::string_view table;                 // of the registers: "hh"
  std::string (*key)(journal::FieldReader& row);  // the register key: of the row's key fields
  std::span<const Field> fields;          // of f: one of another type makes the row inert
  std::span<const Field> personal_fields; // of x.rows[i]: one of another type is left out, because
                                          // who does not hold x must see the same rows
};

enum class RowParts { all, personal };
// Writes the registers of every row that is not inert and gives their keys.
std::vector<std::string> write_rows(journal::Registers& registers, const SetKind& kind,
                                    const journal::FoldEvent& taken, RowParts parts);
// Which rows are inert, or the whole event for want of rows, and why.
void explain_rows(const SetKind& kind, const journal::Json& body, journal::InertList& inert);

}  // namespace jishan::village
