"""Writes docs/format/vectors.json, the test vectors of the file format, and the example file.

It is written from docs/format.md alone and shares no code with the program or with
docs/format/read_jishan.py: where the three agree, the document is right. Nothing here is random;
the file comes out the same on every run.

    python3 tests/format/make_vectors.py [FOLDER]
"""

import json
import sys
from pathlib import Path

import example
from frame import (canon, code, digest, entity, event, fingerprint, genesis, hashed_text, named,
                   personal_hash, stripped)
from states import states

PUBLISHED = Path(__file__).resolve().parents[2] / "docs/format"


# ── Values ──────────────────────────────────────────────────────────────────────────────────

LARGEST = 2**53 - 1


def deep(levels: int) -> str:
    return "[" * levels + "]" * levels


def shown(text: str):
    """The text itself, or in hex where this file could not hold it and keep its own rules."""
    return [{"hex": text.encode().hex()}] if "\t" in text else text


def values() -> list[dict]:
    """Texts that are read, with their canonical text."""
    texts = [
        ("empty object", "{}"),
        ("empty array and empty string", '{"a":[],"b":""}'),
        ("keys are sorted by their bytes: digits, _, letters", '{"ab":1,"a_":2,"a0":3,"a":4,"b":5}'),
        ("white space goes", ' { "a" : [ 1 ,\t2 ,\r\n 3 ] } '),
        ("escapes become the characters", r'{"a":"\u4e2d\u6587 \u0041 \/"}'),
        ("a surrogate pair becomes one character", r'{"a":"\ud842\udfb7"}'),
        ("quotation mark, backslash and line feed stay escaped", r'{"a":"\u0022\\\u000a\n"}'),
        ("U+007F, U+2028 and U+FEFF stand as they are", '{"a":"\x7f\u2028\ufeff"}'),
        ("text is not normalised when it is read", '{"a":"e\u0301 é １２"}'),
        ("rare characters of four bytes", '{"a":"𠮷𬱖𫍯㛃䶮"}'),
        ("-0 is read as 0", '{"a":-0}'),
        ("the largest integer", f'{{"a":{LARGEST}}}'),
        ("the smallest integer", f'{{"a":-{LARGEST}}}'),
        ("a key of 32 characters", f'{{"{"k" * 32}":1}}'),
        ("eight levels", '{"a":' + deep(7) + "}"),
        ("an array of 500 elements", '{"a":[' + ",".join(["0"] * 500) + "]}"),
    ]
    return [{"name": name, "text": shown(text), "canonical": canon(json.loads(text))}
            for name, text in texts]


def values_refused() -> list[dict]:
    texts = [
        ("a key twice", '{"a":1,"a":1}'),
        ("a key twice, once escaped", r'{"a":1,"\u0061":2}'),
        ("a fraction", '{"a":1.0}'),
        ("an exponent", '{"a":1e2}'),
        ("2^53", f'{{"a":{2**53}}}'),
        ("-2^53", f'{{"a":-{2**53}}}'),
        ("2^53+1, which a double cannot hold", f'{{"a":{2**53 + 1}}}'),
        ("2^64", f'{{"a":{2**64}}}'),
        ("a leading zero", '{"a":01}'),
        ("a leading plus", '{"a":+1}'),
        ("true", '{"a":true}'),
        ("false", '{"a":false}'),
        ("null", '{"a":null}'),
        ("NaN", '{"a":NaN}'),
        ("a tab, escaped", r'{"a":"\t"}'),
        ("U+0000, escaped", r'{"a":"\u0000"}'),
        ("U+001F, escaped", r'{"a":"\u001f"}'),
        ("a carriage return, escaped", r'{"a":"\r\n"}'),
        ("a tab as it is", [{"hex": b'{"a":"\t"}'.hex()}]),
        ("a high surrogate alone", r'{"a":"\ud842"}'),
        ("a low surrogate alone", r'{"a":"\udfb7"}'),
        ("not UTF-8: a lone byte", [{"hex": b'{"a":"\xff"}'.hex()}]),
        ("not UTF-8: an overlong slash", [{"hex": b'{"a":"\xc0\xaf"}'.hex()}]),
        ("not UTF-8: a surrogate in three bytes", [{"hex": b'{"a":"\xed\xa1\x82"}'.hex()}]),
        ("not UTF-8: a character cut in two", [{"hex": '{"a":"村"}'.encode()[:8].hex()}]),
        ("an empty key", '{"":1}'),
        ("a key with a capital", '{"aB":1}'),
        ("a key that begins with a digit", '{"1a":1}'),
        ("a key of 33 characters", f'{{"{"k" * 33}":1}}'),
        ("a Chinese key", '{"户":1}'),
        ("a comma too many", '{"a":1,}'),
        ("a comment", '{"a":1}// one'),
        ("single quotes", "{'a':1}"),
        ("something after the value", '{"a":1}{}'),
        ("nothing at all", ""),
        ("nine levels", '{"a":' + deep(8) + "}"),
        ("an array of 501 elements", '{"a":[' + ",".join(["0"] * 501) + "]}"),
        ("a hundred thousand levels", [{"text": "[", "times": 100000}]),
    ]
    return [{"name": name, "text": text} for name, text in texts]


