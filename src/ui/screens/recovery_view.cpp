#include "ui/screens/recovery_view.h"

#include <algorithm>
#include <utility>

#include "app/recovery.h"
#include "points/queries.h"
#include "ui/screens/entries.h"
#include "ui/words.h"

namespace jishan::ui {
namespace {

using app::Recovery;
using app::RecoveryCopy;
using app::StoreTrouble;

std::string where(const Ui& ui, const RecoveryCopy& copy) {
  if (!copy.file_name.empty()) return copy.file_name;
  for (const auto& [place, name] : {std::pair{"store", Key::recovery_place_store},
                                    std::pair{"spare", Key::recovery_place_spare},
                                    std::pair{"opfs", Key::recovery_place_opfs},
                                    std::pair{"folder", Key::recovery_place_folder}}) {
    if (copy.place == place) return std::string(ui.say(name));
  }
  return copy.place;
}

std::string moment(const Ui& ui, const RecoveryCopy& copy) {
  return copy.newest ? moment_in_words(ui, *copy.newest) : std::string();
}

CopyCheck check_of(const RecoveryCopy& copy) {
  if (!copy.is_read) return CopyCheck::running;
  if (copy.is_foreign) return CopyCheck::foreign;
  return copy.damage_count > 0 ? CopyCheck::damaged : CopyCheck::good;
}

std::string result_of(const Ui& ui, const RecoveryCopy& copy) {
  switch (check_of(copy)) {
    case CopyCheck::running: return std::string(ui.say(Key::recovery_checking));
    case CopyCheck::good: return std::string(ui.say(Key::recovery_good));
    case CopyCheck::damaged: return ui.say(Key::recovery_damages, {count_text(copy.damage_count)});
    case CopyCheck::foreign: break;
  }
  return std::string(ui.say(Key::recovery_foreign));
}

RecoveryLine line_of(const Ui& ui, const RecoveryCopy& copy) {
  RecoveryLine line{.where = where(ui, copy),
                    .check = check_of(copy),
                    .result = result_of(ui, copy),
                    .is_ticked = copy.is_chosen && !copy.is_foreign};
  if (copy.is_read) {
    line.newest = moment(ui, copy);
    line.households = count_text(copy.household_count);
    line.records = count_text(copy.event_count);
  }
  return line;
}

bool is_usable(const RecoveryCopy& copy) {
  return copy.is_read && !copy.is_foreign && copy.event_count > 0;
}

struct Happened {
  Key what;
  Key why;
};

Happened happened(StoreTrouble trouble) {
  switch (trouble) {
    case StoreTrouble::wiped: return {Key::recovery_wiped, Key::recovery_wiped_why};
    case StoreTrouble::older: return {Key::recovery_older, Key::recovery_older_why};
    case StoreTrouble::damaged: return {Key::recovery_damaged, Key::recovery_damaged_why};
    default: return {Key::recovery_closed, Key::recovery_closed_why};
  }
}

void write_head(const Ui& ui, Recovery& recovery, RecoveryView& view) {
  const std::vector<RecoveryCopy>& copies = recovery.copies();
  const Happened words = happened(recovery.trouble());
  view.title = ui.say(words.what);
  view.text = ui.say(words.why);
  // What is left in the lost store itself is no copy.
  const bool has_copy = std::any_of(copies.begin(), copies.end(), [](const RecoveryCopy& copy) {
    return is_usable(copy) && copy.place != "store";
  });
  const RecoveryCopy& joined = recovery.joined_figures();
  if (has_copy) view.title += ui.say(Key::recovery_but_copies);
  if (recovery.stage() != Recovery::Stage::ready) {
    view.text += ui.say(view.is_looking ? Key::recovery_looking : Key::recovery_checking);
  } else if (copies.empty()) {
    // That it is gone is the first half of the sentence then.
    view.text = view.title + std::string(ui.say(Key::recovery_full_stop)) + view.text;
    view.title = ui.say(Key::recovery_none);
  } else if (joined.event_count == 0) {
    view.text += ui.say(Key::recovery_tick_first);
  } else {
    view.text += ui.say(recovery.is_complete() ? Key::recovery_complete : Key::recovery_incomplete,
                        {moment(ui, joined)});
  }
}

void write_joined(const Ui& ui, Recovery& recovery, RecoveryView& view) {
  const RecoveryCopy& joined = recovery.joined_figures();
  view.has_joined = recovery.stage() == Recovery::Stage::ready && joined.event_count > 0;
  std::size_t ticked = 0;
  std::size_t giving = 0;
  view.is_recommended = view.has_joined;
  for (const RecoveryCopy& copy : recovery.copies()) {
    if (is_usable(copy) && copy.damage_count == 0 && !copy.is_chosen) view.is_recommended = false;
    if (!copy.is_chosen || copy.is_foreign) continue;
    ++ticked;
    if (copy.joined_count == 0) continue;
    view.gives += ui.say(giving++ == 0 ? Key::recovery_gives_first : Key::recovery_gives_more,
                         {where(ui, copy), count_text(copy.joined_count)});
  }
  if (!view.has_joined) {
    view.gives.clear();
    view.joined_title = ui.say(ticked == 0 ? Key::recovery_joined_none : Key::recovery_checking);
    return;
  }
  view.joined_title = ticked == 1 ? std::string(ui.say(Key::recovery_joined_one))
                                  : ui.say(Key::recovery_joined, {std::to_string(ticked)});
  if (ticked == 1) view.gives.clear();  // the figures say it all
  if (ticked > 1 && giving == 1) view.gives += ui.say(Key::recovery_gives_all);
  view.households = count_text(joined.household_count);
  view.records = count_text(joined.event_count);
  view.newest = moment(ui, joined);
}

void write_latest(const Ui& ui, const RecoveryCopy& copy, RecoveryView& view) {
  constexpr int latest_max = 3;
  if (!copy.is_read) return;
  db::Database& database = copy.book->database();
  const auto rows = points::recent_entries(database, copy.book->journal(), latest_max);
  const auto lines = lines_with_households(ui, database, rows);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    view.latest.push_back(moment_in_words(ui, rows[i].entry.written.minutes) + "　" +
                          lines[i].household + "　" + lines[i].reason + "　" +
                          to_display_signed(lines[i].change));
  }
}

std::string made_of(const Ui& ui, Recovery& recovery, const RecoveryState& state) {
  std::string all = std::to_string(static_cast<int>(recovery.stage())) + " " +
                    std::to_string(static_cast<int>(recovery.trouble())) + " " +
                    std::to_string(state.copies.selected) + " " + ui.today.iso() + " " +
                    std::to_string(recovery.joined_figures().event_count);
  for (const RecoveryCopy& copy : recovery.copies()) {
    all += " " + copy.place + copy.file_name + (copy.is_read ? "r" : "") + (copy.is_chosen ? "c" : "") +
           std::to_string(copy.event_count) + "/" + std::to_string(copy.joined_count);
  }
  return all;
}

}  // namespace

