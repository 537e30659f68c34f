// Every screen and every dialog, in both languages and at every text size: nothing lies on anything
// else, is cut or outside the window, and all letters stand out from their ground.
#include <gtest/gtest.h>

#include "support/interface_stage.h"
#include "support/sample_store.h"
#include "ui/chinese_left.h"
#include "ui/layout_faults.h"
#include "ui/preferences.h"

namespace jishan::ui {
namespace {

struct Look {
  const char* letters;  // of the language
  Language language;
  const char* text_percent;
  const char* contrast;
};

std::string name_of(const Look& look) {
  return std::string(look.letters) + "_" + look.text_percent + "_" + look.contrast;
}
void PrintTo(const Look& look, std::ostream* out) { *out << name_of(look); }

constexpr float window_width = 1366;
constexpr float window_height = 640;

// Walks through the program and judges what it sees on the way.
class Tour {
 public:
  explicit Tour(const Look& look) : m_look(look), m_stage(7, window_width, window_height, test::Letters::as_printed) {
    choose_settings();
    m_stage.watch_paint();
    m_stage.run(3);
  }

  std::string say(Key key) const { return std::string(text_of(m_look.language, key)); }
  test::InterfaceStage& stage() { return m_stage; }

  void judge(const std::string& place) {
    m_stage.run(3);
    const auto complain = [&](const std::vector<std::string>& faults) {
      for (const std::string& fault : faults) ADD_FAILURE() << name_of(m_look) << ", " << place << ": " << fault;
    };
    complain(test::layout_faults(m_stage.mirror(), {0, 0, window_width, window_height}));
    complain(test::contrast_faults(m_stage.mirror()));
    if (m_look.language == Language::en) complain(test::chinese_left(m_stage.mirror(), typed_texts()));
  }

  void go_to_screen(ImGuiKey digit) {
    m_stage.press(digit, ImGuiMod_Alt);
    m_stage.run(2);
  }
  void press_button(Key label) { press_widget(Role::button, say(label)); }
  void press_widget(Role role, const std::string& label) {
    EXPECT_TRUE(m_stage.press_widget(role, label)) << name_of(m_look) << ": no " << label;
  }
  void click(Role role, Key label) {
    EXPECT_TRUE(m_stage.click(role, say(label))) << name_of(m_look) << ": no " << say(label);
  }
  void focus(Role role, Key label) {
    const MirrorRow* row = m_stage.find(role, say(label));
    ASSERT_NE(row, nullptr) << name_of(m_look) << ": no " << say(label) << " among " << names();
    m_stage.go_to(row->id);
  }
  // Types into a picker, judges its list and takes what it found first.
  void pick(Key label, const std::string& typed) {
    focus(Role::combobox, label);
    m_stage.type(typed);
    judge("the list of " + say(label));
    m_stage.press(ImGuiKey_Enter);
  }
  void press_button_of_operator() {
    press_widget(Role::button, text_of_operator());
  }
  void escape() { m_stage.press(ImGuiKey_Escape); }
  void judge_dialog(const std::string& name) {
    EXPECT_TRUE(is_dialog_open()) << name_of(m_look) << ": " << name << " did not open";
    judge(name);
    m_stage.press(ImGuiKey_Enter, ImGuiMod_Ctrl);  // too early: every error shows
    if (is_dialog_open()) judge(name + ", pressed too early");
    for (int i = 0; i < 3 && is_dialog_open(); ++i) escape();
    EXPECT_FALSE(is_dialog_open()) << name_of(m_look) << ": " << name << " did not close";
  }

  void begin_sample() {
    m_stage.computer().world().store = testing::store_with_sample();
    choose_settings();
    m_stage.reopen();
    m_stage.watch_paint();
    m_stage.run(5);
    ASSERT_EQ(m_stage.app().phase(), app::Phase::working);
  }

  // Everything that is shown, for the message of a failure.
  std::string names() const {
    std::string all;
    for (const MirrorRow& row : m_stage.mirror().rows()) {
      if (row.role != Role::cell) all += std::string(name_of(row.role)) + " " + row.label + ", ";
    }
    return all;
  }

