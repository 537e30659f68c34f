// The moments at which the page hands over: the beginning, each frame, and when frames pause.
#pragma once

#include <string>

namespace jishan::platform {

// Called once, when books and settings are listed in the inbox.
void begin_program();

// Takes the inbox, runs the program, makes the picture ready. Answers as jishan_frame does.
int run_frame();

// Draws the picture of the last frame on the canvas.
void draw_picture();

// Sends the mirror of the last frame to the page.
void tell_mirror();

// Whether F6 (1) or Shift+F6 (−1), pressed now, leads out of the page.
bool leaves_the_page(int direction);

// Of the open book, "" without one: tests compare it with what `jishan state` prints.
std::string state_digest();

}  // namespace jishan::platform
