"""The long tests: random histories with many more seeds, every deliberate fault, and the fuzzers.

usage: soak.py [ROUNDS] [FUZZ_SECONDS]    Rounds multiply the seeds of the usual run.
"""

import os
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
BUILD = TOP / "build"
FUZZERS = ("line", "bundle")


def run(*command, **more) -> bool:
    print("==", *command, *(f"{name}={value}" for name, value in more.items()), flush=True)
    return subprocess.run(command, cwd=TOP, env=os.environ | more, check=False).returncode == 0


def built(preset: str, *targets: str) -> bool:
    choice = ("--target", *targets) if targets else ()
    jobs = str(os.cpu_count() or 1)
    return run("cmake", "--preset", preset) and run(
        "cmake", "--build", "--preset", preset, "--parallel", jobs, *choice
    )


def fuzzed(name: str, seconds: int) -> bool:
    corpus = BUILD / "corpus" / name
    corpus.mkdir(parents=True, exist_ok=True)
    return run(
        str(BUILD / "fuzz" / f"{name}_fuzz"), str(corpus), f"-max_total_time={seconds}",
        f"-artifact_prefix={corpus.parent}/{name}-",
    )


def main() -> int:
    rounds = sys.argv[1] if len(sys.argv) > 1 else "20"
    seconds = int(sys.argv[2]) if len(sys.argv) > 2 else 600
    results = {
        "histories": built("native")
        and run(str(BUILD / "native/properties_test"), JISHAN_SOAK_ROUNDS=rounds),
        "figures in another language": built("native", "jishan")
        and run("python3", "tests/oracle/oracle_test.py", JISHAN_SOAK_ROUNDS=rounds),
        "deliberate faults": run("python3", "tests/mutants/run.py", "--all"),
    }
    is_there = built("fuzz", *(f"{name}_fuzz" for name in FUZZERS))
    for name in FUZZERS:
        results[f"fuzzing the {name}"] = is_there and fuzzed(name, seconds)
    for name, passed in results.items():
        print(f"{name}: {'passed' if passed else 'FAILED'}")
    failed = list(results.values()).count(False)
    print(f"{len(results) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