 private:
  // What persons wrote into the book or gave the program, and so stays as it is in any language.
  std::string typed_texts() {
    std::string all = "柳荫村2025年第一季度积分账册给同事 09-001 赵桂芳 赵小芳 外甥女婿的朋友 好好好好好好好好好好好好 ";
    if (!m_stage.app().has_book()) return all;
    all += m_stage.app().session().laptop_name();
    const journal::Journal& journal = m_stage.app().book().journal();
    for (std::int64_t number = 1; number <= journal.event_count(); ++number) {
      all += journal.line(number);
    }
    return all;
  }
  void choose_settings() {
    auto& settings = m_stage.computer().world().store.settings;
    settings[std::string(preferences::language)] = m_look.language == Language::en ? "en" : "zh";
    settings[std::string(preferences::text_percent)] = m_look.text_percent;
    settings[std::string(preferences::contrast)] = m_look.contrast;
  }
  [[nodiscard]] bool is_dialog_open() const {
    for (const MirrorRow& row : m_stage.mirror().rows()) {
      if (row.role == Role::dialog) return true;
    }
    return false;
  }

  // The button at the right end of the top bar bears the person's own name.
  [[nodiscard]] std::string text_of_operator() const {
    const MirrorRow* rightmost = nullptr;
    for (const MirrorRow& row : m_stage.mirror().rows()) {
      const bool is_in_bar = row.role == Role::button && row.box.y <= 0;
      if (is_in_bar && (rightmost == nullptr || row.box.x > rightmost->box.x)) rightmost = &row;
    }
    return rightmost == nullptr ? std::string() : rightmost->label;
  }

