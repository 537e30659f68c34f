#include "base/text.h"
#include "roster/queries.h"
#include "ui/screens/volunteers.h"
#include "ui/widgets/form_dialog.h"

namespace jishan::ui {
namespace {

// "农机、电工" or "农机,电工" as skills.
std::vector<std::string> skills_of(std::string_view text) {
  std::vector<std::string> skills;
  std::string one;
  const auto end = [&] {
    const std::string_view skill = trimmed(one);
    if (!skill.empty()) skills.emplace_back(skill);
    one.clear();
  };
  for (const char32_t c : code_points(text)) {
    if (c == U'、' || c == U'，' || c == U',' || c == U' ') {
      end();
    } else {
      append_utf8(one, c);
    }
  }
  end();
  return skills;
}

void save_team(ScreenContext& context, TeamForm& form) {
  const volunteers::TeamRequest request{.id = form.id,
                                        .name = std::string(trimmed(form.name.text))};
  context.commands.act([&desk = context.desk, &form, request](app::App& app) {
    form.refusal = app.perform(volunteers::plan_team(app.context(), request));
    form.name.was_left = true;
    if (form.refusal != volunteers::TeamStatus::accepted) return;
    desk.toasts.show(desk.ui, desk.ui.say(Key::team_saved, {request.name}), Tone::good, false);
    form = {};
  });
}

// One drafts list: who is registered joins the team in the same act.
void save_volunteer(ScreenContext& context, VolunteerForm& form, TeamId team) {
  volunteers::VolunteerRequest request;
  request.resident = form.person;
  request.number = trimmed(form.number.text);
  request.skills = skills_of(form.skills.text);
  context.commands.act([&desk = context.desk, &form, request, team](app::App& app) {
    form.refusal = app.perform(volunteers::plan_volunteer(app.context(), request));
    form.number.was_left = true;
    if (form.refusal != volunteers::VolunteerStatus::accepted &&
        form.refusal != volunteers::VolunteerStatus::unchanged) {
      return;
    }
    if (!team.is_empty()) {
      app.perform(volunteers::plan_member(app.context(),
                                          {.team = team, .residents = {request.resident}}));
    }
    desk.toasts.show(desk.ui, desk.ui.say(Key::volunteer_saved, {form.person_name}), Tone::good,
                     false);
    form = {};
  });
}

std::string_view refusal_words(const Ui& ui, volunteers::VolunteerStatus status) {
  switch (status) {
    case volunteers::VolunteerStatus::accepted:
    case volunteers::VolunteerStatus::unchanged:
    case volunteers::VolunteerStatus::number_taken:
    case volunteers::VolunteerStatus::number_too_long: return {};
    default: return ui.say(Key::error_volunteer_refused);
  }
}

void person_field(ScreenContext& context, const Rect& block, VolunteerForm& form) {
  Ui& ui = context.ui;
  const PickerOutcome outcome =
      picker(ui, block, form.person_picker,
             {.label = ui.say(Key::pick_person),
              .placeholder = ui.say(Key::pick_household_placeholder),
              .error = ui.say(Key::pick_person_missing),
              .need = Need::required,
              .icon = Icon::person,
              .chosen = form.person_name,
              .rows = [&](std::string_view typed) { return resident_choices(context, typed); },
              .found = [&ui](std::size_t count) {
                return ui.say(Key::people_found, {std::to_string(count)});
              }});
  if (outcome.is_cleared) {
    form.person = {};
    form.person_name.clear();
  }
  if (!outcome.is_chosen) return;
  const auto id = ResidentId::from_text(outcome.key);
  const auto person = id ? roster::find_resident(context.database(), *id) : std::nullopt;
  if (!person) return;
  form.person = person->id;
  form.person_name = mask(person->name, Audience::desk);
}

}  // namespace

void open_team_form(ScreenContext& context, TeamForm& form) {
  form = {};
  form.is_open = true;
  form.id = TeamId::make(context.app.ports().random);
}

void draw_team_form(ScreenContext& context, TeamForm& form) {
  if (!form.is_open) return;
  Ui& ui = context.ui;
  FormDialog dialog(ui, "team form", ui.say(Key::team_new_title), 420, field_rows_height(ui, 1));
  std::string_view error;
  if (form.refusal == volunteers::TeamStatus::name_missing) error = ui.say(Key::error_team_name);
  if (form.refusal == volunteers::TeamStatus::name_too_long) error = ui.say(Key::error_name_too_long);
  if (form.refusal == volunteers::TeamStatus::name_taken) error = ui.say(Key::error_team_taken);
  Rect rest = dialog.content();
  text_field(ui, rest.cut_top(ui.px(field_block_height)), form.name,
             {.label = ui.say(Key::team_name), .error = error, .need = Need::required});
  switch (dialog.save_or_cancel(ui.say(Key::save_team))) {
    case FormOutcome::saved: save_team(context, form); break;
    case FormOutcome::cancelled: form = {}; break;
    case FormOutcome::open: break;
  }
}

void draw_volunteer_form(ScreenContext& context, VolunteerForm& form,
                         const std::vector<volunteers::TeamView>& teams) {
  if (!form.is_open) return;
  Ui& ui = context.ui;
  FormDialog dialog(ui, "volunteer form", ui.say(Key::volunteer_new_title), 520,
                    field_rows_height(ui, 2) + ui.px(20));
  Rect rest = dialog.content();
  Rect line = rest.cut_top(ui.px(field_block_height));
  person_field(context, line.cut_left(ui.px(270)), form);
  line.cut_left(ui.px(16));
  DropDownSpec spec{.label = ui.say(Key::pick_team), .choices = {std::string(ui.say(Key::no_team))}};
  for (const volunteers::TeamView& team : teams) spec.choices.push_back(team.name);
  drop_down(ui, line, form.team_list, spec, form.team);
  line = rest.cut_top(ui.px(field_block_height));
  const bool is_taken = form.refusal == volunteers::VolunteerStatus::number_taken;
  text_field(ui, line.cut_left(ui.px(130)), form.number,
             {.label = ui.say(Key::volunteer_number),
              .error = is_taken ? ui.say(Key::error_number_in_use) : ""});
  line.cut_left(ui.px(16));
  text_field(ui, line, form.skills,
             {.label = ui.say(Key::volunteer_skills), .hint = ui.say(Key::volunteer_skills_hint)});
  draw_field_hint(ui, rest.cut_top(ui.px(20)), refusal_words(ui, form.refusal), HintKind::error);
  const FormOutcome outcome = dialog.save_or_cancel(ui.say(Key::save_volunteer));
  if (outcome == FormOutcome::saved) {
    form.person_picker.was_left = true;
    const TeamId team =
        form.team > 0 ? teams[static_cast<std::size_t>(form.team - 1)].id : TeamId();
    if (!form.person.is_empty()) save_volunteer(context, form, team);
  }
  if (outcome == FormOutcome::cancelled) form = {};
}

}  // namespace jishan::ui
