// What is wrong with the layout of a frame, judged by the mirror's boxes and the lines of text that
// were painted: overlaps, what is cut or outside, letters that do not stand out from their ground.
#pragma once

#include <string>
#include <vector>

#include "ui/mirror.h"

namespace jishan::test {

// The mirror must watch its paint. Empty: nothing is wrong.
std::vector<std::string> layout_faults(const ui::Mirror& mirror, ui::Rect window);

// Letters and ground that were painted together with less contrast than 4.5.
std::vector<std::string> contrast_faults(const ui::Mirror& mirror);

}  // namespace jishan::test
