#!/usr/bin/env python3
"""Reads a Jishan book (*.jishan.json) and verifies it, with Python's standard library alone.

    python3 read_jishan.py FILE
    exit code: 0 good, 1 damaged or incomplete, 2 usage, 3 not readable, 5 newer format

The specification is docs/format.md; the section signs below point into it."""
import hashlib
import json
import re
import sys

LARGEST = 2**53 - 1
HEX, WORD, ID = "[0-9a-f]{64}", "[a-z][a-z0-9_]{0,31}", "[0-9a-hjkmnp-tv-z]{16}"
FORMS = {"d": "[0-9]{4}-[0-9]{2}-[0-9]{2}", "h": HEX, "k": rf"{WORD}\.{WORD}", "o": f"(u{ID})?", "w": f"w{ID}"}
RANGES = {"l": (1, LARGEST), "s": (1, LARGEST), "t": (-LARGEST, LARGEST), "v": (1, 2**31 - 1)}


def canonical(value):  # §2
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


def require(condition, what):
    if not condition:
        raise ValueError(what)


def parse(text):  # §2: any JSON text of an allowed value; no key twice, no fraction, no exponent
    def members(pairs):
        require(len(dict(pairs)) == len(pairs), "a key twice")
        return dict(pairs)

    def never(number):
        raise ValueError(f"the number {number}")

    return check(json.loads(text, object_pairs_hook=members, parse_float=never, parse_constant=never), 64)


def check(value, depth, longest=LARGEST):  # §2: the values allowed, within these limits
    require(type(value) in (int, str, list, dict), "true, false or null")
    if isinstance(value, int):
        require(abs(value) <= LARGEST, "an integer beyond 2^53-1")
    elif isinstance(value, str):
        require(not re.search("[\0-\t\v-\x1f\ud800-\udfff]", value), "a character that is not allowed")
    else:
        require(depth > 0, "nested too deeply")
        require(isinstance(value, dict) or len(value) <= longest, "an array too long")
        for key in value if isinstance(value, dict) else ():
            require(re.fullmatch(WORD, key), f"the key {key!r}")
        for inner in value.values() if isinstance(value, dict) else value:
            check(inner, depth - 1, longest)
    return value


def read_event(event):  # §3: gives the event as it is kept; ValueError when it is damaged
    for key, form in FORMS.items():
        require(isinstance(event.get(key), str) and re.fullmatch(form, event[key]), key)
    for key, (low, high) in RANGES.items():
        require(isinstance(event.get(key), int) and low <= event[key] <= high, key)
    require(isinstance(event.get("b"), dict) and event.get("c", 1) == 1, "b or c")
    parents, others = event.get("p"), event.get("p")
    require(isinstance(parents, list) and len(parents) <= 32, "p")
    require(all(isinstance(p, str) and re.fullmatch(HEX, p) for p in parents), "p")
    if event["s"] > 1:
        require(parents and parents.count(parents[0]) == 1, "p: own previous event")
        others = parents[1:]
    require(others == sorted(set(others)), "p: the order")
    hashed = {key: value for key, value in event.items() if key not in ("h", "x")}
    if "x" in event:
        require(isinstance(event["x"], dict) and "xh" not in event, "x")
        hashed["xh"] = sha256("jishan-x-1\n" + canonical(event["x"]))
    require("xh" not in hashed or re.fullmatch(HEX, str(hashed["xh"])), "xh")
    check(hashed, 8, 500)
    require(len(canonical(hashed).encode()) <= 44 * 1024, "over 44 KiB")
    require(sha256("jishan-event-1\n" + canonical(hashed)) == event["h"], "h: not the hash of the text")
    return event if keeps_personal(event) else {**hashed, "h": event["h"]}


def keeps_personal(event):  # §3: an x that breaks a limit is dropped, its xh kept
    try:
        return "x" in event and len(canonical(check(event["x"], 7, 500)).encode()) <= 16 * 1024
    except ValueError:
        return False


def place(events):  # §5: the sets of hashes that are closed and refused; all others wait
    closed, refused, held = set(), set(), {event["h"]: event for event in events}
    for event in sorted(held.values(), key=lambda event: (event["l"], event["h"])):
        parents = [held[p] for p in event["p"] if p in held]
        if len(parents) < len(event["p"]) or not closed.issuperset(event["p"]):
            continue
        fits = event["l"] == 1 + max((p["l"] for p in parents), default=0)
        fits &= (event["k"] == "village.create") == (not parents)
        if event["s"] > 1:
            fits &= bool(parents) and (parents[0]["w"], parents[0]["s"]) == (event["w"], event["s"] - 1)
        (closed if fits else refused).add(event["h"])
    refused |= {h for h in held.keys() - closed if closed.issuperset(held[h]["p"])}
    return closed, refused


def heads_of(events, closed):
    return sorted(closed - {p for event in events if event["h"] in closed for p in event["p"]})


def fingerprint(heads):  # §5: 80 bits in Crockford's base32
    bits = int(sha256("jishan-heads-1\n" + "".join(head + "\n" for head in heads))[:20], 16)
    return "".join("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[bits >> shift & 31] for shift in range(75, -1, -5))


def read_book(text):  # §6: (header, events, damage, end record); line by line, so that one bad line costs one event
    header, events, damage, end = None, [], [], None
    for number, line in enumerate(text.split("\n"), 1):
        line = line.strip().removesuffix(",")
        try:
            if header is None:
                header = parse(line + "]}")
            elif line.startswith("]"):
                end = parse("{" + line[1:].lstrip(", "))["end"]
            elif line:
                events.append(read_event(parse(line)))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            damage.append(f"line {number}: {error}")
    return header or {}, events, damage, end


def main(arguments):
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        with open(arguments[0], encoding="utf-8-sig") as file:
            header, events, damage, end = read_book(file.read())
    except (OSError, UnicodeDecodeError) as error:
        print(f"cannot read: {error}", file=sys.stderr)
        return 3
    if header.get("fmt") != "jishan" or header.get("ver") != 1 or header.get("crit"):
        print("not a Jishan file of version 1", file=sys.stderr)
        return 5 if header.get("fmt") == "jishan" else 3
    closed, refused = place(events)
    heads = heads_of(events, closed)
    waiting = {event["h"] for event in events} - closed - refused
    lines = "".join(canonical(event) + "\n" for event in events)
    if end != {"n": len(events), "sha256": sha256(lines)} or heads != header.get("heads"):
        damage.append("the end record or the heads disagree: the file is cut or was changed")
    for problem in damage + [f"refused: {h}" for h in sorted(refused)]:
        print(problem, file=sys.stderr)
    print(f"village {header.get('village')}\nevents {len(events)} closed {len(closed)} waiting {len(waiting)}")
    print(f"heads {' '.join(heads)}\nfingerprint {fingerprint(heads)}")
    return 1 if damage or refused or waiting else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
