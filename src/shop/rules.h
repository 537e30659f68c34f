// The shop's arithmetic and form checks as pure logic: no SQL, no clock, no request.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/points.h"

namespace jishan::shop {

// unit price × whole units; nothing when it leaves the line limit.
std::optional<Points> line_total(Points price, std::int64_t quantity);

// The first line whose running total is beyond what can be spent; nothing when all fit.
std::optional<std::size_t> first_line_beyond(const std::vector<Points>& line_totals,
                                             Points spendable);

// ASCII letters, digits and '-', as scanners send them.
bool is_barcode(std::string_view text);

// "20260918-03": the day and a number within the day of one outlet.
std::string slip_number(Date date, int number);
// The number in a slip of that day, or 0 for any other text.
int number_in_slip(std::string_view slip, Date date);

}  // namespace jishan::shop
