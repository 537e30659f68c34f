#include "ui/widgets/form_dialog.h"

#include "ui/widgets/field.h"

namespace jishan::ui {
namespace {

constexpr float padding = 20;
constexpr float title_height = 28 + 8;
constexpr float foot_height = 36;
constexpr float above_foot = 12;
// Rings of focused fields reach beyond them, and must not be cut by the part that scrolls.
constexpr float ring_reach = 4;

float sheet_height(const Ui& ui, float content_height) {
  return ui.px(2 * padding + title_height + above_foot + foot_height) + content_height;
}

}  // namespace

FormDialog::FormDialog(Ui& ui, std::string_view name, std::string_view title, float width,
                       float content_height)
    : m_ui(ui), m_layer(ui, name) {
  Rect rest = dialog_sheet(ui, title, width, sheet_height(ui, content_height));
  m_foot = rest.cut_bottom(ui.px(foot_height));
  rest.cut_bottom(ui.px(above_foot));
  const float ring = ui.px(ring_reach);
  m_area.emplace(ui, name, rest.grown(ring), content_height + 2 * ring);
  m_content = m_area->content().inset(ring, ring);
}

Rect& FormDialog::foot() {
  m_area.reset();
  return m_foot;
}

FormOutcome FormDialog::save_or_cancel(std::string_view save) {
  Rect& bar = foot();
  FormOutcome outcome = FormOutcome::open;
  if (button_right(m_ui, bar,
                   {.label = save,
                    .kind = ButtonKind::primary,
                    .icon = Icon::check,
                    .key = chords::primary})) {
    outcome = FormOutcome::saved;
  }
  if (button_right(m_ui, bar, {.label = m_ui.say(Key::cancel), .key = chords::escape})) {
    outcome = FormOutcome::cancelled;
  }
  return outcome;
}

float field_rows_height(const Ui& ui, int rows) {
  return ui.px(field_block_height) * static_cast<float>(rows);
}

bool task_dialog(Ui& ui, std::string_view name, const TaskSpec& spec) {
  constexpr float width = 520;
  constexpr float height = 84;
  const ModalLayer layer(ui, name);
  return task_progress(ui, untitled_dialog_sheet(ui, spec.what, width, ui.px(2 * padding + height)), spec);
}

}  // namespace jishan::ui
