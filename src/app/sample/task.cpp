#include "app/sample/task.h"

#include <algorithm>
#include <span>

#include "app/app.h"

namespace jishan::app {
namespace {

constexpr std::size_t batch_events_max = 500;
constexpr const char* village_name = "柳荫村";
// Of the laptop that practises; the three of the sample keep their own names.
constexpr const char* laptop_name = "练习电脑";

}  // namespace

SampleTask::SampleTask(const SampleRequest& request) : m_builder(request) {}

bool SampleTask::take(App&, const Happening&) { return false; }

Progress SampleTask::progress() const {
  if (m_stage == Stage::making) return m_builder.progress();
  return {static_cast<std::int64_t>(m_written),
          static_cast<std::int64_t>(m_builder.events().size())};
}

bool SampleTask::work(App& app) {
  switch (m_stage) {
    case Stage::making:
      if (m_builder.step()) return true;
      m_stage = Stage::creating;
      app.create_book(village_name, "practice", [this] { m_stage = Stage::writing; });
      return false;
    case Stage::creating: return false;  // the store answers
    case Stage::writing:
      // What the store refuses to take waits here until there is room.
      if (app.save_state().kind == SaveState::Kind::not_saved) return false;
      write_batch(app);
      return true;
    case Stage::finished: break;
  }
  return false;
}

void SampleTask::write_batch(App& app) {
  const auto& events = m_builder.events();
  const std::size_t size = std::min(batch_events_max, events.size() - m_written);
  const bool is_last = m_written + size == events.size();
  if (is_last) {
    // Before the last batch is saved: each batch saves what is known of this laptop with it, and
    // the last one must know who sits here.
    app.session().choose_operator(m_builder.operator_id());
    app.session().name_laptop(laptop_name);
  }
  const auto added =
      app.book().journal().add(std::span<const journal::Event>(&events[m_written], size));
  app.save_merged(added.kept);
  m_written += size;
  if (!is_last) return;
  m_stage = Stage::finished;
  app.operator_chosen();
}

}  // namespace jishan::app
