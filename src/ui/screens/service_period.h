// Which days the hours on the volunteers' screen are of: the usual spans, or two typed dates.
#pragma once

#include <string>

#include "ui/desk.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"

namespace jishan::ui {

struct ServicePeriodState {
  int chosen = 0;  // place in the list; the last one is `own`
  DropDownState list;
  Period own;
  bool is_asking = false;  // for the days of `own`
  DateFieldState first;
  DateFieldState last;
};

// Both days included.
Period service_period(const Ui& ui, const ServicePeriodState& state);
// 本年, 上季, or 2026-01-15 到 2026-03-31.
std::string service_period_name(const Ui& ui, const ServicePeriodState& state);

// The list; true when another period was chosen. A choice of own days opens the dialog instead.
bool service_period_box(Ui& ui, const Rect& box, ServicePeriodState& state);
// Asks for the days while it is open; true when they were given.
bool draw_service_period_dialog(Ui& ui, ServicePeriodState& state);

}  // namespace jishan::ui
