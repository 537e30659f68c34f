#include "village/queries.h"

#include <algorithm>

#include "journal/registers.h"

namespace jishan::village {
namespace {

using journal::Json;
using journal::Registers;

std::vector<std::string> texts_of(const Json* list) {
  std::vector<std::string> texts;
  if (list == nullptr || list->array() == nullptr) return texts;
  for (const Json& element : *list->array()) {
    if (element.string() != nullptr) texts.push_back(*element.string());
  }
  return texts;
}

OperatorView operator_view(const Registers& registers, const OperatorId& id) {
  const Json fields(registers.shown_fields("op", id.text()));
  OperatorView view;
  view.id = id;
  view.name = Personal(std::string(fields.string_at("name").value_or("")));
  view.roles = texts_of(fields.find("roles"));
  view.resident =
      ResidentId::from_text(fields.string_at("res").value_or("")).value_or(ResidentId());
  view.is_on = fields.integer_at("on").value_or(1) != 0;
  return view;
}

void read_genesis(db::Database& database, Settings& settings) {
  db::Statement& row = database.cached(
      "SELECT name, town, code, mode, offset_minutes FROM village_genesis ORDER BY h LIMIT 1");
  if (!row.bind().step()) return;
  settings.name = row.str(0);
  settings.town = row.str(1);
  settings.code = row.str(2);
  settings.mode = static_cast<Mode>(row.integer(3));
  settings.offset_minutes = static_cast<int>(row.integer(4));
  row.reset();
}

}  // namespace

Settings settings(db::Database& database) {
  Settings settings;
  read_genesis(database, settings);
  const Json fields(Registers(database).shown_fields("village", ""));
  if (const auto name = fields.string_at("name")) settings.name = *name;
  if (const auto town = fields.string_at("town")) settings.town = *town;
  settings.step = fields.integer_at("step").value_or(settings.step);
  settings.rate_fen = fields.integer_at("rate_fen").value_or(settings.rate_fen);
  if (fields.string_at("gate") == "notice") settings.gate = Gate::notice;
  settings.notice_days = fields.integer_at("notice_days").value_or(settings.notice_days);
  if (const Json* const caps = fields.find("caps")) {
    settings.caps = village_caps_from(*caps).value_or(std::vector<Cap>());
  }
  if (fields.string_at("mask") == code_of(NameMask::given)) settings.mask = NameMask::given;
  return settings;
}

std::vector<OperatorView> operators(db::Database& database, Operators which) {
  const Registers registers(database);
  std::vector<OperatorView> views;
  for (const std::string& key : registers.keys("op")) {
    const auto id = OperatorId::from_text(key);
    if (!id) continue;
    OperatorView view = operator_view(registers, *id);
    if (which == Operators::all || view.is_on) views.push_back(std::move(view));
  }
  return views;
}

std::optional<OperatorView> find_operator(db::Database& database, const OperatorId& id) {
  const Registers registers(database);
  if (id.is_empty() || registers.shown_fields("op", id.text()).empty()) return std::nullopt;
  return operator_view(registers, id);
}

std::vector<WriterView> writers(db::Database& database, const journal::Journal& journal) {
  const Registers registers(database);
  std::vector<WriterView> views;
  for (const std::string& key : registers.keys("writer")) {
    const auto id = WriterId::from_text(key);
    if (!id) continue;
    WriterView view;
    view.id = *id;
    view.name = registers.shown_text("writer", key, "name").value_or("");
    view.app = registers.shown_text("writer", key, "app").value_or("");
    view.last_sequence = journal.last_sequence(key);
    views.push_back(std::move(view));
  }
  std::sort(views.begin(), views.end(), [](const WriterView& a, const WriterView& b) {
    return a.name != b.name ? a.name < b.name : a.id < b.id;
  });
  return views;
}

std::string writer_name(db::Database& database, std::string_view writer) {
  return Registers(database).shown_text("writer", writer, "name").value_or("");
}

bool is_settled(db::Database& database, std::string_view todo, std::string_view basis) {
  db::Statement& row = database.cached("SELECT 1 FROM village_settle WHERE todo = ? AND basis = ?");
  const bool found = row.bind(todo, basis).step();
  row.reset();
  return found;
}

std::int64_t settled_floor(db::Database& database, const journal::Journal& journal,
                           std::string_view todo) {
  std::optional<std::int64_t> floor;
  for (const auto& write : Registers(database).maximal("settle", todo, "floor", journal)) {
    const std::int64_t* const value = write.value.integer();
    if (value != nullptr && (!floor || *value < *floor)) floor = *value;
  }
  return floor.value_or(0);
}

}  // namespace jishan::village