# ── Events ──────────────────────────────────────────────────────────────────────────────────

def accepted(name: str, held: dict, text=None, **more) -> dict:
    """A line that is read; `text` where the line is not the canonical one."""
    vector = {"name": name, "text": text or canon(held), "h": held["h"], "line": canon(held),
              "stripped": canon(stripped(held)), "hashed": hashed_text(held), "keeps_x": int("x" in held)}
    if "x" in held or "xh" in held:
        vector["xh"] = held.get("xh") or personal_hash(held["x"])
    if len(vector["line"]) > 2000:
        for key in ("line", "stripped", "hashed"):
            del vector[key]
    return {**vector, **more}


def with_repeated(line: str, unit: str, times: int) -> list:
    before, after = line.split(unit * times)
    return [before, {"text": unit, "times": times}, after]


def sample_with_x(**changed) -> dict:
    return event("pts.claim", {"n": 1}, [genesis()], x={"note": "扫雪\n“好”", "z": "0123456789abcdefghjk"},
                 o=entity("u", 7), **changed)


def padded(size: int) -> dict:
    """An event whose hashed text has this many bytes."""
    bare = event("test.long", {"a": ""}, [genesis()])
    return event("test.long", {"a": "a" * (size - len(hashed_text(bare).encode()))}, [genesis()])


def with_large_x(size: int) -> dict:
    x = {"note": "", "z": "0123456789abcdefghjk"}
    x["note"] = "n" * (size - len(canon(x).encode()))
    return event("test.long", {}, [genesis()], x=x)


def long_line(held: dict) -> list:
    letter, text = ("a", held["b"]["a"]) if "x" not in held else ("n", held["x"]["note"])
    return with_repeated(canon(held), letter, len(text))


def events() -> list[dict]:
    first = genesis()
    noted = sample_with_x()
    shuffled = json.dumps(dict(reversed(noted.items())), ensure_ascii=True, indent=2)
    deep_x = event("test.deep", {}, [first], x={"a": json.loads(deep(7)), "z": "0" * 20})
    wide_x = event("test.wide", {}, [first], x={"a": [0] * 501, "z": "0" * 20})
    dropped = "the x breaks a limit: it is dropped, its xh kept, the event stands"
    return [
        accepted("a genesis", first),
        accepted("an event with a personal part", noted),
        accepted("the same event stripped", stripped(noted)),
        accepted("the same event, other key order, spaces and escapes", noted, shuffled),
        accepted("a critical event of an unknown kind", event("future.kind", {"a": 1}, [first], c=1)),
        accepted("unknown top-level keys are kept and hashed",
                 event("pts.claim", {}, [first], sig={"alg": "none"}, aa=[1, "2"])),
        accepted("a version that is not known", event("pts.claim", {"a": 1}, [first], v=2)),
        accepted("d in form only: there is no such day", event("pts.claim", {}, [first], d="2026-13-99")),
        accepted("an x without salt is no reason to refuse", event("pts.claim", {}, [first], x={"note": "无盐"})),
        accepted("a clock before 1970", event("pts.claim", {}, [first], t=-525600)),
        accepted("a body of seven levels", event("test.deep", {"a": json.loads(deep(6))}, [first])),
        accepted("-0 for t is 0", event("pts.claim", {}, [first], t=0),
                 canon(event("pts.claim", {}, [first], t=0)).replace('"t":0', '"t":-0')),
        accepted("hashed text of exactly 44 KiB", padded(44 * 1024), long_line(padded(44 * 1024))),
        accepted("x of exactly 16 KiB", with_large_x(16 * 1024), long_line(with_large_x(16 * 1024))),
        accepted("x of 16 KiB and a byte: " + dropped, with_large_x(16 * 1024 + 1),
                 long_line(with_large_x(16 * 1024 + 1)), keeps_x=0),
        accepted("x of eight levels: " + dropped, stripped(deep_x), canon(deep_x)),
        accepted("an array of 501 in x: " + dropped, stripped(wide_x), canon(wide_x)),
    ]


