#include "ui/widgets/actions.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets/overlay.h"

namespace jishan::ui {
namespace {

constexpr float row_height = 38;
constexpr float gap = 6;

// One row of the menu; true when it was pressed.
bool menu_row(Ui& ui, const Rect& row, const ButtonSpec& spec) {
  const ImGuiID id = id_of(spec.label);
  const Pressable press = pressable(ui, id, row);
  if (press.is_hovered || ui.focus.has(id)) fill(ui, row, ui.color().hover);
  if (ui.focus.shows_ring(id)) outline(ui, row, ui.color().focus, 4, 2);
  Rect rest = row.inset(ui.px(12), 0);
  const std::string key = spec.key.is_none() ? std::string() : name_of(spec.key);
  rest.cut_right(draw_text(ui, rest, key,
                           {TextSize::small, Weight::regular, ui.color().text3, Align::right}));
  draw_text(ui, rest, spec.label,
            {.color = spec.kind == ButtonKind::danger ? ui.color().err : ui.color().text});
  MirrorRow& shown = ui.mirror.add(id, Role::menuitem, spec.label, row);
  shown.is_focused = ui.focus.has(id);
  shown.description = key;
  return press.is_pressed;
}

// Above its button, as wide as its longest row; the rows are steered with ↑ and ↓.
class Menu {
 public:
  Menu(Ui& ui, const Rect& button, const std::vector<ButtonSpec>& specs)
      : m_ui(ui), m_button(button), m_specs(specs) {
    float width = button.w;
    for (const ButtonSpec& spec : specs) width = std::max(width, button_width(ui, spec));
    const float height = ui.px(row_height) * static_cast<float>(specs.size() - 1) + 2 * ui.px(1);
    m_box = {button.right() - width, button.y - ui.px(gap) - height, width, height};
  }

  // The index of the row that was pressed, or −1. Clears `open_menu` when the menu goes.
  int draw(bool is_new) {
    const PopupWindow popup(m_ui, "more", m_box);
    Rect rest = m_box.inset(m_ui.px(1), m_ui.px(1));
    int pressed = -1;
    for (std::size_t i = 1; i < m_specs.size(); ++i) {
      const ImGuiID id = id_of(m_specs[i].label);
      if (is_new && i == 1) m_ui.focus.give(id, FocusedBy::keyboard);
      if (m_ui.focus.has(id)) steer(i);
      if (menu_row(m_ui, rest.cut_top(m_ui.px(row_height)), m_specs[i])) {
        pressed = static_cast<int>(i);
      }
    }
    if (pressed >= 0 || popup.was_clicked_away(m_button)) m_ui.open_menu = 0;
    return pressed;
  }

 private:
  void steer(std::size_t row) {
    if (m_ui.pressed(chords::down) && row + 1 < m_specs.size()) {
      m_ui.focus.give(id_of(m_specs[row + 1].label), FocusedBy::keyboard);
    } else if (m_ui.pressed(chords::up) && row > 1) {
      m_ui.focus.give(id_of(m_specs[row - 1].label), FocusedBy::keyboard);
    }
  }

  Ui& m_ui;
  Rect m_button;
  const std::vector<ButtonSpec>& m_specs;
  Rect m_box;
};

int more(Ui& ui, Rect& bar, const std::vector<ButtonSpec>& specs) {
  const ImGuiID id = id_of(ui.say(Key::more_actions));
  const bool was_open = ui.open_menu == id;
  if (was_open && ui.pressed(chords::escape)) {
    ui.open_menu = 0;
    ui.focus.give(id, FocusedBy::keyboard);
  }
  const ButtonSpec spec{.label = ui.say(Key::more_actions),
                        .icon = Icon::up,
                        .expanded = ui.open_menu == id ? Tri::on : Tri::off};
  const float width = button_width(ui, spec);
  const Rect place{bar.right() - width, bar.y + std::floor((bar.h - ui.px(36)) / 2), width,
                   ui.px(36)};
  if (button_right(ui, bar, spec)) ui.open_menu = ui.open_menu == id ? 0 : id;
  for (std::size_t i = 1; i < specs.size(); ++i) {
    if (!specs[i].key.is_none() && ui.pressed(specs[i].key)) return static_cast<int>(i);
  }
  if (ui.open_menu != id) return -1;
  return Menu(ui, place, specs).draw(!was_open);
}

}  // namespace

int actions(Ui& ui, Rect& bar, const std::vector<ButtonSpec>& specs) {
  int pressed = button_right(ui, bar, specs.front()) ? 0 : -1;
  if (ui.room == Room::narrow && specs.size() > 1) {
    const int chosen = more(ui, bar, specs);
    return chosen > 0 ? chosen : pressed;
  }
  for (std::size_t i = 1; i < specs.size(); ++i) {
    if (button_right(ui, bar, specs[i])) pressed = static_cast<int>(i);
  }
  return pressed;
}

}  // namespace jishan::ui
