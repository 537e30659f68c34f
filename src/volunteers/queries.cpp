#include "volunteers/queries.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/pinyin.h"
#include "base/text.h"
#include "roster/queries.h"
#include "volunteers/rows.h"

namespace jishan::volunteers {
namespace {

ServiceFigure& operator+=(ServiceFigure& sum, const ServiceFigure& figure) {
  sum.minutes += figure.minutes;
  sum.count += figure.count;
  sum.served += figure.served;
  sum.points += figure.points;
  return sum;
}

ServiceFigure figure_of(const std::map<ResidentId, ServiceFigure>& figures,
                        const ResidentId& resident) {
  const auto found = figures.find(resident);
  return found == figures.end() ? ServiceFigure() : found->second;
}

VolunteerView view_of(db::Database& database, const VolunteerRow& row) {
  VolunteerView view;
  view.resident = row.resident;
  if (const auto resident = roster::find_resident(database, row.resident)) {
    view.name = resident->name;
    view.household = resident->household;
    view.household_number = resident->household_number;
  }
  view.is_on = row.is_on;
  view.number = row.number;
  view.skills = row.skills;
  view.guardian = row.guardian;
  view.note = Personal(row.note);
  return view;
}

void add_teams(db::Database& database, std::vector<VolunteerView>& views) {
  std::map<TeamId, std::string> names;
  for (const TeamRow& team : team_rows(database)) names[team.id] = team.name;
  std::map<ResidentId, std::vector<MembershipView>> teams_of;
  for (const MemberRowView& member : members(database)) {
    teams_of[member.resident].push_back({member.team, names[member.team], member.is_leader});
  }
  for (VolunteerView& view : views) {
    const auto found = teams_of.find(view.resident);
    if (found != teams_of.end()) view.teams = found->second;
  }
}

bool is_in_team(const VolunteerView& view, const TeamId& team) {
  return team.is_empty() || std::any_of(view.teams.begin(), view.teams.end(),
                                        [&](const MembershipView& in) { return in.team == team; });
}

// The desk may search by what the desk may see.
bool matches(const VolunteerView& view, std::string_view typed) {
  if (typed.empty() || view.household_number == typed) return true;
  if (!view.number.empty() && view.number == typed) return true;
  return find_in_name(mask(view.name, Audience::desk), typed).has_value();
}

void sort_by_pinyin(std::vector<VolunteerView>& views) {
  std::vector<std::pair<std::string, VolunteerView>> keyed;
  for (VolunteerView& view : views) {
    keyed.emplace_back(name_sort_key(mask(view.name, Audience::desk)), std::move(view));
  }
  std::stable_sort(keyed.begin(), keyed.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  views.clear();
  for (auto& [key, view] : keyed) views.push_back(std::move(view));
}

}  // namespace

std::vector<VolunteerView> volunteers(db::Database& database, Period period, Registered registered,
                                      const TeamId& team, std::string_view search) {
  std::vector<VolunteerView> all;
  for (const VolunteerRow& row : volunteer_rows(database)) {
    if (registered == Registered::ever || row.is_on) all.push_back(view_of(database, row));
  }
  add_teams(database, all);
  const std::map<ResidentId, ServiceFigure> tallies = figures(database, period);
  const std::string typed = fold_full_width(trimmed(search));
  std::vector<VolunteerView> views;
  for (VolunteerView& view : all) {
    if (!is_in_team(view, team) || !matches(view, typed)) continue;
    view.figure = figure_of(tallies, view.resident);
    views.push_back(std::move(view));
  }
  sort_by_pinyin(views);
  return views;
}

std::optional<VolunteerView> find_volunteer(db::Database& database, const ResidentId& resident,
                                            Period period) {
  const std::optional<VolunteerRow> row = volunteer_row(database, resident);
  if (!row) return std::nullopt;
  std::vector<VolunteerView> one = {view_of(database, *row)};
  add_teams(database, one);
  one.front().figure = figure_of(figures(database, period), row->resident);
  return std::move(one.front());
}

bool is_volunteer(db::Database& database, const ResidentId& resident) {
  const std::optional<VolunteerRow> row = volunteer_row(database, resident);
  return row && row->is_on;
}

std::vector<TeamView> teams(db::Database& database, Period period) {
  const std::map<ResidentId, ServiceFigure> tallies = figures(database, period);
  const std::vector<MemberRowView> present = members(database);
  std::vector<TeamView> views;
  for (const TeamRow& row : team_rows(database)) {
    TeamView view;
    view.id = row.id;
    view.name = row.name;
    view.is_on = row.is_on;
    for (const MemberRowView& member : present) {
      if (member.team != row.id) continue;
      ++view.members;
      view.figure += figure_of(tallies, member.resident);
    }
    views.push_back(std::move(view));
  }
  std::stable_sort(views.begin(), views.end(), [](const TeamView& a, const TeamView& b) {
    if (a.is_on != b.is_on) return a.is_on;
    return name_sort_key(a.name) < name_sort_key(b.name);
  });
  return views;
}

}  // namespace jishan::volunteers
