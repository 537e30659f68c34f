"""What has no effect, and why (§7.8): written from the page, compared with `verify --json`."""
import fields as form
import registers
from counting import REF, REVERSE, REVERSE_OPTIONAL
from lines import (
    CLAIM_EVENT, CLAIM_LINE, CLAIM_OPTIONAL, GRANT_ROW, GRANT_ROW_OF_SHARES, LIST, POST_ROW, REDEEM_EVENT, REDEEM_LINE,
    SERVICE_EVENT, SERVICE_LINE, SERVICE_OPTIONAL, STOCK_EVENT, STOCK_LINE)
from todos import SETTLE, SETTLE_OPTIONAL

WHOLE = None  # in place of a line's number

POST_NAMES = ("n", "hh", "pts", "gen", "key")
GRANT_NAMES = ("hh", "pts", "gen")
GENESIS = {"name": form.text, "town": form.text, "code": form.text, "mode": form.one_of("real", "practice"),
           "offset_min": form.integer(-720, 840), "scale": form.integer(100, 100), "alg": form.text}
WRITER = {"app": form.text, "name": form.text}
DECIDE_LINE = {"ref": form.some_text, "step": form.one_of("pre", "panel", "committee"), "ok": form.flag,
               "pts": form.amount}
PUBLISH = {"name": form.text, "from": form.day, "prev": form.text, "rules": lambda value: isinstance(value, list)}
CAP = {"by": form.one_of("hh", "res"), "max": form.integer(1, 10 ** 9), "of": form.one_of("times", "pts", "qty"),
       "per": form.one_of("entry", "day", "week", "month", "quarter", "year", "ever")}
RULE = {"code": form.matching("[A-Z0-9.-]{1,12}"), "class": form.matching("[A-Z]"), "text": form.text,
        "type": form.one_of("fixed", "range", "per")}
RULE_OPTIONAL = {"pts": form.amount, "lo": form.amount, "hi": form.amount, "unit": form.text, "clause": form.text,
                 "cap": lambda value: form.in_form(value, CAP)}
# Kinds whose rows the state document does not need.
OTHER_SETS = {
    "cell.set": ({"id": form.cell}, {
        "parent": form.cell, "level": form.text, "no": form.integer(1, 99), "name": form.text}),
    "outlet.set": ({"id": form.outlet}, {"name": form.text, "on": form.flag}),
    "vol.set": ({"res": form.resident}, {
        "on": form.flag, "no": form.text, "skills": form.texts, "guardian": form.resident}),
    "team.set": ({"id": form.team}, {"name": form.text, "on": form.flag}),
    "member.set": ({"team": form.team, "res": form.resident}, {"on": form.flag, "post": form.text}),
}
SETS = {kind: (keys, open_fields) for kind, (keys, open_fields, _) in registers.KINDS.items()} | OTHER_SETS
LINES = {
    "pts.claim": (CLAIM_EVENT, CLAIM_LINE, CLAIM_OPTIONAL),
    "pts.decide": (LIST, DECIDE_LINE, {}),
    "stock.in": (STOCK_EVENT, STOCK_LINE, {}),
    "shop.redeem": (REDEEM_EVENT, REDEEM_LINE, {}),
    "vol.service": (SERVICE_EVENT, SERVICE_LINE, SERVICE_OPTIONAL),
}
PLAIN = {
    "village.create": (GENESIS, {}), "sys.writer": (WRITER, {}), "sys.settle": (SETTLE, SETTLE_OPTIONAL),
    "ledger.reverse": (REVERSE, REVERSE_OPTIONAL),
}


def faults_of(fields, required, optional=None):
    """(cause, field) of every field that is missing or wrong."""
    if not isinstance(fields, dict):
        return {("wrong", "")}
    missing = {("missing", name) for name in required if name not in fields}
    checks = required | (optional or {})
    return missing | {("wrong", name) for name, check in checks.items() if name in fields and not check(fields[name])}


def faults_of_row(row, names, checks):
    if not isinstance(row, list):
        return {("wrong", "")}
    return faults_of(dict(zip(names, row)), dict(zip(names, checks)))


