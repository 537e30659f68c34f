#include "ui/screens/household_tabs.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "ui/screens/volunteers.h"
#include "ui/words.h"
#include "village/queries.h"

namespace jishan::ui {
namespace {

// What the fields of a household and of a person are called on the forms.
std::string_view field_in_words(const Ui& ui, std::string_view field) {
  struct Word {
    std::string_view field;
    Key key;
  };
  constexpr std::array words{
      Word{"no", Key::field_number},        Word{"grp", Key::field_group},
      Word{"class", Key::field_class},      Word{"head", Key::column_head},
      Word{"state", Key::field_state},      Word{"addr", Key::field_address},
      Word{"note", Key::column_note},       Word{"hh", Key::field_household},
      Word{"rel", Key::field_relation},     Word{"name", Key::field_person_name},
      Word{"sex", Key::field_sex},          Word{"born", Key::field_born},
      Word{"minor", Key::column_age},       Word{"phone", Key::field_phone},
      Word{"idno", Key::field_id_number},
  };
  const auto* const found = std::find_if(words.begin(), words.end(),
                                         [&](const Word& word) { return word.field == field; });
  return ui.say(found == words.end() ? Key::field_other : found->key);
}

std::string change_in_words(const Ui& ui, const roster::ChangeView& change, std::string_view name) {
  const bool is_household = change.resident.is_empty();
  if (change.is_first) {
    return is_household ? std::string(ui.say(Key::change_entered_household))
                        : ui.say(Key::change_entered_person, {name});
  }
  std::vector<std::string_view> named;
  for (const std::string& field : change.fields) {
    const std::string_view word = field_in_words(ui, field);
    if (std::find(named.begin(), named.end(), word) == named.end()) named.push_back(word);
  }
  std::string fields;
  for (const std::string_view word : named) {
    if (!fields.empty()) fields += ui.say(Key::list_comma);
    fields += word;
  }
  return is_household ? ui.say(Key::change_of_household, {fields})
                      : ui.say(Key::change_of_person, {name, fields});
}

// Who sat there, else whose laptop it was.
std::string author_of(db::Database& database, const roster::ChangeView& change) {
  if (const auto id = OperatorId::from_text(change.operator_id)) {
    const auto known = village::find_operator(database, *id);
    if (known && !known->name.is_empty()) return mask(known->name, Audience::desk);
  }
  return village::writer_name(database, change.writer);
}

std::vector<HouseholdChange> read_changes(ScreenContext& context, const HouseholdDetail& detail) {
  const Ui& ui = context.ui;
  std::vector<HouseholdChange> lines;
  for (const roster::ChangeView& change :
       roster::changes_of(context.database(), context.journal(), detail.id)) {
    const auto resident = std::find_if(
        detail.residents.begin(), detail.residents.end(),
        [&](const roster::ResidentView& each) { return each.id == change.resident; });
    const std::string name =
        resident == detail.residents.end() ? std::string() : mask(resident->name, Audience::desk);
    lines.push_back({civil_date(change.minutes, ui.offset_minutes).iso(),
                     change_in_words(ui, change, name), author_of(context.database(), change)});
  }
  return lines;
}

// Of everybody in the household, the newest first.
std::vector<volunteers::ServiceLineView> read_services(ScreenContext& context,
                                                       const HouseholdDetail& detail) {
  const Period ever{Date::from_ymd(1900, 1, 1).value_or(context.ui.today),
                    Date::from_ymd(2199, 12, 31).value_or(context.ui.today)};
  std::vector<volunteers::ServiceLineView> lines;
  for (const roster::ResidentView& resident : detail.residents) {
    auto of_one = volunteers::service_lines(context.database(), {resident.id, {}}, ever).lines;
    std::move(of_one.begin(), of_one.end(), std::back_inserter(lines));
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const auto& a, const auto& b) { return b.date < a.date; });
  return lines;
}

void told_empty(Ui& ui, Rect box, Key text) {
  const Rect line = box.cut_top(ui.px(40)).inset(ui.px(17), 0);
  draw_text(ui, line, ui.say(text), {TextSize::small, Weight::regular, ui.color().text2});
  ui.mirror.add(id_of(ui.say(text)), Role::note, ui.say(text), line);
}

void services_table(ScreenContext& context, const Rect& box, HouseholdsState& state) {
  Ui& ui = context.ui;
  const auto& lines = *state.detail.services;
  TableSpec spec{.label = ui.say(Key::tab_services),
                 .columns = {{ui.say(Key::column_date), date_width(ui, lines)},
                             {ui.say(Key::column_name), 84},
                             {ui.say(Key::service_kind)},
                             {ui.say(Key::column_hours), 68, Align::right},
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
  spec.row_label = [&](int row) { return mask(at(row).name, Audience::desk) + " " + std::string(kind_of(row)); };
  spec.draw_row = [&](int row, RowPainter& cells) {
    cells.text(date_in_table(ui, at(row).date));
    cells.text(mask(at(row).name, Audience::desk));
    cells.text(kind_of(row));
    cells.text(hours_from_minutes(at(row).minutes));
    cells.text(to_display(at(row).points));
  };
  table(ui, box, state.services, spec);
}

void changes_table(ScreenContext& context, const Rect& box, HouseholdsState& state) {
  Ui& ui = context.ui;
  const auto& lines = *state.detail.changes;
  TableSpec spec{.label = ui.say(Key::tab_changes),
                 .columns = {{ui.say(Key::column_date), date_width(ui, lines)},
                             {ui.say(Key::tab_changes)},
                             {ui.say(Key::column_by), 92}},
                 .row_count = static_cast<int>(lines.size()),
                 .density = Density::dense,
                 .marking = Marking::while_focused};
  const auto at = [&lines](int row) -> const HouseholdChange& {
    return lines[static_cast<std::size_t>(row)];
  };
  spec.row_label = [&](int row) { return at(row).what; };
  spec.draw_row = [&](int row, RowPainter& cells) {
    cells.text(date_in_table(ui, at(row).date));
    cells.text(at(row).what);
    cells.text(at(row).who, {.color = ui.color().text2});
  };
  table(ui, box, state.changes, spec);
}

}  // namespace

void household_tab(ScreenContext& context, const Rect& box, HouseholdsState& state) {
  Ui& ui = context.ui;
  HouseholdDetail& detail = state.detail;
  const Rect inside = box.inset(ui.px(1), ui.px(1));
  if (state.tab == 0) {
    if (detail.passbook.empty()) return told_empty(ui, box, Key::passbook_empty);
    return draw_passbook(context, inside, detail.passbook, state.passbook, state.reversal);
  }
  if (state.tab == 1) {
    if (!detail.services) detail.services = read_services(context, detail);
    if (detail.services->empty()) return told_empty(ui, box, Key::services_empty);
    return services_table(context, inside, state);
  }
  if (!detail.changes) detail.changes = read_changes(context, detail);
  changes_table(context, inside, state);
}

}  // namespace jishan::ui
