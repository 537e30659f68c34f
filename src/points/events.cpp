#include "points/events.h"

#include "base/date.h"
#include "ledger/events.h"
#include "points/rule_codec.h"

namespace jishan::points {
namespace {

using journal::Json;

constexpr std::int64_t quantity_max = 10'000'000;
constexpr std::int64_t line_number_max = 99'999;

bool is_date(std::string_view text) {
  return Date::from_iso(text).has_value();
}

bool is_hash(std::string_view text) {
  return journal::Hash::from_hex(text).has_value();
}

bool is_amount(std::int64_t value) {
  return value >= -line_hundredths_max && value <= line_hundredths_max;
}

bool is_gen(std::int64_t value) {
  return value >= 1 && value <= ledger::gen_max;
}

// An optional id: absent is the empty one, anything else that is no such id makes the line inert.
template <class Id>
bool read_optional_id(const Json& line, std::string_view key, Id& id) {
  const Json* member = line.find(key);
  if (member == nullptr) return true;
  const std::string* text = member->string();
  const std::optional<Id> read = text != nullptr ? Id::from_text(*text) : std::nullopt;
  if (!read) return false;
  id = *read;
  return true;
}

std::optional<ClaimLine> claim_line_from(const Json& json) {
  const auto household = json.string_at("hh");
  const auto code = json.string_at("code");
  const auto quantity = json.integer_at("qty");
  const auto points = json.integer_at("pts");
  const auto date = json.string_at("d");
  const auto gen = ledger::gen_of(json);
  if (!household || !code || !quantity || !points || !date || !gen) return std::nullopt;
  const auto household_id = HouseholdId::from_text(*household);
  if (!household_id || !is_rule_code(*code) || !is_date(*date) || !is_amount(*points)) {
    return std::nullopt;
  }
  if (*quantity < 1 || *quantity > quantity_max) return std::nullopt;
  ClaimLine line;
  line.household = *household_id;
  line.code = *code;
  line.quantity = *quantity;
  line.points = Points::hundredths(*points);
  line.date = *date;
  line.gen = *gen;
  if (!read_optional_id(json, "res", line.resident)) return std::nullopt;
  if (!read_optional_id(json, "wit", line.witness)) return std::nullopt;
  if (const Json* src = json.find("src")) {
    if (src->string() == nullptr || src->string()->empty()) return std::nullopt;
    line.src = *src->string();
  }
  return line;
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

std::optional<DecisionStep> step_from(std::string_view text) {
  if (text == "pre") return DecisionStep::pre;
  if (text == "panel") return DecisionStep::panel;
  if (text == "committee") return DecisionStep::committee;
  return std::nullopt;
}

std::optional<DecisionLine> decision_line_from(const Json& json) {
  const auto ref = json.string_at("ref");
  const auto step_text = json.string_at("step");
  const auto ok = json.integer_at("ok");
  const auto points = json.integer_at("pts");
  if (!ref || ref->empty() || !step_text || !ok || !points) return std::nullopt;
  const auto step = step_from(*step_text);
  if (!step || (*ok != 0 && *ok != 1) || !is_amount(*points)) return std::nullopt;
  return DecisionLine{0, std::string(*ref), *step, *ok == 1, Points::hundredths(*points)};
}

// [n, hh, pts, gen, key] of the claim event `of`.
std::optional<PostLine> post_line_from(const Json& json, std::string_view of) {
  const Json::Array* row = json.array();
  if (row == nullptr || row->size() < 5) return std::nullopt;
  const std::int64_t* n = (*row)[0].integer();
  const std::string* household = (*row)[1].string();
  const std::int64_t* points = (*row)[2].integer();
  const std::int64_t* gen = (*row)[3].integer();
  const std::string* key = (*row)[4].string();
  if (!n || !household || !points || !gen || !key) return std::nullopt;
  const auto household_id = HouseholdId::from_text(*household);
  if (*n < 0 || *n > line_number_max || !household_id || !is_amount(*points) || !is_gen(*gen)) {
    return std::nullopt;
  }
  PostLine line;
  line.claim = key->empty() ? std::string(of) + ":" + std::to_string(*n) : *key;
  line.household = *household_id;
  line.points = Points::hundredths(*points);
  line.gen = *gen;
  return line;
}

std::optional<GrantClass> grant_class_from(std::string_view text) {
  for (const GrantClass one :
       {GrantClass::open, GrantClass::base, GrantClass::gift, GrantClass::other}) {
    if (text == text_of(one)) return one;
  }
  return std::nullopt;
}

// [hh, pts, gen]. Base and gift points are given, never taken.
std::optional<GrantLine> grant_line_from(const Json& json, GrantClass grant_class) {
  const Json::Array* row = json.array();
  if (row == nullptr || row->size() < 3) return std::nullopt;
  const std::string* household = (*row)[0].string();
  const std::int64_t* points = (*row)[1].integer();
  const std::int64_t* gen = (*row)[2].integer();
  if (!household || !points || !gen) return std::nullopt;
  const auto household_id = HouseholdId::from_text(*household);
  if (!household_id || !is_amount(*points) || !is_gen(*gen)) return std::nullopt;
  const bool is_given = grant_class == GrantClass::base || grant_class == GrantClass::gift;
  if (is_given && *points < 0) return std::nullopt;
  return GrantLine{0, *household_id, Points::hundredths(*points), *gen};
}

}  // namespace

std::optional<PublishBody> publish_from(const journal::Event& event) {
  const auto name = event.body.string_at("name");
  const auto from = event.body.string_at("from");
  const auto prev = event.body.string_at("prev");
  const Json::Array* rules = event.body.array_at("rules");
  if (!name || !from || !is_date(*from) || !prev || rules == nullptr) return std::nullopt;
  PublishBody body{std::string(*name), std::string(*from), std::string(*prev), {}};
  for (const Json& json : *rules) {
    if (std::optional<Rule> rule = rule_from_json(json)) body.rules.push_back(std::move(*rule));
  }
  return body;
}

std::optional<ClaimBody> claim_from(const journal::Event& event) {
  const auto id = ActId::from_text(event.body.string_at("id").value_or(""));
  const auto book = event.body.string_at("book");
  const Json::Array* lines = event.body.array_at("lines");
  if (!id || !book || !is_hash(*book) || lines == nullptr) return std::nullopt;
  ClaimBody body;
  body.id = *id;
  body.book = *book;
  int number = 0;
  for (const Json& json : *lines) {
    if (std::optional<ClaimLine> line = claim_line_from(json)) {
      line->line = number;
      body.lines.push_back(std::move(*line));
    }
    ++number;
  }
  return body;
}

std::vector<DecisionLine> decisions_from(const journal::Event& event) {
  std::vector<DecisionLine> decisions;
  const Json::Array* lines = event.body.array_at("lines");
  if (lines == nullptr) return decisions;
  int number = 0;
  for (const Json& json : *lines) {
    if (std::optional<DecisionLine> line = decision_line_from(json)) {
      line->line = number;
      decisions.push_back(std::move(*line));
    }
    ++number;
  }
  return decisions;
}

std::vector<PostLine> posts_from(const journal::Event& event) {
  std::vector<PostLine> posts;
  const Json::Array* groups = event.body.array_at("rows");
  if (groups == nullptr) return posts;
  int number = 0;
  for (const Json& group : *groups) {
    const std::string_view of = group.string_at("of").value_or("");
    const Json::Array* rows = group.array_at("rows");
    if (rows == nullptr) continue;
    for (const Json& json : *rows) {
      std::optional<PostLine> line;
      if (is_hash(of)) line = post_line_from(json, of);
      if (line) {
        line->line = number;
        posts.push_back(std::move(*line));
      }
      ++number;
    }
  }
  return posts;
}

std::optional<GrantBody> grant_from(const journal::Event& event) {
  const auto class_text = event.body.string_at("class");
  const auto period = event.body.string_at("period");
  const Json::Array* lines = event.body.array_at("lines");
  if (!class_text || !period || lines == nullptr) return std::nullopt;
  const auto grant_class = grant_class_from(*class_text);
  if (!grant_class) return std::nullopt;
  const bool is_period_right =
      *grant_class == GrantClass::open ? period->empty() : period_from_text(*period).has_value();
  if (!is_period_right) return std::nullopt;
  GrantBody body{*grant_class, std::string(*period), {}};
  int number = 0;
  for (const Json& json : *lines) {
    if (std::optional<GrantLine> line = grant_line_from(json, *grant_class)) {
      line->line = number;
      body.lines.push_back(*line);
    }
    ++number;
  }
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