def by_fields(event):
    """(line, faults) of everything in the event that its own fields make inert."""
    body, kind = event.body, event.kind
    if kind in PLAIN:
        yield WHOLE, faults_of(body, *PLAIN[kind])
    elif kind in LINES:
        outside, required, optional = LINES[kind]
        yield from _listed(body, "lines", outside, lambda line: faults_of(line, required, optional) or _night(kind, line))
    elif kind in SETS:
        rows = {"rows": lambda value: isinstance(value, list)}
        yield from _listed(body, "rows", rows, lambda row: _set_row(kind, row))
    elif kind == "rules.publish":
        yield from _listed(body, "rules", PUBLISH, lambda rule: faults_of(rule, RULE, RULE_OPTIONAL))
    elif kind == "pts.grant":
        yield from _grant(body)
    elif kind == "pts.post":
        yield from _post(body)
    elif kind != "village.unite":
        yield WHOLE, {("kind", "")}


def _listed(body, name, outside, faults):
    found = faults_of(body, outside)
    yield WHOLE, found
    for number, line in enumerate(() if found else body[name]):
        yield number, faults(line)


def _night(kind, line):
    too_long = kind == "vol.service" and line["night_min"] > line["min"]
    return {("wrong", "night_min")} if too_long else set()


def _set_row(kind, row):
    keys, open_fields = SETS[kind]
    if kind == "alias.set":
        letter = row.get("t") if isinstance(row, dict) else None
        ids = {"h": form.household, "r": form.resident}.get(letter if isinstance(letter, str) else None)
        keys = {"t": form.one_of("h", "r")} | ({"a": ids, "b": ids} if ids else {})
    found = faults_of(row, keys | {"f": lambda value: isinstance(value, dict)})
    fields = row.get("f") if isinstance(row, dict) else None
    if isinstance(fields, dict):
        optional = {name: form.either(form.empty, check) for name, check in open_fields.items()}
        found |= {(cause, "f." + name) for cause, name in faults_of(fields, {}, optional)}
    return found


def _grant(body):
    name = body.get("class")
    found = faults_of(body, {"class": form.one_of("open", "base", "gift", "other"), "period": form.text, **LIST})
    period = body.get("period")
    if not any(field in ("class", "period") for _, field in found):
        if (period != "") if name == "open" else form.last_day(period) is None:
            found |= {("wrong", "period")}
    yield WHOLE, found
    checks = GRANT_ROW_OF_SHARES if name in ("base", "gift") else GRANT_ROW
    for number, row in enumerate(() if found else body["lines"]):
        yield number, faults_of_row(row, GRANT_NAMES, checks)


def _post(body):
    found = faults_of(body, {"rows": lambda value: isinstance(value, list)})
    yield WHOLE, found
    number = 0
    for group in () if found else body["rows"]:
        rows = group.get("rows") if isinstance(group, dict) else None
        for row in rows if isinstance(rows, list) else ():
            of = set() if form.event_hash(group.get("of")) else {("wrong", "of")}
            yield number, faults_of_row(row, POST_NAMES, POST_ROW) | of
            number += 1


def by_others(event, counting):
    """(line, cause, what) of what other events leave without effect."""
    lines = counting.lines_of_event.get(event.hash, ())
    for line in lines:
        if not line.key:
            continue
        generation = 1
        while (line.key, generation) in counting.killed_generations:
            generation += 1
        first = min((one for one in counting.lines if (one.key, one.generation) == (line.key, line.generation)),
                    key=lambda one: one.order)
        if line.generation > generation:
            yield line.number, "generation", line.key
        elif first is not line:
            yield line.number, "surplus", line.key
    if event.kind == "ledger.reverse" and event in counting.reversals:
        target = event.body["of"]
        named = counting.named(event) if REF.fullmatch(target) else [
            line for line in counting.lines if line.key == target]
        if not named:
            yield WHOLE, "target", target
    if event.kind == "pts.decide":
        claims = {line.key or line.ref for line in counting.lines if line.event.kind == "pts.claim"}
        for number, faults in by_fields(event):
            if number is not WHOLE and not faults and event.body["lines"][number]["ref"] not in claims:
                yield number, "target", event.body["lines"][number]["ref"]


def inert_of(placement, counting):
    """{(event, line): {(cause, what)}} of a whole book."""
    inert = {}
    for event in placement.events:
        if event.version != 1:
            inert[event.hash, WHOLE] = {("kind", "")}
            continue
        for line, faults in by_fields(event):
            if faults:
                inert.setdefault((event.hash, line), set()).update(faults)
        for line, cause, what in by_others(event, counting):
            inert.setdefault((event.hash, line), set()).add((cause, what))
    return inert
