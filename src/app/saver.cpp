#include "app/saver.h"

#include <cstddef>
#include <iterator>
#include <utility>

#include "base/check.h"

namespace jishan::app {
namespace {

constexpr std::size_t gathered_records_max = 256;  // at most 16 MiB, 0.2 MiB as a rule

}  // namespace

void Saver::begin_after(RecordNumber last) {
  m_waiting.clear();
  m_local.clear();
  m_next = last + 1;
  m_last_saved = last;
  m_saved_at = 0;
  m_trouble.reset();
}

void Saver::save(const std::vector<std::string>& lines, const std::vector<LocalRecord>& local) {
  CHECK(accepts_commands());
  if (lines.empty()) return;
  Batch batch{m_next, records_of(lines), changed(local)};
  m_next += static_cast<RecordNumber>(batch.records.size());
  if (takes_more()) {
    Batch& gathered = m_waiting.back();
    std::move(batch.records.begin(), batch.records.end(), std::back_inserter(gathered.records));
    // Of one key the later value stays.
    std::move(batch.local.begin(), batch.local.end(), std::back_inserter(gathered.local));
    ++gathered.commands;
    return;
  }
  m_waiting.push_back(std::move(batch));
  if (m_waiting.size() == 1) send_next();
}

bool Saver::takes_more() const {
  // The front one is with the store: the same numbers must come with the same bytes again.
  return m_waiting.size() > 1 && m_waiting.back().records.size() < gathered_records_max;
}

void Saver::on_saved(const RecordsSaved& saved) {
  // An answer to an append that was given up on may come late; it is true all the same.
  while (!m_waiting.empty()) {
    const Batch& front = m_waiting.front();
    const RecordNumber last = front.first + static_cast<RecordNumber>(front.records.size()) - 1;
    if (last > saved.last) break;
    m_last_saved = last;
    m_saved_at = m_clock.now_minutes();
    m_trouble.reset();
    m_waiting.pop_front();
    if (!m_waiting.empty()) send_next();
  }
}

void Saver::on_not_saved(const RecordsNotSaved& not_saved) {
  if (m_waiting.empty() || m_waiting.front().first != not_saved.first) return;
  m_trouble = not_saved.trouble;
}

void Saver::retry() {
  if (!m_trouble) return;
  m_trouble.reset();
  if (!m_waiting.empty()) send_next();
}

SaveState Saver::state() const {
  SaveState state;
  state.saved_at = m_saved_at;
  state.saving_since_ms = m_saving_since_ms;
  for (const Batch& batch : m_waiting) state.unsaved_count += batch.commands;
  if (m_trouble) {
    state.kind = SaveState::Kind::not_saved;
    state.trouble = *m_trouble;
  } else if (!m_waiting.empty()) {
    state.kind = SaveState::Kind::saving;
  }
  return state;
}

std::vector<LocalRecord> Saver::changed(const std::vector<LocalRecord>& local) {
  std::vector<LocalRecord> changed;
  for (const LocalRecord& record : local) {
    const auto [known, is_new] = m_local.try_emplace(record.key, record.value);
    if (!is_new && known->second == record.value) continue;
    known->second = record.value;
    changed.push_back(record);
  }
  return changed;
}

void Saver::send_next() {
  const Batch& front = m_waiting.front();
  m_saving_since_ms = m_clock.now_ms();
  m_store.append(front.first, front.records, front.local);
}

}  // namespace jishan::app
