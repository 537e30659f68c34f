"""Rules on names: words that say nothing, and words that must not leave a desk."""

import re

from report import Finding

# Joined here, so that the rules do not report themselves.
EMPTY_WORDS = ("data", "info", "manager", "util", "utils", "helper", "helpers", "common")
LOOSE_ENDS = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b")
HOSTS = re.compile(
    r"\b(?:deb|security|ftp|snapshot)\.debian" r"\.org\b"
    r"|\bregistry\.npm" r"js\.org\b|\bnpm" r"mirror\.com\b|\bpypi" r"\.org\b"
)
MACHINE_PATHS = re.compile(
    r"(?<![\w.}/])/(?:wo" r"rk|fa" r"rm|ho" r"me|ro" r"ot|tmp/w" r"t)/[\w.]"
)

_PASCAL = "|".join(word.capitalize() for word in EMPTY_WORDS)
_SNAKE = "|".join(EMPTY_WORDS)
# A type whose name ends in such a word.
_TYPE_NAME = re.compile(
    rf"\b(?:class|struct|enum|union|interface|type|using|namespace)\s+(?:class\s+)?(\w*(?:{_PASCAL})|{_SNAKE})\b"
)
# A snake_case name that begins or ends with one, or is one where it is declared.
_PART_OF_NAME = re.compile(rf"\b(?:m_)?(?:\w+_(?:{_SNAKE})|(?:{_SNAKE})_\w+)\b")
_DECLARED = re.compile(
    rf"\b(?:auto|int|bool|char|std::[\w:]+(?:<[^;(){{}}]*>)?|const|let|var|function|def)[\s&*]+({_SNAKE})\s*[=;(){{,:]"
)
# A camelCase name of the page that ends in one.
_CAMEL = re.compile(rf"\b(?:const|let|var|function)\s+([a-z]\w*(?:{_PASCAL}))\b")

# Names that others gave: the DOM, ImGui, the standard library.
_GIVEN = re.compile(r"\b(?:Im[A-Z]\w*|user_data|current_test_info)\b")

NAMED_FOLDERS = ("src", "web", "tests", "cmake")


def check_file_names(tree):
    for path in tree.paths:
        if path.split("/")[0] not in NAMED_FOLDERS or path.startswith("tests/data/"):
            continue
        for part in path.split("/"):
            stem = part.split(".")[0].lower()
            if set(re.split(r"[_-]", stem)) & set(EMPTY_WORDS):
                yield Finding(path, 1, f"the name {part} says nothing")
                break


def check_identifiers(tree):
    for source in tree.below("src", "web/src", "tests"):
        if source.suffix() not in {".cpp", ".h", ".ts", ".mjs"}:
            continue
        for number, line in source.without("comment", "quoted"):
            if line.lstrip().startswith("#"):
                continue
            line = _GIVEN.sub("", line)
            for pattern in (_TYPE_NAME, _PART_OF_NAME, _DECLARED, _CAMEL):
                for match in pattern.finditer(line):
                    name = match[1] if pattern.groups else match[0]
                    yield Finding(source.path, number, f"the name {name} says nothing")


def check_loose_ends(tree):
    for source in readable(tree):
        for number, line in source.lines():
            if LOOSE_ENDS.search(line):
                yield Finding(source.path, number, "a loose end: finish it or write an issue")


def check_machine_names(tree):
    for source in readable(tree):
        for number, line in source.lines():
            if HOSTS.search(line):
                yield Finding(source.path, number, "names a package host")
            if MACHINE_PATHS.search(line):
                yield Finding(source.path, number, "names a path of one machine")


def readable(tree):
    """Sources and every other text by hand: documents, build files, the lock file."""
    from tree import SourceFile

    suffixes = (".md", ".txt", ".cmake", ".json", ".html", ".yml", ".css")
    plain = {"Makefile", "run", ".npmrc", ".gitignore"}
    yield from tree.sources
    for path in tree.paths:
        if path.endswith(suffixes) or path.rpartition("/")[2] in plain:
            yield SourceFile(tree.top, tree.top / path)


RULES = (check_file_names, check_identifiers, check_loose_ends, check_machine_names)
