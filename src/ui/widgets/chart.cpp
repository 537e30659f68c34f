#include "ui/widgets/chart.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/paint.h"
#include "ui/widgets/chart_marks.h"

namespace jishan::ui {
namespace {

constexpr float legend_height = 24;
constexpr float names_height = 20;
constexpr float figure_height = 18;
constexpr float bar_width_min = 6;
constexpr float bar_width_max = 28;
constexpr float gap_in_pair = 2;
constexpr float gap_between = 8;

Look small_look(const Ui& ui, Align align = Align::left) {
  return {TextSize::small, Weight::regular, ui.color().text2, align};
}

// Where amounts lie between top and bottom. What is below zero hangs from the base line.
class Scale {
 public:
  Scale(const Rect& plot, const ChartSpec& spec) : m_plot(plot) {
    for (const ChartSeries& series : spec.series) {
      for (const std::int64_t amount : series.amounts) {
        m_most = std::max(m_most, amount);
        m_least = std::min(m_least, amount);
      }
    }
  }
  [[nodiscard]] float y_of(std::int64_t amount) const {
    // Pixels, not points: here a fraction is at home.
    const double range = static_cast<double>(std::max<std::int64_t>(1, m_most - m_least));
    const double from_top = static_cast<double>(m_most - amount) / range;
    const double top = m_most == m_least ? m_plot.h : 0;
    return m_plot.y + std::round(static_cast<float>(top + from_top * static_cast<double>(m_plot.h)));
  }
  [[nodiscard]] float base() const { return y_of(0); }

 private:
  Rect m_plot;
  std::int64_t m_most = 0;
  std::int64_t m_least = 0;
};

// One frame of a chart.
class ChartDrawing {
 public:
  ChartDrawing(Ui& ui, Rect box, ChartState& state, const ChartSpec& spec)
      : m_ui(ui), m_state(state), m_spec(spec), m_group(id_of("chart")),
        m_slots(std::max(spec.places_max, static_cast<int>(spec.places.size()))) {
    ui.mirror.add(m_group, Role::group, spec.label, box);
    legend(box.cut_top(ui.px(legend_height)));
    m_names = box.cut_bottom(ui.px(names_height));
    m_slot = std::floor(box.w / static_cast<float>(std::max(1, m_slots)));
    m_has_figures = have_room_for_figures(box);
    if (m_has_figures) box.cut_top(ui.px(figure_height));
    m_plot = box;
  }

  ChartOutcome draw() {
    const Scale scale(m_plot, m_spec);
    const float line = m_ui.px(1);
    fill(m_ui, {m_plot.x, scale.base(), m_slot * static_cast<float>(m_slots), line},
         m_ui.color().line2);
    if (m_spec.kind == ChartKind::lines) lines(scale);
    const int count = static_cast<int>(m_spec.places.size() * m_spec.series.size());
    m_state.current = std::clamp(m_state.current, 0, std::max(0, count - 1));
    for (std::size_t place = 0; place < m_spec.places.size(); ++place) {
      draw_text(m_ui, slot_of(place, m_names), m_spec.places[place],
                small_look(m_ui, Align::center));
      for (std::size_t series = 0; series < m_spec.series.size(); ++series) {
        one(scale, place, series, count);
      }
    }
    figure_above();
    return m_outcome;
  }

 private:
  // From the right end, so that the last series stands there; the name of the chart keeps the rest.
  void legend(Rect line) {
    const bool is_needed = m_spec.series.size() > 1;
    for (std::size_t i = m_spec.series.size(); is_needed && i-- > 0;) {
      const std::string_view name = m_spec.series[i].name;
      const float width = text_width(m_ui, name, TextSize::small) + 1;
      Rect entry = line.cut_right(m_ui.px(10 + 5) + width);
      draw_legend_square(m_ui, entry, i);
      draw_text(m_ui, entry, name, small_look(m_ui));
      line.cut_right(m_ui.px(12));
    }
    m_caption = line;
  }

  [[nodiscard]] Rect slot_of(std::size_t place, const Rect& row) const {
    return {m_plot.x + m_slot * static_cast<float>(place), row.y, m_slot, row.h};
  }

