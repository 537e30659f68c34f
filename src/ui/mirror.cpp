#include "ui/mirror.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace jishan::ui {
namespace {

constexpr std::array role_names{
    std::string_view("alert"), std::string_view("button"), std::string_view("cell"),
    std::string_view("checkbox"), std::string_view("columnheader"), std::string_view("combobox"),
    std::string_view("dialog"), std::string_view("figure"), std::string_view("grid"),
    std::string_view("gridcell"), std::string_view("group"), std::string_view("heading"),
    std::string_view("link"), std::string_view("listbox"), std::string_view("menuitem"),
    std::string_view("navigation"), std::string_view("note"), std::string_view("option"),
    std::string_view("progressbar"), std::string_view("radio"), std::string_view("row"),
    std::string_view("searchbox"), std::string_view("spinbutton"), std::string_view("status"),
    std::string_view("tab"), std::string_view("table"), std::string_view("text"),
    std::string_view("textbox"),
};
static_assert(role_names.size() == static_cast<std::size_t>(Role::textbox) + 1);

// As FNV-1a, but eight bytes at a step, because it is taken in every frame. Two tables are only
// compared, nobody forges one.
class Digest {
 public:
  void add(std::string_view text) {
    add_number(text.size());
    for (std::uint64_t word = 0; !text.empty(); word = 0) {
      const std::size_t taken = std::min(text.size(), sizeof word);
      std::memcpy(&word, text.data(), taken);
      add_number(word);
      text.remove_prefix(taken);
    }
  }
  void add_number(std::uint64_t number) {
    m_value = (m_value ^ number) * 1099511628211ULL;
    m_value ^= m_value >> 32;  // a step moves bits upwards only
  }
  void add(float number) { add_number(static_cast<std::uint64_t>(static_cast<std::int64_t>(number))); }
  [[nodiscard]] std::uint64_t value() const { return m_value; }

 private:
  std::uint64_t m_value = 14695981039346656037ULL;
};

std::uint64_t digest_of(const std::vector<MirrorRow>& rows) {
  Digest digest;
  for (const MirrorRow& row : rows) {
    digest.add_number(row.id);
    digest.add_number(row.parent);
    digest.add_number(static_cast<std::uint64_t>(row.role));
    digest.add(row.label);
    digest.add(row.value);
    digest.add(row.description);
    digest.add(state_letters(row));
    for (const float side : {row.box.x, row.box.y, row.box.w, row.box.h}) digest.add(side);
  }
  return digest.value();
}

void append(std::string& letters, Tri state, char on) {
  if (state == Tri::on) letters.push_back(on);
  if (state == Tri::off) letters.push_back(static_cast<char>(on - 'a' + 'A'));
}

}  // namespace

std::string_view name_of(Role role) { return role_names[static_cast<std::size_t>(role)]; }

std::string state_letters(const MirrorRow& row) {
  std::string letters;
  append(letters, row.checked, 'c');
  append(letters, row.expanded, 'e');
  append(letters, row.selected, 's');
  if (row.is_disabled) letters.push_back('d');
  if (row.is_focused) letters.push_back('f');
  if (row.is_invalid) letters.push_back('i');
  if (row.is_readonly) letters.push_back('o');
  if (row.is_required) letters.push_back('q');
  if (row.is_out_of_view) letters.push_back('v');
  return letters;
}

void Mirror::begin_frame() {
  m_rows.clear();
  m_hooked.clear();
  m_table_rows = 0;
  if (m_paint) m_paint->begin_frame();
}

void Mirror::end_frame() {
  std::swap(m_rows, m_shown);
  std::swap(m_hooked, m_shown_hooked);
  m_shown_table_rows = m_table_rows;
  m_digest = digest_of(m_shown);
  ++m_frames_drawn;
  if (m_paint) m_paint->end_frame();
}

MirrorRow& Mirror::add(ImGuiID id, Role role, std::string_view label, const Rect& box) {
  MirrorRow& row = m_rows.emplace_back();
  row.id = id;
  row.role = role;
  row.label = label;
  row.box = visible_part(box);
  row.is_out_of_view = box.w > 0 && box.h > 0 && (row.box.w <= 0 || row.box.h <= 0);
  if (m_paint) {
    row.whole = box;
    row.surface = current_surface();
    row.can_scroll = is_scrolling_content();
  }
  return row;
}

const MirrorRow* Mirror::find(Role role, std::string_view label) const {
  const auto found = std::find_if(m_shown.begin(), m_shown.end(), [&](const MirrorRow& row) {
    return row.role == role && row.label == label;
  });
  return found == m_shown.end() ? nullptr : &*found;
}

void Mirror::on_hooked_item(const HookedItem& item) { m_hooked.push_back(item); }

void Mirror::on_hooked_text_input(ImGuiID id) {
  for (HookedItem& item : m_hooked) {
    if (item.id == id) item.takes_text = true;
  }
}

}  // namespace jishan::ui
