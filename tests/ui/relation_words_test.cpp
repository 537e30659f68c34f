#include "ui/relation_words.h"

#include <gtest/gtest.h>

#include "roster/relations.h"

namespace jishan::ui {
namespace {

TEST(RelationWordsTest, EveryRelationOfTheStandardHasAnEnglishWord) {
  Ui ui;
  ui.language = Language::en;
  for (const roster::Relation& relation : roster::relations()) {
    const std::string_view word = relation_in_words(ui, relation.code);
    ASSERT_FALSE(word.empty()) << relation.word;
    EXPECT_TRUE(word.front() >= 'A' && word.front() <= 'Z') << word;
  }
  EXPECT_EQ(relation_in_words(ui, roster::relation_head), "Head");
  EXPECT_EQ(relation_in_words(ui, "55"), "Parent-in-law");
  EXPECT_EQ(relation_in_words(ui, "58"), "Parent");
  EXPECT_EQ(relation_in_words(ui, roster::relation_other), "Not related");
  EXPECT_EQ(relation_in_words(ui, "xx"), "");
}

TEST(RelationWordsTest, InChineseTheWordsOfTheStandardStand) {
  const Ui ui;
  for (const roster::Relation& relation : roster::relations()) {
    EXPECT_EQ(relation_in_words(ui, relation.code), relation.word);
  }
}

}  // namespace
}  // namespace jishan::ui
