#include "ui/screens/household_form.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "points/commands.h"
#include "ui/relation_words.h"
#include "ui/widgets/form_dialog.h"

namespace jishan::ui {
namespace {

std::string shown(const Personal& personal) { return mask(personal, Audience::desk); }

void forget_refusals(HouseholdFormState& state) {
  for (std::string* error : {&state.number_error, &state.group_error, &state.name_error,
                             &state.id_error, &state.phone_error, &state.other_error}) {
    error->clear();
  }
}

void show_refusals(HouseholdFormState& state) {
  for (FieldState* field : {&state.number, &state.group, &state.name, &state.id_number, &state.phone}) {
    field->was_left = true;
  }
}

void refuse_resident(const Ui& ui, HouseholdFormState& state, roster::ResidentStatus status) {
  using Status = roster::ResidentStatus;
  const auto say = [&ui](Key key) { return std::string(ui.say(key)); };
  switch (status) {
    case Status::name_missing: state.name_error = say(Key::error_name_missing); break;
    case Status::name_too_long: state.name_error = say(Key::error_name_too_long); break;
    case Status::id_number_malformed: state.id_error = say(Key::error_id_malformed); break;
    case Status::id_number_taken: state.id_error = say(Key::error_id_taken); break;
    case Status::phone_malformed: state.phone_error = say(Key::error_phone); break;
    case Status::household_full: state.other_error = say(Key::error_household_full); break;
    case Status::relation_unknown: state.other_error = say(Key::error_relation); break;
    case Status::born_in_future: state.other_error = say(Key::date_in_future); break;
    case Status::accepted:
    case Status::unchanged: return;
    default: state.other_error = say(Key::error_cannot_save); break;
  }
  show_refusals(state);
}

void refuse_household(const Ui& ui, HouseholdFormState& state,
                      const roster::PlannedHousehold& planned) {
  using Status = roster::HouseholdStatus;
  const auto say = [&ui](Key key) { return std::string(ui.say(key)); };
  switch (planned.status) {
    case Status::number_too_long: state.number_error = say(Key::error_number_long); break;
    case Status::number_taken: state.number_error = say(Key::error_number_taken); break;
    case Status::group_out_of_range:
      state.group_error = say(Key::error_groups);
      break;
    case Status::group_unknown: state.group_error = say(Key::error_group_unknown); break;
    case Status::residents_missing: state.name_error = say(Key::error_name_missing); break;
    case Status::resident_refused: refuse_resident(ui, state, planned.resident_status); break;
    case Status::address_too_long:
    case Status::note_too_long: state.other_error = say(Key::error_text_long); break;
    case Status::accepted:
    case Status::unchanged: return;
    default: state.other_error = say(Key::error_cannot_save); break;
  }
  show_refusals(state);
}

std::string relation_code(const HouseholdFormState& state) {
  const auto relations = roster::usual_relations();
  const auto place = static_cast<std::size_t>(state.relation);
  return place < relations.size() ? std::string(relations[place].code) : std::string();
}

roster::ResidentRequest resident_request(const Ui& ui, const HouseholdFormState& state) {
  roster::ResidentRequest request;
  request.id = state.resident;
  request.household = state.household;
  request.name = trimmed(state.name.text);
  request.relation = relation_code(state);
  request.born = date_of(ui, state.born);
  request.phone = trimmed(state.phone.text);
  request.id_number = trimmed(state.id_number.text);
  constexpr std::array states{roster::ResidentState::here, roster::ResidentState::away,
                              roster::ResidentState::moved, roster::ResidentState::dead};
  request.state = states[static_cast<std::size_t>(std::clamp(state.state, 0, 3))];
  return request;
}

roster::HouseholdRequest household_request(const Ui& ui, const HouseholdFormState& state) {
  roster::HouseholdRequest request;
  request.id = state.household;
  request.number = trimmed(state.number.text);
  request.group = count_from_typed(state.group.text).value_or(state.group.text.empty() ? 0 : -1);
  request.household_class = state.household_class;
  request.address = trimmed(state.address.text);
  request.note = state.note;
  request.head = state.head;
  if (state.is_new) {
    request.residents.push_back(resident_request(ui, state));
    request.residents.front().household = {};
    request.residents.front().relation = roster::relation_head;
    request.residents.front().state = roster::ResidentState::here;
    request.head = state.resident;
  } else {
    constexpr std::array states{roster::HouseholdState::here, roster::HouseholdState::away,
                                roster::HouseholdState::moved, roster::HouseholdState::closed};
    request.state = states[static_cast<std::size_t>(std::clamp(state.state, 0, 3))];
  }
  return request;
}

void save_household(ScreenContext& context, HouseholdFormState& state) {
  forget_refusals(state);
  context.commands.act([&desk = context.desk, &state](app::App& app) {
    const auto planned = roster::plan_household(app.context(), household_request(desk.ui, state));
    const auto status = app.perform(planned);
    const bool is_done = status == roster::HouseholdStatus::accepted ||
                         status == roster::HouseholdStatus::unchanged;
    if (!is_done) {
      refuse_household(desk.ui, state, planned);
      return;
    }
    const auto saved = roster::find_household(app.book().database(), state.household);
    const std::string name = saved ? shown(saved->head_name) : std::string();
    desk.household = state.household;
    desk.toasts.show(desk.ui, desk.ui.say(Key::household_saved, {name}), Tone::good, false);
    state = {};
  });
}

void save_person(ScreenContext& context, HouseholdFormState& state) {
  forget_refusals(state);
  context.commands.act([&desk = context.desk, &state](app::App& app) {
    const auto planned = roster::plan_resident(app.context(), resident_request(desk.ui, state));
    const auto status = app.perform(planned);
    if (status != roster::ResidentStatus::accepted && status != roster::ResidentStatus::unchanged) {
      refuse_resident(desk.ui, state, status);
      return;
    }
    desk.toasts.show(desk.ui,
                     desk.ui.say(Key::person_saved, {std::string(trimmed(state.name.text))}),
                     Tone::good, false);
    state = {};
  });
}

void save_opening_balance(ScreenContext& context, HouseholdFormState& state) {
  const auto amount = hundredths_from_text(fold_full_width(trimmed(state.number.text)));
  state.number.was_left = true;
  const Key wrong = is_number_too_large(state.number.text) ? Key::error_amount_large
                                                           : Key::error_points_missing;
  state.number_error = amount ? "" : std::string(context.ui.say(wrong));
  state.born.field.was_left = true;
  if (!amount || is_date_unreal(context.ui, state.born)) return;
  points::OpeningRequest request;
  request.lines.push_back({state.household, Points::hundredths(*amount)});
  request.typed_date = date_of(context.ui, state.born);
  context.commands.act([&desk = context.desk, &state, request](app::App& app) {
    const auto plan = points::plan_opening(app.context(), request);
    const auto status = app.perform(plan);
    if (status == points::OpeningStatus::accepted ||
        status == points::OpeningStatus::already_recorded) {
      desk.toasts.show(desk.ui, desk.ui.say(Key::person_saved, {state.title}), Tone::good, false);
      state = {};
      return;
    }
    const bool is_amount = status == points::OpeningStatus::amount_zero ||
                           status == points::OpeningStatus::amount_out_of_range;
    state.number_error = desk.ui.say(is_amount ? Key::error_points_missing : Key::error_cannot_save);
  });
}

void draw_opening_balance(ScreenContext& context, HouseholdFormState& state) {
  Ui& ui = context.ui;
  FormDialog form(ui, "opening balance", state.title, 460, field_rows_height(ui, 1));
  Rect rest = form.content();
  Rect line = rest.cut_top(ui.px(field_block_height));
  number_field(ui, line.cut_left(ui.px(160)), state.number,
               {.label = ui.say(Key::points_field),
                .error = state.number_error,
                .unit = ui.say(Key::points_unit),
                .need = Need::required});
  line.cut_left(ui.px(16));
  if (state.born.field.text.empty() && !context.app.context().is_clock_suspicious) {
    set_date(state.born, ui.today);
  }
  date_field(ui, line.cut_left(ui.px(date_field_width)), state.born,
             {.label = ui.say(Key::business_date)});
  switch (form.save_or_cancel(ui.say(Key::save_person))) {
    case FormOutcome::saved: save_opening_balance(context, state); break;
    case FormOutcome::cancelled: state = {}; break;
    case FormOutcome::open: break;
  }
}

std::string_view id_warning(const Ui& ui, const HouseholdFormState& state) {
  const std::string number = roster::normalised_id_number(state.id_number.text);
  if (!state.id_number.was_left) return {};
  switch (roster::check_id_number(number, ui.today)) {
    case roster::IdNumberCheck::wrong_check_digit: return ui.say(Key::warn_check_digit);
    case roster::IdNumberCheck::impossible_date:
    case roster::IdNumberCheck::born_in_future: return ui.say(Key::warn_id_date);
    default: return {};
  }
}

void id_and_phone(Ui& ui, Rect line, HouseholdFormState& state) {
  text_field(ui, line.cut_left(ui.px(230)), state.id_number,
             {.label = ui.say(Key::field_id_number),
              .hint = ui.say(Key::field_id_hint),
              .error = state.id_error,
              .warning = id_warning(ui, state),
              .content = Content::digits});
  line.cut_left(ui.px(16));
  text_field(ui, line, state.phone,
             {.label = ui.say(Key::field_phone),
              .error = state.phone_error,
              .content = Content::digits});
}

void state_field(Ui& ui, const Rect& block, HouseholdFormState& state, Key last) {
  drop_down(ui, block, state.state_list,
            {.label = ui.say(Key::field_state),
             .choices = {std::string(ui.say(Key::state_here)), std::string(ui.say(Key::state_away)),
                         std::string(ui.say(Key::state_moved)), std::string(ui.say(last))}},
            state.state);
}

void household_fields(Ui& ui, Rect& rest, HouseholdFormState& state) {
  Rect line = rest.cut_top(ui.px(field_block_height));
  if (state.is_new) {
    text_field(ui, line.cut_left(ui.px(200)), state.name,
               {.label = ui.say(Key::field_head_name),
                .error = state.name_error,
                .need = Need::required});
    line.cut_left(ui.px(16));
  }
  text_field(ui, line.cut_left(ui.px(180)), state.number,
             {.label = ui.say(Key::field_number),
              .hint = state.is_new ? ui.say(Key::field_number_hint) : std::string_view(),
              .error = state.number_error});
  line.cut_left(ui.px(16));
  number_field(ui, line.cut_left(ui.px(110)), state.group,
               {.label = ui.say(Key::field_group), .error = state.group_error});
  if (state.is_new) id_and_phone(ui, rest.cut_top(ui.px(field_block_height)), state);
  line = rest.cut_top(ui.px(field_block_height));
  if (!state.is_new) {
    state_field(ui, line.cut_left(ui.px(160)), state, Key::state_closed);
    line.cut_left(ui.px(16));
  }
  text_field(ui, line, state.address, {.label = ui.say(Key::field_address)});
}

void person_fields(Ui& ui, Rect& rest, HouseholdFormState& state) {
  Rect line = rest.cut_top(ui.px(field_block_height));
  text_field(ui, line.cut_left(ui.px(180)), state.name,
             {.label = ui.say(Key::field_person_name),
              .error = state.name_error,
              .need = Need::required});
  line.cut_left(ui.px(16));
  DropDownSpec relation{.label = ui.say(Key::field_relation)};
  for (const roster::Relation& known : roster::usual_relations()) {
    // Forms offer the words that people say: 儿子 where the standard has 子.
    const bool is_chinese = ui.language == Language::zh;
    relation.choices.emplace_back(is_chinese ? known.word : relation_in_words(ui, known.code));
  }
  drop_down(ui, line.cut_left(ui.px(150)), state.relation_list, relation, state.relation);
  line.cut_left(ui.px(16));
  state_field(ui, line, state, Key::state_dead);
  id_and_phone(ui, rest.cut_top(ui.px(field_block_height)), state);
}

}  // namespace

void open_new_household(ScreenContext& context, HouseholdFormState& state) {
  state = {};
  state.shown = FormShown::household;
  state.is_new = true;
  state.title = context.ui.say(Key::household_new_title);
  state.household = HouseholdId::make(context.app.ports().random);
  state.resident = ResidentId::make(context.app.ports().random);
}

void open_household(ScreenContext& context, HouseholdFormState& state,
                    const roster::HouseholdView& household) {
  state = {};
  state.shown = FormShown::household;
  state.title = context.ui.say(Key::household_edit_title, {shown(household.head_name)});
  state.household = household.id;
  state.number.text = household.number;
  if (household.group > 0) state.group.text = std::to_string(household.group);
  state.address.text = shown(household.address);
  state.note = shown(household.note);
  state.household_class = household.household_class;
  state.head = household.head;
  state.state = static_cast<int>(household.state);
}

void open_person(ScreenContext& context, HouseholdFormState& state,
                 const roster::ResidentView& resident) {
  state = {};
  state.shown = FormShown::person;
  state.title = context.ui.say(Key::edit_person, {shown(resident.name)});
  state.household = resident.household;
  state.resident = resident.id;
  state.name.text = shown(resident.name);
  state.id_number.text = shown(resident.id_number);
  state.phone.text = shown(resident.phone);
  if (resident.born) set_date(state.born, *resident.born);
  state.state = static_cast<int>(resident.state);
  const auto relations = roster::usual_relations();
  const auto found = std::find_if(relations.begin(), relations.end(), [&](const auto& relation) {
    return relation.code == resident.relation;
  });
  state.relation = static_cast<int>(std::distance(relations.begin(), found));
}

void open_new_person(ScreenContext& context, HouseholdFormState& state,
                     const roster::HouseholdView& household) {
  state = {};
  state.shown = FormShown::person;
  state.is_new = true;
  state.title = context.ui.say(Key::person_new_title, {shown(household.head_name)});
  state.household = household.id;
  state.resident = ResidentId::make(context.app.ports().random);
  state.relation = 1;
}

void open_opening_balance(ScreenContext& context, HouseholdFormState& state,
                          const roster::HouseholdView& household) {
  state = {};
  state.shown = FormShown::opening_balance;
  state.title = context.ui.say(Key::household_of, {shown(household.head_name)}) + "　" +
                std::string(context.ui.say(Key::reason_opening));
  state.household = household.id;
}

void draw_household_form(ScreenContext& context, HouseholdFormState& state) {
  if (state.shown == FormShown::none) return;
  if (state.shown == FormShown::opening_balance) {
    draw_opening_balance(context, state);
    return;
  }
  Ui& ui = context.ui;
  const bool is_person = state.shown == FormShown::person;
  const int rows = is_person || !state.is_new ? 2 : 3;
  FormDialog form(ui, "household form", state.title, 600, field_rows_height(ui, rows) + ui.px(20));
  Rect rest = form.content();
  if (is_person) {
    person_fields(ui, rest, state);
  } else {
    household_fields(ui, rest, state);
  }
  draw_field_hint(ui, rest.cut_top(ui.px(20)), state.other_error, HintKind::error);
  switch (form.save_or_cancel(ui.say(is_person ? Key::save_person : Key::save_household))) {
    case FormOutcome::saved:
      is_person ? save_person(context, state) : save_household(context, state);
      break;
    case FormOutcome::cancelled: state = {}; break;
    case FormOutcome::open: break;
  }
}

}  // namespace jishan::ui
