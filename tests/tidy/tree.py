"""The source tree as the tidy rules see it. It must not know any rule."""

import re
from pathlib import Path

LEFT_OUT = {".git", "build", "node_modules", "__pycache__"}
SOURCE_SUFFIXES = {".cpp", ".h", ".inc", ".sql", ".ts", ".mjs", ".js", ".py", ".sh"}

# C++ and TypeScript: comments and what stands between quotes.
_COMMENT = r"//[^\n]*|/\*.*?\*/"
_QUOTED = r'R"(?P<fence>\w*)\(.*?\)(?P=fence)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\''
_TOKEN = re.compile(f"(?P<comment>{_COMMENT})|(?P<quoted>{_QUOTED})", re.DOTALL)


class SourceFile:
    """One text file: its path from the top, written with slashes, and its text."""

    def __init__(self, top: Path, path: Path):
        self.path = path.relative_to(top).as_posix()
        self.text = path.read_bytes().decode("utf-8", errors="replace")

    def folder(self) -> str:
        return self.path.rpartition("/")[0]

    def name(self) -> str:
        return self.path.rpartition("/")[2]

    def suffix(self) -> str:
        return Path(self.path).suffix

    def lines(self) -> list[tuple[int, str]]:
        return list(enumerate(self.text.splitlines(), start=1))

    def is_below(self, *folders: str) -> bool:
        return any(self.path.startswith(folder + "/") for folder in folders)

    def without(self, *kinds: str) -> list[tuple[int, str]]:
        """The lines, with comments or quoted text blanked out."""

        def blank(match: re.Match) -> str:
            if match.lastgroup == "fence":
                kind = "quoted"
            else:
                kind = "comment" if match["comment"] is not None else "quoted"
            return re.sub(r"[^\n]", " ", match[0]) if kind in kinds else match[0]

        return list(enumerate(_TOKEN.sub(blank, self.text).splitlines(), start=1))

    def includes(self) -> list[tuple[int, str]]:
        found = []
        for number, line in self.lines():
            match = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
            if match:
                found.append((number, match[1]))
        return found


class Tree:
    """Every file below a folder, except what is built or fetched."""

    def __init__(self, top: Path):
        self.top = top
        self.paths = sorted(
            path.relative_to(top).as_posix()
            for path in top.rglob("*")
            if path.is_file() and not LEFT_OUT & set(path.relative_to(top).parts)
        )
        self.sources = [
            SourceFile(top, top / path)
            for path in self.paths
            if Path(path).suffix in SOURCE_SUFFIXES
        ]

    def has(self, path: str) -> bool:
        return path in self.paths

    def text(self, path: str) -> str:
        return (self.top / path).read_text(encoding="utf-8") if self.has(path) else ""

    def below(self, *folders: str) -> list[SourceFile]:
        return [source for source in self.sources if source.is_below(*folders)]

    def cpp_below(self, *folders: str) -> list[SourceFile]:
        return [source for source in self.below(*folders) if source.suffix() in {".cpp", ".h"}]
