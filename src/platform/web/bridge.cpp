// The only exports to the page: each puts one thing into the inbox, or runs a frame. One is for
// tests alone.
#include <emscripten/emscripten.h>

#include <cstdint>
#include <string>
#include <utility>

#include "base/check.h"
#include "platform/web/fields.h"
#include "platform/web/inbox.h"
#include "platform/web/input.h"
#include "platform/web/program.h"

namespace jishan::platform {

Inbox& inbox() {
  static Inbox the_inbox;
  return the_inbox;
}

namespace {

// The page writes the bytes of the next call here.
std::string& arriving() {
  static std::string bytes;
  return bytes;
}

std::string take_arrived(int size) {
  std::string bytes = std::move(arriving());
  bytes.resize(static_cast<std::size_t>(size));
  arriving().clear();
  return bytes;
}

void happened(app::Happening happening) { inbox().happenings.push_back(std::move(happening)); }

std::int64_t joined(int high, int low) {
  return static_cast<std::int64_t>(high) * (1 << 20) + low;
}

app::RecordsLoaded& records_being_loaded(app::RecordNumber number) {
  auto& happenings = inbox().happenings;
  if (!happenings.empty()) {
    if (auto* loaded = std::get_if<app::RecordsLoaded>(&happenings.back())) return *loaded;
  }
  happenings.emplace_back(app::RecordsLoaded{number, {}});
  return *std::get_if<app::RecordsLoaded>(&happenings.back());
}

}  // namespace
}  // namespace jishan::platform

using namespace jishan;
using namespace jishan::platform;

