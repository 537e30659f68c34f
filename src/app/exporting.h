// Export of the open book as one file. Writes no event.
#pragma once

#include <string>

#include "journal/event.h"

namespace jishan::app {

class App;

// 村名-日期.jishan.json; with the time of day, and then a number, added when a file of this name was
// made before on this page, because two exports of one name are how the older one is sent by mistake.
std::string export_file_name(App& app);

// Hands the file to the person. `personal` stripped: without names, for the township.
void export_book(App& app, journal::PersonalPart personal);
// While a lost book is being recovered: what the chosen copies give together, as a file.
void export_recovered(App& app);

}  // namespace jishan::app
