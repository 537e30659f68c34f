#include "support/noting_fold.h"

namespace jishan::support {
namespace {

using journal::Json;

struct OneFold final : Folds {
  OneFold(db::Database& database, journal::Registers& registers) : fold(database, registers) {}
  std::vector<journal::Fold*> in_arrow_order() override { return {&fold}; }
  NotingFold fold;
};

std::string_view area_of(std::string_view kind) {
  return kind.substr(0, kind.find('.'));
}

}  // namespace

void NotingFold::create_tables(db::Database& database) {
  database.execute("CREATE TABLE noting_event (h TEXT PRIMARY KEY, x TEXT NOT NULL) STRICT");
}

bool NotingFold::knows(std::string_view kind, int version) const {
  return !kind.starts_with("later.") && version == 1;
}

void NotingFold::take(const journal::FoldEvent& taken) {
  m_database.cached("INSERT INTO noting_event (h, x) VALUES (?, '')").run(taken.event.h.hex());
  write_rows(taken, taken.event.body, false);
  if (taken.event.personal) take_personal(taken);
}

void NotingFold::take_personal(const journal::FoldEvent& taken) {
  m_database.cached("UPDATE noting_event SET x = ? WHERE h = ?")
      .run(taken.event.personal->canonical(), taken.event.h.hex());
  write_rows(taken, *taken.event.personal, true);
}

void NotingFold::write_rows(const journal::FoldEvent& taken, const Json& part, bool is_personal) {
  const Json::Array* const rows = part.array_at("rows");
  const Json::Array* const keys = taken.event.body.array_at("rows");
  if (rows == nullptr || keys == nullptr) return;
  for (std::size_t i = 0; i < rows->size() && i < keys->size(); ++i) {
    const auto id = (*keys)[i].string_at("id");
    const Json* const fields = is_personal ? &(*rows)[i] : (*rows)[i].object_at("f");
    if (!id || fields == nullptr || fields->object() == nullptr) continue;
    for (const auto& [field, value] : *fields->object()) {
      m_registers.write(area_of(taken.event.kind), *id, field, taken, static_cast<int>(i), value);
    }
  }
}

void NotingFold::dump(Json& books, Json& people) const {
  Json::Array events;
  Json::Array personal;
  db::Statement& rows = m_database.cached("SELECT h, x FROM noting_event ORDER BY h");
  rows.bind();
  while (rows.step()) {
    events.emplace_back(rows.text(0));
    personal.emplace_back(rows.text(1));
  }
  Json::Array shown;
  for (const std::string& key : m_registers.keys("hh")) {
    const auto number = m_registers.shown_text("hh", key, "no");
    shown.push_back(Json(Json::Array{Json(key), Json(number.value_or(""))}));
    personal.push_back(Json(m_registers.shown_fields("hh", key)));
  }
  books.set("events", Json(std::move(events))).set("hh", Json(std::move(shown)));
  people.set("x", Json(std::move(personal)));
}

std::unique_ptr<Folds> noting_folds(db::Database& database, journal::Registers& registers) {
  return std::make_unique<OneFold>(database, registers);
}

}  // namespace jishan::support
