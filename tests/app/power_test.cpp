// The computer goes off after any change of what is kept, for every change of a run: whatever was called
// saved is there at the next start, whole, and nothing half written. And any damage to what is kept is
// noticed, wherever it is.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/recovery.h"
#include "roster/commands.h"
#include "support/computer.h"

namespace jishan::app {
namespace {

using testing::Computer;
using testing::FakeStore;

std::set<std::string> lines_of(const journal::Journal& journal) {
  std::set<std::string> lines;
  for (const std::int64_t number : journal.numbers_in_order()) lines.insert(journal.line(number));
  return lines;
}

// A day at the office: a village is founded, households are entered one by one and in haste, a
// colleague's file is merged, the store breaks off and the book moves, work goes on.
class Day {
 public:
  explicit Day(const std::string& colleagues_file) : m_file(colleagues_file) {}

  // Ends early when the computer goes off. Notes what was called saved on the way.
  void live(Computer& office) {
    for (int hour = 0; hour < hours && !office.world().store.is_off(); ++hour) {
      act(office, hour);
      office.settle();
      note(office);
    }
  }

  // The lines that the program had called saved when it was last asked.
  [[nodiscard]] const std::set<std::string>& saved() const { return m_saved; }
  [[nodiscard]] const std::set<std::string>& made() const { return m_made; }

  static constexpr int hours = 9;

 private:
  void act(Computer& office, int hour) {
    if (hour == 0) {
      office.found("柳荫村");
      return;
    }
    if (office.app().phase() != Phase::working) return;
    if (hour == 4) {
      office.import_bytes(m_file);
      office.app().end_task();
      return;
    }
    if (hour == 6) office.world().store.broken.insert(office.app().listing().book);
    enter_household(office.app());
    if (hour % 2 == 1) enter_household(office.app());  // before the answer to the first one
  }

  static void enter_household(App& app) {
    if (app.save_state().kind == SaveState::Kind::not_saved) return;
    roster::HouseholdRequest request{.id = HouseholdId::make(app.ports().random), .group = 1};
    request.residents.push_back({.id = ResidentId::make(app.ports().random), .name = "李桂芳"});
    EXPECT_EQ(app.perform(roster::plan_household(app.context(), request)),
              roster::HouseholdStatus::accepted);
  }

  void note(Computer& office) {
    if (!office.app().has_book()) return;
    m_made = lines_of(office.app().book().journal());
    if (office.app().save_state().kind == SaveState::Kind::saved &&
        office.app().phase() == Phase::working) {
      m_saved = m_made;
    }
  }

  std::string m_file;
  std::set<std::string> m_saved;
  std::set<std::string> m_made;
};

std::string colleagues_file() {
  Computer office(7);
  office.found("柳荫村");
  Computer shop(8);
  shop.import_bytes(office.export_bytes());
  shop.app().end_task();
  roster::HouseholdRequest request{.id = HouseholdId::make(shop.app().ports().random), .group = 2};
  request.residents.push_back({.id = ResidentId::make(shop.app().ports().random), .name = "赵铁山"});
  EXPECT_EQ(shop.app().perform(roster::plan_household(shop.app().context(), request)),
            roster::HouseholdStatus::accepted);
  shop.settle();
  return shop.export_bytes();
}

TEST(Power, GoneAtAnyMomentItTakesNothingThatWasSaved) {
  const std::string file = colleagues_file();
  Computer whole(7);
  Day day(file);
  day.live(whole);
  const int changes = whole.world().store.change_count;
  ASSERT_GT(changes, 30);
  ASSERT_TRUE(whole.app().has_moved());
  ASSERT_EQ(day.saved(), day.made());

  for (int moment = 0; moment < changes; ++moment) {
    for (const bool is_last_kept : {false, true}) {
      SCOPED_TRACE(::testing::Message() << "after change " << moment << ", the next one "
                                        << (is_last_kept ? "kept" : "lost"));
      Computer office(7);
      FakeStore& store = office.world().store;
      store.changes_left = moment;
      store.keeps_last_change = is_last_kept;
      Day interrupted(file);
      interrupted.live(office);

      // Switched on again: the broken store reads, as they do as a rule, or only its copies do.
      store.changes_left.reset();
      store.happenings.clear();
      office.switch_on();
      if (interrupted.saved().empty()) continue;  // it had called nothing saved yet
      ASSERT_TRUE(office.app().has_book());
      const auto after = lines_of(office.app().book().journal());
      EXPECT_TRUE(std::includes(after.begin(), after.end(), interrupted.saved().begin(),
                                interrupted.saved().end()));
      EXPECT_EQ(office.app().book().journal().waiting_count(), 0);
      const std::string digest = office.digest();
      office.app().book().journal().rebuild();
      EXPECT_EQ(office.digest(), digest);
    }
  }
}

struct DamageTest : ::testing::Test {
  DamageTest() {
    Day day(colleagues_file());
    day.live(office);
    book = office.app().listing().book;
    truth = office.digest();
    intact = office.world().store.kept[book].records;
  }
  // Whether a start with these records shows that something is wrong.
  bool is_noticed(const std::map<RecordNumber, std::string>& records) {
    office.world().store.kept[book].records = records;
    office.switch_on();
    return office.app().phase() == Phase::recovery;
  }
  Computer office{7};
  std::string book;
  std::string truth;
  std::map<RecordNumber, std::string> intact;
};

TEST_F(DamageTest, AFlippedBitIsNoticedInEveryRecord) {
  for (const auto& [number, record] : intact) {
    for (const std::size_t at : {std::size_t{0}, record.size() / 3, record.size() / 2,
                                 record.size() - 3}) {
      auto damaged = intact;
      damaged[number][at] = static_cast<char>(damaged[number][at] ^ 1);
      EXPECT_TRUE(is_noticed(damaged)) << "record " << number << ", byte " << at;
    }
  }
}

TEST_F(DamageTest, ACutRecordIsNoticed) {
  for (const auto& [number, record] : intact) {
    auto damaged = intact;
    damaged[number].resize(record.size() / 2);
    EXPECT_TRUE(is_noticed(damaged)) << "record " << number;
  }
}

TEST_F(DamageTest, RecordsInAnotherOrderAreTheSameBook) {
  auto swapped = intact;
  std::swap(swapped[2], swapped.rbegin()->second);
  EXPECT_FALSE(is_noticed(swapped));
  EXPECT_EQ(office.digest(), truth);
}

}  // namespace
}  // namespace jishan::app
