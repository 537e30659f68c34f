#include "ui/layout_faults.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <set>
#include <utility>

#include "ui/theme.h"

namespace jishan::test {
namespace {

using ui::Fit;
using ui::MirrorRow;
using ui::PaintedText;
using ui::Rect;
using ui::Role;
using ui::Words;

// Half a pixel of rounding on either side is no overlap.
constexpr float touching_px = 1;
constexpr double contrast_min = 4.5;

std::string place_of(const Rect& box) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), " at %.0f,%.0f %.0f×%.0f", static_cast<double>(box.x),
                static_cast<double>(box.y), static_cast<double>(box.w), static_cast<double>(box.h));
  return text.data();
}

bool overlap(const Rect& a, const Rect& b) {
  const float width = std::fmin(a.right(), b.right()) - std::fmax(a.x, b.x);
  const float height = std::fmin(a.bottom(), b.bottom()) - std::fmax(a.y, b.y);
  return width > touching_px && height > touching_px;
}

bool holds(const Rect& outer, const Rect& inner) {
  return inner.x >= outer.x - touching_px && inner.right() <= outer.right() + touching_px &&
         inner.y >= outer.y - touching_px && inner.bottom() <= outer.bottom() + touching_px;
}

void judge_text(const PaintedText& text, const Rect& window, std::vector<std::string>& faults) {
  const std::string what = "“" + text.text + "”" + place_of(text.letters);
  const bool is_scrolled_away = text.can_scroll && text.shown.h < text.letters.h;
  switch (text.fit) {
    case Fit::whole: break;
    case Fit::shortened:
      if (text.words == Words::own) faults.push_back("shortened: " + what);
      break;
    case Fit::dropped:
      if (text.words == Words::own) faults.push_back("no place for: " + what);
      break;
    case Fit::squeezed: faults.push_back("place too low for: " + what); break;
  }
  if (text.shown.w < text.letters.w - touching_px) faults.push_back("cut at a side: " + what);
  if (!is_scrolled_away && text.shown.h < text.letters.h - touching_px) {
    faults.push_back("cut above or below: " + what);
  }
  if (!is_scrolled_away && !holds(window, text.letters)) faults.push_back("outside: " + what);
}

void judge_text_pairs(const std::vector<PaintedText>& texts, std::vector<std::string>& faults) {
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (std::size_t j = i + 1; j < texts.size(); ++j) {
      if (texts[i].surface != texts[j].surface) continue;
      if (!overlap(texts[i].shown, texts[j].shown)) continue;
      faults.push_back("“" + texts[i].text + "” and “" + texts[j].text + "” lie on each other" +
                       place_of(texts[i].shown) + place_of(texts[j].shown));
    }
  }
}

bool is_pressed_or_typed(Role role) {
  switch (role) {
    case Role::button:
    case Role::checkbox:
    case Role::combobox:
    case Role::figure:
    case Role::grid:
    case Role::link:
    case Role::menuitem:
    case Role::option:
    case Role::radio:
    case Role::searchbox:
    case Role::spinbutton:
    case Role::tab:
    case Role::table:
    case Role::textbox: return true;
    default: return false;
  }
}

// A table holds the widgets in its cells, a field the button that empties it.
bool may_hold(Role outer) {
  return outer == Role::grid || outer == Role::table || outer == Role::combobox || outer == Role::searchbox ||
         outer == Role::textbox;
}

void judge_widget(const MirrorRow& row, const Rect& window, std::vector<std::string>& faults) {
  const std::string what =
      std::string(ui::name_of(row.role)) + " “" + row.label + "”" + place_of(row.whole);
  if (row.label.empty()) faults.push_back("without a name: " + what);
  if (row.whole.w <= 0 || row.whole.h <= 0) {
    faults.push_back("no place for: " + what);
    return;
  }
  const bool is_scrolled_away = row.can_scroll && row.box.h < row.whole.h;
  if (row.box.w < row.whole.w - touching_px) faults.push_back("cut at a side: " + what);
  if (is_scrolled_away) return;
  if (row.box.h < row.whole.h - touching_px) faults.push_back("cut above or below: " + what);
  if (!holds(window, row.whole)) faults.push_back("outside: " + what);
}

void judge_widget_pairs(const std::vector<MirrorRow>& rows, std::vector<std::string>& faults) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = i + 1; j < rows.size(); ++j) {
      const MirrorRow& a = rows[i];
      const MirrorRow& b = rows[j];
      if (a.surface != b.surface || !is_pressed_or_typed(a.role) || !is_pressed_or_typed(b.role)) {
        continue;
      }
      if (!overlap(a.box, b.box)) continue;
      if (may_hold(a.role) && holds(a.box, b.box)) continue;
      if (may_hold(b.role) && holds(b.box, a.box)) continue;
      faults.push_back("widgets “" + a.label + "” and “" + b.label + "” lie on each other" +
                       place_of(a.box) + place_of(b.box));
    }
  }
}

std::string color_words(ImU32 color) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "#%02X%02X%02X", color & 0xFFU, (color >> 8) & 0xFFU,
                (color >> 16) & 0xFFU);
  return text.data();
}

}  // namespace

std::vector<std::string> layout_faults(const ui::Mirror& mirror, Rect window) {
  std::vector<std::string> faults;
  const std::vector<PaintedText>& texts = mirror.paint()->texts();
  for (const PaintedText& text : texts) judge_text(text, window, faults);
  judge_text_pairs(texts, faults);
  for (const MirrorRow& row : mirror.rows()) {
    if (is_pressed_or_typed(row.role) || row.role == Role::dialog) judge_widget(row, window, faults);
  }
  judge_widget_pairs(mirror.rows(), faults);
  return faults;
}

std::vector<std::string> contrast_faults(const ui::Mirror& mirror) {
  std::vector<std::string> faults;
  std::set<std::pair<ImU32, ImU32>> judged;
  for (const PaintedText& text : mirror.paint()->texts()) {
    if (text.shown.w <= 0 || text.shown.h <= 0) continue;
    if (!judged.insert({text.color, text.ground}).second) continue;
    const double contrast = text.ground == 0 ? 1 : ui::contrast_ratio(text.color, text.ground);
    if (contrast >= contrast_min) continue;
    std::array<char, 16> ratio{};
    std::snprintf(ratio.data(), ratio.size(), "%.2f", contrast);
    faults.push_back("“" + text.text + "” " + color_words(text.color) + " on " +
                     color_words(text.ground) + ": " + ratio.data());
  }
  return faults;
}

}  // namespace jishan::test
