// Settings of this computer that the interface keeps itself: names and values in Store::setting.
#pragma once

#include <string_view>

namespace jishan::ui::preferences {

inline constexpr std::string_view text_percent = "text_percent";  // "100" "125" "150" "200"
inline constexpr std::string_view contrast = "contrast";    // "" as the system asks, "normal", "high"
inline constexpr std::string_view tour = "tour";  // "" until it was seen or declined, then "seen"
inline constexpr std::string_view language = "language";    // "" or "zh", "en"
inline constexpr std::string_view column_widths = "column_widths";  // see column_widths.h

}  // namespace jishan::ui::preferences
