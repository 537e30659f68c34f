// What a snapshot says about itself: which records its tables were made of, by which program, and
// the sums of its pieces. It is written last, so that a snapshot without one does not exist.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/happenings.h"
#include "journal/event.h"

namespace jishan::app {

struct SnapshotHead {
  std::string folds;       // of the program that made the tables: folds_identity
  std::string book;
  RecordNumber last = 0;   // the tables say what the records 1 … last say
  journal::Hash last_event;  // the last event of record `last`
  std::int64_t events = 0;   // closed and waiting
  std::string fingerprint;
  std::vector<std::string> sums;      // checksum_text of each piece
};

// One line, and below it the sum of the line.
std::string text_of(const SnapshotHead& head);
// Nothing for a text that is not one to the byte.
std::optional<SnapshotHead> head_from_text(std::string_view text);

// Two places take turns, so that the one being written is never the only one.
enum class SnapshotPlace { a, b };
inline constexpr SnapshotPlace snapshot_places[] = {SnapshotPlace::a, SnapshotPlace::b};
std::string place_name(SnapshotPlace place);
std::string head_name(SnapshotPlace place);
std::string piece_name(SnapshotPlace place, std::size_t index);

}  // namespace jishan::app
