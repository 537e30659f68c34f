// A dialog with content of its own: title, a middle that scrolls where the window is too low for it,
// and buttons that always show. It must not know what is asked in it.
#pragma once

#include <optional>
#include <string_view>

#include "ui/context.h"
#include "ui/icons.h"
#include "ui/widgets/message.h"
#include "ui/widgets/overlay.h"

namespace jishan::ui {

enum class FormOutcome { open, saved, cancelled };

class FormDialog {
 public:
  // `name` stays the same while the title changes; `width` in px at 100 %, the height in pixels.
  FormDialog(Ui& ui, std::string_view name, std::string_view title, float width,
             float content_height);
  FormDialog(const FormDialog&) = delete;
  FormDialog& operator=(const FormDialog&) = delete;

  // Where the content goes.
  [[nodiscard]] const Rect& content() const { return m_content; }
  // Ends the content and gives the place of the buttons.
  Rect& foot();
  // Ends the content: at the right the primary button of this label, 取消 left of it.
  FormOutcome save_or_cancel(std::string_view save);

 private:
  Ui& m_ui;
  ModalLayer m_layer;
  Rect m_foot;
  std::optional<ScrollArea> m_area;
  Rect m_content;
};

// Rows of fields in a form: each as high as a field's block.
float field_rows_height(const Ui& ui, int rows);

// A dialog that shows how far a long task is. True when it was stopped.
bool task_dialog(Ui& ui, std::string_view name, const TaskSpec& spec);

}  // namespace jishan::ui
