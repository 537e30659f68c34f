// How far a cap is used, as a village office says it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "points/queries.h"
#include "ui/context.h"

namespace jishan::ui {

// 本户，本月
std::string cap_name(const Ui& ui, const points::Cap& cap);
// What an entry of these points uses of a cap, in the cap's measure; quantity in hundredths.
std::int64_t added_to_cap(points::CapMeasure measure, Points points,
                          std::optional<std::int64_t> quantity);
// A figure in the cap's measure: 3, or 12.5 for points and quantities.
std::string cap_amount(points::CapMeasure measure, std::int64_t value);
// "2 / 3", with what an entry adds.
std::string cap_figure(const points::CapUse& use, std::int64_t added);

}  // namespace jishan::ui
