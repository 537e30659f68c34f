// Goods and what is on the shelf: find, add, edit, deliveries, movements behind the stock.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shop/commands.h"
#include "shop/queries.h"
#include "ui/desk.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"
#include "ui/widgets/table.h"

namespace jishan::ui {

struct GoodsForm {
  bool is_open = false;
  bool is_new = false;
  GoodsId id;  // made when the form opens
  FieldState name;
  FieldState unit;
  FieldState price;
  FieldState reorder;
  FieldState barcode;
  bool is_on = true;
  shop::GoodsStatus refusal = shop::GoodsStatus::accepted;
};

struct ReceiveForm {
  bool is_open = false;
  ActId act;  // made when the form opens
  shop::GoodsView goods;
  FieldState quantity;
  FieldState cost;
  DateFieldState best_before;
  DateFieldState date;
  FieldState note;
  int source = 0;
  shop::StockInStatus refusal = shop::StockInStatus::accepted;
};

struct StockState {
  std::string typed;
  TableState list;
  bool is_detail_open = false;  // alone, where there is no room for it beside the list
  Freshness freshness;
  std::vector<shop::GoodsView> goods;
  GoodsId shown;
  shop::StockFigure movements;
  TableState movements_table;
  GoodsForm form;
  ReceiveForm receive;
};

void stock_screen(ScreenContext& context, StockState& state);

// stock_forms.cpp
void open_new_goods(ScreenContext& context, GoodsForm& form);
void open_goods(GoodsForm& form, const shop::GoodsView& goods);
void open_receipt(ScreenContext& context, ReceiveForm& form, const shop::GoodsView& goods);
void draw_goods_form(ScreenContext& context, GoodsForm& form);
void draw_receive_form(ScreenContext& context, ReceiveForm& form);

}  // namespace jishan::ui
