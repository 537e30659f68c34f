#include "ui/screens/volunteers.h"

#include <algorithm>
#include <cmath>

#include "ui/screens/list_screen.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/message.h"
#include "ui/widgets/overlay.h"
#include "ui/words.h"

namespace jishan::ui {
namespace {

void refresh(ScreenContext& context, VolunteersState& state, bool is_asked_again) {
  if (!state.freshness.is_stale(context.app) && !is_asked_again) return;
  db::Database& database = context.database();
  state.period = service_period(context.ui, state.shown_period);
  state.teams = volunteers::teams(database, state.period);
  state.team = std::min(state.team, static_cast<int>(state.teams.size()));
  const TeamId team =
      state.team > 0 ? state.teams[static_cast<std::size_t>(state.team - 1)].id : TeamId();
  state.people = volunteers::volunteers(database, state.period, volunteers::Registered::now, team,
                                        state.typed);
  state.figure = volunteers::service_lines(database, {{}, team}, state.period).figure;
  state.shown = {};
}

const volunteers::VolunteerView* selected(const VolunteersState& state) {
  const auto place = static_cast<std::size_t>(state.list.selected);
  return place < state.people.size() ? &state.people[place] : nullptr;
}

std::string team_names(const volunteers::VolunteerView& person) {
  std::string names;
  for (const volunteers::MembershipView& membership : person.teams) {
    if (!names.empty()) names += "、";
    names += membership.name;
  }
  return names;
}

void list_panel(ScreenContext& context, const Rect& sheet, VolunteersState& state) {
  Ui& ui = context.ui;
  panel(ui, sheet);
  if (state.people.empty()) {
    const bool is_search = !state.typed.empty();
    const std::string title = is_search ? ui.say(Key::nothing_found, {state.typed})
                                        : std::string(ui.say(Key::volunteers_empty));
    const EmptyStateOutcome outcome =
        empty_state(ui, sheet, {.icon = is_search ? Icon::search : Icon::volunteer,
                                .title = title,
                                .first_line = ui.say(is_search ? Key::search_household
                                                               : Key::volunteers_empty_first),
                                .main_action = ui.say(Key::register_volunteer)});
    if (outcome == EmptyStateOutcome::main_action) {
      state.volunteer_form = {};
      state.volunteer_form.is_open = true;
    }
    return;
  }
  TableSpec spec{.label = ui.say(Key::screen_volunteers),
                 .columns = {{"", 46},
                             {ui.say(Key::column_name), 110},
                             {ui.say(Key::column_household), 96},
                             {ui.say(Key::column_team)},
                             {ui.say(Key::column_hours), 90, Align::right},
                             {.title = ui.say(Key::column_times),
                              .width = 64,
                              .align = Align::right,
                              .needs_width = 620},
                             {.title = ui.say(Key::column_served),
                              .width = 84,
                              .align = Align::right,
                              .needs_width = 700},
                             {ui.say(Key::column_points), 90, Align::right}},
                 .row_count = static_cast<int>(state.people.size())};
  const auto at = [&state](int row) -> const volunteers::VolunteerView& {
    return state.people[static_cast<std::size_t>(row)];
  };
  spec.row_label = [&](int row) { return mask(at(row).name, Audience::desk); };
  spec.draw_row = [&](int row, RowPainter& cells) {
    const volunteers::VolunteerView& person = at(row);
    const bool is_ticked = state.ticked.contains(person.resident);
    if (row_tick(ui, cells.place(), is_ticked) && !state.ticked.erase(person.resident)) {
      state.ticked.insert(person.resident);
    }
    cells.text(mask(person.name, Audience::desk));
    cells.text(person.household_number);
    cells.text(team_names(person), {.color = ui.color().text2});
    cells.text(hours_from_minutes(person.figure.minutes));
    cells.text(count_text(person.figure.count));
    cells.text(count_text(person.figure.served));
    cells.text(to_display(person.figure.points));
  };
  spec.footer = {"", std::string(ui.say(Key::total)), "", "",
                 hours_from_minutes(state.figure.minutes), count_text(state.figure.count),
                 count_text(state.figure.served), to_display(state.figure.points)};
  const TableOutcome outcome = table(ui, sheet.inset(ui.px(1), ui.px(1)), state.list, spec);
  const volunteers::VolunteerView* person = selected(state);
  if (outcome.is_toggled && person != nullptr && !state.ticked.erase(person->resident)) {
    state.ticked.insert(person->resident);
  }
  if (outcome.is_focused && ui.pressed({ImGuiKey_A, ImGuiMod_Ctrl})) {
    for (const volunteers::VolunteerView& each : state.people) state.ticked.insert(each.resident);
  }
  if (outcome.opened < 0) return;
  if (ui.room == Room::wide) {
    open_service_form(context, state.service_form, {at(outcome.opened).resident},
                      mask(at(outcome.opened).name, Audience::desk));
  } else {
    state.is_detail_open = true;
  }
}

void lines_table(ScreenContext& context, const Rect& box, VolunteersState& state) {
  Ui& ui = context.ui;
  const auto& lines = state.lines.lines;
  TableSpec spec{.label = ui.say(Key::service_lines),
                 .columns = {{ui.say(Key::column_date), date_width(ui, lines)},
                             {ui.say(Key::service_kind)},
                             {ui.say(Key::column_hours), 64, Align::right},
                             {ui.say(Key::column_points), 70, Align::right}},
                 .row_count = static_cast<int>(lines.size()),
                 .density = Density::dense,
                 .marking = Marking::while_focused};
  const auto at = [&lines](int row) -> const volunteers::ServiceLineView& {
    return lines[static_cast<std::size_t>(row)];
  };
  const auto kind_of = [&](int row) {
    return service_kind_name(ui, at(row).kind.value_or(volunteers::ServiceKind::other));
  };
  spec.row_label = [&](int row) { return std::string(kind_of(row)); };
  spec.draw_row = [&](int row, RowPainter& cells) {
    cells.text(date_in_table(ui, at(row).date));
    cells.text(kind_of(row));
    cells.text(hours_from_minutes(at(row).minutes));
    cells.text(to_display(at(row).points));
  };
  spec.footer = {std::string(ui.say(Key::total)), "", hours_from_minutes(state.lines.figure.minutes),
                 to_display(state.lines.figure.points)};
  const TableOutcome outcome = table(ui, box, state.lines_table, spec);
  if (outcome.opened >= 0) state.taking_back = at(outcome.opened).ref;
}

void detail_panel(ScreenContext& context, const Rect& sheet, VolunteersState& state) {
  Ui& ui = context.ui;
  panel(ui, sheet);
  const volunteers::VolunteerView* person = selected(state);
  if (person == nullptr) return;
  if (state.shown != person->resident) {
    state.shown = person->resident;
    state.lines = volunteers::service_lines(context.database(), {person->resident, {}}, state.period);
    state.lines_table = {};
  }
  constexpr float needed_height = 50 + 62 + 32 + 28 + 5 * 30 + 34;
  const ScrollArea area(ui, "detail", sheet, std::max(sheet.h, ui.px(needed_height)));
  Rect rest = area.content();
  const std::string name = mask(person->name, Audience::desk);
  const Rect head = rest.cut_top(ui.px(50)).inset(ui.px(16), 0);
  const Look small{TextSize::small, Weight::regular, ui.color().text2};
  draw_runs(ui, head,
            {{name, {TextSize::title, Weight::bold}},
             {person->household_number, small, 12},
             {person->number, small, 12}});
  ui.mirror.add(id_of("person"), Role::heading, name, head);
  Rect strip = rest.cut_top(ui.px(62)).inset(ui.px(12), 0);
  const float width = std::floor(strip.w / 2);
  const std::string hours = hours_from_minutes(person->figure.minutes);
  const std::string points = to_display(person->figure.points);
  const std::string period = service_period_name(ui, state.shown_period);
  figure(ui, strip.cut_left(width).inset(ui.px(4), 0),
         {.label = period, .value = hours, .unit = ui.say(Key::hours_unit)});
  figure(ui, strip.inset(ui.px(4), 0),
         {.label = ui.say(Key::column_points), .value = points, .unit = ui.say(Key::points_unit)});
  if (!person->skills.empty()) {
    Rect line = rest.cut_top(ui.px(32)).inset(ui.px(16), 0);
    for (const std::string& skill : person->skills) draw_tag(ui, line, {skill, TagKind::neutral});
  }
  lines_table(context, rest.inset(ui.px(1), ui.px(1)), state);
}

void head(ScreenContext& context, VolunteersState& state) {
  Ui& ui = context.ui;
  const std::string count = count_text(static_cast<std::int64_t>(state.people.size()));
  const std::string subtitle =
      ui.say(Key::volunteers_subtitle, {count, service_period_name(ui, state.shown_period),
                                        hours_from_minutes(state.figure.minutes)});
  const std::string found = ui.say(Key::people_found, {count});
  ListFilter filter{{.label = ui.say(Key::column_team),
                     .choices = {std::string(ui.say(Key::all_teams))}},
                    state.team_list,
                    state.team,
                    128};
  for (const volunteers::TeamView& team : state.teams) filter.spec.choices.push_back(team.name);
  const ListHeadOutcome outcome =
      list_head(ui, context.places,
                {.title = ui.say(Key::screen_volunteers),
                 .subtitle = subtitle,
                 .search = ui.say(Key::search_household),
                 .found = found,
                 .buttons = {{.label = ui.say(Key::new_team), .icon = Icon::plus},
                             {.label = ui.say(Key::register_volunteer), .icon = Icon::person}}},
                state.typed, &filter);
  if (outcome.pressed == 0) open_team_form(context, state.team_form);
  if (outcome.pressed == 1) {
    state.volunteer_form = {};
    state.volunteer_form.is_open = true;
  }
  if (!outcome.is_changed) return;
  state.list.selected = 0;
  refresh(context, state, true);
}

void action_bar(ScreenContext& context, VolunteersState& state) {
  Ui& ui = context.ui;
  Rect bar = context.places.action_bar;
  ui.focus.set_region(Region::action_bar);
  const IdScope bar_scope("action bar");
  Rect period = bar.cut_left(ui.px(220));
  period = {period.x, period.y + std::floor((period.h - ui.px(36)) / 2), period.w, ui.px(36)};
  bar.cut_left(ui.px(16));
  const volunteers::VolunteerView* person = selected(state);
  const Key label = person == nullptr ? Key::register_volunteer : Key::record_service;
  if (button_right(ui, bar,
                   {.label = ui.say(label),
                    .kind = ButtonKind::primary,
                    .icon = Icon::check,
                    .key = chords::primary})) {
    if (person == nullptr) {
      state.volunteer_form = {};
      state.volunteer_form.is_open = true;
    } else {
      std::vector<ResidentId> people(state.ticked.begin(), state.ticked.end());
      if (people.empty()) people.push_back(person->resident);
      const auto first = volunteers::find_volunteer(context.database(), people.front(), state.period);
      open_service_form(context, state.service_form, std::move(people),
                        first ? mask(first->name, Audience::desk) : std::string());
      state.ticked.clear();
    }
  }
  if (service_period_box(ui, period, state.shown_period)) refresh(context, state, true);
  const std::string told = state.ticked.empty()
                               ? std::string(ui.say(Key::space_ticks))
                               : ui.say(Key::ticked_count, {std::to_string(state.ticked.size())});
  action_bar_note(ui, bar, told);
}

void take_back_dialog(ScreenContext& context, VolunteersState& state) {
  if (state.taking_back.empty()) return;
  Ui& ui = context.ui;
  const DialogOutcome outcome = dialog(ui, {.title = ui.say(Key::take_back_title),
                                            .text = ui.say(Key::taken_back_hint),
                                            .safe = ui.say(Key::cancel),
                                            .action = ui.say(Key::take_back_service),
                                            .action_kind = ButtonKind::danger});
  if (outcome == DialogOutcome::open) return;
  if (outcome == DialogOutcome::action) {
    context.commands.act([&desk = context.desk, ref = state.taking_back](app::App& app) {
      const auto status = app.perform(app::plan_take_back_service(
          app.context(), {.ref = ref, .note = std::string(desk.ui.say(Key::take_back_service))}));
      const bool is_done = status == ledger::ReverseStatus::accepted;
      desk.toasts.show(desk.ui,
                       std::string(desk.ui.say(is_done ? Key::taken_back_toast
                                                       : Key::reverse_refused)),
                       is_done ? Tone::good : Tone::red, false);
    });
  }
  state.taking_back.clear();
}

}  // namespace

void volunteers_screen(ScreenContext& context, VolunteersState& state) {
  refresh(context, state, false);
  head(context, state);
  if (selected(state) == nullptr) state.is_detail_open = false;
  list_and_detail(
      context.ui, context.places.body, 800, state.is_detail_open,
      [&](const Rect& sheet) { list_panel(context, sheet, state); },
      [&](const Rect& sheet) { detail_panel(context, sheet, state); });
  action_bar(context, state);
  draw_team_form(context, state.team_form);
  draw_volunteer_form(context, state.volunteer_form, state.teams);
  draw_service_form(context, state.service_form);
  if (draw_service_period_dialog(context.ui, state.shown_period)) refresh(context, state, true);
  take_back_dialog(context, state);
}

}  // namespace jishan::ui
