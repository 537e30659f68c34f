#include "app/app.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <utility>

#include "app/book_names.h"
#include "app/moving.h"
#include "app/opening.h"
#include "app/recovery.h"
#include "app/snapshot_writer.h"
#include "base/check.h"
#include "base/crockford.h"
#include "village/commands.h"
#include "village/queries.h"

namespace jishan::app {
namespace {

constexpr std::string_view last_merge_key = "last_merge";
constexpr std::string_view last_copy_key = "last_copy";

// "29450000"; nothing for what this program did not write.
std::optional<UtcMinutes> parsed_minutes(std::string_view text) {
  constexpr std::size_t digits_max = 12;
  if (text.empty() || text.size() > digits_max) return std::nullopt;
  UtcMinutes minutes = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    minutes = minutes * 10 + (c - '0');
  }
  return minutes;
}

// "29450000 超市电脑"
std::optional<App::LastMerge> parsed_last_merge(const std::string& text) {
  const std::size_t space = text.find(' ');
  if (space == std::string::npos) return std::nullopt;
  const auto at = parsed_minutes(text.substr(0, space));
  if (!at) return std::nullopt;
  return App::LastMerge{*at, text.substr(space + 1)};
}

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

}  // namespace

App::App(Ports ports)
    : m_ports(ports),
      m_saver(ports.store, ports.clock),
      m_opening(std::make_unique<Opening>(ports.store)),
      m_snapshot(std::make_unique<SnapshotWriter>(ports.store, ports.clock, ports.frames)) {}
App::~App() = default;

std::vector<BookListing> App::books() const {
  return latest_of_each(m_ports.store.books());
}

void App::start() {
  const auto listed = books();
  if (listed.empty()) {
    go_to_setup();
    return;
  }
  const std::string last = m_ports.store.setting(last_book_setting);
  const bool is_listed = std::any_of(listed.begin(), listed.end(), [&](const BookListing& listing) {
    return base_of(listing.book) == base_of(last);
  });
  open_book(is_listed ? last : listed.front().book);
}

void App::take(const Happening& happening) {
  if (m_moving && m_moving->take(happening)) {
    if (m_moving->is_over()) on_moving_over();
    return;
  }
  if (m_phase == Phase::recovery && m_recovery->take(happening)) return;
  if (m_task && m_task->take(*this, happening)) return;
  std::visit(Overloaded{
                 [&](const BookFound& found) { on_book_found(found); },
                 [&](const PieceFetched& fetched) { m_opening->take(fetched); },
                 [&](const PiecePut& put) { m_snapshot->take(put); },
                 [&](const RecordsLoaded& loaded) { m_opening->take(loaded); },
                 [&](const BookOpened& opened) { on_book_opened(opened); },
                 [&](const BookNotOpened& not_opened) { on_book_not_opened(not_opened); },
                 [&](const BookDropped& dropped) { on_book_dropped(dropped); },
                 [&](const RecordsSaved& saved) {
                   m_saver.on_saved(saved);
                   m_was_retried = false;
                   refresh_listing();
                   leave_if_saved();
                 },
                 [&](const RecordsNotSaved& not_saved) { on_not_saved(not_saved); },
                 [&](const HandoverAsked& asked) {
                   if (asked.book == m_listing.book) hand_over();
                 },
                 [&](const LocalNotSaved&) { m_saver.on_local_not_saved(); },
                 [](const auto&) {},  // files and pasted text belong to tasks and screens
             },
             happening);
}

void App::run(Commands& commands) {
  for (const Commands::Queued& queued : commands.take()) {
    const bool is_refused =
        queued.writes &&
        (!m_saver.accepts_commands() || m_moving || (m_task && m_task->is_writing()));
    if (!is_refused) queued.run(*this);
  }
}

bool App::work() {
  if (m_phase == Phase::recovery) return !m_moving && m_recovery->work();
  if (m_phase == Phase::opening && m_book) {
    const bool more = m_opening->work(m_book);
    if (m_opening->is_finished()) finish_opening();
    return more || m_task != nullptr;
  }
  if (m_task != nullptr) return m_task->work(*this);
  if (m_book && m_phase != Phase::opening) keep_snapshot();
  return false;
}