  Look m_look;
  test::InterfaceStage m_stage;
};

class LayoutTest : public ::testing::TestWithParam<Look> {
 protected:
  Tour tour{GetParam()};
};

TEST_P(LayoutTest, OfSettingUp) {
  tour.judge("set-up, new");
  tour.stage().press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  tour.judge("set-up, pressed too early");
  tour.press_widget(Role::radio, tour.say(Key::setup_join));
  tour.judge("set-up, join");
  tour.press_widget(Role::radio, tour.say(Key::setup_sample));
  tour.judge("set-up, sample");
  tour.press_button(Key::setup_start_sample);
  tour.judge("making the sample");
}

TEST_P(LayoutTest, OfHomeAndWhatLiesEverywhere) {
  tour.begin_sample();
  tour.go_to_screen(ImGuiKey_1);
  tour.judge("home");
  tour.press_widget(Role::button, tour.say(Key::tour_offer));
  for (int step = 1; step <= 5; ++step) {
    tour.judge("step " + std::to_string(step) + " of the tour");
    tour.stage().press(ImGuiKey_Enter);
  }
  tour.judge("home after the tour");
  tour.press_widget(Role::figure, tour.say(Key::figure_gained));
  tour.judge_dialog("entries behind a figure");
  tour.press_widget(Role::figure, tour.say(Key::figure_hours));
  tour.judge_dialog("services behind a figure");
  tour.press_button_of_operator();
  tour.judge("menu of the operator");
  tour.escape();
  tour.stage().press(ImGuiKey_K, ImGuiMod_Ctrl);
  tour.judge("finder");
  tour.stage().type("l");
  tour.judge_dialog("finder with finds");
}

TEST_P(LayoutTest, OfTheHelpOfEveryScreen) {
  tour.stage().press(ImGuiKey_F1);
  tour.judge_dialog("help of set-up");
  tour.begin_sample();
  for (const ImGuiKey digit : {ImGuiKey_1, ImGuiKey_2, ImGuiKey_6, ImGuiKey_7, ImGuiKey_8,
                               ImGuiKey_9, ImGuiKey_0}) {
    tour.go_to_screen(digit);
    tour.stage().press(ImGuiKey_F1);
    tour.judge_dialog("help of a screen");
  }
}

TEST_P(LayoutTest, OfAwarding) {
  tour.begin_sample();
  tour.go_to_screen(ImGuiKey_2);
  tour.judge("award");
  tour.stage().press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  tour.judge("award, pressed too early");
  tour.pick(Key::pick_household, "l");
  tour.pick(Key::rule_item, "B");
  tour.judge("award, filled in");
  tour.focus(Role::textbox, Key::business_date);
  tour.stage().press(ImGuiKey_F4);
  tour.judge("a month");
}

TEST_P(LayoutTest, OfAScoreSheet) {
  tour.begin_sample();
  tour.go_to_screen(ImGuiKey_3);
  tour.judge("score sheet, laid out");
  tour.stage().press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  tour.judge("score sheet, pressed too early");
  for (const char* code : {"A01", "A02", "A11", "B01", "B03", "B08", "C01", "C03", "C05", "D01", "X06", "X07"}) {
    tour.focus(Role::combobox, Key::rule_item);
    tour.stage().type(code);
    tour.stage().press(ImGuiKey_Enter);
  }
  tour.focus(Role::combobox, Key::sheet_group);
  tour.stage().press(ImGuiKey_DownArrow);
  tour.judge("score sheet, with items and households");
  tour.stage().press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  tour.judge("score sheet, empty");
  tour.stage().happen(app::TextPasted{"1\t1\t9\t2.5\t√\t12\t是\t7\t1\t8\t3\t4\n1\t2\t11\t好好好好好好好好好好好好\n"});
  tour.stage().run(3);
  tour.judge("score sheet, with wrong cells");
  tour.stage().press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  tour.judge("score sheet, submitted too early");
  tour.stage().press(ImGuiKey_End, ImGuiMod_Ctrl);
  tour.judge("the end of a score sheet");
}

TEST_P(LayoutTest, OfRedeeming) {
  tour.begin_sample();
  tour.go_to_screen(ImGuiKey_6);
  tour.judge("redeem");
  tour.pick(Key::collecting_household, "l");
  tour.judge("redeem, with a household");
  tour.focus(Role::combobox, Key::add_goods);
  for (int i = 0; i < 5; ++i) {
    tour.stage().press(ImGuiKey_F4);
    for (int down = 0; down < i; ++down) tour.stage().press(ImGuiKey_DownArrow);
    tour.stage().press(ImGuiKey_Enter);
  }
  tour.judge("redeem, with a cart");
  tour.press_widget(Role::radio, tour.say(Key::collector_proxy));
  tour.judge("redeem by proxy");
  tour.stage().press(ImGuiKey_Enter, ImGuiMod_Ctrl);
  tour.judge("redeem, pressed too early");
  tour.press_button(Key::today_slips);
  tour.judge("slips");
  tour.stage().press(ImGuiKey_Enter);
  tour.judge_dialog("taking a slip back");
}

TEST_P(LayoutTest, OfTheStock) {
  tour.begin_sample();
  tour.go_to_screen(ImGuiKey_7);
  tour.judge("stock");
  tour.press_button(Key::add_goods_button);
  tour.judge_dialog("new goods");
  tour.press_button(Key::receive_stock);
  tour.judge_dialog("delivery");
}

TEST_P(LayoutTest, OfHouseholds) {
  tour.begin_sample();
  tour.go_to_screen(ImGuiKey_8);
  tour.judge("households");
  if (tour.stage().find(Role::button, tour.say(Key::more_actions)) != nullptr) {
    tour.press_button(Key::more_actions);
    tour.judge("buttons behind 更多");
    tour.escape();
  }
  tour.focus(Role::combobox, Key::column_group);
  tour.stage().press(ImGuiKey_F4);
  tour.judge("groups");
  tour.escape();
  tour.press_button(Key::add_household);
  tour.judge_dialog("new household");
  tour.focus(Role::searchbox, Key::search_household);
  tour.stage().type("l");
  tour.judge("households, searched");
  tour.stage().press(ImGuiKey_Enter);
  tour.stage().press(ImGuiKey_Enter);
  tour.judge("a household");
  tour.press_button(Key::add_person);
  tour.judge_dialog("new person");
  for (const Key tab : {Key::tab_services, Key::tab_changes, Key::tab_passbook}) {
    tour.click(Role::tab, tab);
    tour.judge("a household, " + tour.say(tab));
  }
  if (tour.stage().find(Role::button, tour.say(Key::reason_opening)) != nullptr) {
    tour.press_button(Key::reason_opening);
    tour.judge_dialog("opening balance");
  }
  tour.stage().press(ImGuiKey_F2);
  tour.judge_dialog("edit a household");
  tour.focus(Role::table, Key::tab_passbook);
  tour.stage().press(ImGuiKey_Enter);
  tour.judge_dialog("reversal");
}

TEST_P(LayoutTest, OfARosterSheet) {
  tour.begin_sample();
  tour.stage().happen(app::TextPasted{
      "户号\t姓名\t与户主关系\t组\t身份证号\n"
      "09-001\t赵桂芳\t户主\t1\t000000199001010000\n"
      "09-001\t赵小芳\t外甥女婿的朋友\t1\t1.23E+17\n"});
  tour.stage().run(3);
  tour.judge_dialog("roster sheet");
}

TEST_P(LayoutTest, OfVolunteers) {
  tour.begin_sample();
  tour.go_to_screen(ImGuiKey_9);
  tour.judge("volunteers");
  tour.press_button(Key::new_team);
  tour.judge_dialog("new team");
  tour.press_button(Key::register_volunteer);
  tour.judge_dialog("new volunteer");
  tour.press_button(Key::record_service);
  tour.judge_dialog("service");
  tour.focus(Role::combobox, Key::service_period);
  tour.stage().press(ImGuiKey_F4);
  tour.judge("periods");
  tour.stage().press(ImGuiKey_End);
  for (int i = 0; i < 8; ++i) tour.stage().press(ImGuiKey_DownArrow);  // the last: own days
  tour.stage().press(ImGuiKey_Enter);
  tour.judge_dialog("own days");
}

TEST_P(LayoutTest, OfExchanging) {
  tour.begin_sample();
  tour.go_to_screen(ImGuiKey_0);
  tour.judge("exchange");
  tour.stage().press(ImGuiKey_E, ImGuiMod_Ctrl);
  tour.judge("export");
  tour.press_button(Key::export_for_colleagues);
  ASSERT_FALSE(tour.stage().computer().world().files.saved.empty());
  const std::string bytes = tour.stage().computer().world().files.saved.back().bytes;
  const std::string name = "柳荫村2025年第一季度积分账册给同事.jishan.json";
  tour.stage().computer().world().files.offered.push_back({name, bytes});
  tour.stage().happen(app::FileChosen{1, name, static_cast<std::int64_t>(bytes.size())});
  tour.stage().run(60);
  tour.judge("a file to merge");
}

TEST_P(LayoutTest, OfTheSettings) {
  tour.begin_sample();
  if (tour.stage().find(Role::menuitem, tour.say(Key::screen_settings)) == nullptr) {
    tour.press_button(Key::menu);
    tour.judge("menu");
  }
  tour.press_widget(Role::menuitem, tour.say(Key::screen_settings));
  for (const Key section : {Key::settings_section_village, Key::settings_section_rules,
                            Key::settings_section_operators, Key::settings_section_display,
                            Key::settings_section_books}) {
    tour.judge("settings, " + tour.say(section));
    tour.focus(Role::table, Key::settings_sections);
    tour.stage().press(ImGuiKey_DownArrow);
  }
}

// Both languages, all text sizes, both themes: what holds in one need not hold in the next.
std::vector<Look> all_looks() {
  std::vector<Look> looks;
  for (const auto& [letters, language] : {std::pair{"zh", Language::zh}, std::pair{"en", Language::en}}) {
    for (const char* const percent : {"100", "125", "150", "200"}) {
      for (const char* const contrast : {"normal", "high"}) looks.push_back({letters, language, percent, contrast});
    }
  }
  return looks;
}

INSTANTIATE_TEST_SUITE_P(Looks, LayoutTest, ::testing::ValuesIn(all_looks()),
                         [](const auto& look) { return name_of(look.param); });

}  // namespace
}  // namespace jishan::ui
