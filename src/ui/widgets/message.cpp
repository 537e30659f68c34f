#include "ui/widgets/message.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets/button.h"
#include "ui/widgets/overlay.h"
#include "ui/widgets/tag.h"

namespace jishan::ui {
namespace {

struct Colors {
  ImU32 ground;
  ImU32 border;
  ImU32 letters;
  Icon icon;
};

Colors colors_of(const Ui& ui, Tone tone) {
  const Tokens& c = ui.color();
  switch (tone) {
    case Tone::info: return {c.sub, c.line, c.text, Icon::info};
    case Tone::good: return {c.sel, c.accent_mid, c.accent, Icon::ok};
    case Tone::amber: return {c.warn_soft, c.warn_line, c.warn, Icon::warn};
    case Tone::red: return {c.err_soft, c.err_line, c.err, Icon::error};
  }
  return {};
}

Role role_of(Tone tone) { return tone == Tone::red ? Role::alert : Role::note; }

void draw_tone_icon(Ui& ui, Rect& line, const Colors& colors) {
  draw_icon(*ImGui::GetWindowDrawList(), colors.icon, line.cut_left(ui.px(18)), ui.px(18),
            ui.stroke_px(), colors.letters);
  line.cut_left(ui.px(8));
}

}  // namespace

float note(Ui& ui, const Rect& box, Tone tone, std::string_view text) {
  const Colors colors = colors_of(ui, tone);
  const float text_x = ui.px(12 + 18 + 8);
  const float pitch = ui.theme.pitch_px(TextSize::small);
  const auto lines = broken_into_lines(ui, text, box.w - text_x - ui.px(12), TextSize::small);
  const float height = pitch * static_cast<float>(lines.size()) + 2 * ui.px(8);
  const Rect sheet{box.x, box.y, box.w, height};
  fill(ui, sheet, colors.ground, 4);
  outline(ui, sheet, colors.border, 4);
  Rect line{sheet.x + ui.px(12), sheet.y + ui.px(8), sheet.w - ui.px(24), pitch};
  draw_tone_icon(ui, line, colors);
  const Look look{TextSize::small, Weight::regular, colors.letters};
  draw_paragraph(ui, line, text, look);
  ui.mirror.add(id_of(text), role_of(tone), text, sheet);
  return height;
}

void note_strip(Ui& ui, const Rect& box, Tone tone, std::string_view text) {
  const Colors colors = colors_of(ui, tone);
  fill(ui, box, colors.ground);
  fill(ui, {box.x, box.y, box.w, ui.px(1)}, colors.border);
  fill(ui, {box.x, box.bottom() - ui.px(1), box.w, ui.px(1)}, colors.border);
  Rect line = box.inset(ui.px(16), 0);
  draw_tone_icon(ui, line, colors);
  draw_text(ui, line, text, {TextSize::small, Weight::regular, colors.letters});
  ui.mirror.add(id_of(text), role_of(tone), text, box);
}

bool banner(Ui& ui, const Rect& box, Tone tone, std::string_view text,
            std::string_view link_label) {
  note_strip(ui, box, tone, text);
  if (link_label.empty()) return false;
  return link(ui, box.inset(ui.px(16), 0), link_label, Align::right);
}

void Toasts::show(const Ui& ui, std::string text, Tone tone, bool can_undo) {
  constexpr std::size_t shown_max = 3;
  // Only the last act can be taken back, and what went well before it is old news that would cover
  // the lists below. What went wrong stays until somebody closes it.
  m_toasts.erase(std::remove_if(m_toasts.begin(), m_toasts.end(),
                                [](const Toast& toast) { return toast.tone != Tone::red; }),
                 m_toasts.end());
  if (m_toasts.size() == shown_max) m_toasts.erase(m_toasts.begin());
  m_toasts.push_back({std::move(text), tone, can_undo, ui.now_ms});
}

namespace {

constexpr std::int64_t toast_ms = 5000;

bool draw_toast(Ui& ui, const Rect& box, const Toast& toast, bool& is_closed) {
  const Colors colors = colors_of(ui, toast.tone);
  ui.mirror.add(id_of(toast.text), toast.tone == Tone::red ? Role::alert : Role::status, toast.text,
                box);
  fill(ui, box, ui.color().surface, 4);
  outline(ui, box, toast.tone == Tone::red ? ui.color().err : ui.color().field, 4);
  Rect line = box.inset(ui.px(16), 0);
  if (toast.tone == Tone::red) {
    const Rect cross = line.cut_right(ui.px(28));
    is_closed = icon_button(ui, cross, Icon::close, ui.say(Key::close));
  }
  bool is_undone = false;
  if (toast.can_undo) {
    const ButtonSpec undo{.label = ui.say(Key::undo),
                          .kind = ButtonKind::text,
                          .size = ButtonSize::small,
                          .icon = Icon::undo,
                          .key = chords::undo};
    is_undone = button_right(ui, line, undo);
  }
  draw_tone_icon(ui, line, colors);
  draw_text(ui, line, toast.text);
  // After the buttons inside it: who asks first gets the press. The rest of it, pressed, gives way
  // to what it covers.
  if (pressable(ui, id_of("body"), box, Reach::by_mouse_only).is_pressed) is_closed = true;
  return is_undone;
}

}  // namespace

bool Toasts::draw(Ui& ui, const Rect& above_action_bar) {
  m_toasts.erase(std::remove_if(m_toasts.begin(), m_toasts.end(),
                                [&](const Toast& toast) {
                                  return toast.tone != Tone::red &&
                                         ui.now_ms - toast.shown_at_ms >= toast_ms;
                                }),
                 m_toasts.end());
  if (m_toasts.empty()) return false;
  bool is_undone = false;
  const float height = ui.px(44);
  const float gap = ui.px(8);
  const float width = std::min(ui.px(420), above_action_bar.w);
  const auto count = static_cast<float>(m_toasts.size());
  const float total = count * height + (count - 1) * gap;
  const Rect place{above_action_bar.right() - width, above_action_bar.bottom() - total, width,
                   total};
  ImGui::SetNextWindowPos(place.min());
  ImGui::SetNextWindowSize({place.w, place.h});
  ImGui::Begin("toasts", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing |
                   ImGuiWindowFlags_NoBackground);
  Rect rest = place;
  std::size_t closed = m_toasts.size();
  for (std::size_t i = 0; i < m_toasts.size(); ++i) {
    const IdScope scope(static_cast<int>(i));
    bool is_closed = false;
    if (draw_toast(ui, rest.cut_top(height), m_toasts[i], is_closed)) is_undone = true;
    rest.cut_top(gap);
    if (is_closed) closed = i;
  }
  ImGui::End();
  if (closed < m_toasts.size()) {
    m_toasts.erase(m_toasts.begin() + static_cast<std::ptrdiff_t>(closed));
  }
  if (is_undone) m_toasts.clear();
  return is_undone;
}

std::int64_t Toasts::next_change_ms(std::int64_t now_ms) const {
  std::int64_t next = -1;
  for (const Toast& toast : m_toasts) {
    if (toast.tone == Tone::red) continue;
    const std::int64_t left = std::max<std::int64_t>(0, toast.shown_at_ms + toast_ms - now_ms);
    next = next < 0 ? left : std::min(next, left);
  }
  return next;
}

namespace {

std::vector<std::string_view> empty_state_lines(const Ui& ui, const Rect& box,
                                                const EmptyStateSpec& spec) {
  const float width = box.w - 2 * ui.px(24);
  auto lines = broken_into_lines(ui, spec.first_line, width, TextSize::small);
  if (spec.second_line.empty()) return lines;
  const auto more = broken_into_lines(ui, spec.second_line, width, TextSize::small);
  lines.insert(lines.end(), more.begin(), more.end());
  return lines;
}

}  // namespace

EmptyStateOutcome empty_state(Ui& ui, const Rect& box, const EmptyStateSpec& spec) {
  const IdScope scope("empty state");
  const bool has_actions = !spec.action.empty() || !spec.main_action.empty();
  const auto lines = empty_state_lines(ui, box, spec);
  const float height = ui.px(40 + 12 + 24 + (has_actions ? 16 + 36 : 0)) +
                       ui.px(20) * static_cast<float>(lines.size());
  Rect rest = box;
  rest.cut_top(std::max(0.0F, std::floor((box.h - height) / 2)));
  draw_icon(*ImGui::GetWindowDrawList(), spec.icon, rest.cut_top(ui.px(40)), ui.px(40),
            ui.stroke_px(), ui.color().text3);
  rest.cut_top(ui.px(12));
  const Rect title = rest.cut_top(ui.px(24));
  draw_text(ui, title, spec.title, {.weight = Weight::bold, .align = Align::center});
  const Look small{TextSize::small, Weight::regular, ui.color().text2, Align::center};
  for (const std::string_view line : lines) draw_text(ui, rest.cut_top(ui.px(20)), line, small);
  ui.mirror.add(id_of(spec.title), Role::note, spec.title, title).description = spec.first_line;
  if (!has_actions) return EmptyStateOutcome::none;
  rest.cut_top(ui.px(16));
  const ButtonSpec plain{.label = spec.action};
  const ButtonSpec main{.label = spec.main_action, .kind = ButtonKind::primary, .icon = Icon::plus};
  const float plain_width = spec.action.empty() ? 0 : button_width(ui, plain) + ui.px(12);
  const float main_width = spec.main_action.empty() ? 0 : button_width(ui, main) + ui.px(12);
  Rect row = rest.cut_top(ui.px(36));
  row.cut_left(std::floor((row.w - plain_width - main_width + ui.px(12)) / 2));
  EmptyStateOutcome outcome = EmptyStateOutcome::none;
  // The head of the screen may offer the same button: two items of one id take no click.
  ImGui::PushID("empty state");
  if (!spec.action.empty() && button_left(ui, row, plain)) outcome = EmptyStateOutcome::action;
  if (!spec.main_action.empty() && button_left(ui, row, main)) {
    outcome = EmptyStateOutcome::main_action;
  }
  ImGui::PopID();
  return outcome;
}

Rect untitled_dialog_sheet(Ui& ui, std::string_view label, float width, float height) {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const float w = std::min(ui.px(width), display.x - ui.px(32));
  const float h = std::min(height, display.y - ui.px(32));
  const Rect sheet{std::floor((display.x - w) / 2), std::floor((display.y - h) / 2), w, h};
  fill(ui, sheet, ui.color().surface, 6);
  outline(ui, sheet, ui.color().text2, 6);
  ui.mirror.add(id_of(label), Role::dialog, label, sheet);
  return sheet.inset(ui.px(20), ui.px(20));
}

Rect dialog_sheet(Ui& ui, std::string_view title, float width, float height) {
  Rect content = untitled_dialog_sheet(ui, title, width, height);
  draw_text(ui, content.cut_top(ui.px(28)), title, {TextSize::title, Weight::bold});
  content.cut_top(ui.px(8));
  return content;
}

DialogOutcome dialog(Ui& ui, const DialogSpec& spec) {
  const ModalLayer layer(ui, spec.title);
  const float inner = ui.px(spec.width) - 2 * ui.px(20);
  const auto lines = broken_into_lines(ui, spec.text, inner, TextSize::body);
  const float text_height = ui.theme.pitch_px(TextSize::body) * static_cast<float>(lines.size());
  Rect rest = dialog_sheet(ui, spec.title, spec.width,
                           ui.px(20 + 28 + 8) + text_height + ui.px(16 + 36 + 20));
  const Rect text = rest.cut_top(text_height);
  draw_paragraph(ui, text, spec.text, {.color = ui.color().text2});
  ui.mirror.add(id_of(spec.text), Role::text, spec.text, text);
  Rect bar = rest.cut_bottom(ui.px(36));
  DialogOutcome outcome = DialogOutcome::open;
  if (button_right(ui, bar,
                   {.label = spec.action,
                    .kind = spec.action_kind,
                    .key = spec.action_kind == ButtonKind::primary ? chords::primary
                                                                   : chords::none})) {
    outcome = DialogOutcome::action;
  }
  if (!spec.safe.empty() &&
      button_right(ui, bar,
                   {.label = spec.safe, .key = chords::escape, .opening = Opening::safe_choice})) {
    outcome = DialogOutcome::safe;
  }
  return outcome;
}

bool task_progress(Ui& ui, const Rect& box, const TaskSpec& spec) {
  Rect rest = box;
  Rect head = rest.cut_top(ui.px(28));
  draw_text(ui, head, spec.progress,
            {TextSize::small, Weight::regular, ui.color().text2, Align::right});
  draw_text(ui, head, spec.what, {.weight = Weight::bold});
  const float share =
      spec.total > 0 ? static_cast<float>(spec.done) / static_cast<float>(spec.total) : 0.0F;
  const Rect line = rest.cut_top(ui.px(16));
  draw_bar(ui, line, share, 0, BarKind::normal);
  MirrorRow& row = ui.mirror.add(id_of(spec.what), Role::progressbar, spec.what, line);
  row.value = spec.progress;
  Rect foot = rest.cut_top(ui.px(40));
  bool is_stopped = false;
  if (spec.can_stop) {
    is_stopped = button_right(
        ui, foot,
        {.label = ui.say(Key::stop), .size = ButtonSize::small, .key = chords::escape});
  }
  draw_text(ui, foot, spec.promise, {TextSize::small, Weight::regular, ui.color().text2});
  return is_stopped;
}

namespace {

// The largest size, from the one that is wanted downwards, in which number and unit stand whole.
TextSize fitting_size(const Ui& ui, const FigureSpec& spec, float width) {
  const float unit = text_width(ui, spec.unit, TextSize::small) + ui.px(4);
  TextSize size = spec.size;
  while (size > TextSize::small &&
         text_width(ui, spec.value, size, Weight::bold) + unit > width) {
    size = static_cast<TextSize>(static_cast<int>(size) - 1);
  }
  return size;
}

}  // namespace

bool figure(Ui& ui, const Rect& box, const FigureSpec& spec) {
  const ImGuiID id = id_of(spec.label);
  // The ground reaches over the text at the left, which itself keeps to the edge it is given.
  const Rect ground = Rect{box.x - ui.px(8), box.y, box.w + ui.px(8), box.h}.inset(0, ui.px(2));
  Pressable press;
  if (spec.use == FigureUse::opens_entries) press = pressable(ui, id, ground);
  if (press.is_hovered) fill(ui, ground, ui.color().hover, 4);
  const float height = ui.theme.font_px(spec.size) + ui.px(4);
  const float facts = spec.facts.empty() ? 0 : ui.px(20);
  Rect rest = box;
  rest.cut_top(std::max(0.0F, std::floor((box.h - ui.px(20) - height - facts) / 2)));
  const Look small{TextSize::small, Weight::regular, ui.color().text2};
  draw_text(ui, rest.cut_top(ui.px(20)), spec.label, small);
  draw_runs(ui, rest.cut_top(height),
            {{spec.value, {fitting_size(ui, spec, rest.w), Weight::bold, spec.color}},
             {spec.unit, small, 4}});
  if (facts > 0) draw_text(ui, rest.cut_top(facts), spec.facts, small);
  if (ui.focus.shows_ring(id)) outline(ui, ground, ui.color().focus, 4, 2);
  MirrorRow& row = ui.mirror.add(id, Role::figure, spec.label, box);
  row.value = spec.value;
  row.description = spec.facts;
  row.is_focused = ui.focus.has(id);
  return press.is_pressed;
}

}  // namespace jishan::ui
