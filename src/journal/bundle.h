// The exported file *.jishan.json (journal.md §2.4): one valid JSON document, one event per line,
// sorted by (l, h). Written in parts and read in slices, so that neither way the file is ever
// whole in memory. It must not know where the bytes come from or what an event means.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "journal/event.h"
#include "journal/journal.h"

namespace jishan::journal {

inline constexpr std::int64_t bundle_bytes_max = std::int64_t{512} * 1024 * 1024;
inline constexpr std::int64_t bundle_version = 1;

// Refuses by size before anything is read.
Done check_bundle_size(std::int64_t size_bytes);

// Whose personal parts are written: all, none, or those of some areas (the kind before the dot).
class PersonalAreas {
 public:
  static PersonalAreas all();
  static PersonalAreas none() { return PersonalAreas(); }
  static PersonalAreas only(std::vector<std::string> areas);
  [[nodiscard]] PersonalPart part_of(std::string_view kind) const;
  [[nodiscard]] const std::vector<std::string>& names() const { return m_names; }

 private:
  std::vector<std::string> m_names;  // "*" for all
};

// What the file says about itself besides what the journal knows.
struct BundleLabel {
  std::string app;           // program and version
  std::string village_name;  // for people; never identity
  std::string from;          // the writer that exports, or ""
  std::int64_t made_minutes = 0;
};

using Sink = std::function<void(std::string_view)>;

// Writes the file in parts. The journal must not change in between.
class BundleWriter {
 public:
  BundleWriter(const Journal& journal, BundleLabel label, PersonalAreas personal);
  ~BundleWriter();
  // At most this many events to the sink. True while there are more.
  bool write_some(const Sink& sink, std::int64_t events_max);
  [[nodiscard]] std::int64_t events_written() const;
  [[nodiscard]] std::int64_t event_count() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> m_parts;
};

void write_bundle(const Journal& journal, const BundleLabel& label, const PersonalAreas& personal,
                  const Sink& sink);
// For engines: one line per event and nothing else.
void write_ndjson(const Journal& journal, const PersonalAreas& personal, const Sink& sink);

// What stands around the events. Nothing of it is believed; events verify by themselves.
struct BundleHeader {
  std::optional<std::int64_t> version;
  std::optional<Hash> village;
  std::vector<Hash> roots;
  std::vector<Hash> heads;
  std::string village_name;
  std::string from;
  std::string app;
  std::int64_t made_minutes = 0;
  std::optional<std::int64_t> event_count;
  std::vector<std::string> personal;
};

struct BundleDamage {
  std::int64_t line = 0;  // from 1
  std::string reason;     // for a developer or a script
};

struct BundleEnd {
  // Set when nothing of the file may be used: not a book, newer format, too large.
  std::optional<Error> refusal;
  // The document was whole and n, sha256 and heads agree with the lines; a reader of events alone
  // knows of no whole and leaves this false. If not:
  // 文件不完整或被改过, and every line that verifies by itself counts all the same.
  bool is_complete = false;
  std::string incomplete_reason;
  std::int64_t events_read = 0;
  std::int64_t damaged_count = 0;
  std::vector<BundleDamage> damaged;  // the first ones, at most damaged_listed_max
};
inline constexpr std::size_t damaged_listed_max = 200;

// Each event is always checked by itself: form, limits, h, xh. The file as a whole (n, sha256,
// heads) needs checking once: a second pass over a file that was reported on leaves it out.
enum class BundleChecks { whole_file, events_alone };

class BundleReader {
 public:
  explicit BundleReader(BundleChecks checks = BundleChecks::whole_file);
  ~BundleReader();

  void feed(std::string_view bytes);
  // The good events of what was fed since the last call, in the order of the file.
  std::vector<Event> take_events();
  // Known as far as the file was read. Set early, so that reading can stop.
  [[nodiscard]] const std::optional<Error>& refusal() const;
  [[nodiscard]] const BundleHeader& header() const;
  BundleEnd finish();

 private:
  struct Parts;
  std::unique_ptr<Parts> m_parts;
};

// None of the file's roots is one of the journal's (a journal without a genesis takes any).
[[nodiscard]] bool is_of_other_village(const BundleHeader& header, const Journal& journal);

}  // namespace jishan::journal
