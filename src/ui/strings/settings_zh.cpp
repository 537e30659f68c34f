#include "ui/strings/settings_texts.h"

namespace jishan::ui {

std::string_view zh_text(SettingsKey key) {
  switch (key) {
    case SettingsKey::who_title: return "今天谁在用这台电脑";
    case SettingsKey::who_subtitle: return "姓名记在每一笔上，是自己报的";
    case SettingsKey::who_known: return "账册里的人";
    case SettingsKey::who_new: return "我不在里面";
    case SettingsKey::who_new_hint: return "姓名只填一次";
    case SettingsKey::your_name: return "您的姓名";
    case SettingsKey::your_role: return "职务";
    case SettingsKey::role_placeholder: return "例如 会计";
    case SettingsKey::laptop_name: return "这台电脑叫什么";
    case SettingsKey::laptop_hint: return "按用处叫，例如 超市电脑，不写人名";
    case SettingsKey::begin_work: return "开始用";
    case SettingsKey::name_missing: return "先填姓名";
    case SettingsKey::name_too_long: return "姓名最多 40 个字";
    case SettingsKey::role_too_long: return "职务最多 20 个字";
    case SettingsKey::who_bar: return "记下第一笔时，姓名和电脑名一起写进账册";
    case SettingsKey::nameless_operator: return "没有姓名的操作员";
    case SettingsKey::subtitle: return "改了马上生效，别的电脑合并后也看得到";
    case SettingsKey::sections: return "设置分类";
    case SettingsKey::section_village: return "本村";
    case SettingsKey::section_rules: return "细则";
    case SettingsKey::section_operators: return "操作员";
    case SettingsKey::section_display: return "显示";
    case SettingsKey::section_books: return "账册";
    case SettingsKey::village_name: return "村或社区";
    case SettingsKey::town_name: return "乡镇或街道";
    case SettingsKey::step: return "记分最小单位";
    case SettingsKey::step_hint: return "只管输入，已记的不变";
    case SettingsKey::step_tenth: return "0.1 分";
    case SettingsKey::step_half: return "0.5 分";
    case SettingsKey::step_whole: return "1 分";
    case SettingsKey::rate: return "1 分值多少钱";
    case SettingsKey::rate_hint: return "只用来估算物品分价";
    case SettingsKey::yuan_unit: return "元";
    case SettingsKey::town_too_long: return "乡镇名最多 40 个字";
    case SettingsKey::rate_out_of_range: return "填 0 到 1000 元";
    case SettingsKey::save_village: return "保存本村设置";
    case SettingsKey::village_saved: return "本村设置存好了";
    case SettingsKey::nothing_changed: return "没有改动";
    case SettingsKey::column_name: return "姓名";
    case SettingsKey::column_role: return "职务";
    case SettingsKey::column_state: return "状态";
    case SettingsKey::works_here: return "在用";
    case SettingsKey::left_work: return "已离开";
    case SettingsKey::add_operator: return "加一个操作员";
    case SettingsKey::operator_saved: return "操作员存好了";
    case SettingsKey::let_go: return "离开了";
    case SettingsKey::take_back: return "又来了";
    case SettingsKey::operators_hint: return "名字是自己报的，纸上的签名才是凭证";
    case SettingsKey::laptop_saved: return "电脑名记下了，下一笔时写进账册";
    case SettingsKey::save_laptop: return "改电脑名";
    case SettingsKey::text_size: return "字的大小";
    case SettingsKey::contrast: return "颜色";
    case SettingsKey::contrast_normal: return "平常";
    case SettingsKey::contrast_high: return "高对比";
    case SettingsKey::language: return "语言";
    case SettingsKey::language_zh: return "中文";
    case SettingsKey::language_en: return "English";
    case SettingsKey::display_hint: return "只管这台电脑";
    case SettingsKey::column_book: return "账册";
    case SettingsKey::column_kind: return "种类";
    case SettingsKey::kind_real: return "真账";
    case SettingsKey::kind_practice: return "示例";
    case SettingsKey::open_now: return "正在用";
    case SettingsKey::open_this_book: return "打开这本";
    case SettingsKey::another_book: return "再建或加入一本";
    case SettingsKey::books_hint: return "账册存在本机这个浏览器里，不在 U 盘上";
    case SettingsKey::discard_sample: return "扔掉示例村";
    case SettingsKey::sample_discarded_hint: return "只扔示例，真账不动";
  }
  return {};
}

}  // namespace jishan::ui
