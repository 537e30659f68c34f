"""Rules on includes: the arrows between layers, and who may see third-party headers."""

import re

from report import Finding

SLICES = ("village", "roster", "notice", "ledger", "points", "shop", "volunteers")

# header pattern → folders (or file prefixes) below src that may include it, and who else may.
RESERVED = (
    (re.compile(r"sqlite3(ext)?\.h$"), ("src/db/", "tests/db/", "tests/bench/")),
    (re.compile(r"^imgui\w*\.h$"), ("src/ui/", "src/platform/", "tests/ui/", "tests/support/imgui_", "tests/bench/")),
    (re.compile(r"^(emscripten|GLES|EGL|webgl)"), ("src/platform/web/",)),
    (re.compile(r"^nlohmann/"), ("src/journal/json.", "tests/bench/")),
)
OWN_CONFIGURATION = "ui/imgui_config.h"


def declared_layers(cmake: str) -> dict[str, set[str]]:
    """The layers of CMakeLists.txt with all that lies below each."""
    direct = {}
    for arguments in re.findall(r"^\s*layer\(([^)]*)\)", cmake, re.MULTILINE):
        words = arguments.split()
        depends, taking = set(), False
        for word in words[1:]:
            if word.isupper():
                taking = word == "DEPENDS"
            elif taking:
                depends.add(word)
        direct[words[0]] = depends
    below = {}

    def gather(name: str) -> set[str]:
        if name not in below:
            below[name] = set()  # a circle ends here; CMake itself refuses it
            for next_one in direct.get(name, ()):
                below[name] |= {next_one} | gather(next_one)
        return below[name]

    for name in direct:
        gather(name)
    return below


def layer_of(path: str) -> str:
    """The layer that a path below src/ belongs to: its first folder."""
    return path.split("/")[0]


def check_arrows(tree):
    layers = declared_layers(tree.text("CMakeLists.txt"))
    # The page's folder is no library: it stands on top of everything.
    layers.setdefault("platform", set(layers) - {"cli"})
    if any(source.is_below("src/platform/web") for source in tree.sources):
        web_sees = set(layers) - {"cli"}
    else:
        web_sees = set()
    for source in tree.cpp_below("src"):
        inside = source.path.removeprefix("src/")
        own = layer_of(inside)
        if own not in layers:
            yield Finding(source.path, 1, f"folder {own} is no layer of CMakeLists.txt")
            continue
        may_see = (web_sees if inside.startswith("platform/web/") else layers[own]) | {own}
        for number, header in source.includes():
            if not tree.has(f"src/{header}"):
                continue
            if layer_of(header) not in may_see:
                yield Finding(source.path, number, f"{own} must not include {header}")


def check_relative_includes(tree):
    for source in tree.cpp_below("src", "tests"):
        for number, header in source.includes():
            if ".." in header.split("/"):
                yield Finding(source.path, number, f"write {header} from src/ or tests/")


def check_reserved_headers(tree):
    for source in tree.cpp_below("src", "tests"):
        for number, header in source.includes():
            for pattern, places in RESERVED:
                if header == OWN_CONFIGURATION or not pattern.search(header):
                    continue
                if not source.path.startswith(places):
                    yield Finding(source.path, number, f"{header} belongs to {places[0]} alone")


def check_screens_see_only_fronts(tree):
    # sheets.h turns the cells of a sheet into one command.
    fronts = {f"{name}/{front}.h" for name in SLICES for front in ("commands", "queries", "sheets")}
    for source in tree.cpp_below("src/ui"):
        for number, header in source.includes():
            if layer_of(header) in SLICES and header not in fronts:
                yield Finding(
                    source.path, number, f"ui sees only commands.h and queries.h, not {header}"
                )


RULES = (
    check_arrows,
    check_relative_includes,
    check_reserved_headers,
    check_screens_see_only_fronts,
)
