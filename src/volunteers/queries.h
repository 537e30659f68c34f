// What screens see of the volunteers. Rows → views; nothing here writes. Every figure has a twin
// that gives the lines it is the sum of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/personal.h"
#include "base/points.h"
#include "db/database.h"
#include "volunteers/events.h"

namespace jishan::volunteers {

// Hours are kept as minutes; points are those of live entries made from service lines.
struct ServiceFigure {
  std::int64_t minutes = 0;
  std::int64_t count = 0;   // service lines
  std::int64_t served = 0;  // people served (人次)
  Points points;
};

struct MembershipView {
  TeamId team;
  std::string name;
  bool is_leader = false;
};
struct VolunteerView {
  ResidentId resident;
  Personal name;
  HouseholdId household;
  std::string household_number;
  bool is_on = true;
  std::string number;
  std::vector<std::string> skills;
  ResidentId guardian;
  Personal note;
  std::vector<MembershipView> teams;
  ServiceFigure figure;  // of the period asked for
};
enum class Registered { now, ever };
// Sorted by pinyin of the name. `search`: part of the name, pinyin as one types it, the
// whole household or volunteer number. An empty team gives the volunteers of all teams and of none.
std::vector<VolunteerView> volunteers(db::Database& database, Period period, Registered registered,
                                      const TeamId& team = {}, std::string_view search = {});
std::optional<VolunteerView> find_volunteer(db::Database& database, const ResidentId& resident,
                                            Period period);
bool is_volunteer(db::Database& database, const ResidentId& resident);

struct TeamView {
  TeamId id;
  std::string name;
  bool is_on = true;
  std::int64_t members = 0;
  ServiceFigure figure;  // of its present members, in the period
};
std::vector<TeamView> teams(db::Database& database, Period period);

// Whose service: one volunteer, a team's present members, or everybody when both are empty.
struct WhoseService {
  ResidentId resident;
  TeamId team;
};
struct ServiceLineView {
  std::string ref;  // "<h>:<n>": what a reversal names
  std::string date;
  ResidentId resident;
  Personal name;
  std::int64_t minutes = 0;
  std::optional<std::int64_t> start;  // minutes after midnight; nothing when it was not noted
  std::int64_t served = 0;
  std::optional<ServiceKind> kind;
  Points points;
  Personal place;
  Personal note;
  std::vector<Personal> together_with;  // the other volunteers of the same record
};
struct ServiceLines {
  ServiceFigure figure;                // equals the sum over lines
  std::vector<ServiceLineView> lines;  // newest first, live ones only
};
ServiceLines service_lines(db::Database& database, const WhoseService& whose, Period period);
// The lines that an act id made, for the answer after "already recorded".
ServiceLines service_lines_of(db::Database& database, const ActId& act);

// The lines that "<h>" (a whole record) or "<h>:<n>" stands for, as "<h>:<n>".
std::vector<std::string> service_refs(db::Database& database, std::string_view ref);
// The live postings ("<h>:<n>" of their pts.post lines) made from this service line.
std::vector<std::string> points_of_service(db::Database& database, std::string_view service_ref);

}  // namespace jishan::volunteers
