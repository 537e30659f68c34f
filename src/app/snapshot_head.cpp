#include "app/snapshot_head.h"

#include <utility>

#include "base/checksum.h"
#include "journal/json.h"

namespace jishan::app {
namespace {

using journal::Json;

constexpr std::int64_t head_version = 2;
// A piece is a MiB; a book of that many pieces would not fit into a browser's memory.
constexpr journal::JsonLimits head_limits{.depth = 2, .array_elements = 4096};

std::optional<std::vector<std::string>> strings(const Json::Array* array) {
  if (array == nullptr) return std::nullopt;
  std::vector<std::string> texts;
  for (const Json& element : *array) {
    if (element.string() == nullptr) return std::nullopt;
    texts.push_back(*element.string());
  }
  return texts;
}

}  // namespace

std::string text_of(const SnapshotHead& head) {
  Json::Array sums(head.sums.begin(), head.sums.end());
  const std::string line = Json(Json::Object{{"ver", head_version},
                                             {"folds", head.folds},
                                             {"book", head.book},
                                             {"last", head.last},
                                             {"last_event", head.last_event.hex()},
                                             {"events", head.events},
                                             {"fingerprint", head.fingerprint},
                                             {"sums", std::move(sums)}})
                               .canonical();
  return line + "\n" + checksum_text(line);
}

std::optional<SnapshotHead> head_from_text(std::string_view text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = text.substr(0, end);
  if (text.substr(end + 1) != checksum_text(line)) return std::nullopt;
  const auto json = journal::parse_json(line, head_limits);
  if (!json.ok() || json->integer_at("ver") != head_version) return std::nullopt;
  const auto last_event = journal::Hash::from_hex(json->string_at("last_event").value_or(""));
  auto sums = strings(json->array_at("sums"));
  if (!last_event || !sums || sums->empty()) return std::nullopt;
  return SnapshotHead{.folds = std::string(json->string_at("folds").value_or("")),
                      .book = std::string(json->string_at("book").value_or("")),
                      .last = json->integer_at("last").value_or(0),
                      .last_event = *last_event,
                      .events = json->integer_at("events").value_or(0),
                      .fingerprint = std::string(json->string_at("fingerprint").value_or("")),
                      .sums = std::move(*sums)};
}

std::string place_name(SnapshotPlace place) {
  return place == SnapshotPlace::a ? "a" : "b";
}

std::string head_name(SnapshotPlace place) {
  return place_name(place) + "/head";
}

std::string piece_name(SnapshotPlace place, std::size_t index) {
  return place_name(place) + "/" + std::to_string(index);
}

}  // namespace jishan::app