  [[nodiscard]] bool have_room_for_figures(const Rect& box) const {
    constexpr float low = 110;
    if (box.h < m_ui.px(low)) return false;
    const float room = m_slot / static_cast<float>(std::max<std::size_t>(1, m_spec.series.size()));
    for (const ChartSeries& series : m_spec.series) {
      for (const std::int64_t amount : series.amounts) {
        const float width = text_width(m_ui, m_spec.written(amount), TextSize::small);
        if (width + m_ui.px(4) > room) return false;
      }
    }
    return true;
  }

  // The whole height of the column belongs to the mark, so that a small one can be hit.
  [[nodiscard]] Rect column_of(std::size_t place, std::size_t series) const {
    const Rect slot = slot_of(place, m_plot);
    const auto count = static_cast<float>(m_spec.series.size());
    const float gaps = m_ui.px(gap_in_pair) * (count - 1);
    const float width = std::clamp(std::floor((slot.w - m_ui.px(gap_between) - gaps) / count),
                                   m_ui.px(bar_width_min), m_ui.px(bar_width_max));
    const float left = std::floor(slot.center().x - (width * count + gaps) / 2);
    return {left + (width + m_ui.px(gap_in_pair)) * static_cast<float>(series), slot.y, width,
            slot.h};
  }

  // A mark of a line lies in the middle of its place, a bar beside its pair.
  [[nodiscard]] ImVec2 point_of(const Scale& scale, std::size_t place, std::size_t series) const {
    return {std::round(slot_of(place, m_plot).center().x),
            scale.y_of(m_spec.series[series].amounts[place])};
  }

  void lines(const Scale& scale) {
    for (std::size_t series = 0; series < m_spec.series.size(); ++series) {
      for (std::size_t place = 1; place < m_spec.places.size(); ++place) {
        ImGui::GetWindowDrawList()->AddLine(point_of(scale, place - 1, series),
                                            point_of(scale, place, series),
                                            mark_color(m_ui, series), m_ui.px(2));
      }
    }
  }

  void one(const Scale& scale, std::size_t place, std::size_t series, int count) {
    const std::int64_t amount = m_spec.series[series].amounts[place];
    const std::string written = m_spec.written(amount);
    const std::string label = m_spec.mark_label(place, series);
    const Rect column = column_of(place, series);
    const float y = scale.y_of(amount);
    const float top = std::min(y, scale.base());
    if (m_spec.kind == ChartKind::bars) {
      fill_mark(m_ui, {column.x, top, column.w, std::fabs(y - scale.base())}, series);
    } else {
      const ImVec2 at = point_of(scale, place, series);
      const float half = m_ui.px(series == 0 ? 3 : 4);
      fill(m_ui, {at.x - half, at.y - half, 2 * half, 2 * half}, m_ui.color().surface);
      fill_mark(m_ui, {at.x - half, at.y - half, 2 * half, 2 * half}, series);
    }
    if (m_has_figures) {
      const float room = m_slot / static_cast<float>(m_spec.series.size());
      const Rect slot = slot_of(place, m_plot);
      draw_text(m_ui,
                {slot.x + room * static_cast<float>(series), top - m_ui.px(figure_height), room,
                 m_ui.px(figure_height)},
                written, small_look(m_ui, Align::center));
    }
    const MarkOutcome outcome =
        mark(m_ui, m_group, m_state,
             {static_cast<int>(place * m_spec.series.size() + series), count, label, written, column});
    if (outcome.is_looked_at) m_looked_at = label + " " + written;
    if (outcome.is_opened) m_outcome = {true, place, series};
  }

  // The figure of the mark that is looked at takes the place of the chart's name.
  void figure_above() {
    if (m_has_figures || m_looked_at.empty()) {
      draw_text(m_ui, m_caption, m_spec.label, small_look(m_ui));
      return;
    }
    draw_text(m_ui, m_caption, m_looked_at,
              {TextSize::small, Weight::bold, m_ui.color().text, Align::left, Words::of_the_book});
  }

