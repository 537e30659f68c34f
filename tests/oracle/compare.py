"""Compares this program with another one on random books.

Usage: python3 compare.py TOOL FIRST_SEED COUNT [DIRECTORY FOR DIFFERING BOOKS]
"""
import json
import pathlib
import subprocess
import sys
import tempfile

from canon import NotAllowed
from counting import Counting
from event import read_event
from inert import WHOLE, inert_of
from oracle import placed, report_of
from placing import Placement, union
from random_books import make_book
from state import state_of

LISTED_MAX = 200


def open_todos(events):
    """The to-dos of plain event objects, for decisions on exactly their evidence."""
    read = []
    for event in events:
        try:
            read.append(read_event(event))
        except NotAllowed:
            continue
    return state_of(Placement(union(read), read[0].hash))["books"]["todo"] if read else []


def book_of_seed(seed):
    return make_book(seed, open_todos)


def counts_of(placement):
    """The places of §5 as the tool tells them in its JSON answer."""
    return {
        "events": len(placement.closed) + len(placement.waiting), "waiting": len(placement.waiting),
        "refused": len(placement.refused), "foreign": len(placement.foreign),
        "heads": placement.heads(), "roots": sorted(placement.roots)}


def inert_as_told(placement):
    """What has no effect, as the tool tells it: how many lines, and the first of them with their reasons."""
    inert = inert_of(placement, Counting(placement))
    number = {event.hash: place for place, event in enumerate(placement.events)}
    in_order = sorted(inert, key=lambda place: (number[place[0]], -1 if place[1] is WHOLE else place[1]))
    return len(inert), [(h, line, sorted(inert[h, line])) for h, line in in_order[:LISTED_MAX]]


def inert_told(answer):
    lines = [(line["h"], line.get("line", WHOLE), sorted((reason["cause"], reason["what"]) for reason in line["reasons"]))
             for line in answer["inert"]]
    return answer["inert_count"], lines


def run_tool(tool, contents, directory, *options, verb="state"):
    names = []
    for number, data in enumerate(contents):
        path = pathlib.Path(directory, f"{number}.jishan.json")
        path.write_bytes(data)
        names.append(str(path))
    done = subprocess.run([tool, verb, *names, *options], capture_output=True)
    return done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


def difference(tool, contents, directory):
    """What differs between this program and the tool, in words; "" if nothing does."""
    placement = placed(contents)
    printed, messages = run_tool(tool, contents, directory)
    if printed != report_of(placement):
        return "printed text; " + _damage(messages)
    if not printed:
        return ""
    answer, messages = run_tool(tool, contents, directory, "--json")
    told = json.loads(answer)
    differing = [name for name, value in counts_of(placement).items() if told[name] != value]
    if differing:
        return f"{' '.join(differing)}; {_damage(messages)}"
    answer, _ = run_tool(tool, contents, directory, "--json", verb="verify")
    expected, told = inert_as_told(placement), inert_told(json.loads(answer))
    return "" if told == expected else f"inert: {_first_difference(told, expected)}"


def _first_difference(told, expected):
    for one, other in zip(told[1], expected[1]):
        if one != other:
            return f"told {one}, expected {other}"
    return f"told {told[0]}, expected {expected[0]}"


def _damage(messages):
    return " ".join(line.split(": damaged: ")[1] for line in messages.splitlines() if ": damaged: " in line)


def main(tool, first, count, keep=None):
    differing = 0
    with tempfile.TemporaryDirectory() as directory:
        for seed in range(int(first), int(first) + int(count)):
            contents = book_of_seed(seed)
            found = difference(tool, contents, directory)
            if found:
                differing += 1
                print(f"seed {seed}, {len(contents)} files: {found[:200]}", flush=True)
                if keep:
                    for number, data in enumerate(contents):
                        pathlib.Path(keep, f"{seed}-{number}.jishan.json").write_bytes(data)
    print(f"{count} books from seed {first}: {differing} differ")
    return 1 if differing else 0


if __name__ == "__main__":
    if len(sys.argv) < 4:
        print(__doc__.strip(), file=sys.stderr)
        sys.exit(2)
    sys.exit(main(*sys.argv[1:5]))
