#include "roster/sheets.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/text.h"
#include "roster/sheet_columns.h"
#include "roster/sheet_rows.h"
#include "stage.h"

namespace jishan::roster {
namespace {

// Rows of cells from lines with | between them.
Sheet sheet_of(const std::vector<std::string>& lines) {
  Sheet sheet;
  for (const std::string& line : lines) {
    sheet.rows.emplace_back();
    std::size_t begin = 0;
    for (std::size_t bar = line.find('|'); bar != std::string::npos; bar = line.find('|', begin)) {
      sheet.rows.back().push_back({line.substr(begin, bar - begin), CellKind::text});
      begin = bar + 1;
    }
    sheet.rows.back().push_back({line.substr(begin), CellKind::text});
  }
  return sheet;
}

// Numbers of an area code that is not in use.
std::string id_number(std::string_view born, std::string_view sequence = "123") {
  const std::string text = "000000" + std::string(born) + std::string(sequence);
  return text + id_check_digit(text);
}

struct RosterSheet : testing::Test {
  RosterSheet() : laptop(1) { laptop.begin(); }
  SheetPreview preview(const std::vector<std::string>& lines) {
    return preview_roster(laptop.context(), sheet_of(lines));
  }
  ImportStatus import(const std::vector<std::string>& lines) {
    const auto planned = plan_import(laptop.context(), preview(lines));
    return laptop.perform(planned);
  }
  std::vector<SheetProblem> problems(const std::vector<std::string>& lines) {
    std::vector<SheetProblem> problems;
    for (const SheetFinding& finding : preview(lines).findings) problems.push_back(finding.problem);
    return problems;
  }
  std::vector<std::string> names(std::string_view number) {
    std::vector<std::string> names;
    const auto id = household_by_number(*laptop.database, number);
    if (!id) return names;
    for (const ResidentView& resident : residents_of(*laptop.database, *id)) {
      names.push_back(shown(resident.name));
    }
    return names;
  }
  Stage laptop;
};
using Texts = std::vector<std::string>;
using Problems = std::vector<SheetProblem>;

TEST(SheetColumns, HeadingsAndTheirAliases) {
  EXPECT_EQ(column_of("公民身份号码"), Column::id_number);
  EXPECT_EQ(column_of(" 身份证号码（必填）*"), Column::id_number);
  EXPECT_EQ(column_of("证件\n号码："), Column::id_number);
  EXPECT_EQ(column_of("门（楼）详址"), Column::address);
  EXPECT_EQ(column_of("与户主关系"), Column::relation);
  EXPECT_EQ(column_of("屯"), Column::group);
  EXPECT_EQ(column_of("户主联系方式"), Column::head_phone);
  for (const char* const not_kept :
       {"宗教信仰", "健康状况", "银行卡号", "低保", "备注", "民族", ""}) {
    EXPECT_FALSE(column_of(not_kept).has_value()) << not_kept;
  }
}

TEST(SheetColumns, TheHeadingRowIsFoundAmongTitlesAndNotes) {
  EXPECT_EQ(
      heading_row_of(sheet_of({"柳荫村户籍名册", "填表人：周敏||", "序号|户号|姓名", "1|2|张三"})),
      2U);
  EXPECT_FALSE(heading_row_of(sheet_of({"户主", "a|b"})).has_value());
  EXPECT_FALSE(heading_row_of(sheet_of({"户号|组", "1|2"})).has_value()) << "nobody is named";
}

TEST(SheetRows, GroupsAsPeopleWriteThem) {
  const std::map<std::string, std::int64_t> named = {{"东屯", 4}};
  const std::pair<const char*, std::int64_t> good[] = {
      {"3", 3},     {"03", 3},    {"3组", 3},         {"第三组", 3},      {"三组", 3},
      {"十组", 10}, {"十二", 12}, {"二十一小组", 21}, {"第5村民小组", 5}, {"东屯", 4}};
  for (const auto& [text, number] : good) EXPECT_EQ(group_from(text, named), number) << text;
  for (const char* const bad : {"", "0", "100", "西屯", "-1", "1.5", "三三"}) {
    EXPECT_FALSE(group_from(bad, named).has_value()) << bad;
  }
}

TEST(SheetRows, AFindingShowsNoBirthday) {
  EXPECT_EQ(shown_in_finding("00000019800101123X", Column::id_number), "000*************3X");
  EXPECT_EQ(shown_in_finding("邻居", Column::relation), "邻居");
  EXPECT_EQ(count_code_points(shown_in_finding(std::string(10'240, 'x'), Column::name)), 41U);
}

TEST_F(RosterSheet, AWholeSheetIsEnteredOnce) {
  const Texts sheet = {
      "临溪镇柳荫村户籍名册|||||||",
      "序号|户号|姓名|与户主关系|公民身份号码|性别|村民小组|联系电话",
      "（必填）|（必填）|（必填）|||||",
      "1|02-014|李桂芳|户主|" + id_number("19680203", "124") + "|女|2组|１００００００００００",
      "2|02-014|王建国|夫|" + id_number("19650412") + "|男|2组|",
      "3|05-002|赵文斌|户主|" + id_number("19700101") + "|男|5组|",
      "合计|3||||||",
      "制表人：周敏|||||||"};
  const SheetPreview seen = preview(sheet);
  EXPECT_EQ(seen.verdict, SheetVerdict::readable);
  EXPECT_EQ(seen.heading_row, 1U);
  EXPECT_TRUE(seen.findings.empty());
  EXPECT_EQ(seen.figures.households_new, 2);
  EXPECT_EQ(seen.figures.residents_new, 3);
  EXPECT_EQ(import(sheet), ImportStatus::accepted);
  EXPECT_EQ(names("02-014"), (Texts{"李桂芳", "王建国"}));
  const auto view =
      find_household(*laptop.database, *household_by_number(*laptop.database, "02-014"));
  EXPECT_EQ(view->group, 2);
  EXPECT_EQ(shown(view->head_name), "李桂芳");
  EXPECT_EQ(shown(residents_of(*laptop.database, view->id)[0].phone), "10000000000");

  const std::string before = laptop.books();
  EXPECT_EQ(import(sheet), ImportStatus::nothing_to_add) << "the same sheet again adds nothing";
  EXPECT_EQ(laptop.books(), before);
  const SheetPreview again = preview(sheet);
  EXPECT_EQ(again.figures.households_known, 2);
  EXPECT_EQ(again.figures.residents_known, 3);
}

TEST_F(RosterSheet, MergedCellsAreFilledDown) {
  EXPECT_EQ(import({"户号|户主|姓名|关系|组", "1|李桂芳|李桂芳|户主|2", "|||", "||王建国|配偶|",
                    "||王磊|长子|", "2|赵文斌|赵文斌|户主|", "||孙福来|配偶|"}),
            ImportStatus::accepted);
  EXPECT_EQ(names("1"), (Texts{"李桂芳", "王建国", "王磊"}));
  EXPECT_EQ(names("2"), (Texts{"赵文斌", "孙福来"}));
  EXPECT_EQ(find_household(*laptop.database, *household_by_number(*laptop.database, "2"))->group,
            2);
}

TEST_F(RosterSheet, WithoutNumbersAHeadBeginsAHousehold) {
  const Texts sheet = {"姓名|与户主关系|组", "李桂芳|户主|2", "王建国|配偶|2", "赵文斌|户主|2",
                       "孙福来|配偶|2",      "李桂芳|户主|2", "吴春兰|长女|2"};
  EXPECT_EQ(import(sheet), ImportStatus::accepted);
  EXPECT_EQ(counts(*laptop.database).households, 3) << "two heads of one name are two households";
  EXPECT_EQ(names("02-001"), (Texts{"李桂芳", "王建国"}));
  EXPECT_EQ(names("02-003"), (Texts{"李桂芳", "吴春兰"}));
  EXPECT_EQ(import(sheet), ImportStatus::nothing_to_add);
}

TEST_F(RosterSheet, ASheetOfHeadsAlone) {
  EXPECT_EQ(import({"户号|户主姓名|组", "1|李桂芳|1", "2|赵文斌|1"}), ImportStatus::accepted);
  EXPECT_EQ(names("1"), Texts{"李桂芳"});
  EXPECT_EQ(counts(*laptop.database).households, 2);
}

TEST_F(RosterSheet, ANewRowOfAKnownHouseholdIsAdded) {
  import({"户号|姓名|关系", "1|李桂芳|户主"});
  const SheetPreview seen = preview({"户号|姓名|关系", "1|李桂芳|户主", "1|王小禾|孙女"});
  EXPECT_EQ(seen.figures.residents_new, 1);
  EXPECT_EQ(seen.figures.households_known, 1);
  laptop.perform(plan_import(laptop.context(), seen));
  EXPECT_EQ(names("1"), (Texts{"李桂芳", "王小禾"}));
}

TEST_F(RosterSheet, RowsThatAreLeftOut) {
  const std::string good = id_number("19800101");
  struct Case {
    std::string row;  // 户号|姓名|关系|身份证号|出生日期|组|住址
    Problems problems;
  };
  const Case cases[] = {
      {"1||户主|||1|", {SheetProblem::name_missing}},
      {"1|张三|户主|1.10105E+17||1|", {SheetProblem::id_number_mangled}},
      {"1|张三|户主|000000198001013000||1|", {SheetProblem::id_number_mangled}},
      {"1|张三|户主|12345||1|", {SheetProblem::id_number_malformed}},
      {"1|张三|户主||1980-02-30|1|", {SheetProblem::born_impossible}},
      {"1|张三|户主||2990-1-1|1|", {SheetProblem::born_impossible}},
      {"1|张三|户主||2199-01-01|1|", {SheetProblem::born_in_future, SheetProblem::minor}},
      {"1|张三|户主|||100|", {SheetProblem::group_impossible}},
      {"1|张三|户主|||西屯|", {SheetProblem::group_impossible}},
      {"123456789012345678901|张三|户主|||1|", {SheetProblem::text_too_long}},
      {"1|" + std::string(41, 'x') + "|户主|||1|", {SheetProblem::text_too_long}},
      {"1|张三|户主|||1|" + std::string(10'240, 'x'), {SheetProblem::text_too_long}},
  };
  for (const Case& each : cases) {
    const Texts sheet = {"户号|姓名|关系|身份证号|出生日期|组|住址", each.row};
    Problems found = problems(sheet);
    std::sort(found.begin(), found.end());
    EXPECT_EQ(found, each.problems) << each.row;
    const SheetPreview seen = preview(sheet);
    EXPECT_EQ(seen.figures.rows_left_out, 1) << each.row;
    EXPECT_EQ(plan_import(laptop.context(), seen).status, ImportStatus::nothing_to_add) << each.row;
  }
  EXPECT_EQ(problems({"户号|姓名|关系|身份证号", "1|张三|户主|" + good, "2|李四|户主|" + good}),
            Problems{SheetProblem::id_number_twice});
  EXPECT_EQ(problems({"姓名|关系|组", "张三|长子|1", "李四|户主|1"}),
            Problems{SheetProblem::household_missing});
  Texts crowd = {"户号|姓名|关系", "1|张三|户主"};
  for (int i = 0; i < 60; ++i) crowd.push_back("1|李" + std::to_string(i) + "|");
  EXPECT_EQ(problems(crowd), Problems{SheetProblem::household_too_large});
}

TEST_F(RosterSheet, RowsThatAreDoubtedAndEntered) {
  std::string wrong = id_number("19800101");
  wrong[17] = wrong[17] == '1' ? '2' : '1';
  struct Case {
    std::string row;  // 户号|姓名|关系|身份证号|出生日期|性别|电话
    Problems problems;
  };
  const Case cases[] = {
      {"1|张三|户主|" + wrong + "|||", {SheetProblem::id_wrong_check_digit}},
      {"1|张三|户主|" + id_number("19800230") + "|||", {SheetProblem::id_impossible_date}},
      {"1|张三|户主|" + id_number("19800101") + "|1980-01-02||",
       {SheetProblem::born_differs_from_id}},
      {"1|张三|户主||1980年5月||", {SheetProblem::born_without_day}},
      {"1|张三|户主||198005||", {SheetProblem::born_without_day}},
      {"1|张三|户主|" + id_number("19800101") + "||女|", {SheetProblem::sex_differs_from_id}},
      {"1|张三|户主|||不详|", {SheetProblem::sex_unknown}},
      {"1|张三|邻居||||", {SheetProblem::relation_unknown, SheetProblem::no_head}},
      {"1|张三|户主||||无", {SheetProblem::phone_odd}},
      {"1|张三|长子||||", {SheetProblem::no_head}},
      {"1|张三|户主||2015-01-01||", {SheetProblem::minor}},
      {"1|张三|户主||36526|男|", {}},  // 2000-01-01 as a spreadsheet counts days
  };
  for (const Case& each : cases) {
    const Texts sheet = {"户号|姓名|关系|身份证号|出生日期|性别|电话", each.row};
    Problems found = problems(sheet);
    std::sort(found.begin(), found.end());
    EXPECT_EQ(found, each.problems) << each.row;
    const SheetPreview seen = preview(sheet);
    EXPECT_EQ(seen.figures.residents_new, 1) << each.row;
    EXPECT_EQ(seen.figures.rows_left_out, 0) << each.row;
  }
  EXPECT_EQ(problems({"户号|姓名|关系", "1|张三|户主", "1|李四|户主"}),
            Problems{SheetProblem::two_heads});
  EXPECT_EQ(problems({"户号|姓名|关系|组", "1|张三|户主|1", "1|李四|妻|2"}),
            Problems{SheetProblem::household_two_groups});
}

TEST_F(RosterSheet, WhatTheBooksKnowAboutAnIdNumberStands) {
  const std::string number = id_number("19800101");
  import({"户号|姓名|关系|身份证号", "1|张三|户主|" + number});
  EXPECT_EQ(problems({"户号|姓名|关系|身份证号", "2|李四|户主|", "2|张三|长子|" + number}),
            Problems{SheetProblem::moves_household});
  EXPECT_EQ(problems({"户号|姓名|关系|身份证号", "1|章三|户主|" + number}),
            Problems{SheetProblem::id_number_held});
  EXPECT_EQ(import({"户号|姓名|关系|身份证号", "1|章三|户主|" + number}),
            ImportStatus::nothing_to_add);
  EXPECT_EQ(names("1"), Texts{"张三"});
}

TEST_F(RosterSheet, OneRoundedNumberMakesAllZerosDoubtful) {
  std::string right;
  for (int day = 10; right.empty(); ++day) {
    const std::string candidate = id_number("198001" + std::to_string(day), "100");
    if (candidate.back() == '0') right = candidate;
  }
  EXPECT_TRUE(problems({"户号|姓名|关系|身份证号", "1|张三|户主|" + right}).empty());
  EXPECT_EQ(problems({"户号|姓名|关系|身份证号", "1|张三|户主|" + right,
                      "2|李四|户主|000000198001013000"}),
            (Problems{SheetProblem::id_number_mangled, SheetProblem::id_number_mangled}));
}

TEST_F(RosterSheet, SheetsThatCannotBeRead) {
  EXPECT_EQ(preview({}).verdict, SheetVerdict::empty);
  EXPECT_EQ(preview({"|", " |　"}).verdict, SheetVerdict::empty);
  EXPECT_EQ(preview({"a|b", "1|2"}).verdict, SheetVerdict::no_headings);
  EXPECT_EQ(preview({"姓名|性别", "张三|男"}).verdict, SheetVerdict::columns_missing);
  const SheetPreview seen = preview({"姓名|性别", "张三|男"});
  EXPECT_EQ(plan_import(laptop.context(), seen).status, ImportStatus::not_readable);
}

TEST_F(RosterSheet, APreviewIsEnteredOnce) {
  const SheetPreview seen = preview({"户号|姓名|关系", "1|张三|户主"});
  EXPECT_EQ(laptop.perform(plan_import(laptop.context(), seen)), ImportStatus::accepted);
  EXPECT_EQ(plan_import(laptop.context(), seen).status, ImportStatus::stale);
}

TEST_F(RosterSheet, MissingGroupsAreMade) {
  const Texts sheet = {"户号|姓名|关系|组", "1|张三|户主|8", "2|李四|户主|2"};
  EXPECT_EQ(preview(sheet).groups_new, std::vector<std::int64_t>{8});
  import(sheet);
  EXPECT_EQ(groups(*laptop.database).back().number, 8);
  EXPECT_EQ(groups(*laptop.database).size(), 7U);
}

TEST_F(RosterSheet, WhatIsNotKeptIsNeverRead) {
  import({"户号|姓名|关系|宗教信仰|健康状况|银行卡号|户类别|备注",
          "1|张三|户主|金丝雀一|金丝雀二|金丝雀三|低保户|金丝雀四"});
  EXPECT_EQ(laptop.lines().find("金丝雀"), std::string::npos);
  EXPECT_EQ(laptop.lines().find("低保"), std::string::npos);
}

// Journal §2.1: events within the limits, whatever the size of the sheet.
TEST_F(RosterSheet, ALargeSheetIsManyEventsAndOneTransaction) {
  Texts sheet = {"户号|姓名|关系|身份证号|电话|组|住址"};
  for (int i = 0; i < 2000; ++i) {
    const std::string number = std::to_string(i / 4);
    const std::string born = std::to_string(19500101 + i % 28);
    sheet.push_back(number + "|张" + std::to_string(i) + (i % 4 == 0 ? "|户主|" : "|长子|") +
                    id_number(born, std::to_string(100 + i % 900)) + "|10000000000|" +
                    std::to_string(i / 400 + 1) + "|柳荫村东头第" + number + "号");
  }
  std::size_t duplicates = 0;
  const SheetPreview seen = preview(sheet);
  for (const SheetFinding& finding : seen.findings) {
    duplicates += finding.problem == SheetProblem::id_number_twice ? 1 : 0;
  }
  const auto planned = plan_import(laptop.context(), seen);
  ASSERT_EQ(planned.status, ImportStatus::accepted);
  const std::vector<journal::Event> events = laptop.write(planned.drafts);
  EXPECT_GT(events.size(), 10U);
  for (const journal::Event& event : events) {
    EXPECT_LE(event.body.array_at("rows")->size(), 500U);
    EXPECT_LE(journal::hashed_text_of(event).size(), journal::hashed_text_bytes_max);
    EXPECT_LE(event.personal->canonical().size(), journal::personal_bytes_max);
  }
  EXPECT_EQ(counts(*laptop.database).residents + static_cast<std::int64_t>(duplicates), 2000);
  EXPECT_EQ(import(sheet), ImportStatus::nothing_to_add);
}

}  // namespace
}  // namespace jishan::roster
