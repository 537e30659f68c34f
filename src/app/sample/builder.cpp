#include "app/sample/builder.h"

#include <algorithm>
#include <optional>

#include "app/sample/desk.h"
#include "app/sample/people.h"
#include "app/sample/work.h"
#include "base/check.h"
#include "roster/commands.h"
#include "village/commands.h"
#include "village/rules.h"

namespace jishan::app {
namespace {

constexpr std::int64_t days_a_year = 365;
constexpr std::int64_t days_between_exchanges = 7;
constexpr int china_offset_minutes = 480;
constexpr std::int64_t day_minutes = 24 * 60;

// Nine o'clock in the village.
UtcMinutes morning_of(Date date) {
  return date.days() * day_minutes + 9 * 60 - china_offset_minutes;
}

std::optional<Date> first_day_of(const SampleRequest& request) {
  return Date::from_days(request.last_day.days() - days_a_year * request.years + 1);
}

Date possible_first_day_of(const SampleRequest& request) {
  CHECK(can_be_made(request));
  return *first_day_of(request);
}

}  // namespace

bool can_be_made(const SampleRequest& request) {
  const std::optional<Date> first = first_day_of(request);
  return first && first->year() >= sample_first_year;
}

Date sample_last_day(Date today) {
  const std::optional<Date> earliest = Date::from_iso(village::earliest_date);
  CHECK(earliest.has_value());
  return std::max(today, *earliest);
}

struct SampleBuilder::Parts {
  explicit Parts(const SampleRequest& wanted)
      : request(wanted),
        first_day(possible_first_day_of(wanted)),
        room{SeededRandom(wanted.seed), morning_of(first_day), {}},
        office(room, "村委会电脑", "周敏", "会计"),
        shop(room, "超市电脑", "孙小燕", "店员"),
        field(room, "网格员电脑", "刘国富", "网格员") {}

  void found();
  void live_through(std::int64_t index);
  void exchange_all();

  SampleRequest request;
  Date first_day;
  SampleRoom room;
  SampleDesk office;
  SampleDesk shop;
  SampleDesk field;
  SamplePeople people;
  std::optional<SampleWork> work;
  std::int64_t steps_done = 0;

  [[nodiscard]] std::int64_t days() const { return days_a_year * request.years; }
  // The founding, the days, the last exchange.
  [[nodiscard]] std::int64_t steps() const { return days() + 2; }
};

void SampleBuilder::Parts::found() {
  village::FoundRequest village;
  village.name = "柳荫村";
  village.town = "临溪镇";
  village.mode = village::Mode::practice;
  office.expect(village::plan_found(office.context(), village));
  office.introduce();
  people = invent_people(request.households, room.random, first_day);
  office.expect(roster::plan_groups(office.context(), {static_cast<int>(people.groups)}));
  office.write(people.drafts);
  people.drafts.clear();
  work.emplace(room, people, request.seed + 1);
  work->open_books(office);
  shop.exchange();
  shop.introduce();
  work->open_shop(shop);
  field.exchange();
  field.introduce();
  work->gather_volunteers(field);
  exchange_all();
}

void SampleBuilder::Parts::live_through(std::int64_t index) {
  const auto date = Date::from_days(first_day.days() + index);
  CHECK(date.has_value());
  room.now = morning_of(*date);
  if (index % days_between_exchanges == 0) exchange_all();
  const SampleDay day{*date, index, days(), request.households, request.years};
  work->office_day(office, day);
  room.now += 60;
  work->field_day(field, day);
  room.now += 60;
  work->shop_day(shop, day);
}

void SampleBuilder::Parts::exchange_all() {
  for (SampleDesk* desk : {&office, &shop, &field}) desk->exchange();
}

SampleBuilder::SampleBuilder(const SampleRequest& request)
    : m_parts(std::make_unique<Parts>(request)) {
  CHECK(request.households >= 1 && request.households <= 100'000);
  CHECK(request.years >= 1 && request.years <= 30);
}

SampleBuilder::~SampleBuilder() = default;

bool SampleBuilder::step() {
  Parts& parts = *m_parts;
  if (parts.steps_done == parts.steps()) return false;
  if (parts.steps_done == 0) {
    parts.found();
  } else if (parts.steps_done <= parts.days()) {
    parts.live_through(parts.steps_done - 1);
  } else {
    parts.exchange_all();
    CHECK(parts.office.journal().fingerprint() == parts.shop.journal().fingerprint());
    CHECK(parts.office.journal().fingerprint() == parts.field.journal().fingerprint());
  }
  ++parts.steps_done;
  return parts.steps_done < parts.steps();
}

Progress SampleBuilder::progress() const {
  return {m_parts->steps_done, m_parts->steps()};
}

const std::vector<journal::Event>& SampleBuilder::events() const {
  return m_parts->room.events;
}

OperatorId SampleBuilder::operator_id() const {
  return m_parts->office.operator_id();
}

}  // namespace jishan::app
