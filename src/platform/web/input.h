// Hands the inbox's input events to Dear ImGui in their order, and keeps the clipboard text that
// a paste brought. It must not know any screen.
#pragma once

#include <string>
#include <vector>

#include "app/happenings.h"
#include "platform/web/inbox.h"

namespace jishan::platform {

// Connects ImGui's clipboard with the page's copy and paste events. Once, after CreateContext.
void connect_clipboard();

// Queues the events. What was pasted while no field took text is returned as happenings.
std::vector<app::Happening> give_input_to_imgui(std::vector<InputEvent> events);

// Whether something is queued, here or in ImGui, that no frame has taken in yet.
bool input_waits();

}  // namespace jishan::platform
