// The cart of the counter: goods are added to it, counted and taken out. It must not know prices
// other than those it shows; commands decide.
#pragma once

#include "ui/screens/redeem.h"

namespace jishan::ui {

void add_to_cart(ScreenContext& context, RedeemState& state, const GoodsId& id,
                 std::int64_t quantity);
// Search box, table, and what is often taken where there is room for it.
void cart_panel(ScreenContext& context, const Rect& sheet, RedeemState& state);
// So high that nothing in it needs to scroll.
float cart_panel_height(const Ui& ui, const RedeemState& state);

}  // namespace jishan::ui
