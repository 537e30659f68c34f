// The list of households and the search in it.
#include <algorithm>

#include "base/pinyin.h"
#include "base/text.h"
#include "roster/queries.h"

namespace jishan::roster {
namespace {

// What the typed text asks for.
struct Question {
  explicit Question(std::string_view typed);
  std::string text;  // trimmed, full-width folded
  NameSearch name;
  std::int64_t group = 0;  // "3组", "3 组"
};

std::int64_t group_asked_for(std::string_view text) {
  constexpr std::string_view group_word = "组";
  if (!text.ends_with(group_word)) return 0;
  const std::string_view digits = trimmed(text.substr(0, text.size() - group_word.size()));
  std::int64_t number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9' || number > group_max) return 0;
    number = number * 10 + (c - '0');
  }
  return number <= group_max ? number : 0;
}

Question::Question(std::string_view typed)
    : text(fold_full_width(trimmed(normalised_input(typed)))),
      name(text),
      group(group_asked_for(text)) {}

std::string_view list_sql(HouseholdOrder order, Direction direction) {
  const bool ascending = direction == Direction::ascending;
  switch (order) {
    case HouseholdOrder::pinyin:
      break;
    case HouseholdOrder::number:
      return ascending ? "SELECT id, number, grp, search_keys FROM roster_household"
                         " WHERE is_gone = 0 ORDER BY number_key, id"
                       : "SELECT id, number, grp, search_keys FROM roster_household"
                         " WHERE is_gone = 0 ORDER BY number_key DESC, id DESC";
    case HouseholdOrder::group:
      return ascending ? "SELECT id, number, grp, search_keys FROM roster_household"
                         " WHERE is_gone = 0 ORDER BY grp, number_key, id"
                       : "SELECT id, number, grp, search_keys FROM roster_household"
                         " WHERE is_gone = 0 ORDER BY grp DESC, number_key DESC, id DESC";
  }
  return ascending ? "SELECT id, number, grp, search_keys FROM roster_household"
                     " WHERE is_gone = 0 ORDER BY sort_key, id"
                   : "SELECT id, number, grp, search_keys FROM roster_household"
                     " WHERE is_gone = 0 ORDER BY sort_key DESC, id DESC";
}

std::optional<TextRange> find_in_number(std::string_view number, const Question& question) {
  const std::size_t at = number.find(question.text);
  if (question.text.empty() || at == std::string_view::npos) return std::nullopt;
  return TextRange{at, question.text.size()};
}

// Nothing for a household that the question does not find.
std::optional<FoundBy> found_by(const db::Statement& row, const Question& question) {
  if (question.text.empty()) return FoundBy::nothing;
  const auto name = question.name.find_among(row.text(3));
  if (name == 0) return FoundBy::head;
  if (find_in_number(row.text(1), question)) return FoundBy::number;
  if (question.group != 0 && row.integer(2) == question.group) return FoundBy::group;
  return name ? std::optional(FoundBy::member) : std::nullopt;
}

// The gone ones follow the present ones in the same order.
void collect(db::Database& database, const HouseholdFilter& filter, const Question& question,
             std::string_view sql, std::vector<HouseholdHit>& hits) {
  std::vector<HouseholdHit> exact;
  std::vector<HouseholdHit> direct;
  std::vector<HouseholdHit> members;
  db::Statement& rows = database.cached(sql);
  rows.bind();
  while (rows.step()) {
    if (filter.group != 0 && rows.integer(2) != filter.group) continue;
    const std::optional<FoundBy> by = found_by(rows, question);
    if (!by) continue;
    const bool is_by_member = *by == FoundBy::member;
    const bool is_exact = !is_by_member && rows.text(1) == question.text && !question.text.empty();
    (is_by_member ? members : is_exact ? exact : direct).push_back({rows.id<HouseholdId>(0), *by});
  }
  for (const auto* const part : {&exact, &direct, &members}) {
    hits.insert(hits.end(), part->begin(), part->end());
  }
}

struct FoundMember {
  ResidentId id;
  std::string name;
  TextRange match;
};

std::optional<FoundMember> member_of(db::Database& database, const HouseholdId& household,
                                     const Question& question) {
  db::Statement& rows = database.cached(
      "SELECT id, name FROM roster_resident WHERE household = ? AND is_gone = 0 ORDER BY id");
  rows.bind(household);
  std::optional<FoundMember> found;
  while (rows.step()) {
    const auto match = question.name.find_in(rows.text(1));
    if (match && !found) found = FoundMember{rows.id<ResidentId>(0), rows.str(1), *match};
  }
  return found;
}

}  // namespace

