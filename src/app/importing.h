// Import of a colleague's file as a long task: first a dry run that writes nothing, then, when the
// person says so, the merge in batches. Joining a book is the same with an empty one.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "app/book.h"
#include "app/happenings.h"
#include "app/task.h"

namespace jishan::app {

enum class ImportStage {
  reading,   // pass 1: verifying and counting, nothing is written
  refused,   // see refusal
  ready,     // the dry run is shown; merge() goes on
  writing,   // pass 2, in batches; stop() leaves a smaller valid union
  finished,
  stopped,
};

enum class ImportRefusal {
  none,
  unreadable,      // the browser could not read the file
  too_large,       // over 512 MiB, refused by size
  not_a_book,      // no header of this format in it
  other_village,
  newer_format,
  wrong_mode,      // a practice book into a real one, or the other way round
  nothing_usable,  // not one event of it verifies
};

// What a person sees a file by: the slices' areas.
enum class ImportArea { roster, points, shop, stock, volunteers, village, unknown };

struct ImportAreaCount {
  ImportArea area{};
  std::int64_t in_file = 0;
  std::int64_t known = 0;
  std::int64_t added = 0;  // by merge(): in_file − known
};

struct ImportDamage {
  std::int64_t line = 0;   // in the file, from 1
  std::string reason;      // for a developer, in English
};

struct ImportReport {
  std::string file_name;
  std::string village_name;  // of the book in the file
  std::string from_laptop;   // name of the writer that exported it, "" if unknown
  std::int64_t made_minutes = 0;
  bool is_complete = true;   // false: cut off, or edited (文件不完整或被改过)
  std::vector<ImportAreaCount> areas;
  std::int64_t in_file = 0;
  std::int64_t known = 0;
  std::int64_t added = 0;
  std::int64_t filled_in = 0;      // names that were missing here
  std::int64_t unknown_kinds = 0;  // written by a newer version; kept
  std::int64_t refused_events = 0;
  std::vector<ImportDamage> damage;      // at most the first hundred
  std::int64_t damage_count = 0;
  // "缺 会计电脑 第120条": what waiting events wait for after the merge.
  struct Missing {
    std::string laptop;
    std::int64_t sequence = 0;  // 0: not known
  };
  std::vector<Missing> missing;
  std::int64_t waiting = 0;
};

class ImportTask final : public Task {
 public:
  // Starts reading at once; `file` is closed when the task ends.
  ImportTask(App& app, const FileChosen& file);
  ~ImportTask() override;

  bool take(App& app, const Happening& happening) override;
  bool work(App& app) override;
  [[nodiscard]] bool is_writing() const override;
  [[nodiscard]] Progress progress() const override;

  [[nodiscard]] ImportStage stage() const;
  [[nodiscard]] ImportRefusal refusal() const;
  [[nodiscard]] const ImportReport& report() const;
  // From `ready`: reads the file once more and writes.
  void merge(App& app);
  // In any stage: nothing half done is left.
  void stop(App& app);

 private:
  struct Parts;
  std::unique_ptr<Book> m_empty_book;  // while joining: what the file is counted against
  std::unique_ptr<Parts> m_parts;
};

}  // namespace jishan::app
