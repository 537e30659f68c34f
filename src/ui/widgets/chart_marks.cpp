#include "ui/widgets/chart_marks.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/widgets/button.h"
#include "ui/widgets/chart.h"

namespace jishan::ui {
namespace {

enum class Filling { solid, hollow, striped };

struct MarkLook {
  ImU32 color;
  Filling filling;
};

MarkLook look_of(const Ui& ui, std::size_t series) {
  const Tokens& c = ui.color();
  // In high contrast yellow and white are nearly as bright as each other: the second one is hollow.
  const Filling second = ui.theme.is_high_contrast() ? Filling::hollow : Filling::solid;
  const std::array<MarkLook, 4> looks{{{c.accent, Filling::solid},
                                       {c.accent_mid, second},
                                       {c.warn_fill, Filling::striped},
                                       {c.text3, Filling::hollow}}};
  return looks[series % looks.size()];
}

ImGuiID mark_id(int index) {
  const IdScope scope(index);
  return id_of("mark");
}

// The mark where the arrow keys lead from this one.
int steered_from(Ui& ui, const Mark& spec) {
  int wanted = spec.index;
  if (ui.pressed({ImGuiKey_RightArrow, 0}) || ui.pressed(chords::down)) ++wanted;
  if (ui.pressed({ImGuiKey_LeftArrow, 0}) || ui.pressed(chords::up)) --wanted;
  if (ui.pressed({ImGuiKey_Home, 0})) wanted = 0;
  if (ui.pressed({ImGuiKey_End, 0})) wanted = spec.count - 1;
  return std::clamp(wanted, 0, spec.count - 1);
}

}  // namespace

ImU32 mark_color(const Ui& ui, std::size_t series) { return look_of(ui, series).color; }

void fill_mark(Ui& ui, const Rect& box, std::size_t series) {
  if (box.w <= 0 || box.h <= 0) return;
  const MarkLook look = look_of(ui, series);
  if (look.filling == Filling::solid) {
    fill(ui, box, look.color);
    return;
  }
  if (look.filling == Filling::striped) {
    const float pitch = ui.px(5);
    for (float y = box.y; y < box.bottom(); y += pitch) {
      fill(ui, {box.x, y, box.w, std::min(ui.px(2), box.bottom() - y)}, look.color);
    }
  }
  outline(ui, box, look.color, 0, std::min(2.0F, box.h));
}

void draw_legend_square(Ui& ui, Rect& line, std::size_t series) {
  const Rect square = line.cut_left(ui.px(10));
  fill_mark(ui, {square.x, std::floor(square.center().y - ui.px(5)), ui.px(10), ui.px(10)}, series);
  line.cut_left(ui.px(5));
}

MarkOutcome mark(Ui& ui, ImGuiID group, ChartState& state, const Mark& spec) {
  const ImGuiID id = mark_id(spec.index);
  // Not by its own stop: a chart is one of them for Tab, however many marks it has.
  Pressable press = pressable(ui, id, spec.place, Reach::by_mouse_only);
  const bool is_focused = ui.focus.stop(
      {.id = id,
       .box = spec.place,
       .tabbing = state.current == spec.index ? Tabbing::visited : Tabbing::passed_over});
  if (press.is_held) ui.focus.give(id, FocusedBy::mouse);
  if (is_focused) {
    state.current = spec.index;
    if (ui.pressed(chords::enter) || ui.pressed(chords::space)) press.is_pressed = true;
    const int wanted = steered_from(ui, spec);
    if (wanted != spec.index) {
      state.current = wanted;
      ui.focus.give(mark_id(wanted), FocusedBy::keyboard);
    }
  }
  if (ui.focus.shows_ring(id)) outline(ui, spec.place.grown(ui.px(1)), ui.color().focus, 0, 2);
  MirrorRow& row = ui.mirror.add(id, Role::figure, spec.label, spec.place);
  row.parent = group;
  row.value = spec.value;
  row.is_focused = ui.focus.has(id);
  return {press.is_pressed, press.is_hovered || ui.focus.has(id)};
}

}  // namespace jishan::ui
