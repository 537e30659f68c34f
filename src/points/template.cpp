// The template rule book. The matters and the size of the amounts follow what villages have
// published since 2017; they are habits, not norms, and every village edits them. Kinds of rule
// that the program does not know yet (tiers, level tables, zeroing) stand here as ranges or as one
// fixed rule for each level.
#include "points/rules.h"

namespace jishan::points {
namespace {

constexpr Cap times(CapScope scope, CapSpan span, std::int64_t max) {
  return {scope, span, CapMeasure::times, max};
}
constexpr Cap points_cap(CapScope scope, CapSpan span, std::int64_t whole_points) {
  return {scope, span, CapMeasure::points, whole_points * 100};
}
constexpr Cap quantity_cap(CapScope scope, CapSpan span, std::int64_t whole_units) {
  return {scope, span, CapMeasure::quantity, whole_units * 100};
}

constexpr Cap household_monthly = times(CapScope::household, CapSpan::month, 1);
constexpr Cap household_yearly = times(CapScope::household, CapSpan::year, 1);
constexpr Cap household_once = times(CapScope::household, CapSpan::ever, 1);
constexpr Cap resident_daily = times(CapScope::resident, CapSpan::day, 1);
constexpr Cap resident_yearly = times(CapScope::resident, CapSpan::year, 1);
constexpr Cap resident_once = times(CapScope::resident, CapSpan::ever, 1);

class Builder {
 public:
  void fixed(const char* code, std::int64_t whole, const char* text,
             std::optional<Cap> cap = std::nullopt) {
    Rule& rule = add(code, text, cap);
    rule.points = Points::whole(whole);
  }
  void range(const char* code, std::int64_t low, std::int64_t high, const char* text,
             std::optional<Cap> cap = std::nullopt) {
    Rule& rule = add(code, text, cap);
    rule.type = RuleType::range;
    rule.low = Points::whole(low);
    rule.high = Points::whole(high);
    rule.points = high > 0 ? rule.low : rule.high;  // proposed: the mildest
  }
  void each(const char* code, std::int64_t whole, const char* unit, const char* text,
            std::optional<Cap> cap = std::nullopt) {
    Rule& rule = add(code, text, cap);
    rule.type = RuleType::per_quantity;
    rule.points = Points::whole(whole);
    rule.unit = unit;
  }
  std::vector<Rule> take() { return std::move(m_rules); }

