#include "roster/sheets.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "base/text.h"
#include "roster/queries.h"
#include "roster/relations.h"
#include "roster/sheet_columns.h"
#include "roster/sheet_rows.h"

namespace jishan::roster {
namespace {

constexpr std::size_t sheet_rows_max = 200'000;

// Households of the sheet in the making, with what the books know of them.
class Assembly {
 public:
  Assembly(const journal::CommandContext& context, SheetPreview& preview);

  void add(const PersonRow& row);
  void finish();

 private:
  struct Making {
    SheetHousehold household;
    std::vector<PersonRow> rows;
    std::optional<std::size_t> head_row;  // index in rows
    std::vector<ResidentView> present;    // residents of a known one
  };

  void report(const PersonRow& row, std::optional<Column> column, SheetProblem problem,
              std::optional<std::size_t> other_row, std::string_view text);
  Making& making_of(const PersonRow& row);
  Making& begin(const PersonRow& row, std::string key);
  void finish(Making& making);
  void recognise(Making& making);
  std::optional<HouseholdId> by_member(const Making& making) const;
  std::optional<HouseholdId> by_head(const Making& making);
  void enter(Making& making, const PersonRow& row);
  bool is_held(const Making& making, const PersonRow& row);

  const journal::CommandContext& m_context;
  SheetPreview& m_preview;
  std::vector<Making> m_makings;
  std::unordered_map<std::string, std::size_t> m_by_key;
  std::unordered_map<std::string, std::size_t> m_rows_by_id_number;
  // Households of the books by head and group: how those without a number are known again.
  std::map<std::pair<std::string, std::int64_t>, std::set<HouseholdId>> m_known_by_head;
};

Assembly::Assembly(const journal::CommandContext& context, SheetPreview& preview)
    : m_context(context), m_preview(preview) {
  db::Statement& rows = context.database.cached(
      "SELECT id, head_name, grp FROM roster_household WHERE is_gone = 0 AND head_name <> ''");
  rows.bind();
  while (rows.step()) {
    m_known_by_head[{rows.str(1), rows.integer(2)}].insert(rows.id<HouseholdId>(0));
  }
}

void Assembly::report(const PersonRow& row, std::optional<Column> column, SheetProblem problem,
                      std::optional<std::size_t> other_row, std::string_view text) {
  m_preview.findings.push_back(
      {row.row, column, problem, other_row, shown_in_finding(text, column)});
}

std::optional<HouseholdId> Assembly::by_member(const Making& making) const {
  for (const PersonRow& row : making.rows) {
    const auto resident = resident_by_id_number(m_context.database, row.person.id_number);
    const auto view = resident ? find_resident(m_context.database, *resident) : std::nullopt;
    if (view && !view->household.is_empty()) return view->household;
  }
  return std::nullopt;
}

// Of several with one head's name the one with most of these people; each is taken once.
std::optional<HouseholdId> Assembly::by_head(const Making& making) {
  const PersonRow& first = making.rows[making.head_row.value_or(0)];
  const std::string& head = making.head_row ? first.person.name : first.head_name;
  auto& candidates = m_known_by_head[{head, making.household.group}];
  std::optional<HouseholdId> best;
  std::ptrdiff_t most = -1;
  for (const HouseholdId& candidate : candidates) {
    const std::vector<ResidentView> present = residents_of(m_context.database, candidate);
    const auto in_both =
        std::count_if(making.rows.begin(), making.rows.end(), [&](const PersonRow& row) {
          return std::any_of(present.begin(), present.end(), [&](const ResidentView& held) {
            return held.name == Personal(row.person.name);
          });
        });
    if (in_both <= most) continue;
    most = in_both;
    best = candidate;
  }
  if (best) candidates.erase(*best);
  return best;
}

void Assembly::recognise(Making& making) {
  SheetHousehold& household = making.household;
  std::optional<HouseholdId> known =
      household.number.empty() ? by_member(making)
                               : household_by_number(m_context.database, household.number);
  if (!known && household.number.empty()) known = by_head(making);
  household.is_known = known.has_value();
  household.id = known ? *known : HouseholdId::make(m_context.random);
  if (known) making.present = residents_of(m_context.database, *known);
}

Assembly::Making& Assembly::begin(const PersonRow& row, std::string key) {
  Making making;
  making.household.number = row.household_number;
  making.household.group = row.group;
  making.household.address = row.address;
  making.household.household_class = row.household_class;
  making.household.first_row = row.row;
  m_by_key[std::move(key)] = m_makings.size();
  m_makings.push_back(std::move(making));
  return m_makings.back();
}

Assembly::Making& Assembly::making_of(const PersonRow& row) {
  const bool has_number = !row.household_number.empty();
  std::string key = has_number ? "number " + row.household_number
                               : "head " + std::to_string(row.group) + " " + row.head_name;
  const auto found = m_by_key.find(key);
  if (found == m_by_key.end()) return begin(row, std::move(key));
  Making& making = m_makings[found->second];
  // Two heads of one name without a 户号 are two households.
  if (!has_number && row.is_head && making.head_row) return begin(row, std::move(key));
  return making;
}

void Assembly::add(const PersonRow& row) {
  if (row.is_left_out) return;
  const std::string& id_number = row.person.id_number;
  if (!id_number.empty()) {
    const auto [earlier, is_first] = m_rows_by_id_number.emplace(id_number, row.row);
    if (!is_first) {
      return report(row, Column::id_number, SheetProblem::id_number_twice, earlier->second,
                    id_number);
    }
  }
  if (row.household_number.empty() && row.head_name.empty()) {
    return report(row, std::nullopt, SheetProblem::household_missing, std::nullopt,
                  row.person.name);
  }
  Making& making = making_of(row);
  if (making.rows.size() >= residents_of_household_max) {
    return report(row, Column::household_number, SheetProblem::household_too_large, std::nullopt,
                  row.household_number);
  }
  if (row.group != 0 && making.household.group == 0) making.household.group = row.group;
  if (row.group != 0 && row.group != making.household.group) {
    report(row, Column::group, SheetProblem::household_two_groups, making.household.first_row,
           std::to_string(row.group));
  }
  if (making.household.address.empty()) making.household.address = row.address;
  if (making.household.household_class == HouseholdClass::ordinary) {
    making.household.household_class = row.household_class;
  }
  if (row.is_head && making.head_row) {
    report(row, Column::relation, SheetProblem::two_heads, making.rows[*making.head_row].row,
           row.person.name);
  } else if (row.is_head) {
    making.head_row = making.rows.size();
  }
  making.rows.push_back(row);
}

// Is this person in the books already? Doubts about it are reported.
bool Assembly::is_held(const Making& making, const PersonRow& row) {
  const EnteredResident& person = row.person;
  if (const auto id = resident_by_id_number(m_context.database, person.id_number)) {
    const auto held = find_resident(m_context.database, *id);
    if (held && !(held->name == Personal(person.name))) {
      report(row, Column::id_number, SheetProblem::id_number_held, std::nullopt, person.id_number);
    } else if (held && held->household != making.household.id) {
      report(row, Column::household_number, SheetProblem::moves_household, std::nullopt,
             held->household_number);
    }
    return true;
  }
  return std::any_of(making.present.begin(), making.present.end(), [&](const ResidentView& held) {
    const bool may_be_same = person.id_number.empty() || held.id_number.is_empty();
    return held.name == Personal(person.name) && may_be_same;
  });
}

void Assembly::enter(Making& making, const PersonRow& row) {
  if (is_held(making, row)) {
    ++m_preview.figures.residents_known;
    return;
  }
  const ResidentRow resident{ResidentId::make(m_context.random),
                             changed_fields(row.person, making.household.id, std::nullopt)};
  const bool is_head = making.head_row && making.rows[*making.head_row].row == row.row;
  if (is_head && !making.household.is_known) making.household.head = resident.id;
  making.household.residents.push_back(resident);
  ++m_preview.figures.residents_new;
}

void Assembly::finish(Making& making) {
  recognise(making);
  SheetHousehold& household = making.household;
  if (!making.head_row && !household.is_known) {
    report(making.rows.front(), Column::relation, SheetProblem::no_head, std::nullopt,
           making.rows.front().person.name);
  }
  for (const PersonRow& row : making.rows) enter(making, row);
  // A household all of whose people live elsewhere in the books is not made.
  if (!household.is_known && household.residents.empty()) return;
  if (household.head.is_empty() && !household.is_known) {
    household.head = household.residents.front().id;
  }
  ++(household.is_known ? m_preview.figures.households_known : m_preview.figures.households_new);
  m_preview.households.push_back(std::move(household));
}

void Assembly::finish() {
  for (Making& making : m_makings) finish(making);
  auto& findings = m_preview.findings;
  std::stable_sort(findings.begin(), findings.end(),
                   [](const SheetFinding& a, const SheetFinding& b) { return a.row < b.row; });
  std::set<std::size_t> left_out;
  std::set<std::size_t> doubtful;
  for (const SheetFinding& finding : findings) {
    (keeps_row_out(finding.problem) ? left_out : doubtful).insert(finding.row);
  }
  for (const std::size_t row : left_out) doubtful.erase(row);
  m_preview.figures.rows_left_out = static_cast<std::int64_t>(left_out.size());
  m_preview.figures.rows_doubtful = static_cast<std::int64_t>(doubtful.size());
}

SheetVerdict verdict_on(const Sheet& sheet, const std::optional<std::size_t>& heading_row) {
  const bool is_empty = std::all_of(sheet.rows.begin(), sheet.rows.end(), [](const SheetRow& row) {
    return std::all_of(row.begin(), row.end(),
                       [](const Cell& cell) { return trimmed(cell.text).empty(); });
  });
  if (is_empty) return SheetVerdict::empty;
  if (sheet.rows.size() > sheet_rows_max) return SheetVerdict::too_large;
  return heading_row ? SheetVerdict::readable : SheetVerdict::no_headings;
}

// One rounded ID number shows that the column held numbers: then a 000 at the end of another one
// that happens to have the right check digit is no more to be trusted.
CellForm id_form_of(const Sheet& sheet, std::size_t first_row, const Columns& columns, Date today) {
  const bool is_rounded = std::any_of(sheet.rows.begin() + static_cast<std::ptrdiff_t>(first_row),
                                      sheet.rows.end(), [&](const SheetRow& row) {
                                        const Cell& cell = columns.cell(row, Column::id_number);
                                        return check_id_number(normalised_id_number(cell.text),
                                                               today) == IdNumberCheck::mangled;
                                      });
  return is_rounded ? CellForm::number : CellForm::text;
}

std::map<std::string, std::int64_t> group_names(db::Database& database) {
  std::map<std::string, std::int64_t> names;
  for (const GroupView& group : groups(database)) {
    if (!group.name.empty()) names.emplace(group.name, group.number);
  }
  return names;
}

std::vector<std::int64_t> groups_without_cell(db::Database& database,
                                              const std::vector<SheetHousehold>& households) {
  std::set<std::int64_t> wanted;
  for (const SheetHousehold& household : households) {
    if (!household.is_known && household.group != 0) wanted.insert(household.group);
  }
  for (const GroupView& group : groups(database)) wanted.erase(group.number);
  return {wanted.begin(), wanted.end()};
}

}  // namespace

SheetPreview preview_roster(const journal::CommandContext& context, const Sheet& sheet) {
  SheetPreview preview;
  const std::optional<std::size_t> heading_row = heading_row_of(sheet);
  preview.verdict = verdict_on(sheet, heading_row);
  if (preview.verdict != SheetVerdict::readable) return preview;
  preview.heading_row = *heading_row;
  const Columns columns(sheet, *heading_row);
  preview.headings = columns.headings();
  if (!columns.has(Column::household_number) && !columns.has(Column::head_name) &&
      !columns.has(Column::relation)) {
    preview.verdict = SheetVerdict::columns_missing;
    return preview;
  }
  const std::size_t first_row = *heading_row + 1;
  const auto names = group_names(context.database);
  const RowSurroundings around{context.today, names,
                               id_form_of(sheet, first_row, columns, context.today)};
  Assembly assembly(context, preview);
  std::optional<PersonRow> above;
  for (std::size_t i = first_row; i < sheet.rows.size(); ++i) {
    if (is_no_entry(sheet.rows[i], columns)) continue;
    above = read_row(sheet.rows[i], i, columns, above, around, preview.findings);
    assembly.add(*above);
  }
  assembly.finish();
  preview.groups_new = groups_without_cell(context.database, preview.households);
  return preview;
}

}  // namespace jishan::roster
