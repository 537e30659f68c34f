#include "ui/screens/home_view.h"

#include <algorithm>
#include <map>
#include <set>

#include "roster/queries.h"
#include "shop/queries.h"
#include "ui/screens/score_sheet_draft.h"
#include "ui/words.h"

namespace jishan::ui {
namespace {

constexpr std::int64_t expires_soon_days = 30;
// A village copies its book to a stick every week, and merges as often.
constexpr std::int64_t copy_late_days = 7;
constexpr std::int64_t merge_late_days = 7;

std::string named_few(const Ui& ui, const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < std::min<std::size_t>(names.size(), 3); ++i) {
    if (!text.empty()) text += ui.say(Key::list_comma);
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
                   std::string(context.ui.say(Key::when_found)), Screen::households,
                   overdrafts.front().root, Key::home_go});
}

void add_conflicts(ScreenContext& context, std::vector<HomeTask>& tasks) {
  const Ui& ui = context.ui;
  db::Database& database = context.database();
  const auto add = [&](Icon icon, std::size_t count, Key title, Key facts, Screen screen) {
    if (count == 0) return;
    tasks.push_back({icon, Tone::amber, ui.say(title, {std::to_string(count)}),
                     std::string(ui.say(facts)), std::string(ui.say(Key::when_found)), screen, {}, Key::home_go});
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
  std::int64_t days_left = expires_soon_days;
  for (const shop::GoodsView& view : goods) {
    if (view.is_to_reorder) few.push_back(view.name + " " + count_text(view.stock) + " " + view.unit);
    const auto best_before = Date::from_iso(view.best_before);
    if (best_before && best_before->days() - ui.today.days() <= expires_soon_days) {
      expiring.push_back(view.name + " " + date_in_words(ui, *best_before));
      days_left = std::min<std::int64_t>(days_left, best_before->days() - ui.today.days());
    }
  }
  if (!few.empty()) {
    tasks.push_back({Icon::stock, Tone::info,
                     ui.say(Key::task_short, {std::to_string(few.size())}), named_few(ui, few),
                     std::string(ui.say(Key::when_to_reorder)), Screen::stock, {}, Key::home_see});
  }
  if (!expiring.empty()) {
    tasks.push_back({Icon::clock, Tone::info,
                     ui.say(Key::task_expiring, {std::to_string(expiring.size())}),
                     named_few(ui, expiring),
                     days_left < 0 ? std::string(ui.say(Key::when_past))
                                   : ui.say(Key::when_within_days, {count_text(days_left)}),
                     Screen::stock, {}, Key::home_see});
  }
}

void add_first_steps(ScreenContext& context, bool has_goods, std::vector<HomeTask>& tasks) {
  const Ui& ui = context.ui;
  const auto add = [&](Icon icon, Key title, Key facts, Screen screen) {
    tasks.push_back({icon, Tone::info, std::string(ui.say(title)), std::string(ui.say(facts)),
                     {}, screen, {}, Key::home_go});
  };
  if (roster::counts(context.database()).households == 0) {
    add(Icon::house, Key::task_first_household, Key::task_first_household_facts, Screen::households);
  }
  if (!has_goods) add(Icon::stock, Key::task_first_goods, Key::task_first_goods_facts, Screen::stock);
}

std::string class_in_words(const Ui& ui, char rule_class) {
  switch (rule_class) {
    case 'A': return std::string(ui.say(Key::rule_book_class_a));
    case 'B': return std::string(ui.say(Key::rule_book_class_b));
    case 'C': return std::string(ui.say(Key::rule_book_class_c));
    case 'D': return std::string(ui.say(Key::rule_book_class_d));
    case 'E': return std::string(ui.say(Key::rule_book_class_e));
    case 'F': return std::string(ui.say(Key::rule_book_class_f));
    case 'G': return std::string(ui.say(Key::rule_book_class_g));
    case 0: return std::string(ui.say(Key::shares_no_class));
    default: return ui.say(Key::rule_book_other_class, {std::string(1, rule_class)});
  }
}

// The largest classes; what is left is one share, so that a bar can show it.
std::vector<ClassShare> shares_of(const Ui& ui, const std::map<char, Points>& by_class) {
  constexpr std::size_t shares_max = 4;
  std::vector<ClassShare> shares;
  for (const auto& [rule_class, points] : by_class) {
    if (points.hundredths() <= 0) continue;
    shares.push_back({std::string(1, rule_class), class_in_words(ui, rule_class), points});
  }
  std::stable_sort(shares.begin(), shares.end(), [](const ClassShare& a, const ClassShare& b) {
    return b.points < a.points;
  });
  while (shares.size() > shares_max) {
    const ClassShare smallest = shares.back();
    shares.pop_back();
    ClassShare& others = shares.back();
    others.classes += smallest.classes;
    others.points += smallest.points;
    others.name = ui.say(Key::shares_other);
  }
  return shares;
}

void read_year(ScreenContext& context, HomeState& state) {
  db::Database& database = context.database();
  const Date today = context.ui.today;
  const Period year = year_of(today);
  state.months.assign(static_cast<std::size_t>(today.month()), {});
  std::map<char, Points> by_class;
  for (const points::GainedPart& part :
       points::gained_by_month(database, {year.first.iso(), year.last.iso()})) {
    const auto month = Date::from_iso(part.month + "-01");
    by_class[part.rule_class] += part.points;
    if (month && month->month() <= today.month()) {
      state.months[static_cast<std::size_t>(month->month() - 1)].gained += part.points;
    }
  }
  for (int month = 1; month <= today.month(); ++month) {
    const Period span = month_of(Date::from_ymd(today.year(), month, 1).value_or(today));
    state.months[static_cast<std::size_t>(month - 1)].redeemed =
        shop::redeemed_between(database, span.first, span.last).points;
  }
  state.shares = shares_of(context.ui, by_class);
}

std::int64_t days_since(const Ui& ui, UtcMinutes moment) {
  return ui.today.days() - civil_date(moment, ui.offset_minutes).days();
}

// A real book with entries should lie somewhere else, too.
bool needs_copy(ScreenContext& context, const HomeState& state) {
  if (state.latest.empty()) return false;
  if (village::settings(context.database()).mode == village::Mode::practice) return false;
  return !state.copied_at || days_since(context.ui, *state.copied_at) >= copy_late_days;
}

void add_copy(ScreenContext& context, HomeState& state) {
  const Ui& ui = context.ui;
  if (!needs_copy(context, state)) return;
  const std::string facts =
      state.copied_at ? ui.say(Key::task_copy_facts, {moment_in_words(ui, *state.copied_at)})
                      : std::string(ui.say(Key::task_copy_never_facts));
  const std::string when =
      state.copied_at ? ui.say(Key::copy_days_ago, {count_text(days_since(ui, *state.copied_at))})
                      : std::string(ui.say(Key::copy_file_never));
  state.today.tasks.push_back({Icon::disk, Tone::amber, std::string(ui.say(Key::task_copy)), facts, when,
                               Screen::exchange, {}, Key::home_go});
}

void read_copies(ScreenContext& context, HomeState& state) {
  const Ui& ui = context.ui;
  state.copies.clear();
  enum class Done { never, once };
  const auto add = [&](Key name, const std::string& facts, Done done, bool is_late) {
    const Icon icon = done == Done::once ? Icon::ok : Icon::disk;
    state.copies.push_back({is_late ? Icon::warn : icon, std::string(ui.say(name)), facts, is_late});
  };
  add(Key::copy_file,
      state.copied_at ? moment_in_words(ui, *state.copied_at)
                      : std::string(ui.say(Key::copy_file_never)),
      state.copied_at ? Done::once : Done::never, needs_copy(context, state));
  const auto merge = context.app.last_merge();
  const auto writers = village::writers(context.database(), context.journal());
  if (merge) {
    const std::int64_t days = days_since(ui, merge->at);
    const bool is_late = days >= merge_late_days;
    const std::string when = is_late ? ui.say(Key::copy_days_ago, {count_text(days)})
                                     : moment_in_words(ui, merge->at);
    add(Key::copy_merge, ui.say(Key::copy_merged, {when, merge->laptop}), Done::once, is_late);
  } else if (writers.size() > 1) {
    add(Key::copy_merge, std::string(ui.say(Key::never_merged)), Done::never, true);
  }
  for (const village::WriterView& writer : writers) {
    const bool is_here = writer.id == context.app.session().writer();
    state.copies.push_back(
        {is_here ? Icon::laptop : Icon::exchange, writer.name,
         is_here ? std::string(ui.say(Key::copy_here))
                 : ui.say(Key::copy_of_writer, {count_text(writer.last_sequence)}),
         false});
  }
}

void read_figures(ScreenContext& context, HomeState& state) {
  db::Database& database = context.database();
  const ledger::DateSpan quarter{state.quarter.first.iso(), state.quarter.last.iso()};
  state.gained = points::figure(database, {points::FigureKind::gained, {}, quarter});
  state.balance = points::figure(database, {points::FigureKind::balance, {}, {}});
  state.redeemed = shop::redeemed_between(database, state.quarter.first, state.quarter.last);
  state.service = volunteers::service_lines(database, {}, state.quarter).figure;
  state.accounts = static_cast<std::int64_t>(points::accounts(database).size());
  read_year(context, state);
}

void read_latest(ScreenContext& context, HomeState& state) {
  constexpr int latest_max = 30;
  const auto rows = points::recent_entries(context.database(), context.journal(), latest_max);
  state.latest = lines_with_households(context.ui, context.database(), rows);
  state.latest_households.clear();
  for (const points::PassbookRow& row : rows) state.latest_households.push_back(row.household);
  state.last_entry.clear();
  if (rows.empty()) return;
  const EntryLine& line = state.latest.front();
  state.last_entry = context.ui.say(
      Key::last_entry, {moment_in_words(context.ui, rows.front().entry.written.minutes),
                        line.household + line.reason, to_display_signed(line.change)});
}

std::string kept_sheet(const ScreenContext& context) {
  return context.app.ports().store.local(sheet_record).value_or(std::string());
}

void add_half_typed_sheet(ScreenContext& context, HomeState& state) {
  const Ui& ui = context.ui;
  state.sheet_draft = kept_sheet(context);
  const auto draft = sheet_draft_from(state.sheet_draft);
  if (!draft) return;
  std::set<HouseholdId> filled;
  for (const auto& cell : draft->sheet.cells) filled.insert(cell.first.first);
  const std::size_t all = draft->sheet.households.size();
  const std::string left =
      ui.say(Key::task_sheet_facts, {std::to_string(filled.size()), std::to_string(all - filled.size())});
  const std::string& note = draft->sheet.note;
  state.soon.tasks.push_back({Icon::sheet, Tone::info, std::string(ui.say(Key::task_sheet)),
                              note.empty() ? left : note + std::string(ui.say(Key::list_comma)) + left,
                              {}, Screen::score_sheet, {}, Key::home_go_on});
}

// Copies, merges and drafts leave no trace in the journal.
bool are_copies_old(const ScreenContext& context, const HomeState& state) {
  const auto merge = context.app.last_merge();
  return state.sheet_draft != kept_sheet(context) ||
         state.copied_at != context.app.last_copy_at() ||
         state.merged_at != (merge ? merge->at : 0);
}

}  // namespace

void refresh_home(ScreenContext& context, HomeState& state) {
  const bool is_stale = state.freshness.is_stale(context.app);
  if (!is_stale && state.day == context.ui.today && !are_copies_old(context, state)) return;
  state.day = context.ui.today;
  state.quarter = quarter_of(context.ui.today);
  state.copied_at = context.app.last_copy_at();
  const auto merge = context.app.last_merge();
  state.merged_at = merge ? merge->at : 0;
  db::Database& database = context.database();
  const auto goods = shop::goods(database, shop::default_outlet(database), shop::Shelf::offered);
  read_latest(context, state);
  state.today.tasks.clear();
  state.soon.tasks.clear();
  add_overdrafts(context, state.today.tasks);
  add_conflicts(context, state.today.tasks);
  add_copy(context, state);
  add_first_steps(context, !goods.empty(), state.today.tasks);
  add_half_typed_sheet(context, state);
  add_goods(context, goods, state.soon.tasks);
  read_figures(context, state);
  read_copies(context, state);
}

}  // namespace jishan::ui
