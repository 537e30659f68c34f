#include "app/exporting.h"

#include <gtest/gtest.h>

#include "support/computer.h"

namespace jishan::app {
namespace {

using testing::Computer;

TEST(ExportingTest, ACopyWithNamesIsRememberedOnThisLaptop) {
  Computer office(31);
  office.found("柳荫村");
  EXPECT_FALSE(office.app().last_copy_at());
  export_book(office.app(), journal::PersonalPart::stripped);
  EXPECT_FALSE(office.app().last_copy_at()) << "without names nothing can be had again from it";
  export_book(office.app(), journal::PersonalPart::kept);
  const UtcMinutes copied = office.world().clock.minutes;
  EXPECT_EQ(office.app().last_copy_at(), copied);
  office.world().clock.minutes += 60;
  office.switch_on();
  EXPECT_EQ(office.app().last_copy_at(), copied);
}

TEST(ExportingTest, ACopyOfOneBookIsNoneOfAnother) {
  Computer office(31);
  office.found("柳荫村");
  const std::string first = office.app().listing().book;
  export_book(office.app(), journal::PersonalPart::kept);
  office.app().go_to_setup();
  office.found("石桥村");
  EXPECT_FALSE(office.app().last_copy_at());
  office.app().open_book(first);
  office.settle();
  EXPECT_TRUE(office.app().last_copy_at());
}

}  // namespace
}  // namespace jishan::app
