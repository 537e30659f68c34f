#include "village/fold.h"

#include <algorithm>
#include <array>

#include "village/conflicts.h"
#include "village/events.h"
#include "village/queries.h"
#include "village/schema_sql.h"
#include "village/set_rows.h"

namespace jishan::village {
namespace {

using journal::Json;

bool is_count(const Json& value) {
  return value.integer() != nullptr && *value.integer() >= 0;
}
bool is_gate(const Json& value) {
  return value.string() != nullptr && (*value.string() == "notice" || *value.string() == "none");
}
bool is_list_of_caps(const Json& value) {
  return village_caps_from(value).has_value();
}
bool is_mask(const Json& value) {
  const std::string* const code = value.string();
  return code != nullptr &&
         (*code == code_of(NameMask::middle) || *code == code_of(NameMask::given));
}
bool is_list_of_texts(const Json& value) {
  return value.array() != nullptr &&
         std::all_of(value.array()->begin(), value.array()->end(), is_text);
}

constexpr std::array<Field, 8> setting_fields = {{{"name", is_text},
                                                  {"town", is_text},
                                                  {"step", is_count},
                                                  {"rate_fen", is_count},
                                                  {"gate", is_gate},
                                                  {"notice_days", is_count},
                                                  {"caps", is_list_of_caps},
                                                  {"mask", is_mask}}};
constexpr std::array<Field, 3> operator_fields = {
    {{"roles", is_list_of_texts}, {"res", is_id_or_cleared<ResidentId>}, {"on", is_flag}}};
constexpr std::array<Field, 1> operator_personal = {{{"name", is_text}}};

std::string village_key(journal::FieldReader&) {
  return {};
}
std::string operator_key(journal::FieldReader& row) {
  return row.id<OperatorId>("id").str();
}

constexpr SetKind setting_kind = {"village", village_key, setting_fields, {}};
constexpr SetKind operator_kind = {"op", operator_key, operator_fields, operator_personal};

}  // namespace

VillageFold::VillageFold(db::Database& database, journal::Registers& registers)
    : m_database(database), m_registers(registers) {}

void VillageFold::create_tables(db::Database& database) {
  database.execute(schema_sql);
}

bool VillageFold::knows(std::string_view kind, int version) const {
  constexpr std::array<std::string_view, 6> kinds = {kind_create, kind_set,      kind_unite,
                                                     kind_writer, kind_operator, kind_settle};
  return version == 1 && std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

void VillageFold::take(const journal::FoldEvent& taken) {
  const journal::Event& event = taken.event;
  if (event.kind == kind_create) {
    const auto genesis = genesis_from(event.body);
    if (!genesis) return;
    m_database
        .cached(
            "INSERT INTO village_genesis (h, name, town, code, mode, offset_minutes)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
        .run(db::Bytes(event.h.bytes), genesis->name, genesis->town, genesis->code, genesis->mode,
             genesis->offset_minutes);
  } else if (event.kind == kind_set) {
    write_rows(m_registers, setting_kind, taken, RowParts::all);
  } else if (event.kind == kind_operator) {
    write_rows(m_registers, operator_kind, taken, RowParts::all);
  } else if (event.kind == kind_writer) {
    const auto writer = writer_from(event.body);
    if (!writer) return;
    m_registers.write("writer", event.writer, "app", taken, 0, writer->app);
    m_registers.write("writer", event.writer, "name", taken, 0, writer->name);
  } else if (event.kind == kind_settle) {
    const auto settle = settle_from(event.body);
    if (!settle) return;
    m_database
        .cached("INSERT INTO village_settle (todo, basis) VALUES (?, ?) ON CONFLICT DO NOTHING")
        .run(settle->todo, settle->basis);
    // A decision without a floor decides on none: the register holds 0 for it.
    m_registers.write("settle", settle->todo, "floor", taken, 0, settle->floor.value_or(0));
  }
}

void VillageFold::take_personal(const journal::FoldEvent& taken) {
  if (taken.event.kind == kind_operator) {
    write_rows(m_registers, operator_kind, taken, RowParts::personal);
  }
}

void VillageFold::settle() {
  // Everything is a register or a set: nothing has to be recomputed.
}

void VillageFold::dump(Json&, Json& people) const {
  Json rows{Json::Array()};
  for (const std::string& id : m_registers.keys("op")) {
    Json row{Json::Array()};
    row.push_back(id);
    row.push_back(m_registers.shown_text("op", id, "name").value_or(""));
    rows.push_back(std::move(row));
  }
  people.set("operator", std::move(rows));
}

void VillageFold::list_todos(const journal::Journal& journal, Json::Array& rows) const {
  append_rows(todos(m_database, journal), rows);
}

// The body of village.unite says nothing that its place among the parents does not.
void VillageFold::explain_inert(const journal::FoldEvent& closed,
                                journal::InertList& inert) const {
  const auto& [number, event] = closed;
  if (event.kind == kind_create) static_cast<void>(genesis_from(event.body, &inert));
  if (event.kind == kind_set) explain_rows(setting_kind, event.body, inert);
  if (event.kind == kind_operator) explain_rows(operator_kind, event.body, inert);
  if (event.kind == kind_writer) static_cast<void>(writer_from(event.body, &inert));
  if (event.kind == kind_settle) static_cast<void>(settle_from(event.body, &inert));
}

std::vector<Todo> todos(db::Database& database, const journal::Journal& journal) {
  std::vector<Todo> found;
  for (const Field& field : setting_fields) {
    auto evidence = conflicting_writes(journal::Registers(database), journal, setting_kind.table,
                                       {"", {""}}, field.name);
    if (evidence.empty()) continue;
    add_if_open(database, "village-field", std::string(field.name), std::move(evidence), found);
  }
  return found;
}

}  // namespace jishan::village
