// The whole program in front of a person, without a browser: real screens, real commands, a fake
// store that answers at once.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "support/computer.h"
#include "support/imgui_stage.h"
#include "ui/ui.h"

namespace jishan::test {

class InterfaceStage final : public InputStage {
 public:
  explicit InterfaceStage(std::uint64_t seed, float width = 1366, float height = 640,
                          Letters letters = Letters::half_an_em)
      : InputStage(width, height, letters), m_computer(seed) {
    run(3);
  }

  [[nodiscard]] const ui::Mirror& mirror() const override { return m_interface->mirror(); }
  testing::Computer& computer() { return m_computer; }
  app::App& app() { return m_computer.app(); }

  // The value of what is shown under this role and label; "" when it is not shown.
  [[nodiscard]] std::string value(ui::Role role, std::string_view label) const {
    const ui::MirrorRow* row = find(role, label);
    return row == nullptr ? std::string() : row->value;
  }
  // Some row of this role whose label contains the text.
  [[nodiscard]] bool shows(ui::Role role, std::string_view part) const {
    for (const ui::MirrorRow& row : mirror().rows()) {
      if (row.role == role && row.label.find(part) != std::string::npos) return true;
    }
    return false;
  }
  // Goes there as a screen reader does and presses Enter. False when nothing of this name is shown.
  bool press_widget(ui::Role role, std::string_view label) {
    const ui::MirrorRow* row = find(role, label);
    if (row == nullptr) return false;
    go_to(row->id);
    press(ImGuiKey_Enter);
    return true;
  }
  void go_to(ImGuiID widget) {
    m_interface->go_to_widget(widget);
    run(2);
  }
  // From now on the mirror keeps what each frame painted.
  void watch_paint() { m_interface->watch_paint(); }
  // The page is closed and opened again: memory is new, the store is what it was.
  void reopen() {
    m_computer.switch_on();
    m_interface = std::make_unique<ui::Interface>();
    run(5);
  }
  // What happened outside goes to the program first, then to the screens.
  void happen(const app::Happening& happening) {
    app().take(happening);
    m_interface->hear(app(), happening);
  }

 private:
  void draw_frame() override {
    app().run(m_interface->commands());
    while (!m_computer.world().store.happenings.empty()) {
      const app::Happening happening = std::move(m_computer.world().store.happenings.front());
      m_computer.world().store.happenings.pop_front();
      happen(happening);
    }
    app().work();
    m_interface->frame(app(), {.fonts = fonts()});
  }

  testing::Computer m_computer;
  std::unique_ptr<ui::Interface> m_interface = std::make_unique<ui::Interface>();
};

}  // namespace jishan::test
