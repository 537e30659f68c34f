#include "ui/chinese_left.h"

#include <gtest/gtest.h>

#include "support/imgui_stage.h"
#include "ui/paint.h"

namespace jishan::test {
namespace {

std::vector<std::string> left_of(const std::string& painted, const std::string& told) {
  PageStage stage([&](ui::Ui& ui) {
    const ui::Rect line{10, 10, 400, 30};
    ui::draw_text(ui, line, painted);
    ui.mirror.add(ui::id_of("line"), ui::Role::text, told, line);
  });
  stage.ui.mirror.watch_paint();
  stage.run(2);
  return chinese_left(stage.mirror(), R"({"name":"李桂芳","goods":"大米"})");
}

TEST(ChineseLeftTest, FindsWhatNobodyTyped) {
  EXPECT_TRUE(left_of("Save", "Save").empty());
  EXPECT_TRUE(left_of("李×芳, 大米 2", "李桂芳").empty()) << "words of the book";
  EXPECT_TRUE(left_of("李桂芳大米", "大米李桂芳").empty()) << "side by side";
  EXPECT_TRUE(left_of("积", "中文").empty()) << "the seal, and the language by its name";
  EXPECT_EQ(left_of("保存 2", "Save").size(), 1U) << "painted";
  EXPECT_EQ(left_of("Save", "保存").size(), 1U) << "only told";
  EXPECT_EQ(left_of("李桂芳户", "Save").size(), 1U) << "a name with a word of ours grown on";
}

}  // namespace
}  // namespace jishan::test
