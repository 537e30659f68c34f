// The ledger: acts (lines of bookkeeping) with their transfers of points, gift points and goods;
// ONCE keys with generations, reversals, balances. Slices above hand it candidate acts; its
// settle alone decides which count. It must not know rules, claims, goods names or people.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "db/database.h"
#include "journal/fold.h"
#include "ledger/events.h"
#include "ledger/reversed_names.h"
#include "ledger/rules.h"

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
  std::string date;                 // the line's own d where it has one, else the event's
  std::string household;            // whom the act is about; empty for none
  std::vector<Transfer> transfers;  // may be empty: claims and service records move nothing
};

// The fold. What may be asked of its tables stands in ledger/queries.h.
// Slices above may join ledger_act by its number: columns number, standing (0 = live), date.
class Ledger final : public journal::Fold {
 public:
  explicit Ledger(db::Database& database);

  // For the take() of slices: a candidate act of this event's line. Gives the act's local number,
  // which slices may keep in their own tables beside their columns. Its row is there once settled.
  std::int64_t add(const journal::FoldEvent& taken, int line, Act act);

  // Acts whose standing the last settle() changed, ascending; for the settle() of slices above,
  // which keep figures of their own per act (minutes, locks).
  [[nodiscard]] const std::vector<std::int64_t>& changed_acts() const { return m_changed; }

  std::string_view name() const override { return "ledger"; }
  void create_tables(db::Database& database) override;
  bool knows(std::string_view kind, int version) const override;
  void take(const journal::FoldEvent& taken) override;  // ledger.reverse
  void settle() override;
  void dump(journal::Json& books, journal::Json& people) const override;
  // once-amount: twins of what counts that move something else; reversal-back: a movement of goods
  // reversed both as returned and as never made.
  void list_todos(const journal::Journal& journal, journal::Json::Array& rows) const override;
  void explain_inert(const journal::FoldEvent& closed, journal::InertList& inert) const override;
  // For the explain_inert() of slices above: which of the event's acts have no effect because of
  // their twins or their generation.
  void explain_acts(const journal::FoldEvent& closed, journal::InertList& inert) const;

 private:
  // Taken and not in its table yet, so that its row is written once, with its standing.
  struct Pending {
    std::int64_t number = 0;
    std::int64_t event = 0;
    Place place;
    Act act;
    Verdict verdict;
  };
  // A verdict about an act, beside what its row says so far.
  struct Known {
    Standing standing = Standing::inert;
    std::optional<std::int64_t> reversal;
  };
  using Group = std::span<Pending* const>;  // pending acts of one ONCE key
  using Account = std::pair<std::string, std::string>;  // and unit
  struct AccountLess {  // lets a pair of views be looked for, without a copy
    using is_transparent = void;
    template <class A, class B>
    bool operator()(const A& a, const B& b) const {
      const int order = std::string_view(a.first).compare(b.first);
      return order != 0 ? order < 0 : std::string_view(a.second) < std::string_view(b.second);
    }
  };

  // Bounded memory: settles what is pending; settle() tells of all of it at the end.
  void settle_pending();
  void mark_targets();
  [[nodiscard]] std::vector<Pending*> pending_by_key();
  void settle_key(const std::string& once_key, Group pending);
  [[nodiscard]] std::optional<Reversal> reversal_of(const Place& place);
  void settle_fact(std::int64_t act);
  void insert_acts();
  void insert_transfers();
  void apply(const Verdict& verdict, const Known& known);
  void move_balances(std::int64_t act, std::int64_t sign);
  void move_balance(std::string_view account, std::string_view unit, std::int64_t amount);
  void store_balances();

  db::Database& m_database;
  std::vector<Pending> m_pending;
  ReversedNames m_reversed;
  std::vector<Ref> m_dirty_refs;  // targets of reversals taken
  std::set<std::string> m_dirty_keys;
  std::set<std::int64_t> m_dirty_facts;  // acts without a ONCE key
  std::vector<std::int64_t> m_changing;  // since the last settle
  std::vector<std::int64_t> m_changed;   // by the last settle
  std::map<Account, std::int64_t, AccountLess> m_moved;  // since the last settle
};

}  // namespace jishan::ledger
