// The program without a screen: which book is open, who works in it, running commands, saving,
// long tasks, undo. It draws nothing and knows no platform.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/book.h"
#include "app/commands.h"
#include "app/happenings.h"
#include "app/ports.h"
#include "app/saver.h"
#include "app/session.h"
#include "app/task.h"
#include "app/undo.h"
#include "journal/command.h"

namespace jishan::app {

class Moving;
class Opening;
class Recovery;
class SnapshotWriter;

inline constexpr std::string_view version = "0.1.0";
// The setting of this computer that names the book to begin with.
inline constexpr std::string_view last_book_setting = "last_book";

enum class Phase {
  setup,     // no book on this computer, or a further one is being made
  opening,   // records are being read and folded
  operator_choice,  // several operators, or nobody chosen yet
  working,
  recovery,  // the store is empty, older or damaged: what is left of the book is shown
  trouble,   // the store cannot be opened: nothing may be written
};

class App {
 public:
  explicit App(Ports ports);
  ~App();

  // Opens the last book used, or goes to setup.
  void start();
  // What happened outside, before a frame is drawn; what the screens asked for, when it is.
  void take(const Happening& happening);
  void run(Commands& commands);
  // One slice of the long task, a few milliseconds. True while there is more to do.
  bool work();

  [[nodiscard]] Phase phase() const { return m_phase; }
  [[nodiscard]] StoreTrouble trouble() const { return m_trouble; }
  [[nodiscard]] bool has_book() const { return m_book != nullptr; }
  [[nodiscard]] Book& book();
  [[nodiscard]] const Book& book() const;
  [[nodiscard]] const BookListing& listing() const { return m_listing; }
  [[nodiscard]] Session& session() { return m_session; }
  [[nodiscard]] const Session& session() const { return m_session; }
  [[nodiscard]] Ports& ports() { return m_ports; }
  [[nodiscard]] SaveState save_state() const { return m_saver.state(); }
  [[nodiscard]] Progress opening_progress() const;

  [[nodiscard]] journal::CommandContext context();

  // Commits what a slice planned, saves it, remembers how to undo it. Gives the plan's status.
  // Nothing is written unless the status is `accepted`.
  template <class Status>
  Status perform(const journal::Planned<Status>& planned, const UndoMaker& undo = {}) {
    if (planned.status == Status::accepted && !planned.drafts.empty()) {
      commit(planned.drafts, undo);
    }
    return planned.status;
  }
  // What was committed last, for slips and toasts; empty before the first command.
  [[nodiscard]] const std::vector<journal::Event>& last_committed() const {
    return m_last_committed;
  }

  // Undo of the last acts since the page was opened: the opposing event, never an erasure.
  [[nodiscard]] UndoStack& undo_stack() { return m_undo; }

  // Books on this computer. An open one is left when everything of it is on the disk: later its
  // entries would be lost, or land in the other book's store.
  [[nodiscard]] std::vector<BookListing> books() const;
  // `this_window_instead`: another one has it open; that one finishes and lets go.
  enum class Opener { this_window, this_window_instead };
  void open_book(const std::string& book, Opener opener = Opener::this_window);
  void drop_book(const std::string& book);
  void go_to_setup();
  // Somebody asked for another book, and this one is not saved yet.
  [[nodiscard]] bool is_leaving() const { return static_cast<bool>(m_leave); }
  void retry_saving();

  // In Phase::recovery: what is left, and whether the book made of it is being written.
  [[nodiscard]] Recovery& recovery() { return *m_recovery; }
  // Goes on with what the chosen copies give together, as a book in a new store and as a laptop of its
  // own. The old store is left as it is.
  void restore();
  // The whole book is being written into a new store, because the old one failed or was lost. No
  // command is run meanwhile. Null: it is not.
  [[nodiscard]] const Moving* moving() const { return m_moving.get(); }
  // A new store could not be made either, for this reason; gone as soon as the next try begins.
  [[nodiscard]] std::optional<StoreTrouble> moving_trouble() const { return m_moving_trouble; }
  // Since the page was opened the book has been moved to a new store under the hands of the person.
  [[nodiscard]] bool has_moved() const { return m_has_moved; }

