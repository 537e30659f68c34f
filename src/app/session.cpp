#include "app/session.h"

#include <algorithm>
#include <utility>

#include "village/commands.h"
#include "village/events.h"

namespace jishan::app {
namespace {

constexpr std::string_view writer_key = "writer";
constexpr std::string_view operator_key = "operator";
constexpr std::string_view sat_here_key = "operators_here";
constexpr std::string_view laptop_key = "laptop";
constexpr std::string_view laptop_introduced_key = "laptop_introduced";
constexpr std::string_view new_operator_name_key = "new_operator_name";
constexpr std::string_view new_operator_role_key = "new_operator_role";

constexpr std::string_view unnamed_laptop = "村委会电脑";

// Ids, each with a space behind it.
std::set<OperatorId> ids_of(std::string_view text) {
  std::set<OperatorId> ids;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (const auto id = OperatorId::from_text(text.substr(0, end))) ids.insert(*id);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return ids;
}

std::string text_of(const std::set<OperatorId>& ids) {
  std::string text;
  for (const OperatorId& id : ids) text += id.str() + " ";
  return text;
}

}  // namespace

Session Session::load(const Store& store, Random& random) {
  Session session;
  const auto text = [&](std::string_view key) { return store.local(key).value_or(std::string()); };
  session.m_writer = WriterId::from_text(text(writer_key)).value_or(WriterId());
  if (session.m_writer.is_empty()) session.m_writer = WriterId::make(random);
  session.m_operator = OperatorId::from_text(text(operator_key)).value_or(OperatorId());
  session.m_sat_here = ids_of(text(sat_here_key));
  session.m_laptop_name = text(laptop_key);
  session.m_is_laptop_introduced = text(laptop_introduced_key) == "1";
  session.m_new_operator_name = text(new_operator_name_key);
  session.m_new_operator_role = text(new_operator_role_key);
  return session;
}

void Session::choose_operator(OperatorId known) {
  m_operator = known;
  m_sat_here.insert(known);
  m_new_operator_name.clear();
  m_new_operator_role.clear();
}

void Session::introduce_operator(std::string name, std::string role, Random& random) {
  m_operator = OperatorId::make(random);
  m_sat_here.insert(m_operator);
  m_new_operator_name = std::move(name);
  m_new_operator_role = std::move(role);
}

void Session::name_laptop(std::string duty) {
  m_is_laptop_introduced = m_is_laptop_introduced && duty == m_laptop_name;
  m_laptop_name = std::move(duty);
}

void Session::become_new_writer(Random& random) {
  m_writer = WriterId::make(random);
  m_is_laptop_introduced = false;
}

std::vector<journal::Draft> Session::introductions(const journal::CommandContext& context,
                                                   std::string_view app_version) const {
  std::vector<journal::Draft> drafts;
  if (!m_is_laptop_introduced) {
    const std::string duty(m_laptop_name.empty() ? unnamed_laptop : m_laptop_name);
    const auto planned = village::plan_writer(
        context, {.writer = m_writer, .app = std::string(app_version), .name = duty});
    drafts.insert(drafts.end(), planned.drafts.begin(), planned.drafts.end());
  }
  if (!m_new_operator_name.empty()) {
    village::OperatorRequest request{.id = m_operator, .name = m_new_operator_name};
    if (!m_new_operator_role.empty()) request.roles.push_back(m_new_operator_role);
    const auto planned = village::plan_operator(context, request);
    drafts.insert(drafts.end(), planned.drafts.begin(), planned.drafts.end());
  }
  return drafts;
}

journal::Draft Session::join_draft(std::string_view app_version, std::string date) const {
  const std::string name(m_laptop_name.empty() ? unnamed_laptop : m_laptop_name);
  return village::writer_draft({std::string(app_version), name}, std::move(date));
}

void Session::on_introduced() {
  m_is_laptop_introduced = true;
  m_new_operator_name.clear();
  m_new_operator_role.clear();
}

std::vector<LocalRecord> Session::local_records() const {
  return {
      {std::string(writer_key), m_writer.str()},
      {std::string(operator_key), m_operator.str()},
      {std::string(sat_here_key), text_of(m_sat_here)},
      {std::string(laptop_key), m_laptop_name},
      {std::string(laptop_introduced_key), m_is_laptop_introduced ? "1" : "0"},
      {std::string(new_operator_name_key), m_new_operator_name},
      {std::string(new_operator_role_key), m_new_operator_role},
  };
}

}  // namespace jishan::app
