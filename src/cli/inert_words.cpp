#include "cli/inert_words.h"

#include <utility>

namespace jishan::cli {
namespace {

using journal::Inert;
using journal::InertCause;
using journal::Json;

std::string why(const Inert& reason) {
  switch (reason.cause) {
    case InertCause::missing:
      return "缺少 " + reason.what;
    case InertCause::wrong:
      return reason.what.empty() ? "这一行的写法不对" : reason.what + " 的值不合规定";
    case InertCause::kind:
      return "本版程序不认识这类记录";
    case InertCause::generation:
      return "代次不是现在有效的一次";
    case InertCause::surplus:
      return "与另一行记的是同一件事，只算一行";
    case InertCause::target:
      return "所指的记录不在账册里，或者它本身不起作用";
  }
  return "";
}

std::string what_to_do(InertCause cause) {
  switch (cause) {
    case InertCause::missing:
    case InertCause::wrong:
      return "请查明是哪台电脑、什么程序写的；确有其事的，在本程序里重新录入一次，原来的照样保留。";
    case InertCause::kind:
      return "请换用新版程序再核对；记录照样保留和导出。";
    case InertCause::generation:
      return "正常记账不会这样，请核对来源；确有其事的，在本程序里重新录入一次。";
    case InertCause::surplus:
      return "不用处理；两边数目不同的，会列在待处理里。";
    case InertCause::target:
      return "请导入含有那条记录的文件；找不到的，不用处理。";
  }
  return "";
}

}  // namespace

std::string ref_of(const journal::InertLine& line) {
  const std::string h = line.h.hex();
  return line.line == journal::whole_event ? h : h + ":" + std::to_string(line.line);
}

std::string causes_of(const journal::InertLine& line) {
  std::string text;
  for (const Inert& reason : line.reasons) {
    if (!text.empty()) text += ", ";
    text += code_of(reason.cause);
    // What stands in a file may hold line feeds.
    if (!reason.what.empty()) text += " " + Json(reason.what).canonical();
  }
  return text;
}

std::string advice_on(const journal::InertLine& line) {
  std::string text;
  for (const Inert& reason : line.reasons) {
    if (!text.empty()) text += "，";
    text += why(reason);
  }
  text += line.line == journal::whole_event ? "；整条不起作用。" : "；这一行不起作用。";
  return text + what_to_do(line.reasons.front().cause);
}

Json json_of(const journal::InertLine& line) {
  Json reasons{Json::Array()};
  for (const Inert& reason : line.reasons) {
    reasons.push_back(Json(
        Json::Object{{"cause", Json(code_of(reason.cause))}, {"what", Json(reason.what)}}));
  }
  Json json;
  json.set("h", Json(line.h.hex())).set("kind", Json(line.kind)).set("v", Json(line.version));
  if (line.line != journal::whole_event) json.set("line", Json(line.line));
  json.set("reasons", std::move(reasons)).set("advice", Json(advice_on(line)));
  return json;
}

}  // namespace jishan::cli
