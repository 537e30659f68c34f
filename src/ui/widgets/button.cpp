#include "ui/widgets/button.h"

#include <imgui_internal.h>

#include <cmath>

#include "ui/widgets/tooltip.h"

namespace jishan::ui {
namespace {

struct Colors {
  ImU32 ground;
  ImU32 border;
  ImU32 letters;
  ImU32 key;
};

constexpr ImU32 clear = 0;

Colors colors_of(const Ui& ui, const ButtonSpec& spec, const Pressable& state) {
  const Tokens& c = ui.color();
  if (spec.enabled == Enabled::no) return {c.sub, c.line, c.text3, c.text3};
  switch (spec.kind) {
    case ButtonKind::primary: {
      const ImU32 ground = state.is_held      ? c.accent_press
                           : state.is_hovered ? c.accent_hover
                                              : c.accent;
      return {ground, ground, c.on_accent, c.key_on_accent};
    }
    case ButtonKind::plain:
      return {state.is_held ? c.sel : state.is_hovered ? c.hover : c.surface, c.line2, c.text,
              c.text3};
    case ButtonKind::text:
      return {state.is_held ? c.sel : state.is_hovered ? c.hover : clear, clear, c.accent, c.text3};
    case ButtonKind::danger:
      return {state.is_hovered || state.is_held ? c.err_soft : c.surface,
              state.is_held ? c.err : c.err_line, c.err, c.text3};
  }
  return {};
}

Look label_look(const ButtonSpec& spec, ImU32 color) {
  Look look;
  look.size = spec.size == ButtonSize::big ? TextSize::title : TextSize::body;
  look.weight = spec.kind == ButtonKind::primary ? Weight::bold : Weight::regular;
  look.color = color;
  return look;
}

std::string key_text(const ButtonSpec& spec) {
  return spec.key.is_none() ? std::string() : name_of(spec.key);
}

float content_width(const Ui& ui, const ButtonSpec& spec) {
  const Look look = label_look(spec, 0);
  float width = text_width(ui, spec.label, look.size, look.weight);
  if (spec.icon != Icon::none) width += ui.px(18 + 8);
  if (!spec.key.is_none()) width += ui.px(8) + text_width(ui, key_text(spec), TextSize::small);
  return width;
}

// The key is named only where there is room for it.
void draw_content(Ui& ui, const Rect& box, ButtonSpec spec, const Colors& colors) {
  if (content_width(ui, spec) > box.w) spec.key = chords::none;
  Rect rest = box;
  rest.cut_left(std::max(0.0F, std::floor((box.w - content_width(ui, spec)) / 2)));
  if (spec.icon != Icon::none) {
    draw_icon(*ImGui::GetWindowDrawList(), spec.icon, rest.cut_left(ui.px(18)), ui.px(18),
              ui.stroke_px(), colors.letters);
    rest.cut_left(ui.px(8));
  }
  const std::string key = key_text(spec);
  Look key_look{TextSize::small, Weight::regular, colors.key};
  rest.w += 1;
  // Letters that lead somewhere look like a link where colours say little.
  if (spec.kind == ButtonKind::text && ui.theme.is_high_contrast()) {
    const float width = std::min(rest.w, text_width(ui, spec.label));
    fill(ui, {rest.x, rest.center().y + ui.px(9), width, ui.px(1)}, colors.letters);
  }
  if (key.empty()) {
    draw_text(ui, rest, spec.label, label_look(spec, colors.letters));
  } else {
    draw_runs(ui, rest, {{spec.label, label_look(spec, colors.letters)}, {key, key_look, 8}});
  }
}

}  // namespace

Pressable pressable(Ui& ui, ImGuiID id, const Rect& box, Reach reach, Opening opening) {
  Pressable state;
  const ImRect bounds(box.min(), box.max());
  const bool is_visible = ImGui::ItemAdd(bounds, id, nullptr, ImGuiItemFlags_NoNav);
  if (is_visible) {
    state.is_pressed = ImGui::ButtonBehavior(bounds, id, &state.is_hovered, &state.is_held,
                                             ImGuiButtonFlags_NoNavFocus);
  }
  if (state.is_hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (reach == Reach::by_mouse_only) return state;
  const bool has_focus = ui.focus.stop({.id = id, .opening = opening, .box = box});
  if (state.is_held) ui.focus.give(id, FocusedBy::mouse);
  if (has_focus && (ui.pressed(chords::enter) || ui.pressed(chords::space))) {
    state.is_pressed = true;
  }
  return state;
}

float button_height(const Ui& ui, ButtonSize size) {
  switch (size) {
    case ButtonSize::normal: return ui.px(36);
    case ButtonSize::small: return ui.px(30);
    case ButtonSize::big: return ui.px(56);
  }
  return 0;
}

float button_width(const Ui& ui, const ButtonSpec& spec) {
  const float padding = spec.kind == ButtonKind::text ? 8 : 16;
  return std::ceil(content_width(ui, spec)) + 2 * ui.px(padding);
}

bool button(Ui& ui, const Rect& box, const ButtonSpec& spec) {
  const ImGuiID id = id_of(spec.label);
  Pressable state;
  if (spec.enabled == Enabled::yes) {
    state = pressable(ui, id, box, Reach::by_keyboard, spec.opening);
    if (!spec.key.is_none() && ui.pressed(spec.key)) state.is_pressed = true;
  }
  const Colors colors = colors_of(ui, spec, state);
  if (colors.ground != clear) fill(ui, box, colors.ground, 4);
  if (colors.border != clear) outline(ui, box, colors.border, 4);
  draw_content(ui, box, spec, colors);
  if (ui.focus.shows_ring(id)) focus_ring(ui, box, 4);
  MirrorRow& row = ui.mirror.add(id, Role::button, spec.label, box);
  row.is_focused = ui.focus.has(id);
  row.is_disabled = spec.enabled == Enabled::no;
  row.expanded = spec.expanded;
  row.description = key_text(spec);
  return state.is_pressed;
}

bool button_right(Ui& ui, Rect& bar, const ButtonSpec& spec) {
  const Rect place = bar.cut_right(button_width(ui, spec));
  bar.cut_right(ui.px(12));
  const float height = button_height(ui, spec.size);
  return button(ui, {place.x, bar.y + std::floor((bar.h - height) / 2), place.w, height}, spec);
}

bool button_left(Ui& ui, Rect& bar, const ButtonSpec& spec) {
  const Rect place = bar.cut_left(button_width(ui, spec));
  bar.cut_left(ui.px(12));
  const float height = button_height(ui, spec.size);
  return button(ui, {place.x, bar.y + std::floor((bar.h - height) / 2), place.w, height}, spec);
}

bool link(Ui& ui, const Rect& box, std::string_view label, Align align) {
  const ImGuiID id = id_of(label);
  const float width = std::min(box.w, text_width(ui, label, TextSize::small));
  const float x = align == Align::right ? box.right() - width : box.x;
  const Rect place{x, box.y, width, box.h};
  const Pressable state = pressable(ui, id, place);
  draw_text(ui, place, label, {TextSize::small, Weight::regular, ui.color().accent});
  if (state.is_hovered || ui.theme.is_high_contrast()) {
    const float below = place.center().y + ui.px(9);
    fill(ui, {place.x, below, place.w, ui.px(1)}, ui.color().accent);
  }
  if (ui.focus.shows_ring(id)) focus_ring(ui, place, 2);
  ui.mirror.add(id, Role::link, label, place).is_focused = ui.focus.has(id);
  return state.is_pressed;
}

bool icon_button(Ui& ui, const Rect& box, Icon icon, std::string_view label) {
  const ImGuiID id = id_of(label);
  const Pressable state = pressable(ui, id, box);
  if (state.is_hovered) fill(ui, box, ui.color().hover, 4);
  draw_icon(*ImGui::GetWindowDrawList(), icon, box, ui.px(18), ui.stroke_px(), ui.color().text2);
  if (ui.focus.shows_ring(id)) focus_ring(ui, box, 4);
  if (state.is_hovered) tooltip(ui, id, box, label);
  ui.mirror.add(id, Role::button, label, box).is_focused = ui.focus.has(id);
  return state.is_pressed;
}

}  // namespace jishan::ui
