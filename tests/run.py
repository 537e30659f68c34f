"""Runs every test, one stage after the other, and says at the end what passed and what did not.

A test is found by its name: *_test.cpp (through ctest), *_test.py, tests/web/*_test.ts and
tests/e2e/*_test.mjs.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

TOP = Path(__file__).resolve().parents[1]
NATIVE = TOP / "build/native"
WEB = TOP / "build/web"
GTEST_RESULTS = NATIVE / "gtest-results"
JOBS = str(os.cpu_count() or 1)


class Count(NamedTuple):
    passed: int
    failed: int


def run(*command: str) -> tuple[bool, str]:
    """Runs a command with its output shown as it comes; gives success and the output."""
    environment = os.environ | {
        "PYTHONDONTWRITEBYTECODE": "1",
        "GTEST_OUTPUT": f"xml:{GTEST_RESULTS}/",
        # The command-line tool and the page that tests in other languages use.
        "JISHAN_TOOL": str(NATIVE / "jishan"),
        "JISHAN_WEB": str(WEB),
    }
    process = subprocess.Popen(
        command, cwd=TOP, env=environment, text=True, errors="replace",
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )
    lines = []
    for line in process.stdout:
        sys.stdout.write(line)
        sys.stdout.flush()
        lines.append(line)
    return process.wait() == 0, "".join(lines)


def run_all(commands: list[tuple[str, ...]]) -> tuple[bool, str]:
    """Runs all of them, also after one has failed."""
    results = [run(*command) for command in commands]
    return all(ok for ok, _ in results), "".join(output for _, output in results)


def counted_by_gtest(_: str) -> Count:
    passed = failed = 0
    for report in GTEST_RESULTS.glob("*.xml"):
        suite = ElementTree.parse(report).getroot()
        wrong = int(suite.get("failures", "0")) + int(suite.get("errors", "0"))
        failed += wrong
        passed += int(suite.get("tests", "0")) - wrong - int(suite.get("disabled", "0"))
    return Count(passed, failed)


def counted_by_node(output: str) -> Count:
    def total(word: str) -> int:
        return sum(map(int, re.findall(rf"^(?:#|ℹ) {word} (\d+)$", output, re.MULTILINE)))

    return Count(total("pass"), total("fail"))


def counted_by_unittest(output: str) -> Count:
    ran = sum(map(int, re.findall(r"^Ran (\d+) tests?", output, re.MULTILINE)))
    wrong = sum(map(int, re.findall(r"(?:failures|errors)=(\d+)", output)))
    return Count(max(ran - wrong, 0), wrong)


def counted_as_one(_: str) -> Count:
    return Count(1, 0)


def nothing_counted(_: str) -> Count:
    return Count(0, 0)


def tidy():
    python = ("python3", "-m", "unittest", "discover", "--pattern", "*_test.py")
    return run_all([(*python, "--start-directory", "tests/tidy"), ("python3", "tests/tidy/tidy.py")])


def build(preset: str):
    configured, output = run("cmake", "--preset", preset)
    if not configured:
        return configured, output
    return run("cmake", "--build", "--preset", preset, "--parallel", JOBS)


def native_tests():
    shutil.rmtree(GTEST_RESULTS, ignore_errors=True)
    return run(
        "ctest", "--test-dir", str(NATIVE), "--output-on-failure", "--no-tests=error",
        "--parallel", JOBS,
    )


def python_tests():
    folders = sorted({path.parent for path in TOP.glob("tests/**/*_test.py")} - {TOP / "tests/tidy"})
    return run_all([
        ("python3", "-m", "unittest", "discover", "--pattern", "*_test.py",
         "--start-directory", str(folder))
        for folder in folders
    ])


def end_to_end_tests():
    tests = [str(path.relative_to(TOP)) for path in sorted(TOP.glob("tests/e2e/**/*_test.mjs"))]
    return run("node", "--test", *tests)


# name, what it runs, how its tests are counted, which stage must have passed
STAGES = (
    ("tidy", tidy, counted_by_unittest, None),
    ("native build", lambda: build("native"), nothing_counted, None),
    ("native tests", native_tests, counted_by_gtest, "native build"),
    ("deliberate faults", lambda: run("python3", "tests/mutants/run.py"), counted_by_node, "native build"),
    ("python tests", python_tests, counted_by_unittest, "native build"),
    ("web build", lambda: build("web"), nothing_counted, None),
    ("page size", lambda: run("node", "tests/web/page_size.mjs", str(WEB)), counted_as_one, "web build"),
    ("page tests", lambda: run("node", "tests/web/run.mjs"), counted_by_node, None),
    ("end-to-end tests", end_to_end_tests, counted_by_node, "web build"),
)


def main() -> int:
    wanted = sys.argv[1:] or [name for name, *_ in STAGES]
    begun = time.monotonic()
    outcome = {}
    passed = failed = 0
    for name, action, counted, needed in STAGES:
        if name not in wanted:
            continue
        print(f"== {name}", flush=True)
        if outcome.get(needed, True) is not True:
            outcome[name] = False
            failed += 1
            print(f"-- {name}: not run, because {needed} failed", flush=True)
            continue
        from_then = time.monotonic()
        outcome[name], output = action()
        count = counted(output)
        passed += count.passed
        # A stage that fails without naming a test counts as one failed test.
        failed += count.failed if outcome[name] else max(count.failed, 1)
        word = "passed" if outcome[name] else "FAILED"
        print(f"-- {name}: {word} in {time.monotonic() - from_then:.0f} s", flush=True)

    wrong = [name for name, ok in outcome.items() if not ok]
    minutes = (time.monotonic() - begun) / 60
    print(f"\n{'FAILED: ' + ', '.join(wrong) if wrong else 'Every stage passed'} ({minutes:.1f} min)")
    print(f"{passed} passed, {failed} failed")
    return 1 if wrong or passed == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
