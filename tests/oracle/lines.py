"""Lines (§8.3–§8.5): what stands in the bodies of the ledger, the shop and the volunteers."""
from dataclasses import dataclass, field

import fields as form
from event import Event

POINTS, GIFT = "points", "gift"


@dataclass(frozen=True)
class Transfer:
    source: str
    target: str
    unit: str
    amount: int


@dataclass
class Line:
    event: Event
    number: int
    key: str = ""            # empty for a FACT
    generation: int = 1
    transfers: tuple = ()
    content: dict = field(default_factory=dict)

    @property
    def ref(self):
        return f"{self.event.hash}:{self.number}"

    @property
    def order(self):
        return self.event.order + (self.number,)


def lines_of(event):
    """All lines of an event that are not inert."""
    reader = READERS.get(event.kind)
    return list(reader(event)) if reader and event.version == 1 else []


def _moves(*transfers):
    return tuple(transfer for transfer in transfers if transfer.amount > 0)


def _issue(household, unit, amount):
    return _moves(Transfer("issued", household, unit, amount),
                  Transfer(household, "issued", unit, -amount))


LIST = {"lines": lambda value: isinstance(value, list)}

CLAIM_EVENT = {"id": form.act, "book": form.event_hash, **LIST}
CLAIM_LINE = {"hh": form.household, "code": form.matching("[A-Z0-9.-]{1,12}"),
              "qty": form.integer(1, 10 ** 7), "pts": form.amount, "d": form.day}
CLAIM_OPTIONAL = {"res": form.resident, "wit": form.resident, "src": form.some_text,
                  "gen": form.generation}


def _claims(event):
    if not form.in_form(event.body, CLAIM_EVENT):
        return
    for number, line in enumerate(event.body["lines"]):
        if form.in_form(line, CLAIM_LINE, CLAIM_OPTIONAL):
            key = f"pts.claim {line['src']} {line['code']}" if "src" in line else ""
            yield Line(event, number, key, line.get("gen", 1), (), line)


POST_ROW = (form.integer(0, 99999), form.household, form.amount, form.generation, form.text)


def _posts(event):
    groups = event.body.get("rows")
    if not isinstance(groups, list):
        return
    number = -1
    for group in groups:
        rows = group.get("rows") if isinstance(group, dict) else None
        for row in rows if isinstance(rows, list) else ():
            number += 1
            if not form.event_hash(group.get("of")) or not _row_in_form(row, POST_ROW):
                continue
            place, household, points, generation, key = row[:5]
            claim_key = key or f"{group['of']}:{place}"
            yield Line(event, number, f"pts.post {claim_key}", generation,
                       _issue(household, POINTS, points), {"hh": household, "pts": points})


def _row_in_form(row, checks):
    return (isinstance(row, list) and len(row) >= len(checks)
            and all(check(value) for check, value in zip(checks, row)))


GRANT_EVENT = {"class": form.one_of("open", "base", "gift", "other"), "period": form.text, **LIST}
GRANT_ROW = (form.household, form.amount, form.generation)
GRANT_ROW_OF_SHARES = (form.household, form.up_to_billion, form.generation)


def _grants(event):
    body = event.body
    if not form.in_form(body, GRANT_EVENT):
        return
    name, period = body["class"], body["period"]
    ends = form.last_day(period)
    if (name == "open" and period != "") or (name != "open" and ends is None):
        return
    checks = GRANT_ROW_OF_SHARES if name in ("base", "gift") else GRANT_ROW
    unit = GIFT if name == "gift" else POINTS
    for number, row in enumerate(body["lines"]):
        if _row_in_form(row, checks):
            household, points, generation = row[:3]
            yield Line(event, number, f"pts.grant {name} {period} {household}", generation,
                       _issue(household, unit, points),
                       {"hh": household, "pts": points, "class": name, "ends": ends})


STOCK_EVENT = {"id": form.act, "outlet": form.outlet, "source": form.text, **LIST}
STOCK_LINE = {"g": form.goods, "q": form.integer(1, 10 ** 9), "cost_fen": form.up_to_billion,
              "best": form.either(form.empty, form.day)}


def _deliveries(event):
    if not form.in_form(event.body, STOCK_EVENT):
        return
    outlet = event.body["outlet"]
    for number, line in enumerate(event.body["lines"]):
        if form.in_form(line, STOCK_LINE):
            yield Line(event, number, transfers=_moves(
                Transfer("supplier", outlet, line["g"], line["q"])), content=line)


REDEEM_EVENT = {"id": form.act, "hh": form.household, "outlet": form.outlet, "slip": form.text,
                "seen": form.amount, **LIST}
REDEEM_LINE = {"g": form.goods, "q": form.integer(1, 10 ** 9), "pts": form.up_to_billion,
               "gift": form.up_to_billion}


def _redemptions(event):
    if not form.in_form(event.body, REDEEM_EVENT):
        return
    household, outlet = event.body["hh"], event.body["outlet"]
    for number, line in enumerate(event.body["lines"]):
        if form.in_form(line, REDEEM_LINE):
            yield Line(event, number, transfers=_moves(
                Transfer(household, "redeemed", POINTS, line["pts"]),
                Transfer(household, "redeemed", GIFT, line["gift"]),
                Transfer(outlet, "given", line["g"], line["q"])), content=line)


SERVICE_EVENT = {"id": form.act, **LIST}
SERVICE_LINE = {"res": form.resident, "d": form.day, "min": form.integer(1, 1440),
                "night_min": form.integer(0, 1440), "kind": form.text,
                "served": form.up_to_billion, "via": form.text, "by": form.text}
SERVICE_OPTIONAL = {"shift": form.shift, "start": form.integer(0, 1439), "gen": form.generation}


def _services(event):
    if not form.in_form(event.body, SERVICE_EVENT):
        return
    for number, line in enumerate(event.body["lines"]):
        if form.in_form(line, SERVICE_LINE, SERVICE_OPTIONAL) and line["night_min"] <= line["min"]:
            key = f"vol.service {line['shift']} {line['res']}" if "shift" in line else ""
            yield Line(event, number, key, line.get("gen", 1), (), line)


READERS = {
    "pts.claim": _claims,
    "pts.post": _posts,
    "pts.grant": _grants,
    "stock.in": _deliveries,
    "shop.redeem": _redemptions,
    "vol.service": _services,
}
