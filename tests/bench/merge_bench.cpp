// Merging a file of 100,000 events into a book of 100,000, against the least that any program
// could do with the same bytes: parse each line once with nlohmann/json, hash it and its personal
// part once, and insert the rows that the merge left into tables of the same shape and indexes,
// in their final state and each table in one go. Seconds are of the processor, so that a busy
// machine does not count. Prints one line of JSON; run by `make bench` from a release build.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/sha256.h"
#include "journal/bundle.h"
#include "journal/rehearsal.h"
#include "support/book_folds.h"
#include "support/laptop.h"

namespace jishan::bench {
namespace {

using journal::Event;
using journal::Json;
using support::draft_of;
using support::Laptop;
using Seconds = double;

constexpr std::size_t batch_events_max = 2000;

// A laptop that only writes: its folds would slow the preparation and prove nothing.
struct NoFolds final : support::Folds {
  std::vector<journal::Fold*> in_arrow_order() override { return {}; }
};
std::unique_ptr<support::Folds> no_folds(db::Database&, journal::Registers&) {
  return std::make_unique<NoFolds>();
}

template <class Work>
Seconds seconds_of(Work work) {
  const std::clock_t begin = std::clock();
  work();
  return static_cast<Seconds>(std::clock() - begin) / CLOCKS_PER_SEC;
}

// An award as the program writes it: a claim and its posting.
std::vector<journal::Draft> award(const std::string& household, SeededRandom& random) {
  const auto points = static_cast<std::int64_t>(100 + random.below(900));
  const Json line(Json::Object{{"hh", Json(household)},
                               {"code", Json("A1")},
                               {"qty", Json(100)},
                               {"pts", Json(points)},
                               {"d", Json("2026-03-08")}});
  journal::Draft claim =
      draft_of("pts.claim", Json(Json::Object{{"id", Json(ActId::make(random).text())},
                                              {"book", Json(std::string(64, '0'))},
                                              {"lines", Json(Json::Array{line})}}));
  claim.personal = Json(Json::Object{{"note", Json("参加环境整治")}});
  const Json row(Json::Array{Json(0), Json(household), Json(points), Json(1), Json("")});
  journal::Draft post = draft_of(
      "pts.post",
      Json(Json::Object{{"rows", Json(Json::Array{Json(Json::Object{
                                     {"of", Json("@0")}, {"rows", Json(Json::Array{row})}})})}}));
  return {claim, post};
}

void write_awards(Laptop& laptop, const std::vector<std::string>& households, std::int64_t events) {
  for (std::int64_t i = 0; i < events; i += 2) {
    laptop.write(award(households[laptop.random.below(households.size())], laptop.random));
  }
}

std::string exported(const Laptop& laptop) {
  std::string text;
  journal::write_bundle(*laptop.journal, {"bench", "", "", 0}, journal::PersonalAreas::all(),
                        [&](std::string_view part) { text += part; });
  return text;
}

constexpr std::size_t slice_bytes = 256 * 1024;

// Pass 1 of an import: the file is checked as a whole and counted, nothing is written.
void rehearse(const journal::Journal& journal, std::string_view bytes) {
  journal::BundleReader reader;
  journal::Rehearsal rehearsal(journal);
  for (std::size_t at = 0; at < bytes.size(); at += slice_bytes) {
    reader.feed(bytes.substr(at, slice_bytes));
    for (const Event& event : reader.take_events()) rehearsal.see(event);
  }
  if (!reader.finish().is_complete) std::abort();
  static_cast<void>(rehearsal.finish());
}

// Pass 2: every event is checked by itself once more and goes in, in batches.
void merge(journal::Journal& journal, std::string_view bytes) {
  journal::BundleReader reader(journal::BundleChecks::events_alone);
  std::vector<Event> batch;
  for (std::size_t at = 0; at < bytes.size(); at += slice_bytes) {
    reader.feed(bytes.substr(at, slice_bytes));
    for (Event& event : reader.take_events()) batch.push_back(std::move(event));
    if (batch.size() < batch_events_max) continue;
    journal.add(batch);
    batch.clear();
  }
  journal.add(batch);
}

// The lines that go to the browser's storage.
void write_lines(const journal::Journal& journal, std::int64_t known) {
  std::size_t bytes = 0;
  for (std::int64_t number = known + 1; number <= journal.event_count(); ++number) {
    bytes += journal.line(number).size();
  }
  if (bytes == 0) std::abort();
}

// One table of the workload: its columns, read from the merged book and inserted again elsewhere.
struct PlainTable {
  std::string_view name;
  std::string_view columns;
  std::string_view types;  // i integer, t text, b blob, by column
};
constexpr PlainTable plain_tables[] = {
    {"journal_event",
     "number, h, k, v, l, s, w, o, d, t, c, parents, parents_are_hashes, body, x, xh",
     "ibtiiitttiibittb"},
    {"ledger_act", "number, event, line, lamport, h, once_key, gen, date, household, standing",
     "iiiibtitti"},
    {"ledger_transfer", "act, position, unit, debit, credit, amount", "iittti"},
    {"points_claim",
     "act, event, id, claim, book, household, resident, witness, code, qty, pts, date",
     "iittbttttiit"},
    {"points_post", "act, claim, household, pts", "itti"},
};

struct Cell {
  std::int64_t integer = 0;
  std::string bytes;
};
using Row = std::vector<Cell>;

std::vector<Row> rows_of(db::Database& database, const PlainTable& table) {
  db::Statement from = database.prepare("SELECT " + std::string(table.columns) + " FROM " +
                                        std::string(table.name) + " ORDER BY 1");
  std::vector<Row> rows;
  from.bind();
  while (from.step()) {
    Row row(table.types.size());
    for (std::size_t c = 0; c < row.size(); ++c) {
      const int column = static_cast<int>(c);
      if (table.types[c] == 'i') {
        row[c].integer = from.integer(column);
      } else {
        const db::Bytes bytes = from.blob(column);
        row[c].bytes.assign(reinterpret_cast<const char*>(bytes.data()), bytes.size());
      }
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

void insert_rows(db::Database& database, const PlainTable& table, std::span<const Row> rows) {
  std::string marks = "?";
  for (std::size_t c = 1; c < table.types.size(); ++c) marks += ", ?";
  db::Statement into = database.prepare("INSERT INTO " + std::string(table.name) + " (" +
                                        std::string(table.columns) + ") VALUES (" + marks + ")");
  db::Transaction transaction(database);
  for (const Row& row : rows) {
    into.reset();
    for (std::size_t c = 0; c < row.size(); ++c) {
      const int index = static_cast<int>(c) + 1;
      if (table.types[c] == 'i') {
        into.bind_at(index, row[c].integer);
      } else if (table.types[c] == 't') {
        into.bind_at(index, row[c].bytes);
      } else {
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(row[c].bytes.data());
        into.bind_at(index, db::Bytes(bytes, row[c].bytes.size()));
      }
    }
    into.run();
  }
  transaction.commit();
}

// The rows that the merge added, into tables of the same shape and indexes that hold the base.
Seconds plain_inserts(db::Database& merged, db::Database& base) {
  Laptop plain(support::book_folds(), 9);
  Seconds spent = 0;
  for (const PlainTable& table : plain_tables) {
    const std::vector<Row> rows = rows_of(merged, table);
    const std::size_t known = rows_of(base, table).size();
    insert_rows(*plain.database, table, std::span(rows).first(known));
    spent +=
        seconds_of([&] { insert_rows(*plain.database, table, std::span(rows).subspan(known)); });
  }
  return spent;
}

// The line stands for the text that gives h; x is hashed by itself, as the format wants it.
Seconds plain_parsing_and_hashing(std::string_view bytes) {
  return seconds_of([&] {
    std::size_t size = 0;
    for (std::size_t at = bytes.find('\n') + 1; bytes[at] == '{'; at = bytes.find('\n', at) + 1) {
      std::string_view line = bytes.substr(at, bytes.find('\n', at) - at);
      if (line.ends_with(',')) line.remove_suffix(1);
      const nlohmann::json value = nlohmann::json::parse(line, nullptr, false);
      if (value.is_discarded()) std::abort();
      size += hex(sha256(line)).size();
      const std::size_t personal = line.find(",\"x\":");
      if (personal != std::string_view::npos) size += hex(sha256(line.substr(personal))).size();
    }
    if (size == 0) std::abort();
  });
}

struct Round {
  Seconds rehearse = 0;
  Seconds merge = 0;
  Seconds merge_again = 0;
  Seconds lines = 0;
  Seconds plain_reading = 0;
  Seconds plain_inserting = 0;
  [[nodiscard]] Seconds plain() const { return plain_reading + plain_inserting; }
};

Round measured(const std::string& base_file, const std::string& other_file) {
  Laptop book(support::book_folds(), 3);
  merge(*book.journal, base_file);
  Laptop only_base(support::book_folds(), 4);
  merge(*only_base.journal, base_file);
  const std::int64_t known = book.journal->event_count();
  Round round;
  round.rehearse = seconds_of([&] { rehearse(*book.journal, other_file); });
  round.merge = seconds_of([&] { merge(*book.journal, other_file); });
  round.merge_again = seconds_of([&] { merge(*book.journal, other_file); });
  round.lines = seconds_of([&] { write_lines(*book.journal, known); });
  round.plain_reading = plain_parsing_and_hashing(other_file);
  round.plain_inserting = plain_inserts(*book.database, *only_base.database);
  return round;
}

constexpr int rounds = 3;

// Of the round whose merge took the middle place.
Round median(std::vector<Round> all) {
  std::sort(all.begin(), all.end(), [](const Round& a, const Round& b) {
    return a.merge * b.plain() < b.merge * a.plain();
  });
  return all[all.size() / 2];
}

}  // namespace

int run(std::int64_t events) {
  Laptop base(no_folds, 1);
  base.found();
  std::vector<std::string> households;
  for (int i = 0; i < 800; ++i) households.push_back(HouseholdId::make(base.random).str());
  Laptop other(no_folds, 2);
  other.take_from(base);
  write_awards(base, households, events);
  write_awards(other, households, events);
  const std::string base_file = exported(base);
  const std::string other_file = exported(other);

  std::vector<Round> all;
  for (int i = 0; i < rounds; ++i) all.push_back(measured(base_file, other_file));
  const Round round = median(std::move(all));
  std::printf(
      "{\"events\":%lld,\"bytes\":%zu,\"merge_s\":%.3f,\"plain_parse_hash_s\":%.3f,"
      "\"plain_insert_s\":%.3f,\"ratio\":%.2f,\"merge_again_s\":%.3f,\"rehearse_s\":%.3f,"
      "\"lines_s\":%.3f,\"ratio_of_both_passes_and_lines\":%.2f}\n",
      static_cast<long long>(events), other_file.size(), round.merge, round.plain_reading,
      round.plain_inserting, round.merge / round.plain(), round.merge_again, round.rehearse,
      round.lines, (round.rehearse + round.merge + round.lines) / round.plain());
  return 0;
}

}  // namespace jishan::bench

int main(int count, char** words) {
  return jishan::bench::run(count > 1 ? std::atoll(words[1]) : 100'000);
}
