// The checks of one resident, shared by the form, by a new household and by the import. What they
// know of the books comes in as values, so that a sheet of thousands asks once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "roster/commands.h"
#include "roster/queries.h"

namespace jishan::roster {

// A request with its texts as they will be written.
struct EnteredResident {
  std::string name;
  std::string relation;
  Sex sex = Sex::unknown;      // from the ID number where it was not given
  std::string born;            // "" or "YYYY-MM-DD"; likewise
  bool is_minor = false;
  std::string phone;
  std::string id_number;
  ResidentState state = ResidentState::here;
};

struct ResidentFindings {
  ResidentStatus status = ResidentStatus::accepted;
  std::vector<ResidentDoubt> doubts;
};

EnteredResident entered(const ResidentRequest& request);
// Everything that can be said without looking into the books.
ResidentFindings check(const ResidentRequest& request, const EnteredResident& entered, Date today);

// The fields that differ from what the books show; all that are not empty for a new resident. The
// household is always among those of a new one.
ResidentFields changed_fields(const EnteredResident& entered, const HouseholdId& household,
                              const std::optional<ResidentView>& before);

}  // namespace jishan::roster
