// Who writes here: this laptop's writer id and duty, and the operator at the keyboard. Kept in
// local records, because opening, joining and importing write no event: the laptop and a new
// operator introduce themselves in the transaction of the first real entry.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/ports.h"
#include "base/ids.h"
#include "journal/event.h"
#include "journal/journal.h"

namespace jishan::app {

class Session {
 public:
  // Reads the local records of the book that was just opened; makes a new writer id where there
  // is none (a first run, a joined book).
  static Session load(const Store& store, Random& random);

  [[nodiscard]] WriterId writer() const { return m_writer; }
  [[nodiscard]] OperatorId operator_id() const { return m_operator; }
  // The operator's name and post as typed, until op.set is written.
  [[nodiscard]] const std::string& new_operator_name() const { return m_new_operator_name; }
  [[nodiscard]] const std::string& laptop_name() const { return m_laptop_name; }
  [[nodiscard]] bool has_operator() const { return !m_operator.is_empty(); }

  void choose_operator(OperatorId known);
  // A person new to this book; op.set follows with the first entry.
  void introduce_operator(std::string name, std::string role, Random& random);
  // By duty (村委会电脑), never a person's name; sys.writer follows with the first entry.
  void name_laptop(std::string duty);

  // Written before the drafts of the first real entry: sys.writer, op.set. Empty afterwards.
  [[nodiscard]] std::vector<journal::Draft> introductions(std::string_view app_version,
                                                          const std::string& date) const;
  // What commit repeats when a writer must join more than 32 heads.
  [[nodiscard]] journal::Draft join_draft(std::string_view app_version,
                                          const std::string& date) const;
  void on_introduced();

  [[nodiscard]] journal::Author author(UtcMinutes now) const;
  // What must survive a restart; saved together with the entry that used it.
  [[nodiscard]] std::vector<LocalRecord> local_records() const;

 private:
  WriterId m_writer;
  OperatorId m_operator;
  std::string m_laptop_name;
  std::string m_new_operator_name;
  std::string m_new_operator_role;
  bool m_is_laptop_introduced = false;
};

}  // namespace jishan::app
