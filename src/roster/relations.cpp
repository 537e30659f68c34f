#include "roster/relations.h"

#include <algorithm>
#include <array>

namespace jishan::roster {
namespace {

constexpr auto standard = std::to_array<Relation>({
    {"01", "本人"},     {"02", "户主"},       {"10", "配偶"},       {"11", "夫"},
    {"12", "妻"},       {"20", "子"},         {"21", "独生子"},     {"22", "长子"},
    {"23", "次子"},     {"24", "三子"},       {"25", "四子"},       {"26", "五子"},
    {"27", "养子或继子"}, {"28", "女婿"},     {"29", "其他儿子"},   {"30", "女"},
    {"31", "独生女"},   {"32", "长女"},       {"33", "次女"},       {"34", "三女"},
    {"35", "四女"},     {"36", "五女"},       {"37", "养女或继女"}, {"38", "儿媳"},
    {"39", "其他女儿"}, {"40", "孙辈"},       {"41", "孙子"},       {"42", "孙女"},
    {"43", "外孙子"},   {"44", "外孙女"},     {"45", "孙媳或外孙媳"}, {"46", "孙婿或外孙婿"},
    {"47", "曾孙子"},   {"48", "曾孙女"},     {"49", "其他孙辈"},   {"50", "父母"},
    {"51", "父"},       {"52", "母"},         {"53", "公公"},       {"54", "婆婆"},
    {"55", "岳父"},     {"56", "岳母"},       {"57", "继父或养父"}, {"58", "继母或养母"},
    {"59", "其他父母"}, {"60", "祖父母"},     {"61", "祖父"},       {"62", "祖母"},
    {"63", "外祖父"},   {"64", "外祖母"},     {"65", "配偶的祖父母"}, {"66", "曾祖父"},
    {"67", "曾祖母"},   {"68", "配偶的曾祖父母"}, {"69", "其他祖辈"}, {"70", "兄弟姐妹"},
    {"71", "兄"},       {"72", "嫂"},         {"73", "弟"},         {"74", "弟媳"},
    {"75", "姐"},       {"76", "姐夫"},       {"77", "妹"},         {"78", "妹夫"},
    {"79", "其他兄弟姐妹"}, {"80", "其他亲属"}, {"81", "伯父"},     {"82", "伯母"},
    {"83", "叔父"},     {"84", "婶母"},       {"85", "舅父"},       {"86", "舅母"},
    {"87", "姨父"},     {"88", "姨母"},       {"89", "姑父"},       {"90", "姑母"},
    {"91", "堂兄弟姐妹"}, {"92", "表兄弟姐妹"}, {"93", "侄子"},     {"94", "侄女"},
    {"95", "外甥"},     {"96", "外甥女"},     {"97", "其他亲属"},   {"99", "非亲属"},
});

constexpr auto offered_first = std::to_array<Relation>({
    {"02", "户主"}, {"10", "配偶"}, {"20", "儿子"}, {"30", "女儿"}, {"50", "父母"},
    {"40", "孙辈"}, {"70", "兄弟姐妹"}, {"38", "儿媳"}, {"99", "其他"},
});

// Words that rosters use for what the standard names otherwise. 之 in front (之子, 之妻) is cut
// before; 98 differs between editions of the standard and reads as 99.
constexpr auto synonyms = std::to_array<Relation>({
    {"02", "户主本人"}, {"02", "是"},     {"10", "爱人"},   {"11", "丈夫"},   {"11", "老公"},
    {"12", "妻子"},     {"12", "老婆"},   {"12", "媳妇"},   {"20", "儿子"},   {"20", "子女"},
    {"22", "大儿子"},   {"23", "二子"},   {"23", "二儿子"}, {"24", "三儿子"}, {"27", "养子"},
    {"27", "继子"},     {"30", "女儿"},   {"32", "大女儿"}, {"33", "二女"},   {"33", "二女儿"},
    {"34", "三女儿"},   {"37", "养女"},   {"37", "继女"},   {"38", "儿媳妇"}, {"38", "婿媳"},
    {"40", "孙子女"},   {"41", "孙"},     {"43", "外孙"},   {"45", "孙媳"},   {"46", "孙婿"},
    {"47", "曾孙"},     {"51", "父亲"},   {"51", "爸爸"},   {"52", "母亲"},   {"52", "妈妈"},
    {"57", "继父"},     {"57", "养父"},   {"58", "继母"},   {"58", "养母"},   {"61", "爷爷"},
    {"62", "奶奶"},     {"63", "外公"},   {"63", "姥爷"},   {"64", "外婆"},   {"64", "姥姥"},
    {"71", "哥哥"},     {"71", "哥"},     {"72", "嫂子"},   {"73", "弟弟"},   {"74", "弟妹"},
    {"75", "姐姐"},     {"77", "妹妹"},   {"81", "伯伯"},   {"83", "叔叔"},   {"84", "婶婶"},
    {"85", "舅舅"},     {"88", "姨妈"},   {"90", "姑姑"},   {"93", "侄儿"},   {"95", "外甥子"},
    {"97", "亲属"},     {"99", "其他"},   {"99", "其它"},   {"99", "其他非亲属"}, {"99", "保姆"},
    {"99", "无关系"},   {"99", "98"},
});

template <class List>
std::optional<std::string_view> code_in(const List& list, std::string_view word) {
  const auto found = std::find_if(list.begin(), list.end(),
                                  [&](const Relation& each) { return each.word == word; });
  if (found == list.end()) return std::nullopt;
  return found->code;
}

}  // namespace

std::span<const Relation> relations() {
  return standard;
}

std::span<const Relation> usual_relations() {
  return offered_first;
}

std::string_view relation_word(std::string_view code) {
  const auto found = std::find_if(standard.begin(), standard.end(),
                                  [&](const Relation& each) { return each.code == code; });
  return found == standard.end() ? std::string_view() : found->word;
}

std::optional<std::string_view> relation_from(std::string_view word) {
  constexpr std::string_view of_the_head = "之";
  if (!relation_word(word).empty()) return word;
  if (word.starts_with(of_the_head)) word.remove_prefix(of_the_head.size());
  if (const auto code = code_in(standard, word)) return code;
  return code_in(synonyms, word);
}

}  // namespace jishan::roster
