// Volunteers, teams, memberships.
#include "volunteers/commands.h"

#include <utility>

#include "base/check.h"
#include "base/text.h"
#include "roster/queries.h"
#include "volunteers/rows.h"

namespace jishan::volunteers {
namespace {

constexpr std::string_view leader_post = "leader";

bool is_number_taken(db::Database& database, const ResidentId& resident, std::string_view number) {
  db::Statement& row = database.cached(
      "SELECT 1 FROM volunteers_volunteer WHERE number = ? AND resident <> ? AND is_on = 1 LIMIT "
      "1");
  const bool taken = row.bind(number, resident).step();
  row.reset();
  return taken;
}

std::vector<std::string> tidy(const std::vector<std::string>& skills) {
  std::vector<std::string> kept;
  for (const std::string& skill : skills) {
    const std::string_view text = trimmed(skill);
    if (!text.empty()) kept.emplace_back(text);
  }
  return kept;
}

VolunteerStatus check_person(db::Database& database, const VolunteerRequest& request) {
  if (request.resident.is_empty()) return VolunteerStatus::resident_missing;
  const auto resident = roster::find_resident(database, request.resident);
  if (!resident) return VolunteerStatus::resident_unknown;
  if (request.is_on && roster::is_gone(resident->state)) return VolunteerStatus::resident_gone;
  return VolunteerStatus::accepted;
}

VolunteerStatus check_fields(db::Database& database, const VolunteerRequest& request,
                             const VolunteerRow& wanted) {
  if (!fits(wanted.number, number_characters_max)) return VolunteerStatus::number_too_long;
  if (request.is_on && !wanted.number.empty() &&
      is_number_taken(database, wanted.resident, wanted.number)) {
    return VolunteerStatus::number_taken;
  }
  if (wanted.skills.size() > skills_max) return VolunteerStatus::too_many_skills;
  for (const std::string& skill : wanted.skills) {
    if (!fits(skill, skill_characters_max)) return VolunteerStatus::skill_too_long;
  }
  if (!wanted.guardian.is_empty()) {
    if (wanted.guardian == wanted.resident) return VolunteerStatus::guardian_is_self;
    if (!roster::find_resident(database, wanted.guardian)) {
      return VolunteerStatus::guardian_unknown;
    }
  }
  return fits(wanted.note, field_characters_max) ? VolunteerStatus::accepted
                                                 : VolunteerStatus::note_too_long;
}

// Only what differs is written: two laptops that edit different fields do not collide.
VolunteerFields changes(const VolunteerRow& known, const VolunteerRow& wanted) {
  VolunteerFields fields;
  if (wanted.is_on != known.is_on) fields.on = wanted.is_on ? 1 : 0;
  if (wanted.number != known.number) fields.number = wanted.number;
  if (wanted.skills != known.skills) fields.skills = wanted.skills;
  if (wanted.guardian != known.guardian) fields.guardian = wanted.guardian.str();
  return fields;
}

bool is_team_name_taken(db::Database& database, const TeamId& id, std::string_view name) {
  db::Statement& row = database.cached(
      "SELECT 1 FROM volunteers_team WHERE name = ? AND id <> ? AND is_on = 1 LIMIT 1");
  const bool taken = row.bind(name, id).step();
  row.reset();
  return taken;
}

}  // namespace

journal::Planned<VolunteerStatus> plan_volunteer(const journal::CommandContext& context,
                                                 const VolunteerRequest& request) {
  db::Database& database = context.database;
  VolunteerStatus status = check_person(database, request);
  if (status != VolunteerStatus::accepted) return {status, {}};
  VolunteerRow wanted;
  wanted.resident = roster::root_of(database, request.resident);
  wanted.is_on = request.is_on;
  wanted.number = fold_full_width(trimmed(request.number));
  wanted.skills = tidy(request.skills);
  if (!request.guardian.is_empty()) {
    wanted.guardian = roster::root_of(database, request.guardian);
  }
  wanted.note = trimmed(request.note);
  status = check_fields(database, request, wanted);
  if (status != VolunteerStatus::accepted) return {status, {}};
  const VolunteerRow known = volunteer_row(database, wanted.resident).value_or(VolunteerRow());
  const VolunteerFields fields = changes(known, wanted);
  std::optional<std::string> note;
  if (wanted.note != known.note) note = wanted.note;
  if (fields.is_empty() && !note) return {VolunteerStatus::unchanged, {}};
  return {VolunteerStatus::accepted,
          {volunteer_set(wanted.resident, fields, note, context.today.iso())}};
}

journal::Planned<TeamStatus> plan_team(const journal::CommandContext& context,
                                       const TeamRequest& request) {
  CHECK(!request.id.is_empty());
  const std::string name(trimmed(request.name));
  if (name.empty()) return {TeamStatus::name_missing, {}};
  if (!fits(name, name_characters_max)) return {TeamStatus::name_too_long, {}};
  if (request.is_on && is_team_name_taken(context.database, request.id, name)) {
    return {TeamStatus::name_taken, {}};
  }
  const TeamRow known = team_row(context.database, request.id).value_or(TeamRow());
  TeamFields fields;
  if (name != known.name) fields.name = name;
  if (request.is_on != known.is_on) fields.on = request.is_on ? 1 : 0;
  if (fields.is_empty()) return {TeamStatus::unchanged, {}};
  return {TeamStatus::accepted, {team_set(request.id, fields, context.today.iso())}};
}

PlannedMember plan_member(const journal::CommandContext& context, const MemberRequest& request) {
  const auto refuse = [](MemberStatus status, std::size_t line = 0) {
    PlannedMember plan;
    plan.status = status;
    plan.line = line;
    return plan;
  };
  db::Database& database = context.database;
  if (!team_row(database, request.team)) return refuse(MemberStatus::team_unknown);
  if (request.residents.empty()) return refuse(MemberStatus::nobody_chosen);
  if (request.residents.size() > service_lines_max) return refuse(MemberStatus::too_many_people);
  const std::string post(request.is_on && request.is_leader ? leader_post : std::string_view());
  std::vector<MemberRow> rows;
  for (std::size_t line = 0; line < request.residents.size(); ++line) {
    const std::optional<VolunteerRow> person = volunteer_row(database, request.residents[line]);
    if (!person || (request.is_on && !person->is_on)) {
      return refuse(MemberStatus::not_a_volunteer, line);
    }
    const MemberState known = member_state(database, request.team, person->resident);
    MemberRow row{request.team, person->resident, {}};
    if (known.is_on != request.is_on) row.fields.on = request.is_on ? 1 : 0;
    if (known.post != post) row.fields.post = post;
    if (!row.fields.is_empty()) rows.push_back(std::move(row));
  }
  if (rows.empty()) return refuse(MemberStatus::unchanged);
  PlannedMember plan;
  plan.status = MemberStatus::accepted;
  plan.drafts.push_back(member_set(rows, context.today.iso()));
  return plan;
}

}  // namespace jishan::volunteers
