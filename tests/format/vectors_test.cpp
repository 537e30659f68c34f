// docs/format/vectors.json: the program reads, refuses, hashes and places what the document says.
// The file is written by tests/format/make_vectors.py, which shares no code with the program.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "db/database.h"
#include "format/vectors.h"
#include "journal/event.h"
#include "journal/journal.h"
#include "journal/json.h"

namespace jishan::journal {
namespace {

using format_vectors::group;
using format_vectors::text_at;
using format_vectors::texts_at;

std::string from_hex(std::string_view digits) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(std::string(digits.substr(i, 2)), nullptr, 16));
  }
  return bytes;
}

// A string, or an array of parts: strings, {text, times}, {hex}.
std::string line_of_vector(const Json& vector) {
  const Json& text = *vector.find("text");
  if (text.string() != nullptr) return *text.string();
  std::string line;
  for (const Json& part : *text.array()) {
    if (part.string() != nullptr) line += *part.string();
    line += from_hex(part.string_at("hex").value_or(""));
    for (std::int64_t i = 0; i < part.integer_at("times").value_or(0); ++i) {
      line += *part.string_at("text");
    }
  }
  return line;
}

TEST(Vectors, ValuesHaveTheirCanonicalText) {
  for (const Json& vector : group("values")) {
    const Result<Json> value = parse_json(line_of_vector(vector));
    ASSERT_TRUE(value.ok()) << text_at(vector, "name") << ": " << value.error().detail;
    EXPECT_EQ(value->canonical(), text_at(vector, "canonical")) << text_at(vector, "name");
  }
}

TEST(Vectors, ValuesOutsideTheSubsetAreRefused) {
  for (const Json& vector : group("values_refused")) {
    EXPECT_FALSE(parse_json(line_of_vector(vector)).ok()) << text_at(vector, "name");
  }
}

TEST(Vectors, EventsAreReadHashedAndWritten) {
  for (const Json& vector : group("events")) {
    const std::string name = text_at(vector, "name");
    const Result<Event> event = event_from_line(line_of_vector(vector));
    ASSERT_TRUE(event.ok()) << name << ": " << event.error().detail;
    EXPECT_EQ(event->h.hex(), text_at(vector, "h")) << name;
    EXPECT_EQ(event->personal.has_value(), vector.integer_at("keeps_x") == 1) << name;
    EXPECT_EQ(event->personal_hash ? event->personal_hash->hex() : "", text_at(vector, "xh")) << name;
    if (vector.find("line") == nullptr) continue;
    EXPECT_EQ(line_of(*event), text_at(vector, "line")) << name;
    EXPECT_EQ(line_of(*event, PersonalPart::stripped), text_at(vector, "stripped")) << name;
    EXPECT_EQ(hashed_text_of(*event), text_at(vector, "hashed")) << name;
    const Result<Event> stripped = event_from_line(text_at(vector, "stripped"));
    ASSERT_TRUE(stripped.ok()) << name;
    EXPECT_EQ(stripped->h, event->h) << name;
  }
}

TEST(Vectors, DamagedEventsAreRefusedForTheRightReason) {
  for (const Json& vector : group("events_refused")) {
    const Result<Event> event = event_from_line(line_of_vector(vector));
    ASSERT_FALSE(event.ok()) << text_at(vector, "name");
    const bool is_hash = text_at(vector, "reason") == "hash";
    EXPECT_EQ(event.error().code, is_hash ? ErrorCode::wrong_hash : ErrorCode::malformed)
        << text_at(vector, "name") << ": " << event.error().detail;
  }
}

struct Laptop {
  std::unique_ptr<db::Database> database = db::Database::open_in_memory();
  Journal journal{*database, {}};

  AddReport add(std::string_view line) {
    const Result<Event> event = event_from_line(line);
    if (!event.ok()) return {};
    return journal.add(std::vector<Event>{*event});
  }
};

TEST(Vectors, APersonalPartIsFilledInOnlyByTheRightOne) {
  // The genesis that the vectors' events have in their past.
  const std::string genesis = text_at(group("events")[0], "line");
  for (const Json& vector : group("fill_in")) {
    Laptop laptop;
    laptop.add(genesis);
    EXPECT_EQ(laptop.add(text_at(vector, "held")).added, 1) << text_at(vector, "name");
    laptop.add(text_at(vector, "offered"));
    const auto number = laptop.journal.number_of(event_from_line(text_at(vector, "held"))->h);
    ASSERT_TRUE(number.has_value());
    EXPECT_EQ(laptop.journal.line(*number), text_at(vector, "line")) << text_at(vector, "name");
  }
}

std::string hashes(const std::vector<Hash>& list) {
  std::string text;
  for (const Hash& h : list) text += h.hex() + "\n";
  return text;
}

std::string joined(const std::vector<std::string>& list) {
  std::string text;
  for (const std::string& one : list) text += one + "\n";
  return text;
}

// Adds the lines in this order and says what is not as the vector says.
std::string disagreement(const Json& vector, const std::vector<std::string>& lines) {
  Laptop laptop;
  laptop.journal.set_genesis(event_from_line(texts_at(vector, "lines")[0])->h);
  for (const std::string& line : lines) laptop.add(line);
  const Journal& journal = laptop.journal;
  const std::vector<std::string> waiting = texts_at(vector, "waiting");
  const std::vector<std::string> closed = texts_at(vector, "closed");
  if (hashes(journal.heads()) != joined(texts_at(vector, "heads"))) return "heads";
  if (journal.fingerprint() != text_at(vector, "fingerprint")) return "fingerprint";
  if (journal.waiting_count() != static_cast<std::int64_t>(waiting.size())) return "waiting";
  const auto kept = static_cast<std::int64_t>(closed.size() + waiting.size());
  if (journal.event_count() != kept) return "kept";
  std::vector<std::string> exported;
  journal.for_each([&](const Event& event) { exported.push_back(event.h.hex()); });
  std::sort(exported.begin(), exported.end());
  std::vector<std::string> expected = closed;
  expected.insert(expected.end(), waiting.begin(), waiting.end());
  std::sort(expected.begin(), expected.end());
  return exported == expected ? "" : "what is exported";
}

TEST(Vectors, EventsFindTheirPlaceInAnyOrder) {
  for (const Json& vector : group("placements")) {
    std::vector<std::string> lines = texts_at(vector, "lines");
    const std::string name = text_at(vector, "name");
    EXPECT_EQ(disagreement(vector, lines), "") << name;
    std::reverse(lines.begin(), lines.end());
    EXPECT_EQ(disagreement(vector, lines), "") << name << ", backwards";
    for (std::size_t i = 0; i < lines.size(); ++i) {
      std::rotate(lines.begin(), lines.begin() + 1, lines.end());
      EXPECT_EQ(disagreement(vector, lines), "") << name << ", turned " << i;
    }
  }
}

TEST(Vectors, CodesForTheEye) {
  for (const Json& vector : group("codes")) {
    if (const auto h = vector.string_at("h")) {
      EXPECT_EQ(code_of(*Hash::from_hex(*h)), text_at(vector, "code"));
      continue;
    }
    std::string text = "jishan-heads-1\n";
    for (const std::string& head : texts_at(vector, "heads")) text += head + "\n";
    EXPECT_EQ(code_of(Hash{sha256(text)}), text_at(vector, "fingerprint"));
  }
}

}  // namespace
}  // namespace jishan::journal
