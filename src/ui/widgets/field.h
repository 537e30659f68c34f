// Fields with the label above and a hint line that is always reserved, so that nothing jumps when
// an error appears: label 18 + 4 + field 36 + hint 20 = 78.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "ui/context.h"
#include "ui/icons.h"
#include "ui/widgets/input_line.h"

namespace jishan::ui {

inline constexpr float field_block_height = 78;  // px at 100 %
inline constexpr float field_height = 36;
inline constexpr float date_field_width = 156;

enum class Need { optional, required };
// Digits are numbers and codes: full-width forms are folded when the field is left.
enum class Content { words, digits };

struct FieldState {
  std::string text;
  // Errors appear when the person leaves the field, or pressed the primary button too early.
  bool was_left = false;
  bool was_cut = false;
};

struct FieldSpec {
  std::string_view label;
  std::string_view hint;
  std::string_view placeholder;
  std::string_view error;    // the field is wrong; shown once it was left
  std::string_view warning;  // look at this; saving is allowed
  std::string_view unit;     // small, at the right end
  Need need = Need::optional;
  Content content = Content::words;
  Access access = Access::edit;
  Align align = Align::left;
  Icon icon = Icon::none;
  Opening opening = Opening::ordinary;
  OnEnter on_enter = OnEnter::next_field;
};

// The three parts of a field's block.
struct FieldBlock {
  Rect label;
  Rect frame;
  Rect hint;
};
FieldBlock field_block(const Ui& ui, Rect block);
void draw_field_label(Ui& ui, const Rect& box, std::string_view label, Need need);
enum class HintKind { plain, warning, error };
void draw_field_hint(Ui& ui, const Rect& box, std::string_view text, HintKind kind);
enum class FrameState { normal, focused, wrong, wrong_and_focused, read_only };
void draw_field_frame(Ui& ui, const Rect& frame, FrameState state);

InputLineOutcome text_field(Ui& ui, const Rect& block, FieldState& state, const FieldSpec& spec);

// Digits at the right; ↑ and ↓ by one.
// The text stays what was typed: hundredths_from_text or count_from_typed read it.
InputLineOutcome number_field(Ui& ui, const Rect& block, FieldState& state, const FieldSpec& spec);
// A whole number as typed, full-width digits counted; nothing if it is none.
std::optional<std::int64_t> count_from_typed(std::string_view text);

// A number with so many digits that nobody means it: it is too large and not missing.
bool is_number_too_large(std::string_view typed);

// Takes all typed forms of base/date.h, J for today and Z for yesterday; shows ISO when left.
// The hint tells the weekday. F4 opens the month. No date later than `last`.
struct DateFieldState {
  FieldState field;
  bool is_month_open = false;
  int shown_year = 0;
  int shown_month = 0;
};
InputLineOutcome date_field(Ui& ui, const Rect& block, DateFieldState& state,
                            const FieldSpec& spec);
void set_date(DateFieldState& state, Date date);
std::optional<Date> date_of(const Ui& ui, const DateFieldState& state);
// The field holds something, and it is no day. Without asking this an unreal date would be taken
// for none at all, which means today.
bool is_date_unreal(const Ui& ui, const DateFieldState& state);
std::string_view weekday_name(const Ui& ui, Date date);
// "今天，星期五", "昨天，星期四", "星期三".
std::string weekday_hint(const Ui& ui, Date date);

}  // namespace jishan::ui
