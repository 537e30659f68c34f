"""What the bodies of events say, read by docs/format.md §7.1 and §8: writes, lines, reversals,
decisions, rule books. Whatever is inert is left out here, and keeps its number."""

import calendar
import datetime
import re
from dataclasses import dataclass, field
from typing import Any

ID = "[0-9a-hjkmnp-tv-z]{16}"


# ── Checks ──────────────────────────────────────────────────────────────────────────────────

def text(value) -> bool:
    return isinstance(value, str)


def some_text(value) -> bool:
    return text(value) and value != ""


def integer(least: int | None = None, most: int | None = None):
    def check(value) -> bool:
        return (type(value) is int and (least is None or value >= least)
                and (most is None or value <= most))

    return check


def identity(letter: str):
    return lambda value: text(value) and re.fullmatch(letter + ID, value) is not None


def one_of(*values):
    return lambda value: text(value) and value in values


def date(value) -> bool:
    if not text(value) or not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return False
    year, month, day = (int(part) for part in value.split("-"))
    return 1900 <= year <= 2199 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def hash_text(value) -> bool:
    return text(value) and re.fullmatch("[0-9a-f]{64}", value) is not None


def code(value) -> bool:
    return text(value) and re.fullmatch("[A-Z0-9.-]{1,12}", value) is not None


def texts(value) -> bool:
    return isinstance(value, list) and all(text(element) for element in value)


flag, amount, gen = integer(0, 1), integer(-10**9, 10**9), integer(1, 10**9)
not_negative, pieces = integer(0, 10**9), integer(1, 10**9)


def fits(entry, required: dict, optional: dict | None = None) -> bool:
    """Is it an object with these members, each allowed? What is optional may be absent, not wrong."""
    return (isinstance(entry, dict)
            and all(name in entry and check(entry[name]) for name, check in required.items())
            and all(name not in entry or check(entry[name]) for name, check in (optional or {}).items()))


def village_caps(value) -> bool:
    return isinstance(value, list) and all(
        fits(cap, {"by": one_of("hh", "res"), "of": one_of("times", "pts"), "max": pieces,
                   "per": one_of("entry", "day", "week", "month", "quarter", "year", "ever")}) for cap in value)


def row_fits(row, *checks) -> bool:
    return (isinstance(row, list) and len(row) >= len(checks)
            and all(check(value) for check, value in zip(checks, row)))


def last_day(period) -> str | None:
    """The last day of a period text, or None when it names none."""
    form = r"([0-9]{4})(-H[12]|-Q[1-4]|-(?:0[1-9]|1[0-2])|-W[0-9]{2})?"
    match = re.fullmatch(form, period) if text(period) else None
    if not match or not 1900 <= int(match[1]) <= 2199:
        return None
    year, part = int(match[1]), match[2] or "-12"
    if part[1] == "W":
        try:
            return datetime.date.fromisocalendar(year, int(part[2:]), 7).isoformat()
        except ValueError:
            return None
    month = int(part[2:]) * {"H": 6, "Q": 3}[part[1]] if part[1] in "HQ" else int(part[1:])
    return f"{year}-{month:02}-{calendar.monthrange(year, month)[1]}"


# ── What is read ────────────────────────────────────────────────────────────────────────────

@dataclass(frozen=True)
class Write:
    l: int
    h: str
    line: int
    value: Any

    @property
    def place(self):
        return (self.l, self.h, self.line)


@dataclass
class Line:
    """A line of bookkeeping. Transfers are (unit, from, to, amount)."""
    kind: str
    l: int
    h: str
    n: int
    key: str | None = None  # key text of a ONCE line
    gen: int = 1
    transfers: list[tuple] = field(default_factory=list)
    entry: Any = None       # as it stands in the body
    household: str = ""
    outlet: str = ""
    date: str = ""
    base: tuple | None = None  # (last day, pts) of a base grant

    @property
    def ref(self) -> str:
        return f"{self.h}:{self.n}"

    @property
    def place(self):
        return (self.l, self.h, self.n)


def row_key(member: str, letter: str):
    return lambda row: row[member] if identity(letter)(row.get(member)) else None


