#include "ui/widgets/field.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace jishan::ui {
namespace {

// The text's place between an icon at the left and a unit at the right.
Rect inner_of(Ui& ui, const Rect& frame, const FieldSpec& spec) {
  Rect inner = frame.inset(ui.px(10), 0);
  if (spec.icon != Icon::none) inner.cut_left(ui.px(24));
  if (!spec.unit.empty()) {
    inner.cut_right(text_width(ui, spec.unit, TextSize::small) + ui.px(8));
  }
  return inner;
}

void draw_decoration(Ui& ui, const Rect& frame, const FieldSpec& spec) {
  const Rect inner = frame.inset(ui.px(10), 0);
  if (spec.icon != Icon::none) {
    draw_icon(*ImGui::GetWindowDrawList(), spec.icon, {inner.x, inner.y, ui.px(18), inner.h},
              ui.px(18), ui.stroke_px(), ui.color().text3);
  }
  if (!spec.unit.empty()) {
    draw_text(ui, inner, spec.unit,
              {TextSize::small, Weight::regular, ui.color().text2, Align::right});
  }
}

InputLineOutcome field_with(Ui& ui, const Rect& block, FieldState& state, const FieldSpec& spec,
                            Role role) {
  const FieldBlock parts = field_block(ui, block);
  const bool is_wrong = state.was_left && !spec.error.empty();
  draw_field_label(ui, parts.label, spec.label, spec.need);
  InputLineOutcome outcome;
  if (spec.access == Access::read_only) {
    draw_field_frame(ui, parts.frame, FrameState::read_only);
    draw_text(ui, inner_of(ui, parts.frame, spec), state.text, {.align = spec.align});
    outcome.id = id_of(spec.label);
  } else {
    draw_field_frame(ui, parts.frame, is_wrong ? FrameState::wrong : FrameState::normal);
    outcome = input_line(ui, spec.label, parts.frame, inner_of(ui, parts.frame, spec), state.text,
                         {.placeholder = spec.placeholder,
                          .align = spec.align,
                          .on_enter = spec.on_enter,
                          .opening = state.text.empty() ? Opening::empty_field : spec.opening});
    if (outcome.is_focused) {
      draw_field_frame(ui, parts.frame,
                       is_wrong ? FrameState::wrong_and_focused : FrameState::focused);
    }
  }
  draw_decoration(ui, parts.frame, spec);
  if (outcome.is_left) {
    state.was_left = true;
    if (spec.content == Content::digits) state.text = trimmed(fold_full_width(state.text));
  }
  if (outcome.is_changed) state.was_cut = outcome.was_cut;
  const std::string_view cut = state.was_cut ? ui.say(Key::field_cut) : std::string_view();
  const std::string_view below = is_wrong                ? spec.error
                                 : !cut.empty()          ? cut
                                 : !spec.warning.empty() ? spec.warning
                                                         : spec.hint;
  draw_field_hint(ui, parts.hint, below,
                  is_wrong                                ? HintKind::error
                  : !cut.empty() || !spec.warning.empty() ? HintKind::warning
                                                          : HintKind::plain);
  MirrorRow& row = ui.mirror.add(outcome.id, role, spec.label, parts.frame);
  row.value = state.text;
  row.description = below;
  row.is_focused = outcome.is_focused;
  row.is_invalid = is_wrong;
  row.is_readonly = spec.access == Access::read_only;
  row.is_required = spec.need == Need::required;
  return outcome;
}

}  // namespace

FieldBlock field_block(const Ui& ui, Rect block) {
  FieldBlock parts;
  parts.label = block.cut_top(ui.px(18));
  block.cut_top(ui.px(4));
  parts.frame = block.cut_top(ui.px(field_height));
  parts.hint = block.cut_top(ui.px(20));
  return parts;
}

void draw_field_label(Ui& ui, const Rect& box, std::string_view label, Need need) {
  const Look look{TextSize::small, Weight::regular, ui.color().text2};
  const float width = draw_text(ui, box, label, look);
  if (need == Need::required) {
    draw_text(ui, {box.x + width + ui.px(4), box.y, ui.px(12), box.h}, "*",
              {TextSize::small, Weight::bold, ui.color().err});
  }
}

void draw_field_hint(Ui& ui, const Rect& box, std::string_view text, HintKind kind) {
  if (text.empty()) return;
  Rect rest = box;
  ImU32 color = ui.color().text3;
  if (kind != HintKind::plain) {
    color = kind == HintKind::error ? ui.color().err : ui.color().warn;
    draw_icon(*ImGui::GetWindowDrawList(), kind == HintKind::error ? Icon::error : Icon::warn,
              rest.cut_left(ui.px(16)), ui.px(16), ui.stroke_px(), color);
    rest.cut_left(ui.px(4));
  }
  draw_text(ui, rest, text, {TextSize::small, Weight::regular, color});
}

void draw_field_frame(Ui& ui, const Rect& frame, FrameState state) {
  const Tokens& c = ui.color();
  switch (state) {
    case FrameState::normal:
      fill(ui, frame, c.surface, 4);
      outline(ui, frame, c.field, 4);
      break;
    case FrameState::read_only:
      fill(ui, frame, c.sub, 4);
      outline(ui, frame, c.line, 4);
      break;
    case FrameState::wrong:
      fill(ui, frame, c.surface, 4);
      outline(ui, frame, c.err, 4, 2);
      break;
    case FrameState::focused:
      outline(ui, frame, c.field, 4);
      focus_ring(ui, frame, 4);
      break;
    case FrameState::wrong_and_focused:
      outline(ui, frame, c.err, 4, 2);
      focus_ring(ui, frame, 4);
      break;
  }
}

InputLineOutcome text_field(Ui& ui, const Rect& block, FieldState& state, const FieldSpec& spec) {
  return field_with(ui, block, state, spec, Role::textbox);
}

std::optional<std::int64_t> count_from_typed(std::string_view text) {
  const std::string folded = fold_full_width(text);
  const std::string_view digits = trimmed(folded);
  std::int64_t count = 0;
  const auto [end, problem] =
      std::from_chars(digits.data(), digits.data() + digits.size(), count);
  if (digits.empty() || problem != std::errc() || end != digits.data() + digits.size()) {
    return std::nullopt;
  }
  return count;
}

bool is_number_too_large(std::string_view typed) {
  constexpr std::size_t whole_digits_max = 7;
  const std::string folded = fold_full_width(trimmed(typed));
  if (folded.find_first_not_of("0123456789,.") != std::string::npos) return false;
  const std::string_view whole = std::string_view(folded).substr(0, folded.find('.'));
  const auto commas = static_cast<std::size_t>(std::count(whole.begin(), whole.end(), ','));
  return whole.size() - commas > whole_digits_max;
}

InputLineOutcome number_field(Ui& ui, const Rect& block, FieldState& state, const FieldSpec& spec) {
  FieldSpec with = spec;
  with.align = Align::right;
  with.content = Content::digits;
  const InputLineOutcome outcome = field_with(ui, block, state, with, Role::spinbutton);
  if (outcome.is_focused) {
    const int step = (ui.pressed(chords::up) ? 1 : 0) - (ui.pressed(chords::down) ? 1 : 0);
    const auto count = count_from_typed(state.text.empty() ? "0" : state.text);
    // Amounts below nothing are typed where there are any; a key pressed once too often makes none.
    const bool leads_below = step < 0 && count == 0;
    if (step != 0 && count && !leads_below) {
      state.text = std::to_string(*count + step);
      reload_active_line();
    }
  }
  return outcome;
}

}  // namespace jishan::ui
