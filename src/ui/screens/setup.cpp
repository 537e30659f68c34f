#include "ui/screens/setup.h"

#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>

#include "app/importing.h"
#include "base/text.h"
#include "ui/screens/exchange.h"
#include "ui/widgets/form_dialog.h"

namespace jishan::ui {
namespace {

constexpr std::size_t name_characters_max = 40;
constexpr int groups_max = 99;
constexpr float form_height = 140;
constexpr float panel_gap = 12;

constexpr std::array role_names{Key::role_accountant,  Key::role_secretary,   Key::role_director,
                                Key::role_clerk,       Key::role_grid_worker, Key::role_shop_clerk,
                                Key::role_volunteer_leader};

SetupSource source_of(const SetupState& state) { return static_cast<SetupSource>(state.source); }

bool is_too_long(const FieldState& field) { return !fits(field.text, name_characters_max); }
bool is_blank(const FieldState& field) { return trimmed(field.text).empty(); }

std::string_view name_error(const Ui& ui, const FieldState& field, Key missing) {
  if (is_blank(field)) return ui.say(missing);
  return is_too_long(field) ? ui.say(Key::error_name_too_long) : std::string_view();
}

bool are_groups_good(const SetupState& state) {
  const auto groups = count_from_typed(state.groups.text);
  return groups && *groups >= 1 && *groups <= groups_max;
}

int missing_count(ScreenContext& context, const SetupState& state) {
  const Ui& ui = context.ui;
  int missing = 0;
  const auto count = [&missing](bool is_missing) { missing += is_missing ? 1 : 0; };
  if (source_of(state) == SetupSource::sample) return 0;
  count(!name_error(ui, state.person, Key::error_your_name).empty());
  if (source_of(state) == SetupSource::join) {
    count(!is_import_ready(context.desk, context.app));
  } else {
    count(!name_error(ui, state.village, Key::error_village_missing).empty());
    count(is_too_long(state.town));
    count(!are_groups_good(state));
  }
  return missing;
}

void show_all_errors(SetupState& state) {
  state.was_pressed_early = true;
  for (FieldState* field : {&state.village, &state.town, &state.groups, &state.person}) {
    field->was_left = true;
  }
}

Rect numbered_panel(Ui& ui, const Rect& sheet, int number, bool is_done, Key title, Key facts) {
  panel(ui, sheet);
  Rect inner = sheet.inset(ui.px(20), ui.px(12));
  const Rect circle_place = inner.cut_left(ui.px(44));
  const ImVec2 center{circle_place.x + ui.px(14), circle_place.y + ui.px(14)};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (is_done) {
    list.AddCircleFilled(center, ui.px(14), ui.color().accent);
    const Rect tick{circle_place.x, circle_place.y, ui.px(28), ui.px(28)};
    draw_icon(list, Icon::check, tick, ui.px(18), ui.stroke_px(), ui.color().on_accent);
  } else {
    list.AddCircle(center, ui.px(13.5F), ui.color().field, 0, ui.px(1));
    draw_text(ui, {circle_place.x, circle_place.y, ui.px(28), ui.px(28)}, std::to_string(number),
              {TextSize::body, Weight::bold, ui.color().text2, Align::center});
  }
  Rect line = inner.cut_top(ui.px(28));
  line.cut_left(draw_text(ui, line, ui.say(title), {.weight = Weight::bold}) + ui.px(12));
  // Why it is asked stands beside it where there is room for the whole sentence.
  if (text_width(ui, ui.say(facts), TextSize::small) <= line.w) {
    draw_text(ui, line, ui.say(facts), {TextSize::small, Weight::regular, ui.color().text2});
  }
  inner.cut_top(ui.px(10));
  return inner;
}

// One of the three beginnings; true when it was chosen.
bool source_card(Ui& ui, const Rect& card, Key title, Key facts, bool is_chosen) {
  const ImGuiID id = id_of(ui.say(title));
  const Pressable press = pressable(ui, id, card);
  fill(ui, card, is_chosen ? ui.color().sel : press.is_hovered ? ui.color().hover : ui.color().surface, 4);
  outline(ui, card, is_chosen ? ui.color().accent : ui.color().line2, 4, is_chosen ? 2 : 1);
  Rect inner = card.inset(ui.px(14), ui.px(6));
  const Rect mark = inner.cut_left(ui.px(26));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 center{mark.x + ui.px(9), mark.y + ui.px(12)};
  list.AddCircle(center, ui.px(8.5F), is_chosen ? ui.color().accent : ui.color().field, 0, ui.stroke_px());
  if (is_chosen) list.AddCircleFilled(center, ui.px(5), ui.color().accent);
  draw_text(ui, inner.cut_top(ui.px(24)), ui.say(title), {.weight = Weight::bold});
  draw_paragraph(ui, inner, ui.say(facts), {TextSize::small, Weight::regular, ui.color().text2});
  if (ui.focus.shows_ring(id)) focus_ring(ui, card, 4);
  MirrorRow& row = ui.mirror.add(id, Role::radio, ui.say(title), card);
  row.checked = is_chosen ? Tri::on : Tri::off;
  row.is_focused = ui.focus.has(id);
  return press.is_pressed;
}

constexpr float card_height = 76;  // a title and two lines
constexpr float card_gap = 12;

float cards_height(const Ui& ui) {
  return ui.room == Room::narrow ? 3 * card_height + 2 * card_gap : card_height;
}

void source_cards(ScreenContext& context, Rect line, SetupState& state) {
  Ui& ui = context.ui;
  constexpr std::array titles{Key::setup_join, Key::setup_new, Key::setup_sample};
  constexpr std::array facts{Key::setup_join_facts, Key::setup_new_facts, Key::setup_sample_facts};
  const float gap = ui.px(card_gap);
  const bool is_column = ui.room == Room::narrow;
  const float width = std::floor((line.w - 2 * gap) / 3);
  for (int i = 0; i < 3; ++i) {
    const Rect card = is_column ? line.cut_top(ui.px(card_height))
                      : i == 2  ? line
                                : line.cut_left(width);
    is_column ? line.cut_top(gap) : line.cut_left(gap);
    const auto place = static_cast<std::size_t>(i);
    if (source_card(ui, card, titles[place], facts[place], state.source == i)) state.source = i;
  }
}

void file_line(ScreenContext& context, Rect line, const SetupState& state) {
  Ui& ui = context.ui;
  const bool has_file = import_of(context.desk, context.app) != nullptr;
  const Key label = has_file ? Key::other_file : Key::choose_book_file;
  if (button_left(ui, line, {.label = ui.say(label), .icon = Icon::folder, .key = chords::open_file})) {
    context.commands.ask([](app::App& app) { app.ports().files.choose(app::FileKind::book); });
  }
  const std::string told = import_in_one_line(context.desk, context.app);
  const bool is_bad = is_import_refused(context.desk, context.app) || (state.was_pressed_early && !has_file);
  draw_field_hint(ui, line, told.empty() && is_bad ? ui.say(Key::error_choose_file) : told,
                  is_bad ? HintKind::error : HintKind::plain);
  if (!told.empty()) {
    ui.mirror.add(id_of("file"), is_bad ? Role::alert : Role::status, told, line);
  }
}

void person_fields(Ui& ui, Rect& line, SetupState& state) {
  const float gap = ui.px(16);
  const FieldSpec name{.label = ui.say(Key::your_name),
                       .error = name_error(ui, state.person, Key::error_your_name),
                       .need = Need::required};
  text_field(ui, line.cut_left(ui.px(156)), state.person, name);
  line.cut_left(gap);
  DropDownSpec role{.label = ui.say(Key::your_role)};
  for (const Key key : role_names) role.choices.emplace_back(ui.say(key));
  drop_down(ui, line, state.role_list, role, state.role);
}

bool has_two_lines(const Ui& ui) { return ui.room != Room::wide; }

// Village and town have a line of their own where there is no room for all in one.
void village_fields(Ui& ui, Rect& block, SetupState& state) {
  const float gap = ui.px(16);
  Rect first = has_two_lines(ui) ? block.cut_top(ui.px(field_block_height)) : block;
  const float beside = has_two_lines(ui) ? gap : ui.px(104 + 156 + 140) + 4 * gap;
  const float width = std::floor((first.w - beside) / 2);
  Rect& line = has_two_lines(ui) ? first : block;
  text_field(ui, line.cut_left(width), state.village,
             {.label = ui.say(Key::village_name),
              .error = name_error(ui, state.village, Key::error_village_missing),
              .need = Need::required});
  line.cut_left(gap);
  text_field(ui, line.cut_left(width), state.town,
             {.label = ui.say(Key::town_name),
              .error = is_too_long(state.town) ? ui.say(Key::error_name_too_long) : ""});
  line.cut_left(gap);
  number_field(ui, block.cut_left(ui.px(104)), state.groups,
               {.label = ui.say(Key::group_count),
                .error = are_groups_good(state) ? "" : ui.say(Key::error_groups),
                .unit = ui.say(Key::group_unit),
                .need = Need::required});
  block.cut_left(gap);
}

std::string laptop_of(const Ui& ui, const SetupState& state) {
  return is_blank(state.laptop) ? std::string(ui.say(Key::laptop_default))
                                : std::string(trimmed(state.laptop.text));
}

std::string role_of(const Ui& ui, const SetupState& state) {
  return std::string(ui.say(role_names[static_cast<std::size_t>(state.role)]));
}

// The way back to books that are on this computer already.
void other_books(ScreenContext& context, Rect tools) {
  Ui& ui = context.ui;
  constexpr std::size_t shown_max = 3;
  const auto books = context.app.books();
  for (std::size_t i = 0; i < std::min(books.size(), shown_max); ++i) {
    const IdScope scope(static_cast<int>(i));
    const std::string label = ui.say(Key::open_this_book, {books[i].name});
    if (button_right(ui, tools, {.label = label, .size = ButtonSize::small, .icon = Icon::folder})) {
      context.commands.ask([book = books[i].book](app::App& app) { app.open_book(book); });
    }
  }
}

void begin(ScreenContext& context, SetupState& state) {
  switch (source_of(state)) {
    case SetupSource::create: {
      const app::FoundingRequest request{
          .name = std::string(trimmed(state.village.text)),
          .town = std::string(trimmed(state.town.text)),
          .groups = static_cast<int>(count_from_typed(state.groups.text).value_or(1)),
          .operator_name = std::string(trimmed(state.person.text)),
          .operator_role = role_of(context.ui, state),
          .laptop = laptop_of(context.ui, state)};
      // Every refusal was shown at its field before this could be pressed.
      context.commands.ask([request](app::App& app) { app::found_village(app, request); });
      break;
    }
    case SetupSource::join:
      state.is_joining = true;
      context.commands.ask([&desk = context.desk](app::App& app) { merge_import(desk, app); });
      break;
    case SetupSource::sample:
      context.commands.ask([&desk = context.desk, today = context.ui.today](app::App& app) {
        if (app.task() != nullptr) return;
        auto task = std::make_unique<app::SampleTask>(app::SampleRequest{.last_day = app::sample_last_day(today)});
        desk.sample = task.get();
        app.start_task(std::move(task));
      });
      break;
  }
}

void action_bar(ScreenContext& context, SetupState& state) {
  Ui& ui = context.ui;
  constexpr std::array labels{Key::setup_join_now, Key::setup_create, Key::setup_start_sample};
  constexpr std::array feet{Key::setup_foot_join, Key::setup_foot_new, Key::setup_foot_sample};
  const auto source = static_cast<std::size_t>(state.source);
  Rect bar = context.places.action_bar;
  ui.focus.set_region(Region::action_bar);
  const IdScope bar_scope("action bar");
  const int missing = missing_count(context, state);
  if (button_right(ui, bar,
                   {.label = ui.say(labels[source]),
                    .kind = ButtonKind::primary,
                    .icon = Icon::check,
                    .key = chords::primary})) {
    if (missing == 0) {
      begin(context, state);
    } else {
      show_all_errors(state);
      ui.focus.open_screen();
    }
  }
  const bool complains = state.was_pressed_early && missing > 0;
  const std::string foot = complains ? ui.say(Key::still_to_fix, {std::to_string(missing)})
                                     : std::string(ui.say(feet[source]));
  action_bar_note(ui, bar, foot, complains ? ui.color().err : ui.color().text2);
  if (complains) ui.mirror.add(id_of("foot"), Role::alert, foot, bar);
}

}  // namespace

void setup_screen(ScreenContext& context, SetupState& state) {
  Ui& ui = context.ui;
  Rect tools =
      head_title(ui, context.places.head, ui.say(Key::setup_title), ui.say(Key::setup_subtitle));
  other_books(context, tools);
  const bool is_join = source_of(state) == SetupSource::join;
  const bool is_sample = source_of(state) == SetupSource::sample;
  const float source_height = 12 + 28 + 10 + cards_height(ui) + 14 + (is_join ? 10.0F + 36.0F : 0.0F);
  const bool is_column = ui.room == Room::narrow;
  const float who_height =
      form_height + (!is_join && has_two_lines(ui) ? field_block_height : 0.0F);
  const float forms_height = is_sample              ? 0
                             : is_join && !is_column ? form_height
                                                     : who_height + panel_gap + form_height;
  const float height = ui.px(source_height + (is_sample ? 0 : panel_gap) + forms_height);
  const Rect body = context.places.body;
  // The action bar lies outside: inside the scrolling part it could not be clicked.
  std::optional<ScrollArea> area(std::in_place, ui, "setup", body, height);
  Rect rest = area->content();
  const bool has_source = !is_join || is_import_ready(context.desk, context.app);
  Rect source = numbered_panel(ui, rest.cut_top(ui.px(source_height)), 1, has_source,
                               Key::setup_source, Key::setup_source_facts);
  rest.cut_top(ui.px(panel_gap));
  source_cards(context, source.cut_top(ui.px(cards_height(ui))), state);
  if (is_join) {
    source.cut_top(ui.px(10));
    file_line(context, source.cut_top(ui.px(36)), state);
  }
  if (!is_sample) {
    // A book to join has named its village, so that both forms stand side by side.
    Rect forms = rest.cut_top(ui.px(forms_height));
    const bool is_row = is_join && !is_column;
    const Rect who_sheet = is_row ? forms.cut_left(std::floor((forms.w - ui.px(panel_gap)) / 2))
                                  : forms.cut_top(ui.px(who_height));
    is_row ? forms.cut_left(ui.px(panel_gap)) : forms.cut_top(ui.px(panel_gap));
    Rect who = numbered_panel(ui, who_sheet, 2, false, is_join ? Key::setup_who_join : Key::setup_who,
                              is_join ? Key::setup_who_join_facts : Key::setup_who_facts);
    if (!is_join) village_fields(ui, who, state);
    person_fields(ui, who, state);
    Rect laptop =
        numbered_panel(ui, forms, 3, false, Key::setup_laptop,
                       is_join ? Key::setup_laptop_join_facts : Key::setup_laptop_facts);
    text_field(ui, laptop.cut_left(ui.px(260)), state.laptop,
               {.label = ui.say(Key::laptop_name), .placeholder = ui.say(Key::laptop_default)});
  }
  area.reset();
  action_bar(context, state);
}

void draw_sample_making(ScreenContext& context) {
  Desk& desk = context.desk;
  const app::SampleTask* task =
      desk.sample != nullptr && context.app.task() == desk.sample ? desk.sample : nullptr;
  if (task == nullptr) return;
  if (task->is_finished()) {
    desk.sample = nullptr;
    context.commands.ask([](app::App& app) { app.end_task(); });
    return;
  }
  Ui& ui = context.ui;
  const app::Progress progress = task->progress();
  const bool is_making = task->can_stop();
  const bool is_stopped =
      task_dialog(ui, "sample",
                  {.what = ui.say(is_making ? Key::sample_making : Key::sample_writing),
                   .progress = ui.say(is_making ? Key::sample_days : Key::sample_events,
                                      {count_text(progress.done), count_text(progress.total)}),
                   .promise = ui.say(is_making ? Key::sample_promise : Key::sample_writing_promise),
                   .done = progress.done,
                   .total = progress.total,
                   .can_stop = is_making});
  if (!is_stopped) return;
  desk.sample = nullptr;
  context.commands.ask([](app::App& app) { app.end_task(); });
}

void introduce(app::App& app, Desk& desk, const SetupState& state) {
  app.session().introduce_operator(std::string(trimmed(state.person.text)), role_of(desk.ui, state),
                                   app.ports().random);
  app.session().name_laptop(laptop_of(desk.ui, state));
  app.operator_chosen();
}

}  // namespace jishan::ui
