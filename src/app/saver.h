// Makes commands durable in order: one append is in flight, and what is done meanwhile is gathered
// into the next one, so that a slow disk is asked once for many commands. It tells the truth about
// what is on the disk from acknowledgements alone. It must not know what the bytes mean.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/happenings.h"
#include "app/ports.h"

namespace jishan::app {

struct SaveState {
  enum class Kind {
    saved,      // everything done so far is on the disk
    saving,     // an answer is awaited
    not_saved,  // the store refused; memory keeps everything, new entries are refused
  };
  Kind kind = Kind::saved;
  UtcMinutes saved_at = 0;       // of the last acknowledgement; 0 if there was none yet
  std::int64_t saving_since_ms = 0;  // monotonic; for showing 正在保存 only when it takes long
  std::int64_t unsaved_count = 0;    // commands without acknowledgement
  StoreTrouble trouble{};        // with not_saved
};

class Saver {
 public:
  Saver(Store& store, const Clock& clock) : m_store(store), m_clock(clock) {}

  // Starts after the records of a book that was just opened; forgets everything before.
  void begin_after(RecordNumber last);

  // One command's lines (each with its newline) and what this laptop knows by then: of its local
  // records those travel along that no command handed over before, because each one costs time.
  void save(const std::vector<std::string>& lines, const std::vector<LocalRecord>& local = {});

  void on_saved(const RecordsSaved& saved);
  void on_not_saved(const RecordsNotSaved& not_saved);
  // Outside a command one did not arrive: the next command hands all of them over again.
  void on_local_not_saved() { m_local.clear(); }
  // Appends the same numbers and bytes again; what did arrive is recognised by the store.
  void retry();

  [[nodiscard]] SaveState state() const;
  // False while the store refuses: a command must not be run then.
  [[nodiscard]] bool accepts_commands() const { return !m_trouble; }
  // The number of the last record that is known to be on the disk.
  [[nodiscard]] RecordNumber last_saved() const { return m_last_saved; }

 private:
  struct Batch {
    RecordNumber first = 1;
    std::vector<std::string> records;
    std::vector<LocalRecord> local;
    std::int64_t commands = 1;
  };
  // The gathered batch stays within one strict transaction that no disk takes long over.
  [[nodiscard]] bool takes_more() const;
  [[nodiscard]] std::vector<LocalRecord> changed(const std::vector<LocalRecord>& local);
  void send_next();

  Store& m_store;
  const Clock& m_clock;
  std::deque<Batch> m_waiting;  // the front one is in flight, or was refused
  std::map<std::string, std::string> m_local;  // handed over; what was refused is retried
  RecordNumber m_next = 1;
  RecordNumber m_last_saved = 0;
  UtcMinutes m_saved_at = 0;
  std::int64_t m_saving_since_ms = 0;
  std::optional<StoreTrouble> m_trouble;
};

}  // namespace jishan::app
