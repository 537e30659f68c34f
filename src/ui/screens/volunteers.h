// Volunteers and their service: who is registered, hours and points of a person and a team, the
// records behind them, and recording service.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "app/workflows/service_points.h"
#include "points/queries.h"
#include "ui/desk.h"
#include "ui/screens/pickers.h"
#include "ui/screens/service_period.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"
#include "ui/widgets/table.h"
#include "volunteers/commands.h"
#include "volunteers/queries.h"

namespace jishan::ui {

struct TeamForm {
  bool is_open = false;
  TeamId id;  // made when the form opens
  FieldState name;
  volunteers::TeamStatus refusal = volunteers::TeamStatus::accepted;
};

struct VolunteerForm {
  bool is_open = false;
  PickerState person_picker;
  ResidentId person;
  std::string person_name;
  DropDownState team_list;
  int team = 0;  // 0: none
  FieldState number;
  FieldState skills;
  volunteers::VolunteerStatus refusal = volunteers::VolunteerStatus::accepted;
};

struct ServiceForm {
  bool is_open = false;
  ActId act;  // made when the form opens: a retry adds nothing
  std::vector<ResidentId> people;
  std::string first_name;
  FieldState hours;
  FieldState served;
  FieldState start;
  FieldState place;
  DateFieldState date;
  DropDownState kind_list;
  int kind = 0;
  DropDownState rule_list;
  int rule = 0;  // 0: hours only
  std::vector<points::Rule> rules;
  std::string hours_error;
  std::string served_error;
  std::string start_error;
  std::string date_error;
  std::string other_error;
};

struct VolunteersState {
  bool is_detail_open = false;  // alone, where there is no room for it beside the list
  std::string typed;
  int team = 0;  // 0: all
  DropDownState team_list;
  TableState list;
  std::set<ResidentId> ticked;
  Freshness freshness;
  ServicePeriodState shown_period;
  Period period;
  std::vector<volunteers::TeamView> teams;
  std::vector<volunteers::VolunteerView> people;
  volunteers::ServiceFigure figure;
  ResidentId shown;
  volunteers::ServiceLines lines;
  TableState lines_table;
  std::string taking_back;  // the ref of the record that is asked about
  TeamForm team_form;
  VolunteerForm volunteer_form;
  ServiceForm service_form;
};

void volunteers_screen(ScreenContext& context, VolunteersState& state);

// volunteer_forms.cpp
void open_team_form(ScreenContext& context, TeamForm& form);
void draw_team_form(ScreenContext& context, TeamForm& form);
void draw_volunteer_form(ScreenContext& context, VolunteerForm& form,
                         const std::vector<volunteers::TeamView>& teams);
// service_form.cpp
void open_service_form(ScreenContext& context, ServiceForm& form, std::vector<ResidentId> people,
                       std::string first_name);
void draw_service_form(ScreenContext& context, ServiceForm& form);
std::string_view service_kind_name(const Ui& ui, volunteers::ServiceKind kind);

}  // namespace jishan::ui
