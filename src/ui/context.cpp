#include "ui/context.h"

namespace jishan::ui {

std::string count_text(std::int64_t count) {
  std::string digits = std::to_string(count < 0 ? -count : count);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return count < 0 ? "−" + digits : digits;
}

ImGuiID id_of(std::string_view name) {
  return ImGui::GetID(name.data(), name.data() + name.size());
}

}  // namespace jishan::ui
