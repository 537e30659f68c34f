// How much an entry is: the typed quantity or points, what the rule makes of it, what its cap leaves.
#pragma once

#include <cstdint>
#include <optional>

#include "ui/screens/award.h"

namespace jishan::ui {

// What was typed, in hundredths.
std::optional<std::int64_t> typed_amount(const AwardState& state);
points::Amount amount_now(const AwardState& state);

void award_amount_fields(Ui& ui, Rect& line, AwardState& state);
void this_entry(Ui& ui, const Rect& block, const AwardState& state);
// How far the rule's cap is used, with this entry.
void award_caps(ScreenContext& context, const Rect& strip, const AwardState& state);

}  // namespace jishan::ui
