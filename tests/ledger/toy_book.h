// A slice of a test above the ledger: facts and ONCE lines with amounts in the event itself, so
// that what the ledger does with them can be told without rules and claims.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "journal/journal.h"
#include "ledger/events.h"
#include "ledger/ledger.h"
#include "roster/fold.h"
#include "support/laptop.h"
#include "village/fold.h"

namespace jishan::ledger {

// toy.lines: lines[{key, gen?, hh, unit, from, to, n}]; key "" is a FACT line.
class ToyFold final : public journal::Fold {
 public:
  explicit ToyFold(Ledger& ledger) : m_ledger(ledger) {}
  std::string_view name() const override { return "toy"; }
  void create_tables(db::Database&) override {}
  bool knows(std::string_view kind, int version) const override {
    return kind == "toy.lines" && version == 1;
  }
  void take(const journal::FoldEvent& taken) override {
    const journal::Json::Array* lines = taken.event.body.array_at("lines");
    if (lines == nullptr) return;
    int number = 0;
    for (const journal::Json& line : *lines) {
      journal::FieldReader read(line, number, nullptr);
      const std::int64_t gen = gen_of(read);
      if (read.is_good()) {
        Act act;
        act.once_key = line.string_at("key").value_or("");
        act.gen = gen;
        act.date = taken.event.date;
        act.household = line.string_at("hh").value_or("");
        act.transfers = {{std::string(line.string_at("unit").value_or(points_unit)),
                          std::string(line.string_at("from").value_or(issued)),
                          std::string(line.string_at("to").value_or(act.household)),
                          line.integer_at("n").value_or(1)}};
        m_ledger.add(taken, number, std::move(act));
      }
      ++number;
    }
  }
  void settle() override { last_changed = m_ledger.changed_acts(); }
  void dump(journal::Json&, journal::Json&) const override {}

  std::vector<std::int64_t> last_changed;

 private:
  Ledger& m_ledger;
};

struct ToyFolds final : support::Folds {
  ToyFolds(db::Database& database, journal::Registers& registers)
      : village(database, registers), roster(database, registers), ledger(database), toy(ledger) {}
  std::vector<journal::Fold*> in_arrow_order() override {
    return {&village, &roster, &ledger, &toy};
  }
  village::VillageFold village;
  roster::RosterFold roster;
  Ledger ledger;
  ToyFold toy;
};

inline std::unique_ptr<support::Folds> toy_folds(db::Database& database,
                                                 journal::Registers& registers) {
  return std::make_unique<ToyFolds>(database, registers);
}

inline constexpr const char* house_a = "haaaaaaaaaaaaaaaa";
inline constexpr const char* house_b = "hbbbbbbbbbbbbbbbb";
inline constexpr const char* shelf = "oaaaaaaaaaaaaaaaa";
inline constexpr const char* rice = "gaaaaaaaaaaaaaaaa";
inline constexpr const char* some_key = "toy.once haaaaaaaaaaaaaaaa";

inline journal::Draft lines_draft(std::string_view lines, std::string date = "2026-03-08") {
  journal::Draft draft =
      support::draft_of("toy.lines", support::json("{\"lines\":[" + std::string(lines) + "]}"));
  draft.date = std::move(date);
  return draft;
}

inline std::string fact_line(std::string_view household, std::int64_t amount) {
  return R"({"hh":")" + std::string(household) + R"(","n":)" + std::to_string(amount) + "}";
}

inline std::string once_line(std::string_view key, std::int64_t gen, std::string_view household,
                             std::int64_t amount) {
  return R"({"key":")" + std::string(key) + R"(","gen":)" + std::to_string(gen) + R"(,"hh":")" +
         std::string(household) + R"(","n":)" + std::to_string(amount) + "}";
}

inline journal::Draft reverse_draft(std::string of, std::int64_t gen = 1, bool is_back = false,
                                    std::string date = "2026-04-01") {
  journal::Draft draft = support::draft_of(
      std::string(kind_reverse), json_of(ReverseBody{std::move(of), gen, is_back, "mistake"}));
  draft.date = std::move(date);
  return draft;
}

}  // namespace jishan::ledger