void refresh_recovery(ScreenContext& context, RecoveryState& state) {
  const Ui& ui = context.ui;
  Recovery& recovery = context.app.recovery();
  std::string now = made_of(ui, recovery, state);
  if (now == state.made_of) return;
  state.made_of = std::move(now);
  const bool had_lines = !state.view.lines.empty();
  const bool was_looking = state.view.is_looking;
  state.view = {};
  state.lack = RecoveryLack::nothing;
  state.view.is_looking = recovery.stage() == Recovery::Stage::looking;
  for (const RecoveryCopy& copy : recovery.copies()) state.view.lines.push_back(line_of(ui, copy));
  write_head(ui, recovery, state.view);
  write_joined(ui, recovery, state.view);
  const auto selected = static_cast<std::size_t>(state.copies.selected);
  if (selected < recovery.copies().size()) write_latest(ui, recovery.copies()[selected], state.view);
  // The list and the buttons that stand in for it take turns: the keyboard goes to what is there.
  if (had_lines == state.view.lines.empty() || was_looking != state.view.is_looking) {
    context.ui.focus.open_screen();
  }
}

RecoveryLack lack_of(app::App& app) {
  Recovery& recovery = app.recovery();
  if (recovery.stage() != Recovery::Stage::ready) return RecoveryLack::checking;
  if (recovery.copies().empty()) return RecoveryLack::copy;
  return recovery.joined_figures().event_count > 0 ? RecoveryLack::nothing : RecoveryLack::tick;
}

}  // namespace jishan::ui
