#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/sha256.h"
#include "journal/bundle.h"

namespace jishan::journal {
namespace {

constexpr std::string_view all_areas = "*";

Json hash_list(const std::vector<Hash>& hashes) {
  Json::Array list;
  for (const Hash& h : hashes) list.emplace_back(h.hex());
  return Json(std::move(list));
}

Json text_list(const std::vector<std::string>& texts) {
  Json::Array list;
  for (const std::string& text : texts) list.emplace_back(text);
  return Json(std::move(list));
}

std::string_view area_of(std::string_view kind) {
  return kind.substr(0, kind.find('.'));
}

}  // namespace

Done check_bundle_size(std::int64_t size_bytes) {
  if (size_bytes <= bundle_bytes_max) return done();
  return Error{ErrorCode::too_large, "larger than 512 MiB"};
}

PersonalAreas PersonalAreas::all() {
  PersonalAreas areas;
  areas.m_names.emplace_back(all_areas);
  return areas;
}

PersonalAreas PersonalAreas::only(std::vector<std::string> areas) {
  PersonalAreas chosen;
  chosen.m_names = std::move(areas);
  std::sort(chosen.m_names.begin(), chosen.m_names.end());
  return chosen;
}

PersonalPart PersonalAreas::part_of(std::string_view kind) const {
  const bool is_chosen = std::any_of(m_names.begin(), m_names.end(), [&](const std::string& name) {
    return name == all_areas || name == area_of(kind);
  });
  return is_chosen ? PersonalPart::kept : PersonalPart::stripped;
}

struct BundleWriter::Parts {
  const Journal& journal;
  BundleLabel label;
  PersonalAreas personal;
  std::vector<std::int64_t> numbers;
  std::int64_t revision;
  std::size_t written = 0;
  Sha256 sum;

  [[nodiscard]] std::string head() const {
    const std::vector<Hash> roots = journal.roots();
    std::string text =
        R"({"fmt":"jishan","ver":)" + std::to_string(bundle_version) + ",\"crit\":[]";
    const auto add = [&](std::string_view key, const Json& value) {
      text += ",\"";
      text += key;
      text += "\":";
      value.append_canonical(text);
    };
    add("app", Json(label.app));
    add("village", Json(roots.empty() ? std::string() : roots.front().hex()));
    add("roots", hash_list(roots));
    add("name", Json(label.village_name));
    add("from", Json(label.from));
    add("made", Json(label.made_minutes));
    add("personal", text_list(personal.names()));
    add("n", Json(static_cast<std::int64_t>(numbers.size())));
    add("heads", hash_list(journal.heads()));
    return text + ",\"events\":[";
  }

  [[nodiscard]] std::string end() {
    return "\n],\"end\":{\"n\":" + std::to_string(numbers.size()) + ",\"sha256\":\"" +
           hex(sum.finish()) + "\"}}\n";
  }

  [[nodiscard]] std::string next_line() {
    const std::int64_t number = numbers[written++];
    return journal.line(number, personal.part_of(journal.kind_of(number)));
  }
};

BundleWriter::BundleWriter(const Journal& journal, BundleLabel label, PersonalAreas personal)
    : m_parts(new Parts{journal, std::move(label), std::move(personal), journal.numbers_in_order(),
                        journal.revision(), 0, Sha256()}) {}

BundleWriter::~BundleWriter() = default;

bool BundleWriter::write_some(const Sink& sink, std::int64_t events_max) {
  Parts& parts = *m_parts;
  CHECK(parts.revision == parts.journal.revision());
  std::string text = parts.written == 0 ? parts.head() : std::string();
  for (std::int64_t i = 0; i < events_max && parts.written < parts.numbers.size(); ++i) {
    text += parts.written == 0 ? "\n" : ",\n";
    const std::string line = parts.next_line();
    parts.sum.update(line).update("\n");
    text += line;
  }
  const bool has_more = parts.written < parts.numbers.size();
  if (!has_more) text += parts.end();
  sink(text);
  return has_more;
}

std::int64_t BundleWriter::events_written() const {
  return static_cast<std::int64_t>(m_parts->written);
}

std::int64_t BundleWriter::event_count() const {
  return static_cast<std::int64_t>(m_parts->numbers.size());
}

void write_bundle(const Journal& journal, const BundleLabel& label, const PersonalAreas& personal,
                  const Sink& sink) {
  constexpr std::int64_t events_per_part = 500;
  BundleWriter writer(journal, label, personal);
  while (writer.write_some(sink, events_per_part)) {
  }
}

void write_ndjson(const Journal& journal, const PersonalAreas& personal, const Sink& sink) {
  for (const std::int64_t number : journal.numbers_in_order()) {
    sink(journal.line(number, personal.part_of(journal.kind_of(number))) + "\n");
  }
}

}  // namespace jishan::journal
