#include "app/importing.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

#include "app/app.h"
#include "app/import_count.h"
#include "base/check.h"
#include "journal/bundle.h"

namespace jishan::app {
namespace {

// Keeps a slice's hashing within a frame or two of an old laptop.
constexpr std::int64_t slice_bytes = 256 * 1024;
// journal.md §5: batches of at most 2,000 events.
constexpr std::size_t batch_events_max = 2000;

ImportRefusal refusal_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::too_large: return ImportRefusal::too_large;
    case ErrorCode::newer_format: return ImportRefusal::newer_format;
    case ErrorCode::other_village: return ImportRefusal::other_village;
    case ErrorCode::unreadable: return ImportRefusal::unreadable;
    default: return ImportRefusal::not_a_book;
  }
}

}  // namespace

struct ImportTask::Parts {
  Parts(const journal::Journal& journal, const FileChosen& chosen)
      : file(chosen.file), size_bytes(chosen.size_bytes), count(journal) {
    report.file_name = chosen.name;
  }

  FileNumber file;
  std::int64_t size_bytes;
  ImportStage stage = ImportStage::reading;
  ImportRefusal refusal = ImportRefusal::none;
  ImportReport report;
  ImportCount count;
  std::optional<journal::BundleReader> reader{std::in_place};
  std::int64_t read_bytes = 0;
  std::vector<journal::Event> batch;  // pass 2: events that wait to be written
  bool is_slice_taken = false;        // pass 2: what came last is read and not gone on from
  bool is_at_end = false;             // pass 2: that was the last of the file
  std::int64_t refused_while_writing = 0;
  bool is_file_open = true;

  void refuse(App& app, ImportRefusal why) {
    stage = ImportStage::refused;
    refusal = why;
    close(app);
  }
  void close(App& app) {
    if (is_file_open) app.ports().files.close(file);
    is_file_open = false;
  }
  void read_next(App& app) { app.ports().files.read(file, read_bytes, slice_bytes); }

  void finish_counting(App& app);
  void write_on(App& app);
  void write_batch(App& app);
  void finish_writing(App& app);
};

ImportTask::ImportTask(App& app, const FileChosen& file)
    : m_empty_book(app.has_book() ? nullptr : std::make_unique<Book>()),
      m_parts(std::make_unique<Parts>((m_empty_book ? *m_empty_book : app.book()).journal(), file)) {
  if (!journal::check_bundle_size(file.size_bytes).ok()) {
    m_parts->refuse(app, ImportRefusal::too_large);
  } else {
    m_parts->read_next(app);
  }
}

ImportTask::~ImportTask() = default;

ImportStage ImportTask::stage() const {
  return m_parts->stage;
}

ImportRefusal ImportTask::refusal() const {
  return m_parts->refusal;
}

const ImportReport& ImportTask::report() const {
  return m_parts->report;
}

bool ImportTask::is_writing() const {
  return m_parts->stage == ImportStage::writing;
}

Progress ImportTask::progress() const {
  return {m_parts->read_bytes, m_parts->size_bytes};
}

bool ImportTask::take(App& app, const Happening& happening) {
  Parts& parts = *m_parts;
  if (const auto* unreadable = std::get_if<FileUnreadable>(&happening)) {
    if (unreadable->file != parts.file) return false;
    parts.refuse(app, ImportRefusal::unreadable);
    return true;
  }
  const auto* slice = std::get_if<FileSlice>(&happening);
  if (slice == nullptr || slice->file != parts.file) return false;
  const bool is_expected =
      parts.stage == ImportStage::reading || parts.stage == ImportStage::writing;
  if (!is_expected || slice->offset_bytes != parts.read_bytes) return true;

  parts.reader->feed(slice->bytes);
  parts.read_bytes += static_cast<std::int64_t>(slice->bytes.size());
  if (const auto& refusal = parts.reader->refusal()) {
    parts.refuse(app, refusal_of(refusal->code));
    return true;
  }
  auto events = parts.reader->take_events();
  const bool is_end = slice->bytes.empty() || parts.read_bytes >= parts.size_bytes;
  if (parts.stage == ImportStage::reading) {
    for (const journal::Event& event : events) parts.count.add(event);
    if (is_end) {
      parts.finish_counting(app);
    } else {
      parts.read_next(app);
    }
    return true;
  }
  std::move(events.begin(), events.end(), std::back_inserter(parts.batch));
  parts.is_slice_taken = true;
  parts.is_at_end = is_end;
  parts.write_on(app);
  return true;
}

