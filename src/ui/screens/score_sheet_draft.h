// A score sheet as a small record of this laptop, so that a page that was closed in the middle of
// it offers it again. It keeps the act id: a sheet that was submitted already adds nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ui/screens/score_sheet_edit.h"

namespace jishan::ui {

inline constexpr std::string_view sheet_record = "score_sheet";

enum class SheetSide { layout, grid };

struct SheetDraft {
  app::ScoreSheet sheet;  // its day is in date_text, as it was typed
  EntryOrder order = EntryOrder::by_household;
  SheetSide side = SheetSide::layout;
  std::string date_text;
};

// "" for a sheet in which nothing was typed: laying it out anew costs little.
std::string text_of(const SheetDraft& draft);
// Nothing when the record is empty or of another form.
std::optional<SheetDraft> sheet_draft_from(std::string_view text);

}  // namespace jishan::ui