def forged_events() -> list[tuple[str, dict]]:
    """Events whose h agrees and whose form is wrong."""
    first, second = genesis(), genesis("石桥村")
    low, high = sorted([first, second], key=lambda e: e["h"])
    own = event("sys.writer", {"app": "1", "name": "电脑"}, [first])
    many = [digest("parent", str(i)) for i in range(33)]

    def wrong(**changed) -> dict:
        return event("pts.claim", {"n": 1}, [first], **changed)

    def without(key: str) -> dict:
        return named({k: v for k, v in wrong().items() if k not in (key, "h")})

    return [
        *[(f"{key} is missing", without(key)) for key in "bdklopstvw"],
        ("parents not ascending", wrong(s=1, p=[high["h"], low["h"]])),
        ("a parent twice", wrong(s=1, p=[low["h"], low["h"]])),
        ("own previous event twice", wrong(s=2, p=[low["h"], low["h"]])),
        ("others not ascending after the own previous event",
         wrong(s=3, p=[own["h"], high["h"], low["h"]])),
        ("s of 2 without a parent", wrong(s=2, p=[])),
        ("33 parents", wrong(s=1, p=sorted(many))),
        ("a parent in capitals", wrong(p=[first["h"].upper()])),
        ("b is an array", wrong(b=[])),
        ("c of 0", wrong(c=0)), ("c of 2", wrong(c=2)),
        ("d without zeros", wrong(d="2026-3-8")), ("d is an integer", wrong(d=20260308)),
        ("k without a dot", wrong(k="claim")), ("k with two dots", wrong(k="pts.claim.x")),
        ("k with a capital", wrong(k="Pts.claim")),
        ("l of 0", wrong(l=0)), ("l is a text", wrong(l="2")), ("s of 0", wrong(s=0)),
        ("v of 0", wrong(v=0)), ("v of 2^31", wrong(v=2**31)),
        ("w with another letter", wrong(w=entity("u", 1))),
        ("w with an l", wrong(w="w000000000000000l")), ("w too short", wrong(w="w0001")),
        ("o with another letter", wrong(o=entity("w", 1))),
        ("x is no object", {**wrong(xh=digest("jishan-x-1", "[]")), "x": []} | {"xh": None}),
        ("xh is no hash", wrong(xh="12")),
        ("a body of eight levels", wrong(b={"a": json.loads(deep(7))})),
        ("an array of 501 elements", wrong(b={"a": [0] * 501})),
    ]


def events_refused() -> list[dict]:
    noted = sample_with_x()
    line = canon(noted)
    vectors = []
    for name, forged in forged_events():
        text = {key: value for key, value in forged.items() if value is not None}
        vectors.append({"name": name, "text": canon(text), "reason": "form"})
    too_long = padded(44 * 1024 + 1)
    both = {**noted, "xh": personal_hash(noted["x"])}
    vectors += [
        {"name": "hashed text of 44 KiB and a byte", "text": long_line(too_long), "reason": "form"},
        {"name": "both x and xh", "text": canon(both), "reason": "form"},
        {"name": "h is missing", "text": canon({k: v for k, v in noted.items() if k != "h"}), "reason": "form"},
        {"name": "h in capitals", "text": canon({**noted, "h": noted["h"].upper()}), "reason": "form"},
        {"name": "x of 65 levels is never read", "reason": "form",
         "text": [line.split('"x":{')[0] + '"x":{"a":', {"text": "[", "times": 64},
                  {"text": "]", "times": 64}, "}}"]},
        {"name": "h of another event", "text": canon({**noted, "h": genesis()["h"]}), "reason": "hash"},
        {"name": "one digit of the body changed", "text": line.replace('"n":1', '"n":2'), "reason": "hash"},
        {"name": "one character of x changed", "text": line.replace("扫雪", "扫地"), "reason": "hash"},
        {"name": "an unknown key taken away", "reason": "hash",
         "text": canon({k: v for k, v in event("pts.claim", {}, [genesis()], sig=1).items() if k != "sig"})},
        {"name": "c taken away", "reason": "hash",
         "text": canon({k: v for k, v in event("a.b", {}, [genesis()], c=1).items() if k != "c"})},
        {"name": "not an object", "text": "[]", "reason": "form"},
    ]
    return vectors


# ── Places ──────────────────────────────────────────────────────────────────────────────────

def placement(name: str, lines: list[dict], **places: list[dict]) -> dict:
    """What a laptop that begins with the first event holds after the others, in any order."""
    closed = places.get("closed", lines)
    heads = {e["h"] for e in closed} - {p for e in closed for p in e["p"]}
    return {
        "name": name, "lines": [canon(e) for e in lines],
        **{place: sorted(e["h"] for e in places.get(place, [])) for place in ("waiting", "refused", "foreign")},
        "closed": sorted(e["h"] for e in closed), "heads": sorted(heads), "fingerprint": fingerprint(list(heads)),
    }


