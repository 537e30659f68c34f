// The entries behind a number: passbook lines as tables, the dialog that every figure opens, and
// the reversal of one entry.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "points/queries.h"
#include "ui/desk.h"
#include "ui/widgets/field.h"
#include "ui/widgets/table.h"

namespace jishan::ui {

// What the entry was for, as it stands in a passbook: 义务劳动 3 小时, 兑换 大米 2 袋.
// The book need not be the open one.
std::string reason_in_words(const Ui& ui, db::Database& database, const points::PassbookRow& row);

struct EntryLine {
  std::string ref;        // "<h>:<n>", for a reversal
  std::string date;
  std::string household;  // 李桂芳户; "" in a passbook
  std::string reason;
  Points change;
  Points balance;
  bool is_red = false;       // a reversal, or reversed by one
  bool can_reverse = false;
};
std::vector<EntryLine> lines_of(const Ui& ui, db::Database& database,
                                const std::vector<points::PassbookRow>& rows);
// The same, with the household of each line.
std::vector<EntryLine> lines_with_households(const Ui& ui, db::Database& database,
                                             const std::vector<points::PassbookRow>& rows);

struct ReversalState {
  bool is_open = false;
  std::string ref;
  std::string reason;
  bool is_redemption = false;
  FieldState why;
  std::string refusal;
};

// A dialog with the lines of a figure and their sum.
struct EntriesState {
  bool is_open = false;
  std::string title;
  std::vector<EntryLine> lines;
  Points total;
  bool has_households = false;
  TableState table;
  ReversalState reversal;
  Freshness freshness;
  points::FigureQuestion question;
};

void open_figure(ScreenContext& context, EntriesState& state, std::string title,
                 const points::FigureQuestion& question);
void draw_entries_dialog(ScreenContext& context, EntriesState& state);

// Dense lines of one household; Enter asks to reverse the selected one.
void draw_passbook(ScreenContext& context, const Rect& box, const std::vector<EntryLine>& lines,
                   TableState& table_state, ReversalState& reversal);
void open_reversal(ReversalState& state, const EntryLine& line);
void draw_reversal(ScreenContext& context, ReversalState& state);

}  // namespace jishan::ui
