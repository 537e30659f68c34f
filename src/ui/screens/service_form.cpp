#include <array>

#include "base/text.h"
#include "ui/screens/volunteers.h"
#include "ui/widgets/form_dialog.h"
#include "ui/words.h"

namespace jishan::ui {
namespace {

constexpr std::array kind_names{
    Key::kind_elders,  Key::kind_children, Key::kind_visits,  Key::kind_environment,
    Key::kind_safety,  Key::kind_legal,    Key::kind_culture, Key::kind_errands,
    Key::kind_farming, Key::kind_emergency, Key::kind_other};
static_assert(kind_names.size() == volunteers::service_kinds_count);

// Hours with at most two decimals, as minutes.
std::optional<std::int64_t> minutes_from_hours(std::string_view typed) {
  const auto hundredths = hundredths_from_text(fold_full_width(trimmed(typed)));
  if (!hundredths) return std::nullopt;
  return *hundredths * 60 / 100;
}

// "8:30", "８：３０", "8" as minutes after midnight.
std::optional<std::int64_t> minutes_of_day(std::string_view typed) {
  const std::string folded = fold_full_width(trimmed(typed));
  const std::size_t colon = folded.find(':');
  const auto hours = count_from_typed(std::string_view(folded).substr(0, colon));
  const auto minutes = colon == std::string::npos
                           ? std::optional<std::int64_t>(0)
                           : count_from_typed(std::string_view(folded).substr(colon + 1));
  if (!hours || !minutes || *hours < 0 || *hours > 23 || *minutes < 0 || *minutes > 59) {
    return std::nullopt;
  }
  return *hours * 60 + *minutes;
}

bool read_typed(const Ui& ui, ServiceForm& form, app::ServicePointsRequest& request) {
  for (std::string* error : {&form.hours_error, &form.served_error, &form.start_error,
                             &form.date_error, &form.other_error}) {
    error->clear();
  }
  const auto minutes = minutes_from_hours(form.hours.text);
  if (!minutes || *minutes <= 0) form.hours_error = ui.say(Key::error_hours);
  std::int64_t served = 0;
  if (!trimmed(form.served.text).empty()) {
    const auto typed = count_from_typed(form.served.text);
    if (!typed || *typed < 0) form.served_error = ui.say(Key::error_served);
    served = typed.value_or(0);
  }
  if (!trimmed(form.start.text).empty()) {
    request.service.start = minutes_of_day(form.start.text);
    if (!request.service.start) form.start_error = ui.say(Key::error_start);
  }
  for (const ResidentId& person : form.people) {
    request.service.people.push_back({person, minutes.value_or(0), served});
  }
  request.service.act = form.act;
  request.service.kind = static_cast<volunteers::ServiceKind>(form.kind);
  request.service.typed_date = date_of(ui, form.date);
  request.service.place = trimmed(form.place.text);
  if (form.rule > 0) {
    const points::Rule& rule = form.rules[static_cast<std::size_t>(form.rule - 1)];
    request.code = rule.code;
    if (rule.type == points::RuleType::range) request.chosen = rule.points;
  }
  for (FieldState* field : {&form.hours, &form.served, &form.start, &form.date.field}) {
    field->was_left = true;
  }
  return !is_date_unreal(ui, form.date) && form.hours_error.empty() &&
         form.served_error.empty() && form.start_error.empty();
}

void refuse(const Ui& ui, ServiceForm& form, const app::ServicePointsPlan& plan) {
  using Status = volunteers::ServiceStatus;
  if (plan.status != app::ServicePointsStatus::service_refused) {
    form.other_error = ui.say(Key::error_service_points);
    return;
  }
  switch (plan.service.status) {
    case Status::minutes_not_positive:
    case Status::minutes_too_long: form.hours_error = ui.say(Key::error_hours); break;
    case Status::served_out_of_range: form.served_error = ui.say(Key::error_served); break;
    case Status::start_out_of_range: form.start_error = ui.say(Key::error_start); break;
    case Status::date_needed: form.date_error = ui.say(Key::error_date_needed); break;
    case Status::date_in_future: form.date_error = ui.say(Key::date_in_future); break;
    default: form.other_error = ui.say(Key::error_service); break;
  }
}

std::string doubt_words(const Ui& ui, const volunteers::ServiceDoubt& doubt) {
  switch (doubt.doubt) {
    case volunteers::Doubt::overlap:
      return ui.say(Key::doubt_overlap, {count_text(doubt.minutes)});
    case volunteers::Doubt::long_day:
      return ui.say(Key::doubt_long_day, {hours_from_minutes(doubt.minutes)});
    case volunteers::Doubt::back_filled: return std::string(ui.say(Key::doubt_back_filled));
    case volunteers::Doubt::minor_alone: return std::string(ui.say(Key::doubt_minor));
  }
  return {};
}

void tell_saved(Desk& desk, const ServiceForm& form, const app::ServicePointsPlan& plan,
                std::int64_t minutes) {
  const Ui& ui = desk.ui;
  const std::string hours = hours_from_minutes(minutes);
  const std::string told =
      plan.award.total.is_zero()
          ? ui.say(Key::service_saved, {form.first_name, hours})
          : ui.say(Key::service_saved_points, {form.first_name, hours, to_display(plan.award.total)});
  desk.toasts.show(ui, told, Tone::good, true);
  if (!plan.service.doubts.empty()) {
    desk.toasts.show(ui, doubt_words(ui, plan.service.doubts.front()), Tone::amber, false);
  }
}

void save(ScreenContext& context, ServiceForm& form) {
  app::ServicePointsRequest request;
  if (!read_typed(context.ui, form, request)) return;
  context.commands.act([&desk = context.desk, &form, request](app::App& app) {
    const app::ServicePointsPlan plan = app::plan_service_points(app.context(), request);
    const auto undo = [&](const std::vector<journal::Event>& events) {
      std::string event;
      for (const journal::Event& made : events) {
        if (made.kind == volunteers::service_kind) event = made.h.hex();
      }
      return app::Undoable{form.first_name, [event](app::App& running) {
                             const auto back = app::plan_take_back_service(
                                 running.context(), {.ref = event, .why = ledger::Why::undo});
                             return running.perform(back) == ledger::ReverseStatus::accepted;
                           }};
    };
    const auto status = app.perform(plan, undo);
    if (status == app::ServicePointsStatus::accepted) {
      tell_saved(desk, form, plan, request.service.people.front().minutes);
    }
    if (status == app::ServicePointsStatus::accepted ||
        status == app::ServicePointsStatus::already_recorded) {
      form = {};
    } else {
      refuse(desk.ui, form, plan);
    }
  });
}

void draw_fields(Ui& ui, Rect& rest, ServiceForm& form) {
  const float block = ui.px(field_block_height);
  const float gap = ui.px(16);
  Rect line = rest.cut_top(block);
  number_field(ui, line.cut_left(ui.px(144)), form.hours,
               {.label = ui.say(Key::service_hours),
                .hint = ui.say(Key::service_hours_hint),
                .error = form.hours_error,
                .unit = ui.say(Key::hours_unit),
                .need = Need::required});
  line.cut_left(gap);
  date_field(ui, line.cut_left(ui.px(date_field_width)), form.date,
             {.label = ui.say(Key::business_date), .error = form.date_error});
  line.cut_left(gap);
  text_field(ui, line, form.start,
             {.label = ui.say(Key::service_start),
              .hint = ui.say(Key::service_start_hint),
              .error = form.start_error,
              .content = Content::digits});
  line = rest.cut_top(block);
  DropDownSpec kinds{.label = ui.say(Key::service_kind)};
  for (const Key name : kind_names) kinds.choices.emplace_back(ui.say(name));
  drop_down(ui, line.cut_left(ui.px(170)), form.kind_list, kinds, form.kind);
  line.cut_left(gap);
  number_field(ui, line.cut_left(ui.px(130)), form.served,
               {.label = ui.say(Key::service_served), .error = form.served_error});
  line.cut_left(gap);
  text_field(ui, line, form.place, {.label = ui.say(Key::service_place)});
  DropDownSpec rules{.label = ui.say(Key::service_rule),
                     .choices = {std::string(ui.say(Key::service_rule_none))}};
  for (const points::Rule& rule : form.rules) {
    rules.choices.push_back(rule.code + "　" + rule.text + "　" + rule_worth(ui, rule));
  }
  drop_down(ui, rest.cut_top(block), form.rule_list, rules, form.rule);
}

}  // namespace

std::string_view service_kind_name(const Ui& ui, volunteers::ServiceKind kind) {
  return ui.say(kind_names[static_cast<std::size_t>(kind)]);
}

void open_service_form(ScreenContext& context, ServiceForm& form, std::vector<ResidentId> people,
                       std::string first_name) {
  form = {};
  form.is_open = true;
  form.act = ActId::make(context.app.ports().random);
  form.people = std::move(people);
  form.first_name = std::move(first_name);
  if (!context.app.context().is_clock_suspicious) set_date(form.date, context.ui.today);
  const auto book = points::rule_book_on(context.database(), context.ui.today);
  if (!book) return;
  for (const points::Rule& rule : book->rules) {
    if (rule.rule_class == 'B' && rule.points > Points()) form.rules.push_back(rule);
  }
}

void draw_service_form(ScreenContext& context, ServiceForm& form) {
  if (!form.is_open) return;
  Ui& ui = context.ui;
  const std::string title =
      form.people.size() == 1
          ? ui.say(Key::service_title, {form.first_name})
          : ui.say(Key::service_title_several, {form.first_name, std::to_string(form.people.size())});
  FormDialog dialog(ui, "service form", title, 560, field_rows_height(ui, 3) + ui.px(20));
  Rect rest = dialog.content();
  draw_fields(ui, rest, form);
  draw_field_hint(ui, rest.cut_top(ui.px(20)), form.other_error, HintKind::error);
  switch (dialog.save_or_cancel(ui.say(Key::save_service))) {
    case FormOutcome::saved: save(context, form); break;
    case FormOutcome::cancelled: form = {}; break;
    case FormOutcome::open: break;
  }
}

}  // namespace jishan::ui
