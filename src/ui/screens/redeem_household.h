// The left part of the counter: who redeems, what they may spend, who collects, what they took.
#pragma once

#include "ui/screens/redeem.h"

namespace jishan::ui {

void choose_redeeming_household(ScreenContext& context, RedeemState& state, const HouseholdId& id);
void redeem_household_panel(ScreenContext& context, const Rect& sheet, RedeemState& state);
// At large text: in one row above the cart, without what the passbook says anyway.
void redeem_household_strip(ScreenContext& context, const Rect& sheet, RedeemState& state);
float redeem_household_strip_height(const Ui& ui, const RedeemState& state);

}  // namespace jishan::ui
