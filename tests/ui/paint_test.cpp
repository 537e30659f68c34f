#include "ui/paint.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "support/imgui_stage.h"

namespace jishan::ui {
namespace {

// A Han character is 16 px wide here, a letter 8.
class LinesTest : public ::testing::Test {
 protected:
  std::vector<std::string> lines(std::string_view text, float width) {
    std::vector<std::string> given;
    for (const std::string_view line : broken_into_lines(stage.ui, text, width, TextSize::body)) {
      given.emplace_back(line);
    }
    return given;
  }
  float width_of(std::string_view text) { return text_width(stage.ui, text, TextSize::body); }

  test::PageStage stage{[](Ui&) {}};
};

using Lines = std::vector<std::string>;

const Lines han{"村", "积", "分"};
const Lines closers{"，", "。", "、", "；", "：", "？", "！", "）", "》", "」", "”", "%"};
const Lines openers{"（", "《", "「", "“"};

bool is_any_of(std::string_view wanted, const Lines& set) {
  return std::find(set.begin(), set.end(), wanted) != set.end();
}

TEST_F(LinesTest, BreakBetweenHanCharacters) {
  EXPECT_EQ(lines("柳荫村文明积分", 3 * 16), (Lines{"柳荫村", "文明积", "分"}));
}

TEST_F(LinesTest, NeverBeginWithWhatCloses) {
  EXPECT_EQ(lines("打扫卫生，帮邻居。", 4 * 16), (Lines{"打扫卫", "生，帮邻", "居。"}));
  EXPECT_EQ(lines("他说好。”", 3 * 16), (Lines{"他说", "好。”"}));
}

TEST_F(LinesTest, NeverEndWithWhatOpens) {
  EXPECT_EQ(lines("按村规（第三条）", 4 * 16), (Lines{"按村规", "（第三", "条）"}));
}

TEST_F(LinesTest, KeepWordsAndNumbersWhole) {
  EXPECT_EQ(lines("导入 Excel 表", 5 * 16), (Lines{"导入 ", "Excel 表"}));
  EXPECT_EQ(lines("共 1,234,567 分", 5 * 16), (Lines{"共 ", "1,234,567 ", "分"}));
}

TEST_F(LinesTest, CutAWordThatIsWiderThanTheLine) {
  EXPECT_EQ(lines("0123456789", 4 * 8), (Lines{"0123", "4567", "89"}));
}

TEST_F(LinesTest, EndWhereTheTextSaysSo) {
  EXPECT_EQ(lines("一\n\n二", 10 * 16), (Lines{"一", "", "二"}));
}

// Only a line in which no two Han characters stand together, where it could have been broken, may be
// cut before what closes or behind what opens.
TEST_F(LinesTest, HoldForAnyMixtureOfCharacters) {
  const Lines pieces{"村", "积", "分", "，", "。", "）", "”", "（", "《", "“", "a", "bcd", "12", " ", "%", "𠮷"};
  std::mt19937 random(20261123);
  int breaks = 0;
  for (int round = 0; round < 2000; ++round) {
    Lines parts;
    std::string text;
    for (int i = 0; i < 40; ++i) {
      parts.push_back(pieces[random() % pieces.size()]);
      text += parts.back();
    }
    const auto width = static_cast<float>(16 * (4 + random() % 20));
    std::size_t at = 0;
    bool has_two_han = false;
    Lines given = lines(text, width);
    std::string joined;
    std::size_t line = 0;
    std::size_t end = given[0].size();
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (at >= end && line + 1 < given.size()) {
        ++breaks;
        const bool is_bad = is_any_of(parts[i], closers) || is_any_of(parts[i - 1], openers);
        EXPECT_FALSE(is_bad && has_two_han) << text << " before part " << i;
        end += given[++line].size();
        has_two_han = false;
      } else if (i > 0) {
        has_two_han = has_two_han || (is_any_of(parts[i], han) && is_any_of(parts[i - 1], han));
      }
      at += parts[i].size();
    }
    for (const std::string& piece : given) {
      EXPECT_LE(width_of(piece), width) << text;
      joined += piece;
    }
    EXPECT_EQ(joined, text);
  }
  EXPECT_GT(breaks, 4000);
}

// A border on half pixels is grey on both sides instead of sharp.
TEST(BorderTest, FillsWholePixelsInsideItsBox) {
  const Rect box{40, 30, 200, 90};
  for (const float width : {1.0F, 2.0F, 3.0F}) {
    float left = 0;
    float right = 0;
    test::PageStage stage([&](Ui& ui) {
      const ImDrawList& list = *ImGui::GetWindowDrawList();
      const int before = list.VtxBuffer.Size;
      outline(ui, box, ui.color().line, 0, width);
      const auto middle_of = [&](auto is_there) {
        float least = box.right() + 10;
        float most = 0;
        for (int i = before; i < list.VtxBuffer.Size; ++i) {
          const float x = list.VtxBuffer[i].pos.x;
          if (!is_there(x)) continue;
          least = std::min(least, x);
          most = std::max(most, x);
        }
        return (least + most) / 2;
      };
      left = middle_of([&](float x) { return x < box.center().x; });
      right = middle_of([&](float x) { return x > box.center().x; });
    });
    stage.run(2);
    EXPECT_FLOAT_EQ(left, box.x + width / 2) << width;
    EXPECT_FLOAT_EQ(right, box.right() - width / 2) << width;
  }
}

}  // namespace
}  // namespace jishan::ui
