// A day's work at each of the three desks of the sample village. Rules are divided between the
// desks, as a village would do it: two desks never award one rule to one household, so that the
// exchange brings up nothing to decide.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "app/sample/desk.h"
#include "app/sample/people.h"

namespace jishan::app {

// How much of the whole has to be done by the end of this day.
struct SampleDay {
  Date date;
  std::int64_t index = 0;  // from 0
  std::int64_t days = 1;   // of the whole sample
  std::int64_t scale_households = 220;
  std::int64_t years = 1;
  // `a_year` is for 220 households.
  [[nodiscard]] std::int64_t due(std::int64_t a_year) const;
  // The same where the number of households does not matter.
  [[nodiscard]] std::int64_t due_unscaled(std::int64_t a_year) const;
};

struct SampleGoods {
  GoodsId id;
  Points price;
  std::uint64_t weight = 1;  // how often it is asked for
};

class SampleWork {
 public:
  SampleWork(SampleRoom& room, const SamplePeople& people, std::uint64_t seed);

  // Before the first day.
  void open_books(SampleDesk& office);
  void open_shop(SampleDesk& shop);
  void gather_volunteers(SampleDesk& field);

  void office_day(SampleDesk& office, const SampleDay& day);
  void shop_day(SampleDesk& shop, const SampleDay& day);
  void field_day(SampleDesk& field, const SampleDay& day);

 private:
  void score_sheet(SampleDesk& office, std::int64_t group);
  void meeting_sheet(SampleDesk& office, std::int64_t group, const SampleDay& day);
  bool award_one(SampleDesk& field);
  void award_and_reverse(SampleDesk& field);
  void record_service(SampleDesk& field, std::int64_t people_max);
  void receive(SampleDesk& shop);
  bool redeem_one(SampleDesk& shop);
  void redeem_and_take_back(SampleDesk& shop);

  std::uint64_t below(std::uint64_t bound) { return m_choice.below(bound); }
  std::size_t place_below(std::size_t count) { return app::place_below(m_choice, count); }
  const SampleHousehold& some_household();
  const SampleGoods& some_goods();

  SampleRoom& m_room;
  const SamplePeople& m_people;
  SeededRandom m_choice;  // what happens; ids and salts come from the room's source
  std::vector<SampleGoods> m_goods;
  std::vector<ResidentId> m_volunteers;
  ActId m_last_award;
  std::string m_last_post;  // "<h>:0"
  ActId m_last_redemption;
  std::int64_t m_awards = 0;
  std::int64_t m_services = 0;
  std::int64_t m_redemptions = 0;
  std::int64_t m_deliveries = 0;
  std::int64_t m_award_reversals = 0;
  std::int64_t m_take_backs = 0;
};

}  // namespace jishan::app
