#include "journal/journal.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "support/laptop.h"

namespace jishan::journal {
namespace {

using support::draft_of;
using support::json;
using support::Laptop;

// Remembers which events were taken, and with which personal part.
class Noting final : public Fold {
 public:
  explicit Noting(db::Database& database) : m_database(database) {}
  std::string_view name() const override { return "noting"; }
  void create_tables(db::Database& database) override {
    database.execute("CREATE TABLE noting_event (h TEXT PRIMARY KEY, note TEXT) STRICT");
    ++tables_created;
  }
  bool knows(std::string_view kind, int version) const override {
    return kind != "later.kind" && version == 1;
  }
  void take(const FoldEvent& taken) override {
    m_database.cached("INSERT INTO noting_event (h, note) VALUES (?, '')").run(taken.event.h.hex());
    if (taken.event.personal) take_personal(taken);
  }
  void take_personal(const FoldEvent& taken) override {
    m_database.cached("UPDATE noting_event SET note = ? WHERE h = ?")
        .run(taken.event.personal->string_at("note").value_or(""), taken.event.h.hex());
  }
  void settle() override { ++settled; }
  void dump(Json& books, Json& people) const override {
    db::Statement& rows = m_database.cached("SELECT h, note FROM noting_event ORDER BY h");
    rows.bind();
    while (rows.step()) {
      books.set("e" + rows.str(0).substr(0, 31), Json(1));
      people.set("e" + rows.str(0).substr(0, 31), Json(rows.text(1)));
    }
  }

  int settled = 0;
  int tables_created = 0;

