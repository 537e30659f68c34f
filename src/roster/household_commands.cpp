// Adding and editing residents and households.
#include <algorithm>
#include <map>

#include "base/text.h"
#include "roster/commands.h"
#include "roster/queries.h"
#include "roster/relations.h"
#include "roster/resident_checks.h"

namespace jishan::roster {
namespace {

// Who of these people is head of the household: as chosen, else the first 户主, else the first.
ResidentId head_among(const ResidentId& chosen, const std::vector<ResidentRequest>& people) {
  if (!chosen.is_empty() || people.empty()) return chosen;
  const auto head = std::find_if(people.begin(), people.end(), [](const ResidentRequest& person) {
    return person.relation == relation_head;
  });
  return head == people.end() ? people.front().id : head->id;
}

bool contains(const std::vector<ResidentView>& people, const ResidentId& id) {
  return std::any_of(people.begin(), people.end(),
                     [&](const ResidentView& person) { return person.id == id; });
}

void add_doubts_of_household(const std::vector<ResidentView>& people, const ResidentId& id,
                             const EnteredResident& resident, std::vector<ResidentDoubt>& doubts) {
  bool has_head = false;
  bool has_name = false;
  for (const ResidentView& person : people) {
    if (person.id == id || is_gone(person.state)) continue;
    has_head = has_head || person.relation == relation_head;
    has_name = has_name || person.name == Personal(resident.name);
  }
  if (has_name) doubts.push_back(ResidentDoubt::same_name_in_household);
  if (has_head && resident.relation == relation_head) doubts.push_back(ResidentDoubt::second_head);
}

// The people entered with a household: their rows, or the first refusal.
struct People {
  HouseholdStatus status = HouseholdStatus::accepted;
  std::size_t line = 0;
  ResidentStatus resident_status = ResidentStatus::accepted;
  std::vector<std::vector<ResidentDoubt>> doubts;
  std::vector<ResidentRow> rows;
};

People check_people(const journal::CommandContext& context, const HouseholdRequest& request,
                    const std::vector<ResidentView>& present) {
  People people;
  std::map<std::string, std::size_t> lines_by_id_number;
  for (std::size_t line = 0; line < request.residents.size(); ++line) {
    people.line = line;
    const ResidentRequest& person = request.residents[line];
    const EnteredResident resident = entered(person);
    ResidentFindings findings = check(person, resident, context.today);
    const auto taken = resident_by_id_number(context.database, resident.id_number);
    if (findings.status == ResidentStatus::accepted && taken && *taken != person.id) {
      findings.status = ResidentStatus::id_number_taken;
    }
    people.resident_status = findings.status;
    if (findings.status != ResidentStatus::accepted) {
      people.status = HouseholdStatus::resident_refused;
      return people;
    }
    if (!resident.id_number.empty() &&
        !lines_by_id_number.emplace(resident.id_number, line).second) {
      people.status = HouseholdStatus::id_number_twice;
      return people;
    }
    add_doubts_of_household(present, person.id, resident, findings.doubts);
    people.doubts.push_back(std::move(findings.doubts));
    const auto before = find_resident(context.database, person.id);
    people.rows.push_back({person.id, changed_fields(resident, request.id, before)});
  }
  return people;
}

HouseholdStatus check_fields(const journal::CommandContext& context,
                             const HouseholdRequest& request, const std::string& number,
                             const std::string& address, const std::string& note) {
  if (!fits(number, household_number_characters_max)) return HouseholdStatus::number_too_long;
  if (request.group < 0 || request.group > group_max) return HouseholdStatus::group_out_of_range;
  const std::vector<GroupView> known = groups(context.database);
  const bool is_known = std::any_of(known.begin(), known.end(), [&](const GroupView& group) {
    return group.number == request.group;
  });
  if (request.group != 0 && !is_known) return HouseholdStatus::group_unknown;
  if (!fits(address, field_characters_max)) return HouseholdStatus::address_too_long;
  if (!fits(note, field_characters_max)) return HouseholdStatus::note_too_long;
  return HouseholdStatus::accepted;
}

HouseholdFields changed_fields(const HouseholdView& before, const HouseholdRequest& request,
                               const ResidentId& head, const std::string& number,
                               const std::string& address, const std::string& note) {
  HouseholdFields fields;
  if (before.number != number) fields.number = number;
  if (before.group != request.group) fields.group = request.group;
  if (before.household_class != request.household_class) {
    fields.household_class = request.household_class;
  }
  if (before.state != request.state) fields.state = request.state;
  if (!head.is_empty() && before.head != head) fields.head = head.str();
  if (!(before.address == Personal(address))) fields.address = address;
  if (!(before.note == Personal(note))) fields.note = note;
  return fields;
}

}  // namespace

PlannedResident plan_resident(const journal::CommandContext& context,
                              const ResidentRequest& request) {
  PlannedResident plan;
  const auto refused = [&](ResidentStatus status) {
    plan.status = status;
    return plan;
  };
  const auto before = find_resident(context.database, request.id);
  const ResidentId id = before ? before->id : request.id;
  if (request.household.is_empty()) return refused(ResidentStatus::household_missing);
  const auto household = find_household(context.database, request.household);
  if (!household) return refused(ResidentStatus::household_unknown);
  const bool arrives = !before || before->household != household->id;
  if (arrives && is_gone(household->state)) return refused(ResidentStatus::household_gone);
  if (arrives && household->people >= static_cast<std::int64_t>(residents_of_household_max)) {
    return refused(ResidentStatus::household_full);
  }
  const EnteredResident resident = entered(request);
  const ResidentFindings findings = check(request, resident, context.today);
  if (findings.status != ResidentStatus::accepted) return refused(findings.status);
  const auto taken = resident_by_id_number(context.database, resident.id_number);
  if (taken && *taken != id) {
    plan.other = *taken;
    return refused(ResidentStatus::id_number_taken);
  }
  plan.doubts = findings.doubts;
  add_doubts_of_household(residents_of(context.database, household->id), id, resident, plan.doubts);
  const ResidentRow row{id, changed_fields(resident, household->id, before)};
  if (row.fields.is_empty()) return refused(ResidentStatus::unchanged);
  plan.drafts = resident_drafts({row}, context.today.iso());
  return plan;
}

PlannedHousehold plan_household(const journal::CommandContext& context,
                                const HouseholdRequest& request) {
  PlannedHousehold plan;
  const auto refused = [&](HouseholdStatus status) {
    plan.status = status;
    return plan;
  };
  const auto known = find_household(context.database, request.id);
  std::string number = fold_full_width(normalised_input(trimmed(request.number)));
  const std::string address = normalised_input(trimmed(request.address));
  const std::string note = normalised_input(trimmed(request.note));
  const HouseholdStatus status = check_fields(context, request, number, address, note);
  if (status != HouseholdStatus::accepted) return refused(status);
  if (number.empty()) number = next_household_number(context.database, request.group);

  HouseholdRequest wanted = request;
  if (known) wanted.id = known->id;
  const auto same_number = household_by_number(context.database, number);
  if (same_number && *same_number != wanted.id && (!known || known->number != number)) {
    plan.other = *same_number;
    return refused(HouseholdStatus::number_taken);
  }
  if (!known && request.residents.empty()) return refused(HouseholdStatus::residents_missing);
  const std::vector<ResidentView> present =
      known ? residents_of(context.database, wanted.id) : std::vector<ResidentView>();
  if (present.size() + request.residents.size() > residents_of_household_max) {
    return refused(HouseholdStatus::too_many_residents);
  }
  const ResidentId head = known ? request.head : head_among(request.head, request.residents);
  const bool is_new_one =
      std::any_of(request.residents.begin(), request.residents.end(),
                  [&](const ResidentRequest& person) { return person.id == head; });
  if (!head.is_empty() && !is_new_one && !contains(present, head)) {
    return refused(HouseholdStatus::head_unknown);
  }
  People people = check_people(context, wanted, present);
  plan.resident_line = people.line;
  plan.resident_status = people.resident_status;
  plan.doubts = std::move(people.doubts);
  if (people.status != HouseholdStatus::accepted) return refused(people.status);

  const HouseholdRow row{wanted.id, changed_fields(known.value_or(HouseholdView()), wanted, head,
                                                   number, address, note)};
  const std::string today = context.today.iso();
  plan.drafts = household_drafts({row}, today);
  for (journal::Draft& draft : resident_drafts(people.rows, today)) {
    plan.drafts.push_back(std::move(draft));
  }
  if (plan.drafts.empty()) return refused(HouseholdStatus::unchanged);
  return plan;
}

}  // namespace jishan::roster
