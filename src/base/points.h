// Points in hundredths, as a type of its own: never a floating number, never mixed with a count.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jishan {

// Amounts of one line stay within ±10^9 hundredths (journal.md §2.1).
inline constexpr std::int64_t line_hundredths_max = 1'000'000'000;

class Points {
 public:
  constexpr Points() = default;
  static constexpr Points hundredths(std::int64_t value) { return Points(value); }
  static constexpr Points whole(std::int64_t value) { return Points(value * 100); }

  [[nodiscard]] constexpr std::int64_t hundredths() const { return m_hundredths; }
  [[nodiscard]] constexpr bool is_zero() const { return m_hundredths == 0; }
  [[nodiscard]] constexpr bool is_negative() const { return m_hundredths < 0; }

  // Sums are checked: an overflow is a bug and stops the program.
  friend Points operator+(Points a, Points b);
  friend Points operator-(Points a, Points b);
  friend constexpr Points operator-(Points a) { return Points(-a.m_hundredths); }
  Points& operator+=(Points other) { return *this = *this + other; }
  Points& operator-=(Points other) { return *this = *this - other; }

  friend constexpr bool operator==(Points a, Points b) { return a.m_hundredths == b.m_hundredths; }
  friend constexpr bool operator!=(Points a, Points b) { return a.m_hundredths != b.m_hundredths; }
  friend constexpr bool operator<(Points a, Points b) { return a.m_hundredths < b.m_hundredths; }
  friend constexpr bool operator>(Points a, Points b) { return b < a; }
  friend constexpr bool operator<=(Points a, Points b) { return !(b < a); }
  friend constexpr bool operator>=(Points a, Points b) { return !(a < b); }

 private:
  constexpr explicit Points(std::int64_t value) : m_hundredths(value) {}
  std::int64_t m_hundredths = 0;
};

// quantity_hundredths × points for each whole unit, rounded half up (away from zero for
// deductions), as the writer of an entry does it once. Nothing when it leaves the line limit.
std::optional<Points> points_for_quantity(Points per_unit, std::int64_t quantity_hundredths);

// "126", "−4.5", "1,250": comma between thousands, U+2212 for minus, no trailing zeros.
std::string to_display(Points points);
// The same with a leading + for gains: "+38", "−4", "0".
std::string to_display_signed(Points points);

// A typed amount in whole points with at most two decimals ("3", "2.5", "−4"), as hundredths.
// Also for quantities, which share the unit. Nothing if it is no such number or out of range.
std::optional<std::int64_t> hundredths_from_text(std::string_view text);

}  // namespace jishan