extern "C" {

EMSCRIPTEN_KEEPALIVE char* jishan_inbox(int size) {
  arriving().resize(static_cast<std::size_t>(size));
  return arriving().data();
}

EMSCRIPTEN_KEEPALIVE void jishan_begin() { begin_program(); }
// Runs one frame. Answers in how many milliseconds the next one is due, or -1 for none.
EMSCRIPTEN_KEEPALIVE int jishan_frame() { return run_frame(); }

// Draws the picture of the last frame. Apart, because what is painted makes the browser's next
// refresh go before everything else, the answers of the store among it.
EMSCRIPTEN_KEEPALIVE void jishan_picture() { draw_picture(); }

// Sends the mirror of the last frame through jishan_host_mirror, if it changed.
EMSCRIPTEN_KEEPALIVE void jishan_mirror() { tell_mirror(); }

// Whether input that came is not taken in yet: ImGui spreads quick changes over several frames.
EMSCRIPTEN_KEEPALIVE int jishan_input_waits() { return input_waits() ? 1 : 0; }

// Whether F6 (1) or Shift+F6 (−1), pressed now, is the browser's: after the last region comes its
// own window.
EMSCRIPTEN_KEEPALIVE int jishan_leaves_the_page(int direction) {
  return leaves_the_page(direction) ? 1 : 0;
}

// Good until the next call.
EMSCRIPTEN_KEEPALIVE const char* jishan_state_digest() {
  static std::string digest;
  digest = state_digest();
  return digest.c_str();
}

EMSCRIPTEN_KEEPALIVE void jishan_resized(int width_px, int height_px, int pixel_ratio_permille) {
  inbox().surface = {width_px, height_px, pixel_ratio_permille};
}
EMSCRIPTEN_KEEPALIVE void jishan_preferences(int more_contrast, int reduced_motion) {
  inbox().preferences = {more_contrast != 0, reduced_motion != 0};
}
EMSCRIPTEN_KEEPALIVE void jishan_graphics(int what) {
  inbox().graphics.push_back(static_cast<Graphics>(what));
}

EMSCRIPTEN_KEEPALIVE void jishan_pointer_moved(int x, int y, int by_touch) {
  inbox().input.emplace_back(PointerMoved{x, y, by_touch != 0});
}
EMSCRIPTEN_KEEPALIVE void jishan_pointer_left() { inbox().input.emplace_back(PointerLeft{}); }
EMSCRIPTEN_KEEPALIVE void jishan_pointer_button(int button, int is_down) {
  inbox().input.emplace_back(PointerButton{button, is_down != 0});
}
EMSCRIPTEN_KEEPALIVE void jishan_wheel(int right_hundredths, int down_hundredths) {
  inbox().input.emplace_back(WheelTurned{right_hundredths, down_hundredths});
}
EMSCRIPTEN_KEEPALIVE void jishan_key(int code_size, int is_down) {
  inbox().input.emplace_back(KeyChanged{take_arrived(code_size), is_down != 0});
}
EMSCRIPTEN_KEEPALIVE void jishan_modifiers(int ctrl, int shift, int alt, int meta) {
  inbox().input.emplace_back(ModifiersChanged{ctrl != 0, shift != 0, alt != 0, meta != 0});
}
EMSCRIPTEN_KEEPALIVE void jishan_typed(int size) {
  inbox().input.emplace_back(TextTyped{take_arrived(size)});
}
EMSCRIPTEN_KEEPALIVE void jishan_pasted(int size) {
  inbox().input.emplace_back(Pasted{take_arrived(size)});
}
EMSCRIPTEN_KEEPALIVE void jishan_copy_chord(int is_cut) {
  inbox().input.emplace_back(is_cut != 0 ? CopyChord::cut : CopyChord::copy);
}
EMSCRIPTEN_KEEPALIVE void jishan_focused(int is_focused) {
  inbox().input.emplace_back(FocusChanged{is_focused != 0});
}
EMSCRIPTEN_KEEPALIVE void jishan_widget_wanted(int id) {
  inbox().wanted_widget = static_cast<std::uint32_t>(id);
}
EMSCRIPTEN_KEEPALIVE void jishan_handover_asked(int size) {
  happened(app::HandoverAsked{take_arrived(size)});
}
EMSCRIPTEN_KEEPALIVE void jishan_leaving_soon() { happened(app::LeavingSoon{}); }

EMSCRIPTEN_KEEPALIVE void jishan_book_listed(int size, int last) {
  const std::vector<std::string> fields = unpacked(take_arrived(size));
  CHECK(fields.size() == 4);
  inbox().books.push_back({fields[0], fields[1], fields[2], last, fields[3]});
}
EMSCRIPTEN_KEEPALIVE void jishan_setting_loaded(int size) {
  const std::vector<std::string> fields = unpacked(take_arrived(size));
  CHECK(fields.size() == 2);
  inbox().settings.push_back({fields[0], fields[1]});
}
EMSCRIPTEN_KEEPALIVE void jishan_local_loaded(int size) {
  const std::vector<std::string> fields = unpacked(take_arrived(size));
  CHECK(fields.size() == 2);
  inbox().local.push_back({fields[0], fields[1]});
}
EMSCRIPTEN_KEEPALIVE void jishan_record_loaded(int number, int size) {
  records_being_loaded(number).records.push_back(take_arrived(size));
}
EMSCRIPTEN_KEEPALIVE void jishan_book_found(int size, int last) {
  happened(app::BookFound{take_arrived(size), last});
}
EMSCRIPTEN_KEEPALIVE void jishan_piece_fetched(int size) {
  std::vector<std::string> fields = unpacked(take_arrived(size));
  CHECK(fields.size() == 3);
  happened(app::PieceFetched{fields[0], fields[1], std::move(fields[2])});
}
EMSCRIPTEN_KEEPALIVE void jishan_piece_put(int size, int is_kept) {
  const std::vector<std::string> fields = unpacked(take_arrived(size));
  CHECK(fields.size() == 2);
  happened(app::PiecePut{fields[0], fields[1], is_kept != 0});
}
EMSCRIPTEN_KEEPALIVE void jishan_copies_found(int size) {
  std::vector<std::string> fields = unpacked(take_arrived(size));
  CHECK(!fields.empty());
  app::CopiesFound found{.book = std::move(fields.front())};
  fields.erase(fields.begin());
  found.places = std::move(fields);
  happened(std::move(found));
}
EMSCRIPTEN_KEEPALIVE void jishan_copy_loaded(int size) {
  constexpr std::size_t head_fields = 4;
  std::vector<std::string> fields = unpacked(take_arrived(size));
  CHECK(fields.size() >= head_fields);
  app::CopyLoaded loaded{.book = std::move(fields[0]),
                         .place = std::move(fields[1]),
                         .is_last = fields[2] == "1",
                         .is_whole = fields[3] == "1"};
  fields.erase(fields.begin(), fields.begin() + head_fields);
  loaded.records = std::move(fields);
  happened(std::move(loaded));
}
EMSCRIPTEN_KEEPALIVE void jishan_book_opened(int size, int last) {
  happened(app::BookOpened{take_arrived(size), last});
}
EMSCRIPTEN_KEEPALIVE void jishan_book_not_opened(int size, int trouble) {
  happened(app::BookNotOpened{take_arrived(size), static_cast<app::StoreTrouble>(trouble)});
}
EMSCRIPTEN_KEEPALIVE void jishan_book_dropped(int size) {
  happened(app::BookDropped{take_arrived(size)});
}
EMSCRIPTEN_KEEPALIVE void jishan_saved(int last) { happened(app::RecordsSaved{last}); }
EMSCRIPTEN_KEEPALIVE void jishan_not_saved(int first, int trouble) {
  happened(app::RecordsNotSaved{first, static_cast<app::StoreTrouble>(trouble)});
}
EMSCRIPTEN_KEEPALIVE void jishan_local_not_saved(int size, int trouble) {
  happened(app::LocalNotSaved{take_arrived(size), static_cast<app::StoreTrouble>(trouble)});
}

EMSCRIPTEN_KEEPALIVE void jishan_file_chosen(int file, int size_high, int size_low,
                                             int name_size) {
  happened(app::FileChosen{file, take_arrived(name_size), joined(size_high, size_low)});
}
EMSCRIPTEN_KEEPALIVE void jishan_no_file_chosen() { happened(app::NoFileChosen{}); }
EMSCRIPTEN_KEEPALIVE void jishan_file_slice(int file, int offset_high, int offset_low, int size) {
  happened(app::FileSlice{file, joined(offset_high, offset_low), take_arrived(size)});
}
EMSCRIPTEN_KEEPALIVE void jishan_file_text(int file, int is_damaged, int size) {
  happened(app::FileText{file, take_arrived(size), is_damaged != 0});
}
// Each row is packed cells, the rows are packed once more. A cell begins with the letter of its
// kind: n for a number, t for everything else.
EMSCRIPTEN_KEEPALIVE void jishan_file_sheet(int file, int size) {
  app::FileSheet answer{file, {}};
  for (const std::string& packed_row : unpacked(take_arrived(size))) {
    SheetRow& row = answer.sheet.rows.emplace_back();
    for (const std::string& cell : unpacked(packed_row)) {
      CHECK(!cell.empty() && (cell[0] == 'n' || cell[0] == 't'));
      row.push_back({cell.substr(1), cell[0] == 'n' ? CellKind::number : CellKind::text});
    }
  }
  happened(std::move(answer));
}
EMSCRIPTEN_KEEPALIVE void jishan_file_unreadable(int file) {
  happened(app::FileUnreadable{file});
}

}  // extern "C"
