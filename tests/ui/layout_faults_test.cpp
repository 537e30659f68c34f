// The judge of layouts finds each kind of fault, and none on a page without faults.
#include "ui/layout_faults.h"

#include <gtest/gtest.h>

#include "support/imgui_stage.h"
#include "ui/paint.h"
#include "ui/widgets/button.h"
#include "ui/widgets/overlay.h"

namespace jishan::ui {
namespace {

constexpr Rect window{0, 0, 400, 300};

class Page {
 public:
  explicit Page(test::PageStage::Page draw)
      : m_stage(
            [draw = std::move(draw)](Ui& ui) {
              fill(ui, window, ui.color().surface);
              draw(ui);
            },
            window.w, window.h) {
    m_stage.ui.mirror.watch_paint();
    m_stage.run();
  }
  [[nodiscard]] std::string faults() const {
    std::string all;
    for (const std::string& fault : test::layout_faults(m_stage.mirror(), window)) all += fault + "\n";
    for (const std::string& fault : test::contrast_faults(m_stage.mirror())) all += fault + "\n";
    return all;
  }

 private:
  test::PageStage m_stage;
};

std::string faults_of(test::PageStage::Page draw) { return Page(std::move(draw)).faults(); }

bool has(const std::string& faults, std::string_view part) {
  return faults.find(part) != std::string::npos;
}

TEST(LayoutFaultsTest, APageInOrderHasNone) {
  EXPECT_EQ(faults_of([](Ui& ui) {
              draw_text(ui, {10, 10, 200, 24}, "可兑积分");
              button(ui, {10, 40, 120, 36}, {.label = "保存"});
              button(ui, {140, 40, 120, 36}, {.label = "不了"});
            }),
            "");
}

TEST(LayoutFaultsTest, FindsATextThatIsShortened) {
  EXPECT_TRUE(has(faults_of([](Ui& ui) { draw_text(ui, {10, 10, 40, 24}, "可兑积分"); }), "shortened"));
}

TEST(LayoutFaultsTest, FindsAButtonTooNarrowForItsLabel) {
  const std::string faults =
      faults_of([](Ui& ui) { button(ui, {10, 40, 60, 36}, {.label = "登记新户"}); });
  EXPECT_TRUE(has(faults, "shortened")) << faults;
}

TEST(LayoutFaultsTest, LetsWordsOfTheBookBeLonger) {
  EXPECT_EQ(faults_of([](Ui& ui) {
              draw_text(ui, {10, 10, 40, 24}, "菜籽油五升装", {.words = Words::of_the_book});
            }),
            "");
}

TEST(LayoutFaultsTest, FindsATextWithoutAPlace) {
  EXPECT_TRUE(has(faults_of([](Ui& ui) { draw_text(ui, {10, 10, 0, 24}, "物品"); }), "no place"));
}

TEST(LayoutFaultsTest, FindsATextInTooLowAPlace) {
  EXPECT_TRUE(has(faults_of([](Ui& ui) { draw_text(ui, {10, 10, 90, 5}, "合计"); }), "too low"));
}

TEST(LayoutFaultsTest, FindsTextsOnEachOther) {
  EXPECT_TRUE(has(faults_of([](Ui& ui) {
                    draw_text(ui, {10, 10, 100, 24}, "小计");
                    draw_text(ui, {20, 16, 100, 24}, "合计");
                  }),
                  "lie on each other"));
}

TEST(LayoutFaultsTest, FindsWidgetsOnEachOther) {
  EXPECT_TRUE(has(faults_of([](Ui& ui) {
                    button(ui, {10, 40, 120, 36}, {.label = "保存"});
                    button(ui, {100, 60, 120, 36}, {.label = "不了"});
                  }),
                  "widgets"));
}

TEST(LayoutFaultsTest, FindsWhatIsOutsideTheWindow) {
  EXPECT_TRUE(has(faults_of([](Ui& ui) { button(ui, {350, 40, 120, 36}, {.label = "保存"}); }), "cut"));
}

TEST(LayoutFaultsTest, LetsBeWhatCanBeScrolledTo) {
  EXPECT_EQ(faults_of([](Ui& ui) {
              const ScrollArea area(ui, "part", {10, 10, 300, 100}, 400);
              Rect rest = area.content();
              rest.cut_top(80);
              button(ui, rest.cut_top(36), {.label = "保存"});
              rest.cut_top(200);
              draw_text(ui, rest.cut_top(24), "合计");
            }),
            "");
}

TEST(LayoutFaultsTest, FindsLettersThatDoNotStandOut) {
  EXPECT_TRUE(has(faults_of([](Ui& ui) {
                    fill(ui, {0, 100, 400, 40}, ui.color().line2);
                    draw_text(ui, {10, 105, 100, 24}, "看不清", {.color = ui.color().text3});
                  }),
                  "看不清"));
}

}  // namespace
}  // namespace jishan::ui
