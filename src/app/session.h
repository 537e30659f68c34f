// Who writes here: this laptop's writer id and duty, and the operator at the keyboard. Kept in
// local records, because opening, joining and importing write no event: the laptop and a new
// operator introduce themselves in the transaction of the first real entry.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/ports.h"
#include "base/ids.h"
#include "journal/command.h"

namespace jishan::app {

class Session {
 public:
  // Before a book is open: nobody.
  Session() = default;
  // Reads the local records of the book that was just opened; makes a new writer id where there
  // is none (a first run, a joined book).
  static Session load(const Store& store, Random& random);

  [[nodiscard]] WriterId writer() const { return m_writer; }
  [[nodiscard]] OperatorId operator_id() const { return m_operator; }
  [[nodiscard]] bool has_operator() const { return !m_operator.is_empty(); }
  // Several persons have sat at this laptop: who it is today must be asked, or entries would stand
  // under the name of whoever sat here last.
  [[nodiscard]] bool is_shared() const { return m_sat_here.size() > 1; }
  // As typed here; empty for an operator that the book knows already.
  [[nodiscard]] const std::string& new_operator_name() const { return m_new_operator_name; }
  // By duty (村委会电脑), as typed here.
  [[nodiscard]] const std::string& laptop_name() const { return m_laptop_name; }

  void choose_operator(OperatorId known);
  // A person new to this book; op.set follows with the first entry. `role` may be empty.
  void introduce_operator(std::string name, std::string role, Random& random);
  // Another duty for this laptop; sys.writer follows with the first entry.
  void name_laptop(std::string duty);
  // Somebody else writes under this laptop's id, or this laptop did before it was set back to an
  // older copy: from now on it is a writer of its own (docs/format.md §5). Its duty stays; sys.writer
  // follows with the first entry and sets it apart.
  void become_new_writer(Random& random);

  // What still has to be written before the first real entry: sys.writer, op.set.
  [[nodiscard]] bool is_to_be_introduced() const {
    return !m_is_laptop_introduced || !m_new_operator_name.empty();
  }
  [[nodiscard]] std::vector<journal::Draft> introductions(const journal::CommandContext& context,
                                                          std::string_view app_version) const;
  // What a writer repeats when it must join more than 32 heads.
  [[nodiscard]] journal::Draft join_draft(std::string_view app_version, std::string date) const;
  void on_introduced();

  [[nodiscard]] journal::Author author(UtcMinutes now) const {
    return {m_writer, m_operator, now};
  }
  // What must survive a restart; saved together with the entry that used it.
  [[nodiscard]] std::vector<LocalRecord> local_records() const;

 private:
  WriterId m_writer;
  OperatorId m_operator;
  std::set<OperatorId> m_sat_here;
  std::string m_laptop_name;
  std::string m_new_operator_name;
  std::string m_new_operator_role;
  bool m_is_laptop_introduced = false;
};

}  // namespace jishan::app
