// All histories of two laptops that post, reverse and exchange one ONCE entry, up to a number of
// steps: nothing revives, nothing counts twice, and what counts is what an independent reading of
// the set of events says. Naming the original alone revives the twin in one history of six.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ledger/queries.h"
#include "ledger/rules.h"
#include "ledger/toy_book.h"

namespace jishan::ledger {
namespace {

using support::Laptop;

enum class Step { a_posts, a_reverses, a_takes, b_posts, b_reverses, b_takes };
constexpr int step_kinds = 6;

// ── The rules alone, all histories up to seven steps ────────────────────────────────────────

struct Note {
  bool is_reversal = false;
  std::int64_t gen = 1;
  Place place;
  friend bool operator<(const Note& a, const Note& b) { return a.place < b.place; }
};
using Notes = std::set<Note>;

KilledGens killed_in(const Notes& notes) {
  KilledGens killed;
  for (const Note& note : notes) {
    if (note.is_reversal) killed.try_emplace(note.gen, Reversal{0, note.place});
  }
  return killed;
}

std::vector<Verdict> verdicts_in(const Notes& notes) {
  std::vector<Twin> twins;
  for (const Note& note : notes) {
    if (!note.is_reversal)
      twins.push_back({note.place.lamport * 256 + note.place.h.bytes[0], note.gen, note.place});
  }
  return verdicts_of(std::move(twins), killed_in(notes));
}

std::optional<std::int64_t> live_act(const Notes& notes) {
  std::optional<std::int64_t> live;
  for (const Verdict& verdict : verdicts_in(notes)) {
    if (verdict.standing != Standing::live) continue;
    if (live) return -1;  // two count
    live = verdict.act;
  }
  return live;
}

// From the definition, without the ledger's rules: the lowest generation nobody reversed, and of
// its posts the first.
std::optional<std::int64_t> expected_act(const Notes& notes) {
  std::set<std::int64_t> reversed;
  for (const Note& note : notes) {
    if (note.is_reversal) reversed.insert(note.gen);
  }
  std::int64_t gen = 1;
  while (reversed.count(gen) > 0) ++gen;
  for (const Note& note : notes) {
    if (!note.is_reversal && note.gen == gen) {
      return note.place.lamport * 256 + note.place.h.bytes[0];
    }
  }
  return std::nullopt;
}

struct Model {
  std::array<Notes, 2> laptops;
  std::uint8_t written = 0;

  void write(int laptop, bool is_reversal, std::int64_t gen) {
    Notes& notes = laptops[static_cast<std::size_t>(laptop)];
    Note note;
    note.is_reversal = is_reversal;
    note.gen = gen;
    note.place.lamport = notes.empty() ? 1 : notes.rbegin()->place.lamport + 1;
    // Of two entries with one l the later one has the smaller name on every second pair.
    note.place.h.bytes[0] = static_cast<std::uint8_t>(written % 2 == 0 ? 100 + written : 50);
    note.place.line = laptop;
    ++written;
    notes.insert(note);
  }

