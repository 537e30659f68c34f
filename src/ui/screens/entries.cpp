#include "ui/screens/entries.h"

#include <algorithm>

#include "base/text.h"
#include "points/commands.h"
#include "roster/queries.h"
#include "shop/commands.h"
#include "shop/queries.h"
#include "ui/widgets/form_dialog.h"
#include "ui/widgets/overlay.h"
#include "ui/words.h"

namespace jishan::ui {
namespace {

std::string_view event_of(std::string_view ref) { return ref.substr(0, ref.find(':')); }

std::string goods_in_words(db::Database& database, const points::PassbookRow& row) {
  const auto redemption = shop::find_redemption(database, event_of(row.entry.ref));
  if (!redemption) return {};
  std::string words;
  const std::size_t colon = row.entry.ref.find(':');
  const std::string line_text =
      colon == std::string::npos ? std::string() : row.entry.ref.substr(colon + 1);
  const auto line = count_from_typed(line_text);
  if (line && *line >= 0 && *line < static_cast<std::int64_t>(redemption->lines.size())) {
    const shop::RedemptionLine& goods = redemption->lines[static_cast<std::size_t>(*line)];
    words = goods.name + " " + count_text(goods.quantity) + " " + goods.unit;
  }
  return words;
}

std::string award_in_words(const Ui& ui, const points::PassbookRow& row) {
  if (row.unit.empty()) return row.text;
  return ui.say(Key::reason_quantity,
                {row.text, to_display(Points::hundredths(row.quantity)), row.unit});
}

std::string plain_reason(const Ui& ui, db::Database& database, const points::PassbookRow& row) {
  switch (row.reason) {
    case points::EntryReason::award:
    case points::EntryReason::deduction: return award_in_words(ui, row);
    case points::EntryReason::opening: return std::string(ui.say(Key::reason_opening));
    case points::EntryReason::base: return std::string(ui.say(Key::reason_base));
    case points::EntryReason::gift: return std::string(ui.say(Key::reason_gift));
    case points::EntryReason::other_grant: return std::string(ui.say(Key::reason_other_grant));
    case points::EntryReason::redemption:
      return ui.say(Key::reason_redemption, {goods_in_words(database, row)});
    case points::EntryReason::other: break;
  }
  return std::string(ui.say(Key::reason_other));
}

EntryLine line_of(const Ui& ui, db::Database& database, const points::PassbookRow& row) {
  EntryLine line;
  line.ref = row.entry.ref;
  line.date = row.entry.date;
  line.reason = reason_in_words(ui, database, row);
  line.change = Points::hundredths(row.entry.amount);
  line.balance = Points::hundredths(row.entry.balance);
  const bool is_reversed = !row.entry.reversal.empty();
  line.is_red = is_reversed || row.entry.face == ledger::EntryFace::reversal;
  line.can_reverse = !line.is_red && row.reason != points::EntryReason::other;
  return line;
}

Look change_look(const Ui& ui, const EntryLine& line) {
  if (line.is_red) return {.color = ui.color().err};
  return {.color = ui.color().text};
}

void reverse(ScreenContext& context, ReversalState& state) {
  const std::string note(trimmed(state.why.text));
  context.commands.act([&desk = context.desk, &state, note](app::App& app) {
    ledger::ReverseStatus status{};
    if (state.is_redemption) {
      status = app.perform(shop::plan_take_back(
          app.context(), {.redemption = std::string(event_of(state.ref)), .note = note}));
    } else {
      status = app.perform(points::plan_reverse_entry(app.context(), {.ref = state.ref, .note = note}));
    }
    const Ui& ui = desk.ui;
    switch (status) {
      case ledger::ReverseStatus::accepted:
        desk.toasts.show(ui, ui.say(Key::reversed_toast, {state.reason}), Tone::good, false);
        state = {};
        break;
      case ledger::ReverseStatus::already_reversed:
        state.refusal = ui.say(Key::reverse_refused_gone);
        break;
      default: state.refusal = ui.say(Key::reverse_refused); break;
    }
  });
}

TableSpec entries_table(ScreenContext& context, const std::vector<EntryLine>& lines,
                        bool has_households) {
  Ui& ui = context.ui;
  TableSpec spec{.label = ui.say(Key::tab_passbook),
                 .columns = {{ui.say(Key::column_date), date_width(ui, lines)}},
                 .row_count = static_cast<int>(lines.size()),
                 .density = Density::dense,
                 .marking = Marking::while_focused};
  if (has_households) spec.columns.push_back({ui.say(Key::column_household), 110});
  spec.columns.push_back({ui.say(Key::column_reason)});
  spec.columns.push_back({ui.say(Key::column_change), has_households ? 90.0F : 74.0F, Align::right});
  if (!has_households) spec.columns.push_back({ui.say(Key::column_balance), 78, Align::right});
  spec.row_label = [&lines](int row) { return lines[static_cast<std::size_t>(row)].reason; };
  spec.draw_row = [&ui, &lines, has_households](int row, RowPainter& cells) {
    const EntryLine& line = lines[static_cast<std::size_t>(row)];
    cells.text(date_in_table(ui, line.date));
    if (has_households) cells.text(line.household);
    cells.text(line.reason, change_look(ui, line));
    cells.text(to_display_signed(line.change), change_look(ui, line));
    if (!has_households) cells.text(to_display(line.balance));
  };
  return spec;
}

}  // namespace

std::string reason_in_words(const Ui& ui, db::Database& database, const points::PassbookRow& row) {
  const std::string plain = plain_reason(ui, database, row);
  if (row.entry.face == ledger::EntryFace::reversal) return ui.say(Key::reason_reversal, {plain});
  return plain;
}

std::vector<EntryLine> lines_of(const Ui& ui, db::Database& database,
                                const std::vector<points::PassbookRow>& rows) {
  std::vector<EntryLine> lines;
  lines.reserve(rows.size());
  for (const points::PassbookRow& row : rows) lines.push_back(line_of(ui, database, row));
  return lines;
}

std::vector<EntryLine> lines_with_households(const Ui& ui, db::Database& database,
                                             const std::vector<points::PassbookRow>& rows) {
  std::vector<EntryLine> lines = lines_of(ui, database, rows);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto household = roster::find_household(database, rows[i].household);
    if (household) {
      lines[i].household = ui.say(Key::household_of, {mask(household->head_name, Audience::desk)});
    }
  }
  return lines;
}

