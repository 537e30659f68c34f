#include <array>

#include "base/text.h"
#include "ui/screens/stock.h"
#include "ui/widgets/form_dialog.h"

namespace jishan::ui {
namespace {

constexpr std::int64_t typed_wrongly = -1;

std::string text_of_field(const FieldState& field) { return std::string(trimmed(field.text)); }

std::string_view name_error(const Ui& ui, shop::GoodsStatus status) {
  switch (status) {
    case shop::GoodsStatus::name_missing: return ui.say(Key::error_goods_name);
    case shop::GoodsStatus::name_too_long: return ui.say(Key::error_name_too_long);
    case shop::GoodsStatus::name_taken: return ui.say(Key::error_goods_name_taken);
    default: return {};
  }
}

std::string_view unit_error(const Ui& ui, shop::GoodsStatus status) {
  const bool is_wrong = status == shop::GoodsStatus::unit_missing ||
                        status == shop::GoodsStatus::unit_too_long;
  return is_wrong ? ui.say(Key::error_goods_unit) : std::string_view();
}

std::string_view price_error(const Ui& ui, shop::GoodsStatus status) {
  if (status == shop::GoodsStatus::price_not_positive) return ui.say(Key::error_goods_price);
  if (status == shop::GoodsStatus::price_too_large) return ui.say(Key::error_goods_price_large);
  return {};
}

Points price_from_typed(std::string_view typed) {
  const auto hundredths = hundredths_from_text(fold_full_width(trimmed(typed)));
  const std::int64_t otherwise = is_number_too_large(typed) ? line_hundredths_max + 1 : 0;
  return Points::hundredths(hundredths.value_or(otherwise));
}

std::string_view barcode_error(const Ui& ui, shop::GoodsStatus status) {
  if (status == shop::GoodsStatus::barcode_malformed) return ui.say(Key::error_goods_barcode);
  if (status == shop::GoodsStatus::barcode_taken) return ui.say(Key::error_goods_barcode_taken);
  return {};
}

shop::GoodsRequest request_of(const Ui& ui, const GoodsForm& form) {
  shop::GoodsRequest request;
  request.id = form.id;
  request.name = text_of_field(form.name);
  request.unit = text_of_field(form.unit);
  request.price = price_from_typed(form.price.text);
  request.barcode = fold_full_width(text_of_field(form.barcode));
  const std::string reorder = text_of_field(form.reorder);
  request.reorder = reorder.empty() ? 0 : count_from_typed(reorder).value_or(typed_wrongly);
  request.is_on = form.is_on;
  request.first_outlet_name = ui.say(Key::first_outlet);
  return request;
}

void save_goods(ScreenContext& context, GoodsForm& form) {
  context.commands.act([&desk = context.desk, &form,
                        request = request_of(context.ui, form)](app::App& app) {
    form.refusal = app.perform(shop::plan_goods(app.context(), request));
    for (FieldState* field : {&form.name, &form.unit, &form.price, &form.reorder, &form.barcode}) {
      field->was_left = true;
    }
    if (form.refusal != shop::GoodsStatus::accepted &&
        form.refusal != shop::GoodsStatus::unchanged) {
      return;
    }
    desk.toasts.show(desk.ui, desk.ui.say(Key::goods_saved, {request.name}), Tone::good, false);
    form = {};
  });
}

shop::StockInRequest request_of(const Ui& ui, const ReceiveForm& form) {
  constexpr std::array sources{shop::StockSource::bought, shop::StockSource::donated,
                               shop::StockSource::other};
  shop::DeliveryLine line;
  line.goods = form.goods.id;
  line.quantity = count_from_typed(form.quantity.text).value_or(0);
  const std::string cost = fold_full_width(text_of_field(form.cost));
  // Yuan with at most two decimals are fen, as points are hundredths.
  line.cost_fen = cost.empty() ? 0 : hundredths_from_text(cost).value_or(typed_wrongly);
  line.best_before = date_from_typed(form.best_before.field.text, ui.today);
  shop::StockInRequest request;
  request.act = form.act;
  request.source = sources[static_cast<std::size_t>(form.source)];
  request.note = text_of_field(form.note);
  request.typed_date = date_of(ui, form.date);
  request.lines.push_back(line);
  return request;
}

// Both days of a delivery are real ones, as far as they are filled in.
bool are_days_real(const Ui& ui, ReceiveForm& form) {
  form.date.field.was_left = true;
  form.best_before.field.was_left = true;
  return !is_date_unreal(ui, form.date) && !is_date_unreal(ui, form.best_before);
}

void save_receipt(ScreenContext& context, ReceiveForm& form) {
  if (!are_days_real(context.ui, form)) return;
  context.commands.act([&desk = context.desk, &form,
                        request = request_of(context.ui, form)](app::App& app) {
    form.refusal = app.perform(shop::plan_stock_in(app.context(), request));
    for (FieldState* field : {&form.quantity, &form.cost, &form.best_before.field,
                              &form.date.field, &form.note}) {
      field->was_left = true;
    }
    const bool is_done = form.refusal == shop::StockInStatus::accepted ||
                         form.refusal == shop::StockInStatus::already_recorded;
    if (!is_done) return;
    const std::string told =
        desk.ui.say(Key::received_toast, {form.goods.name, count_text(request.lines.front().quantity),
                                          form.goods.unit});
    desk.toasts.show(desk.ui, told, Tone::good, false);
    form = {};
  });
}

std::string_view if_refused(const Ui& ui, const ReceiveForm& form,
                            std::initializer_list<shop::StockInStatus> by, Key text) {
  for (const shop::StockInStatus status : by) {
    if (form.refusal == status) return ui.say(text);
  }
  return {};
}

}  // namespace

void open_new_goods(ScreenContext& context, GoodsForm& form) {
  form = {};
  form.is_open = true;
  form.is_new = true;
  form.id = GoodsId::make(context.app.ports().random);
}

void open_goods(GoodsForm& form, const shop::GoodsView& goods) {
  form = {};
  form.is_open = true;
  form.id = goods.id;
  form.name.text = goods.name;
  form.unit.text = goods.unit;
  form.price.text = to_display(goods.price);
  form.reorder.text = std::to_string(goods.reorder);
  form.barcode.text = goods.barcode;
  form.is_on = goods.is_on;
}

void open_receipt(ScreenContext& context, ReceiveForm& form, const shop::GoodsView& goods) {
  form = {};
  form.is_open = true;
  form.act = ActId::make(context.app.ports().random);
  form.goods = goods;
  if (!context.app.context().is_clock_suspicious) set_date(form.date, context.ui.today);
}

void draw_goods_form(ScreenContext& context, GoodsForm& form) {
  if (!form.is_open) return;
  Ui& ui = context.ui;
  const std::string title = form.is_new ? std::string(ui.say(Key::goods_new_title))
                                        : ui.say(Key::goods_edit_title, {form.name.text});
  FormDialog dialog(ui, "goods form", title, 560, field_rows_height(ui, 2) + ui.px(32));
  Rect rest = dialog.content();
  Rect line = rest.cut_top(ui.px(field_block_height));
  text_field(ui, line.cut_left(ui.px(260)), form.name,
             {.label = ui.say(Key::goods_name),
              .hint = ui.say(Key::goods_name_hint),
              .error = name_error(ui, form.refusal),
              .need = Need::required});
  line.cut_left(ui.px(16));
  text_field(ui, line.cut_left(ui.px(110)), form.unit,
             {.label = ui.say(Key::goods_unit),
              .hint = ui.say(Key::goods_unit_hint),
              .error = unit_error(ui, form.refusal),
              .need = Need::required});
  line.cut_left(ui.px(16));
  number_field(ui, line, form.price,
               {.label = ui.say(Key::goods_price),
                .error = price_error(ui, form.refusal),
                .unit = ui.say(Key::points_unit),
                .need = Need::required});
  line = rest.cut_top(ui.px(field_block_height));
  const bool is_reorder_wrong = form.refusal == shop::GoodsStatus::reorder_out_of_range;
  number_field(ui, line.cut_left(ui.px(260)), form.reorder,
               {.label = ui.say(Key::goods_reorder),
                .hint = ui.say(Key::goods_reorder_hint),
                .error = is_reorder_wrong ? ui.say(Key::error_goods_reorder) : ""});
  line.cut_left(ui.px(16));
  text_field(ui, line, form.barcode,
             {.label = ui.say(Key::goods_barcode),
              .error = barcode_error(ui, form.refusal),
              .content = Content::digits});
  checkbox(ui, rest.cut_top(ui.px(32)), ui.say(Key::goods_offered), form.is_on);
  switch (dialog.save_or_cancel(ui.say(Key::save_goods))) {
    case FormOutcome::saved: save_goods(context, form); break;
    case FormOutcome::cancelled: form = {}; break;
    case FormOutcome::open: break;
  }
}

void draw_receive_form(ScreenContext& context, ReceiveForm& form) {
  if (!form.is_open) return;
  using Status = shop::StockInStatus;
  Ui& ui = context.ui;
  FormDialog dialog(ui, "receive form", ui.say(Key::receive_title, {form.goods.name}), 560,
                    field_rows_height(ui, 3));
  Rect rest = dialog.content();
  Rect line = rest.cut_top(ui.px(field_block_height));
  number_field(ui, line.cut_left(ui.px(190)), form.quantity,
               {.label = ui.say(Key::receive_quantity),
                .error = if_refused(ui, form, {Status::quantity_not_positive, Status::quantity_too_large},
                                    Key::error_receive_quantity),
                .unit = form.goods.unit,
                .need = Need::required});
  line.cut_left(ui.px(16));
  number_field(ui, line.cut_left(ui.px(180)), form.cost,
               {.label = ui.say(Key::receive_cost),
                .hint = ui.say(Key::receive_cost_hint),
                .error = if_refused(ui, form, {Status::cost_out_of_range}, Key::error_receive_cost),
                .unit = ui.say(Key::yuan)});
  line = rest.cut_top(ui.px(field_block_height));
  text_field(ui, line.cut_left(ui.px(date_field_width)), form.best_before.field,
             {.label = ui.say(Key::receive_best_before),
              .placeholder = "2027-3-8",
              .error = is_date_unreal(ui, form.best_before)
                           ? ui.say(Key::date_unreal)
                           : if_refused(ui, form, {Status::best_before_passed},
                                        Key::error_best_before_passed),
              .content = Content::digits});
  line.cut_left(ui.px(16));
  date_field(ui, line.cut_left(ui.px(date_field_width)), form.date,
             {.label = ui.say(Key::business_date),
              .error = if_refused(ui, form, {Status::date_needed}, Key::error_date_needed)});
  line = rest.cut_top(ui.px(field_block_height));
  const std::vector<std::string_view> sources{ui.say(Key::source_bought), ui.say(Key::source_donated),
                                              ui.say(Key::source_other)};
  const float sources_width = std::max(ui.px(220), segment_width(ui, sources));
  const FieldBlock parts = field_block(ui, line.cut_left(sources_width));
  draw_field_label(ui, parts.label, ui.say(Key::receive_source), Need::optional);
  segment(ui, parts.frame, ui.say(Key::receive_source), sources, form.source);
  line.cut_left(ui.px(16));
  text_field(ui, line, form.note,
             {.label = ui.say(Key::receive_note),
              .error = if_refused(ui, form, {Status::note_too_long}, Key::error_text_long)});
  switch (dialog.save_or_cancel(ui.say(Key::save_receipt))) {
    case FormOutcome::saved: save_receipt(context, form); break;
    case FormOutcome::cancelled: form = {}; break;
    case FormOutcome::open: break;
  }
}

}  // namespace jishan::ui
