#include "shop/todos.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "ledger/ledger.h"
#include "shop/rows.h"
#include "village/conflicts.h"
#include "village/queries.h"
#include "village/rules.h"

namespace jishan::shop {
namespace {

struct RedeemedLine {
  std::int64_t event = 0;
  std::string ref;
};

bool have_same_key(const ShopTodo& todo, const ShopTodo& other) {
  return todo.key == other.key;
}

// The lines of one (household, goods, date) that did not know of some other one of them.
std::vector<std::string> mutually_unknown(const std::vector<RedeemedLine>& lines,
                                          const journal::Journal& journal) {
  std::vector<std::string> refs;
  for (const RedeemedLine& line : lines) {
    const bool is_apart = std::any_of(lines.begin(), lines.end(), [&](const RedeemedLine& other) {
      return other.event != line.event && journal.are_concurrent(line.event, other.event);
    });
    if (is_apart) refs.push_back(line.ref);
  }
  std::sort(refs.begin(), refs.end());
  return refs;
}

// Only keys with two live lines or more are looked at: in honest books that is a handful.
void add_redeemed_twice(db::Database& database, const journal::Journal& journal,
                        std::vector<ShopTodo>& todos) {
  db::Statement& rows = database.cached(
      "WITH live AS ("
      "  SELECT coalesce((SELECT root FROM roster_alias WHERE member = r.household), r.household)"
      "   AS household, l.goods AS goods, r.date AS date, r.event AS event, r.h AS h,"
      "   l.line AS line"
      "  FROM shop_redemption_line l JOIN shop_redemption r ON r.event = l.event"
      "  JOIN ledger_act a ON a.number = l.act AND a.standing = 0)"
      " SELECT household, goods, date, event, h, line FROM live"
      " JOIN (SELECT household, goods, date FROM live GROUP BY household, goods, date"
      "  HAVING count(*) > 1) USING (household, goods, date)"
      " ORDER BY household, goods, date, event, line");
  std::vector<std::pair<ShopTodo, std::vector<RedeemedLine>>> groups;
  rows.reset();
  while (rows.step()) {
    ShopTodo todo;
    todo.kind = TodoKind::redeemed_twice;
    todo.household = rows.id<HouseholdId>(0);
    todo.goods = rows.id<GoodsId>(1);
    todo.date = rows.str(2);
    todo.key = rows.str(0) + ' ' + rows.str(1) + ' ' + rows.str(2);
    if (groups.empty() || !have_same_key(groups.back().first, todo)) {
      groups.emplace_back(std::move(todo), std::vector<RedeemedLine>());
    }
    groups.back().second.push_back({rows.integer(3), hex_column(rows, 4) + ':' + rows.str(5)});
  }
  for (auto& [todo, lines] : groups) {
    todo.refs = mutually_unknown(lines, journal);
    if (todo.refs.empty()) continue;
    todo.basis = village::basis_of(todo.refs);
    todos.push_back(std::move(todo));
  }
}

// The figure itself is the evidence: a decision holds until the shelf changes again.
void add_shelves_below_zero(db::Database& database, std::vector<ShopTodo>& todos) {
  for (const ShelfRow& shelf : shelf_rows(database)) {
    if (shelf.quantity >= 0) continue;
    ShopTodo todo;
    todo.kind = TodoKind::shelf_below_zero;
    todo.outlet = shelf.outlet;
    todo.goods = shelf.goods;
    todo.stock = shelf.quantity;
    todo.key = shelf.outlet.str() + ' ' + shelf.goods.str();
    todo.basis = village::basis_of({todo.key + ' ' + std::to_string(shelf.quantity)});
    todos.push_back(std::move(todo));
  }
}

void add_price_conflicts(db::Database& database, const journal::Journal& journal,
                         std::vector<ShopTodo>& todos) {
  const journal::Registers registers(database);
  for (const GoodsRow& goods : goods_rows(database)) {
    const std::string id = goods.id.str();
    std::vector<std::string> evidence =
        village::conflicting_writes(registers, journal, "goods", {id, {id}}, "price");
    if (evidence.empty()) continue;
    ShopTodo todo;
    todo.kind = TodoKind::price_conflict;
    todo.goods = goods.id;
    todo.key = id;
    todo.basis = village::basis_of(std::move(evidence));
    for (const journal::RegisterWrite& write : registers.maximal("goods", id, "price", journal)) {
      const std::int64_t* const price = write.value.integer();
      todo.prices.push_back(Points::hundredths(price == nullptr ? 0 : *price));
    }
    todos.push_back(std::move(todo));
  }
}

}  // namespace

std::string_view type_of(TodoKind kind) {
  switch (kind) {
    case TodoKind::redeemed_twice:
      return "redeem-twice";
    case TodoKind::shelf_below_zero:
      return "shelf-below-zero";
    case TodoKind::price_conflict:
      return "goods-price";
  }
  return {};
}

std::vector<ShopTodo> todos(db::Database& database, const journal::Journal& journal) {
  std::vector<ShopTodo> found;
  add_redeemed_twice(database, journal, found);
  add_shelves_below_zero(database, found);
  add_price_conflicts(database, journal, found);
  found.erase(std::remove_if(found.begin(), found.end(),
                             [&](const ShopTodo& todo) {
                               return village::is_settled(database, todo.id(), todo.basis);
                             }),
              found.end());
  std::sort(found.begin(), found.end(), [](const ShopTodo& a, const ShopTodo& b) {
    return std::tie(a.kind, a.key) < std::tie(b.kind, b.key);
  });
  return found;
}

}  // namespace jishan::shop
