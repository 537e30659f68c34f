#include "app/import_count.h"

#include <array>

#include "village/events.h"

namespace jishan::app {

ImportArea area_of(std::string_view kind) {
  struct Prefix {
    std::string_view text;
    ImportArea area;
  };
  constexpr std::array<Prefix, 22> prefixes = {{
      {"hh.", ImportArea::roster},        {"res.", ImportArea::roster},
      {"cell.", ImportArea::roster},      {"alias.", ImportArea::roster},
      {"role.", ImportArea::roster},      {"kin.", ImportArea::roster},
      {"body.", ImportArea::roster},      {"pts.", ImportArea::points},
      {"rules.", ImportArea::points},     {"ledger.", ImportArea::points},
      {"notice.", ImportArea::points},    {"book.", ImportArea::points},
      {"shop.", ImportArea::shop},        {"goods.", ImportArea::stock},
      {"outlet.", ImportArea::stock},     {"stock.", ImportArea::stock},
      {"vol.", ImportArea::volunteers},   {"team.", ImportArea::volunteers},
      {"member.", ImportArea::volunteers}, {"village.", ImportArea::village},
      {"sys.", ImportArea::village},      {"op.", ImportArea::village},
  }};
  for (const Prefix& prefix : prefixes) {
    if (kind.starts_with(prefix.text)) return prefix.area;
  }
  return ImportArea::unknown;
}

void ImportCount::add(const journal::Event& event) {
  const ImportArea area = area_of(event.kind);
  ImportAreaCount& count = m_areas[area];
  count.area = area;
  ++count.in_file;
  ++(m_journal.holds(event.h) ? count.known : count.added);
  if (event.kind == village::kind_create) {
    m_mode = std::string(event.body.string_at("mode").value_or(std::string_view()));
  }
  if (event.kind == village::kind_writer) {
    m_writer_names[event.writer] =
        std::string(event.body.string_at("name").value_or(std::string_view()));
  }
  m_rehearsal.see(event);
}

void ImportCount::finish(const std::string& from, ImportReport& report) {
  for (const auto& [area, count] : m_areas) {
    report.areas.push_back(count);
    report.in_file += count.in_file;
  }
  const journal::RehearsalReport rehearsed = m_rehearsal.finish();
  report.known = rehearsed.known;
  report.added = rehearsed.fresh;
  report.filled_in = rehearsed.fills_in;
  report.waiting = rehearsed.waiting;
  report.unknown_kinds = rehearsed.unknown;
  report.refused_events = rehearsed.refused + rehearsed.foreign;
  report.from_laptop = name_of(from);
  for (const journal::MissingEvent& missing : rehearsed.missing) {
    report.missing.push_back({name_of(missing.writer), missing.sequence});
  }
}

std::string ImportCount::name_of(const std::string& writer) const {
  const auto found = m_writer_names.find(writer);
  return found == m_writer_names.end() ? std::string() : found->second;
}

}  // namespace jishan::app
