#include "ui/shell_view.h"

#include "app/moving.h"
#include "base/crockford.h"
#include "points/queries.h"
#include "roster/queries.h"
#include "shop/queries.h"
#include "ui/words.h"
#include "village/queries.h"

namespace jishan::ui {
namespace {

// Shorter waits are not shown: a flicker would only worry.
constexpr std::int64_t saving_shown_after_ms = 300;

std::string laptop_name(app::App& app) {
  const std::string known =
      village::writer_name(app.book().database(), app.session().writer().text());
  return known.empty() ? app.session().laptop_name() : known;
}

std::vector<RailCount> counts_of(app::App& app) {
  db::Database& database = app.book().database();
  const journal::Journal& journal = app.book().journal();
  std::int64_t short_goods = 0;
  for (const shop::GoodsView& goods :
       shop::goods(database, shop::default_outlet(database), shop::Shelf::offered)) {
    short_goods += goods.is_to_reorder ? 1 : 0;
  }
  const auto todos = static_cast<std::int64_t>(points::overdrafts(database, journal).size() +
                                               roster::todos(database, journal).size());
  return {{Screen::stock, short_goods, CountKind::amber}, {Screen::exchange, todos, CountKind::red}};
}

std::string banner_of_book(const Ui& ui, app::App& app) {
  const journal::Journal& journal = app.book().journal();
  if (app.is_leaving()) return std::string(ui.say(Key::banner_leaving));
  if (journal.is_locked_by_unknown_kind()) return std::string(ui.say(Key::banner_locked));
  if (app.context().is_clock_suspicious) return std::string(ui.say(Key::banner_clock));
  if (journal.waiting_count() == 0) return {};
  return ui.say(Key::banner_waiting, {count_text(journal.waiting_count())});
}

}  // namespace

const ShellView& ShellViewer::view(const Ui& ui, app::App& app) {
  const bool is_other = m_day != ui.today || m_language != ui.language ||
                        m_operator != app.session().operator_id() ||
                        m_is_leaving != app.is_leaving();
  if (m_freshness.is_stale(app) || is_other) refresh(ui, app);
  read_save_state(ui, app);
  read_banner(ui, app);
  return m_view;
}

void ShellViewer::refresh(const Ui& ui, app::App& app) {
  m_day = ui.today;
  m_language = ui.language;
  m_operator = app.session().operator_id();
  m_is_leaving = app.is_leaving();
  db::Database& database = app.book().database();
  const village::Settings settings = village::settings(database);
  m_view.village = settings.town + settings.name;
  m_view.is_sample = settings.mode == village::Mode::practice;
  m_view.period = quarter_in_words(ui, ui.today);
  m_view.operator_name = app.session().new_operator_name();
  m_view.operator_role.clear();
  if (const auto known = village::find_operator(database, m_operator)) {
    if (!known->name.is_empty()) m_view.operator_name = mask(known->name, Audience::desk);
    if (!known->roles.empty()) m_view.operator_role = known->roles.front();
  }
  const std::string laptop = laptop_name(app);
  m_view.laptop = laptop.empty() ? std::string() : ui.say(Key::this_laptop, {laptop});
  m_view.fingerprint =
      ui.say(Key::fingerprint, {in_groups_of_four(app.book().journal().fingerprint())});
  m_view.counts = counts_of(app);
  m_banner_of_book = banner_of_book(ui, app);
}

void ShellViewer::read_save_state(const Ui& ui, app::App& app) {
  const app::SaveState state = app.save_state();
  m_view.save = SaveShown::saved;
  const bool is_writing = app.task() != nullptr && app.task()->is_writing();
  const bool is_moving = app.moving() != nullptr;
  if (state.kind == app::SaveState::Kind::not_saved && !is_moving) {
    m_view.save = SaveShown::not_saved;
    m_view.save_text = ui.say(Key::not_saved, {count_text(state.unsaved_count)});
  } else if (is_writing || is_moving || (state.kind == app::SaveState::Kind::saving &&
                            ui.now_ms - state.saving_since_ms >= saving_shown_after_ms)) {
    m_view.save = SaveShown::saving;
    m_view.save_text = ui.say(Key::saving);
  } else if (state.kind == app::SaveState::Kind::saving) {
    // Not yet acknowledged: the text of before stays, without claiming the new entry.
    app.ports().frames.draw_after(saving_shown_after_ms);
  } else {
    m_view.save_text = state.saved_at > 0
                           ? ui.say(Key::saved_at, {time_of_day(ui, state.saved_at)})
                           : std::string(ui.say(Key::saved));
  }
  const auto merge = app.last_merge();
  m_view.last_merge =
      merge ? ui.say(Key::last_merge, {moment_in_words(ui, merge->at), merge->laptop})
            : std::string(ui.say(Key::never_merged));
  const auto copy = app.last_copy_at();
  m_view.last_copy =
      copy ? ui.say(Key::last_copy, {moment_in_words(ui, *copy)}) : std::string();
}

// What happens to the store comes before what the book itself says.
void ShellViewer::read_banner(const Ui& ui, app::App& app) {
  m_view.banner_link = {};
  if (const app::Moving* moving = app.moving()) {
    m_is_move_told = false;
    const app::Progress progress = moving->progress();
    m_view.banner =
        ui.say(Key::moving_book, {count_text(progress.done), count_text(progress.total)});
  } else if (app.has_moved() && !m_is_move_told) {
    m_view.banner = ui.say(Key::moved_book);
    m_view.banner_link = ui.say(Key::save_to_file);
  } else {
    m_view.banner = m_banner_of_book;
  }
}

std::string book_in_words(const Ui& ui, const app::App& app) {
  if (app.phase() == app::Phase::setup) return std::string(ui.say(Key::no_book_yet));
  const bool is_sample = app.listing().mode == "practice";
  return is_sample ? app.listing().name + "　" + std::string(ui.say(Key::sample_tag))
                   : app.listing().name;
}

Key trouble_text(app::StoreTrouble trouble) {
  switch (trouble) {
    case app::StoreTrouble::no_room: return Key::trouble_no_room;
    case app::StoreTrouble::elsewhere: return Key::trouble_elsewhere_text;
    case app::StoreTrouble::wiped: return Key::trouble_wiped;
    case app::StoreTrouble::closed: return Key::trouble_closed;
    case app::StoreTrouble::no_answer: return Key::trouble_no_answer;
    case app::StoreTrouble::newer: return Key::trouble_newer;
    case app::StoreTrouble::forbidden: return Key::trouble_forbidden;
    case app::StoreTrouble::older: return Key::trouble_older;
    case app::StoreTrouble::damaged: return Key::trouble_damaged;
  }
  return Key::trouble_closed;
}

}  // namespace jishan::ui
