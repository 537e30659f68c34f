"""Checks what the tool writes: its merged file must be the book of §6, byte by byte.

Usage: python3 exported.py TOOL FIRST_SEED COUNT
"""
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

from canon import canon
from compare import book_of_seed
from oracle import placed, report, report_of

HEADER = ["fmt", "ver", "crit", "app", "village", "roots", "name", "from", "made", "personal", "n", "heads"]


def faults(data, placement):
    """What in the bytes of a merged file disagrees with the page."""
    lines = data.decode("utf-8").split("\n")
    if len(lines) < 3 or lines[-1] != "":
        return ["no line feed at the end"]
    header_line, event_lines, end_line = lines[0], lines[1:-2], lines[-2]
    header = json.loads(header_line + "]}")
    end = json.loads(end_line.replace("],", "{", 1))["end"]
    event_lines = [line.removesuffix(",") for line in event_lines]
    events = [json.loads(line) for line in event_lines]
    held = placement.closed | placement.waiting
    expected = {
        "header keys": list(header) == HEADER + ["events"],
        "lines canonical": all(canon(event) == line for event, line in zip(events, event_lines)),
        "lines ordered": events == sorted(events, key=lambda event: (event["l"], event["h"])),
        "lines complete": {event["h"] for event in events} == held and len(events) == len(held),
        "personal parts": {event["h"] for event in events if "x" in event}
        == {name for name in held if placement.held[name].personal is not None},
        "n": header["n"] == end["n"] == len(events),
        "heads": header["heads"] == placement.heads(),
        "roots": header["roots"] == sorted(placement.roots),
        "village": header["village"] == min(placement.roots),
        "personal": header["personal"] == ["*"],
        "sha256": end["sha256"] == hashlib.sha256("".join(line + "\n" for line in event_lines).encode()).hexdigest(),
        "state": report([data]) == report_of(placement),
    }
    return [name for name, holds in expected.items() if not holds]


def main(tool, first, count):
    checked = faulty = 0
    with tempfile.TemporaryDirectory() as directory:
        target = pathlib.Path(directory, "merged.jishan.json")
        for seed in range(int(first), int(first) + int(count)):
            contents = book_of_seed(seed)
            names = []
            for number, data in enumerate(contents):
                path = pathlib.Path(directory, f"{number}.jishan.json")
                path.write_bytes(data)
                names.append(str(path))
            target.unlink(missing_ok=True)
            subprocess.run([tool, "merge", *names, "-o", str(target)], capture_output=True)
            placement = placed(contents)
            if not target.exists() and placement.foreign:
                # The tool writes nothing when events of another village were met.
                continue
            if not target.exists():
                # Nothing is written without a village.
                if placement.roots:
                    print(f"seed {seed}: no file")
                    faulty += 1
                continue
            checked += 1
            found = faults(target.read_bytes(), placement)
            if found:
                faulty += 1
                print(f"seed {seed}: {', '.join(found)}", flush=True)
    print(f"{checked} merged files from seed {first}: {faulty} faulty")
    return 1 if faulty else 0


if __name__ == "__main__":
    if len(sys.argv) != 4:
        print(__doc__.strip(), file=sys.stderr)
        sys.exit(2)
    sys.exit(main(*sys.argv[1:]))
