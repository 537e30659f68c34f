#include "ui/screens/pickers.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/pinyin.h"

#include "roster/queries.h"
#include "shop/queries.h"
#include "ui/widgets/button.h"
#include "ui/widgets/overlay.h"

namespace jishan::ui {
namespace {

constexpr std::size_t rows_max = 24;
constexpr std::size_t finder_rows_max = 6;

std::vector<Span> spans_of(const TextRange& range) {
  if (range.length == 0) return {};
  return {{range.begin, range.begin + range.length}};
}

PickerRow row_of(ScreenContext& context, const roster::HouseholdRowView& shown) {
  const Ui& ui = context.ui;
  PickerRow row;
  row.key = shown.id.str();
  const bool is_by_member = shown.by == roster::FoundBy::member;
  row.text = mask(is_by_member ? shown.member_name : shown.head_name, Audience::desk);
  if (shown.by == roster::FoundBy::head || is_by_member) row.marks = spans_of(shown.match);
  row.facts = is_by_member ? ui.say(Key::household_of, {mask(shown.head_name, Audience::desk)}) +
                                 " " + shown.number
                           : household_facts(ui, shown.number, shown.group, shown.people);
  const points::Account account = points::account_of(context.database(), shown.id);
  row.right = ui.say(Key::spendable_right, {to_display(account.spendable)});
  return row;
}

}  // namespace

std::string household_facts(const Ui& ui, std::string_view number, std::int64_t group,
                            std::int64_t people) {
  if (group == 0) return ui.say(Key::facts_without_group, {number, count_text(people)});
  return ui.say(Key::facts_of_household, {number, std::to_string(group), count_text(people)});
}

std::vector<PickerRow> household_choices(ScreenContext& context, std::string_view typed,
                                         LastRow last_row) {
  roster::HouseholdFilter filter;
  filter.text = typed;
  const auto hits = roster::find_households(context.database(), filter);
  std::vector<PickerRow> rows;
  bool has_member_caption = false;
  for (const roster::HouseholdRowView& shown :
       roster::household_rows(context.database(), hits, filter, 0, rows_max)) {
    if (shown.by == roster::FoundBy::member && !has_member_caption) {
      has_member_caption = true;
      rows.push_back({.kind = PickerRowKind::caption,
                      .text = std::string(context.ui.say(Key::by_member))});
    }
    rows.push_back(row_of(context, shown));
  }
  if (last_row == LastRow::new_household) {
    rows.push_back({.kind = PickerRowKind::action,
                    .text = std::string(context.ui.say(Key::add_household))});
  }
  return rows;
}

std::string rule_worth(const Ui& ui, const points::Rule& rule) {
  switch (rule.type) {
    case points::RuleType::fixed: return ui.say(Key::rule_fixed, {to_display_signed(rule.points)});
    case points::RuleType::range:
      return ui.say(Key::rule_range, {to_display(rule.low), to_display(rule.high)});
    case points::RuleType::per_quantity:
      return ui.say(Key::rule_each, {rule.unit, to_display_signed(rule.points)});
  }
  return {};
}

std::vector<PickerRow> rule_choices(const Ui& ui, const points::RuleBook& book,
                                    std::string_view typed) {
  std::vector<PickerRow> rows;
  for (const std::size_t index : points::find_rules(book, typed)) {
    const points::Rule& rule = book.rules[index];
    rows.push_back({.key = rule.code,
                    .text = rule.code + " " + rule.text,
                    .facts = rule.clause,
                    .right = rule_worth(ui, rule)});
    if (rows.size() == rows_max) break;
  }
  return rows;
}

std::vector<PickerRow> goods_choices(ScreenContext& context, std::string_view typed) {
  const Ui& ui = context.ui;
  db::Database& database = context.database();
  std::vector<PickerRow> rows;
  for (const shop::GoodsView& goods :
       shop::goods(database, shop::default_outlet(database), shop::Shelf::offered, typed)) {
    rows.push_back({.key = goods.id.str(),
                    .text = goods.name,
                    .facts = count_text(goods.stock) + " " + goods.unit,
                    .right = ui.say(Key::rule_fixed, {to_display(goods.price)}),
                    .is_dim = goods.stock <= 0});
    if (rows.size() == rows_max) break;
  }
  return rows;
}

std::vector<PickerRow> resident_choices(ScreenContext& context, std::string_view typed) {
  std::vector<PickerRow> rows;
  for (const roster::ResidentHit& hit :
       roster::find_residents(context.database(), typed, rows_max)) {
    rows.push_back({.key = hit.id.str(),
                    .text = mask(hit.name, Audience::desk),
                    .marks = spans_of(hit.match),
                    .facts = hit.household_number});
  }
  return rows;
}

namespace {

constexpr std::array screens{Screen::home,       Screen::award,    Screen::score_sheet,
                             Screen::redeem,     Screen::stock,    Screen::households,
                             Screen::volunteers, Screen::exchange, Screen::settings};

std::string screen_key(Screen screen) { return "#" + std::to_string(static_cast<int>(screen)); }

std::vector<PickerRow> everything(ScreenContext& context, std::string_view typed) {
  const Ui& ui = context.ui;
  std::vector<PickerRow> rows;
  for (const Screen screen : screens) {
    const std::string name(ui.say(name_of(screen)));
    const auto found = find_in_name(name, typed);
    if (!found && !typed.empty()) continue;
    rows.push_back({.key = screen_key(screen),
                    .text = name,
                    .marks = found ? spans_of(*found) : std::vector<Span>(),
                    .facts = std::string(ui.say(Key::finder_function)),
                    .right = digit_of(screen) < 0 ? "" : name_of(chords::screen(digit_of(screen)))});
  }
  if (typed.empty()) return rows;
  std::vector<PickerRow> households = household_choices(context, typed, LastRow::none);
  if (households.size() > finder_rows_max) households.resize(finder_rows_max);
  for (PickerRow& row : households) rows.push_back(std::move(row));
  return rows;
}

}  // namespace

void draw_finder(ScreenContext& context, FinderState& state) {
  if (!state.is_open) return;
  Ui& ui = context.ui;
  const ModalLayer layer(ui, "finder");
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const float width = std::min(ui.px(640), display.x - ui.px(32));
  const Rect sheet{std::floor((display.x - width) / 2), ui.px(60), width, ui.px(96)};
  panel(ui, sheet);
  ui.mirror.add(id_of("finder"), Role::dialog, ui.say(Key::finder_title), sheet);
  state.picker.is_open = true;
  const PickerOutcome outcome =
      picker(ui, sheet.inset(ui.px(12), ui.px(8)), state.picker,
             {.label = ui.say(Key::finder_title),
              .rows = [&](std::string_view typed) { return everything(context, typed); }});
  const bool is_closed = ui.pressed(chords::escape) || !state.picker.is_open;
  if (outcome.is_chosen) {
    if (outcome.key.front() == '#') {
      context.desk.go_to = static_cast<Screen>(outcome.key[1] - '0');
    } else if (const auto id = HouseholdId::from_text(outcome.key)) {
      context.desk.shown_household = *id;
      context.desk.go_to = Screen::households;
    }
  }
  if (outcome.is_chosen || is_closed) state = {};
}

}  // namespace jishan::ui
