// A checked sheet → the drafts that enter it.
#include <iterator>
#include <map>
#include <set>

#include "roster/queries.h"
#include "roster/sheets.h"

namespace jishan::roster {
namespace {

// Does the book hold some of what would be new: the same preview entered before, a number or an ID
// number that was given meanwhile?
bool is_stale(db::Database& database, const SheetPreview& preview) {
  for (const SheetHousehold& household : preview.households) {
    if (household.is_known != find_household(database, household.id).has_value()) return true;
    if (!household.is_known && household_by_number(database, household.number)) return true;
    for (const ResidentRow& resident : household.residents) {
      const bool is_there =
          find_resident(database, resident.id).has_value() ||
          resident_by_id_number(database, resident.fields.id_number.value_or("")).has_value();
      if (is_there) return true;
    }
  }
  return false;
}

// Gives numbers to households that have none: the next ones of their group that neither the books
// nor the sheet have.
class Numbers {
 public:
  Numbers(db::Database& database, const SheetPreview& preview) : m_database(database) {
    for (const SheetHousehold& household : preview.households) m_taken.insert(household.number);
  }
  std::string next(std::int64_t group) {
    std::string& number = m_last[group];
    do {
      number = number.empty() ? next_household_number(m_database, group) : successor_of(number);
    } while (!m_taken.insert(number).second);
    return number;
  }

 private:
  // "02-014" → "02-015": the digits after the hyphen count up and grow when they are all 9.
  static std::string successor_of(std::string number) {
    const std::size_t first_digit = number.find('-') + 1;
    std::size_t i = number.size();
    while (i > first_digit && number[i - 1] == '9') number[--i] = '0';
    if (i > first_digit) {
      ++number[i - 1];
    } else {
      number.insert(first_digit, 1, '1');
    }
    return number;
  }

  db::Database& m_database;
  std::set<std::string> m_taken;
  std::map<std::int64_t, std::string> m_last;
};

HouseholdRow row_of(const SheetHousehold& household, Numbers& numbers) {
  HouseholdRow row{household.id, {}};
  row.fields.number = household.number.empty() ? numbers.next(household.group) : household.number;
  if (household.group != 0) row.fields.group = household.group;
  if (household.household_class != HouseholdClass::ordinary) {
    row.fields.household_class = household.household_class;
  }
  row.fields.head = household.head.str();
  if (!household.address.empty()) row.fields.address = household.address;
  return row;
}

std::vector<CellRow> missing_groups(const journal::CommandContext& context,
                                    const SheetPreview& preview) {
  std::set<std::int64_t> wanted(preview.groups_new.begin(), preview.groups_new.end());
  for (const GroupView& group : groups(context.database)) wanted.erase(group.number);
  std::vector<CellRow> rows;
  for (const std::int64_t number : wanted) {
    CellRow row{CellId::make(context.random), {}};
    row.fields.level = "group";
    row.fields.number = number;
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

journal::Planned<ImportStatus> plan_import(const journal::CommandContext& context,
                                           const SheetPreview& preview) {
  if (preview.verdict != SheetVerdict::readable) return {ImportStatus::not_readable, {}};
  if (preview.figures.households_new == 0 && preview.figures.residents_new == 0) {
    return {ImportStatus::nothing_to_add, {}};
  }
  if (is_stale(context.database, preview)) return {ImportStatus::stale, {}};
  Numbers numbers(context.database, preview);
  std::vector<HouseholdRow> households;
  std::vector<ResidentRow> residents;
  for (const SheetHousehold& household : preview.households) {
    if (!household.is_known) households.push_back(row_of(household, numbers));
    residents.insert(residents.end(), household.residents.begin(), household.residents.end());
  }
  const std::string today = context.today.iso();
  journal::Planned<ImportStatus> plan{ImportStatus::accepted, {}};
  const auto append = [&](std::vector<journal::Draft> drafts) {
    std::move(drafts.begin(), drafts.end(), std::back_inserter(plan.drafts));
  };
  append(cell_drafts(missing_groups(context, preview), today));
  append(household_drafts(households, today));
  append(resident_drafts(residents, today));
  return plan;
}

}  // namespace jishan::roster
