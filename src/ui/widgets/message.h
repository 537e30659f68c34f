// What the program tells: notes in panels, lasting banners, toasts with 撤回, empty states, a long
// task. It must not know why.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ui/context.h"
#include "ui/icons.h"
#include "ui/paint.h"
#include "ui/widgets/button.h"

namespace jishan::ui {

enum class Tone { info, good, amber, red };

// At most one in a panel; as high as its text needs. Gives the height.
float note(Ui& ui, const Rect& box, Tone tone, std::string_view text);
// Across a panel, 36 high, without radius.
void note_strip(Ui& ui, const Rect& box, Tone tone, std::string_view text);
// Lasting state between top bar and head. True when its link was taken.
bool banner(Ui& ui, const Rect& box, Tone tone, std::string_view text,
            std::string_view link_label = {});

struct Toast {
  std::string text;
  Tone tone = Tone::good;
  bool can_undo = false;
  std::int64_t shown_at_ms = 0;
};

// At most three. A new one takes the place of those that told of something good.
class Toasts {
 public:
  void show(const Ui& ui, std::string text, Tone tone, bool can_undo);
  void clear() { m_toasts.clear(); }
  // Good ones go after 5 s, red ones stay; a press closes any. True when 撤回 was pressed.
  bool draw(Ui& ui, const Rect& above_action_bar);
  // Milliseconds until the next one goes; −1 when none will.
  [[nodiscard]] std::int64_t next_change_ms(std::int64_t now_ms) const;

 private:
  std::vector<Toast> m_toasts;
};

struct EmptyStateSpec {
  Icon icon = Icon::info;
  std::string_view title;
  std::string_view first_line;
  std::string_view second_line;
  std::string_view action;        // plain button
  std::string_view main_action;   // primary look, without Ctrl+Enter
};
enum class EmptyStateOutcome { none, action, main_action };
EmptyStateOutcome empty_state(Ui& ui, const Rect& box, const EmptyStateSpec& spec);

struct DialogSpec {
  std::string_view title;     // a question or a fact
  std::string_view text;
  std::string_view safe;      // focused; Esc
  std::string_view action;
  ButtonKind action_kind = ButtonKind::primary;
  float width = 392;
};
enum class DialogOutcome { open, safe, action };
DialogOutcome dialog(Ui& ui, const DialogSpec& spec);
// A dialog's sheet for content of its own; 20 px padding are taken off.
Rect dialog_sheet(Ui& ui, std::string_view title, float width, float height);
// One whose content says what it is; the label names it in the mirror.
Rect untitled_dialog_sheet(Ui& ui, std::string_view label, float width, float height);

struct TaskSpec {
  std::string_view what;      // 正在导入名册
  std::string_view progress;  // 第 551 行，共 887 行
  std::string_view promise;   // 停下来不会留下半份名册
  std::int64_t done = 0;
  std::int64_t total = 0;
  bool can_stop = true;
};
// True when it was stopped, by button or Esc.
bool task_progress(Ui& ui, const Rect& box, const TaskSpec& spec);

enum class FigureUse { opens_entries, tells_only };

// A key figure: label, then the number with its unit. Pressed: show the entries behind it.
struct FigureSpec {
  std::string_view label;
  std::string_view value;
  std::string_view unit;
  std::string_view facts;    // small, below
  TextSize size = TextSize::title;
  ImU32 color = 0;
  FigureUse use{};
};
bool figure(Ui& ui, const Rect& box, const FigureSpec& spec);

}  // namespace jishan::ui
