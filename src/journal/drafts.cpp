#include "journal/drafts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/check.h"
#include "base/crockford.h"

namespace jishan::journal {
namespace {

constexpr std::string_view salt_key = "z";
constexpr std::size_t salt_bytes = 15;  // 120 bits, 24 characters

std::string fresh_salt(Random& random) {
  std::array<std::uint8_t, salt_bytes> bits{};
  random.fill(bits);
  return crockford_lower(bits);
}

// One word: "@0" or "@0:3".
std::string word_with_hash(std::string_view word, std::span<const Event> earlier) {
  if (word.size() < 2 || word[0] != '@') return std::string(word);
  const std::size_t end = std::min(word.find(':'), word.size());
  std::size_t index = 0;
  for (const char c : word.substr(1, end - 1)) {
    if (c < '0' || c > '9' || index > earlier.size()) return std::string(word);
    index = index * 10 + static_cast<std::size_t>(c - '0');
  }
  if (end == 1 || index >= earlier.size()) return std::string(word);
  return earlier[index].h.hex() + std::string(word.substr(end));
}

std::string text_with_hashes(std::string_view text, std::span<const Event> earlier) {
  std::string result;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    result += word_with_hash(text.substr(begin, end - begin), earlier);
    if (end == text.size()) return result;
    result += ' ';
    begin = end + 1;
  }
}

}  // namespace

std::size_t parents_needed(const Graph& graph, const Author& author) {
  const std::optional<Number> own = graph.tip_of(author.writer.text());
  if (!own) return graph.heads().size();
  const bool is_head = graph.heads().contains(graph.hash(*own));
  return graph.heads().size() + (is_head ? 0 : 1);
}

NextPlace next_place(const Graph& graph, const Author& author, std::size_t parents_limit) {
  NextPlace place;
  std::int64_t lamport_max = 0;
  const auto add_parent = [&](const Hash& h) {
    place.parents.push_back(h);
    lamport_max = std::max(lamport_max, graph.lamport(*graph.find(h)));
  };
  const std::optional<Number> own = graph.tip_of(author.writer.text());
  if (own) {
    add_parent(graph.hash(*own));
    place.sequence = graph.sequence(*own) + 1;
  }
  for (const Hash& head : graph.heads()) {
    if (place.parents.size() == parents_limit) break;
    if (!own || head != graph.hash(*own)) add_parent(head);
  }
  place.lamport = lamport_max + 1;
  return place;
}

Json with_draft_hashes(const Json& value, std::span<const Event> earlier) {
  if (earlier.empty()) return value;
  if (const std::string* const text = value.string()) {
    if (text->find('@') == std::string::npos) return value;
    return Json(text_with_hashes(*text, earlier));
  }
  if (const Json::Array* const elements = value.array()) {
    Json::Array replaced;
    for (const Json& element : *elements) replaced.push_back(with_draft_hashes(element, earlier));
    return Json(std::move(replaced));
  }
  if (const Json::Object* const members = value.object()) {
    Json::Object replaced;
    for (const auto& [key, member] : *members) {
      replaced.emplace(key, with_draft_hashes(member, earlier));
    }
    return Json(std::move(replaced));
  }
  return value;
}

Event event_of(const Draft& draft, NextPlace place, const Author& author,
               std::span<const Event> earlier, Random& random) {
  Event event;
  event.kind = draft.kind;
  event.version = draft.version;
  event.lamport = place.lamport;
  event.sequence = place.sequence;
  event.writer = author.writer.str();
  event.operator_id = author.operator_id.str();
  event.date = draft.date;
  event.minutes = author.minutes;
  event.is_critical = draft.is_critical;
  event.parents = std::move(place.parents);
  event.body = with_draft_hashes(draft.body, earlier);
  if (draft.personal && !draft.personal->object()->empty()) {
    event.personal = draft.personal;
    event.personal->set(std::string(salt_key), Json(fresh_salt(random)));
    event.personal_hash = hash_of_personal(event.personal->canonical());
  }
  event.h = hash_of_event(event);
  // What is written must be readable by everybody for ever: read it as a stranger would.
  const Result<Event> read = event_from_line(line_of(event));
  CHECK(read.ok());
  CHECK(read->personal.has_value() == event.personal.has_value());
  return event;
}

}  // namespace jishan::journal