  // A new book in the store; `begin` runs once the store has it (first commit, or a merge).
  void create_book(std::string name, std::string mode, std::function<void()> begin);
  void operator_chosen();
  // Somebody else sits down; the book stays open, but one's acts are not the other's to undo.
  void change_operator() {
    m_phase = Phase::operator_choice;
    m_undo.clear();
  }

  // The one long task, or nullptr. Commands are not run while a task writes.
  [[nodiscard]] Task* task() { return m_task.get(); }
  void start_task(std::unique_ptr<Task> task);
  void end_task() { m_task.reset(); }
  // A merge is finished: remembered on this laptop for the status bar.
  void on_merged(const std::string& laptop);
  // The last merge on this laptop, or nothing.
  struct LastMerge {
    UtcMinutes at = 0;
    std::string laptop;
  };
  [[nodiscard]] std::optional<LastMerge> last_merge() const { return m_last_merge; }
  // Names of files handed out since the page was opened.
  [[nodiscard]] bool was_exported(const std::string& file_name) const {
    return m_exported.contains(file_name);
  }
  // One with the names is a copy from which the book can be had again: its moment is kept on this
  // laptop.
  void on_exported(const std::string& file_name, journal::PersonalPart personal);
  // When such a copy was last handed out here, or nothing.
  [[nodiscard]] std::optional<UtcMinutes> last_copy_at() const { return m_last_copy_at; }
  // Makes merged events durable, by their local numbers.
  void save_merged(const std::vector<std::int64_t>& event_numbers);

 private:
  void commit(const std::vector<journal::Draft>& drafts, const UndoMaker& undo);
  void on_book_found(const BookFound& found);
  void on_book_opened(const BookOpened& opened);
  void on_book_not_opened(const BookNotOpened& not_opened);
  void on_not_saved(const RecordsNotSaved& not_saved);
  [[nodiscard]] std::string new_book_id();
  [[nodiscard]] bool is_half_made() const;
  void open_generation_before();
  void begin_recovery(StoreTrouble trouble);
  void begin_moving(const journal::Journal& journal, std::vector<LocalRecord> local);
  void on_moving_over();
  void keep_snapshot();
  void on_book_dropped(const BookDropped& dropped);
  void finish_opening();
  void prepare(BookListing listing);
  void once_saved(std::function<void()> leave);
  void leave_if_saved();
  void refresh_listing();
  void hand_over();

  Ports m_ports;
  Phase m_phase = Phase::setup;
  StoreTrouble m_trouble{};
  std::unique_ptr<Book> m_book;
  BookListing m_listing;
  Session m_session;
  Saver m_saver;
  UndoStack m_undo;
  std::unique_ptr<Task> m_task;
  std::vector<journal::Event> m_last_committed;

  std::optional<LastMerge> m_last_merge;
  std::set<std::string> m_exported;
  std::optional<UtcMinutes> m_last_copy_at;

  std::unique_ptr<Opening> m_opening;
  std::unique_ptr<SnapshotWriter> m_snapshot;
  std::unique_ptr<Recovery> m_recovery;
  std::unique_ptr<Moving> m_moving;
  std::optional<StoreTrouble> m_moving_trouble;
  bool m_was_retried = false;   // what the store refused was handed to it once more by itself
  bool m_is_store_lost = false;  // it is not asked again: a new one is to be made
  bool m_has_moved = false;
  std::vector<LocalRecord> m_moving_local;  // of the store that is lost
  std::set<std::string> m_put_away;  // stores that are dropped without anybody waiting for it
  journal::Hash m_last_event;  // of the records handed to the saver
  std::function<void()> m_after_creation;
  std::function<void()> m_leave;  // the open book, as soon as it is saved
};

}  // namespace jishan::app
