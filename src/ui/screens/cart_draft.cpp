#include "ui/screens/cart_draft.h"

#include <algorithm>
#include <charconv>

namespace jishan::ui {
namespace {

// Takes the text up to the next space off the front.
std::string_view next_word(std::string_view& text) {
  const std::size_t end = std::min(text.find(' '), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return word;
}

std::optional<CartDraft::Line> line_from(std::string_view goods, std::string_view quantity) {
  const auto id = GoodsId::from_text(goods);
  std::int64_t count = 0;
  const auto [end, problem] =
      std::from_chars(quantity.data(), quantity.data() + quantity.size(), count);
  const bool is_whole = problem == std::errc() && end == quantity.data() + quantity.size();
  if (!id || !is_whole || count < 1) return std::nullopt;
  return CartDraft::Line{*id, count};
}

}  // namespace

std::string text_of(const CartDraft& draft) {
  if (draft.lines.empty()) return {};
  std::string text = draft.act.str() + " " +
                     (draft.household.is_empty() ? std::string("-") : draft.household.str());
  for (const CartDraft::Line& line : draft.lines) {
    text += " " + line.goods.str() + " " + std::to_string(line.quantity);
  }
  return text;
}

std::optional<CartDraft> cart_draft_from(std::string_view text) {
  const auto act = ActId::from_text(next_word(text));
  if (!act) return std::nullopt;
  CartDraft draft;
  draft.act = *act;
  if (const auto household = HouseholdId::from_text(next_word(text))) draft.household = *household;
  while (!text.empty()) {
    const std::string_view goods = next_word(text);
    const auto line = line_from(goods, next_word(text));
    if (!line) return std::nullopt;
    draft.lines.push_back(*line);
  }
  if (draft.lines.empty()) return std::nullopt;
  return draft;
}

}  // namespace jishan::ui
