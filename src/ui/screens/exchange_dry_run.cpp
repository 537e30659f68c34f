#include "ui/screens/exchange_dry_run.h"

#include <algorithm>

#include "ui/widgets/message.h"
#include "ui/words.h"

namespace jishan::ui {
namespace {

constexpr float check_height = 28;
constexpr float checks_height = 2 * check_height + 16;
constexpr float dry_run_note_height = 2 * 20 + 16 + 16;

Key area_name(app::ImportArea area) {
  switch (area) {
    case app::ImportArea::roster: return Key::area_roster;
    case app::ImportArea::points: return Key::area_points;
    case app::ImportArea::shop: return Key::area_shop;
    case app::ImportArea::stock: return Key::area_stock;
    case app::ImportArea::volunteers: return Key::area_volunteers;
    case app::ImportArea::village: return Key::area_village;
    case app::ImportArea::unknown: return Key::area_unknown;
  }
  return Key::area_unknown;
}

// Marks stand behind each other, and in a new line where one does not fit.
class CheckMarks {
 public:
  CheckMarks(Ui& ui, const Rect& box) : m_ui(ui), m_box(box), m_line(box) {
    m_line.h = ui.px(check_height);
  }
  void add(std::string_view text, Tone tone);

 private:
  Ui& m_ui;
  Rect m_box;
  Rect m_line;
};

void CheckMarks::add(std::string_view text, Tone tone) {
  Ui& ui = m_ui;
  const bool is_good = tone == Tone::good;
  if (text_width(ui, text, TextSize::small) + ui.px(22) > m_line.w && m_line.x > m_box.x) {
    m_line = {m_box.x, m_line.bottom(), m_box.w, m_line.h};
  }
  Rect& line = m_line;
  const ImU32 color = is_good ? ui.color().accent : ui.color().warn;
  draw_icon(*ImGui::GetWindowDrawList(), is_good ? Icon::ok : Icon::warn, line.cut_left(ui.px(16)),
            ui.px(16), ui.stroke_px(), color);
  line.cut_left(ui.px(6));
  const float width = draw_text(ui, line, text, {TextSize::small, Weight::regular, color});
  ui.mirror.add(id_of(text), Role::status, text, {line.x, line.y, width, line.h});
  line.cut_left(width + ui.px(24));
}

void checks(ScreenContext& context, const Rect& strip, const app::ImportReport& report) {
  Ui& ui = context.ui;
  CheckMarks marks(ui, strip.inset(ui.px(16), ui.px(8)));
  marks.add(ui.say(Key::check_same_village), Tone::good);
  if (!report.from_laptop.empty()) {
    const std::string made = moment_in_words(ui, report.made_minutes);
    marks.add(ui.say(Key::check_from, {report.from_laptop, made}), Tone::good);
  }
  marks.add(ui.say(report.is_complete ? Key::check_complete : Key::check_incomplete),
            report.is_complete ? Tone::good : Tone::amber);
  if (report.waiting == 0) {
    marks.add(ui.say(Key::check_nothing_missing), Tone::good);
  } else if (!report.missing.empty() && report.missing.front().sequence > 0) {
    const auto& first = report.missing.front();
    marks.add(ui.say(Key::check_missing, {first.laptop, std::to_string(first.sequence)}),
              Tone::amber);
  } else {
    marks.add(ui.say(Key::check_missing_some, {count_text(report.waiting)}), Tone::amber);
  }
}

void area_table(Ui& ui, const Rect& box, TableState& state, const app::ImportReport& report) {
  TableSpec spec{.label = ui.say(Key::import_title),
                 .columns = {{ui.say(Key::column_content)},
                             {ui.say(Key::column_in_file), 110, Align::right},
                             {ui.say(Key::column_known), 110, Align::right},
                             {ui.say(Key::column_added), 110, Align::right}},
                 .row_count = static_cast<int>(report.areas.size())};
  spec.row_label = [&](int row) {
    return std::string(ui.say(area_name(report.areas[static_cast<std::size_t>(row)].area)));
  };
  spec.draw_row = [&](int row, RowPainter& cells) {
    const app::ImportAreaCount& area = report.areas[static_cast<std::size_t>(row)];
    cells.text(ui.say(area_name(area.area)));
    cells.text(count_text(area.in_file));
    cells.text(count_text(area.known), {.color = ui.color().text2});
    cells.text(area.added > 0 ? "+" + count_text(area.added) : "0",
               area.added > 0 ? Look{.weight = Weight::bold, .color = ui.color().accent}
                              : Look{.color = ui.color().text2});
  };
  spec.footer = {std::string(ui.say(Key::total)), count_text(report.in_file),
                 count_text(report.known), "+" + count_text(report.added)};
  table(ui, box, state, spec);
}

float area_table_height(const app::ImportReport& report) {
  return 32 + 34 + 34 * static_cast<float>(report.areas.size());
}

}  // namespace

float dry_run_height(const app::ImportReport& report) {
  return checks_height + dry_run_note_height + area_table_height(report);
}

void draw_dry_run(ScreenContext& context, Rect rest, TableState& areas,
                  const app::ImportReport& report) {
  Ui& ui = context.ui;
  checks(context, rest.cut_top(ui.px(checks_height)), report);
  const Rect below = rest.cut_bottom(ui.px(dry_run_note_height)).inset(ui.px(16), ui.px(8));
  area_table(ui, rest.cut_top(std::min(rest.h, ui.px(area_table_height(report)))), areas, report);
  if (report.damage_count > 0) {
    note(ui, below, Tone::amber, ui.say(Key::damage_count, {count_text(report.damage_count)}));
  } else {
    note(ui, below, Tone::good, ui.say(Key::dry_run_note));
  }
}

}  // namespace jishan::ui
