// Bodies of the points kinds and their codec (journal.md §2.5). The codec ignores unknown fields;
// a line with a missing, mistyped or out-of-range field is inert and left out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/points.h"
#include "journal/event.h"
#include "journal/inert.h"
#include "points/rules.h"

namespace jishan::points {

inline constexpr std::string_view kind_publish = "rules.publish";
inline constexpr std::string_view kind_claim = "pts.claim";
inline constexpr std::string_view kind_decide = "pts.decide";
inline constexpr std::string_view kind_post = "pts.post";
inline constexpr std::string_view kind_grant = "pts.grant";

// rules.publish: name, from, prev ("" or the h of the book it was made from), rules[].
struct PublishBody {
  std::string name;
  std::string from;  // date, in force from this day on
  std::string prev;
  std::vector<Rule> rules;
};

// pts.claim: id, book, lines[{hh, res, code, qty, pts, d, wit?, src?, gen?}] ‖ note: one text for
// all lines.
struct ClaimLine {
  int line = 0;  // place in the event, from 0
  HouseholdId household;
  ResidentId resident;  // empty: the household as such
  std::string code;
  std::int64_t quantity = 100;  // hundredths of the rule's unit
  Points points;
  std::string date;
  ResidentId witness;    // empty: none
  std::string src;       // "" or the key text (or "<h>:<n>") of its source
  std::int64_t gen = 1;  // with src
};
struct ClaimBody {
  ActId id;
  std::string book;  // h of the rules.publish it was made under
  std::vector<ClaimLine> lines;
};

// pts.decide: lines[{ref, step, ok, pts}].
enum class DecisionStep { pre, panel, committee };
struct DecisionLine {
  int line = 0;
  std::string claim;  // claim key
  DecisionStep step{};
  bool is_approved = false;
  Points points;
};

// pts.post: notice?, rows[{of, rows[[n, hh, pts, gen, key]]}]; lines counted over all nested rows.
struct PostLine {
  int line = 0;
  std::string claim;  // claim key: `key`, or "<of>:<n>" where key is ""
  HouseholdId household;
  Points points;
  std::int64_t gen = 1;
};

// pts.grant: class, period, lines[[hh, pts, gen]].
enum class GrantClass { open, base, gift, other };
struct GrantLine {
  int line = 0;
  HouseholdId household;
  Points points;
  std::int64_t gen = 1;
};
struct GrantBody {
  GrantClass grant_class{};
  std::string period;  // "" for open
  std::vector<GrantLine> lines;
};

// Nothing when the event is inert; what makes it or its lines so goes to `inert`.
std::optional<PublishBody> publish_from(const journal::Event& event,
                                        journal::InertList* inert = nullptr);
std::optional<ClaimBody> claim_from(const journal::Event& event,
                                    journal::InertList* inert = nullptr);
std::vector<DecisionLine> decisions_from(const journal::Event& event,
                                         journal::InertList* inert = nullptr);
std::vector<PostLine> posts_from(const journal::Event& event, journal::InertList* inert = nullptr);
std::optional<GrantBody> grant_from(const journal::Event& event,
                                    journal::InertList* inert = nullptr);

journal::Json json_of(const PublishBody& body);
journal::Json json_of(const ClaimBody& body);
// Posts of lines 0, 1, 2 … of one claim event; `claim` is the key text of a line with src, else "".
journal::Json json_of_posts(std::string_view claim_h, const std::vector<PostLine>& posts);
journal::Json json_of(const GrantBody& body);

// Key texts (journal.md §2.2).
// "<h>:<n>" of a line without src, "pts.claim <src> <code>" with one.
std::string claim_key(std::string_view claim_h, const ClaimLine& line);
std::string post_key(std::string_view claim);
std::string grant_key(GrantClass grant_class, std::string_view period, std::string_view household);

std::string_view text_of(GrantClass grant_class);

}  // namespace jishan::points