def pair_key(row: dict) -> str | None:
    letter = row.get("t")
    known = letter in ("h", "r") and all(identity(letter)(row.get(side)) for side in "ab")
    return " ".join(sorted((row["a"], row["b"]))) if known else None


# Kind: the key of a row, the fields of f, the personal fields. Kinds without a figure are left out.
REGISTERS = {
    "village.set": (lambda row: "", {"name": text, "town": text, "step": integer(0), "rate_fen": integer(0),
                                     "gate": one_of("notice", "none"), "notice_days": integer(0), "caps": village_caps,
                                     "mask": one_of("middle", "given")}, {}),
    "op.set": (row_key("id", "u"), {"roles": texts, "res": identity("r"), "on": flag}, {"name": text}),
    "hh.set": (row_key("id", "h"), {"no": text, "grp": integer(1, 99), "cell": identity("c"), "class": text,
                                    "head": identity("r"), "state": text, "outlet": identity("o")},
               {"addr": text, "note": text}),
    "res.set": (row_key("id", "r"), {"hh": identity("h"), "rel": text, "state": text},
                {"name": text, "sex": integer(0, 9), "born": date, "minor": flag, "phone": text, "idno": text}),
    "alias.set": (pair_key, {"on": flag}, {}),
    "goods.set": (row_key("id", "g"), {"name": text, "unit": text, "price": not_negative, "barcode": text,
                                       "reorder": not_negative, "on": flag}, {}),
}


def given(unit: str, household: str, points: int) -> list[tuple]:
    if points == 0:
        return []
    return [(unit, "issued", household, points) if points > 0 else (unit, household, "issued", -points)]


