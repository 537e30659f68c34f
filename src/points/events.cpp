#include "points/events.h"

#include <array>
#include <utility>

#include "base/date.h"
#include "journal/field_reader.h"
#include "ledger/events.h"
#include "points/rule_codec.h"

namespace jishan::points {
namespace {

using journal::FieldReader;
using journal::InertList;
using journal::Json;

constexpr std::int64_t quantity_max = 10'000'000;
constexpr std::int64_t line_number_max = 99'999;

bool is_date(std::string_view text) {
  return Date::from_iso(text).has_value();
}

bool is_hash(std::string_view text) {
  return journal::Hash::from_hex(text).has_value();
}

Points amount_at(FieldReader& read, std::string_view name) {
  return Points::hundredths(read.integer(name, -line_hundredths_max, line_hundredths_max));
}

std::optional<ClaimLine> claim_line_from(const Json& json, int number, InertList* inert) {
  FieldReader read(json, number, inert);
  ClaimLine line;
  line.line = number;
  line.household = read.id<HouseholdId>("hh");
  line.code = read.text("code", is_rule_code);
  line.quantity = read.integer("qty", 1, quantity_max);
  line.points = amount_at(read, "pts");
  line.date = read.text("d", is_date);
  line.gen = ledger::gen_of(read);
  if (read.has("res")) line.resident = read.id<ResidentId>("res");
  if (read.has("wit")) line.witness = read.id<ResidentId>("wit");
  if (read.has("src")) line.src = read.text("src", journal::is_not_empty);
  return read.is_good() ? std::optional(std::move(line)) : std::nullopt;
}

Json json_of(const ClaimLine& line) {
  Json json;
  json.set("hh", line.household.str());
  json.set("code", line.code);
  json.set("qty", line.quantity);
  json.set("pts", line.points.hundredths());
  json.set("d", line.date);
  if (!line.resident.is_empty()) json.set("res", line.resident.str());
  if (!line.witness.is_empty()) json.set("wit", line.witness.str());
  if (!line.src.empty()) {
    json.set("src", line.src);
    json.set("gen", line.gen);
  }
  return json;
}

std::string_view text_of(DecisionStep step) {
  switch (step) {
    case DecisionStep::pre:
      return "pre";
    case DecisionStep::panel:
      return "panel";
    case DecisionStep::committee:
      return "committee";
  }
  return "";
}

constexpr std::array steps = {DecisionStep::pre, DecisionStep::panel, DecisionStep::committee};

std::optional<DecisionLine> decision_line_from(const Json& json, int number, InertList* inert) {
  FieldReader read(json, number, inert);
  DecisionLine line;
  line.line = number;
  line.claim = read.text("ref", journal::is_not_empty);
  line.step = read.one_of("step", steps, [](DecisionStep one) { return text_of(one); });
  line.is_approved = read.flag("ok");
  line.points = amount_at(read, "pts");
  return read.is_good() ? std::optional(std::move(line)) : std::nullopt;
}

constexpr std::array<std::string_view, 5> post_names = {"n", "hh", "pts", "gen", "key"};

// A row of the claim event `of`; the row of an event that is none is inert, whatever it says.
std::optional<PostLine> post_line_from(const Json& json, std::string_view of, int number,
                                       InertList* inert) {
  FieldReader read(json, post_names, number, inert);
  const std::int64_t n = read.integer("n", 0, line_number_max);
  PostLine line;
  line.line = number;
  line.household = read.id<HouseholdId>("hh");
  line.points = amount_at(read, "pts");
  line.gen = read.integer("gen", 1, ledger::gen_max);
  const std::string_view key = read.text("key");
  if (!is_hash(of)) read.reject("of");
  if (!read.is_good()) return std::nullopt;
  line.claim = key.empty() ? std::string(of) + ":" + std::to_string(n) : std::string(key);
  return line;
}

constexpr std::array grant_classes = {GrantClass::open, GrantClass::base, GrantClass::gift,
                                      GrantClass::other};
constexpr std::array<std::string_view, 3> grant_names = {"hh", "pts", "gen"};

// Base and gift points are given, never taken.
std::optional<GrantLine> grant_line_from(const Json& json, GrantClass grant_class, int number,
                                         InertList* inert) {
  const bool is_given = grant_class == GrantClass::base || grant_class == GrantClass::gift;
  FieldReader read(json, grant_names, number, inert);
  GrantLine line;
  line.line = number;
  line.household = read.id<HouseholdId>("hh");
  line.points = Points::hundredths(
      read.integer("pts", is_given ? 0 : -line_hundredths_max, line_hundredths_max));
  line.gen = read.integer("gen", 1, ledger::gen_max);
  return read.is_good() ? std::optional(line) : std::nullopt;
}

}  // namespace

std::optional<PublishBody> publish_from(const journal::Event& event, InertList* inert) {
  FieldReader read(event.body, journal::whole_event, inert);
  PublishBody body;
  body.name = read.text("name");
  body.from = read.text("from", is_date);
  body.prev = read.text("prev");
  const Json::Array& rules = read.list("rules");
  if (!read.is_good()) return std::nullopt;
  body.rules = journal::good_lines<Rule>(rules, inert, rule_from_json);
  return body;
}

std::optional<ClaimBody> claim_from(const journal::Event& event, InertList* inert) {
  FieldReader read(event.body, journal::whole_event, inert);
  ClaimBody body;
  body.id = read.id<ActId>("id");
  body.book = read.text("book", is_hash);
  const Json::Array& lines = read.list("lines");
  if (!read.is_good()) return std::nullopt;
  body.lines = journal::good_lines<ClaimLine>(lines, inert, claim_line_from);
  return body;
}

std::vector<DecisionLine> decisions_from(const journal::Event& event, InertList* inert) {
  const Json::Array& lines = FieldReader(event.body, journal::whole_event, inert).list("lines");
  return journal::good_lines<DecisionLine>(lines, inert, decision_line_from);
}

std::vector<PostLine> posts_from(const journal::Event& event, InertList* inert) {
  std::vector<PostLine> posts;
  int number = 0;
  for (const Json& group : FieldReader(event.body, journal::whole_event, inert).list("rows")) {
    const std::string_view of = group.string_at("of").value_or("");
    const Json::Array* rows = group.array_at("rows");
    if (rows == nullptr) continue;  // a group without lines
    for (const Json& json : *rows) {
      std::optional<PostLine> line = post_line_from(json, of, number++, inert);
      if (line) posts.push_back(std::move(*line));
    }
  }
  return posts;
}

std::optional<GrantBody> grant_from(const journal::Event& event, InertList* inert) {
  FieldReader read(event.body, journal::whole_event, inert);
  GrantBody body;
  body.grant_class = read.one_of("class", grant_classes,
                                 [](GrantClass one) { return text_of(one); });
  const bool is_class_good = read.is_good();
  body.period = read.text("period");
  const Json::Array& lines = read.list("lines");
  const bool is_period_right = body.grant_class == GrantClass::open
                                   ? body.period.empty()
                                   : period_from_text(body.period).has_value();
  if (is_class_good && event.body.string_at("period") && !is_period_right) read.reject("period");
  if (!read.is_good()) return std::nullopt;
  body.lines = journal::good_lines<GrantLine>(
      lines, inert, [&](const Json& json, int number, InertList* notes) {
        return grant_line_from(json, body.grant_class, number, notes);
      });
  return body;
}

journal::Json json_of(const PublishBody& body) {
  Json json;
  json.set("name", body.name);
  json.set("from", body.from);
  json.set("prev", body.prev);
  Json::Array rules;
  for (const Rule& rule : body.rules) rules.push_back(json_of(rule));
  json.set("rules", std::move(rules));
  return json;
}

journal::Json json_of(const ClaimBody& body) {
  Json json;
  json.set("id", body.id.str());
  json.set("book", body.book);
  Json::Array lines;
  for (const ClaimLine& line : body.lines) lines.push_back(json_of(line));
  json.set("lines", std::move(lines));
  return json;
}

journal::Json json_of_posts(std::string_view claim_h, const std::vector<PostLine>& posts) {
  Json::Array rows;
  int n = 0;
  for (const PostLine& post : posts) {
    const bool is_plain = post.claim.empty();
    rows.push_back(Json::Array{n++, post.household.str(), post.points.hundredths(), post.gen,
                               is_plain ? std::string() : post.claim});
  }
  Json group;
  group.set("of", claim_h);
  group.set("rows", std::move(rows));
  Json json;
  json.set("rows", Json::Array{std::move(group)});
  return json;
}

journal::Json json_of(const GrantBody& body) {
  Json json;
  json.set("class", text_of(body.grant_class));
  json.set("period", body.period);
  Json::Array lines;
  for (const GrantLine& line : body.lines) {
    lines.push_back(Json::Array{line.household.str(), line.points.hundredths(), line.gen});
  }
  json.set("lines", std::move(lines));
  return json;
}

std::string claim_key(std::string_view claim_h, const ClaimLine& line) {
  if (line.src.empty()) return std::string(claim_h) + ":" + std::to_string(line.line);
  return "pts.claim " + line.src + " " + line.code;
}

std::string post_key(std::string_view claim) {
  return "pts.post " + std::string(claim);
}

std::string grant_key(GrantClass grant_class, std::string_view period, std::string_view household) {
  return "pts.grant " + std::string(text_of(grant_class)) + " " + std::string(period) + " " +
         std::string(household);
}

std::string_view text_of(GrantClass grant_class) {
  switch (grant_class) {
    case GrantClass::open:
      return "open";
    case GrantClass::base:
      return "base";
    case GrantClass::gift:
      return "gift";
    case GrantClass::other:
      return "other";
  }
  return "";
}

}  // namespace jishan::points
