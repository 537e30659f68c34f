#include "roster/relations.h"

#include <gtest/gtest.h>

#include <set>

namespace jishan::roster {
namespace {

TEST(Relations, TheStandardHasEachCodeOnce) {
  std::set<std::string_view> codes;
  for (const Relation& relation : relations()) {
    EXPECT_EQ(relation.code.size(), 2U);
    EXPECT_TRUE(codes.insert(relation.code).second) << relation.code;
    EXPECT_EQ(relation_from(relation.word).has_value(), true) << relation.word;
    EXPECT_EQ(relation_from(relation.code), relation.code);
  }
  EXPECT_EQ(codes.count("98"), 0U) << "editions of the standard disagree about it";
}

TEST(Relations, WordsOfVillageRosters) {
  const std::pair<std::string_view, std::string_view> words[] = {
      {"户主", "02"}, {"户主本人", "02"}, {"之妻", "12"}, {"妻子", "12"}, {"之子", "20"},
      {"长子", "22"}, {"二女儿", "33"},   {"儿媳", "38"}, {"孙", "41"},   {"之孙女", "42"},
      {"爷爷", "61"}, {"其他", "99"},     {"98", "99"},   {"10", "10"},
  };
  for (const auto& [word, code] : words) EXPECT_EQ(relation_from(word), code) << word;
  EXPECT_FALSE(relation_from("邻居").has_value());
  EXPECT_FALSE(relation_from("").has_value());
  EXPECT_FALSE(relation_from("之").has_value());
}

TEST(Relations, TheOnesOfferedFirstAreOfTheStandard) {
  for (const Relation& relation : usual_relations()) {
    EXPECT_NE(relation_word(relation.code), "") << relation.word;
  }
  EXPECT_EQ(relation_word("22"), "长子");
  EXPECT_EQ(relation_word("00"), "");
}

}  // namespace
}  // namespace jishan::roster
