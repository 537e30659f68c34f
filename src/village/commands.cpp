#include "village/commands.h"

#include <algorithm>

#include "base/points.h"
#include "base/text.h"
#include "village/queries.h"
#include "village/rules.h"

namespace jishan::village {
namespace {

constexpr int offset_minutes_min = -720;
constexpr int offset_minutes_max = 840;
constexpr std::size_t division_code_digits = 12;
constexpr std::int64_t rate_fen_max = 100'000;
constexpr std::int64_t notice_days_max = 60;

std::string entered(std::string_view text) {
  return normalised_input(trimmed(text));
}

bool is_division_code(std::string_view code) {
  return code.size() == division_code_digits &&
         std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

template <class Value>
std::optional<Value> if_changed(const Value& now, const Value& wanted) {
  return now == wanted ? std::nullopt : std::optional<Value>(wanted);
}

SettingsStatus check(const SettingsRequest& request, const std::string& name,
                     const std::string& town) {
  if (name.empty()) return SettingsStatus::name_missing;
  if (!fits(name, village_name_characters_max)) return SettingsStatus::name_too_long;
  if (!fits(town, village_name_characters_max)) return SettingsStatus::town_too_long;
  if (request.step != 10 && request.step != 50 && request.step != 100) {
    return SettingsStatus::step_out_of_range;
  }
  if (request.rate_fen < 0 || request.rate_fen > rate_fen_max) {
    return SettingsStatus::rate_out_of_range;
  }
  if (request.notice_days < 1 || request.notice_days > notice_days_max) {
    return SettingsStatus::notice_days_out_of_range;
  }
  if (request.caps.size() > caps_max) return SettingsStatus::too_many_caps;
  for (const Cap& cap : request.caps) {
    if (cap.max < 1 || cap.max > line_hundredths_max) return SettingsStatus::cap_out_of_range;
    if (cap.measure == CapMeasure::quantity) return SettingsStatus::cap_of_quantities;
  }
  return SettingsStatus::accepted;
}

}  // namespace

journal::Planned<FoundStatus> plan_found(const journal::CommandContext& context,
                                         const FoundRequest& request) {
  Genesis genesis;
  genesis.name = entered(request.name);
  genesis.town = entered(request.town);
  genesis.code = fold_full_width(entered(request.code));
  genesis.mode = request.mode;
  genesis.offset_minutes = request.offset_minutes;
  if (!context.journal.is_empty()) return {FoundStatus::book_not_empty, {}};
  if (genesis.name.empty()) return {FoundStatus::name_missing, {}};
  if (!fits(genesis.name, village_name_characters_max)) return {FoundStatus::name_too_long, {}};
  if (!fits(genesis.town, village_name_characters_max)) return {FoundStatus::town_too_long, {}};
  if (!genesis.code.empty() && !is_division_code(genesis.code)) {
    return {FoundStatus::code_malformed, {}};
  }
  if (genesis.offset_minutes < offset_minutes_min || genesis.offset_minutes > offset_minutes_max) {
    return {FoundStatus::offset_out_of_range, {}};
  }
  const Date today = civil_date(context.now, genesis.offset_minutes);
  return {FoundStatus::accepted, {create_draft(genesis, today.iso())}};
}

journal::Planned<SettingsStatus> plan_settings(const journal::CommandContext& context,
                                               const SettingsRequest& request) {
  const std::string name = entered(request.name);
  const std::string town = entered(request.town);
  if (const SettingsStatus status = check(request, name, town);
      status != SettingsStatus::accepted) {
    return {status, {}};
  }
  const Settings now = settings(context.database);
  SettingFields fields;
  fields.name = if_changed(now.name, name);
  fields.town = if_changed(now.town, town);
  fields.step = if_changed(now.step, request.step);
  fields.rate_fen = if_changed(now.rate_fen, request.rate_fen);
  fields.gate = if_changed(now.gate, request.gate);
  fields.notice_days = if_changed(now.notice_days, request.notice_days);
  fields.caps = if_changed(now.caps, request.caps);
  fields.mask = if_changed(now.mask, request.mask);
  if (fields.is_empty()) return {SettingsStatus::unchanged, {}};
  return {SettingsStatus::accepted, {set_draft(fields, context.today.iso())}};
}

journal::Planned<OperatorStatus> plan_operator(const journal::CommandContext& context,
                                               const OperatorRequest& request) {
  const std::string name = entered(request.name);
  if (name.empty()) return {OperatorStatus::name_missing, {}};
  if (!fits(name, person_name_characters_max)) return {OperatorStatus::name_too_long, {}};
  std::vector<std::string> roles;
  for (const std::string& role : request.roles) {
    roles.push_back(entered(role));
    if (!fits(roles.back(), role_characters_max)) return {OperatorStatus::role_too_long, {}};
  }
  if (roles.size() > roles_max) return {OperatorStatus::too_many_roles, {}};

  const std::optional<OperatorView> now = find_operator(context.database, request.id);
  const OperatorView before = now.value_or(OperatorView());
  OperatorFields fields;
  fields.roles = if_changed(before.roles, roles);
  fields.resident = if_changed(before.resident.str(), request.resident.str());
  const std::int64_t on = request.is_on ? 1 : 0;
  if (!now || before.is_on != request.is_on) fields.on = on;
  std::optional<std::string> new_name;
  if (!now || !(before.name == Personal(name))) new_name = name;
  if (fields.is_empty() && !new_name) return {OperatorStatus::unchanged, {}};
  return {OperatorStatus::accepted,
          {operator_draft(request.id, fields, new_name, context.today.iso())}};
}

journal::Planned<WriterStatus> plan_writer(const journal::CommandContext& context,
                                           const WriterRequest& request) {
  const std::string duty = entered(request.name);
  if (duty.empty()) return {WriterStatus::name_missing, {}};
  if (!fits(duty, writer_name_characters_max)) return {WriterStatus::name_too_long, {}};
  std::vector<std::string> taken;
  WriterView own;
  for (WriterView& writer : writers(context.database, context.journal)) {
    if (writer.id == request.writer) {
      own = std::move(writer);
    } else {
      taken.push_back(std::move(writer.name));
    }
  }
  const WriterFields fields{request.app, free_writer_name(duty, taken)};
  if (own.name == fields.name && own.app == fields.app) return {WriterStatus::unchanged, {}};
  return {WriterStatus::accepted, {writer_draft(fields, context.today.iso())}};
}

journal::CommandContext command_context(const journal::Journal& journal, Random& random,
                                        UtcMinutes now) {
  const int offset_minutes = settings(journal.database()).offset_minutes;
  return {journal.database(),
          journal,
          random,
          now,
          civil_date(now, offset_minutes),
          is_clock_suspicious(now, journal.newest_minutes(), offset_minutes)};
}

BusinessDate business_date(const journal::CommandContext& context,
                           const std::optional<Date>& typed) {
  if (!typed) {
    const DateProblem problem =
        context.is_clock_suspicious ? DateProblem::date_needed : DateProblem::none;
    return {context.today, problem};
  }
  const bool is_future = !context.is_clock_suspicious && *typed > context.today;
  return {*typed, is_future ? DateProblem::date_in_future : DateProblem::none};
}

}  // namespace jishan::village
