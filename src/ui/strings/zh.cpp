#include "ui/strings/keys.h"

namespace jishan::ui {

std::string_view zh_text(Key key) {
  switch (key) {
    // widgets
    case Key::field_cut: return "最多 500 个字，后面的没有录入";
    case Key::clear_search: return "清空";
    case Key::month_before: return "上个月";
    case Key::month_after: return "下个月";
    case Key::month_title: return "{0}年{1}月";
    case Key::today: return "今天";
    case Key::yesterday: return "昨天";
    case Key::monday: return "星期一";
    case Key::tuesday: return "星期二";
    case Key::wednesday: return "星期三";
    case Key::thursday: return "星期四";
    case Key::friday: return "星期五";
    case Key::saturday: return "星期六";
    case Key::sunday: return "星期日";
    case Key::monday_short: return "一";
    case Key::tuesday_short: return "二";
    case Key::wednesday_short: return "三";
    case Key::thursday_short: return "四";
    case Key::friday_short: return "五";
    case Key::saturday_short: return "六";
    case Key::sunday_short: return "日";
    case Key::day_and_weekday: return "{0}，{1}";
    case Key::date_unreal: return "没有这一天，改成 2026-3-8 这样";
    case Key::date_in_future: return "日期还没到，改成今天或以前";
    case Key::close: return "关掉";
    case Key::undo: return "撤回";
    case Key::stop: return "停止";
    case Key::back: return "返回";
    case Key::cancel: return "不了";
    case Key::more: return "更多";
    case Key::menu: return "菜单";
    case Key::points_unit: return "分";
    case Key::no_value: return "—";
    // frame
    case Key::app_name: return "积善簿";
    case Key::seal: return "积";
    case Key::screen_home: return "首页";
    case Key::screen_award: return "记分";
    case Key::screen_redeem: return "兑换";
    case Key::screen_stock: return "库存";
    case Key::screen_households: return "户册";
    case Key::screen_volunteers: return "志愿";
    case Key::screen_exchange: return "数据";
    case Key::screen_settings: return "设置";
    case Key::sample_tag: return "示例，不是真账";
    case Key::find_anything: return "找户、找人、找功能";
    case Key::saved_at: return "已保存 {0}";
    case Key::saved: return "已保存";
    case Key::saving: return "正在保存……";
    case Key::not_saved: return "未保存！{0} 笔，点这里处理";
    case Key::no_book_yet: return "还没有账册";
    case Key::this_laptop: return "本机：{0}";
    case Key::last_merge: return "上次合并 {0} {1}";
    case Key::never_merged: return "还没有合并过";
    case Key::fingerprint: return "指纹 {0}";
    case Key::keys_help: return "F1 帮助";
    case Key::keys_next_field: return "Enter 下一项";
    case Key::keys_region: return "F6 换区";
    case Key::keys_search: return "/ 搜索";
    case Key::keys_choose: return "↑↓ 选择";
    case Key::keys_open: return "Enter 打开";
    case Key::month_and_day: return "{0}月{1}日";
    case Key::full_date: return "{0}年{1}月{2}日";
    case Key::quarter_1: return "{0}年第一季度";
    case Key::quarter_2: return "{0}年第二季度";
    case Key::quarter_3: return "{0}年第三季度";
    case Key::quarter_4: return "{0}年第四季度";
    case Key::change_operator: return "换人操作";
    case Key::switch_book: return "换一本账";
    case Key::nothing_found: return "没有找到 {0}";
    // end of texts
    case Key::last: break;
  }
  return {};
}

}  // namespace jishan::ui
