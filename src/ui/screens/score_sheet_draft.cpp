#include "ui/screens/score_sheet_draft.h"

#include <algorithm>
#include <charconv>

namespace jishan::ui {
namespace {

// One fact a line: its name, a tab, its value. No value holds a line break, because no field does.
constexpr std::string_view act = "act";
constexpr std::string_view side = "side";
constexpr std::string_view order = "order";
constexpr std::string_view date = "date";
constexpr std::string_view note = "note";
constexpr std::string_view item = "item";
constexpr std::string_view household = "household";
constexpr std::string_view cell = "cell";
constexpr std::string_view grid = "grid";
constexpr std::string_view by_rule = "by_rule";

void put(std::string& text, std::string_view name, std::string_view value) {
  text += name;
  text += '\t';
  for (const char c : value) text += c == '\n' || c == '\r' ? ' ' : c;
  text += '\n';
}

// Takes what stands before the separator off the front.
std::string_view next(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

std::optional<std::size_t> index_from(std::string_view text, std::size_t count) {
  std::size_t index = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), index);
  const bool is_whole = problem == std::errc() && end == text.data() + text.size();
  return is_whole && index < count ? std::optional(index) : std::nullopt;
}

bool take_cell(app::ScoreSheet& sheet, std::string_view value) {
  const auto row = index_from(next(value, '\t'), sheet.households.size());
  const auto column = index_from(next(value, '\t'), sheet.codes.size());
  if (!row || !column || value.empty()) return false;
  app::type_in(sheet, {*row, *column}, std::string(value));
  return true;
}

bool take_fact(SheetDraft& draft, std::string_view name, std::string_view value) {
  if (name == act) {
    const auto id = ActId::from_text(value);
    if (id) draft.sheet.act = *id;
    return id.has_value();
  }
  if (name == household) {
    const auto id = HouseholdId::from_text(value);
    if (id) draft.sheet.households.push_back(*id);
    return id.has_value();
  }
  if (name == cell) return take_cell(draft.sheet, value);
  if (name == item) {
    draft.sheet.codes.emplace_back(value);
  } else if (name == side) {
    draft.side = value == grid ? SheetSide::grid : SheetSide::layout;
  } else if (name == order) {
    draft.order = value == by_rule ? EntryOrder::by_rule : EntryOrder::by_household;
  } else if (name == date) {
    draft.date_text = value;
  } else if (name == note) {
    draft.sheet.note = value;
  } else {
    return false;
  }
  return true;
}

}  // namespace

std::string text_of(const SheetDraft& draft) {
  const app::ScoreSheet& sheet = draft.sheet;
  if (sheet.cells.empty()) return {};
  std::string text;
  put(text, act, sheet.act.str());
  if (draft.side == SheetSide::grid) put(text, side, grid);
  if (draft.order == EntryOrder::by_rule) put(text, order, by_rule);
  if (!draft.date_text.empty()) put(text, date, draft.date_text);
  if (!sheet.note.empty()) put(text, note, sheet.note);
  for (const std::string& code : sheet.codes) put(text, item, code);
  for (const HouseholdId& id : sheet.households) put(text, household, id.str());
  for (app::CellPlace at; at.row < sheet.households.size(); ++at.row) {
    for (at.column = 0; at.column < sheet.codes.size(); ++at.column) {
      const std::string& typed = app::typed_in(sheet, at);
      if (typed.empty()) continue;
      put(text, cell, std::to_string(at.row) + "\t" + std::to_string(at.column) + "\t" + typed);
    }
  }
  return text;
}

std::optional<SheetDraft> sheet_draft_from(std::string_view text) {
  SheetDraft draft;
  while (!text.empty()) {
    std::string_view value = next(text, '\n');
    const std::string_view name = next(value, '\t');
    if (!take_fact(draft, name, value)) return std::nullopt;
  }
  if (draft.sheet.act.is_empty() || draft.sheet.cells.empty()) return std::nullopt;
  return draft;
}

}  // namespace jishan::ui
