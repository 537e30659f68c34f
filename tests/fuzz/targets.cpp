#include "fuzz/targets.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/check.h"
#include "journal/bundle.h"
#include "journal/event.h"
#include "journal/journal.h"

namespace jishan::fuzz {
namespace {

using journal::Event;
using journal::Json;

struct Read {
  std::vector<Event> events;
  journal::BundleEnd end;
};

Read read_in_slices(std::string_view bytes, std::size_t slice) {
  journal::BundleReader reader;
  Read read;
  for (std::size_t at = 0; at < bytes.size(); at += slice) {
    reader.feed(bytes.substr(at, slice));
    for (Event& event : reader.take_events()) read.events.push_back(std::move(event));
  }
  read.end = reader.finish();
  return read;
}

std::string exported(const journal::Journal& journal) {
  std::string text;
  journal::write_bundle(journal, {"fuzz", "", "", 0}, journal::PersonalAreas::all(),
                        [&](std::string_view part) { text += part; });
  return text;
}

}  // namespace

void check_line(std::string_view bytes) {
  const Result<Json> value = journal::parse_json(bytes);
  if (value.ok()) {
    CHECK(journal::obeys(*value));
    const std::string canonical = value->canonical();
    const Result<Json> again = journal::parse_json(canonical);
    CHECK(again.ok());
    CHECK(*again == *value);
    CHECK(again->canonical() == canonical);
  }
  const Result<Event> event = journal::event_from_line(bytes);
  const std::optional<Event> quick = journal::event_from_canonical_line(bytes);
  CHECK(!quick || (event.ok() && journal::line_of(*quick) == bytes));
  if (!event.ok()) return;
  const std::string line = journal::line_of(*event);
  CHECK(journal::event_from_canonical_line(line).has_value() ||
        !event->unknown_keys.object()->empty());
  const Result<Event> again = journal::event_from_line(line);
  CHECK(again.ok());
  CHECK(again->h == event->h);
  CHECK(journal::line_of(*again) == line);
  const Result<Event> stripped =
      journal::event_from_line(journal::line_of(*event, journal::PersonalPart::stripped));
  CHECK(stripped.ok());
  CHECK(stripped->h == event->h);
}

void check_bundle(std::string_view bytes) {
  const Read whole = read_in_slices(bytes, bytes.size() + 1);
  // The mark at the beginning may only come in one piece, which a real slice always holds.
  const std::size_t slice = 3 + bytes.size() % 61;
  const Read sliced = read_in_slices(bytes, slice);
  CHECK(whole.end.refusal.has_value() == sliced.end.refusal.has_value());
  if (whole.end.refusal) return;  // a refused file is not read to its end
  CHECK(whole.end.is_complete == sliced.end.is_complete);
  CHECK(whole.end.damaged_count == sliced.end.damaged_count);
  CHECK(whole.events.size() == sliced.events.size());
  CHECK(whole.end.damaged.size() <= journal::damaged_listed_max);

  const auto database = db::Database::open_in_memory();
  journal::Journal journal(*database, {});
  journal.add(whole.events);
  const Read again = read_in_slices(exported(journal), 1000);
  CHECK(again.end.is_complete || journal.is_empty());
  CHECK(static_cast<std::int64_t>(again.events.size()) == journal.event_count());
}

}  // namespace jishan::fuzz