class Bodies:
    """Everything that closed events say, gathered."""

    def __init__(self, events: list[dict]):
        self.writes: dict[tuple[str, str], dict[str, list[Write]]] = {}
        self.named: dict[str, set[str]] = {kind: set() for kind in REGISTERS}
        self.lines: list[Line] = []
        self.reversals: list[tuple[str, str, int, int]] = []  # h, of, gen, back
        self.settles: list[tuple[str, str, str, int]] = []    # h, todo, basis, floor
        self.rule_books: list[tuple[str, str]] = []           # from, h
        readers = {
            "sys.settle": self.settle, "ledger.reverse": self.reverse, "rules.publish": self.publish,
            "pts.claim": self.claim, "pts.post": self.post, "pts.grant": self.grant,
            "stock.in": self.delivery, "shop.redeem": self.redeem, "vol.service": self.service,
        }
        for event in events:
            if event["v"] != 1:
                continue
            if event["k"] in REGISTERS:
                self.rows(event)
            elif event["k"] in readers:
                readers[event["k"]](event, event["b"])

    def rows(self, event: dict):
        key_of, fields, personal = REGISTERS[event["k"]]
        rows = event["b"].get("rows")
        beside = event.get("x", {}).get("rows")
        for number, row in enumerate(rows if isinstance(rows, list) else ()):
            if not fits(row, {"f": lambda value: isinstance(value, dict)}) or key_of(row) is None:
                continue
            if any(name in fields and value != "" and not fields[name](value) for name, value in row["f"].items()):
                continue
            key = key_of(row)
            self.named[event["k"]].add(key)
            written = self.writes.setdefault((event["k"], key), {})
            hidden = beside[number] if isinstance(beside, list) and number < len(beside) else {}
            shown = {name: value for name, value in row["f"].items() if name in fields}
            if isinstance(hidden, dict):
                shown |= {name: value for name, value in hidden.items()
                          if name in personal and (value == "" or personal[name](value))}
            for name, value in shown.items():
                written.setdefault(name, []).append(Write(event["l"], event["h"], number, value))

    def add(self, event: dict, number: int, **more):
        self.lines.append(Line(event["k"], event["l"], event["h"], number, **{"date": event["d"], **more}))

    def settle(self, event: dict, body: dict):
        if fits(body, {"todo": some_text, "basis": hash_text}, {"floor": integer()}):
            self.settles.append((event["h"], body["todo"], body["basis"], body.get("floor", 0)))

    def reverse(self, event: dict, body: dict):
        if fits(body, {"of": some_text, "back": flag, "why": text}, {"gen": gen}):
            self.reversals.append((event["h"], body["of"], body.get("gen", 1), body["back"]))

    def publish(self, event: dict, body: dict):
        if fits(body, {"name": text, "from": date, "prev": text, "rules": lambda value: isinstance(value, list)}):
            self.rule_books.append((body["from"], event["h"]))

    def entries(self, body: dict, required: dict, required_of_line: dict, optional_of_line: dict | None = None):
        if not fits(body, {**required, "lines": lambda value: isinstance(value, list)}):
            return
        for number, entry in enumerate(body["lines"]):
            if fits(entry, required_of_line, optional_of_line):
                yield number, entry

    def claim(self, event: dict, body: dict):
        required = {"hh": identity("h"), "code": code, "qty": integer(1, 10**7), "pts": amount, "d": date}
        optional = {"res": identity("r"), "wit": identity("r"), "src": some_text, "gen": gen}
        for number, entry in self.entries(body, {"id": identity("y"), "book": hash_text}, required, optional):
            key = f"pts.claim {entry['src']} {entry['code']}" if "src" in entry else None
            self.add(event, number, key=key, gen=entry.get("gen", 1), household=entry["hh"], date=entry["d"],
                     entry=entry)

    def post(self, event: dict, body: dict):
        number = -1
        for group in body.get("rows") if isinstance(body.get("rows"), list) else ():
            if not fits(group, {"rows": lambda value: isinstance(value, list)}):
                continue
            for row in group["rows"]:
                number += 1
                if not hash_text(group.get("of")):
                    continue
                if not row_fits(row, integer(0, 99_999), identity("h"), amount, gen, text):
                    continue
                n, household, points, generation, key = row[:5]
                self.add(event, number, key=f"pts.post {key or group['of'] + ':' + str(n)}", gen=generation,
                         household=household, transfers=given("points", household, points))

    def grant(self, event: dict, body: dict):
        kind, period, lines = body.get("class"), body.get("period"), body.get("lines")
        if not one_of("open", "base", "gift", "other")(kind) or not isinstance(lines, list):
            return
        if period != "" if kind == "open" else last_day(period) is None:
            return
        points_of = not_negative if kind in ("base", "gift") else amount
        for number, row in enumerate(lines):
            if row_fits(row, identity("h"), points_of, gen):
                household, points, generation = row[:3]
                unit = "gift" if kind == "gift" else "points"
                self.add(event, number, key=f"pts.grant {kind} {period} {household}", gen=generation,
                         household=household, transfers=given(unit, household, points),
                         base=(last_day(period), points) if kind == "base" else None)

    def delivery(self, event: dict, body: dict):
        required = {"g": identity("g"), "q": pieces, "cost_fen": not_negative,
                    "best": lambda value: value == "" or date(value)}
        for number, entry in self.entries(body, {"id": identity("y"), "outlet": identity("o"), "source": text}, required):
            self.add(event, number, outlet=body["outlet"], entry=entry,
                     transfers=[(entry["g"], "supplier", body["outlet"], entry["q"])])

    def redeem(self, event: dict, body: dict):
        outside = {"id": identity("y"), "hh": identity("h"), "outlet": identity("o"), "slip": text, "seen": amount}
        required = {"g": identity("g"), "q": pieces, "pts": not_negative, "gift": not_negative}
        for number, entry in self.entries(body, outside, required):
            moved = [("points", body["hh"], "redeemed", entry["pts"]), ("gift", body["hh"], "redeemed", entry["gift"]),
                     (entry["g"], body["outlet"], "given", entry["q"])]
            self.add(event, number, outlet=body["outlet"], household=body["hh"], entry=entry,
                     transfers=[one for one in moved if one[3] > 0])

    def service(self, event: dict, body: dict):
        required = {"res": identity("r"), "d": date, "min": integer(1, 1440), "night_min": integer(0), "kind": text,
                    "served": not_negative, "via": text, "by": text}
        optional = {"shift": identity("f"), "start": integer(0, 1439), "gen": gen}
        for number, entry in self.entries(body, {"id": identity("y")}, required, optional):
            if entry["night_min"] > entry["min"]:
                continue
            key = f"vol.service {entry['shift']} {entry['res']}" if "shift" in entry else None
            self.add(event, number, key=key, gen=entry.get("gen", 1), date=entry["d"], entry=entry)