 private:
  db::Database& m_database;
};

struct OneFold final : support::Folds {
  explicit OneFold(db::Database& database) : noting(database) {}
  std::vector<Fold*> in_arrow_order() override { return {&noting}; }
  Noting noting;
};

std::unique_ptr<support::Folds> make_folds(db::Database& database, Registers&) {
  return std::make_unique<OneFold>(database);
}

const Noting& noting(const Laptop& laptop) {
  return static_cast<const OneFold&>(*laptop.folds).noting;
}

// The event with some header fields changed and its name made right again: a forger's work.
template <class Change>
Event forged(Event event, Change change) {
  change(event);
  event.h = hash_of_event(event);
  EXPECT_TRUE(event_from_line(line_of(event)).ok());
  return event;
}

class JournalTest : public testing::Test {
 protected:
  Laptop a{make_folds, 1};
  Laptop b{make_folds, 2};
};

TEST_F(JournalTest, CommitGivesEachDraftItsPlace) {
  EXPECT_TRUE(a.journal->is_empty());
  EXPECT_EQ(a.journal->fingerprint(), "");
  const Event genesis = a.found();
  EXPECT_EQ(genesis.lamport, 1);
  EXPECT_EQ(genesis.sequence, 1);
  EXPECT_TRUE(genesis.parents.empty());
  EXPECT_EQ(a.journal->roots(), std::vector<Hash>{genesis.h});

  const std::vector<Event> two = a.write({draft_of("test.one"), draft_of("test.two")});
  ASSERT_EQ(two.size(), 2U);
  EXPECT_EQ(two[0].parents, std::vector<Hash>{genesis.h});
  EXPECT_EQ(two[1].parents, std::vector<Hash>{two[0].h});
  EXPECT_EQ(two[1].lamport, 3);
  EXPECT_EQ(two[1].sequence, 3);
  EXPECT_EQ(two[1].writer, a.author.writer.text());
  EXPECT_EQ(a.journal->heads(), std::vector<Hash>{two[1].h});
  EXPECT_EQ(a.journal->event_count(), 3);
  EXPECT_EQ(a.journal->last_sequence(a.author.writer.text()), 3);
  EXPECT_EQ(a.journal->fingerprint().size(), 16U);
  EXPECT_EQ(noting(a).settled, 2) << "once per transaction";
}

TEST_F(JournalTest, LaterDraftsNameEarlierOnes) {
  a.found();
  const std::vector<Event> events = a.write(
      {draft_of("test.one"), draft_of("test.two", json(R"({"of":"@0","lines":["@0:12","@1","a@0",
        "pts.claim @0:3 A12","@",{"deep":"@0"}]})"))});
  const std::string h = events[0].h.hex();
  EXPECT_EQ(events[1].body, json(R"({"of":")" + h + R"(","lines":[")" + h + R"(:12","@1","a@0",)" +
                                 R"("pts.claim )" + h + R"(:3 A12","@",{"deep":")" + h + "\"}]}"));
}

TEST_F(JournalTest, APersonalPartIsSalted) {
  a.found();
  Draft draft = draft_of("test.one");
  draft.personal = json(R"({"note":"扫雪"})");
  const Event first = a.write(draft);
  const Event second = a.write(draft);
  EXPECT_GE(first.personal->string_at("z")->size(), 20U);
  EXPECT_NE(first.personal_hash, second.personal_hash);
  draft.personal = Json();
  EXPECT_FALSE(a.write(draft).personal_hash.has_value()) << "an empty part is none";
}

TEST_F(JournalTest, ExchangeMakesTheSameBooksAndWritesNothing) {
  a.found();
  b.take_from(a);
  a.write(draft_of("test.one"));
  b.write(draft_of("test.two"));
  EXPECT_NE(a.journal->fingerprint(), b.journal->fingerprint());
  const AddReport report = b.take_from(a);
  EXPECT_EQ(report.added, 1);
  EXPECT_EQ(report.known, 1);
  EXPECT_EQ(report.kept.size(), 1U);
  a.take_from(b);
  EXPECT_EQ(a.journal->fingerprint(), b.journal->fingerprint());
  EXPECT_EQ(a.journal->heads().size(), 2U);
  EXPECT_EQ(a.lines(), b.lines());
  EXPECT_EQ(a.state(), b.state());
  const std::int64_t revision = a.journal->revision();
  const AddReport again = a.take_from(b);
  EXPECT_EQ(again.added, 0);
  EXPECT_EQ(again.known, 3);
  EXPECT_TRUE(again.kept.empty());
  EXPECT_EQ(a.journal->revision(), revision);
  const Event joined = b.write(draft_of("test.three"));
  EXPECT_EQ(joined.parents.size(), 2U);
  EXPECT_EQ(b.journal->heads().size(), 1U);
}

TEST_F(JournalTest, EventsWaitForTheirParents) {
  a.found();
  a.write(draft_of("test.one"));
  a.write(draft_of("test.two"));
  std::vector<Event> events = a.events();
  b.take({events[0]});
  const AddReport report = b.take({events[2]});
  EXPECT_EQ(report.added, 1);
  EXPECT_EQ(report.waiting, 1);
  EXPECT_EQ(b.journal->waiting_count(), 1);
  EXPECT_EQ(b.journal->heads(), std::vector<Hash>{events[0].h}) << "waiting is not in the books";
  EXPECT_EQ(b.events().size(), 2U) << "but it is kept and exported";
  ASSERT_EQ(b.journal->missing().size(), 1U);
  EXPECT_EQ(b.journal->missing()[0].h, events[1].h);
  EXPECT_EQ(b.journal->missing()[0].writer, a.author.writer.text());
  EXPECT_EQ(b.journal->missing()[0].sequence, 2);
  b.take({events[1]});
  EXPECT_EQ(b.journal->waiting_count(), 0);
  EXPECT_EQ(b.state(), a.state());
  EXPECT_EQ(b.journal->fingerprint(), a.journal->fingerprint());
}

TEST_F(JournalTest, ALongHistoryBackwardsEndsTheSame) {
  a.found();
  for (int i = 0; i < 300; ++i) a.write(draft_of("test.one"));
  std::vector<Event> events = a.events();
  std::reverse(events.begin(), events.end());
  b.take(events);
  EXPECT_EQ(b.journal->waiting_count(), 0);
  EXPECT_EQ(b.state(), a.state());
}

TEST_F(JournalTest, RefusesAWrongPlaceWheneverTheParentsCome) {
  a.found();
  const Event one = a.write(draft_of("test.one"));
  const Event two = a.write(draft_of("test.two"));
  const std::vector<Event> wrong = {
      forged(two, [](Event& event) { event.lamport = 9; }),
      forged(two, [](Event& event) { event.sequence = 9; }),
      forged(two, [](Event& event) { event.writer = "w0123456789abcdef"; }),
      forged(two, [](Event& event) { event.kind = "village.create"; }),
      forged(two, [](Event& event) { event.parents.clear(), event.sequence = 1; })};
  for (const Event& event : wrong) {
    EXPECT_EQ(a.take({event}).refused, 1);
    EXPECT_FALSE(a.journal->holds(event.h));
  }
  // A laptop that meets them before their parents keeps them waiting, and refuses them then.
  for (const Event& event : wrong) b.take({event});
  b.take({a.events()[0], one});
  for (const Event& event : wrong) {
    EXPECT_FALSE(b.journal->holds(event.h));
    EXPECT_EQ(b.take({event}).refused, 1);
  }
  EXPECT_EQ(b.journal->waiting_count(), 0);
  b.take({two});
  EXPECT_EQ(b.state(), a.state());
  EXPECT_EQ(b.lines(), a.lines());
}

TEST_F(JournalTest, ForksAreSiblings) {
  a.found();
  const Event one = a.write(draft_of("test.one"));
  const Event twin = forged(one, [](Event& event) { event.date = "2026-03-09"; });
  EXPECT_EQ(a.take({twin}).added, 1);
  EXPECT_EQ(a.journal->heads().size(), 2U);
  const auto first = a.journal->number_of(one.h);
  const auto second = a.journal->number_of(twin.h);
  EXPECT_TRUE(a.journal->are_concurrent(*first, *second));
  const Event next = a.write(draft_of("test.two"));
  EXPECT_EQ(next.parents.size(), 2U);
  EXPECT_TRUE(a.journal->is_before(*first, *a.journal->number_of(next.h)));
  EXPECT_TRUE(a.journal->is_before(*second, *a.journal->number_of(next.h)));
}

TEST_F(JournalTest, AMissingPersonalPartIsFilledIn) {
  a.found();
  Draft draft = draft_of("test.one");
  draft.personal = json(R"({"note":"扫雪"})");
  const Event full = a.write(draft);
  Event stripped = full;
  stripped.personal.reset();
  b.take({a.events()[0], stripped});
  EXPECT_EQ(b.journal->without_personal_count(), 1);
  EXPECT_EQ(b.journal->fingerprint(), a.journal->fingerprint());
  EXPECT_EQ(b.journal->state_digest(), a.journal->state_digest());
  EXPECT_NE(b.journal->people_digest(), a.journal->people_digest());
  const AddReport report = b.take({full});
  EXPECT_EQ(report.filled_in, 1);
  EXPECT_EQ(report.kept.size(), 1U);
  EXPECT_EQ(b.journal->without_personal_count(), 0);
  EXPECT_EQ(b.state(), a.state());
  EXPECT_EQ(b.take({stripped}).known, 1) << "and never taken away again";
  EXPECT_EQ(b.lines(), a.lines());
}

TEST_F(JournalTest, AnotherVillageStaysOutside) {
  a.found("柳荫村");
  b.found("杨柳村");
  b.write(draft_of("test.one"));
  const std::string before = a.state();
  const AddReport report = a.take_from(b);
  EXPECT_EQ(report.foreign, 2);
  EXPECT_EQ(report.added, 0);
  EXPECT_TRUE(report.kept.empty());
  EXPECT_EQ(a.state(), before);
  EXPECT_EQ(a.journal->event_count(), 1);
  EXPECT_EQ(a.lines().find("杨柳村"), std::string::npos);
}

TEST_F(JournalTest, AUnionMakesBothVillagesOneInAnyOrder) {
  a.found("柳荫村");
  b.found("柳荫");
  b.write(draft_of("test.one"));
  const Event other_head = b.events().back();
  // The union is written where both books are known: made here as its command makes it.
  Event unite = a.events()[0];
  unite.kind = "village.unite";
  unite.body = json(R"({"other":")" + b.journal->roots()[0].hex() + "\"}");
  unite.parents = {a.events()[0].h, other_head.h};
  unite.lamport = other_head.lamport + 1;
  unite.sequence = 2;
  unite.h = hash_of_event(unite);
  std::vector<Event> all = b.events();
  all.push_back(unite);
  const AddReport report = a.take(all);
  EXPECT_EQ(report.added, 3);
  EXPECT_EQ(report.foreign, 0);
  EXPECT_EQ(a.journal->roots().size(), 2U);
  EXPECT_EQ(a.journal->heads(), std::vector<Hash>{unite.h});

