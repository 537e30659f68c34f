// The set of events: valid, waiting, closed; heads; commit and merge. Everything a slice may ask
// of the journal is here; it must not know any kind but village.create's place as genesis.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/random.h"
#include "base/result.h"
#include "db/database.h"
#include "journal/event.h"
#include "journal/fold.h"

namespace jishan::journal {

// Who writes on this laptop now.
struct Author {
  WriterId writer;
  OperatorId operator_id;    // empty: nobody chosen yet
  std::int64_t minutes = 0;  // the laptop's clock, UTC minutes
};

// What adding events did. Nothing here depends on the order in which files came.
struct AddReport {
  std::int64_t added = 0;  // new to this set, closed or waiting
  std::int64_t known = 0;
  std::int64_t filled_in = 0;  // a missing x came
  std::int64_t refused = 0;    // parents closed and the place disagrees: not kept
  std::int64_t foreign = 0;    // another village's genesis in their past: not kept
  std::int64_t waiting = 0;    // in the whole set afterwards
  // Local numbers of the added and filled-in ones, to be made durable: see Journal::line.
  std::vector<std::int64_t> kept;
};

// An event that others name as parent and that is not here.
struct MissingEvent {
  Hash h;
  // Known when it is the previous event of a waiting one; "" and 0 otherwise.
  std::string writer;
  std::int64_t sequence = 0;
};

// The first 80 bits as 16 characters of base32: fingerprints, and 公示码 of an event's h.
std::string code_of(const Hash& h);

class Journal {
 public:
  // `folds` in arrow order; they outlive the journal.
  Journal(db::Database& database, std::vector<Fold*> folds);
  ~Journal();

  // Gives the drafts their place (p, l, s, w, o, t, z, h), inserts, folds and settles them in one
  // SQLite transaction, in order; later drafts have earlier ones in their past. When more than 32
  // heads are known, `join_draft` (the laptop's sys.writer event) is repeated first.
  // "@0", "@0:3" or the same as a word of a key text stand for the hash of draft 0.
  // Drafts must keep the limits of journal.md §2.1: one that does not is a bug and stops (CHECK).
  // Gives the events in order, to be made durable in one add.
  std::vector<Event> commit(const Author& author, std::span<const Draft> drafts, Random& random,
                            const Draft* join_draft = nullptr);

  // Union with these events in one transaction. Writes no event of its own.
  AddReport add(std::span<const Event> events);
  // An empty journal takes the first genesis it is given as its own, unless it was told which.
  void set_genesis(const Hash& h);

  // What is held.
  [[nodiscard]] bool is_empty() const;             // no genesis yet
  [[nodiscard]] std::vector<Hash> heads() const;   // closed, ascending
  [[nodiscard]] std::vector<Hash> roots() const;   // geneses of this book, ascending
  [[nodiscard]] std::string fingerprint() const;   // 16 characters, no spaces; "" if empty
  [[nodiscard]] std::int64_t event_count() const;  // closed and waiting
  [[nodiscard]] std::int64_t waiting_count() const;
  // Events whose place disagrees with their parents, and events of another village, that were
  // offered and are not in the books. Each counts once, however often it was offered.
  [[nodiscard]] std::int64_t refused_count() const;
  [[nodiscard]] std::int64_t foreign_count() const;
  [[nodiscard]] std::int64_t without_personal_count() const;  // events whose x is not held
  [[nodiscard]] bool holds(const Hash& h) const;
  [[nodiscard]] std::optional<Event> find(const Hash& h) const;
  [[nodiscard]] Event event(std::int64_t number) const;
  [[nodiscard]] std::optional<std::int64_t> number_of(const Hash& h) const;
  // Is a in the past of b? Both closed, by number. One lookup.
  [[nodiscard]] bool is_before(std::int64_t a, std::int64_t b) const;
  // Neither knew of the other.
  [[nodiscard]] bool are_concurrent(std::int64_t a, std::int64_t b) const;
  // All kept events in file order (l, h), waiting ones included.
  void for_each(const std::function<void(const Event&)>& visit) const;
  // The same by local number; cheap, because nothing is parsed.
  [[nodiscard]] std::vector<std::int64_t> numbers_in_order() const;
  // The canonical line of an event, as in files and store records, without the newline.
  [[nodiscard]] std::string line(std::int64_t number,
                                 PersonalPart personal = PersonalPart::kept) const;
  [[nodiscard]] std::string kind_of(std::int64_t number) const;
  [[nodiscard]] bool is_closed(std::int64_t number) const;
  // What the waiting events wait for.
  [[nodiscard]] std::vector<MissingEvent> missing() const;
  // Newest t held, or nothing.
  [[nodiscard]] std::optional<std::int64_t> newest_minutes() const;
  // The greatest s of this writer, 0 if none.
  [[nodiscard]] std::int64_t last_sequence(std::string_view writer) const;
  // Does some fold know the kind?
  [[nodiscard]] bool knows(std::string_view kind, int version) const;
  // A critical event of a kind that no fold knows is closed: redeeming, posting are locked.
  [[nodiscard]] bool is_locked_by_unknown_kind() const;
  // Grows with every change; views compare it to know whether they are stale.
  [[nodiscard]] std::int64_t revision() const;

  // Drops and rebuilds all fold tables from the events.
  void rebuild();
  // {books, people} of journal.md §2.1 and the digest of books.
  [[nodiscard]] Json state() const;
  [[nodiscard]] std::string state_digest() const;
  [[nodiscard]] std::string people_digest() const;
  // Why lines of this closed event have no effect: see inert.h.
  [[nodiscard]] InertList why_inert(const FoldEvent& closed) const;

  [[nodiscard]] db::Database& database() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> m_parts;
};

}  // namespace jishan::journal