// The slices of the file drive it, but for one that met a disk without room.
bool ImportTask::work(App& app) {
  if (is_writing()) m_parts->write_on(app);
  return false;
}

void ImportTask::merge(App& app) {
  Parts& parts = *m_parts;
  CHECK(parts.stage == ImportStage::ready);
  parts.reader.emplace(journal::BundleChecks::events_alone);  // pass 1 has told of the whole
  parts.read_bytes = 0;
  parts.stage = ImportStage::writing;
  if (app.has_book()) {
    parts.read_next(app);
    return;
  }
  app.create_book(parts.report.village_name, parts.count.mode(),
                  [&app, &parts] { parts.read_next(app); });
}

void ImportTask::stop(App& app) {
  Parts& parts = *m_parts;
  if (parts.stage == ImportStage::finished || parts.stage == ImportStage::refused) return;
  parts.stage = ImportStage::stopped;
  parts.close(app);
}

void ImportTask::Parts::finish_counting(App& app) {
  const journal::BundleEnd end = reader->finish();
  // What a broken event had swallowed up to the end of the file comes now.
  for (const journal::Event& event : reader->take_events()) count.add(event);
  if (end.refusal) {
    refuse(app, refusal_of(end.refusal->code));
    return;
  }
  const journal::BundleHeader& header = reader->header();
  if (app.has_book() && journal::is_of_other_village(header, app.book().journal())) {
    refuse(app, ImportRefusal::other_village);
    report.village_name = header.village_name;
    return;
  }
  report.village_name = header.village_name;
  report.made_minutes = header.made_minutes;
  report.is_complete = end.is_complete;
  report.damage_count = end.damaged_count;
  constexpr std::size_t damage_shown_max = 100;
  for (const journal::BundleDamage& damaged : end.damaged) {
    if (report.damage.size() == damage_shown_max) break;
    report.damage.push_back({damaged.line, damaged.reason});
  }
  count.finish(header.from, report);
  if (report.in_file == 0) {
    refuse(app, ImportRefusal::nothing_usable);
    return;
  }
  stage = ImportStage::ready;
}

// Nothing is entered while the store refuses, because it could not be handed over: it waits until
// somebody has made room.
void ImportTask::Parts::write_on(App& app) {
  if (!is_slice_taken || app.save_state().kind == SaveState::Kind::not_saved) return;
  is_slice_taken = false;
  while (batch.size() >= batch_events_max) write_batch(app);
  if (is_at_end) {
    finish_writing(app);
  } else {
    read_next(app);
  }
}

void ImportTask::Parts::write_batch(App& app) {
  const std::size_t size = std::min(batch.size(), batch_events_max);
  const std::span<const journal::Event> now(batch.data(), size);
  // Everything that this laptop wrote is in its book: what comes under its id from elsewhere was
  // written by a copy of it. The new id is saved together with those events.
  const std::string own = app.session().writer().str();
  const bool has_a_twin = std::any_of(now.begin(), now.end(), [&](const journal::Event& event) {
    return event.writer == own && !app.book().journal().holds(event.h);
  });
  if (has_a_twin) app.session().become_new_writer(app.ports().random);
  const journal::AddReport added = app.book().journal().add(now);
  app.save_merged(added.kept);
  refused_while_writing += added.refused + added.foreign;
  batch.erase(batch.begin(), batch.begin() + static_cast<std::ptrdiff_t>(size));
}

void ImportTask::Parts::finish_writing(App& app) {
  // The reader gives its last events when it learns that the file has ended.
  static_cast<void>(reader->finish());
  auto rest = reader->take_events();
  std::move(rest.begin(), rest.end(), std::back_inserter(batch));
  while (!batch.empty()) write_batch(app);
  report.waiting = app.book().journal().waiting_count();
  report.refused_events = refused_while_writing;
  stage = ImportStage::finished;
  close(app);
  app.on_merged(report.from_laptop);
}

}  // namespace jishan::app
