#include "app/sample/people.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "roster/events.h"

namespace jishan::app {
namespace {

constexpr std::int64_t model_households = 220;
constexpr std::int64_t model_residents = 887;
constexpr std::int64_t households_of_group = 37;
constexpr std::int64_t people_of_household_max = 9;

constexpr std::array<std::string_view, 48> surnames = {
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "马", "朱", "胡", "郭",
    "何", "高", "林", "罗", "郑", "梁", "谢", "宋", "唐", "许", "韩", "冯", "邓", "曹", "彭", "曾",
    "萧", "田", "董", "潘", "袁", "蔡", "蒋", "余", "于", "杜", "叶", "程", "魏", "苏", "单", "解"};
constexpr std::array<std::string_view, 24> men_first = {
    "建", "国", "德", "长", "兴", "明", "志", "永", "春", "光", "玉", "大",
    "文", "少", "立", "学", "福", "广", "金", "正", "守", "来", "子", "海"};
constexpr std::array<std::string_view, 24> men_last = {
    "国", "富", "旺", "生", "林", "军", "平", "山", "贵", "强", "栋", "才",
    "河", "田", "顺", "友", "安", "根", "昌", "水", "松", "成", "宝", "祥"};
constexpr std::array<std::string_view, 24> women_first = {
    "桂", "秀", "玉", "翠", "春", "凤", "金", "小", "美", "月", "素", "爱",
    "兰", "慧", "巧", "银", "海", "冬", "雪", "丽", "彩", "云", "静", "淑"};
constexpr std::array<std::string_view, 24> women_last = {
    "芳", "英", "兰", "莲", "梅", "珍", "香", "花", "霞", "琴", "云", "娥",
    "燕", "红", "敏", "萍", "娟", "菊", "华", "玲", "仙", "蓉", "枝", "雨"};

template <std::size_t Count>
std::string_view pick(const std::array<std::string_view, Count>& words, SeededRandom& random) {
  return words[place_below(random, Count)];
}

std::string given_name(roster::Sex sex, SeededRandom& random) {
  const bool is_man = sex == roster::Sex::male;
  const bool is_short = random.below(5) == 0;
  std::string name(is_short ? std::string_view() : pick(is_man ? men_first : women_first, random));
  name += pick(is_man ? men_last : women_last, random);
  return name;
}

// A date of birth at this age, without 29 February. One random number is drawn in each statement,
// here and everywhere in the sample: compilers differ in the order in which they work out
// arguments.
std::string born_at_age(std::int64_t age, Date today, SeededRandom& random) {
  const int year = today.year() - static_cast<int>(age) - 1;
  const int month = 1 + static_cast<int>(random.below(12));
  const int day = 1 + static_cast<int>(random.below(28));
  return Date::from_ymd(year, month, day).value_or(today).iso();
}

roster::Sex other_sex(roster::Sex sex) {
  return sex == roster::Sex::male ? roster::Sex::female : roster::Sex::male;
}

// Families grow in the usual order: head, spouse, a child, a parent, another child …
class Family {
 public:
  Family(SeededRandom& random, Date today) : m_random(random), m_today(today) {
    m_head_sex = random.below(4) == 0 ? roster::Sex::female : roster::Sex::male;
    m_head_age = 32 + static_cast<std::int64_t>(random.below(40));
    m_surname = pick(surnames, random);
  }

  roster::ResidentRow member(std::int64_t place, const HouseholdId& household) {
    roster::ResidentRow row{ResidentId::make(m_random), {}};
    row.fields.household = household.str();
    if (place == 0) {
      fill(row, "02", m_head_sex, m_surname, m_head_age);
    } else if (place == 1) {
      const std::string_view surname = pick(surnames, m_random);
      const auto years = static_cast<std::int64_t>(m_random.below(6));
      fill(row, "10", other_sex(m_head_sex), surname, m_head_age - 3 + years);
    } else if (place == 3) {
      const bool is_mother = m_random.below(2) == 0;
      fill(row, is_mother ? "52" : "51", is_mother ? roster::Sex::female : roster::Sex::male,
           is_mother ? pick(surnames, m_random) : m_surname, m_head_age + 24);
    } else {
      add_child(row, place);
    }
    return row;
  }

