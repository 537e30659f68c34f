// The body of ledger.reverse and the texts that name what it reverses (journal.md §2.2, §2.5).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "journal/event.h"
#include "journal/field_reader.h"

namespace jishan::ledger {

inline constexpr std::string_view kind_reverse = "ledger.reverse";

// Generations start at 1; a field `gen` beyond this makes its line inert, in every slice.
inline constexpr std::int64_t gen_max = 1'000'000'000;

// The field `gen` of a line: absent means 1.
std::int64_t gen_of(journal::FieldReader& line);

// "<h>" or "<h>:<n>".
struct Ref {
  journal::Hash h;
  int line = -1;  // −1: all lines of the event
};
std::optional<Ref> ref_from_text(std::string_view text);
std::string ref_text(const journal::Hash& h, int line);

struct ReverseBody {
  std::string of;        // a Ref, or the text of a ONCE key
  std::int64_t gen = 1;  // read for key texts only: a line knows its own generation
  bool is_back = false;  // goods came back
  std::string why;
};
// Nothing when the event is inert; what makes it so goes to `inert`.
std::optional<ReverseBody> reverse_from(const journal::Event& event,
                                        journal::InertList* inert = nullptr);
journal::Json json_of(const ReverseBody& body);

}  // namespace jishan::ledger
