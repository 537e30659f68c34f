// How Dear ImGui is built: once for the native tests and once for the page, with the same choices.
#pragma once

#define IMGUI_USE_WCHAR32              // characters beyond U+FFFF occur in names
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEFAULT_FONT     // glyphs come from the browser
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_ENABLE_TEST_ENGINE       // its hooks, implemented by the mirror
