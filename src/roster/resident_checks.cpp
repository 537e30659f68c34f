#include "roster/resident_checks.h"

#include <utility>

#include "base/text.h"
#include "roster/relations.h"

namespace jishan::roster {

EnteredResident entered(const ResidentRequest& request) {
  EnteredResident resident;
  resident.name = normalised_input(trimmed(request.name));
  resident.relation = request.relation;
  resident.phone = normalised_phone(request.phone);
  resident.id_number = normalised_id_number(request.id_number);
  resident.sex = request.sex == Sex::unknown ? sex_of_id_number(resident.id_number) : request.sex;
  const std::optional<Date> born =
      request.born ? request.born : born_of_id_number(resident.id_number);
  if (born) resident.born = born->iso();
  resident.is_minor = request.is_minor && !born;
  resident.state = request.state;
  return resident;
}

ResidentFindings check(const ResidentRequest& request, const EnteredResident& resident,
                       Date today) {
  ResidentFindings findings;
  const auto refused = [&](ResidentStatus status) {
    findings.status = status;
    return findings;
  };
  if (resident.name.empty()) return refused(ResidentStatus::name_missing);
  if (!fits(resident.name, name_characters_max)) return refused(ResidentStatus::name_too_long);
  if (!resident.relation.empty() && relation_word(resident.relation).empty()) {
    return refused(ResidentStatus::relation_unknown);
  }
  const IdNumberCheck id_check = check_id_number(resident.id_number, today);
  if (is_refused(id_check)) return refused(ResidentStatus::id_number_malformed);
  const std::optional<Date> born = Date::from_iso(resident.born);
  if (born && *born > today) return refused(ResidentStatus::born_in_future);
  if (!is_phone(resident.phone)) return refused(ResidentStatus::phone_malformed);

  const auto doubt = [&](bool is_so, ResidentDoubt about) {
    if (is_so) findings.doubts.push_back(about);
  };
  const std::optional<Date> born_by_id = born_of_id_number(resident.id_number);
  const Sex sex_by_id = sex_of_id_number(resident.id_number);
  const bool has_sex = request.sex == Sex::male || request.sex == Sex::female;
  doubt(id_check == IdNumberCheck::wrong_check_digit, ResidentDoubt::wrong_check_digit);
  doubt(id_check == IdNumberCheck::impossible_date, ResidentDoubt::impossible_date_in_id);
  doubt(request.born && born_by_id && *request.born != *born_by_id,
        ResidentDoubt::born_differs_from_id);
  doubt(has_sex && sex_by_id != Sex::unknown && request.sex != sex_by_id,
        ResidentDoubt::sex_differs_from_id);
  doubt(resident.is_minor || (born && age_on(*born, today) < sensitive_age_years),
        ResidentDoubt::minor);
  return findings;
}

ResidentFields changed_fields(const EnteredResident& resident, const HouseholdId& household,
                              const std::optional<ResidentView>& before) {
  const ResidentView now = before.value_or(ResidentView());
  const auto changed = [](const Personal& old, const std::string& text) {
    return old == Personal(text) ? std::nullopt : std::optional<std::string>(text);
  };
  ResidentFields fields;
  if (now.household != household) fields.household = household.str();
  if (now.relation != resident.relation) fields.relation = resident.relation;
  if (now.state != resident.state) fields.state = resident.state;
  fields.name = changed(now.name, resident.name);
  if (now.sex != resident.sex) fields.sex = resident.sex;
  if ((now.born ? now.born->iso() : std::string()) != resident.born) fields.born = resident.born;
  if (now.is_minor_as_typed != resident.is_minor) fields.minor = resident.is_minor ? 1 : 0;
  fields.phone = changed(now.phone, resident.phone);
  fields.id_number = changed(now.id_number, resident.id_number);
  return fields;
}

}  // namespace jishan::roster
