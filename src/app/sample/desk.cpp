#include "app/sample/desk.h"

#include <span>
#include <utility>

namespace jishan::app {
namespace {

constexpr std::string_view sample_app = "sample";

}  // namespace

SampleDesk::SampleDesk(SampleRoom& room, std::string duty, std::string operator_name,
                       std::string role)
    : m_room(room),
      m_duty(std::move(duty)),
      m_operator_name(std::move(operator_name)),
      m_role(std::move(role)) {
  m_author.writer = WriterId::make(room.random);
  m_author.operator_id = OperatorId::make(room.random);
}

void SampleDesk::introduce() {
  village::WriterRequest writer{m_author.writer, std::string(sample_app), m_duty};
  expect(village::plan_writer(context(), writer));
  village::OperatorRequest person;
  person.id = m_author.operator_id;
  person.name = m_operator_name;
  person.roles.push_back(m_role);
  expect(village::plan_operator(context(), person));
}

journal::CommandContext SampleDesk::context() {
  journal::CommandContext context =
      village::command_context(m_book.journal(), m_room.random, m_room.now);
  // The room's clock is told and not read, also for years before there was this program.
  context.is_clock_suspicious = false;
  return context;
}

std::vector<journal::Event> SampleDesk::write(const std::vector<journal::Draft>& drafts) {
  m_author.minutes = m_room.now;
  std::vector<journal::Event> events = m_book.journal().commit(m_author, drafts, m_room.random);
  m_room.events.insert(m_room.events.end(), events.begin(), events.end());
  return events;
}

// A desk's own events are among them and known: the union does not mind.
void SampleDesk::exchange() {
  const std::span<const journal::Event> all(m_room.events);
  m_book.journal().add(all.subspan(m_taken));
  m_taken = m_room.events.size();
}

}  // namespace jishan::app
