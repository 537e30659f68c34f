// Bodies of the village kinds and their codec (journal.md §2.5, "Village and exchange"). The codec
// ignores unknown fields; a row with a missing, mistyped or out-of-range field is inert.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/personal.h"
#include "journal/event.h"
#include "journal/inert.h"
#include "journal/json.h"
#include "village/caps.h"

namespace jishan::village {

inline constexpr std::string_view kind_create = "village.create";
inline constexpr std::string_view kind_set = "village.set";
inline constexpr std::string_view kind_unite = "village.unite";
inline constexpr std::string_view kind_writer = "sys.writer";
inline constexpr std::string_view kind_operator = "op.set";
inline constexpr std::string_view kind_settle = "sys.settle";

enum class Mode { real, practice };
std::string_view code_of(Mode mode);

// village.create: the genesis. Its hash names the book.
struct Genesis {
  std::string name;
  std::string town;
  std::string code;            // division code, 12 digits, or ""
  Mode mode = Mode::real;
  int offset_minutes = 480;    // civil dates: UTC + this, −720 … 840
  int scale = 100;             // points are kept in 1/scale; always 100 in this version
  std::string algorithm = "sha-256";
};

// village.set: each field a register, read by commands and views only, never by folds.
std::string_view code_of(NameMask mask);
enum class Gate { notice, none };  // must entries be posted on the board before they count?
struct SettingFields {
  std::optional<std::string> name;
  std::optional<std::string> town;
  std::optional<std::int64_t> step;         // smallest amount of points typed, hundredths
  std::optional<std::int64_t> rate_fen;     // what a whole point is worth; a suggestion only
  std::optional<Gate> gate;
  std::optional<std::int64_t> notice_days;
  std::optional<std::vector<Cap>> caps;     // over all rules, on what is earned
  std::optional<NameMask> mask;             // how names are covered on slips and notices
  [[nodiscard]] bool is_empty() const;
};

// village.unite: the other book's genesis.
struct Union {
  journal::Hash other;
};

// sys.writer: registers on the event's own w.
struct WriterFields {
  std::string app;   // version of the program
  std::string name;  // by duty (村委会电脑), never a person's name
};

// op.set
struct OperatorFields {
  std::optional<std::vector<std::string>> roles;  // codes or words as the village uses them
  std::optional<std::string> resident;            // r… or "" for none
  std::optional<std::int64_t> on;                 // 1 works here, 0 left
  [[nodiscard]] bool is_empty() const;
};

// sys.settle: a recorded decision on a to-do; register on `todo`.
struct Settle {
  std::string todo;   // "type:key"
  std::string basis;  // 64 hex digits: the evidence it decided on
  std::optional<std::int64_t> floor;  // hundredths of a point, for overdrafts
};

journal::Draft create_draft(const Genesis& genesis, std::string date);
journal::Draft set_draft(const SettingFields& fields, std::string date);
journal::Draft writer_draft(const WriterFields& fields, std::string date);
// `name` goes into x; nothing leaves it as it is.
journal::Draft operator_draft(const OperatorId& id, const OperatorFields& fields,
                              const std::optional<std::string>& name, std::string date);
journal::Draft settle_draft(const Settle& settle, const std::string& text, std::string date);
journal::Draft unite_draft(const Union& united, std::string date);

// Nothing when the event is inert; what makes it so goes to `inert`.
std::optional<Genesis> genesis_from(const journal::Json& body, journal::InertList* inert = nullptr);
std::optional<Settle> settle_from(const journal::Json& body, journal::InertList* inert = nullptr);
std::optional<WriterFields> writer_from(const journal::Json& body,
                                        journal::InertList* inert = nullptr);
std::optional<Union> union_from(const journal::Json& body);

}  // namespace jishan::village
