#include "ledger/reversed_names.h"

#include <gtest/gtest.h>

#include "ledger/toy_book.h"

namespace jishan::ledger {
namespace {

class ReversedNamesTest : public testing::Test {
 protected:
  ReversedNamesTest() { laptop.found(); }
  // One reversal of a line, one of a key; gives the event of the line.
  journal::Hash reverse_both() {
    const auto event = laptop.write(lines_draft(fact_line(house_a, 500)));
    laptop.write(reverse_draft(event.h.hex() + ":0"));
    laptop.write(reverse_draft(some_key));
    return event.h;
  }
  support::Laptop laptop{toy_folds, 1};
};

// A book that is opened from an image of its tables has reversals that this run never took.
TEST_F(ReversedNamesTest, KnowsWhatTheTableHeldBefore) {
  const journal::Hash h = reverse_both();
  ReversedNames names(*laptop.database);
  EXPECT_TRUE(names.has_event(h));
  EXPECT_TRUE(names.has_key(some_key));
  EXPECT_FALSE(names.has_event(journal::Hash()));
  EXPECT_FALSE(names.has_key("toy.once hbbbbbbbbbbbbbbbb"));
}

TEST_F(ReversedNamesTest, KnowsWhatCameAfterTheFirstQuestion) {
  ReversedNames names(*laptop.database);
  const journal::Hash h = reverse_both();
  journal::Hash other;
  other.bytes[0] = 1;
  names.add_event(other);
  EXPECT_TRUE(names.has_event(h)) << "the table is read when first asked";
  EXPECT_FALSE(names.has_event(other)) << "and it says so, not who told of it before";
  names.add_event(other);
  names.add_key("later");
  EXPECT_TRUE(names.has_event(other));
  EXPECT_TRUE(names.has_key("later"));
  names.forget();
  EXPECT_FALSE(names.has_key("later"));
  EXPECT_TRUE(names.has_key(some_key));
}

}  // namespace
}  // namespace jishan::ledger
