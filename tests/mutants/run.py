"""Applies deliberate faults to a copy of the tree, one at a time; each must turn its tests red.

A fault is a patch in this folder. Lines before the first hunk say what it breaks and which test
programs must notice:
    Fault: a line that arrives first wins over its twin
    Caught by: properties_test
usage: run.py [--all | NAME…]    Without names the faults marked "Quick: yes" are tried.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOP = HERE.parents[1]
WORK = TOP / "build/mutants"
COPY = WORK / "tree"
MADE = WORK / "made"
COPIED = ("CMakeLists.txt", "CMakePresets.json", "cmake", "src", "tests", "docs", "shell.html", "web")


class Fault:
    def __init__(self, path: Path):
        self.path = path
        self.name = path.stem
        heading = path.read_text(encoding="utf-8").split("\n--- ", 1)[0]
        self.what = self.field(heading, "Fault")
        self.programs = self.field(heading, "Caught by").split()
        self.is_quick = "Quick: yes" in heading.splitlines()

    def field(self, heading: str, key: str) -> str:
        match = re.search(rf"^{key}: (.+)$", heading, re.MULTILINE)
        if not match:
            sys.exit(f"{self.path.name}: the line '{key}: …' is missing")
        return match[1].strip()


def run(*command: str, **options) -> subprocess.CompletedProcess:
    return subprocess.run(
        command, text=True, errors="replace", stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options,
    )


def refresh_copy() -> None:
    """Brings the copy to the state of the tree; files that are equal keep their times."""
    wanted = set()
    for name in COPIED:
        source = TOP / name
        files = [source] if source.is_file() else [path for path in source.rglob("*") if path.is_file()]
        for path in files:
            inside = path.relative_to(TOP)
            if {"node_modules", "__pycache__"} & set(inside.parts):
                continue
            wanted.add(inside)
            target = COPY / inside
            if not target.exists() or target.read_bytes() != path.read_bytes():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, target)
    for path in [path for path in COPY.rglob("*") if path.is_file() and not path.is_symlink()]:
        if path.relative_to(COPY) not in wanted and "node_modules" not in path.parts:
            path.unlink()
    modules = COPY / "web/node_modules"
    if not modules.is_symlink():
        modules.symlink_to(TOP / "web/node_modules")


def build(programs: set[str]) -> subprocess.CompletedProcess:
    jobs = str(os.cpu_count() or 1)
    return run("cmake", "--build", str(MADE), "--parallel", jobs, "--target", *sorted(programs))


def tests_pass(programs) -> bool:
    # A fault may loop for ever; that is noticed too.
    try:
        return all(run(str(MADE / program), timeout=600).returncode == 0 for program in programs)
    except subprocess.TimeoutExpired:
        return False


def is_caught(fault: Fault) -> bool | None:
    """None: the patch no longer fits, or what it makes does not compile."""
    applied = run("patch", "-p1", "--forward", "--input", str(fault.path), cwd=COPY)
    if applied.returncode == 0:
        built = build(set(fault.programs))
        if built.returncode == 0:
            return not tests_pass(fault.programs)
        print(built.stdout[-2000:])
    else:
        print(applied.stdout)
    return None


def main() -> int:
    wanted = sys.argv[1:]
    faults = [Fault(path) for path in sorted(HERE.glob("*.patch"))]
    if wanted and wanted != ["--all"]:
        faults = [fault for fault in faults if fault.name in wanted]
    elif not wanted:
        faults = [fault for fault in faults if fault.is_quick]
    if not faults:
        print("no faults to try")
        return 0 if not wanted else 1

    refresh_copy()
    configured = run("cmake", "-S", str(COPY), "-B", str(MADE), "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Debug",
                     "-DCMAKE_CXX_FLAGS_DEBUG=-O1 -w", "-DCMAKE_C_FLAGS_DEBUG=-O1")
    programs = {program for fault in faults for program in fault.programs}
    built = build(programs) if configured.returncode == 0 else configured
    if built.returncode != 0 or not tests_pass(programs):
        print(built.stdout[-4000:], "The tree without a fault is not green; no fault proves anything.")
        return 1

    passed = failed = 0
    for fault in faults:
        caught = is_caught(fault)
        for leftover in COPY.rglob("*.orig"):
            leftover.unlink()
        refresh_copy()
        word = {True: "caught", False: "NOT CAUGHT", None: "DOES NOT FIT"}[caught]
        print(f"{word}: {fault.name}: {fault.what}", flush=True)
        passed, failed = (passed + 1, failed) if caught else (passed, failed + 1)
    print(f"# pass {passed}\n# fail {failed}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