void open_figure(ScreenContext& context, EntriesState& state, std::string title,
                 const points::FigureQuestion& question) {
  state = {};
  state.is_open = true;
  state.title = std::move(title);
  state.question = question;
  state.has_households = question.household.is_empty();
  context.ui.focus.open_screen();
}

void draw_entries_dialog(ScreenContext& context, EntriesState& state) {
  if (!state.is_open) return;
  Ui& ui = context.ui;
  if (state.freshness.is_stale(context.app)) {
    auto rows = points::figure_entries(context.database(), context.journal(), state.question);
    std::reverse(rows.begin(), rows.end());
    state.lines = lines_with_households(ui, context.database(), rows);
    state.total = points::figure(context.database(), state.question);
  }
  {
    const ModalLayer layer(ui, "entries");
    Rect rest = dialog_sheet(ui, state.title, 640, ui.px(520));
    Rect bar = rest.cut_bottom(ui.px(36));
    rest.cut_bottom(ui.px(12));
    TableSpec spec = entries_table(context, state.lines, state.has_households);
    spec.footer = {std::string(ui.say(Key::total))};
    if (state.has_households) spec.footer.push_back({});
    spec.footer.push_back(ui.say(Key::entries_count, {count_text(spec.row_count)}));
    spec.footer.push_back(to_display_signed(state.total));
    outline(ui, rest, ui.color().line);
    const TableOutcome outcome = table(ui, rest, state.table, spec);
    if (outcome.opened >= 0) {
      open_reversal(state.reversal, state.lines[static_cast<std::size_t>(outcome.opened)]);
    }
    if (button_right(ui, bar,
                     {.label = ui.say(Key::close),
                      .key = state.reversal.is_open ? chords::none : chords::escape})) {
      state.is_open = false;
    }
    // Inside: a layer above this one, so that the keyboard goes to it.
    draw_reversal(context, state.reversal);
  }
}

void draw_passbook(ScreenContext& context, const Rect& box, const std::vector<EntryLine>& lines,
                   TableState& table_state, ReversalState& reversal) {
  const TableOutcome outcome =
      table(context.ui, box, table_state, entries_table(context, lines, false));
  if (outcome.opened >= 0) {
    open_reversal(reversal, lines[static_cast<std::size_t>(outcome.opened)]);
  }
}

void open_reversal(ReversalState& state, const EntryLine& line) {
  if (!line.can_reverse) return;
  state = {};
  state.is_open = true;
  state.ref = line.ref;
  state.reason = line.reason + "　" + to_display_signed(line.change);
}

void draw_reversal(ScreenContext& context, ReversalState& state) {
  if (!state.is_open) return;
  Ui& ui = context.ui;
  const auto row = points::entry_of(context.database(), context.journal(), state.ref);
  state.is_redemption = row && row->reason == points::EntryReason::redemption;
  FormDialog dialog(ui, "reversal", ui.say(Key::reverse_title), 480,
                    ui.px(32) + field_rows_height(ui, 1));
  Rect rest = dialog.content();
  draw_text(ui, rest.cut_top(ui.px(32)), state.reason, {.color = ui.color().text2});
  const bool is_blank = trimmed(state.why.text).empty();
  text_field(ui, rest.cut_top(ui.px(field_block_height)), state.why,
             {.label = ui.say(Key::reverse_why),
              .hint = state.refusal,
              .error = is_blank ? ui.say(Key::reverse_why_missing) : "",
              .need = Need::required,
              .opening = Opening::safe_choice});
  Rect& bar = dialog.foot();
  if (button_right(ui, bar,
                   {.label = ui.say(Key::reverse_entry),
                    .kind = ButtonKind::danger,
                    .key = chords::primary})) {
    if (is_blank) {
      state.why.was_left = true;
    } else {
      reverse(context, state);
    }
  }
  if (button_right(ui, bar, {.label = ui.say(Key::cancel), .key = chords::escape})) state = {};
}

}  // namespace jishan::ui
