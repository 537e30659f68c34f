// The left part of the counter: who redeems, what they may spend, who collects, what they took.
#pragma once

#include "ui/screens/redeem.h"

namespace jishan::ui {

void choose_redeeming_household(ScreenContext& context, RedeemState& state, const HouseholdId& id);
void redeem_household_panel(ScreenContext& context, const Rect& sheet, RedeemState& state);

}  // namespace jishan::ui
