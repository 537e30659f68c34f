#include "roster/sheet_rows.h"

#include <algorithm>
#include <cstdlib>

#include "base/text.h"
#include "roster/relations.h"

namespace jishan::roster {
namespace {

constexpr std::size_t shown_characters_max = 40;

class RowReader {
 public:
  RowReader(const SheetRow& row, std::size_t number, const Columns& columns,
            const RowSurroundings& around, std::vector<SheetFinding>& findings)
      : m_row(row), m_number(number), m_columns(columns), m_around(around), m_findings(findings) {}

  PersonRow read(const std::optional<PersonRow>& above);

 private:
  [[nodiscard]] const Cell& cell(Column column) const { return m_columns.cell(m_row, column); }
  // As it will be kept.
  [[nodiscard]] std::string text(Column column) const {
    return normalised_input(trimmed(cell(column).text));
  }
  // For numbers, codes and words of a list.
  [[nodiscard]] std::string plain(Column column) const {
    return std::string(trimmed(fold_full_width(text(column))));
  }
  void report(SheetProblem problem, Column column) {
    m_findings.push_back(
        {m_number, column, problem, std::nullopt, shown_in_finding(cell(column).text, column)});
    m_person.is_left_out = m_person.is_left_out || keeps_row_out(problem);
  }

  void read_relation();
  void read_household(const std::optional<PersonRow>& above);
  void read_id_number();
  void read_born();
  void read_sex();
  void read_phone();
  void read_states();
  void check_sizes();

