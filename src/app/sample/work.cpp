// The office and the field: opening balances, score sheets, single awards, services.
#include "app/sample/work.h"

#include <array>
#include <string_view>

#include "app/workflows/service_points.h"
#include "points/commands.h"
#include "points/queries.h"
#include "points/rules.h"
#include "volunteers/commands.h"

namespace jishan::app {
namespace {

constexpr std::int64_t model_households = 220;
constexpr std::int64_t volunteers_a_village = 60;
constexpr std::int64_t single_awards_a_year = 1'400;
constexpr std::int64_t service_lines_a_year = 600;
constexpr std::int64_t award_reversals_a_year = 16;
constexpr int tries_max = 8;
// A deduction leaves more than a week of shopping elsewhere could take.
constexpr std::int64_t deduction_reserve_points = 60;

struct SingleRule {
  std::string_view code;
  std::uint64_t weight;
  std::int64_t low = 0;  // of a range, whole points
  std::int64_t high = 0;
  bool is_counted = false;  // per quantity: one unit
  std::string_view note = {};
};
constexpr std::array<SingleRule, 19> single_rules = {{
    {"B03", 22},
    {"B04", 14},
    {"B08", 8, 0, 0, true},
    {"B12", 12, 0, 0, true, "给独居老人送饭"},
    {"C01", 6, 0, 0, false, "群众证实"},
    {"C03", 1, 5, 10, false, "拾到钱包交还"},
    {"C05", 5, 0, 0, false, "帮邻居抢收"},
    {"C09", 8},
    {"C10", 5},
    {"D01", 3, 5, 10, false, "劝和邻里"},
    {"D03", 5},
    {"D07", 4, 0, 0, false, "上报路灯损坏"},
    {"E05", 4},
    {"F05", 2},
    {"X01", 1, 0, 0, false, "门前堆放杂物"},
    {"X05", 2},
    {"X07", 1, -5, -1, false, "占道堆柴"},
    {"X11", 1},
    {"X12", 2, 0, 0, false, "鸡群散养"},
}};

constexpr std::array<volunteers::ServiceKind, 7> service_kinds = {
    volunteers::ServiceKind::elders,   volunteers::ServiceKind::environment,
    volunteers::ServiceKind::safety,   volunteers::ServiceKind::visits,
    volunteers::ServiceKind::children, volunteers::ServiceKind::errands,
    volunteers::ServiceKind::legal};
constexpr std::array<std::string_view, 6> places = {"村委会",   "老年活动室", "谢家湾",
                                                    "村口广场", "河堤",       "小学旁"};

Points whole(std::int64_t points) {
  return Points::whole(points);
}

points::AwardLine line_for(const SampleHousehold& household, std::string_view code) {
  points::AwardLine line;
  line.household = household.id;
  line.code = code;
  return line;
}

}  // namespace

std::int64_t SampleDay::due(std::int64_t a_year) const {
  return due_unscaled(a_year * scale_households) / model_households;
}

std::int64_t SampleDay::due_unscaled(std::int64_t a_year) const {
  return a_year * years * (index + 1) / days;
}

SampleWork::SampleWork(SampleRoom& room, const SamplePeople& people, std::uint64_t seed)
    : m_room(room), m_people(people), m_choice(seed) {}

const SampleHousehold& SampleWork::some_household() {
  return m_people.households[place_below(m_people.households.size())];
}

// ── Office ──────────────────────────────────────────────────────────────────────────────────

void SampleWork::open_books(SampleDesk& office) {
  points::PublishRequest rules;
  rules.name = "积分细则";
  rules.from = office.context().today;
  rules.rules = points::template_rules();
  office.expect(points::plan_publish(office.context(), rules));
  constexpr std::size_t lines_max = 10'000;
  points::OpeningRequest opening;
  opening.note = "从纸质积分册转来";
  for (const SampleHousehold& household : m_people.households) {
    opening.lines.push_back({household.id, whole(60 + static_cast<std::int64_t>(below(120)))});
    const bool is_last = &household == &m_people.households.back();
    if (opening.lines.size() < lines_max && !is_last) continue;
    office.expect(points::plan_opening(office.context(), opening));
    opening.lines.clear();
  }
}

void SampleWork::office_day(SampleDesk& office, const SampleDay& day) {
  constexpr int sheet_day = 20;
  constexpr int meeting_day = 10;
  constexpr std::int64_t sheet_days = 6;
  for (std::int64_t group = 1; group <= m_people.groups; ++group) {
    const int shift = static_cast<int>((group - 1) % sheet_days);
    if (day.date.day() == sheet_day + shift) score_sheet(office, group);
    if (day.date.day() == meeting_day + shift) meeting_sheet(office, group, day);
  }
}

// The monthly paper sheet of one group: three items for each house.
void SampleWork::score_sheet(SampleDesk& office, std::int64_t group) {
  points::AwardRequest sheet;
  sheet.id = ActId::make(m_room.random);
  sheet.note = "月度环境检查";
  for (const SampleHousehold& household : m_people.households) {
    if (household.group != group) continue;
    points::AwardLine sorting = line_for(household, "A08");
    sorting.chosen = whole(1 + static_cast<std::int64_t>(below(3)));
    sheet.lines.push_back(std::move(sorting));
    if (below(10) < 6) sheet.lines.push_back(line_for(household, "A07"));
    if (below(10) < 5) sheet.lines.push_back(line_for(household, "A06"));
  }
  if (!sheet.lines.empty()) office.expect(points::plan_award(office.context(), sheet));
}

// Who came to the group's meeting; every third month to the villagers' assembly as well.
void SampleWork::meeting_sheet(SampleDesk& office, std::int64_t group, const SampleDay& day) {
  points::AwardRequest sheet;
  sheet.id = ActId::make(m_room.random);
  sheet.note = "会议签到";
  const bool is_assembly = day.date.month() % 3 == 0;
  for (const SampleHousehold& household : m_people.households) {
    if (household.group != group) continue;
    if (below(100) < 45) {
      sheet.lines.push_back(line_for(household, "E01"));
      sheet.lines.back().resident = household.adults[place_below(household.adults.size())];
    }
    if (is_assembly && below(100) < 60) {
      sheet.lines.push_back(line_for(household, "E02"));
      sheet.lines.back().resident = household.adults.front();
    }
  }
  if (!sheet.lines.empty()) office.expect(points::plan_award(office.context(), sheet));
}

// ── Field ───────────────────────────────────────────────────────────────────────────────────

void SampleWork::gather_volunteers(SampleDesk& field) {
  const std::int64_t wanted =
      std::max<std::int64_t>(1, static_cast<std::int64_t>(m_people.households.size()) *
                                    volunteers_a_village / model_households);
  std::array<TeamId, 2> teams;
  constexpr std::array<std::string_view, 2> names = {"蒲公英志愿队", "零距离志愿队"};
  for (std::size_t team = 0; team < teams.size(); ++team) {
    teams[team] = TeamId::make(m_room.random);
    field.expect(volunteers::plan_team(field.context(), {teams[team], std::string(names[team])}));
  }
  // Evenly spread over the village, one from a household.
  const std::size_t stride = m_people.households.size() / static_cast<std::size_t>(wanted);
  std::array<std::vector<ResidentId>, 2> members;
  for (std::int64_t number = 0; number < wanted; ++number) {
    const std::size_t place = static_cast<std::size_t>(number) * stride;
    const SampleHousehold& household = m_people.households[place];
    volunteers::VolunteerRequest request;
    request.resident = household.adults[place_below(household.adults.size())];
    request.number = "Y" + std::to_string(1000 + number);
    field.expect(volunteers::plan_volunteer(field.context(), request));
    m_volunteers.push_back(request.resident);
    members[static_cast<std::size_t>(number) % 2].push_back(request.resident);
  }
  for (std::size_t team = 0; team < teams.size(); ++team) {
    const std::vector<ResidentId>& all = members[team];
    for (std::size_t first = 0; first < all.size(); first += volunteers::service_lines_max) {
      const std::size_t last = std::min(all.size(), first + volunteers::service_lines_max);
      volunteers::MemberRequest request;
      request.team = teams[team];
      request.residents.assign(all.begin() + static_cast<std::ptrdiff_t>(first),
                               all.begin() + static_cast<std::ptrdiff_t>(last));
      field.expect(volunteers::plan_member(field.context(), request));
    }
    if (all.empty()) continue;
    field.expect(
        volunteers::plan_member(field.context(), {teams[team], {all.front()}, true, true}));
  }
}

void SampleWork::field_day(SampleDesk& field, const SampleDay& day) {
  while (m_awards < day.due(single_awards_a_year)) {
    // A day on which nobody may be given more is not made up for.
    award_one(field);
    ++m_awards;
  }
  while (m_award_reversals < day.due_unscaled(award_reversals_a_year)) award_and_reverse(field);
  const std::int64_t lines_due = day.due(service_lines_a_year);
  if (day.index % 2 != 0 || day.index + 1 == day.days) {
    while (m_services < lines_due) record_service(field, lines_due - m_services);
  }
}

bool SampleWork::award_one(SampleDesk& field) {
  std::uint64_t weights = 0;
  for (const SingleRule& rule : single_rules) weights += rule.weight;
  for (int attempt = 0; attempt < tries_max; ++attempt) {
    const SampleHousehold& household = some_household();
    std::uint64_t place = below(weights);
    std::size_t chosen = 0;
    while (place >= single_rules[chosen].weight) place -= single_rules[chosen++].weight;
    const SingleRule& rule = single_rules[chosen];
    if (rule.code.front() == 'X' && points::account_of(field.database(), household.id).spendable <
                                        whole(deduction_reserve_points)) {
      continue;
    }
    points::AwardRequest request;
    request.id = ActId::make(m_room.random);
    request.note = rule.note;
    points::AwardLine line = line_for(household, rule.code);
    line.resident = household.adults[place_below(household.adults.size())];
    if (rule.is_counted) line.quantity = 100;
    if (rule.low != rule.high) {
      const auto span = static_cast<std::uint64_t>(rule.high - rule.low + 1);
      line.chosen = whole(rule.low + static_cast<std::int64_t>(below(span)));
    }
    request.lines.push_back(std::move(line));
    const points::AwardPlan plan = points::plan_award(field.context(), request);
    if (plan.status != points::AwardStatus::accepted) continue;
    const std::vector<journal::Event> events = field.write(plan.drafts);
    m_last_post = events.back().h.hex() + ":0";
    return true;
  }
  return false;
}

// Noticed at once and taken back at the same desk, so that nobody has spent it meanwhile.
void SampleWork::award_and_reverse(SampleDesk& field) {
  ++m_award_reversals;
  if (!award_one(field)) return;
  points::ReverseEntryRequest reversal;
  reversal.ref = m_last_post;
  reversal.note = "记错了户";
  field.expect(points::plan_reverse_entry(field.context(), reversal));
}

void SampleWork::record_service(SampleDesk& field, std::int64_t people_max) {
  ServicePointsRequest request;
  request.code = "B02";
  request.service.act = ActId::make(m_room.random);
  request.service.kind = service_kinds[place_below(service_kinds.size())];
  request.service.place = places[place_below(places.size())];
  request.service.start = static_cast<std::int64_t>(8 + below(9)) * 60;
  const std::int64_t minutes = 30 * static_cast<std::int64_t>(1 + below(8));
  const std::int64_t wanted =
      std::min<std::int64_t>({people_max, 1 + static_cast<std::int64_t>(below(4)),
                              static_cast<std::int64_t>(m_volunteers.size())});
  const std::size_t first = place_below(m_volunteers.size());
  for (std::int64_t number = 0; number < wanted; ++number) {
    const std::size_t place = (first + static_cast<std::size_t>(number)) % m_volunteers.size();
    const auto served = static_cast<std::int64_t>(1 + below(6));
    request.service.people.push_back({m_volunteers[place], minutes, served});
  }
  field.expect(plan_service_points(field.context(), request));
  m_services += wanted;
}

}  // namespace jishan::app
