#include "village/commands.h"

#include <gtest/gtest.h>

#include "stage.h"
#include "village/queries.h"

namespace jishan::village {
namespace {

std::string long_text(std::size_t characters) {
  std::string text;
  for (std::size_t i = 0; i < characters; ++i) text += "长";
  return text;
}

TEST(FoundVillage, EveryStatus) {
  struct Case {
    FoundRequest request;
    FoundStatus status;
  };
  const Case cases[] = {
      {{.name = " "}, FoundStatus::name_missing},
      {{.name = long_text(41)}, FoundStatus::name_too_long},
      {{.name = "柳荫村", .town = long_text(41)}, FoundStatus::town_too_long},
      {{.name = "柳荫村", .code = "12345"}, FoundStatus::code_malformed},
      {{.name = "柳荫村", .code = "11010519920x"}, FoundStatus::code_malformed},
      {{.name = "柳荫村", .offset_minutes = 900}, FoundStatus::offset_out_of_range},
      {{.name = long_text(40), .code = "１１０１０５１９９２０１"}, FoundStatus::accepted},
  };
  for (const Case& each : cases) {
    Stage laptop(1);
    const auto planned = plan_found(laptop.context(), each.request);
    EXPECT_EQ(planned.status, each.status) << each.request.name;
    EXPECT_EQ(planned.drafts.size(), each.status == FoundStatus::accepted ? 1U : 0U);
  }
  Stage laptop(1);
  EXPECT_EQ(laptop.perform(plan_found(laptop.context(), {.name = "柳荫村"})),
            FoundStatus::accepted);
  EXPECT_EQ(settings(*laptop.database).mode, Mode::real);
  EXPECT_EQ(plan_found(laptop.context(), {.name = "柳荫村"}).status, FoundStatus::book_not_empty);
}

TEST(SetVillage, EveryStatus) {
  Stage laptop(1);
  laptop.found("柳荫村");
  const SettingsRequest same = {.name = "柳荫村", .town = "临溪镇"};
  const auto status_with = [&](auto change) {
    SettingsRequest request = same;
    change(request);
    return plan_settings(laptop.context(), request).status;
  };
  using Request = SettingsRequest;
  EXPECT_EQ(plan_settings(laptop.context(), same).status, SettingsStatus::unchanged);
  EXPECT_EQ(status_with([](Request& r) { r.name = ""; }), SettingsStatus::name_missing);
  EXPECT_EQ(status_with([](Request& r) { r.name = long_text(41); }), SettingsStatus::name_too_long);
  EXPECT_EQ(status_with([](Request& r) { r.town = long_text(41); }), SettingsStatus::town_too_long);
  EXPECT_EQ(status_with([](Request& r) { r.step = 0; }), SettingsStatus::step_out_of_range);
  EXPECT_EQ(status_with([](Request& r) { r.step = -10; }), SettingsStatus::step_out_of_range);
  EXPECT_EQ(status_with([](Request& r) { r.rate_fen = -1; }), SettingsStatus::rate_out_of_range);
  EXPECT_EQ(status_with([](Request& r) { r.rate_fen = 100'001; }),
            SettingsStatus::rate_out_of_range);
  EXPECT_EQ(status_with([](Request& r) { r.notice_days = 0; }),
            SettingsStatus::notice_days_out_of_range);
  EXPECT_EQ(status_with([](Request& r) { r.notice_days = 61; }),
            SettingsStatus::notice_days_out_of_range);
  const Cap weekly{CapScope::household, CapSpan::week, CapMeasure::points, 1000};
  EXPECT_EQ(status_with([&](Request& r) { r.caps.assign(11, weekly); }),
            SettingsStatus::too_many_caps);
  EXPECT_EQ(status_with([&](Request& r) { (r.caps = {weekly})[0].max = 0; }),
            SettingsStatus::cap_out_of_range);
  EXPECT_EQ(status_with([&](Request& r) { (r.caps = {weekly})[0].max = 1'000'000'001; }),
            SettingsStatus::cap_out_of_range);
  EXPECT_EQ(status_with([&](Request& r) { (r.caps = {weekly})[0].measure = CapMeasure::quantity; }),
            SettingsStatus::cap_of_quantities);

  SettingsRequest changed = same;
  changed.step = 10;
  const auto planned = plan_settings(laptop.context(), changed);
  EXPECT_EQ(planned.status, SettingsStatus::accepted);
  EXPECT_EQ(planned.drafts[0].body.canonical(), R"({"rows":[{"f":{"step":10}}]})")
      << "only the field that changed is written";
  laptop.perform(planned);
  EXPECT_EQ(settings(*laptop.database).step, 10);

  changed.caps = {weekly, {CapScope::resident, CapSpan::entry, CapMeasure::times, 2}};
  changed.mask = NameMask::given;
  EXPECT_EQ(laptop.perform(plan_settings(laptop.context(), changed)), SettingsStatus::accepted);
  EXPECT_EQ(settings(*laptop.database).caps, changed.caps);
  EXPECT_EQ(settings(*laptop.database).mask, NameMask::given);
  EXPECT_EQ(plan_settings(laptop.context(), changed).status, SettingsStatus::unchanged);
  EXPECT_EQ(laptop.perform(plan_settings(laptop.context(), same)), SettingsStatus::accepted);
  EXPECT_TRUE(settings(*laptop.database).caps.empty()) << "no cap any more";
}

TEST(SetOperator, EveryStatus) {
  Stage laptop(1);
  laptop.found();
  const OperatorId id = OperatorId::make(laptop.random);
  const OperatorRequest good = {.id = id, .name = " 周敏 ", .roles = {"会计"}};
  const auto status_with = [&](auto change) {
    OperatorRequest request = good;
    change(request);
    return plan_operator(laptop.context(), request).status;
  };
  using Request = OperatorRequest;
  EXPECT_EQ(status_with([](Request& r) { r.name = "　"; }), OperatorStatus::name_missing);
  EXPECT_EQ(status_with([](Request& r) { r.name = long_text(41); }), OperatorStatus::name_too_long);
  EXPECT_EQ(status_with([](Request& r) { r.roles.assign(11, "会计"); }),
            OperatorStatus::too_many_roles);
  EXPECT_EQ(status_with([](Request& r) { r.roles = {long_text(21)}; }),
            OperatorStatus::role_too_long);
  EXPECT_EQ(laptop.perform(plan_operator(laptop.context(), good)), OperatorStatus::accepted);
  EXPECT_EQ(mask(find_operator(*laptop.database, id)->name, Audience::desk), "周敏");
  EXPECT_EQ(plan_operator(laptop.context(), good).status, OperatorStatus::unchanged);
  OperatorRequest gone = good;
  gone.is_on = false;
  const auto planned = plan_operator(laptop.context(), gone);
  EXPECT_EQ(planned.status, OperatorStatus::accepted);
  EXPECT_FALSE(planned.drafts[0].personal.has_value()) << "the name did not change";
}

TEST(NameLaptop, EveryStatusAndANumberForATakenDuty) {
  Stage first(1);
  first.found();
  EXPECT_EQ(plan_writer(first.context(), {first.author.writer, "1.0", ""}).status,
            WriterStatus::name_missing);
  EXPECT_EQ(plan_writer(first.context(), {first.author.writer, "1.0", long_text(21)}).status,
            WriterStatus::name_too_long);
  const WriterRequest request = {first.author.writer, "1.0", "村委会电脑"};
  EXPECT_EQ(first.perform(plan_writer(first.context(), request)), WriterStatus::accepted);
  EXPECT_EQ(plan_writer(first.context(), request).status, WriterStatus::unchanged);

  Stage second(2);
  second.take_from(first);
  second.perform(plan_writer(second.context(), {second.author.writer, "1.0", "村委会电脑"}));
  EXPECT_EQ(writer_name(*second.database, second.author.writer.text()), "村委会电脑2");
}

TEST(BusinessDates, AreTodayUnlessTypedAndNeverInTheFuture) {
  Stage laptop(1);
  laptop.found();
  journal::CommandContext context = laptop.context();
  EXPECT_FALSE(context.is_clock_suspicious);
  const Date today = context.today;
  const Date tomorrow = *Date::from_days(today.days() + 1);
  const Date yesterday = *Date::from_days(today.days() - 1);
  EXPECT_EQ(business_date(context, std::nullopt).date, today);
  EXPECT_EQ(business_date(context, std::nullopt).problem, DateProblem::none);
  EXPECT_EQ(business_date(context, yesterday).date, yesterday);
  EXPECT_EQ(business_date(context, tomorrow).problem, DateProblem::date_in_future);
  context.is_clock_suspicious = true;
  EXPECT_EQ(business_date(context, std::nullopt).problem, DateProblem::date_needed);
  EXPECT_EQ(business_date(context, tomorrow).problem, DateProblem::none) << "nobody knows today";
}

TEST(BusinessDates, AClockThatWentBackIsNoticed) {
  Stage laptop(1);
  laptop.found();
  laptop.author.minutes -= 3 * 24 * 60;
  EXPECT_TRUE(laptop.context().is_clock_suspicious);
}

}  // namespace
}  // namespace jishan::village
