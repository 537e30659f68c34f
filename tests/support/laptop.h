// A laptop of a test: a journal with its own database and writer, and the exchange of what it
// holds with others. The folds are given from outside, so that any set of slices can be tried.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/random.h"
#include "db/database.h"
#include "journal/journal.h"
#include "journal/registers.h"

namespace jishan::support {

// Owns the folds of one book.
class Folds {
 public:
  virtual ~Folds() = default;
  virtual std::vector<journal::Fold*> in_arrow_order() = 0;
};
using MakeFolds = std::function<std::unique_ptr<Folds>(db::Database&, journal::Registers&)>;

class Laptop {
 public:
  Laptop(const MakeFolds& make_folds, std::uint64_t seed);
  // With the image of the other one's database, from which its journal is restored.
  static std::unique_ptr<Laptop> restored_from(const MakeFolds& make_folds, const Laptop& other);

  // Writes as this laptop's writer and gives the events.
  std::vector<journal::Event> write(const std::vector<journal::Draft>& drafts);
  journal::Event write(journal::Draft draft);
  // The first event of a new village.
  journal::Event found(std::string name = "柳荫村", std::string mode = "practice");
  // Everything that the other one holds.
  journal::AddReport take_from(const Laptop& other);
  journal::AddReport take(const std::vector<journal::Event>& events) { return journal->add(events); }

  [[nodiscard]] std::vector<journal::Event> events() const;
  [[nodiscard]] std::string lines() const;
  // Everything that must be equal on laptops that hold the same events.
  [[nodiscard]] std::string books() const {
    return journal->fingerprint() + "\n" + lines() + state();
  }
  [[nodiscard]] std::string state() const { return journal->state().canonical(); }

  SeededRandom random;
  journal::Author author;
  std::unique_ptr<db::Database> database;
  std::unique_ptr<journal::Registers> registers;
  std::unique_ptr<Folds> folds;
  std::unique_ptr<journal::Journal> journal;

 private:
  Laptop(const MakeFolds& make_folds, std::uint64_t seed, std::unique_ptr<db::Database> database);
};

// A draft of today with this body.
journal::Draft draft_of(std::string kind, journal::Json body = journal::Json());
// The value of a JSON text that is known to be good.
journal::Json json(std::string_view text);

}  // namespace jishan::support
