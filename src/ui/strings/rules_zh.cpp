#include "ui/strings/rules_texts.h"

namespace jishan::ui {

std::string_view zh_text(RulesKey key) {
  switch (key) {
    case RulesKey::title: return "积分细则";
    case RulesKey::book_in_force: return "{0}，{1} 起用，{2} 条";
    case RulesKey::no_book: return "还没有细则";
    case RulesKey::search: return "编号、条目、拼音都能找";
    case RulesKey::column_code: return "编号";
    case RulesKey::column_text: return "条目";
    case RulesKey::column_points: return "分";
    case RulesKey::column_clause: return "依据";
    case RulesKey::found: return "{0} 条";
    case RulesKey::nothing_found: return "没有找到，换个字试试";
    case RulesKey::class_a: return "环境";
    case RulesKey::class_b: return "公益志愿";
    case RulesKey::class_c: return "乡风家风";
    case RulesKey::class_d: return "平安守法";
    case RulesKey::class_e: return "村务参与";
    case RulesKey::class_f: return "产业技能";
    case RulesKey::class_g: return "荣誉";
    case RulesKey::class_x: return "扣分";
    case RulesKey::other_class: return "{0} 类";
    case RulesKey::edit_title: return "改这一条";
    case RulesKey::new_title: return "新加一条";
    case RulesKey::code: return "编号";
    case RulesKey::type: return "怎么记";
    case RulesKey::type_fixed: return "固定分";
    case RulesKey::type_range: return "区间";
    case RulesKey::type_per_quantity: return "按数量";
    case RulesKey::points: return "分";
    case RulesKey::low: return "最少";
    case RulesKey::high: return "最多";
    case RulesKey::unit: return "单位";
    case RulesKey::unit_hint: return "小时、次、人";
    case RulesKey::clause: return "依据";
    case RulesKey::clause_hint: return "例如 村规民约第七条";
    case RulesKey::text: return "条目";
    case RulesKey::apply: return "改好这一条";
    case RulesKey::add: return "加进细则";
    case RulesKey::add_new: return "新加一条";
    case RulesKey::remove: return "去掉这一条";
    case RulesKey::changed_rules: return "改了 {0} 条，还没有发布";
    case RulesKey::nothing_changed: return "已记的分不会变，记的时候是什么就是什么";
    case RulesKey::book_name: return "细则名称";
    case RulesKey::from: return "从哪天起用";
    case RulesKey::from_hint: return "可以填以后的日子";
    case RulesKey::publish: return "发布新细则";
    case RulesKey::published: return "新细则发布了";
    case RulesKey::discard_changes: return "不改了";
    case RulesKey::unlawful: return "“{0}”不能写进村规，扣的只能是分";
    case RulesKey::publish_all_the_same: return "照样发布";
    case RulesKey::error_code: return "编号用大写字母和数字，例如 B02";
    case RulesKey::error_code_twice: return "编号和别的条目重了";
    case RulesKey::error_class: return "编号要以大写字母开头";
    case RulesKey::error_text: return "写上条目";
    case RulesKey::error_text_long: return "最多 500 个字";
    case RulesKey::error_points_zero: return "分不能是 0";
    case RulesKey::error_points: return "分数不对，例如 5 或 -3";
    case RulesKey::error_range: return "最少要比最多小，同为加分或扣分";
    case RulesKey::error_unit: return "写上单位，例如 小时";
    case RulesKey::error_cap: return "上限不对";
    case RulesKey::error_name: return "写上细则名称";
    case RulesKey::error_date: return "日期不对，改成 2026-3-8 这样";
    case RulesKey::error_same: return "和现在的细则一样，不用发布";
    case RulesKey::error_no_rules: return "细则里没有条目了";
    case RulesKey::error_too_large: return "条目的字太多，删短一些";
    case RulesKey::per_unit: return "每{0} {1}";
    case RulesKey::versions: return "以前的细则";
  }
  return {};
}

}  // namespace jishan::ui