def placements() -> list[dict]:
    g = genesis()
    a1 = event("sys.writer", {"app": "1", "name": "甲"}, [g])
    b1 = event("sys.writer", {"app": "1", "name": "乙"}, [g], writer=2)
    both = event("test.both", {}, [a1, b1])
    twin = event("test.twin", {"n": 2}, [a1])
    other = genesis("石桥村")
    theirs = event("sys.writer", {"app": "1", "name": "丙"}, [other], writer=3)
    united = event("village.unite", {"other": other["h"]}, [both, theirs])
    high = event("test.high", {}, [a1], l=4)
    first_of_b = event("test.first", {}, [a1, b1], s=2, p=[b1["h"], a1["h"]])
    gap = event("test.gap", {}, [a1], s=4)
    return [
        placement("a genesis alone", [g]),
        placement("two laptops that do not know each other", [g, a1, b1]),
        placement("one who knows both", [g, a1, b1, both]),
        placement("the same writer and s twice is a fork: both stay", [g, a1, twin, event("test.twin", {"n": 1}, [a1])]),
        placement("parents that know each other are harmless", [g, a1, event("test.idle", {}, [a1, g], writer=1)]),
        placement("a missing parent: the event waits", [g, a1, both], closed=[g, a1], waiting=[both]),
        placement("what hangs on a waiting event waits", [g, a1, both, event("test.next", {}, [both])],
                  closed=[g, a1], waiting=[both, event("test.next", {}, [both])]),
        placement("l too high", [g, a1, high], closed=[g, a1], refused=[high]),
        placement("l too low", [g, a1, low := event("test.low", {}, [a1], l=2)], closed=[g, a1], refused=[low]),
        placement("what hangs on a refused event waits", [g, a1, high, after := event("test.after", {}, [high])],
                  closed=[g, a1], refused=[high], waiting=[after]),
        placement("the first parent is another writer's", [g, a1, b1, first_of_b], closed=[g, a1, b1], refused=[first_of_b]),
        placement("s leaves a gap", [g, a1, gap], closed=[g, a1], refused=[gap]),
        placement("no parents and not village.create", [g, orphan := event("pts.claim", {})],
                  closed=[g], refused=[orphan]),
        placement("village.create with parents", [g, late := event("village.create", {}, [g], writer=2)],
                  closed=[g], refused=[late]),
        placement("a genesis with l of 2", [g, odd := event("village.create", {}, l=2)], closed=[g], refused=[odd]),
        placement("another village is held aside", [g, a1, other, theirs], closed=[g, a1], foreign=[other, theirs]),
        placement("what knows another village is held aside", [g, a1, other, mixed := event("test.mixed", {}, [a1, other])],
                  closed=[g, a1], foreign=[other, mixed]),
        placement("two villages united", [g, a1, b1, both, other, theirs, united]),
        placement("a body that makes no sense is no reason to refuse",
                  [g, event("pts.claim", {"lines": "none"}, [g])]),
    ]


def fill_in() -> list[dict]:
    noted = sample_with_x()
    forged = {**noted, "x": {**noted["x"], "note": "别的"}}
    return [
        {"name": "the x that hashes to xh is filled in", "held": canon(stripped(noted)),
         "offered": canon(noted), "line": canon(noted)},
        {"name": "a stripped copy takes nothing away", "held": canon(noted),
         "offered": canon(stripped(noted)), "line": canon(noted)},
        {"name": "another x is damage", "held": canon(stripped(noted)),
         "offered": canon(forged), "line": canon(stripped(noted))},
    ]


def codes() -> list[dict]:
    first, second = genesis(), genesis("石桥村")
    return [{"name": "the fingerprint of one head", "heads": [first["h"]], "fingerprint": fingerprint([first["h"]])},
            {"name": "the fingerprint of two heads, ascending", "heads": sorted([first["h"], second["h"]]),
             "fingerprint": fingerprint([first["h"], second["h"]])},
            {"name": "the printed code of an event", "h": first["h"], "code": code(first["h"])},
            {"name": "the alphabet", "h": "00443214c74254b635cf" + "0" * 44, "code": "0123456789ABCDEF"},
            {"name": "the rest of the alphabet", "h": "84653a56d7c675be77df" + "0" * 44, "code": "GHJKMNPQRSTVWXYZ"}]


def main(folder: Path) -> None:
    vectors = {
        "about": "Test vectors of docs/format.md, written by tests/format/make_vectors.py",
        "ver": 1, "values": values(), "values_refused": values_refused(), "events": events(),
        "events_refused": events_refused(), "fill_in": fill_in(), "placements": placements(), "codes": codes(),
        "states": [*states(), example.state()],
    }
    text = json.dumps(vectors, ensure_ascii=False, indent=1) + "\n"
    (folder / "vectors.json").write_text(text, encoding="utf-8")
    (folder / "example.jishan.json").write_text(example.file_text(), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PUBLISHED)