  void take(Step step) {
    const int laptop = static_cast<int>(step) / 3;
    Notes& own = laptops[static_cast<std::size_t>(laptop)];
    const std::int64_t in_force = generation_in_force(killed_in(own));
    switch (static_cast<int>(step) % 3) {
      case 0:
        write(laptop, false, in_force);
        break;
      case 1:
        if (live_act(own)) write(laptop, true, in_force);
        break;
      default: {
        const Notes& other = laptops[static_cast<std::size_t>(1 - laptop)];
        own.insert(other.begin(), other.end());
        break;
      }
    }
  }
};

int check_model(const Model& model, int steps_left) {
  Notes all = model.laptops[0];
  all.insert(model.laptops[1].begin(), model.laptops[1].end());
  for (const Notes* notes :
       {&model.laptops[0], &model.laptops[1], static_cast<const Notes*>(&all)}) {
    if (live_act(*notes) != expected_act(*notes)) {
      ADD_FAILURE() << "revived or counted twice";
      return 0;
    }
  }
  int histories = 1;
  if (steps_left == 0) return histories;
  for (int step = 0; step < step_kinds; ++step) {
    Model next = model;
    next.take(static_cast<Step>(step));
    histories += check_model(next, steps_left - 1);
  }
  return histories;
}

// Invariants 11 and 12.
TEST(Histories, TheRulesNeverReviveAndNeverCountTwiceInSevenSteps) {
  EXPECT_EQ(check_model(Model(), 7), 335'923);  // 1 + 6 + 6² … + 6⁷
}

// ── The whole ledger with its tables ────────────────────────────────────────────────────────
// All histories of three steps, each followed by an exchange: enough for the revival (post, post
// apart, reverse, exchange). Longer ones by chance, because each takes two databases.

// What an event set means, read from its events alone.
std::int64_t expected_balance(const Laptop& laptop) {
  std::set<std::int64_t> reversed;
  std::map<std::int64_t, std::int64_t> amounts;  // generation → amount of its first post
  for (const journal::Event& event : laptop.events()) {
    if (event.kind == kind_reverse) reversed.insert(*event.body.integer_at("gen"));
    if (event.kind != "toy.lines") continue;
    const journal::Json& line = event.body.array_at("lines")->front();
    amounts.try_emplace(*line.integer_at("gen"), *line.integer_at("n"));
  }
  std::int64_t gen = 1;
  while (reversed.count(gen) > 0) ++gen;
  const auto found = amounts.find(gen);
  return found == amounts.end() ? 0 : found->second;
}

void play(Laptop& own, const Laptop& other, int kind, std::int64_t amount) {
  const std::int64_t gen = generation_in_force(*own.database, some_key);
  if (kind == 0) own.write(lines_draft(once_line(some_key, gen, house_a, amount)));
  if (kind == 1 && counted(*own.database, some_key)) own.write(reverse_draft(some_key, gen));
  if (kind == 2) own.take_from(other);
}

void expect_right(const Laptop& laptop, const std::string& history) {
  EXPECT_EQ(balance(*laptop.database, house_a, points_unit), expected_balance(laptop)) << history;
}

void play_history(const std::vector<int>& steps) {
  Laptop a(toy_folds, 21);
  Laptop b(toy_folds, 22);
  a.found();
  b.take_from(a);
  std::string history;
  std::int64_t amount = 100;
  for (const int step : steps) {
    history += std::to_string(step) + " ";
    if (step < 3) {
      play(a, b, step, amount);
    } else {
      play(b, a, step - 3, amount);
    }
    amount += 100;
    expect_right(a, history);
    expect_right(b, history);
  }
  a.take_from(b);
  b.take_from(a);
  expect_right(a, history);
  EXPECT_EQ(a.state(), b.state()) << history;
  const std::string before = a.state();
  a.journal->rebuild();
  EXPECT_EQ(a.state(), before) << history;
}

void play_all(std::vector<int>& steps, std::size_t length, int& played) {
  if (steps.size() == length) {
    play_history(steps);
    ++played;
    return;
  }
  for (int step = 0; step < step_kinds && !testing::Test::HasFailure(); ++step) {
    steps.push_back(step);
    play_all(steps, length, played);
    steps.pop_back();
  }
}

// Invariants 2, 3, 11 and 12.
TEST(Histories, TheLedgerAgreesWithAPlainReadingInEveryHistoryOfThreeSteps) {
  std::vector<int> steps;
  int played = 0;
  play_all(steps, 3, played);
  EXPECT_EQ(played, 216);
}

TEST(Histories, AndInRandomLongOnes) {
  SeededRandom random(20260308);
  for (int round = 0; round < 100 && !testing::Test::HasFailure(); ++round) {
    std::vector<int> steps;
    for (int i = 0; i < 14; ++i) steps.push_back(static_cast<int>(random.below(step_kinds)));
    play_history(steps);
  }
}

}  // namespace
}  // namespace jishan::ledger