 private:
  void add_child(roster::ResidentRow& row, std::int64_t place) {
    const bool is_daughter = m_random.below(2) == 0;
    const std::int64_t gap = 23 + (place == 2 ? 0 : place);
    fill(row, is_daughter ? "30" : "20", is_daughter ? roster::Sex::female : roster::Sex::male,
         m_surname, std::max<std::int64_t>(1, m_head_age - gap));
  }

  void fill(roster::ResidentRow& row, std::string_view relation, roster::Sex sex,
            std::string_view surname, std::int64_t age) {
    row.fields.relation = std::string(relation);
    row.fields.sex = sex;
    row.fields.name = std::string(surname) + given_name(sex, m_random);
    row.fields.born = born_at_age(age, m_today, m_random);
  }

  SeededRandom& m_random;
  Date m_today;
  roster::Sex m_head_sex{};
  std::int64_t m_head_age = 0;
  std::string_view m_surname;
};

std::vector<std::int64_t> sizes_of_households(std::int64_t households, SeededRandom& random) {
  std::vector<std::int64_t> sizes(static_cast<std::size_t>(households), 1);
  std::int64_t left = sample_residents(households) - households;
  while (left > 0) {
    std::int64_t& size = sizes[place_below(random, sizes.size())];
    if (size >= people_of_household_max) continue;
    ++size;
    --left;
  }
  return sizes;
}

std::string number_of(std::int64_t group, std::int64_t place) {
  std::string text = std::to_string(place);
  text.insert(0, text.size() < 3 ? 3 - text.size() : 0, '0');
  const std::string prefix = std::to_string(group);
  return (prefix.size() < 2 ? "0" + prefix : prefix) + "-" + text;
}

bool is_adult(const roster::ResidentRow& row, Date today) {
  const auto born = Date::from_iso(row.fields.born.value_or(std::string()));
  return born && today.year() - born->year() > 18;
}

}  // namespace

std::int64_t sample_residents(std::int64_t households) {
  return households * model_residents / model_households;
}

SamplePeople invent_people(std::int64_t households, SeededRandom& random, Date today) {
  SamplePeople people;
  people.groups = std::clamp<std::int64_t>(
      (households + households_of_group - 1) / households_of_group, 1, roster::group_max);
  const std::int64_t of_group = (households + people.groups - 1) / people.groups;
  const std::vector<std::int64_t> sizes = sizes_of_households(households, random);
  std::vector<roster::HouseholdRow> household_rows;
  std::vector<roster::ResidentRow> resident_rows;
  for (std::int64_t number = 0; number < households; ++number) {
    SampleHousehold household;
    household.id = HouseholdId::make(random);
    household.group = 1 + number / of_group;
    Family family(random, today);
    for (std::int64_t place = 0; place < sizes[static_cast<std::size_t>(number)]; ++place) {
      resident_rows.push_back(family.member(place, household.id));
      if (is_adult(resident_rows.back(), today)) {
        household.adults.push_back(resident_rows.back().id);
      }
    }
    roster::HouseholdRow row{household.id, {}};
    row.fields.number = number_of(household.group, 1 + number % of_group);
    row.fields.group = household.group;
    row.fields.head = household.adults.front().str();
    if (random.below(12) == 0) row.fields.household_class = roster::HouseholdClass::cadre;
    household_rows.push_back(std::move(row));
    people.households.push_back(std::move(household));
  }
  people.drafts = roster::household_drafts(household_rows, today.iso());
  for (journal::Draft& draft : roster::resident_drafts(resident_rows, today.iso())) {
    people.drafts.push_back(std::move(draft));
  }
  return people;
}

}  // namespace jishan::app
