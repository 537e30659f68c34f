#include "roster/sheet_columns.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace jishan::roster {
namespace {

constexpr std::size_t heading_rows_max = 30;

struct Heading {
  std::string_view text;
  Column column;
};
// GB/T 31000-2015 and the headings that village rosters use instead.
constexpr auto known_headings = std::to_array<Heading>({
    {"户号", Column::household_number},      {"户编号", Column::household_number},
    {"户码", Column::household_number},      {"户籍编号", Column::household_number},
    {"家庭编号", Column::household_number},  {"户口编号", Column::household_number},
    {"户主姓名", Column::head_name},         {"户主", Column::head_name},
    {"姓名", Column::name},                  {"家庭成员姓名", Column::name},
    {"成员姓名", Column::name},              {"家庭成员", Column::name},
    {"村民姓名", Column::name},              {"人员姓名", Column::name},
    {"与户主关系", Column::relation},        {"与户主的关系", Column::relation},
    {"户主关系", Column::relation},          {"家庭关系", Column::relation},
    {"成员关系", Column::relation},          {"关系", Column::relation},
    {"是否户主", Column::relation},          {"公民身份号码", Column::id_number},
    {"公民身份证号码", Column::id_number},   {"居民身份证号码", Column::id_number},
    {"身份证号码", Column::id_number},       {"身份证号", Column::id_number},
    {"身份证", Column::id_number},           {"身份号码", Column::id_number},
    {"证件号码", Column::id_number},         {"身份证明号码", Column::id_number},
    {"性别", Column::sex},                   {"出生日期", Column::born},
    {"出生年月", Column::born},              {"出生年月日", Column::born},
    {"生日", Column::born},                  {"联系电话", Column::phone},
    {"联系方式", Column::phone},             {"手机号", Column::phone},
    {"手机号码", Column::phone},             {"手机", Column::phone},
    {"电话", Column::phone},                 {"电话号码", Column::phone},
    {"本人电话", Column::phone},             {"户主联系方式", Column::head_phone},
    {"户主联系电话", Column::head_phone},    {"户主电话", Column::head_phone},
    {"村民小组", Column::group},             {"小组", Column::group},
    {"组", Column::group},                   {"组号", Column::group},
    {"组别", Column::group},                 {"组名", Column::group},
    {"屯", Column::group},                   {"所属小组", Column::group},
    {"所在小组", Column::group},             {"门牌号", Column::address},
    {"住址", Column::address},               {"家庭住址", Column::address},
    {"地址", Column::address},               {"详细地址", Column::address},
    {"户籍地址", Column::address},           {"现住地址", Column::address},
    {"居住地址", Column::address},           {"门(楼)详址", Column::address},
    {"常住/外出", Column::resident_state},   {"人口类型", Column::resident_state},
    {"是否外出", Column::resident_state},    {"居住状态", Column::resident_state},
    {"人员状态", Column::resident_state},    {"户类别", Column::household_class},
    {"户类型", Column::household_class},     {"序号", Column::serial},
    {"编号", Column::serial},
});

// Without blanks, line breaks, stars and colons; brackets and slashes in their narrow form.
std::string plain_heading(std::string_view heading) {
  std::string plain;
  for (const char32_t code_point : code_points(fold_full_width(normalised_input(heading)))) {
    const bool is_dropped = code_point == U' ' || code_point == U'\n' || code_point == U'*' ||
                            code_point == U':' || code_point == 0xA0 || code_point == U'★';
    if (!is_dropped) append_utf8(plain, code_point);
  }
  return plain;
}

std::string without_brackets(std::string_view text) {
  std::string outside;
  int depth = 0;
  for (const char c : text) {
    if (c == '(' || c == '[') ++depth;
    if (depth == 0) outside += c;
    if ((c == ')' || c == ']') && depth > 0) --depth;
  }
  return outside;
}

std::optional<Column> lookup(std::string_view heading) {
  const auto found = std::find_if(known_headings.begin(), known_headings.end(),
                                  [&](const Heading& each) { return each.text == heading; });
  if (found == known_headings.end()) return std::nullopt;
  return found->column;
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

const Cell empty_cell;

}  // namespace

std::optional<Column> column_of(std::string_view heading) {
  const std::string plain = plain_heading(heading);
  if (const auto column = lookup(plain)) return column;
  return lookup(without_brackets(plain));
}

Columns::Columns(const Sheet& sheet, std::size_t heading_row) {
  const SheetRow& row = sheet.rows[heading_row];
  for (std::size_t i = 0; i < row.size(); ++i) {
    HeadingView heading{i, std::string(trimmed(row[i].text)), column_of(row[i].text)};
    if (heading.meaning) {
      auto& place = m_places[static_cast<std::size_t>(*heading.meaning)];
      if (place) {
        heading.meaning.reset();
      } else {
        place = i;
      }
    }
    m_headings.push_back(std::move(heading));
  }
}

const Cell& Columns::cell(const SheetRow& row, Column column) const {
  const std::optional<std::size_t> place = at(column);
  return place && *place < row.size() ? row[*place] : empty_cell;
}

std::optional<std::size_t> heading_row_of(const Sheet& sheet) {
  std::optional<std::size_t> best;
  std::size_t most = 1;  // a title such as 户主 alone is no heading row
  for (std::size_t i = 0; i < std::min(heading_rows_max, sheet.rows.size()); ++i) {
    std::set<Column> found;
    for (const Cell& cell : sheet.rows[i]) {
      if (const auto column = column_of(cell.text)) found.insert(*column);
    }
    const bool names_people =
        found.count(Column::name) != 0 || found.count(Column::head_name) != 0;
    if (names_people && found.size() > most) {
      most = found.size();
      best = i;
    }
  }
  return best;
}

bool is_no_entry(const SheetRow& row, const Columns& columns) {
  std::size_t filled = 0;
  std::string_view first;
  for (const Cell& cell : row) {
    const std::string_view text = trimmed(cell.text);
    if (text.empty()) continue;
    if (filled++ == 0) first = text;
  }
  if (filled == 0) return true;
  const auto text_in = [&](Column column) { return trimmed(columns.cell(row, column).text); };
  const std::string_view name =
      columns.has(Column::name) ? text_in(Column::name) : text_in(Column::head_name);
  // A line across the sheet: a title between the groups, a note, a signature.
  if (filled == 1 && name.empty() && text_in(Column::id_number).empty()) return true;
  if (contains_any(first, {"合计", "小计", "总计", "制表", "填表", "审核人", "说明", "备注:", "备注：",
                           "注:", "注："})) {
    return true;
  }
  return contains_any(name, {"必填", "选填", "填写", "示例"});
}

}  // namespace jishan::roster