  const SheetRow& m_row;
  std::size_t m_number;
  const Columns& m_columns;
  const RowSurroundings& m_around;
  std::vector<SheetFinding>& m_findings;
  PersonRow m_person;
};

PersonRow RowReader::read(const std::optional<PersonRow>& above) {
  m_person.row = m_number;
  const bool lists_heads_only = !m_columns.has(Column::name);
  m_person.person.name = text(lists_heads_only ? Column::head_name : Column::name);
  m_person.is_head = lists_heads_only;
  read_relation();
  read_household(above);
  if (m_person.person.name.empty()) report(SheetProblem::name_missing, Column::name);
  check_sizes();
  read_id_number();
  read_born();
  read_sex();
  read_phone();
  read_states();
  return std::move(m_person);
}

void RowReader::read_relation() {
  const std::string word = plain(Column::relation);
  if (!word.empty() && word != "否") {
    if (const auto code = relation_from(word)) {
      m_person.person.relation = *code;
    } else {
      report(SheetProblem::relation_unknown, Column::relation);
    }
  }
  if (m_person.person.relation == relation_head) m_person.is_head = true;
}

void RowReader::read_household(const std::optional<PersonRow>& above) {
  m_person.household_number = plain(Column::household_number);
  m_person.head_name = text(Column::head_name);
  m_person.address = text(Column::address);
  m_person.head_phone = normalised_phone(cell(Column::head_phone).text);
  const std::string group = plain(Column::group);
  if (!group.empty()) {
    const auto number = group_from(group, m_around.groups_by_name);
    m_person.group = number.value_or(0);
    if (!number) report(SheetProblem::group_impossible, Column::group);
  } else if (above) {
    m_person.group = above->group;
  }
  // A blank cell means "as above" as long as nothing says that another household begins here.
  const bool says_nothing = m_person.household_number.empty() && m_person.head_name.empty();
  const bool begins_household = m_person.is_head && above && above->has_head_so_far;
  const bool is_same_number = m_person.household_number.empty() ||
                              (above && m_person.household_number == above->household_number);
  const bool is_same_head =
      m_person.head_name.empty() || (above && m_person.head_name == above->head_name);
  if (above && is_same_number && is_same_head && !(says_nothing && begins_household)) {
    m_person.household_number = above->household_number;
    m_person.head_name = above->head_name;
    if (m_person.address.empty()) m_person.address = above->address;
    m_person.has_head_so_far = above->has_head_so_far;
  }
  if (m_person.head_name.empty() && m_person.is_head) m_person.head_name = m_person.person.name;
  if (!m_person.head_name.empty() && m_person.head_name == m_person.person.name &&
      m_person.person.relation.empty() && plain(Column::relation) != "否") {
    m_person.is_head = true;
  }
  if (m_person.is_head && m_person.person.relation.empty()) {
    m_person.person.relation = relation_head;
  }
  m_person.has_head_so_far = m_person.has_head_so_far || m_person.is_head;
}

void RowReader::check_sizes() {
  if (!fits(m_person.person.name, name_characters_max)) {
    report(SheetProblem::text_too_long, Column::name);
  }
  if (m_columns.has(Column::name) && !fits(text(Column::head_name), name_characters_max)) {
    report(SheetProblem::text_too_long, Column::head_name);
  }
  if (!fits(m_person.household_number, household_number_characters_max)) {
    report(SheetProblem::text_too_long, Column::household_number);
  }
  if (!fits(m_person.address, field_characters_max)) {
    report(SheetProblem::text_too_long, Column::address);
  }
}

void RowReader::read_id_number() {
  std::string& number = m_person.person.id_number;
  number = normalised_id_number(cell(Column::id_number).text);
  const bool is_rounded = cell(Column::id_number).kind == CellKind::number ||
                          (m_around.id_form == CellForm::number && number.ends_with("000"));
  const CellForm form = is_rounded ? CellForm::number : CellForm::text;
  switch (check_id_number(number, m_around.today, form)) {
    case IdNumberCheck::good:
    case IdNumberCheck::absent:
    case IdNumberCheck::old_form:
      break;
    case IdNumberCheck::mangled:
      return report(SheetProblem::id_number_mangled, Column::id_number);
    case IdNumberCheck::malformed:
      return report(SheetProblem::id_number_malformed, Column::id_number);
    case IdNumberCheck::wrong_check_digit:
      return report(SheetProblem::id_wrong_check_digit, Column::id_number);
    case IdNumberCheck::impossible_date:
    case IdNumberCheck::born_in_future:
      return report(SheetProblem::id_impossible_date, Column::id_number);
  }
}

// 1980-05-03, 1980.5.3, 19800503, 1980年5月3日, or days as a spreadsheet counts them.
std::optional<Date> date_from_cell(const std::string& text, Date today) {
  constexpr std::int64_t spreadsheet_day_zero = -25'569;  // 1899-12-30
  const bool are_digits =
      std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (are_digits && text.size() >= 4 && text.size() <= 5) {
    return Date::from_days(spreadsheet_day_zero + std::strtoll(text.c_str(), nullptr, 10));
  }
  // Without a year in front it would be taken for a day of this year.
  const std::size_t digits = text.find_first_not_of("0123456789");
  const bool begins_with_year = digits == 4 || (are_digits && text.size() == 8);
  return begins_with_year ? date_from_typed(text, today) : std::nullopt;
}

// 1980-5, 1980-05, 1980年5月, 198005: a year and a month alone.
bool is_month(const std::string& text) {
  std::size_t digits = 0;
  std::size_t numbers = 0;
  bool was_digit = false;
  for (const char c : text) {
    const bool is_digit = c >= '0' && c <= '9';
    digits += is_digit ? 1 : 0;
    numbers += is_digit && !was_digit ? 1 : 0;
    was_digit = is_digit;
  }
  return (numbers == 1 && digits == 6) || (numbers == 2 && (digits == 5 || digits == 6));
}

void RowReader::read_born() {
  EnteredResident& person = m_person.person;
  const std::string typed = plain(Column::born);
  const std::optional<Date> by_id = born_of_id_number(person.id_number);
  std::optional<Date> born = typed.empty() ? std::nullopt : date_from_cell(typed, m_around.today);
  if (!born && !typed.empty()) {
    report(is_month(typed) ? SheetProblem::born_without_day : SheetProblem::born_impossible,
           Column::born);
  }
  if (born && *born > m_around.today) report(SheetProblem::born_in_future, Column::born);
  if (born && by_id && *born != *by_id) report(SheetProblem::born_differs_from_id, Column::born);
  if (!born && by_id && *by_id <= m_around.today) born = by_id;
  if (!born) return;
  person.born = born->iso();
  if (age_on(*born, m_around.today) < sensitive_age_years) {
    report(SheetProblem::minor, Column::born);
  }
}

void RowReader::read_sex() {
  const std::string word = plain(Column::sex);
  const Sex by_id = sex_of_id_number(m_person.person.id_number);
  Sex& sex = m_person.person.sex;
  if (word == "男" || word == "1" || word == "男性") sex = Sex::male;
  if (word == "女" || word == "2" || word == "女性") sex = Sex::female;
  const bool is_open = word.empty() || word == "0" || word == "9" || word == "未知" ||
                       word == "未说明" || word == "未知的性别" || word == "未说明的性别";
  if (sex == Sex::unknown && !is_open) report(SheetProblem::sex_unknown, Column::sex);
  if (sex == Sex::unknown) sex = by_id;
  if (by_id != Sex::unknown && sex != by_id) {
    report(SheetProblem::sex_differs_from_id, Column::sex);
  }
}

void RowReader::read_phone() {
  std::string& phone = m_person.person.phone;
  phone = normalised_phone(cell(Column::phone).text);
  if (!is_phone(phone)) {
    report(SheetProblem::phone_odd, Column::phone);
    phone.clear();
  }
  if (!is_phone(m_person.head_phone)) {
    report(SheetProblem::phone_odd, Column::head_phone);
    m_person.head_phone.clear();
  }
  if (m_person.is_head && phone.empty()) phone = m_person.head_phone;
}

void RowReader::read_states() {
  const auto is_one_of = [](const std::string& word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
  };
  const std::string state = plain(Column::resident_state);
  ResidentState& own = m_person.person.state;
  if (is_one_of(state, {"外出", "是", "常年外出", "外出务工", "务工", "流出"}))
    own = ResidentState::away;
  if (is_one_of(state, {"迁出", "已迁出", "户口迁出"})) own = ResidentState::moved;
  if (is_one_of(state, {"死亡", "去世", "已故", "注销"})) own = ResidentState::dead;
  // Only the classes that compete apart are known; a welfare class is not kept.
  const std::string household_class = plain(Column::household_class);
  if (is_one_of(household_class, {"党员干部户", "干部户", "党员户"})) {
    m_person.household_class = HouseholdClass::cadre;
  }
  if (is_one_of(household_class, {"代表户", "村民代表户"})) {
    m_person.household_class = HouseholdClass::representative;
  }
}

// 一 … 九十九; 0 for anything else.
std::int64_t chinese_number(std::string_view text) {
  constexpr std::u32string_view digits = U"零一二三四五六七八九";
  std::int64_t number = 0;
  std::int64_t digit = 0;
  for (const char32_t character : code_points(text)) {
    const std::size_t found = digits.find(character);
    if (character == U'十') {
      number += (digit == 0 ? 1 : digit) * 10;
      digit = 0;
    } else if (found != std::u32string_view::npos && digit == 0) {
      digit = static_cast<std::int64_t>(found);
    } else {
      return 0;
    }
  }
  return number + digit;
}

}  // namespace

bool keeps_row_out(SheetProblem problem) {
  return problem <= SheetProblem::household_too_large;
}

PersonRow read_row(const SheetRow& row, std::size_t number, const Columns& columns,
                   const std::optional<PersonRow>& above, const RowSurroundings& around,
                   std::vector<SheetFinding>& findings) {
  return RowReader(row, number, columns, around, findings).read(above);
}

std::optional<std::int64_t> group_from(std::string_view text,
                                       const std::map<std::string, std::int64_t>& groups_by_name) {
  if (const auto named = groups_by_name.find(std::string(text)); named != groups_by_name.end()) {
    return named->second;
  }
  for (const std::string_view front : {"村民", "第"}) {
    if (text.starts_with(front)) text.remove_prefix(front.size());
  }
  for (const std::string_view back : {"村民小组", "小组", "组", "屯", "队"}) {
    if (text.ends_with(back)) {
      text.remove_suffix(back.size());
      break;
    }
  }
  std::int64_t number = 0;
  const bool are_digits =
      !text.empty() && text.size() <= 3 &&
      std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (are_digits) {
    for (const char c : text) number = number * 10 + (c - '0');
  } else {
    number = chinese_number(text);
  }
  if (number < 1 || number > group_max) return std::nullopt;
  return number;
}

std::string shown_in_finding(std::string_view text, std::optional<Column> column) {
  std::vector<char32_t> characters = code_points(trimmed(text));
  const bool is_id = column == Column::id_number && characters.size() >= 15;
  std::string shown;
  for (std::size_t i = 0; i < std::min(characters.size(), shown_characters_max); ++i) {
    // The first three and the last two remain: enough to find the row on paper.
    const bool is_covered = is_id && i >= 3 && i + 2 < characters.size();
    append_utf8(shown, is_covered ? U'*' : characters[i]);
  }
  if (characters.size() > shown_characters_max) append_utf8(shown, U'…');
  return shown;
}

}  // namespace jishan::roster
