#include "journal/inert.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "journal/journal.h"

namespace jishan::journal {
namespace {

// One entry for each line that is named, ascending.
std::vector<InertLine> by_line(const Event& event, InertList reasons) {
  std::stable_sort(reasons.begin(), reasons.end(),
                   [](const Inert& a, const Inert& b) { return a.line < b.line; });
  std::vector<InertLine> lines;
  for (Inert& reason : reasons) {
    if (lines.empty() || lines.back().line != reason.line) {
      lines.push_back({event.h, event.kind, event.version, reason.line, {}});
    }
    lines.back().reasons.push_back(std::move(reason));
  }
  return lines;
}

}  // namespace

std::string_view code_of(InertCause cause) {
  switch (cause) {
    case InertCause::missing:
      return "missing";
    case InertCause::wrong:
      return "wrong";
    case InertCause::kind:
      return "kind";
    case InertCause::generation:
      return "generation";
    case InertCause::surplus:
      return "surplus";
    case InertCause::target:
      return "target";
  }
  return "";
}

InertReport inert_lines(const Journal& journal) {
  InertReport report;
  for (const std::int64_t number : journal.numbers_in_order()) {
    if (!journal.is_closed(number)) continue;
    const Event event = journal.event(number);
    std::vector<InertLine> lines = by_line(event, journal.why_inert({number, event}));
    report.count += static_cast<std::int64_t>(lines.size());
    const std::size_t room = inert_listed_max - report.lines.size();
    const auto end = lines.begin() + static_cast<std::ptrdiff_t>(std::min(room, lines.size()));
    std::move(lines.begin(), end, std::back_inserter(report.lines));
  }
  return report;
}

}  // namespace jishan::journal