  std::vector<Event> events = a.events();
  std::sort(events.begin(), events.end(), [](const Event& x, const Event& y) { return x.h < y.h; });
  do {
    Laptop other(make_folds, 7);
    other.journal->set_genesis(a.events()[0].h);
    for (const Event& event : events) other.take({event});
    EXPECT_EQ(other.state(), a.state());
    EXPECT_EQ(other.lines(), a.lines());
    EXPECT_EQ(other.journal->waiting_count(), 0);
  } while (std::next_permutation(events.begin(), events.end(),
                                 [](const Event& x, const Event& y) { return x.h < y.h; }));
  b.take_from(a);
  EXPECT_EQ(b.state(), a.state());
}

// A forger's file of unions that have nothing to do with this village. Each is looked at once, which
// only a profile shows; here it counts that none of them is taken in or lost.
TEST_F(JournalTest, UnionsOfOtherVillagesAreHeldAside) {
  a.found("柳荫村");
  b.found("柳荫");
  constexpr int unions = 500;
  std::vector<Event> events = b.events();
  Event one = events[0];
  one.kind = "village.unite";
  one.parents = {events[0].h};
  one.lamport = 2;
  for (int i = 0; i < unions; ++i) {
    one.minutes = i;
    one.h = hash_of_event(one);
    events.push_back(one);
  }
  const std::string before = a.state();
  EXPECT_EQ(a.take(events).foreign, unions + 1);
  EXPECT_EQ(a.state(), before);
  // What joins them makes every one of them this village's.
  Event joining = one;
  joining.parents = {a.events()[0].h, events.back().h};
  std::sort(joining.parents.begin(), joining.parents.end());
  joining.lamport = 3;
  joining.h = hash_of_event(joining);
  EXPECT_EQ(a.take(std::vector<Event>{joining}).foreign, 0);
  EXPECT_EQ(a.journal->event_count(), 1 + 1 + unions + 1);
}

TEST_F(JournalTest, ManyHeadsAreJoinedFirst) {
  a.found();
  for (std::uint64_t i = 0; i < 100; ++i) {
    Laptop other(make_folds, 100 + i);
    other.take({a.events()[0]});
    a.take({other.write(draft_of("test.one"))});
  }
  EXPECT_EQ(a.journal->heads().size(), 100U);
  const std::vector<Event> written = a.write(std::vector<Draft>{draft_of("test.two")});
  EXPECT_EQ(written.size(), 4U) << "three joins of 31 leave few enough";
  EXPECT_EQ(written[0].kind, "sys.writer");
  EXPECT_EQ(written[0].parents.size(), parents_max);
  EXPECT_EQ(written.back().kind, "test.two");
  EXPECT_EQ(a.journal->heads(), std::vector<Hash>{written.back().h});
}

TEST_F(JournalTest, RebuildMakesTheSameTables) {
  a.found();
  Draft draft = draft_of("test.one");
  draft.personal = json(R"({"note":"扫雪"})");
  a.write(draft);
  a.write(draft_of("later.kind"));
  const std::string before = a.journal->state().canonical();
  a.journal->rebuild();
  EXPECT_EQ(a.journal->state().canonical(), before);
  EXPECT_EQ(noting(a).tables_created, 2);
}

TEST_F(JournalTest, ACriticalUnknownKindLocks) {
  a.found();
  a.write(draft_of("later.kind"));
  EXPECT_FALSE(a.journal->is_locked_by_unknown_kind());
  Draft critical = draft_of("later.kind");
  critical.is_critical = true;
  a.write(critical);
  EXPECT_TRUE(a.journal->is_locked_by_unknown_kind());
  b.take({a.events()[2]});
  EXPECT_FALSE(b.journal->is_locked_by_unknown_kind()) << "waiting locks nothing";
  b.take_from(a);
  EXPECT_TRUE(b.journal->is_locked_by_unknown_kind());
  b.journal->rebuild();
  EXPECT_TRUE(b.journal->is_locked_by_unknown_kind());
}

TEST_F(JournalTest, ACodeIsTheFirstEightyBits) {
  EXPECT_EQ(code_of(*Hash::from_hex(std::string(64, '0'))), "0000000000000000");
  EXPECT_EQ(code_of(*Hash::from_hex("ffffffffffffffffffff" + std::string(44, '0'))),
            "ZZZZZZZZZZZZZZZZ");
}

}  // namespace
}  // namespace jishan::journal
