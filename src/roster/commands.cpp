#include "roster/commands.h"

#include <algorithm>

#include "base/text.h"
#include "roster/queries.h"

namespace jishan::roster {

journal::Planned<GroupsStatus> plan_groups(const journal::CommandContext& context,
                                           const GroupsRequest& request) {
  if (request.count < 1 || request.count > group_max) {
    return {GroupsStatus::count_out_of_range, {}};
  }
  const std::vector<GroupView> known = groups(context.database);
  std::vector<CellRow> rows;
  for (std::int64_t number = 1; number <= request.count; ++number) {
    const bool is_there = std::any_of(
        known.begin(), known.end(), [&](const GroupView& group) { return group.number == number; });
    if (is_there) continue;
    CellRow row{CellId::make(context.random), {}};
    row.fields.level = "group";
    row.fields.number = number;
    rows.push_back(std::move(row));
  }
  if (rows.empty()) return {GroupsStatus::unchanged, {}};
  return {GroupsStatus::accepted, cell_drafts(rows, context.today.iso())};
}

journal::Planned<GroupStatus> plan_group(const journal::CommandContext& context,
                                         const GroupRequest& request) {
  const std::string name = normalised_input(trimmed(request.name));
  if (request.number < 1 || request.number > group_max) {
    return {GroupStatus::number_out_of_range, {}};
  }
  if (!fits(name, group_name_characters_max)) return {GroupStatus::name_too_long, {}};
  GroupView before;
  for (const GroupView& group : groups(context.database)) {
    if (group.id == request.id) {
      before = group;
    } else if (group.number == request.number) {
      return {GroupStatus::number_taken, {}};
    }
  }
  CellRow row{request.id, {}};
  if (before.id.is_empty()) row.fields.level = "group";
  if (before.number != request.number) row.fields.number = request.number;
  if (before.name != name) row.fields.name = name;
  if (row.fields.is_empty()) return {GroupStatus::unchanged, {}};
  return {GroupStatus::accepted, cell_drafts({row}, context.today.iso())};
}

std::string next_household_number(db::Database& database, std::int64_t group) {
  const auto padded = [](std::int64_t number, std::size_t places) {
    std::string digits = std::to_string(number);
    if (digits.size() < places) digits.insert(0, places - digits.size(), '0');
    return digits;
  };
  const std::string prefix = padded(group, 2) + "-";
  // Gone households keep their number: a paper passbook with it may turn up.
  db::Statement& rows =
      database.cached("SELECT number FROM roster_household WHERE substr(number, 1, ?) = ?");
  rows.bind(static_cast<std::int64_t>(prefix.size()), prefix);
  std::int64_t last = 0;
  while (rows.step()) {
    const std::string_view digits = rows.text(0).substr(prefix.size());
    std::int64_t number = 0;
    bool is_number = !digits.empty() && digits.size() <= 6;
    for (const char c : digits) {
      is_number = is_number && c >= '0' && c <= '9';
      if (is_number) number = number * 10 + (c - '0');
    }
    if (is_number && number > last) last = number;
  }
  return prefix + padded(last + 1, 3);
}

journal::Planned<AliasStatus> plan_alias(const journal::CommandContext& context,
                                         const AliasRequest& request) {
  if (request.a == request.b) return {AliasStatus::same_household, {}};
  if (!find_household(context.database, request.a) ||
      !find_household(context.database, request.b)) {
    return {AliasStatus::household_unknown, {}};
  }
  const bool are_one = root_of(context.database, request.a) == root_of(context.database, request.b);
  if (are_one == request.is_on) return {AliasStatus::unchanged, {}};
  const Alias alias{'h', request.a.str(), request.b.str(), request.is_on ? 1 : 0};
  return {AliasStatus::accepted, {alias_draft(alias, context.today.iso())}};
}

}  // namespace jishan::roster
