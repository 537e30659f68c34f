#include "ui/focus.h"

#include <imgui_internal.h>

#include <algorithm>
#include <utility>

#include "ui/keys.h"

namespace jishan::ui {
namespace {

// Owns the keys that ImGui's text field and tabbing would otherwise take.
constexpr ImGuiID key_owner = 0x4A495348;

bool is_pressed(ImGuiKey key) { return ImGui::IsKeyPressed(key, true); }

// Typing ends when the focus leaves the field.
void end_typing() {
  ImGuiContext& g = *ImGui::GetCurrentContext();
  if (g.ActiveId == 0 || g.InputTextState.ID != g.ActiveId) return;
  ImGui::ClearActiveID();
  g.InputTextDeactivatedState.ID = 0;  // its text was taken over with every key
}

}  // namespace

void Focus::begin_frame() {
  m_stops.clear();
  m_layer = 0;
  m_region = Region::body;
  ImGui::SetKeyOwner(ImGuiKey_Tab, key_owner);
  ImGui::SetKeyOwner(ImGuiKey_Escape, key_owner);
  ImGuiContext& g = *ImGui::GetCurrentContext();
  if (g.NavActivateId != 0 && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
    // A field that becomes active in this very frame would swallow the press. It keeps the focus
    // that it was given and becomes active when the press meant no other one.
    g.NavActivateId = 0;
    end_typing();
  }
}

bool Focus::stop(Stop stop) {
  stop.layer = m_layer;
  stop.region = m_region;
  // A click into a text field is known to ImGui first.
  if (stop.input != 0 && ImGui::GetActiveID() == stop.input && m_focused != stop.id) {
    m_focused = stop.id;
    m_by = FocusedBy::mouse;
    m_is_to_reveal = true;
  }
  m_stops.push_back(stop);
  if (has(stop.id)) m_is_in_list = stop.opening == Opening::first_list;
  if (has(stop.id) && m_is_to_reveal) reveal(stop.box);
  return has(stop.id);
}

void Focus::give(ImGuiID id, FocusedBy by) {
  m_focused = id;
  m_by = by;
  m_is_opening = false;
  m_is_to_reveal = true;
  const auto found = std::find_if(m_stops.begin(), m_stops.end(),
                                  [id](const Stop& stop) { return stop.id == id; });
  const bool is_known = found != m_stops.end();
  // A search box is drawn before its list: it asks in the next frame, before the list is drawn.
  m_is_in_list = is_known && found->opening == Opening::first_list;
  if (is_known) activate(*found);
}

bool Focus::ask_for(ImGuiID id) {
  const std::vector<Stop> stops = reachable();
  const bool is_there = std::any_of(stops.begin(), stops.end(),
                                    [id](const Stop& stop) { return stop.id == id; });
  if (is_there) give(id, FocusedBy::keyboard);
  return is_there;
}

void Focus::end_frame() {
  follow_layers();
  const ImGuiIO& io = ImGui::GetIO();
  const bool is_tab_kept = std::exchange(m_is_tab_kept, false);
  if (is_pressed(ImGuiKey_Tab) && !io.KeyCtrl && !io.KeyAlt && !is_tab_kept) {
    m_wanted_step = io.KeyShift ? -1 : 1;
  }
  if (is_pressed(ImGuiKey_F6)) {
    const RegionStep step = region_step(io.KeyShift ? -1 : 1);
    if (step.first != 0) give(step.first, FocusedBy::keyboard);
  }
  if (m_is_opening) {
    open();
    // Who is quick has typed already: it belongs to what the screen opens with.
    keep_typed_for_next_frame();
  }
  if (m_wants_list) step_to_list();
  if (m_wanted_step != 0) step(m_wanted_step);
  m_wants_list = false;
  m_wanted_step = 0;
}

std::vector<Stop> Focus::reachable() const {
  std::vector<Stop> stops;
  std::copy_if(m_stops.begin(), m_stops.end(), std::back_inserter(stops),
               [this](const Stop& stop) { return stop.layer == m_top_layer; });
  std::stable_sort(stops.begin(), stops.end(),
                   [](const Stop& a, const Stop& b) { return a.region < b.region; });
  return stops;
}

std::vector<Stop> Focus::visited() const {
  std::vector<Stop> stops = reachable();
  stops.erase(std::remove_if(stops.begin(), stops.end(),
                             [this](const Stop& stop) {
                               return stop.tabbing == Tabbing::passed_over && !has(stop.id);
                             }),
              stops.end());
  return stops;
}

// A field that lies outside what its panel shows is scrolled into view; a table that is higher than
// its panel stays where it is.
void Focus::reveal(const Rect& box) {
  m_is_to_reveal = false;
  const ImRect shown = ImGui::GetCurrentWindow()->InnerClipRect;
  if (box.y >= shown.Min.y && box.bottom() <= shown.Max.y) return;
  if (box.h > shown.GetHeight()) return;
  ImGui::SetScrollFromPosY(box.center().y - ImGui::GetWindowPos().y, 0.5F);
}

void Focus::follow_layers() {
  int top = 0;
  for (const Stop& stop : m_stops) top = std::max(top, stop.layer);
  while (m_top_layer < top) {
    m_below.push_back(m_focused);
    ++m_top_layer;
    m_is_opening = true;
  }
  while (m_top_layer > top) {
    --m_top_layer;
    const ImGuiID before = m_below.back();
    m_below.pop_back();
    const bool is_there = std::any_of(m_stops.begin(), m_stops.end(),
                                      [before](const Stop& stop) { return stop.id == before; });
    if (is_there) {
      give(before, FocusedBy::keyboard);
    } else {
      m_is_opening = true;  // the layer came together with the screen below it
    }
  }
  // What closed below as the layer opened, a list of choices for instance, asks for the keyboard once
  // more: it gets it when the layer has gone.
  const auto here = std::find_if(m_stops.begin(), m_stops.end(),
                                 [this](const Stop& stop) { return stop.id == m_focused; });
  if (here != m_stops.end() && here->layer < m_top_layer) m_is_opening = true;
}

void Focus::open() {
  const std::vector<Stop> stops = visited();
  for (const Opening wanted : {Opening::safe_choice, Opening::empty_field, Opening::first_list}) {
    const auto found = std::find_if(stops.begin(), stops.end(), [&](const Stop& stop) {
      const bool counts = m_top_layer > 0 || stop.region == Region::body ||
                          stop.region == Region::head;
      return counts && stop.opening == wanted;
    });
    if (found != stops.end()) {
      give(found->id, FocusedBy::keyboard);
      return;
    }
  }
  const auto body = std::find_if(stops.begin(), stops.end(), [this](const Stop& stop) {
    return m_top_layer > 0 || stop.region == Region::body;
  });
  if (body != stops.end()) give(body->id, FocusedBy::keyboard);
}

void Focus::step(int direction) {
  const std::vector<Stop> stops = visited();
  if (stops.empty()) return;
  const auto current = std::find_if(stops.begin(), stops.end(),
                                    [this](const Stop& stop) { return stop.id == m_focused; });
  const auto count = static_cast<std::ptrdiff_t>(stops.size());
  std::ptrdiff_t place = current == stops.end() ? (direction > 0 ? -1 : 0)
                                                : std::distance(stops.begin(), current);
  place = (place + direction + count) % count;
  give(stops[static_cast<std::size_t>(place)].id, FocusedBy::keyboard);
}

void Focus::step_to_list() {
  const std::vector<Stop> stops = reachable();
  const auto list = std::find_if(stops.begin(), stops.end(), [](const Stop& stop) {
    return stop.opening == Opening::first_list;
  });
  if (list != stops.end()) give(list->id, FocusedBy::keyboard);
}

Focus::RegionStep Focus::region_step(int direction) const {
  const std::vector<Stop> stops = visited();
  if (stops.empty()) return {};
  const auto current = std::find_if(stops.begin(), stops.end(),
                                    [this](const Stop& stop) { return stop.id == m_focused; });
  const Region from = current == stops.end() ? stops.back().region : current->region;
  std::vector<Stop> firsts;
  for (const Stop& stop : stops) {
    if (firsts.empty() || firsts.back().region != stop.region) firsts.push_back(stop);
  }
  const auto at = std::find_if(firsts.begin(), firsts.end(),
                               [from](const Stop& stop) { return stop.region == from; });
  const auto count = static_cast<std::ptrdiff_t>(firsts.size());
  const std::ptrdiff_t wanted = std::distance(firsts.begin(), at) + direction;
  const std::ptrdiff_t place = (wanted + count) % count;
  return {firsts[static_cast<std::size_t>(place)].id, wanted != place};
}

void Focus::activate(const Stop& stop) {
  ImGuiContext& g = *ImGui::GetCurrentContext();
  if (stop.input != 0 && g.ActiveId != stop.input) {
    g.NavNextActivateId = stop.input;
    g.NavNextActivateFlags = ImGuiActivateFlags_PreferInput;
  } else if (stop.input == 0) {
    g.NavNextActivateId = 0;  // also of a field that Enter was to leave as it is
    end_typing();
  }
}

}  // namespace jishan::ui
