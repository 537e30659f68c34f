#include "support/acts.h"

#include "base/ids.h"
#include "base/sha256.h"
#include "support/laptop.h"

namespace jishan::support {
namespace {

using journal::Draft;
using journal::Json;

template <class Id>
std::vector<std::string> ids(std::size_t count, SeededRandom& random) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < count; ++i) texts.push_back(Id::make(random).str());
  return texts;
}

Draft draft(std::string kind, Json body, std::string date) {
  Draft made;
  made.kind = std::move(kind);
  made.body = std::move(body);
  made.date = std::move(date);
  return made;
}

Json one_row(Json row) {
  return Json(Json::Object{{"rows", Json(Json::Array{std::move(row)})}});
}

Json one_line(Json line) {
  return Json(Json::Object{{"lines", Json(Json::Array{std::move(line)})}});
}

Json personal(std::string_view list, std::string_view field, std::int64_t number) {
  const std::string text = std::string(canary) + std::to_string(number);
  const Json part(Json::Object{{std::string(field), Json(text)}});
  return list.empty() ? part : Json(Json::Object{{std::string(list), Json(Json::Array{part})}});
}

}  // namespace

World::World(std::uint64_t seed) {
  SeededRandom random(seed ^ 0x5EED'0F'1D5ULL);
  households = ids<HouseholdId>(4, random);
  residents = ids<ResidentId>(5, random);
  cells = ids<CellId>(2, random);
  goods = ids<GoodsId>(2, random);
  outlets = ids<OutletId>(2, random);
  teams = ids<TeamId>(2, random);
  shifts = ids<ShiftId>(2, random);
  operators = ids<OperatorId>(2, random);
}

std::string Acts::one_of(const std::vector<std::string>& texts) {
  return texts[m_random.below(texts.size())];
}

std::string Acts::act_id() {
  return ActId::make(m_random).str();
}

std::string Acts::date() {
  return "2026-0" + std::to_string(1 + m_random.below(3)) + "-1" + std::to_string(m_random.below(9));
}

