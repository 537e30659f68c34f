#include "support/history.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <utility>

#include "base/check.h"
#include "support/disorder.h"

namespace jishan::support {
namespace {

constexpr std::size_t laptops_max = 6;

}  // namespace

std::uint64_t rounds(std::uint64_t in_short_run) {
  const char* const text = std::getenv("JISHAN_SOAK_ROUNDS");
  const std::uint64_t factor = text == nullptr ? 1 : std::strtoull(text, nullptr, 10);
  return in_short_run * std::max<std::uint64_t>(factor, 1);
}

History::History(MakeFolds make_folds, std::uint64_t seed_)
    : seed(seed_),
      random(seed_),
      world(seed_),
      m_make_folds(std::move(make_folds)),
      m_acts(world, random) {
  laptops.push_back(std::make_unique<Laptop>(m_make_folds, random.next()));
  m_written.push_back(laptops[0]->found());
  m_genesis = m_written[0].h;
}

std::unique_ptr<Laptop> History::new_laptop() {
  auto laptop = std::make_unique<Laptop>(m_make_folds, random.next());
  laptop->journal->set_genesis(m_genesis);
  return laptop;
}

Laptop& History::any_laptop() {
  return *laptops[random.below(laptops.size())];
}

void History::run(int steps) {
  for (int i = 0; i < steps; ++i) step();
}

void History::step() {
  const std::uint64_t chance = random.below(100);
  if (chance < 62) return write();
  if (chance < 84) return swap_files();
  if (chance < 88) return add_laptop();
  if (chance < 90) return clone();
  if (chance < 92) return restore();
  if (chance < 94) return set_clock();
  forge();
}

void History::write() {
  Laptop& laptop = any_laptop();
  if (laptop.journal->is_empty()) return;
  const std::vector<journal::Event> known = laptop.events();
  std::vector<journal::Draft> drafts;
  const std::uint64_t count = 1 + random.below(2);
  for (std::uint64_t i = 0; i < count; ++i) drafts.push_back(m_acts.any(known));
  const std::vector<journal::Event> events = laptop.write(drafts);
  m_written.insert(m_written.end(), events.begin(), events.end());
}

std::vector<journal::Event> History::file_of(const Laptop& laptop) {
  std::vector<journal::Event> events = laptop.events();
  switch (random.below(6)) {
    case 0:
      events.resize(random.below(events.size() + 1));
      break;
    case 1:
      for (journal::Event& event : events) event.personal.reset();
      break;
    case 2:
      std::erase_if(events, [&](const journal::Event&) { return random.below(4) == 0; });
      break;
    case 3:
      events = shuffled(std::move(events));
      break;
    default:
      break;
  }
  return events;
}

void History::swap_files() {
  any_laptop().take(file_of(any_laptop()));
}

void History::add_laptop() {
  if (laptops.size() == laptops_max) return;
  std::unique_ptr<Laptop> laptop = new_laptop();
  laptop->take(file_of(any_laptop()));
  laptops.push_back(std::move(laptop));
}

// The whole profile of a computer is copied: both go on under the same writer id.
void History::clone() {
  if (laptops.size() == laptops_max) return;
  const Laptop& original = any_laptop();
  std::unique_ptr<Laptop> copy = new_laptop();
  copy->author = original.author;
  copy->take_from(original);
  laptops.push_back(std::move(copy));
}

// An old backup is put back; sometimes the laptop forgets that it must write under a new id.
void History::restore() {
  std::unique_ptr<Laptop>& laptop = laptops[random.below(laptops.size())];
  std::vector<journal::Event> backup = laptop->events();
  if (!backup.empty()) backup.resize(1 + random.below(backup.size()));
  const journal::Author author = laptop->author;
  std::unique_ptr<Laptop> restored = new_laptop();
  if (random.below(2) == 0) restored->author = author;
  restored->take(backup);
  laptop = std::move(restored);
}

void History::set_clock() {
  constexpr std::int64_t minutes_of_2036 = 34'712'640;
  any_laptop().author.minutes = random.below(2) == 0 ? 0 : minutes_of_2036;
}

void History::forge() {
  Laptop& laptop = any_laptop();
  const std::vector<journal::Event> events = laptop.events();
  if (events.size() < 2) return;
  const journal::Event& victim = events[1 + random.below(events.size() - 1)];
  if (victim.sequence < 2) return;
  const std::vector<journal::Event> wrong = {
      forged(victim, [](journal::Event& event) { event.lamport += 5; }),
      forged(victim, [](journal::Event& event) { event.sequence += 3; }),
      forged(victim, [](journal::Event& event) { event.writer = "w0000000000000000"; }),
      forged(victim, [](journal::Event& event) { event.parents = {}, event.sequence = 1; }),
  };
  const journal::Event& misplaced = wrong[random.below(wrong.size())];
  if (std::any_of(m_written.begin(), m_written.end(),
                  [&](const journal::Event& event) { return event.h == misplaced.h; })) {
    return;
  }
  m_misplaced.push_back(misplaced);
  laptop.take({misplaced});
  // What hangs on a misplaced event waits for ever.
  const journal::Event child = forged(victim, [&](journal::Event& event) {
    event.parents = {misplaced.h};
    event.lamport = misplaced.lamport + 1;
    event.sequence = misplaced.sequence + 1;
    event.writer = misplaced.writer;
  });
  any_laptop().take({child});
  m_written.push_back(child);
}

void History::exchange_all() {
  const std::vector<journal::Event> all = everything();
  for (const std::unique_ptr<Laptop>& laptop : laptops) laptop->take(all);
}

std::vector<journal::Event> History::everything() const {
  std::map<journal::Hash, journal::Event> held;
  for (const std::unique_ptr<Laptop>& laptop : laptops) {
    for (journal::Event& event : laptop->events()) {
      const auto [entry, is_new] = held.try_emplace(event.h, event);
      if (!is_new && !entry->second.personal) entry->second = std::move(event);
    }
  }
  std::vector<journal::Event> events;
  for (auto& [h, event] : held) events.push_back(std::move(event));
  std::stable_sort(events.begin(), events.end(), [](const auto& a, const auto& b) {
    return a.lamport < b.lamport;
  });
  return events;
}

std::vector<journal::Event> History::shuffled(std::vector<journal::Event> events) {
  return support::shuffled(std::move(events), random);
}

}  // namespace jishan::support
