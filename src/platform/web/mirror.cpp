#include "platform/web/mirror.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

#include "platform/web/host.h"

namespace jishan::platform {
namespace {

// As in web/src/mirror.ts.
constexpr char row_end = '\x1E';
constexpr char field_end = '\x1F';

void add_row(std::string& rows, const ui::MirrorRow& row) {
  if (!rows.empty()) rows += row_end;
  std::array<char, 64> box{};
  std::snprintf(box.data(), box.size(), "%ld %ld %ld %ld", std::lround(row.box.x),
                std::lround(row.box.y), std::lround(row.box.w), std::lround(row.box.h));
  const std::string parent = row.parent == 0 ? std::string() : std::to_string(row.parent);
  const std::string states = ui::state_letters(row);
  rows += std::to_string(row.id);
  for (const std::string_view field :
       {ui::name_of(row.role), std::string_view(row.label), std::string_view(row.value),
        std::string_view(states), std::string_view(box.data()), std::string_view(row.description),
        std::string_view(parent)}) {
    rows += field_end;
    rows += field;
  }
}

}  // namespace

bool MirrorSender::is_changed_by(const ui::Mirror& mirror) {
  const int table_rows = mirror.table_rows_submitted();
  m_most_table_rows = std::max(m_most_table_rows, table_rows);
  const bool is_other_table = std::exchange(m_last, mirror.digest()) != mirror.digest();
  return std::exchange(m_last_table_rows, table_rows) != table_rows || is_other_table;
}

void MirrorSender::send(const ui::Mirror& mirror) {
  const int table_rows = std::exchange(m_most_table_rows, mirror.table_rows_submitted());
  if (mirror.digest() == m_sent && table_rows == m_sent_table_rows) return;
  std::string rows;
  for (const ui::MirrorRow& row : mirror.rows()) add_row(rows, row);
  jishan_host_mirror(rows.data(), static_cast<int>(rows.size()), table_rows);
  m_sent = mirror.digest();
  m_sent_table_rows = table_rows;
}

}  // namespace jishan::platform
