#include <algorithm>

#include "base/pinyin.h"
#include "base/text.h"
#include "points/queries.h"

namespace jishan::points {
namespace {

std::optional<Cap> cap_columns(const db::Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return Cap{static_cast<CapScope>(row.integer(column)),
             static_cast<CapSpan>(row.integer(column + 1)),
             static_cast<CapMeasure>(row.integer(column + 2)), row.integer(column + 3)};
}

// Columns: code, class, type, pts, low, high, unit, cap_scope, cap_span, cap_measure, cap_max,
// clause, text.
Rule rule_columns(const db::Statement& row) {
  Rule rule;
  rule.code = row.str(0);
  rule.rule_class = row.text(1).front();
  rule.type = static_cast<RuleType>(row.integer(2));
  rule.points = row.points(3);
  rule.low = row.points(4);
  rule.high = row.points(5);
  rule.unit = row.str(6);
  rule.cap = cap_columns(row, 7);
  rule.clause = row.str(11);
  rule.text = row.str(12);
  return rule;
}

std::vector<Rule> rules_of_book(db::Database& database, std::int64_t book) {
  std::vector<Rule> rules;
  db::Statement& rows = database.cached(
      "SELECT code, class, type, pts, low, high, unit, cap_scope, cap_span, cap_measure, cap_max,"
      " clause, text FROM points_rule WHERE book = ?1 ORDER BY position");
  rows.bind(book);
  while (rows.step()) rules.push_back(rule_columns(rows));
  return rules;
}

std::string hex_of(db::Bytes bytes) {
  journal::Hash h;
  std::copy(bytes.begin(), bytes.end(), h.bytes.begin());
  return h.hex();
}

// Lower ranks are shown first; nothing: no match.
std::optional<int> match_rank(const Rule& rule, const std::string& typed_upper,
                              std::string_view typed) {
  if (rule.code == typed_upper) return 0;
  if (rule.code.rfind(typed_upper, 0) == 0) return 1;
  if (rule.text.rfind(typed, 0) == 0) return 2;
  if (rule.text.find(typed) != std::string::npos) return 3;
  if (find_in_name(rule.text, typed)) return 4;  // "ywld" finds 义务劳动
  return std::nullopt;
}

std::string upper_ascii(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return upper;
}

}  // namespace

std::optional<RuleBook> rule_book_on(db::Database& database, Date day) {
  db::Statement& row = database.cached(
      "SELECT event, h, name, valid_from FROM points_book WHERE valid_from <= ?1"
      " ORDER BY valid_from DESC, lamport DESC, h DESC LIMIT 1");
  row.bind(day.iso());
  if (!row.step()) return std::nullopt;
  const std::int64_t event = row.integer(0);
  RuleBook book{hex_of(row.blob(1)), row.str(2), row.str(3), {}};
  row.reset();
  book.rules = rules_of_book(database, event);
  return book;
}

std::optional<std::string> rule_book_h_on(db::Database& database, Date day) {
  db::Statement& row = database.cached(
      "SELECT h FROM points_book WHERE valid_from <= ?1"
      " ORDER BY valid_from DESC, lamport DESC, h DESC LIMIT 1");
  row.bind(day.iso());
  if (!row.step()) return std::nullopt;
  std::string h = hex_of(row.blob(0));
  row.reset();
  return h;
}

std::vector<RuleBook> rule_books(db::Database& database) {
  std::vector<RuleBook> books;
  db::Statement rows = database.prepare(
      "SELECT event, h, name, valid_from FROM points_book"
      " ORDER BY valid_from DESC, lamport DESC, h DESC");
  rows.bind();
  while (rows.step()) {
    books.push_back(
        {hex_of(rows.blob(1)), rows.str(2), rows.str(3), rules_of_book(database, rows.integer(0))});
  }
  return books;
}

std::optional<Rule> rule_of(db::Database& database, std::string_view book_h,
                            std::string_view code) {
  const std::optional<journal::Hash> h = journal::Hash::from_hex(book_h);
  if (!h) return std::nullopt;
  db::Statement& row = database.cached(
      "SELECT r.code, r.class, r.type, r.pts, r.low, r.high, r.unit, r.cap_scope, r.cap_span,"
      " r.cap_measure, r.cap_max, r.clause, r.text"
      " FROM points_book b JOIN points_rule r ON r.book = b.event"
      " WHERE b.h = ?1 AND r.code = ?2 ORDER BY r.position LIMIT 1");
  row.bind(h->bytes, code);
  if (!row.step()) return std::nullopt;
  Rule rule = rule_columns(row);
  row.reset();
  return rule;
}

std::vector<std::size_t> find_rules(const RuleBook& book, std::string_view typed) {
  const std::string folded = fold_full_width(trimmed(typed));
  const std::string upper = upper_ascii(folded);
  std::vector<std::pair<int, std::size_t>> ranked;
  for (std::size_t i = 0; i < book.rules.size(); ++i) {
    const auto rank = folded.empty() ? 0 : match_rank(book.rules[i], upper, folded);
    if (rank) ranked.emplace_back(*rank, i);
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::size_t> found;
  for (const auto& [rank, index] : ranked) found.push_back(index);
  return found;
}

}  // namespace jishan::points
