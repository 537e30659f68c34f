// The ledger: acts (lines of bookkeeping) with their transfers of points, gift points and goods;
// ONCE keys with generations, reversals, balances. Slices above hand it candidate acts; its
// settle alone decides which count. It must not know rules, claims, goods names or people.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/points.h"
#include "journal/fold.h"

namespace jishan::ledger {

// Accounts besides households (h…) and shelves of outlets (o…).
inline constexpr std::string_view issued = "issued";
inline constexpr std::string_view redeemed = "redeemed";
inline constexpr std::string_view expired = "expired";
inline constexpr std::string_view supplier = "supplier";
inline constexpr std::string_view given = "given";
inline constexpr std::string_view lost = "lost";
// Units besides goods (g…).
inline constexpr std::string_view points_unit = "points";
inline constexpr std::string_view gift_unit = "gift";

// One row with debit and credit; amount > 0, in hundredths of a point or whole goods units.
struct Transfer {
  std::string unit;
  std::string from;
  std::string to;
  std::int64_t amount = 0;
};

// One line of a FACT or ONCE kind.
struct Act {
  std::string once_key;  // key text of journal.md §2.2 without gen; empty for a FACT line
  std::int64_t gen = 1;
  std::string date;      // the line's own d where it has one, else the event's
  std::string household; // whose passbook shows it; empty for none
  std::vector<Transfer> transfers;
};

// Where an act stands after settling.
enum class Standing {
  live,      // counts
  reversed,  // killed by a reversal, shown with its red line
  surplus,   // a twin of the one that counts
  inert,     // of a generation that is not in force
};

class Ledger final : public journal::Fold {
 public:
  explicit Ledger(db::Database& database);

  // For the take() of slices: a candidate act of this event's line. Gives the act's local number,
  // which slices may keep in their own tables beside their columns.
  std::int64_t add(const journal::FoldEvent& taken, int line, const Act& act);

  std::string_view name() const override { return "ledger"; }
  void create_tables(db::Database& database) override;
  bool knows(std::string_view kind, int version) const override;
  void take(const journal::FoldEvent& taken) override;  // ledger.reverse
  void settle() override;
  void dump(journal::Json& books, journal::Json& people) const override;

  // Standing of an act by its local number; after settle only.
  [[nodiscard]] Standing standing(std::int64_t act_number) const;
  // Sums over live acts of the whole alias component of the account.
  [[nodiscard]] std::int64_t balance(std::string_view account, std::string_view unit) const;
  // The generation in force of a ONCE key: the one a re-entry writes.
  [[nodiscard]] std::int64_t generation_in_force(std::string_view once_key) const;

 private:
  db::Database& m_database;
};

}  // namespace jishan::ledger
