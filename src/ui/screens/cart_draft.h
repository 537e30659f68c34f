// The cart as a small record of this laptop, so that a page that was closed in the middle of an
// order offers it again. It keeps the act id: an order that was made already is not made twice.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"

namespace jishan::ui {

inline constexpr std::string_view cart_record = "cart";

struct CartDraft {
  struct Line {
    GoodsId goods;
    std::int64_t quantity = 1;
  };
  ActId act;
  HouseholdId household;
  std::vector<Line> lines;
};

// "" for an empty cart.
std::string text_of(const CartDraft& draft);
// Nothing when the record is empty or of another form.
std::optional<CartDraft> cart_draft_from(std::string_view text);

}  // namespace jishan::ui
