#include "roster/events.h"

#include <utility>

#include "village/row_drafts.h"

namespace jishan::roster {
namespace {

using journal::Json;
using village::SetRow;

template <class Value>
void set_if(Json& object, const char* key, const std::optional<Value>& value) {
  if (value) object.set(key, *value);
}

// A number that is cleared is written as "", like every cleared register field.
void set_number_if(Json& object, const char* key, const std::optional<std::int64_t>& value) {
  if (value) object.set(key, *value == 0 ? Json("") : Json(*value));
}

template <class Id>
SetRow row_of(const Id& id, Json fields, Json personal = {}) {
  SetRow row;
  row.row.set("id", id.str());
  row.row.set("f", std::move(fields));
  row.personal = std::move(personal);
  return row;
}

SetRow set_row(const CellRow& row) {
  Json f;
  set_if(f, "parent", row.fields.parent);
  set_if(f, "level", row.fields.level);
  set_number_if(f, "no", row.fields.number);
  set_if(f, "name", row.fields.name);
  return row_of(row.id, std::move(f));
}

SetRow set_row(const HouseholdRow& row) {
  const HouseholdFields& fields = row.fields;
  Json f;
  set_if(f, "no", fields.number);
  set_number_if(f, "grp", fields.group);
  set_if(f, "cell", fields.cell);
  if (fields.household_class) f.set("class", code_of(*fields.household_class));
  set_if(f, "head", fields.head);
  if (fields.state) f.set("state", code_of(*fields.state));
  set_if(f, "outlet", fields.outlet);
  Json personal;
  set_if(personal, "addr", fields.address);
  set_if(personal, "note", fields.note);
  return row_of(row.id, std::move(f), std::move(personal));
}

SetRow set_row(const ResidentRow& row) {
  const ResidentFields& fields = row.fields;
  Json f;
  set_if(f, "hh", fields.household);
  set_if(f, "rel", fields.relation);
  if (fields.state) f.set("state", code_of(*fields.state));
  Json personal;
  set_if(personal, "name", fields.name);
  if (fields.sex) {
    set_number_if(personal, "sex", std::optional(static_cast<std::int64_t>(*fields.sex)));
  }
  set_if(personal, "born", fields.born);
  set_number_if(personal, "minor", fields.minor);
  set_if(personal, "phone", fields.phone);
  set_if(personal, "idno", fields.id_number);
  return row_of(row.id, std::move(f), std::move(personal));
}

template <class Row>
std::vector<journal::Draft> drafts_of(std::string_view kind, const std::vector<Row>& rows,
                                      const std::string& date) {
  std::vector<SetRow> set_rows;
  for (const Row& row : rows) {
    if (!row.fields.is_empty()) set_rows.push_back(set_row(row));
  }
  return village::row_drafts(kind, set_rows, date);
}

}  // namespace

bool CellFields::is_empty() const {
  return !parent && !level && !number && !name;
}

bool HouseholdFields::is_empty() const {
  return !number && !group && !cell && !household_class && !head && !state && !outlet && !address &&
         !note;
}

bool ResidentFields::is_empty() const {
  return !household && !relation && !state && !name && !sex && !born && !minor && !phone &&
         !id_number;
}

std::string_view code_of(HouseholdState state) {
  switch (state) {
    case HouseholdState::here:
      break;
    case HouseholdState::away:
      return "away";
    case HouseholdState::moved:
      return "moved";
    case HouseholdState::closed:
      return "closed";
  }
  return "";
}

std::string_view code_of(ResidentState state) {
  switch (state) {
    case ResidentState::here:
      break;
    case ResidentState::away:
      return "away";
    case ResidentState::moved:
      return "moved";
    case ResidentState::dead:
      return "dead";
  }
  return "";
}

std::string_view code_of(HouseholdClass household_class) {
  switch (household_class) {
    case HouseholdClass::ordinary:
      break;
    case HouseholdClass::cadre:
      return "cadre";
    case HouseholdClass::representative:
      return "rep";
  }
  return "";
}

HouseholdState household_state_from(std::string_view code) {
  for (const auto state : {HouseholdState::away, HouseholdState::moved, HouseholdState::closed}) {
    if (code == code_of(state)) return state;
  }
  return HouseholdState::here;
}

ResidentState resident_state_from(std::string_view code) {
  for (const auto state : {ResidentState::away, ResidentState::moved, ResidentState::dead}) {
    if (code == code_of(state)) return state;
  }
  return ResidentState::here;
}

HouseholdClass household_class_from(std::string_view code) {
  for (const auto each : {HouseholdClass::cadre, HouseholdClass::representative}) {
    if (code == code_of(each)) return each;
  }
  return HouseholdClass::ordinary;
}

std::vector<journal::Draft> cell_drafts(const std::vector<CellRow>& rows, const std::string& date) {
  return drafts_of(kind_cell, rows, date);
}

std::vector<journal::Draft> household_drafts(const std::vector<HouseholdRow>& rows,
                                             const std::string& date) {
  return drafts_of(kind_household, rows, date);
}

std::vector<journal::Draft> resident_drafts(const std::vector<ResidentRow>& rows,
                                            const std::string& date) {
  return drafts_of(kind_resident, rows, date);
}

journal::Draft alias_draft(const Alias& alias, std::string date) {
  SetRow row;
  row.row.set("t", std::string(1, alias.type));
  row.row.set("a", alias.a);
  row.row.set("b", alias.b);
  row.row.set("f", Json(Json::Object{{"on", Json(alias.on)}}));
  return village::row_drafts(kind_alias, {row}, date).front();
}

}  // namespace jishan::roster