void App::keep_snapshot() {
  if (m_saver.state().kind != SaveState::Kind::saved || m_saver.last_saved() == 0) return;
  m_snapshot->work(*m_book, {.book = m_listing.book,
                            .last = m_saver.last_saved(),
                            .last_event = m_last_event});
}

Progress App::opening_progress() const {
  return m_opening->progress();
}

Book& App::book() {
  CHECK(m_book != nullptr);
  return *m_book;
}

const Book& App::book() const {
  CHECK(m_book != nullptr);
  return *m_book;
}

journal::CommandContext App::context() {
  return village::command_context(book().journal(), m_ports.random, m_ports.clock.now_minutes());
}

void App::go_to_setup() {
  once_saved([this] {
    m_task.reset();
    m_book.reset();
    m_recovery.reset();
    m_phase = Phase::setup;
  });
}

void App::open_book(const std::string& book, Opener opener) {
  // Taken away by force the book cannot be saved here any more; the person was offered a file of it.
  if (m_phase == Phase::trouble) m_saver.begin_after(0);
  once_saved([this, book, opener] {
    m_task.reset();
    BookListing listing{.book = book};
    for (const BookListing& known : books()) {
      if (base_of(known.book) == base_of(book)) listing = known;
    }
    // The latest store may be one that the list of books has not heard of yet.
    const std::string latest = latest_of(book, m_ports.store.books());
    if (listing.book != latest) {
      listing.book = latest;
      listing.last = 0;
      listing.heads.clear();
    }
    prepare(std::move(listing));
    if (opener == Opener::this_window) {
      m_ports.store.open(m_listing.book);
    } else {
      m_ports.store.take_over(m_listing.book);
    }
  });
}

void App::once_saved(std::function<void()> leave) {
  m_leave = std::move(leave);
  leave_if_saved();
}

void App::leave_if_saved() {
  if (!m_leave || m_saver.state().kind != SaveState::Kind::saved) return;
  std::exchange(m_leave, nullptr)();
}

std::string App::new_book_id() {
  std::array<std::uint8_t, 10> bits{};
  m_ports.random.fill(bits);
  return crockford_lower(bits);
}

void App::create_book(std::string name, std::string mode, std::function<void()> begin) {
  prepare({.book = new_book_id(), .name = std::move(name), .mode = std::move(mode)});
  m_after_creation = std::move(begin);
  m_ports.store.create(m_listing.book, Ground::shared);
}

void App::drop_book(const std::string& book) {
  m_task.reset();
  // What is still on its way to a book that is thrown away must not reach the next one.
  if (m_listing.book == book) m_saver.begin_after(0);
  for (const BookListing& other : m_ports.store.books()) {
    if (other.book == book || base_of(other.book) != base_of(book)) continue;
    m_put_away.insert(other.book);
    m_ports.store.drop(other.book);
  }
  m_ports.store.drop(book);
}

void App::operator_chosen() {
  m_phase = Phase::working;
  for (const LocalRecord& record : m_session.local_records()) m_ports.store.put_local(record);
}

void App::start_task(std::unique_ptr<Task> task) {
  m_task = std::move(task);
}

void App::save_merged(const std::vector<std::int64_t>& event_numbers) {
  std::vector<std::string> lines;
  lines.reserve(event_numbers.size());
  for (const std::int64_t number : event_numbers) {
    lines.push_back(m_book->journal().line(number) + "\n");
  }
  if (lines.empty()) return;
  m_last_event = m_book->journal().event(event_numbers.back()).h;
  m_saver.save(lines, m_session.local_records());
}

void App::on_merged(const std::string& laptop) {
  const UtcMinutes now = m_ports.clock.now_minutes();
  m_last_merge = LastMerge{now, laptop};
  m_ports.store.put_local({std::string(last_merge_key), std::to_string(now) + " " + laptop});
}

void App::on_exported(const std::string& file_name, journal::PersonalPart personal) {
  m_exported.insert(file_name);
  if (personal != journal::PersonalPart::kept) return;
  m_last_copy_at = m_ports.clock.now_minutes();
  m_ports.store.put_local({std::string(last_copy_key), std::to_string(*m_last_copy_at)});
}

