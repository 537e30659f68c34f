#include "ledger/rules.h"

#include <gtest/gtest.h>

namespace jishan::ledger {
namespace {

Place at(std::int64_t lamport, std::uint8_t first_byte = 0, int line = 0) {
  Place place;
  place.lamport = lamport;
  place.h.bytes[0] = first_byte;
  place.line = line;
  return place;
}

Standing standing_of(const std::vector<Verdict>& verdicts, std::int64_t act) {
  for (const Verdict& verdict : verdicts) {
    if (verdict.act == act) return verdict.standing;
  }
  ADD_FAILURE() << "no verdict for " << act;
  return Standing::inert;
}

TEST(GenerationInForce, IsTheLowestNotReversed) {
  EXPECT_EQ(generation_in_force(KilledGens{}), 1);
  EXPECT_EQ(generation_in_force(KilledGens{{1, {}}}), 2);
  EXPECT_EQ(generation_in_force(KilledGens{{1, {}}, {2, {}}, {4, {}}}), 3);
  EXPECT_EQ(generation_in_force(KilledGens{{2, {}}, {5, {}}}), 1);
}

TEST(Verdicts, TheFirstTwinCountsByLamportThenHashThenLine) {
  const auto by_lamport = verdicts_of({{1, 1, at(7, 0)}, {2, 1, at(6, 9)}}, {});
  EXPECT_EQ(standing_of(by_lamport, 2), Standing::live);
  EXPECT_EQ(standing_of(by_lamport, 1), Standing::surplus);
  const auto by_hash = verdicts_of({{1, 1, at(6, 3)}, {2, 1, at(6, 2)}}, {});
  EXPECT_EQ(standing_of(by_hash, 2), Standing::live);
  const auto by_line = verdicts_of({{1, 1, at(6, 3, 1)}, {2, 1, at(6, 3, 0)}}, {});
  EXPECT_EQ(standing_of(by_line, 2), Standing::live);
}

TEST(Verdicts, AReversedGenerationIsDeadForAllItsTwins) {
  const KilledGens killed = {{1, {40, at(9)}}};
  const auto verdicts = verdicts_of({{1, 1, at(2)}, {2, 1, at(3)}}, killed);
  EXPECT_EQ(standing_of(verdicts, 1), Standing::reversed);
  EXPECT_EQ(verdicts[0].reversal, 40);
  EXPECT_EQ(standing_of(verdicts, 2), Standing::surplus);
}

TEST(Verdicts, AForgedGenerationDoesNotCountBesideTheOneInForce) {
  const auto verdicts = verdicts_of({{1, 1, at(5)}, {2, 2, at(1)}, {3, 9, at(1)}}, {});
  EXPECT_EQ(standing_of(verdicts, 1), Standing::live);
  EXPECT_EQ(standing_of(verdicts, 2), Standing::inert);
  EXPECT_EQ(standing_of(verdicts, 3), Standing::inert);
}

TEST(Verdicts, AReEntryCountsAfterTheReversal) {
  const KilledGens killed = {{1, {40, at(9)}}};
  const auto verdicts = verdicts_of({{1, 1, at(2)}, {2, 2, at(10)}, {3, 3, at(1)}}, killed);
  EXPECT_EQ(standing_of(verdicts, 1), Standing::reversed);
  EXPECT_EQ(standing_of(verdicts, 2), Standing::live);
  EXPECT_EQ(standing_of(verdicts, 3), Standing::inert);
}

TEST(VerdictOfFact, CountsUntilItIsReversed) {
  EXPECT_EQ(verdict_of_fact(1, std::nullopt).standing, Standing::live);
  const Verdict reversed = verdict_of_fact(1, Reversal{7, at(3)});
  EXPECT_EQ(reversed.standing, Standing::reversed);
  EXPECT_EQ(reversed.reversal, 7);
}

TEST(KeepFirst, TakesTheEarlierPlaceWhateverTheOrder) {
  std::optional<Reversal> kept;
  keep_first(kept, {1, at(5)});
  keep_first(kept, {2, at(4)});
  keep_first(kept, {3, at(6)});
  EXPECT_EQ(kept->number, 2);
}

}  // namespace
}  // namespace jishan::ledger
