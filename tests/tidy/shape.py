"""Rules on the shape of files and folders."""

import re

from arrows import SLICES, layer_of
from report import Finding

LINES_MAX = 400
COMPILER_TEST = re.compile("__EMSC" "RIPTEN__")
WAITING = re.compile(r"\bsleep_" r"for\b|\bsleep_" r"until\b|\bwaitFor" r"Timeout\b|\btime\.sl" r"eep\b|\bus" r"leep\b")
CHINESE = re.compile(r"[\u3400-\u9fff]")  # characters; a rule of line breaking may name punctuation


def check_length(tree):
    for source in tree.below("src", "web", "tests"):
        lines = source.text.count("\n")
        if lines > LINES_MAX:
            yield Finding(source.path, LINES_MAX, f"{lines} lines; {LINES_MAX} is the most")


def check_no_compiler_tests(tree):
    for source in tree.below("src", "tests"):
        for number, line in source.lines():
            if COMPILER_TEST.search(line):
                yield Finding(source.path, number, "CMake picks the platform's folder")


def check_headers_open_well(tree):
    for source in tree.cpp_below("src", "tests"):
        if source.suffix() != ".h":
            continue
        if not source.text.startswith("// "):
            yield Finding(source.path, 1, "a header opens by saying what it is")
        if "#pragma once" not in source.text:
            yield Finding(source.path, 1, "#pragma once is missing")


def check_slices_have_a_readme(tree):
    for name in SLICES:
        if tree.cpp_below(f"src/{name}") and not tree.has(f"src/{name}/README.md"):
            yield Finding(f"src/{name}", 1, "README.md with its event kinds and tables is missing")


def check_sql(tree):
    for source in tree.below("src"):
        for number, line in source.lines():
            if re.search(r"\bselect\s+\*", line, re.IGNORECASE):
                yield Finding(source.path, number, "name the columns")
        if source.suffix() == ".sql":
            yield from tables_that_are_not_strict(source)


def tables_that_are_not_strict(source):
    text = "\n".join(line.split("--")[0] for _, line in source.lines())
    for match in re.finditer(r"\bcreate\s+table\b[^;]*", text, re.IGNORECASE):
        if not re.search(r"\)[^)]*\bstrict\b[^)]*$", match[0], re.IGNORECASE):
            number = text.count("\n", 0, match.start()) + 1
            yield Finding(source.path, number, "the table is not STRICT")


def check_sources_are_tested(tree):
    """What a layer offers to others is used by a test of that layer.

    Offered is a header with a source of its own that another folder of src includes; files inside
    a layer are tested through what it offers. The page's platform folder runs only in a browser,
    in the end-to-end tests.
    """
    users = {}
    for source in tree.cpp_below("src"):
        for _, header in source.includes():
            users.setdefault(header, set()).add(layer_of(source.path.removeprefix("src/")))
    support = {
        source.path.removeprefix("tests/"): {header for _, header in source.includes()}
        for source in tree.cpp_below("tests")
    }
    layers = {}
    for source in tree.cpp_below("src"):
        if source.suffix() == ".cpp" and not source.is_below("src/platform"):
            inside = source.path.removeprefix("src/")
            layers.setdefault(layer_of(inside), []).append(inside.removesuffix(".cpp"))
    for layer, sources in layers.items():
        tests = tree.cpp_below(f"tests/{layer}")
        if not tests:
            yield Finding(f"src/{layer}", 1, f"tests/{layer} is missing")
            continue
        seen = {header for test in tests for _, header in test.includes()}
        # A test also uses what the support and the layer's own headers that it includes use.
        own = {
            source.path.removeprefix("src/"): {header for _, header in source.includes()}
            for source in tree.cpp_below(f"src/{layer}")
        }
        while further := {
            header
            for name in seen
            for header in support.get(name, set()) | own.get(name, set())
            if header not in seen
        }:
            seen |= further
        for stem in sources:
            header = f"{stem}.h"
            is_offered = tree.has(f"src/{header}") and users.get(header, set()) - {layer}
            if is_offered and header not in seen and not tree.has(f"tests/{stem}_test.cpp"):
                yield Finding(f"src/{header}", 1, f"others use it, but no test in tests/{layer} does")


def check_texts_stand_in_strings(tree):
    for source in tree.cpp_below("src/ui"):
        if source.is_below("src/ui/strings") or source.name().startswith("strings"):
            continue
        for number, line in source.without("comment"):
            if CHINESE.search(line):
                yield Finding(source.path, number, "texts of the screens stand in src/ui/strings")


def check_tests_do_not_wait(tree):
    for source in tree.below("tests"):
        for number, line in source.without("comment"):
            if WAITING.search(line):
                yield Finding(source.path, number, "a test waits for a state, not for time")


def check_line_ends(tree):
    for source in tree.below("src", "web", "tests", "cmake"):
        if source.text and not source.text.endswith("\n"):
            yield Finding(source.path, len(source.lines()), "no newline at the end")
        for number, line in source.lines():
            if line != line.rstrip():
                yield Finding(source.path, number, "space at the end of the line")
            if "\t" in line:
                yield Finding(source.path, number, "a tab")


RULES = (
    check_length,
    check_no_compiler_tests,
    check_headers_open_well,
    check_slices_have_a_readme,
    check_sql,
    check_sources_are_tested,
    check_texts_stand_in_strings,
    check_tests_do_not_wait,
    check_line_ends,
)
