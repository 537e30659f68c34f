// The sample village 临溪镇柳荫村: three laptops that work through a year of days with the real
// commands, exchange every week and end with equal books. The page and the tool make the same one:
// equal requests give equal bytes. Everybody in it is invented.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "app/task.h"
#include "base/date.h"
#include "base/ids.h"
#include "journal/event.h"

namespace jishan::app {

// 220 households of a year give 887 residents, 60 volunteers and about 9,000 awards, 900
// redemptions, 12 deliveries, 600 service lines and 20 reversals; other numbers are in proportion.
struct SampleRequest {
  std::int64_t households = 220;  // 1 … 100,000
  std::int64_t years = 1;         // 1 … 30
  std::uint64_t seed = 1;
  Date last_day;  // the day on which the books end
};

// The oldest people are 96 in the year in which the books begin, and dates begin with 1900.
inline constexpr int sample_first_year = 1996;
bool can_be_made(const SampleRequest& request);

// The day on which a sample ends that is made on a laptop: today, or the first day that its clock
// can rightly show, where it shows an earlier one (an empty battery brings laptops back to 1970).
Date sample_last_day(Date today);

// The request must be one that can be made.
class SampleBuilder {
 public:
  explicit SampleBuilder(const SampleRequest& request);
  ~SampleBuilder();
  SampleBuilder(const SampleBuilder&) = delete;
  SampleBuilder& operator=(const SampleBuilder&) = delete;

  // One more piece of work: the founding, one day, the last exchange. True while there is more.
  bool step();
  [[nodiscard]] Progress progress() const;

  // All events so far, parents before children. After the last step the three laptops hold exactly
  // these.
  [[nodiscard]] const std::vector<journal::Event>& events() const;
  // The accountant at the village office, to sit down as.
  [[nodiscard]] OperatorId operator_id() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> m_parts;
};

}  // namespace jishan::app
