"""Plants each violation in a small clean tree and sees it reported, alone and at its place."""

import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from arrows import declared_layers
from tidy import findings

CMAKE = """layer(base)
layer(db DEPENDS base THIRD_PARTY sqlite3)
layer(journal DEPENDS db THIRD_PARTY nlohmann)
layer(village DEPENDS journal)
layer(ledger DEPENDS village)
layer(points DEPENDS ledger)
layer(shop DEPENDS points)
layer(volunteers DEPENDS points)
layer(app DEPENDS shop volunteers)
layer(ui DEPENDS app THIRD_PARTY imgui)
layer(platform FOLDER platform/native DEPENDS app)
layer(cli DEPENDS app platform)
"""

# A tree that every rule is content with, and that comes close to what they forbid.
CLEAN = {
    "CMakeLists.txt": CMAKE,
    "src/base/date.h": "// A date.\n#pragma once\n",
    "src/base/date.cpp": '#include "base/date.h"\n',
    "src/base/inner.h": "// Used inside base only.\n#pragma once\n",
    "src/base/inner.cpp": '#include "base/inner.h"\n',
    "tests/base/date_test.cpp": '#include "base/date.h"\n',
    "src/db/database.h": "// The database.\n#pragma once\n#include <sqlite3.h>\n",
    "src/journal/json.cpp": "#include <nlohmann/json.hpp>\n",
    "tests/journal/event_test.cpp": "int tested;\n",
    "src/points/README.md": "Kinds and tables.\n",
    "src/points/commands.h": '// Commands.\n#pragma once\n#include "base/date.h"\n',
    "src/points/rules.h": "// Rules.\n#pragma once\n",
    "src/points/schema.sql": "CREATE TABLE claim (\n  id TEXT -- of it\n) STRICT, WITHOUT ROWID;\n",
    "src/shop/README.md": "Kinds and tables.\n",
    "src/shop/queries.h": "// Queries.\n#pragma once\n",
    "src/ui/imgui_config.h": "// Choices.\n#pragma once\n",
    "src/ui/theme.h": '// Colours.\n#pragma once\n#include "imgui.h"\n#include "ui/imgui_config.h"\n',
    "src/ui/strings/zh.cpp": 'const char* title = "积善簿";\n',
    "src/ui/screens/home.cpp": '#include "points/commands.h"\n// 首页 with bytes.data()\n',
    "src/platform/web/bridge.cpp": '#include <emscripten/emscripten.h>\n#include "ui/theme.h"\n',
    "src/cli/main.cpp": '#include "app/app.h"\n',
    "src/db/rows.h": "// Seen through the support only.\n#pragma once\n",
    "src/db/rows.cpp": '#include "db/rows.h"\n',
    "src/ledger/fold.h": '// A fold.\n#pragma once\n#include "db/rows.h"\n',
    "src/ledger/README.md": "Kinds and tables.\n",
    "tests/support/stage.h": '// A stage.\n#pragma once\n#include "db/rows.h"\n',
    "tests/db/rows_through_a_stage_test.cpp": '#include "support/stage.h"\n',
    "tests/cli/tool_test.cpp": "int tested;\n",
    "tests/ui/zh_test.cpp": "int tested;\n",
    "web/src/main.ts": "// The data of an event is given by the DOM.\nconst text = event.data;\n",
    "build/native/left_out.cpp": "TO" "DO",
}

