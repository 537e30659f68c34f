// The counter: household, cart, slip, one confirm. One cart makes one order, however often it is
// confirmed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "points/queries.h"
#include "shop/commands.h"
#include "shop/queries.h"
#include "ui/desk.h"
#include "ui/screens/entries.h"
#include "ui/screens/pickers.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"

namespace jishan::ui {

struct CartRow {
  shop::CartLine line;
  std::string name;
  std::string unit;
};

struct SlipLineText {
  std::string left;
  std::string right;
};

// The paper itself: same look for a cart and for an order that was made.
struct SlipText {
  std::string title;
  std::string mark;  // of a sample; else empty
  std::string number;
  std::string household;
  std::string date;
  std::vector<SlipLineText> lines;
  std::string total;
  std::string left;
};

struct RedeemState {
  ActId act;  // made when the cart is begun
  PickerState household_picker;
  HouseholdId household;
  std::string head_name;
  std::string household_number;
  PickerState goods_picker;
  std::vector<CartRow> cart;
  int collector = 0;
  FieldState proxy;
  TableState cart_table;
  std::string refusal;              // stands above the confirm button
  std::optional<std::size_t> refused_line;
  std::string kept_draft;           // as this laptop keeps the cart
  bool was_draft_offered = false;
  bool was_household_chosen = false;  // then typing goes on with the goods
  std::string slip_event;           // the order that was just made
  bool is_slip_open = false;        // as a dialog, where there is no room for it
  SlipText shown_slip;              // in that dialog

  Freshness freshness;
  points::Account account;
  std::vector<shop::RedemptionView> recent;
  std::vector<shop::GoodsView> often;
  std::string outlet_name;

  bool are_slips_open = false;
  std::vector<shop::RedemptionView> slips;
  TableState slips_table;
  ReversalState reversal;
  EntriesState entries;
};

void redeem_screen(ScreenContext& context, RedeemState& state);

// The preview of what is printed for the household; where it does not fit, a link to it.
void draw_slip(ScreenContext& context, const Rect& sheet, RedeemState& state, Points total,
               Points left);
void draw_slip_dialog(ScreenContext& context, RedeemState& state);
void draw_slips_dialog(ScreenContext& context, RedeemState& state);

}  // namespace jishan::ui
