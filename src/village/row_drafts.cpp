#include "village/row_drafts.h"

#include <utility>

namespace jishan::village {
namespace {

using journal::Json;

// Room for the frame of an event around its rows: 32 parents of 67 bytes, the other keys, the salt.
constexpr std::size_t frame_bytes = 3 * 1024;
constexpr std::size_t body_bytes_max = journal::hashed_text_bytes_max - frame_bytes;
constexpr std::size_t personal_frame_bytes = 256;
constexpr std::size_t personal_bytes_max = journal::personal_bytes_max - personal_frame_bytes;

bool is_empty(const Json& object) {
  return object.object() != nullptr && object.object()->empty();
}

// One event in the making.
struct Batch {
  Json::Array rows;
  Json::Array personal;  // as long as up to the last row that has something personal
  std::size_t body_bytes = 0;
  std::size_t personal_bytes = 0;

  [[nodiscard]] bool has_room_for(std::size_t body, std::size_t person) const {
    return rows.size() < journal::array_elements_max && body_bytes + body <= body_bytes_max &&
           personal_bytes + person <= personal_bytes_max;
  }
  void add(const SetRow& row, std::size_t body, std::size_t person) {
    rows.push_back(row.row);
    // Rows without a personal part cost their place only when one with it follows.
    if (!is_empty(row.personal)) {
      personal.resize(rows.size() - 1);
      personal.push_back(row.personal);
    }
    body_bytes += body;
    personal_bytes += person;
  }
  journal::Draft draft(std::string_view kind, const std::string& date) {
    journal::Draft made;
    made.kind = std::string(kind);
    made.date = date;
    made.body.set("rows", std::move(rows));
    if (!personal.empty()) {
      made.personal = Json(Json::Object{{"rows", Json(std::move(personal))}});
    }
    return made;
  }
};

}  // namespace

std::vector<journal::Draft> row_drafts(std::string_view kind, const std::vector<SetRow>& rows,
                                       const std::string& date) {
  std::vector<journal::Draft> drafts;
  Batch batch;
  for (const SetRow& row : rows) {
    const std::size_t body = row.row.canonical().size() + 1;
    const std::size_t person = row.personal.canonical().size() + 1;
    if (!batch.has_room_for(body, person) && !batch.rows.empty()) {
      drafts.push_back(batch.draft(kind, date));
      batch = Batch();
    }
    batch.add(row, body, person);
  }
  if (!batch.rows.empty()) drafts.push_back(batch.draft(kind, date));
  return drafts;
}

}  // namespace jishan::village
