#include "support/laptop.h"

#include <utility>

#include "base/check.h"
#include "db/image.h"

namespace jishan::support {
namespace {

constexpr std::int64_t minutes_of_2026 = 29'453'760;

}  // namespace

Laptop::Laptop(const MakeFolds& make_folds, std::uint64_t seed)
    : Laptop(make_folds, seed, db::Database::open_in_memory()) {}

Laptop::Laptop(const MakeFolds& make_folds, std::uint64_t seed,
               std::unique_ptr<db::Database> database_)
    : random(seed),
      author{WriterId::make(random), OperatorId::make(random), minutes_of_2026},
      database(std::move(database_)),
      registers(std::make_unique<journal::Registers>(*database)),
      folds(make_folds(*database, *registers)),
      journal(std::make_unique<journal::Journal>(*database, folds->in_arrow_order())) {}

std::unique_ptr<Laptop> Laptop::restored_from(const MakeFolds& make_folds, const Laptop& other) {
  std::string image;
  db::append_pages(*other.database, 1, db::page_count(*other.database), image);
  auto database = db::Database::open_in_memory();
  db::ImageFilling filling(*database);
  CHECK(filling.add(image) && filling.finish());
  constexpr std::uint64_t seed = 1;
  return std::unique_ptr<Laptop>(new Laptop(make_folds, seed, std::move(database)));
}

std::vector<journal::Event> Laptop::write(const std::vector<journal::Draft>& drafts) {
  const journal::Draft join = draft_of("sys.writer", json(R"({"app":"test","name":"村委会电脑"})"));
  return journal->commit(author, drafts, random, &join);
}

journal::Event Laptop::write(journal::Draft draft) {
  return write(std::vector<journal::Draft>{std::move(draft)}).back();
}

journal::Event Laptop::found(std::string name, std::string mode) {
  journal::Json body(journal::Json::Object{{"alg", journal::Json("sha-256")},
                                           {"code", journal::Json("")},
                                           {"mode", journal::Json(std::move(mode))},
                                           {"name", journal::Json(std::move(name))},
                                           {"offset_min", journal::Json(480)},
                                           {"scale", journal::Json(100)},
                                           {"town", journal::Json("临溪镇")}});
  return write(draft_of("village.create", std::move(body)));
}

journal::AddReport Laptop::take_from(const Laptop& other) {
  return journal->add(other.events());
}

std::vector<journal::Event> Laptop::events() const {
  std::vector<journal::Event> events;
  journal->for_each([&](const journal::Event& event) { events.push_back(event); });
  return events;
}

std::string Laptop::lines() const {
  std::string lines;
  for (const std::int64_t number : journal->numbers_in_order()) {
    lines += journal->line(number);
    lines += '\n';
  }
  return lines;
}

journal::Draft draft_of(std::string kind, journal::Json body) {
  journal::Draft draft;
  draft.kind = std::move(kind);
  draft.date = "2026-03-08";
  draft.body = std::move(body);
  return draft;
}

journal::Json json(std::string_view text) {
  Result<journal::Json> value = journal::parse_json(text);
  CHECK(value.ok());
  return std::move(*value);
}

}  // namespace jishan::support