// Mostly sensible; sometimes of a wrong sign or beyond the limit, which makes the line inert.
Json Acts::amount(std::int64_t most) {
  if (one_in(40)) return Json(std::int64_t{1'000'000'001});
  if (one_in(60)) return Json("3");
  return Json(static_cast<std::int64_t>(1 + m_random.below(static_cast<std::uint64_t>(most))));
}

Json Acts::generation() {
  if (one_in(8)) return Json(static_cast<std::int64_t>(1 + m_random.below(5)));
  return Json(static_cast<std::int64_t>(1 + m_random.below(2)));
}

// The hash of some known event of the kind ("" for any), or of none at all.
std::string Acts::any_event(const Known& known, std::string_view kind) {
  if (one_in(30)) return journal::Hash{sha256(act_id())}.hex();
  std::vector<const journal::Event*> fitting;
  for (const journal::Event& event : known) {
    if (kind.empty() || event.kind == kind) fitting.push_back(&event);
  }
  if (fitting.empty()) return journal::Hash{sha256(kind)}.hex();
  // Often the newest, because people correct what they just did.
  if (one_in(2)) return fitting.back()->h.hex();
  return fitting[m_random.below(fitting.size())]->h.hex();
}

Draft Acts::any(const Known& known) {
  switch (m_random.below(16)) {
    case 0:
    case 1:
    case 2:
      return roster_act();
    case 3:
      return village_act(known);
    case 4:
    case 5:
    case 6:
    case 7:
      return points_act(known);
    case 8:
    case 9:
      return ledger_act(known);
    case 10:
    case 11:
    case 12:
      return shop_act();
    case 13:
    case 14:
      return volunteer_act();
    default:
      return strange_act(known);
  }
}

Draft Acts::roster_act() {
  const std::string household = one_of(m_world.households);
  const std::string resident = one_of(m_world.residents);
  const auto number = static_cast<std::int64_t>(m_random.below(100));
  Draft made;
  switch (m_random.below(4)) {
    case 0: {
      Json fields(Json::Object{{"no", Json("00" + std::to_string(m_random.below(4)))}});
      if (one_in(2)) fields.set("grp", Json(static_cast<std::int64_t>(m_random.below(101))));
      if (one_in(2)) fields.set("head", Json(resident));
      if (one_in(4)) fields.set("state", Json(one_in(2) ? "moved" : ""));
      made = draft("hh.set", one_row(Json(Json::Object{{"id", Json(household)}, {"f", fields}})), date());
      if (one_in(2)) made.personal = personal("rows", "addr", number);
      return made;
    }
    case 1: {
      Json fields(Json::Object{{"hh", Json(household)}});
      if (one_in(2)) fields.set("rel", Json(one_in(2) ? "02" : "30"));
      made = draft("res.set", one_row(Json(Json::Object{{"id", Json(resident)}, {"f", fields}})), date());
      made.personal = personal("rows", "name", number);
      return made;
    }
    case 2:
      return draft("cell.set",
                   one_row(Json(Json::Object{
                       {"id", Json(one_of(m_world.cells))},
                       {"f", Json(Json::Object{{"level", Json("group")}, {"no", Json(number + 1)}})}})),
                   date());
    default: {
      const bool is_household = one_in(2);
      const auto& among = is_household ? m_world.households : m_world.residents;
      return draft("alias.set",
                   Json(Json::Object{{"rows", Json(Json::Array{Json(Json::Object{
                                                  {"t", Json(is_household ? "h" : "r")},
                                                  {"a", Json(one_of(among))},
                                                  {"b", Json(one_of(among))},
                                                  {"f", Json(Json::Object{{"on", Json(one_in(3) ? 0 : 1)}})}})})}}),
                   date());
    }
  }
}

Draft Acts::village_act(const Known& known) {
  switch (m_random.below(4)) {
    case 0:
      return draft("village.set",
                   one_row(Json(Json::Object{{"f", Json(Json::Object{{"step", amount(100)},
                                                                     {"name", Json("柳荫村")}})}})),
                   date());
    case 1: {
      Draft made = draft("op.set",
                         one_row(Json(Json::Object{{"id", Json(one_of(m_world.operators))},
                                                   {"f", Json(Json::Object{{"on", Json(1)}})}})),
                         date());
      made.personal = personal("rows", "name", 1);
      return made;
    }
    case 2:
      return draft("sys.writer",
                   Json(Json::Object{{"app", Json("1")}, {"name", Json("村委会电脑")}}), date());
    default: {
      // A decision on whatever may be open: it closes only what has this basis.
      const std::string basis = any_event(known, "");
      return draft("sys.settle",
                   Json(Json::Object{{"todo", Json("overdraft:" + one_of(m_world.households))},
                                     {"basis", Json(basis)},
                                     {"floor", Json(-static_cast<std::int64_t>(m_random.below(5000)))}}),
                   date());
    }
  }
}

Json Acts::claim_body(const Known& known) {
  Json lines{Json::Array()};
  const std::uint64_t count = 1 + m_random.below(3);
  for (std::uint64_t i = 0; i < count; ++i) {
    Json line(Json::Object{{"hh", Json(one_of(m_world.households))},
                           {"code", Json(one_in(2) ? "A1" : "B2")},
                           {"qty", Json(100)},
                           {"pts", amount(2000)},
                           {"d", Json(date())}});
    if (one_in(2)) line.set("res", Json(one_of(m_world.residents)));
    if (one_in(3)) {
      line.set("src", Json(one_in(2) ? "vol.service " + one_of(m_world.shifts) + " " + one_of(m_world.residents)
                                     : any_event(known, "vol.service") + ":0"));
      line.set("gen", generation());
    }
    lines.push_back(std::move(line));
  }
  return Json(Json::Object{{"id", Json(act_id())},
                           {"book", Json(any_event(known, "rules.publish"))},
                           {"lines", std::move(lines)}});
}

Json Acts::post_body(const Known& known) {
  Json rows{Json::Array()};
  const std::string of = any_event(known, "pts.claim");
  const std::uint64_t count = 1 + m_random.below(3);
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::string key = one_in(4) ? "pts.claim vol.service " + one_of(m_world.shifts) + " " +
                                            one_of(m_world.residents) + " A1"
                                      : "";
    const bool is_deduction = one_in(5);
    Json points = amount(2000);
    if (is_deduction && points.integer() != nullptr) points = Json(-*points.integer());
    rows.push_back(Json(Json::Array{Json(static_cast<std::int64_t>(i)), Json(one_of(m_world.households)),
                                    std::move(points), generation(), Json(key)}));
  }
  return Json(Json::Object{
      {"rows", Json(Json::Array{Json(Json::Object{{"of", Json(of)}, {"rows", std::move(rows)}})})}});
}

Draft Acts::points_act(const Known& known) {
  switch (m_random.below(6)) {
    case 0:
      return draft("rules.publish",
                   json(R"({"name":"细则","from":"2026-01-01","prev":"","rules":[{"code":"A1","class":"A",)"
                        R"("type":"fixed","pts":300,"text":"打扫"}]})"),
                   date());
    case 1: {
      Draft made = draft("pts.claim", claim_body(known), date());
      if (one_in(2)) made.personal = personal("", "note", 3);
      return made;
    }
    case 2: {
      const std::string ref = any_event(known, "pts.claim") + ":0";
      return draft("pts.decide",
                   one_line(Json(Json::Object{{"ref", Json(ref)},
                                              {"step", Json(one_in(2) ? "pre" : "panel")},
                                              {"ok", Json(one_in(3) ? 0 : 1)},
                                              {"pts", amount(2000)}})),
                   date());
    }
    case 3: {
      const bool is_opening = one_in(2);
      const std::string grant_class = is_opening ? "open" : one_in(4) ? "gift" : "base";
      return draft("pts.grant",
                   Json(Json::Object{{"class", Json(grant_class)},
                                     {"period", Json(is_opening ? "" : one_in(2) ? "2026" : "2026-H1")},
                                     {"lines", Json(Json::Array{Json(Json::Array{
                                                   Json(one_of(m_world.households)), amount(5000),
                                                   generation()})})}}),
                   date());
    }
    default:
      return draft("pts.post", post_body(known), date());
  }
}

// The text of a ONCE key that something may have.
std::string Acts::key_text(const Known& known) {
  switch (m_random.below(4)) {
    case 0:
      return "pts.grant open  " + one_of(m_world.households);
    case 1:
      return "pts.grant base 2026 " + one_of(m_world.households);
    case 2:
      return "vol.service " + one_of(m_world.shifts) + " " + one_of(m_world.residents);
    default:
      return "pts.post " + any_event(known, "pts.claim") + ":0";
  }
}

Draft Acts::ledger_act(const Known& known) {
  std::string of;
  switch (m_random.below(3)) {
    case 0:
      of = any_event(known, one_in(2) ? "shop.redeem" : "");
      break;
    case 1:
      of = any_event(known, one_in(2) ? "pts.post" : "pts.grant") + ":" +
           std::to_string(m_random.below(3));
      break;
    default:
      of = key_text(known);
  }
  Draft made = draft("ledger.reverse",
                     Json(Json::Object{{"of", Json(of)},
                                       {"gen", generation()},
                                       {"back", Json(one_in(2) ? 1 : 0)},
                                       {"why", Json("typo")}}),
                     date());
  if (one_in(4)) made.personal = personal("", "note", 4);
  return made;
}

Draft Acts::shop_act() {
  const std::string goods = one_of(m_world.goods);
  switch (m_random.below(4)) {
    case 0:
      return draft(one_in(3) ? "outlet.set" : "goods.set",
                   one_row(Json(Json::Object{{"id", Json(one_in(3) ? one_of(m_world.outlets) : goods)},
                                             {"f", Json(Json::Object{{"name", Json("大米")},
                                                                     {"on", Json(1)}})}})),
                   date());
    case 1:
      return draft("stock.in",
                   Json(Json::Object{{"id", Json(act_id())},
                                     {"outlet", Json(one_of(m_world.outlets))},
                                     {"source", Json("bought")},
                                     {"lines", Json(Json::Array{Json(Json::Object{
                                                   {"g", Json(goods)}, {"q", amount(50)},
                                                   {"cost_fen", Json(1200)}, {"best", Json("")}})})}}),
                   date());
    default: {
      Draft made = draft(
          "shop.redeem",
          Json(Json::Object{{"id", Json(act_id())},
                            {"hh", Json(one_of(m_world.households))},
                            {"outlet", Json(one_of(m_world.outlets))},
                            {"slip", Json("1")},
                            {"seen", Json(0)},
                            {"lines", Json(Json::Array{Json(Json::Object{{"g", Json(goods)},
                                                                         {"q", amount(5)},
                                                                         {"pts", amount(1500)},
                                                                         {"gift", Json(0)}})})}}),
          date());
      if (one_in(3)) made.personal = personal("", "proxy", 5);
      return made;
    }
  }
}

Json Acts::service_line() {
  Json line(Json::Object{{"res", Json(one_of(m_world.residents))},
                         {"d", Json(date())},
                         {"start", Json(540)},
                         {"min", amount(600)},
                         {"night_min", Json(0)},
                         {"kind", Json("elders")},
                         {"served", Json(3)},
                         {"via", Json("paper")},
                         {"by", Json(one_of(m_world.operators))},
                         {"gen", generation()}});
  if (one_in(2)) line.set("shift", Json(one_of(m_world.shifts)));
  return line;
}

Draft Acts::volunteer_act() {
  switch (m_random.below(4)) {
    case 0:
      return draft("vol.set",
                   one_row(Json(Json::Object{{"res", Json(one_of(m_world.residents))},
                                             {"f", Json(Json::Object{{"on", Json(1)}})}})),
                   date());
    case 1:
      return draft("team.set",
                   one_row(Json(Json::Object{{"id", Json(one_of(m_world.teams))},
                                             {"f", Json(Json::Object{{"name", Json("蒲公英")}})}})),
                   date());
    case 2:
      return draft("member.set",
                   one_row(Json(Json::Object{{"team", Json(one_of(m_world.teams))},
                                             {"res", Json(one_of(m_world.residents))},
                                             {"f", Json(Json::Object{{"on", Json(one_in(3) ? 0 : 1)}})}})),
                   date());
    default: {
      Draft made = draft("vol.service",
                         Json(Json::Object{{"id", Json(act_id())},
                                           {"lines", Json(Json::Array{service_line(), service_line()})}}),
                         date());
      if (one_in(3)) made.personal = personal("", "place", 6);
      return made;
    }
  }
}

}  // namespace jishan::support
