#include <algorithm>
#include <limits>
#include <set>
#include <unordered_set>
#include <utility>

#include "base/sha256.h"
#include "journal/bundle.h"
#include "journal/graph.h"
#include "journal/splitter.h"

namespace jishan::journal {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view header_keys[] = {"app",      "crit",  "end",  "events", "fmt",
                                            "from",     "heads", "made", "n",      "name",
                                            "personal", "roots", "ver",  "village"};

bool is_header_key(std::string_view key) {
  return std::find(std::begin(header_keys), std::end(header_keys), key) != std::end(header_keys);
}

std::vector<Hash> hashes_of(const Json& list) {
  std::vector<Hash> hashes;
  if (list.array() == nullptr) return hashes;
  for (const Json& element : *list.array()) {
    const std::string* const text = element.string();
    if (const auto h = text == nullptr ? std::nullopt : Hash::from_hex(*text)) hashes.push_back(*h);
  }
  return hashes;
}

std::vector<std::string> texts_of(const Json& list) {
  std::vector<std::string> texts;
  if (list.array() == nullptr) return texts;
  for (const Json& element : *list.array()) {
    if (element.string() != nullptr) texts.push_back(*element.string());
  }
  return texts;
}

std::string text_of(const Json& value) {
  return value.string() == nullptr ? std::string() : *value.string();
}

// The heads of the closed events of the file alone. Only a file in its own order gives them.
class FileHeads {
 public:
  void add(const Event& event) {
    if (m_graph.find(event.h)) return;
    std::vector<Number> parents;
    for (const Hash& parent : event.parents) {
      const std::optional<Number> number = m_graph.find(parent);
      if (!number) return;
      parents.push_back(*number);
    }
    if (!m_graph.fits(event, parents)) return;
    m_graph.place_at(m_graph.add(event), event, parents);
    for (const Hash& parent : event.parents) m_heads.erase(parent);
    m_heads.insert(event.h);
  }
  [[nodiscard]] bool are(std::vector<Hash> heads) const {
    std::sort(heads.begin(), heads.end());
    return std::equal(heads.begin(), heads.end(), m_heads.begin(), m_heads.end());
  }

 private:
  Graph m_graph;
  std::set<Hash> m_heads;
};

}  // namespace

struct BundleReader::Parts final : Splitter::Listener {
  explicit Parts(BundleChecks checks_) : checks(checks_), splitter(*this) {}

  void on_member(std::string_view key_text, std::string_view text) override;
  void on_events_begin() override;
  bool on_line(std::string_view text, std::int64_t line) override;
  bool on_event(std::string_view text, std::int64_t line) override;
  void on_damage(std::int64_t line, std::string_view reason) override;
  void take_member(std::string_view key, const Json& value);
  void take_event(Event event, std::string_view canonical_line);
  void refuse(ErrorCode code, std::string detail) {
    if (!refusal) refusal = Error{code, std::move(detail)};
  }
  // Empty when everything agrees.
  [[nodiscard]] std::string disagreement(bool is_whole);

  const BundleChecks checks;
  Splitter splitter;
  BundleHeader header;
  std::set<std::string, std::less<>> seen_keys;
  bool is_jishan = false;
  std::optional<Error> refusal;
  std::vector<Event> events;
  std::int64_t bytes_fed = 0;
  BundleEnd end;
  std::optional<std::int64_t> end_count;
  std::string end_sum;
  Sha256 sum;
  FileHeads heads;
};

void BundleReader::Parts::on_member(std::string_view key_text, std::string_view text) {
  const JsonLimits generous{line_depth_max, std::numeric_limits<std::size_t>::max()};
  const Result<Json> key = parse_json(key_text);
  if (!key.ok() || !is_header_key(text_of(*key))) return;
  const Result<Json> value = parse_json(text, generous);
  const bool is_new = seen_keys.insert(text_of(*key)).second;
  if (!value.ok() || !is_new) {
    on_damage(0, "header member " + text_of(*key));
    return;
  }
  take_member(text_of(*key), *value);
}

void BundleReader::Parts::take_member(std::string_view key, const Json& value) {
  const std::int64_t number = value.integer() == nullptr ? 0 : *value.integer();
  if (key == "fmt") {
    is_jishan = text_of(value) == "jishan";
    if (!is_jishan) refuse(ErrorCode::malformed, "fmt is not jishan");
  } else if (key == "ver") {
    header.version = number;
    if (number != bundle_version) {
      refuse(number > bundle_version ? ErrorCode::newer_format : ErrorCode::malformed,
             "ver " + std::to_string(number));
    }
  } else if (key == "crit") {
    for (const std::string& critical : texts_of(value)) {
      if (!is_header_key(critical)) refuse(ErrorCode::newer_format, "crit " + critical);
    }
  } else if (key == "village") {
    header.village = Hash::from_hex(text_of(value));
  } else if (key == "roots") {
    header.roots = hashes_of(value);
  } else if (key == "heads") {
    header.heads = hashes_of(value);
  } else if (key == "name") {
    header.village_name = text_of(value);
  } else if (key == "from") {
    header.from = text_of(value);
  } else if (key == "app") {
    header.app = text_of(value);
  } else if (key == "made") {
    header.made_minutes = number;
  } else if (key == "n") {
    header.event_count = number;
  } else if (key == "personal") {
    header.personal = texts_of(value);
  } else if (key == "end") {
    end_count = value.integer_at("n");
    end_sum = std::string(value.string_at("sha256").value_or(""));
  }
}

