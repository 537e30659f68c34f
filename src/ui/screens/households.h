// Find a household, see who belongs to it and its passbook.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "points/queries.h"
#include "roster/queries.h"
#include "ui/desk.h"
#include "ui/screens/entries.h"
#include "ui/screens/household_form.h"
#include "ui/screens/roster_import.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/table.h"
#include "volunteers/queries.h"

namespace jishan::ui {

// One line of 变动: who changed what, and when.
struct HouseholdChange {
  std::string date;
  std::string what;
  std::string who;
};

// Everything about the selected household, asked for once until the book changes.
struct HouseholdDetail {
  HouseholdId id;
  std::optional<roster::HouseholdView> household;
  std::vector<roster::ResidentView> residents;
  points::Account account;
  Points quarter;
  std::vector<EntryLine> passbook;
  bool has_opening = false;  // an opening balance that counts
  // Of the other tabs, once they are looked at.
  std::optional<std::vector<volunteers::ServiceLineView>> services;
  std::optional<std::vector<HouseholdChange>> changes;
};

struct HouseholdsState {
  std::string typed;
  int group = 0;  // place in the list; 0: all
  DropDownState group_list;
  TableState list;
  TableState members;
  TableState passbook;
  TableState services;
  TableState changes;
  int tab = 0;
  bool is_detail_open = false;  // its own page where there is no room beside the list

  Freshness freshness;
  roster::HouseholdFilter filter;
  std::vector<roster::HouseholdHit> hits;
  roster::RosterCounts counts;
  std::vector<roster::GroupView> groups;
  std::map<HouseholdId, points::Account> accounts;
  std::map<HouseholdId, Points> quarter;
  // The rows in view and some around them.
  std::size_t window_begin = 0;
  std::vector<roster::HouseholdRowView> window;
  HouseholdDetail detail;

  EntriesState entries;
  ReversalState reversal;
  HouseholdFormState form;
  RosterImportState import;
};

void households_screen(ScreenContext& context, HouseholdsState& state);
// Files and pasted tables for the roster. True when it was meant for this screen.
bool hear_in_households(Desk& desk, app::App& app, HouseholdsState& state,
                        const app::Happening& happening);

}  // namespace jishan::ui
