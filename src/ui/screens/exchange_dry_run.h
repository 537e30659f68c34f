// What a merge of the chosen file would do, before anything is written.
#pragma once

#include "app/importing.h"
#include "ui/desk.h"
#include "ui/widgets/table.h"

namespace jishan::ui {

void draw_dry_run(ScreenContext& context, Rect rest, TableState& areas,
                  const app::ImportReport& report);
// So high, in px at 100 %, that nothing of it needs to scroll.
float dry_run_height(const app::ImportReport& report);

}  // namespace jishan::ui