void App::prepare(BookListing listing) {
  m_undo.clear();
  m_last_committed.clear();
  m_book = std::make_unique<Book>();
  m_listing = std::move(listing);
  m_opening = std::make_unique<Opening>(m_ports.store);
  m_snapshot->begin(0, std::nullopt);
  m_last_event = {};
  m_after_creation = nullptr;
  m_recovery.reset();
  m_is_store_lost = false;
  m_was_retried = false;
  m_phase = Phase::opening;
}

void App::commit(const std::vector<journal::Draft>& drafts, const UndoMaker& undo) {
  const UtcMinutes now = m_ports.clock.now_minutes();
  const journal::Draft join = m_session.join_draft(version, context().today.iso());
  std::vector<journal::Event> events;
  const auto commit_part = [&](std::span<const journal::Draft> part) {
    if (part.empty()) return;
    auto made = m_book->journal().commit(m_session.author(now), part, m_ports.random, &join);
    std::move(made.begin(), made.end(), std::back_inserter(events));
  };
  // The laptop and a new operator introduce themselves in the transaction of the first real entry;
  // before a founder's genesis there is nothing to introduce oneself to. The parts are committed
  // one by one because drafts refer to each other by their place within their own part.
  db::Transaction all_or_nothing(m_book->database());
  const std::size_t genesis_count = drafts.front().kind == "village.create" ? 1 : 0;
  const std::span<const journal::Draft> all(drafts);
  commit_part(all.first(genesis_count));
  if (m_session.is_to_be_introduced()) commit_part(m_session.introductions(context(), version));
  const std::size_t introduced = events.size();
  commit_part(all.subspan(genesis_count));
  all_or_nothing.commit();

  m_session.on_introduced();
  std::vector<std::string> lines;
  for (const journal::Event& event : events) lines.push_back(journal::line_of(event) + "\n");
  m_last_event = events.back().h;
  m_saver.save(lines, m_session.local_records());
  events.erase(events.begin(), events.begin() + static_cast<std::ptrdiff_t>(introduced));
  m_last_committed = std::move(events);
  if (undo) {
    m_undo.push(undo(m_last_committed));
  } else {
    m_undo.on_lasting_act();
  }
}

void App::on_book_found(const BookFound& found) {
  if (m_phase == Phase::opening && found.book == m_listing.book) m_opening->take(found);
}

void App::on_book_opened(const BookOpened& opened) {
  if (opened.book != m_listing.book) return;
  m_saver.begin_after(opened.last);
  m_opening->take(opened);
  if (m_opening->is_finished()) finish_opening();
}

void App::finish_opening() {
  m_opening->survived();
  if (is_half_made()) return open_generation_before();
  // A part of the store is damaged: its records go on in a new one, together with what copies add.
  if (m_opening->unreadable_line_count() > 0) return begin_recovery(StoreTrouble::damaged);
  m_last_event = m_opening->last_event();
  m_snapshot->begin(m_opening->covered_events(), m_opening->snapshot_place());
  m_session = Session::load(m_ports.store, m_ports.random);
  m_ports.store.put_setting(last_book_setting, m_listing.book);
  m_last_merge = parsed_last_merge(m_ports.store.local(last_merge_key).value_or(std::string()));
  m_last_copy_at = parsed_minutes(m_ports.store.local(last_copy_key).value_or(std::string()));
  // A founder says who sits here; who joined is asked while the colleague's file is merged.
  if (const auto begin = std::exchange(m_after_creation, nullptr)) begin();
  const bool is_known = m_session.has_operator() && !m_session.is_shared();
  m_phase = is_known ? Phase::working : Phase::operator_choice;
  if (m_listing.last == 0 && m_saver.last_saved() > 0) refresh_listing();  // the list did not know it
}

void App::on_book_dropped(const BookDropped& dropped) {
  if (m_put_away.erase(dropped.book) > 0) return;
  if (m_book && m_listing.book == dropped.book) m_book.reset();
  start();
}

void App::refresh_listing() {
  if (!m_book) return;
  m_listing.last = m_saver.last_saved();
  m_listing.heads = m_book->journal().fingerprint();
  if (const auto name = village::settings(m_book->database()).name; !name.empty()) {
    m_listing.name = name;
  }
  m_ports.store.list_book(m_listing);
}

}  // namespace jishan::app
