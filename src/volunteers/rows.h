// Rows of the volunteers' tables as values, shared by commands and queries. Only the .cpp files of
// this folder include it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "db/database.h"
#include "volunteers/queries.h"
#include "volunteers/rules.h"

namespace jishan::volunteers {

struct VolunteerRow {
  ResidentId resident;  // root
  bool is_on = false;
  std::string number;
  std::vector<std::string> skills;
  ResidentId guardian;
  std::string note;
};
// Every resident that was ever registered, by id. Of a person with several ids the one written
// under the root speaks, and being registered under any of them counts.
std::vector<VolunteerRow> volunteer_rows(db::Database& database);
std::optional<VolunteerRow> volunteer_row(db::Database& database, const ResidentId& resident);

struct TeamRow {
  TeamId id;
  std::string name;
  bool is_on = true;
};
std::vector<TeamRow> team_rows(db::Database& database);
std::optional<TeamRow> team_row(db::Database& database, const TeamId& id);

struct MemberRowView {
  TeamId team;
  ResidentId resident;  // root
  bool is_leader = false;
};
// Present members of all teams in use.
std::vector<MemberRowView> members(db::Database& database);
// As written for one pair, present or not.
struct MemberState {
  bool is_on = false;
  std::string post;
};
MemberState member_state(db::Database& database, const TeamId& team, const ResidentId& resident);

// Live services of one person that begin within these days.
std::vector<Stretch> stretches(db::Database& database, const ResidentId& resident, Date first,
                               Date last);

// Tallies of the period, by root.
std::map<ResidentId, ServiceFigure> figures(db::Database& database, Period period);

}  // namespace jishan::volunteers
