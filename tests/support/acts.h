// Random drafts of every kind over a small village, so that keys collide: twins of every ONCE
// kind, wild generations, reversals of anything, aliases, broken bodies, kinds of a later version.
#pragma once

#include <string>
#include <vector>

#include "base/random.h"
#include "journal/event.h"

namespace jishan::support {

// The same few ids on every laptop of a history.
struct World {
  explicit World(std::uint64_t seed);
  std::vector<std::string> households;
  std::vector<std::string> residents;
  std::vector<std::string> cells;
  std::vector<std::string> goods;
  std::vector<std::string> outlets;
  std::vector<std::string> teams;
  std::vector<std::string> shifts;
  std::vector<std::string> operators;
};

// Text that must never leave a book by a public way; it stands in personal parts only.
inline constexpr std::string_view canary = "金丝雀";

class Acts {
 public:
  Acts(const World& world, SeededRandom& random) : m_world(world), m_random(random) {}

  // One act of a laptop that knows these events.
  journal::Draft any(const std::vector<journal::Event>& known);

 private:
  using Known = std::vector<journal::Event>;
  journal::Draft roster_act();
  journal::Draft village_act(const Known& known);
  journal::Draft points_act(const Known& known);
  journal::Draft ledger_act(const Known& known);
  journal::Draft shop_act();
  journal::Draft volunteer_act();
  journal::Draft strange_act(const Known& known);

  journal::Json claim_body(const Known& known);
  journal::Json post_body(const Known& known);
  journal::Json service_line();
  std::string key_text(const Known& known);

  std::string one_of(const std::vector<std::string>& texts);
  std::string any_event(const Known& known, std::string_view kind);
  std::string act_id();
  std::string date();
  journal::Json amount(std::int64_t most);
  journal::Json generation();
  bool one_in(std::uint64_t chances) { return m_random.below(chances) == 0; }

  const World& m_world;
  SeededRandom& m_random;
};

}  // namespace jishan::support
