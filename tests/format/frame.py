"""The frame of an event, written from docs/format.md alone: canonical text, hashes, codes, ids."""

import hashlib
import json

CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"


def canon(value) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(tag: str, text: str) -> str:
    return hashlib.sha256(f"{tag}\n{text}".encode()).hexdigest()


def code(hash_text: str) -> str:
    bits = format(int(hash_text, 16), "0256b")[:80]
    return "".join(CROCKFORD[int(bits[i:i + 5], 2)] for i in range(0, 80, 5)).upper()


def fingerprint(heads: list[str]) -> str:
    return code(digest("jishan-heads-1", "".join(f"{h}\n" for h in sorted(heads))))


def entity(letter: str, number: int) -> str:
    """An id that is visibly made up: w0000000000000001."""
    return letter + "".join(CROCKFORD[number >> 5 * i & 31] for i in reversed(range(16)))


def personal_hash(x: dict) -> str:
    return digest("jishan-x-1", canon(x))


def hashed_text(event: dict) -> str:
    rest = {key: value for key, value in event.items() if key not in ("h", "x")}
    if "x" in event:
        rest["xh"] = personal_hash(event["x"])
    return canon(rest)


def named(event: dict) -> dict:
    return {**event, "h": digest("jishan-event-1", hashed_text(event))}


def stripped(event: dict) -> dict:
    if "x" not in event:
        return event
    return {**{key: value for key, value in event.items() if key != "x"},
            "xh": personal_hash(event["x"])}


def event(kind: str, body: dict, parents: list[dict] = (), writer: int = 1, **changed) -> dict:
    """An event after these parents; the first one is the writer's own previous event, if any."""
    own = next((p for p in parents if p["w"] == entity("w", writer)), None)
    names = [p["h"] for p in parents if p is not own]
    plain = {
        "b": body, "d": "2026-03-08", "k": kind, "l": 1 + max((p["l"] for p in parents), default=0),
        "o": "", "p": ([own["h"]] if own else []) + sorted(names), "s": own["s"] + 1 if own else 1,
        "t": 29548800, "v": 1, "w": entity("w", writer),
    }
    return named({**plain, **changed})


def genesis(name: str = "柳荫村") -> dict:
    return event("village.create", {"name": name, "town": "临溪镇", "code": "", "mode": "practice",
                                    "offset_min": 480, "scale": 100, "alg": "sha-256"})


def book_file(lines: list[str], **header) -> str:
    """The whole file of these canonical lines of one village, which stand in the order of the file."""
    written = [json.loads(one) for one in lines]
    root = written[0]["h"]
    heads = sorted({e["h"] for e in written} - {p for e in written for p in e["p"]})
    opening = {"fmt": "jishan", "ver": 1, "crit": [], "app": "jishan 0.1.0", "village": root, "roots": [root],
               "name": "柳荫村", "from": "", "made": 0, "personal": ["*"], "n": len(lines), "heads": heads, **header}
    total = hashlib.sha256("".join(f"{one}\n" for one in lines).encode()).hexdigest()
    end = {"n": len(lines), "sha256": total}
    head = json.dumps(opening, ensure_ascii=False, separators=(",", ":"))[:-1] + ',"events":[\n'
    return head + ",\n".join(lines) + '\n],"end":' + canon(end) + "}\n"
