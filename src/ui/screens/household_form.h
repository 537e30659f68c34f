// Adding and editing one household or one person, and the balance that a household brings from
// the paper book, as dialogs over the roster.
#pragma once

#include <string>

#include "roster/commands.h"
#include "roster/queries.h"
#include "ui/desk.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"

namespace jishan::ui {

enum class FormShown { none, household, person, opening_balance };

struct HouseholdFormState {
  FormShown shown = FormShown::none;
  bool is_new = false;
  std::string title;
  // Made when the form opens: pressing twice adds nothing twice.
  HouseholdId household;
  ResidentId resident;
  FieldState number;
  FieldState group;
  FieldState address;
  FieldState name;
  FieldState id_number;
  FieldState phone;
  DateFieldState born;
  DropDownState state_list;
  int state = 0;
  DropDownState relation_list;
  int relation = 0;
  // What the command refused, at the field that caused it.
  std::string number_error;
  std::string group_error;
  std::string name_error;
  std::string id_error;
  std::string phone_error;
  std::string other_error;
  roster::HouseholdClass household_class{};
  ResidentId head;
  std::string note;
};

void open_new_household(ScreenContext& context, HouseholdFormState& state);
void open_household(ScreenContext& context, HouseholdFormState& state,
                    const roster::HouseholdView& household);
void open_person(ScreenContext& context, HouseholdFormState& state,
                 const roster::ResidentView& resident);
void open_new_person(ScreenContext& context, HouseholdFormState& state,
                     const roster::HouseholdView& household);
void open_opening_balance(ScreenContext& context, HouseholdFormState& state,
                          const roster::HouseholdView& household);
void draw_household_form(ScreenContext& context, HouseholdFormState& state);

}  // namespace jishan::ui
