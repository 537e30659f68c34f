#include "ui/screens/home_view.h"

#include <algorithm>

#include "roster/queries.h"
#include "shop/queries.h"
#include "ui/words.h"

namespace jishan::ui {
namespace {

constexpr std::int64_t expires_soon_days = 30;

std::string named_few(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < std::min<std::size_t>(names.size(), 3); ++i) {
    if (!text.empty()) text += "、";
    text += names[i];
  }
  return text;
}

void add_overdrafts(ScreenContext& context, std::vector<HomeTask>& tasks) {
  const auto overdrafts = points::overdrafts(context.database(), context.journal());
  if (overdrafts.empty()) return;
  const auto household = roster::find_household(context.database(), overdrafts.front().root);
  const std::string who = household ? mask(household->head_name, Audience::desk) : "";
  tasks.push_back({Icon::error, Tone::red,
                   context.ui.say(Key::task_overdraft, {std::to_string(overdrafts.size())}),
                   context.ui.say(Key::task_overdraft_facts,
                                  {who, to_display(-overdrafts.front().spendable)}),
                   Screen::households, overdrafts.front().root});
}

void add_conflicts(ScreenContext& context, std::vector<HomeTask>& tasks) {
  const Ui& ui = context.ui;
  db::Database& database = context.database();
  const auto add = [&](Icon icon, std::size_t count, Key title, Key facts, Screen screen) {
    if (count == 0) return;
    tasks.push_back({icon, Tone::amber, ui.say(title, {std::to_string(count)}),
                     std::string(ui.say(facts)), screen, {}});
  };
  add(Icon::house, roster::todos(database, context.journal()).size(), Key::task_roster,
      Key::task_roster_facts, Screen::exchange);
  add(Icon::award, points::claims_twice(database, context.journal()).size(), Key::task_claims,
      Key::task_claims_facts, Screen::exchange);
  add(Icon::sheet, points::rule_books_twice(database, context.journal()).size(), Key::task_rules,
      Key::task_rules_facts, Screen::settings);
  add(Icon::redeem, shop::todos(database, context.journal()).size(), Key::task_shop,
      Key::task_shop_facts, Screen::stock);
}

void add_goods(ScreenContext& context, const std::vector<shop::GoodsView>& goods,
               std::vector<HomeTask>& tasks) {
  const Ui& ui = context.ui;
  std::vector<std::string> few;
  std::vector<std::string> expiring;
  for (const shop::GoodsView& view : goods) {
    if (view.is_to_reorder) few.push_back(view.name + " " + count_text(view.stock) + " " + view.unit);
    const auto best_before = Date::from_iso(view.best_before);
    if (best_before && best_before->days() - ui.today.days() <= expires_soon_days) {
      expiring.push_back(view.name + " " + date_in_words(ui, *best_before));
    }
  }
  if (!few.empty()) {
    tasks.push_back({Icon::stock, Tone::info,
                     ui.say(Key::task_short, {std::to_string(few.size())}), named_few(few),
                     Screen::stock, {}});
  }
  if (!expiring.empty()) {
    tasks.push_back({Icon::clock, Tone::info,
                     ui.say(Key::task_expiring, {std::to_string(expiring.size())}),
                     named_few(expiring), Screen::stock, {}});
  }
}

void add_first_steps(ScreenContext& context, bool has_goods, std::vector<HomeTask>& tasks) {
  const Ui& ui = context.ui;
  const auto add = [&](Icon icon, Key title, Key facts, Screen screen) {
    tasks.push_back({icon, Tone::info, std::string(ui.say(title)), std::string(ui.say(facts)),
                     screen, {}});
  };
  if (roster::counts(context.database()).households == 0) {
    add(Icon::house, Key::task_first_household, Key::task_first_household_facts, Screen::households);
  }
  if (!has_goods) add(Icon::stock, Key::task_first_goods, Key::task_first_goods_facts, Screen::stock);
}

void read_figures(ScreenContext& context, HomeState& state) {
  db::Database& database = context.database();
  const Date today = context.ui.today;
  const ledger::DateSpan quarter{state.quarter.first.iso(), state.quarter.last.iso()};
  state.gained = points::figure(database, {points::FigureKind::gained, {}, quarter});
  state.balance = points::figure(database, {points::FigureKind::balance, {}, {}});
  state.redeemed = shop::redeemed_between(database, state.quarter.first, state.quarter.last);
  state.service = volunteers::service_lines(database, {}, state.quarter).figure;
  state.accounts = static_cast<std::int64_t>(points::accounts(database).size());
  state.months.clear();
  for (int month = 1; month <= today.month(); ++month) {
    const Period span = month_of(Date::from_ymd(today.year(), month, 1).value_or(today));
    const ledger::DateSpan days{span.first.iso(), span.last.iso()};
    state.months.push_back({points::figure(database, {points::FigureKind::gained, {}, days}),
                            shop::redeemed_between(database, span.first, span.last).points});
  }
}

void read_latest(ScreenContext& context, HomeState& state) {
  constexpr int latest_max = 30;
  const auto rows = points::recent_entries(context.database(), context.journal(), latest_max);
  state.latest = lines_with_households(context, rows);
  state.latest_households.clear();
  for (const points::PassbookRow& row : rows) state.latest_households.push_back(row.household);
  state.last_entry.clear();
  if (rows.empty()) return;
  const EntryLine& line = state.latest.front();
  state.last_entry = context.ui.say(
      Key::last_entry, {moment_in_words(context.ui, rows.front().entry.written.minutes),
                        line.household + line.reason, to_display_signed(line.change)});
}

}  // namespace

void refresh_home(ScreenContext& context, HomeState& state) {
  if (!state.freshness.is_stale(context.app) && state.day == context.ui.today) return;
  state.day = context.ui.today;
  state.quarter = quarter_of(context.ui.today);
  db::Database& database = context.database();
  const auto goods = shop::goods(database, shop::default_outlet(database), shop::Shelf::offered);
  state.tasks.clear();
  add_overdrafts(context, state.tasks);
  add_conflicts(context, state.tasks);
  add_first_steps(context, !goods.empty(), state.tasks);
  add_goods(context, goods, state.tasks);
  read_figures(context, state);
  state.writers = village::writers(database, context.journal());
  read_latest(context, state);
}

}  // namespace jishan::ui
