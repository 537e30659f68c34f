#include "support/tally.h"

#include <set>
#include <tuple>

#include "ledger/events.h"
#include "ledger/ledger.h"
#include "points/events.h"
#include "shop/events.h"
#include "volunteers/events.h"

namespace jishan::support {
namespace {

struct Line {
  std::string key;  // "" for a FACT line
  std::int64_t gen = 1;
  const journal::Event* event = nullptr;
  int number = 0;
  std::vector<ledger::Transfer> transfers;

  [[nodiscard]] std::tuple<std::int64_t, journal::Hash, int> place() const {
    return {event->lamport, event->h, number};
  }
  [[nodiscard]] std::string ref() const { return event->h.hex() + ":" + std::to_string(number); }
};

std::vector<ledger::Transfer> issue(std::string_view unit, const std::string& household, Points points) {
  const std::int64_t amount = points.hundredths();
  const std::string issued(ledger::issued);
  if (amount == 0) return {};
  if (amount > 0) return {{std::string(unit), issued, household, amount}};
  return {{std::string(unit), household, issued, -amount}};
}

void add_redemption(std::vector<Line>& lines, const journal::Event& event) {
  const auto body = shop::redeem_from(event.body);
  if (!body) return;
  for (const shop::RedeemLine& line : body->lines) {
    Line one{"", 1, &event, line.line, {}};
    const std::string household = body->household.str();
    const std::string redeemed(ledger::redeemed);
    if (!line.points.is_zero()) {
      one.transfers.push_back({std::string(ledger::points_unit), household, redeemed, line.points.hundredths()});
    }
    if (!line.gift.is_zero()) {
      one.transfers.push_back({std::string(ledger::gift_unit), household, redeemed, line.gift.hundredths()});
    }
    one.transfers.push_back({line.goods.str(), body->outlet.str(), std::string(ledger::given), line.quantity});
    lines.push_back(std::move(one));
  }
}

void add_lines(std::vector<Line>& lines, const journal::Event& event) {
  if (event.version != 1) return;
  if (event.kind == "pts.claim") {
    const auto body = points::claim_from(event);
    for (const auto& line : body ? body->lines : std::vector<points::ClaimLine>()) {
      const std::string key = line.src.empty() ? "" : points::claim_key(event.h.hex(), line);
      lines.push_back({key, line.gen, &event, line.line, {}});
    }
  } else if (event.kind == "pts.post") {
    for (const points::PostLine& line : points::posts_from(event)) {
      lines.push_back({points::post_key(line.claim), line.gen, &event, line.line,
                       issue(ledger::points_unit, line.household.str(), line.points)});
    }
  } else if (event.kind == "pts.grant") {
    const auto body = points::grant_from(event);
    for (const auto& line : body ? body->lines : std::vector<points::GrantLine>()) {
      const auto unit = body->grant_class == points::GrantClass::gift ? ledger::gift_unit : ledger::points_unit;
      lines.push_back({points::grant_key(body->grant_class, body->period, line.household.text()), line.gen,
                       &event, line.line, issue(unit, line.household.str(), line.points)});
    }
  } else if (event.kind == "stock.in") {
    const auto body = shop::stock_in_from(event.body);
    for (const auto& line : body ? body->lines : std::vector<shop::StockInLine>()) {
      lines.push_back({"", 1, &event, line.line,
                       {{line.goods.str(), std::string(ledger::supplier), body->outlet.str(), line.quantity}}});
    }
  } else if (event.kind == "shop.redeem") {
    add_redemption(lines, event);
  } else if (event.kind == "vol.service") {
    const auto body = volunteers::service_from(event.body);
    for (const auto& line : body ? body->lines : std::vector<volunteers::ServiceLine>()) {
      const std::string key =
          line.shift.is_empty() ? "" : "vol.service " + line.shift.str() + " " + line.resident.str();
      lines.push_back({key, line.gen, &event, line.line, {}});
    }
  }
}

struct Kills {
  std::set<std::pair<std::string, std::int64_t>> generations;
  std::set<std::string> facts;  // "<h>:<n>"
};

Kills kills_of(const std::vector<journal::Event>& events, const std::vector<Line>& lines) {
  Kills kills;
  for (const journal::Event& event : events) {
    if (event.kind != ledger::kind_reverse || event.version != 1) continue;
    const auto reversal = ledger::reverse_from(event);
    if (!reversal) continue;
    if (!ledger::ref_from_text(reversal->of)) {
      kills.generations.emplace(reversal->of, reversal->gen);
      continue;
    }
    for (const Line& line : lines) {
      if (reversal->of != line.ref() && reversal->of != line.event->h.hex()) continue;
      if (line.key.empty()) {
        kills.facts.insert(line.ref());
      } else {
        kills.generations.emplace(line.key, line.gen);
      }
    }
  }
  return kills;
}

}  // namespace

Tally tally_of(const std::vector<journal::Event>& events) {
  std::vector<Line> lines;
  for (const journal::Event& event : events) add_lines(lines, event);
  const Kills kills = kills_of(events, lines);
  std::map<std::string, const Line*> first;  // of the generation in force, by key
  const auto in_force = [&](const std::string& key) {
    std::int64_t gen = 1;
    while (kills.generations.contains({key, gen})) ++gen;
    return gen;
  };
  for (const Line& line : lines) {
    if (line.key.empty() || line.gen != in_force(line.key)) continue;
    const Line*& counted = first[line.key];
    if (counted == nullptr || line.place() < counted->place()) counted = &line;
  }
  Tally tally;
  for (const auto& [key, line] : first) tally.counted[key] = {line->gen, line->ref()};
  for (const Line& line : lines) {
    const bool counts = line.key.empty() ? !kills.facts.contains(line.ref())
                                         : first.contains(line.key) && first.at(line.key) == &line;
    if (!counts) continue;
    for (const ledger::Transfer& transfer : line.transfers) {
      tally.balances[{transfer.from, transfer.unit}] -= transfer.amount;
      tally.balances[{transfer.to, transfer.unit}] += transfer.amount;
      if (transfer.to == ledger::given) tally.given[transfer.unit] += transfer.amount;
    }
  }
  return tally;
}

}  // namespace jishan::support
