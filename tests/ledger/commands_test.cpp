#include "ledger/commands.h"

#include <gtest/gtest.h>

#include "ledger/queries.h"
#include "ledger/toy_book.h"

namespace jishan::ledger {
namespace {

using support::Laptop;

class ReverseTest : public testing::Test {
 protected:
  ReverseTest() { laptop.found(); }
  journal::Planned<ReverseStatus> plan(const ReverseRequest& request) {
    return plan_reverse({*laptop.database, *laptop.journal, laptop.random, laptop.author.minutes,
                         *Date::from_iso("2026-03-08"), is_clock_suspicious},
                        request);
  }
  ReverseStatus status(const ReverseRequest& request) {
    const auto planned = plan(request);
    EXPECT_EQ(planned.drafts.empty(), planned.status != ReverseStatus::accepted);
    return planned.status;
  }
  static ReverseRequest request(std::string of, std::int64_t gen = 1) {
    ReverseRequest made;
    made.targets.push_back({std::move(of), gen});
    made.note = "写错";
    return made;
  }
  Laptop laptop{toy_folds, 41};
  bool is_clock_suspicious = false;
};

TEST_F(ReverseTest, EveryStatus) {
  const std::string h =
      laptop.write(lines_draft(fact_line(house_a, 100) + "," + fact_line(house_b, 100))).h.hex();
  EXPECT_EQ(status(request(h)), ReverseStatus::accepted);
  EXPECT_EQ(status(request(h + ":1")), ReverseStatus::accepted);
  EXPECT_EQ(status(ReverseRequest{}), ReverseStatus::not_found);
  EXPECT_EQ(status(request(h + ":2")), ReverseStatus::not_found);
  EXPECT_EQ(status(request(std::string(64, 'a'))), ReverseStatus::not_found);
  EXPECT_EQ(status(request(some_key)), ReverseStatus::not_found);
  ReverseRequest wrong = request(h);
  wrong.note = "　";
  EXPECT_EQ(status(wrong), ReverseStatus::reason_missing);
  wrong.why = Why::undo;
  EXPECT_EQ(status(wrong), ReverseStatus::accepted);
  wrong = request(h);
  wrong.note = std::string(501, 'x');
  EXPECT_EQ(status(wrong), ReverseStatus::text_too_long);
  wrong = request(h);
  wrong.typed_date = *Date::from_iso("2026-03-09");
  EXPECT_EQ(status(wrong), ReverseStatus::date_in_future);
  is_clock_suspicious = true;
  EXPECT_EQ(status(wrong), ReverseStatus::accepted);
  EXPECT_EQ(status(request(h)), ReverseStatus::date_needed);
  is_clock_suspicious = false;
  laptop.write(plan(request(h + ":1")).drafts);
  EXPECT_EQ(status(request(h + ":1")), ReverseStatus::already_reversed);
  EXPECT_EQ(status(request(h)), ReverseStatus::accepted) << "one line still counts";
  laptop.write(plan(request(h)).drafts);
  EXPECT_EQ(status(request(h)), ReverseStatus::already_reversed);
  const std::string other = laptop.write(lines_draft(fact_line(house_a, 1))).h.hex();
  journal::Draft later = support::draft_of("later.kind");
  later.is_critical = true;
  laptop.write(later);
  EXPECT_EQ(status(request(other)), ReverseStatus::book_locked);
}

TEST_F(ReverseTest, OnceKeysAreReversedByTheGenerationThatCounts) {
  laptop.write(lines_draft(once_line(some_key, 1, house_a, 100)));
  const auto twin = laptop.write(lines_draft(once_line(some_key, 1, house_a, 100)));
  EXPECT_EQ(status(request(some_key, 2)), ReverseStatus::not_found);
  EXPECT_EQ(status(request(twin.h.hex() + ":0")), ReverseStatus::accepted) << "stands for the key";
  laptop.write(plan(request(some_key, 1)).drafts);
  EXPECT_EQ(status(request(some_key, 1)), ReverseStatus::already_reversed);
  EXPECT_EQ(status(request(twin.h.hex() + ":0")), ReverseStatus::already_reversed);
  laptop.write(lines_draft(once_line(some_key, 2, house_a, 100)));
  EXPECT_EQ(status(request(some_key, 2)), ReverseStatus::accepted);
  const auto inert = laptop.write(lines_draft(once_line(some_key, 3, house_a, 100)));
  EXPECT_EQ(status(request(inert.h.hex() + ":0")), ReverseStatus::not_found);
}

TEST_F(ReverseTest, WritesTheReasonApartFromTheFact) {
  const std::string h = laptop.write(lines_draft(fact_line(house_a, 100))).h.hex();
  ReverseRequest wanted = request(h);
  wanted.why = Why::duplicate;
  wanted.back = GoodsBack::returned;
  const auto planned = plan(wanted);
  ASSERT_EQ(planned.drafts.size(), 1U);
  const journal::Draft& draft = planned.drafts[0];
  EXPECT_EQ(draft.date, "2026-03-08");
  EXPECT_EQ(draft.body.canonical(), R"({"back":1,"gen":1,"of":")" + h + R"(","why":"duplicate"})");
  EXPECT_EQ(draft.personal->canonical(), R"({"note":"写错"})");
}

TEST_F(ReverseTest, LeavesOutWhatIsReversedAlready) {
  const std::string h =
      laptop.write(lines_draft(fact_line(house_a, 100) + "," + fact_line(house_b, 100))).h.hex();
  laptop.write(plan(request(h + ":0")).drafts);
  ReverseRequest both = request(h + ":0");
  both.targets.push_back({h + ":1", 1});
  const auto planned = plan(both);
  ASSERT_EQ(planned.drafts.size(), 1U);
  EXPECT_EQ(planned.drafts[0].body.string_at("of"), h + ":1");
}

}  // namespace
}  // namespace jishan::ledger