void BundleReader::Parts::on_events_begin() {
  if (!seen_keys.insert("events").second) on_damage(0, "events twice");
}

bool BundleReader::Parts::on_line(std::string_view text, std::int64_t) {
  if (refusal) return true;
  std::optional<Event> event = event_from_canonical_line(text);
  if (!event) return false;
  take_event(std::move(*event), text);
  return true;
}

bool BundleReader::Parts::on_event(std::string_view text, std::int64_t line) {
  // A line of our own that a slice of the file had cut.
  if (on_line(text, line)) return true;
  Result<Event> event = event_from_line(text);
  if (!event.ok()) {
    on_damage(line, event.error().detail);
    return false;
  }
  const std::string canonical_line = line_of(*event);
  take_event(std::move(event).value(), canonical_line);
  return true;
}

void BundleReader::Parts::take_event(Event event, std::string_view canonical_line) {
  ++end.events_read;
  if (checks == BundleChecks::whole_file) {
    heads.add(event);
    sum.update(canonical_line).update("\n");
  }
  events.push_back(std::move(event));
}

void BundleReader::Parts::on_damage(std::int64_t line, std::string_view reason) {
  ++end.damaged_count;
  if (end.damaged.size() < damaged_listed_max) {
    end.damaged.push_back({line, std::string(reason)});
  }
}

std::string BundleReader::Parts::disagreement(bool is_whole) {
  if (!is_whole) return "the file ends too early";
  if (checks == BundleChecks::events_alone) return "not checked";
  if (end.damaged_count > 0) return "damaged lines";
  if (!end_count) return "end is missing";
  if (*end_count != end.events_read || header.event_count != end.events_read) {
    return "n does not agree";
  }
  if (end_sum != hex(sum.finish())) return "sha256 does not agree";
  if (!heads.are(header.heads)) return "heads do not agree";
  return "";
}

BundleReader::BundleReader(BundleChecks checks) : m_parts(std::make_unique<Parts>(checks)) {}
BundleReader::~BundleReader() = default;

void BundleReader::feed(std::string_view bytes) {
  Parts& parts = *m_parts;
  if (parts.refusal) return;
  // The mark may only come whole at the very beginning; a first slice is never shorter.
  if (parts.bytes_fed == 0 && bytes.starts_with(byte_order_mark)) {
    parts.bytes_fed += static_cast<std::int64_t>(byte_order_mark.size());
    bytes.remove_prefix(byte_order_mark.size());
  }
  parts.bytes_fed += static_cast<std::int64_t>(bytes.size());
  if (parts.bytes_fed > bundle_bytes_max) {
    parts.refuse(ErrorCode::too_large, "larger than 512 MiB");
    return;
  }
  parts.splitter.feed(bytes);
}

std::vector<Event> BundleReader::take_events() {
  if (m_parts->refusal) return {};
  // The next slice brings about as many. A list that grows asks again and again for large blocks,
  // and each time the allocator first tidies all the small ones that earlier events left behind.
  std::vector<Event> taken;
  taken.reserve(m_parts->events.size());
  std::swap(taken, m_parts->events);
  return taken;
}

const std::optional<Error>& BundleReader::refusal() const {
  return m_parts->refusal;
}

const BundleHeader& BundleReader::header() const {
  return m_parts->header;
}

BundleEnd BundleReader::finish() {
  Parts& parts = *m_parts;
  const bool is_whole = parts.splitter.finish();
  // A file whose first line was damaged is still read; one without a single event is none of ours.
  if (!parts.is_jishan && parts.end.events_read == 0) {
    parts.refuse(ErrorCode::malformed, "not a Jishan book");
  }
  parts.end.refusal = parts.refusal;
  parts.end.incomplete_reason = parts.disagreement(is_whole && parts.is_jishan);
  parts.end.is_complete = !parts.refusal && parts.end.incomplete_reason.empty();
  return std::move(parts.end);
}

bool is_of_other_village(const BundleHeader& header, const Journal& journal) {
  const std::vector<Hash> mine = journal.roots();
  if (mine.empty() || header.roots.empty()) return false;
  return std::none_of(header.roots.begin(), header.roots.end(), [&](const Hash& root) {
    return std::binary_search(mine.begin(), mine.end(), root);
  });
}

}  // namespace jishan::journal
