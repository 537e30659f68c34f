#include "support/table_rows.h"

#include "base/check.h"

namespace jishan::support {

std::map<std::string, std::string> tables_of(Laptop& laptop) {
  std::map<std::string, std::string> tables;
  db::Statement names = laptop.database->prepare(
      "SELECT m.name FROM sqlite_schema m WHERE m.type = 'table' AND m.name NOT LIKE 'journal%'"
      " AND NOT EXISTS (SELECT 1 FROM pragma_table_info(m.name) c WHERE c.name IN"
      " ('number', 'act', 'event', 'book', 'reversal') AND c.type = 'INTEGER') ORDER BY m.name");
  names.bind();
  while (names.step()) {
    const std::string name = names.str(0);
    db::Statement columns =
        laptop.database->prepare("SELECT group_concat('quote(' || name || ')', ' || '','' || ')"
                                 " FROM pragma_table_info('" + name + "')");
    CHECK(columns.bind().step());
    db::Statement rows = laptop.database->prepare("SELECT " + columns.str(0) + " AS row FROM " + name +
                                                  " ORDER BY row");
    std::string& text = tables[name];
    rows.bind();
    while (rows.step()) text += rows.str(0) + "\n";
  }
  return tables;
}

}  // namespace jishan::support
