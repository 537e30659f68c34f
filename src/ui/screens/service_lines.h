// The services behind a figure of volunteer hours: a dialog with the records and their sum.
#pragma once

#include "ui/desk.h"
#include "ui/widgets/table.h"
#include "volunteers/queries.h"

namespace jishan::ui {

struct ServiceLinesState {
  bool is_open = false;
  volunteers::ServiceLines shown;
  TableState table;
};

// Everybody's services of a period.
void open_service_lines(ScreenContext& context, ServiceLinesState& state, Period period);
void draw_service_lines(ScreenContext& context, ServiceLinesState& state);

}  // namespace jishan::ui