# What is planted, where it must be reported, and what the report must say.
PLANTED = {
    "an arrow backwards": (
        {"src/base/date.h": '// A date.\n#pragma once\n#include "points/rules.h"\n'},
        "src/base/date.h", 3, "base must not include points/rules.h",
    ),
    "an arrow sideways": (
        {"src/shop/queries.h": '// Q.\n#pragma once\n#include "volunteers/queries.h"\n',
         "src/volunteers/queries.h": "// Q.\n#pragma once\n", "src/volunteers/README.md": "K.\n"},
        "src/shop/queries.h", 3, "shop must not include volunteers/queries.h",
    ),
    "the tool looking at the screens": (
        {"src/cli/main.cpp": '#include "ui/theme.h"\n'},
        "src/cli/main.cpp", 1, "cli must not include ui/theme.h",
    ),
    "a folder that is no layer": (
        {"src/extra/x.h": "// X.\n#pragma once\n"}, "src/extra/x.h", 1, "no layer",
    ),
    "a relative include": (
        {"src/base/date.cpp": '#include "../base/date.h"\n'},
        "src/base/date.cpp", 1, "from src/",
    ),
    "SQLite outside db": (
        {"src/points/rules.h": "// R.\n#pragma once\n#include <sqlite3.h>\n"},
        "src/points/rules.h", 3, "sqlite3.h belongs to src/db/",
    ),
    "ImGui below the screens": (
        {"src/points/rules.h": "// R.\n#pragma once\n#include <imgui_internal.h>\n"},
        "src/points/rules.h", 3, "imgui_internal.h belongs to src/ui/",
    ),
    "Emscripten outside its folder": (
        {"src/ui/theme.h": "// C.\n#pragma once\n#include <emscripten/html5.h>\n"},
        "src/ui/theme.h", 3, "belongs to src/platform/web/",
    ),
    "another reader of JSON": (
        {"src/points/rules.h": "// R.\n#pragma once\n#include <nlohmann/json.hpp>\n"},
        "src/points/rules.h", 3, "belongs to src/journal/json.",
    ),
    "a screen behind the front": (
        {"src/ui/screens/home.cpp": '#include "points/rules.h"\n'},
        "src/ui/screens/home.cpp", 1, "only commands.h and queries.h",
    ),
    "a test of the compiler": (
        {"src/base/date.cpp": "\n#ifdef __EMSC" "RIPTEN__\n#endif\n"},
        "src/base/date.cpp", 2, "platform's folder",
    ),
    "a long file": (
        {"web/src/main.ts": "\n" * 401}, "web/src/main.ts", 400, "401 lines",
    ),
    "an empty file name": (
        {"src/base/text_utils.h": "// T.\n#pragma once\n"},
        "src/base/text_utils.h", 1, "text_utils.h says nothing",
    ),
    "an empty type name": (
        {"src/base/date.h": "// A date.\n#pragma once\nstruct DateInfo {};\n"},
        "src/base/date.h", 3, "DateInfo says nothing",
    ),
    "an empty part of a name": (
        {"src/base/date.h": "// A date.\n#pragma once\nint row_data;\n"},
        "src/base/date.h", 3, "row_data says nothing",
    ),
    "an empty local name": (
        {"src/base/date.cpp": "auto data = 1;\n"}, "src/base/date.cpp", 1, "data says nothing",
    ),
    "an empty name in the page": (
        {"web/src/main.ts": "const rowData = 1;\n"}, "web/src/main.ts", 1, "rowData says nothing",
    ),
    "a loose end": (
        {"ARCHITECTURE.md": "One.\nFIX" "ME: two.\n"}, "ARCHITECTURE.md", 2, "loose end",
    ),
    "a package host": (
        {"web/package-lock.json": '{"resolved": "https://registry.npm' 'js.org/x"}\n'},
        "web/package-lock.json", 1, "package host",
    ),
    "a path of one machine": (
        {"Makefile": "run:\n\tcat /ro" "ot/notes\n"}, "Makefile", 2, "one machine",
    ),
    "a header without its sentence": (
        {"src/base/date.h": "#pragma once\n"}, "src/base/date.h", 1, "saying what it is",
    ),
    "a header without its guard": (
        {"src/base/date.h": "// A date.\n"}, "src/base/date.h", 1, "#pragma once",
    ),
    "a slice without README": (
        {"src/village/queries.h": "// Q.\n#pragma once\n"}, "src/village", 1, "README.md",
    ),
    "columns without names": (
        {"src/base/date.cpp": 'auto sql = "select * from day";\n'},
        "src/base/date.cpp", 1, "name the columns",
    ),
    "a lax table": (
        {"src/points/schema.sql": "\nCREATE TABLE claim (\n  id TEXT -- STRICT\n);\n"},
        "src/points/schema.sql", 2, "not STRICT",
    ),
    "an offer that no test uses": (
        {"src/base/text.h": "// T.\n#pragma once\n", "src/base/text.cpp": "int x;\n",
         "src/points/rules.h": '// R.\n#pragma once\n#include "base/text.h"\n'},
        "src/base/text.h", 1, "no test in tests/base does",
    ),
    "a layer without tests": (
        {"src/shop/fold.cpp": "int x;\n"}, "src/shop", 1, "tests/shop is missing",
    ),
    "a text outside the strings": (
        {"src/ui/screens/home.cpp": '\nconst char* title = "首页";\n'},
        "src/ui/screens/home.cpp", 2, "src/ui/strings",
    ),
    "a test that waits for time": (
        {"tests/base/date_test.cpp": '#include "base/date.h"\nstd::this_thread::sleep_' "for(1s);\n"},
        "tests/base/date_test.cpp", 2, "not for time",
    ),
    "a missing last newline": (
        {"src/base/date.cpp": "int x;"}, "src/base/date.cpp", 1, "no newline",
    ),
    "space at the end of a line": (
        {"src/base/date.cpp": "int x; \n"}, "src/base/date.cpp", 1, "space at the end",
    ),
    "a tab": ({"src/base/date.cpp": "\tint x;\n"}, "src/base/date.cpp", 1, "a tab"),
}


class TidyTest(unittest.TestCase):
    def reported(self, planted: dict) -> list:
        with tempfile.TemporaryDirectory() as folder:
            for path, text in (CLEAN | planted).items():
                file = Path(folder, path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
            return findings(Path(folder))

    def test_a_clean_tree_gives_nothing(self):
        self.assertEqual(self.reported({}), [])

    def test_each_planted_violation_is_reported_alone_and_at_its_place(self):
        for name, (files, path, line, message) in PLANTED.items():
            with self.subTest(name):
                found = self.reported(files)
                self.assertEqual([(each.path, each.line) for each in found], [(path, line)], found)
                self.assertIn(message, found[0].message)

    def test_layers_gather_all_that_lies_below(self):
        layers = declared_layers(CMAKE)
        self.assertEqual(layers["base"], set())
        self.assertEqual(layers["points"], {"ledger", "village", "journal", "db", "base"})
        self.assertNotIn("volunteers", layers["shop"])
        self.assertNotIn("imgui", layers["ui"])


if __name__ == "__main__":
    unittest.main()
