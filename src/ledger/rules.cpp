#include "ledger/rules.h"

#include <algorithm>

namespace jishan::ledger {

void keep_first(std::optional<Reversal>& kept, const Reversal& other) {
  if (!kept || other.place < kept->place) kept = other;
}

std::int64_t generation_in_force(const KilledGens& killed) {
  std::int64_t gen = 1;
  for (const auto& [killed_gen, reversal] : killed) {
    if (killed_gen != gen) break;
    ++gen;
  }
  return gen;
}

std::vector<Verdict> verdicts_of(std::vector<Twin> twins, const KilledGens& killed) {
  std::sort(twins.begin(), twins.end(), [](const Twin& a, const Twin& b) {
    return a.gen != b.gen ? a.gen < b.gen : a.place < b.place;
  });
  const std::int64_t in_force = generation_in_force(killed);
  std::vector<Verdict> verdicts;
  verdicts.reserve(twins.size());
  std::int64_t previous_gen = 0;
  for (const Twin& twin : twins) {
    Verdict verdict{twin.act, Standing::inert, std::nullopt};
    const bool is_first = twin.gen != previous_gen;
    if (twin.gen <= in_force && !is_first) {
      verdict.standing = Standing::surplus;
    } else if (twin.gen == in_force) {
      verdict.standing = Standing::live;
    } else if (twin.gen < in_force) {
      verdict.standing = Standing::reversed;
      verdict.reversal = killed.at(twin.gen).number;
    }
    verdicts.push_back(verdict);
    previous_gen = twin.gen;
  }
  return verdicts;
}

Verdict verdict_of_fact(std::int64_t act, const std::optional<Reversal>& killer) {
  if (!killer) return {act, Standing::live, std::nullopt};
  return {act, Standing::reversed, killer->number};
}

}  // namespace jishan::ledger