 private:
  Rule& add(const char* code, const char* text, std::optional<Cap> cap) {
    Rule& rule = m_rules.emplace_back();
    rule.code = code;
    rule.rule_class = code[0];
    rule.text = text;
    rule.cap = cap;
    return rule;
  }
  std::vector<Rule> m_rules;
};

// 环境
void add_environment(Builder& book) {
  book.fixed("A01", 5, "月度卫生评比，评为“最清洁”", household_monthly);
  book.fixed("A02", 3, "月度卫生评比，评为“清洁”", household_monthly);
  book.fixed("A03", 50, "当选环境整治月度之星", household_monthly);
  book.fixed("A04", 80, "当选环境整治季度之星", times(CapScope::household, CapSpan::quarter, 1));
  book.fixed("A05", 100, "当选环境整治年度之星", household_yearly);
  book.fixed("A06", 4, "房前屋后、院内、厕所、家人仪容，四处都干净", household_monthly);
  book.fixed("A07", 2, "屋里和农具杂物摆放整齐", household_monthly);
  book.range("A08", 1, 3, "生活垃圾分类，按当月投放准确率记", household_monthly);
  book.fixed("A09", 1, "村干部当月抽查，垃圾分对了", household_monthly);
  book.fixed("A10", 15, "全年垃圾分类都达标", household_yearly);
  book.range("A11", 1, 10, "每周环境打分，四项合计",
             points_cap(CapScope::household, CapSpan::month, 40));
  book.range("A12", 1, 25, "宅前屋后无乱堆乱放，按检查表记", household_monthly);
  book.fixed("A13", 5, "自家庭院绿化美化，验收合格", household_yearly);
  book.fixed("A14", 3, "秸秆、农膜收净交回", times(CapScope::household, CapSpan::quarter, 1));
}

// 公益志愿
void add_volunteering(Builder& book) {
  book.each("B01", 2, "小时", "义务劳动：修路、清沟、护林等",
            quantity_cap(CapScope::resident, CapSpan::entry, 8));
  book.each("B02", 1, "小时", "志愿服务，按签到时长记",
            quantity_cap(CapScope::resident, CapSpan::entry, 8));
  book.fixed("B03", 2, "参加村里组织的大扫除", resident_daily);
  book.fixed("B04", 5, "参加一次公益活动", resident_daily);
  book.fixed("B05", 20, "参与组织一场文明创建或宣传活动");
  book.fixed("B06", 2, "介绍一人登记为志愿者");
  book.range("B07", 5, 20, "用手艺帮村里修设备、装设施");
  book.each("B08", 10, "次", "义务打扫村部、广场等公共场所",
            quantity_cap(CapScope::household, CapSpan::month, 4));
  book.fixed("B09", 20, "长期帮生活不能自理的邻居打扫（每月）", household_monthly);
  book.range("B10", 5, 20, "捐资助学、为公益事业出钱出物");
  book.each("B11", 5, "晚", "参加夜间守望值班",
            quantity_cap(CapScope::household, CapSpan::month, 8));
  book.each("B12", 3, "次", "给独居老人送餐、代购、陪护",
            quantity_cap(CapScope::resident, CapSpan::month, 12));
}

// 乡风家风
void add_customs(Builder& book) {
  book.fixed("C01", 10, "做了好人好事，受助人或群众证实");
  book.fixed("C02", 50, "有突出的善行义举");
  book.range("C03", 5, 10, "拾到财物交还失主");
  book.fixed("C04", 10, "红白事从简办理，事先报备", times(CapScope::household, CapSpan::year, 2));
  book.fixed("C05", 10, "主动帮助有困难的住户");
  book.fixed("C06", 20, "被评为敬老爱亲的榜样", household_yearly);
  book.fixed("C07", 100, "按殡葬新规安葬，进入公墓", household_once);
  book.fixed("C08", 30, "签下移风易俗承诺书并做到", household_once);
  book.fixed("C09", 3, "待人有礼、守信守约，受到邻里称赞", household_monthly);
  book.fixed("C10", 5, "家庭参加读书、家风讲述等活动", resident_daily);
}

// 平安守法
void add_safety(Builder& book) {
  book.range("D01", 5, 10, "劝和一起邻里或家庭矛盾");
  book.fixed("D02", 20, "主动牵头化解积压的纠纷");
  book.fixed("D03", 10, "参加治安巡逻一次", resident_daily);
  book.fixed("D04", 200, "见义勇为，经有关部门认定");
  book.fixed("D05", 20, "劝住他人，没去参加违法活动");
  book.fixed("D06", 20, "参加抢险救灾");
  book.fixed("D07", 5, "发现隐患及时上报，查实");
  book.fixed("D08", 3, "参加防火、防汛、反诈演练或培训", resident_daily);
}

// 村务参与
void add_affairs(Builder& book) {
  book.fixed("E01", 5, "参加月度议事会", times(CapScope::resident, CapSpan::month, 1));
  book.fixed("E02", 2, "参加村民大会或村务监督", resident_daily);
  book.fixed("E03", 1, "开会准时到场", resident_daily);
  book.fixed("E04", 1, "会议从头听到尾", resident_daily);
  book.fixed("E05", 1, "会上提出意见或建议", resident_daily);
  book.fixed("E06", 1, "参加党群服务中心的活动", resident_daily);
  book.fixed("E07", 20, "在村里的文艺活动上表演节目", resident_daily);
  book.fixed("E08", 10, "建议被村里采纳");
  book.fixed("E09", 5, "配合入户登记、普查，资料齐全", household_yearly);
}

// 产业技能
void add_trade(Builder& book) {
  book.fixed("F01", 5, "自己创业，有了经营", household_yearly);
  book.range("F02", 50, 100, "发展产业见到收益", household_once);
  book.fixed("F03", 100, "稳定就业，增收明显", household_once);
  book.range("F04", 10, 50, "配合帮扶措施，按计划完成", household_once);
  book.fixed("F05", 5, "学完一门技能并拿到证书", resident_yearly);
  book.each("F06", 5, "人", "带动邻居务工或传授技术",
            quantity_cap(CapScope::household, CapSpan::year, 10));
}

// 荣誉
void add_honours(Builder& book) {
  book.range("G01", 10, 100, "家里有人参军入伍", resident_once);
  book.fixed("G02", 100, "受到镇级表彰");
  book.fixed("G03", 200, "受到县级表彰");
  book.fixed("G04", 300, "受到市级表彰");
  book.fixed("G05", 500, "受到省级以上表彰");
  book.fixed("G06", 50, "当选本组“最美人家”", household_yearly);
  book.fixed("G07", 20, "当选优秀个人", resident_yearly);
}

// 扣分
void add_deductions(Builder& book) {
  book.fixed("X01", -3, "上级抽查，环境脏乱");
  book.range("X02", -20, -2, "乱扔乱倒垃圾，按情节扣");
  book.fixed("X03", -5, "露天焚烧秸秆、垃圾");
  book.fixed("X04", -20, "有违社会公德，造成不好影响");
  book.fixed("X05", -1, "开会迟到或早退");
  book.each("X06", -2, "处", "屋内外杂乱，按检查表逐处扣");
  book.range("X07", -5, -1, "乱搭建、乱堆放、乱吊挂，每类酌情");
  book.range("X08", -20, -5, "大操大办酒席");
  book.range("X09", -20, -5, "不赡养、不善待老人");
  book.range("X10", -10, -2, "邻里无故争吵，劝解不听");
  book.fixed("X11", -5, "损坏花木、路灯等公共设施");
  book.fixed("X12", -2, "家禽家畜散养，影响他人");
}

std::vector<Rule> made_template() {
  Builder book;
  add_environment(book);
  add_volunteering(book);
  add_customs(book);
  add_safety(book);
  add_affairs(book);
  add_trade(book);
  add_honours(book);
  add_deductions(book);
  return book.take();
}

}  // namespace

const std::vector<Rule>& template_rules() {
  static const std::vector<Rule> rules = made_template();
  return rules;
}

}  // namespace jishan::points
