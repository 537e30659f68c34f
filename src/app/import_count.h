// What pass 1 of an import tells a person about a file: the journal's rehearsal of the merge, put
// into the words of the exchange screen. It writes nothing.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "app/importing.h"
#include "journal/rehearsal.h"

namespace jishan::app {

ImportArea area_of(std::string_view kind);

class ImportCount {
 public:
  // An empty journal stands for joining: then everything is new.
  explicit ImportCount(const journal::Journal& journal)
      : m_journal(journal), m_rehearsal(journal) {}

  void add(const journal::Event& event);
  // Fills the counts of the report; `from` is the writer that exported the file.
  void finish(const std::string& from, ImportReport& report);

  // Of the genesis in the file; "" when it holds none.
  [[nodiscard]] const std::string& mode() const { return m_mode; }

 private:
  [[nodiscard]] std::string name_of(const std::string& writer) const;

  const journal::Journal& m_journal;
  journal::Rehearsal m_rehearsal;
  std::map<ImportArea, ImportAreaCount> m_areas;
  std::map<std::string, std::string> m_writer_names;
  std::string m_mode;
};

}  // namespace jishan::app
