// Widths that a person gave to columns by dragging, kept on this computer. It knows no table, only
// names: those of another language have widths of their own, as their words have.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace jishan::ui {

class ColumnWidths {
 public:
  // What is kept; read again only when that changed. Lines of another form are left out.
  void read(std::string_view kept);
  [[nodiscard]] std::string text() const;

  // px at 100 %; 0: as designed.
  [[nodiscard]] int of(std::string_view table, std::string_view column) const;
  [[nodiscard]] bool are_all_as_designed() const { return m_widths.empty(); }
  // 0 gives the column back its own width.
  void set(std::string_view table, std::string_view column, int width);
  // True once after changes: they are to be kept.
  bool take_change() { return std::exchange(m_is_changed, false); }

 private:
  std::map<std::string, int, std::less<>> m_widths;  // by table and column, parted by a tab
  std::string m_read;
  bool m_is_changed = false;
};

}  // namespace jishan::ui
