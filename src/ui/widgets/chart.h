// Simple charts: bars in pairs, lines, one bar cut into shares. Every mark is a figure with its own
// words, and series differ by filling and place as well as by colour. It knows no unit.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/context.h"

namespace jishan::ui {

enum class ChartKind { bars, lines };

struct ChartSeries {
  std::string_view name;  // in the legend: 入账
  // One for each place, all in one unit; as many as there are places.
  std::vector<std::int64_t> amounts;
};

struct ChartSpec {
  std::string_view label;  // left of the legend
  ChartKind kind = ChartKind::bars;
  std::vector<std::string> places;  // below: 1月, 2, 3
  std::vector<ChartSeries> series;  // at most four
  // As many places have room, 0: those there are. A year has room for twelve months.
  int places_max = 0;
  // What a mark is called (3月 已入账) and how its amount is written (1,204).
  std::function<std::string(std::size_t place, std::size_t series)> mark_label;
  std::function<std::string(std::int64_t amount)> written;
};

struct ChartState {
  int current = 0;  // the mark where Tab enters, place by place
};

// The mark that was opened by Enter or a click.
struct ChartOutcome {
  bool is_opened = false;
  std::size_t place = 0;
  std::size_t series = 0;
};

// Figures stand on the marks where all of them have room; elsewhere on the mark with the keyboard
// or the mouse.
ChartOutcome chart(Ui& ui, const Rect& box, ChartState& state, const ChartSpec& spec);

struct Share {
  std::string label;
  std::int64_t amount = 0;  // 0 or more
};
struct ShareSpec {
  std::string_view label;
  std::vector<Share> shares;  // at most four: join the small ones before
  std::function<std::string(std::int64_t amount)> written;
};

// Instead of a pie: one bar, and below it a line for each share with amount and part of a hundred.
// Gives the index of the share that was opened, or −1.
int share_bar(Ui& ui, const Rect& box, ChartState& state, const ShareSpec& spec);
// px at 100 %.
float share_bar_height(std::size_t shares);

// Whole per cents that add up to 100 (or are all 0): the largest remainders are rounded up.
std::vector<int> percents_of(const std::vector<std::int64_t>& amounts);

}  // namespace jishan::ui
