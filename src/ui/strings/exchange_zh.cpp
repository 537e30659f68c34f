#include "ui/strings/exchange_texts.h"

namespace jishan::ui {

std::string_view zh_text(ExchangeKey key) {
  switch (key) {
    case ExchangeKey::subtitle: return "和同事的电脑交换账册，不用联网";
    case ExchangeKey::import_title: return "导入";
    case ExchangeKey::another_file: return "换一个文件";
    case ExchangeKey::no_file_title: return "还没有选文件";
    case ExchangeKey::no_file_first: return "同事导出的文件名字像 柳荫村-2026-09-18.jishan.json";
    case ExchangeKey::no_file_second: return "选文件，或者把它拖到这里。先试算，再合并";
    case ExchangeKey::choose_file: return "选同事给的文件";
    case ExchangeKey::of_this_village: return "是本村的账册";
    case ExchangeKey::from_laptop: return "来自{0}，{1}";
    case ExchangeKey::from_unknown: return "导出于 {0}";
    case ExchangeKey::file_complete: return "文件完整";
    case ExchangeKey::file_incomplete: return "文件不完整或被改过";
    case ExchangeKey::nothing_missing: return "没有缺页";
    case ExchangeKey::missing_of: return "缺 {0} 第 {1} 条";
    case ExchangeKey::missing_unknown: return "有 {0} 条在等缺页";
    case ExchangeKey::column_content: return "内容";
    case ExchangeKey::column_in_file: return "文件里";
    case ExchangeKey::column_known: return "本机已有";
    case ExchangeKey::column_added: return "要新增";
    case ExchangeKey::total: return "合计";
    case ExchangeKey::area_roster: return "户和人";
    case ExchangeKey::area_points: return "记分和细则";
    case ExchangeKey::area_shop: return "兑换";
    case ExchangeKey::area_stock: return "库存";
    case ExchangeKey::area_volunteers: return "志愿服务";
    case ExchangeKey::area_village: return "村、人员和电脑";
    case ExchangeKey::area_unknown: return "新版本写的，先留着";
    case ExchangeKey::dry_run_note:
      return "只是试算，还没有写入。合并只添加记录，不会删改本机原有的任何一条。";
    case ExchangeKey::nothing_new_note: return "这个文件里的记录本机都有，不用合并。";
    case ExchangeKey::damaged_note: return "第 {0} 行等 {1} 处坏了，没有算进来。完好的 {2} 条可以合并，坏的请同事重新导出。";
    case ExchangeKey::filled_in_note: return "另外补上 {0} 条记录里缺的姓名。";
    case ExchangeKey::refused_entries_note: return "有 {0} 条和账册对不上，没有收。请同事重新导出一份。";
    case ExchangeKey::stopped_note: return "停下了。已合并的都是完整的记录，随时可以再导入一次。";
    case ExchangeKey::finished_note: return "合并好了，新增 {0} 条。再导出一份给同事，两台电脑的指纹就一样了。";
    case ExchangeKey::reading: return "正在检查文件";
    case ExchangeKey::writing: return "正在合并";
    case ExchangeKey::task_progress: return "{0} / {1} MB";
    case ExchangeKey::reading_promise: return "只是检查，什么都没有写入";
    case ExchangeKey::writing_promise: return "停下来账也是对的";
    case ExchangeKey::refused_unreadable: return "文件读不出来。把它拷到桌面上，再选一次。";
    case ExchangeKey::refused_too_large: return "文件超过 512 MB，没有读。请同事重新导出一份账册文件。";
    case ExchangeKey::refused_not_a_book: return "这不是账册文件，没有导入。请选名字带 .jishan.json 的文件。";
    case ExchangeKey::refused_other_village: return "这是别的村的账册，没有导入。请选本村同事导出的文件。";
    case ExchangeKey::refused_other_village_named: return "这是{0}的账册，没有导入。请选本村同事导出的文件。";
    case ExchangeKey::refused_newer_format: return "文件是新版本导出的，这个版本读不了。请先换上新版本。";
    case ExchangeKey::refused_wrong_mode: return "示例村和真账不能合在一起，没有导入。";
    case ExchangeKey::refused_nothing_usable: return "文件里没有一条完好的记录，没有导入。请同事重新导出一份。";
    case ExchangeKey::laptops_title: return "账册里的电脑";
    case ExchangeKey::column_laptop: return "电脑";
    case ExchangeKey::column_entries: return "记到第几条";
    case ExchangeKey::this_one: return "本机";
    case ExchangeKey::same_fingerprint_hint: return "两台电脑的指纹一样，就是同一本账";
    case ExchangeKey::fingerprint: return "账册指纹";
    case ExchangeKey::export_colleague: return "导出给同事";
    case ExchangeKey::export_township: return "导出给镇里，不带姓名";
    case ExchangeKey::export_hint_colleague: return "带姓名。用 U 盘或聊天软件发给同事，对方导入后账就一样";
    case ExchangeKey::export_hint_township: return "只有编号、分数和日期，能核对，看不到人名";
    case ExchangeKey::waiting_note: return "有 {0} 条记录在等缺页，补齐以后才算数。请那台电脑再导出一份。";
    case ExchangeKey::without_names_note: return "有 {0} 条没有姓名。导入一份带姓名的文件就补上了。";
    case ExchangeKey::bar_idle: return "导出的是整本账册，不会少";
    case ExchangeKey::bar_ready: return "写入时可以停，停下来账也是对的";
    case ExchangeKey::bar_writing: return "正在写入，写完就能接着用";
    case ExchangeKey::merge_entries: return "合并 {0} 条";
    case ExchangeKey::do_not_merge: return "不合并";
    case ExchangeKey::close_file: return "知道了";
  }
  return {};
}

}  // namespace jishan::ui
