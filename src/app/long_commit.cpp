#include "app/long_commit.h"

#include <algorithm>

#include "app/app.h"
#include "base/check.h"

namespace jishan::app {
namespace {

// Some thousand rows of a roster: the frames between them, which read the lists anew, cost as much.
constexpr std::size_t drafts_per_slice = 5;

}  // namespace

bool LongCommit::work(App& app) {
  if (m_is_finished) return false;
  // The laptop and a new operator introduce themselves before their first real entry.
  if (m_done == 0) commit(app, app.session().introductions(app.context(), version));
  const std::size_t count = std::min(drafts_per_slice, m_drafts.size() - m_done);
  commit(app, std::span(m_drafts).subspan(m_done, count));
  m_done += count;
  if (m_done < m_drafts.size()) return true;
  // An earlier entry may have met a full disk meanwhile: what is here waits until it is saved.
  if (app.save_state().kind == SaveState::Kind::not_saved) return false;
  app.session().on_introduced();
  app.undo_stack().on_lasting_act();
  app.save_merged(m_numbers);
  m_is_finished = true;
  return false;
}

void LongCommit::commit(App& app, std::span<const journal::Draft> drafts) {
  if (drafts.empty()) return;
  const journal::CommandContext context = app.context();
  const journal::Draft join = app.session().join_draft(version, context.today.iso());
  const auto events = app.book().journal().commit(app.session().author(context.now), drafts,
                                                  context.random, &join);
  for (const journal::Event& event : events) {
    const auto number = app.book().journal().number_of(event.h);
    CHECK(number.has_value());
    m_numbers.push_back(*number);
  }
}

}  // namespace jishan::app