  Ui& m_ui;
  ChartState& m_state;
  const ChartSpec& m_spec;
  ImGuiID m_group;
  int m_slots;
  Rect m_caption;
  Rect m_names;
  Rect m_plot;
  float m_slot = 0;
  bool m_has_figures = false;
  std::string m_looked_at;
  ChartOutcome m_outcome;
};

constexpr float share_bar_thickness = 16;
constexpr float share_line_height = 28;

}  // namespace

ChartOutcome chart(Ui& ui, const Rect& box, ChartState& state, const ChartSpec& spec) {
  const IdScope scope(spec.label);
  return ChartDrawing(ui, box, state, spec).draw();
}

std::vector<int> percents_of(const std::vector<std::int64_t>& amounts) {
  std::vector<int> percents(amounts.size(), 0);
  const std::int64_t sum = std::accumulate(amounts.begin(), amounts.end(), std::int64_t{0});
  if (sum <= 0) return percents;
  std::vector<std::size_t> by_remainder(amounts.size());
  std::iota(by_remainder.begin(), by_remainder.end(), std::size_t{0});
  int left = 100;
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    percents[i] = static_cast<int>(amounts[i] * 100 / sum);
    left -= percents[i];
  }
  std::stable_sort(by_remainder.begin(), by_remainder.end(), [&](std::size_t a, std::size_t b) {
    return amounts[a] * 100 % sum > amounts[b] * 100 % sum;
  });
  for (std::size_t i = 0; left > 0; ++i, --left) ++percents[by_remainder[i]];
  return percents;
}

float share_bar_height(std::size_t shares) {
  return legend_height + share_bar_thickness + 4 + share_line_height * static_cast<float>(shares);
}

int share_bar(Ui& ui, const Rect& box, ChartState& state, const ShareSpec& spec) {
  const IdScope scope(spec.label);
  const ImGuiID group = id_of("shares");
  ui.mirror.add(group, Role::group, spec.label, box);
  Rect rest = box;
  draw_text(ui, rest.cut_top(ui.px(legend_height)), spec.label, small_look(ui));
  Rect bar = rest.cut_top(ui.px(share_bar_thickness));
  rest.cut_top(ui.px(4));
  std::vector<std::int64_t> amounts;
  for (const Share& share : spec.shares) amounts.push_back(share.amount);
  const std::int64_t sum = std::accumulate(amounts.begin(), amounts.end(), std::int64_t{0});
  const std::vector<int> percents = percents_of(amounts);
  const Rect whole = bar;
  if (sum <= 0) outline(ui, whole, ui.color().line2);
  const int count = static_cast<int>(spec.shares.size());
  state.current = std::clamp(state.current, 0, std::max(0, count - 1));
  int opened = -1;
  for (std::size_t i = 0; i < spec.shares.size(); ++i) {
    const Share& share = spec.shares[i];
    if (sum > 0) {
      const double part = static_cast<double>(share.amount) / static_cast<double>(sum);
      Rect piece = i + 1 == spec.shares.size()
                       ? bar
                       : bar.cut_left(std::round(static_cast<float>(part) * whole.w));
      if (i + 1 < spec.shares.size()) piece.cut_right(std::min(ui.px(gap_in_pair), piece.w - 1));
      fill_mark(ui, piece, i);
    }
    const Rect line = rest.cut_top(ui.px(share_line_height));
    const std::string value =
        ui.say(Key::share_value, {spec.written(share.amount), std::to_string(percents[i])});
    const MarkOutcome outcome =
        mark(ui, group, state, {static_cast<int>(i), count, share.label, value, line});
    if (outcome.is_opened) opened = static_cast<int>(i);
    Rect words = line;
    draw_legend_square(ui, words, i);
    words.cut_right(draw_text(ui, words, value, small_look(ui, Align::right)) + ui.px(8));
    draw_text(ui, words, share.label,
              {TextSize::small, Weight::regular, ui.color().text, Align::left, Words::of_the_book});
  }
  return opened;
}

}  // namespace jishan::ui
