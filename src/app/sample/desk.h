// One laptop of the sample village: its own book, its operator, and what it has taken from the
// others so far.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/book.h"
#include "base/check.h"
#include "base/random.h"
#include "journal/command.h"
#include "village/commands.h"

namespace jishan::app {

// What all laptops of a sample share: one source of random bits, the clock, and every event in
// the order of writing.
struct SampleRoom {
  SeededRandom random;
  UtcMinutes now = 0;
  std::vector<journal::Event> events;
};

class SampleDesk {
 public:
  SampleDesk(SampleRoom& room, std::string duty, std::string operator_name, std::string role);

  // Who works here, as the first entry of a laptop says it.
  void introduce();
  [[nodiscard]] journal::CommandContext context();
  [[nodiscard]] db::Database& database() { return m_book.database(); }
  [[nodiscard]] const journal::Journal& journal() const { return m_book.journal(); }
  [[nodiscard]] OperatorId operator_id() const { return m_author.operator_id; }

  // Commits the drafts of one act and gives its events.
  std::vector<journal::Event> write(const std::vector<journal::Draft>& drafts);
  // The same for what a command planned; false when it refused.
  template <class Status>
  bool perform(const journal::Planned<Status>& plan) {
    if (plan.status != Status::accepted) return false;
    write(plan.drafts);
    return true;
  }
  // For acts that the sample has made sure of.
  template <class Status>
  void expect(const journal::Planned<Status>& plan) {
    CHECK(perform(plan));
  }
  // Everything that the others wrote since the last time.
  void exchange();

 private:
  SampleRoom& m_room;
  Book m_book;
  journal::Author m_author;
  std::string m_duty;
  std::string m_operator_name;
  std::string m_role;
  std::size_t m_taken = 0;  // events of the room that this desk holds
};

}  // namespace jishan::app
