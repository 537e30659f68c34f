// The page around every screen: top bar, rail, head, body, action bar, status bar. It knows no
// screen's content.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/context.h"
#include "ui/icons.h"
#include "ui/widgets/message.h"
#include "ui/widgets/tag.h"

namespace jishan::ui {

// Screens that exist; others leave their digit free and are not shown.
enum class Screen {
  home,
  award,
  score_sheet,
  redeem,
  stock,
  households,
  volunteers,
  exchange,
  settings,
};

struct RailCount {
  Screen screen{};
  std::int64_t count = 0;
  CountKind kind{};
};

enum class SaveShown { none, saved, saving, not_saved, no_book };

// What stands around the screens, in words.
struct ShellView {
  std::string village;
  std::string period;
  bool is_sample = false;
  std::string operator_name;
  std::string operator_role;
  SaveShown save = SaveShown::none;
  std::string save_text;
  std::string laptop;
  std::string last_merge;
  std::string last_copy;
  std::string fingerprint;
  std::string banner;            // a lasting state; "" for none
  Tone banner_tone = Tone::amber;
  std::string banner_link;       // what can be done about it; "" for nothing
  std::vector<RailCount> counts;
};

struct ShellState {
  bool is_menu_open = false;      // the rail behind 菜单, when there is no room for it
  bool is_operator_menu_open = false;
};

struct ShellOutcome {
  std::optional<Screen> go_to;
  bool wants_finder = false;      // Ctrl+K or a click into its box
  bool wants_save_help = false;   // the save state was clicked while something is not saved
  bool changes_operator = false;
  bool switches_book = false;
  bool takes_banner_link = false;
  bool discards_sample = false;   // the practice book is thrown away
};

// The places that a screen fills.
struct Places {
  Rect head;       // title at the left, tools are cut off the right; below 1180 px inside the top bar
  Rect body;
  Rect action_bar; // empty height when the screen asked for none
};

enum class ActionBar { shown, none };

// Draws everything around and says where the screen goes.
Places shell(Ui& ui, const ShellView& view, ShellState& state, Screen current,
             const std::vector<std::string_view>& key_hints, ActionBar action_bar,
             ShellOutcome& outcome);
// As head_title, for a head with tools. Where they need more than is left beside the title, they
// get a line of their own, which is taken off the top of the body.
Rect head_with_tools(Ui& ui, Places& places, std::string_view title, std::string_view subtitle,
                     float tools_width);
struct BareStatus {
  std::string_view text;
  SaveShown save = SaveShown::none;
};
// For set-up, opening and recovery: no rail, one centred column of this width.
Places bare_shell(Ui& ui, float column_width, const BareStatus& status,
                  const std::vector<std::string_view>& key_hints, ActionBar action_bar);

// Title and small subtitle at the left of the head; what is left of it takes tools from the right.
Rect head_title(Ui& ui, const Rect& head, std::string_view title, std::string_view subtitle);

// What happens next, or what is wrong, left of the buttons: up to two lines, and nothing where they
// do not fit.
void action_bar_note(Ui& ui, const Rect& bar, std::string_view text, ImU32 color = 0,
                     Words words = Words::own);

Icon icon_of(Screen screen);
Key name_of(Screen screen);
// The digit of Alt+digit, or −1.
int digit_of(Screen screen);

}  // namespace jishan::ui