std::vector<HouseholdHit> find_households(db::Database& database, const HouseholdFilter& filter) {
  const Question question(filter.text);
  std::vector<HouseholdHit> hits;
  collect(database, filter, question, list_sql(filter.order, filter.direction), hits);
  if (filter.presence == Presence::all) {
    collect(database, filter, question,
            "SELECT id, number, grp, search_keys FROM roster_household"
            " WHERE is_gone = 1 ORDER BY number_key, id",
            hits);
  }
  return hits;
}

std::vector<HouseholdRowView> household_rows(db::Database& database,
                                             const std::vector<HouseholdHit>& hits,
                                             const HouseholdFilter& filter, std::size_t offset,
                                             std::size_t limit) {
  const Question question(filter.text);
  db::Statement& row = database.cached(
      "SELECT number, head_name, grp, people, class, state FROM roster_household WHERE id = ?");
  std::vector<HouseholdRowView> views;
  for (std::size_t i = offset; i < hits.size() && views.size() < limit; ++i) {
    if (!row.bind(hits[i].id).step()) continue;
    HouseholdRowView view;
    view.id = hits[i].id;
    view.by = hits[i].by;
    view.number = row.str(0);
    view.head_name = Personal(row.str(1));
    view.group = row.integer(2);
    view.people = row.integer(3);
    view.household_class = household_class_from(row.text(4));
    view.state = household_state_from(row.text(5));
    if (view.by == FoundBy::head) {
      view.match = question.name.find_in(row.text(1)).value_or(TextRange());
    } else if (view.by == FoundBy::number) {
      view.match = find_in_number(view.number, question).value_or(TextRange());
    }
    row.reset();
    if (view.by == FoundBy::member) {
      if (auto member = member_of(database, view.id, question)) {
        view.member = member->id;
        view.member_name = Personal(std::move(member->name));
        view.match = member->match;
      }
    }
    views.push_back(std::move(view));
  }
  return views;
}

std::vector<ResidentHit> find_residents(db::Database& database, std::string_view typed,
                                        std::size_t limit) {
  const Question question(typed);
  std::vector<ResidentHit> hits;
  // Names and their order come from one index; what else is shown is read for the few hits.
  const auto add_hits_of = [&](db::Statement& rows, bool wants_exact) {
    while (hits.size() < limit && rows.step()) {
      const bool is_exact = rows.text(1) == question.text;
      const auto match = question.name.find_in(rows.text(1));
      if (!match || is_exact != wants_exact) continue;
      hits.push_back({rows.id<ResidentId>(0), {}, Personal(rows.str(1)), {}, *match});
    }
    rows.reset();
  };
  add_hits_of(database
                  .cached("SELECT id, name FROM roster_resident INDEXED BY roster_resident_by_name"
                          " WHERE is_gone = 0 AND sort_key = ? ORDER BY id")
                  .bind(name_sort_key(question.text)),
              true);
  add_hits_of(database
                  .cached("SELECT id, name FROM roster_resident INDEXED BY roster_resident_by_name"
                          " WHERE is_gone = 0 ORDER BY sort_key, id")
                  .bind(),
              false);
  for (ResidentHit& hit : hits) {
    const auto resident = find_resident(database, hit.id);
    if (!resident) continue;
    hit.household = resident->household;
    hit.household_number = resident->household_number;
  }
  return hits;
}

}  // namespace jishan::roster
