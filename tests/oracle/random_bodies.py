"""Random bodies for every kind of §8, from few ids, so that they meet each other."""

from spoiling import Spoiling

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
ODD_TEXTS = [
    "", " ", "0", "02", "01", "\u2028", "\u2029line", "\ufeff", "\x7f", "𠮷𬱖", "e\u0301", "é", "a\nb", "\"\\/",
    "moved", "closed", "dead", "away", "cadre", "rep", "x" * 300, "户 1", "𝟘", "\ud7ff\ue000", "\U0010ffff",
]
DAYS = ["2026-03-08", "2026-03-09", "1900-01-01", "2199-12-31", "2024-02-29"]
WRONG_DAYS = ["1899-12-31", "2200-01-01", "2026-02-29", "soon"]
PERIODS = ["2026", "2026-H1", "2026-H2", "2026-Q1", "2026-Q4", "2026-03", "2026-12", "2026-W53", "2026-W01",
           "2025-W52", "2025-W53", "2020-W53", "1900", "2199-W52", "2199-12", "2026-Q2", "2026-06", "1900-W01"]
WRONG_PERIODS = ["", "2026-H3", "2026-Q0", "2026-13", "2026-00", "1899", "2200", "2026-W00", "2026-W54", "2026-w01",
                 "2026-3", "26", "2026-", "2026-03-08", " 2026", "2199-W53", "1900-W53"]
CODES = ["A01", "B-1", "C.2"]


def identity(letter, number):
    return letter + "0" * 15 + ALPHABET[number]


class Bodies(Spoiling):
    """known(kind) gives events written so far, anywhere: (hash, kind, body)."""

    def __init__(self, chance, events):
        self.chance = chance
        self.events = events
        # A narrow book has so few ids that everything in it meets.
        self.narrow = chance.choice([1, 2, 2, 3, 9])
        # In a modest book amounts are so small that floors and locks come near them.
        self.modest = chance.random() < 0.5
        self.makers = {name[1:].replace("_", ".", 1): getattr(self, name)
                       for name in dir(self) if name.startswith("_") and name.count("_") == 2
                       and not name.startswith("__")}

    # Choices of chance.

    def of(self, letter, count=4):
        return identity(letter, self.chance.randrange(1, min(count, self.narrow + 1) + 1))

    def pick(self, *values):
        return self.chance.choice(values)

    def text(self):
        return self.chance.choice(ODD_TEXTS) if self.chance.random() < 0.3 else self.pick("甲", "乙", "丙")

    def some(self, make, low=1, high=3):
        return [make() for _ in range(self.chance.randint(low, high))]

    def maybe(self, target, name, value, odds=0.4):
        if self.chance.random() < odds:
            target[name] = value() if callable(value) else value

    def fields(self, **choices):
        found = {}
        for name, value in choices.items():
            self.maybe(found, name, value, 0.5)
            if name in found and self.chance.random() < 0.1:
                found[name] = ""
        return found

    def generation(self, target):
        if self.chance.random() < 0.35:
            target["gen"] = self.pick(1, 1, 2, 2, 3, 10 ** 9)

    def an_event(self, *kinds):
        known = [event for event in self.events if event["k"] in kinds] if kinds else self.events
        return self.chance.choice(known) if known else None

    def a_ref(self, *kinds):
        event = self.an_event(*kinds)
        name = event["h"] if event and self.chance.random() < 0.95 else "%064x" % self.chance.getrandbits(256)
        number = self.pick(0, 0, 0, 1, 1, 2, 3, 7, 999999)
        return f"{name}:{number}"

    def amount(self):
        if self.modest:
            return self.pick(0, 100, 100, 200, 300, -100)
        return self.pick(0, 1, 100, 100, 300, -100, -300, 500, 6000, 10 ** 9, -10 ** 9)

    # Village.

    def _village_set(self):
        return {"rows": self.some(lambda: {"f": self.fields(
            name=self.text, town=self.text, step=lambda: self.pick(0, 100, 2 ** 53 - 1),
            rate_fen=lambda: self.pick(0, 5), gate=lambda: self.pick("notice", "none"),
            notice_days=lambda: self.pick(0, 7), mask=lambda: self.pick("middle", "given", "given", "all"),
            caps=lambda: self.some(self.village_cap, 0, 2))})}, None

    def village_cap(self):
        return {"by": self.pick("hh", "res"), "per": self.pick("entry", "week", "ever"), "max": self.pick(1, 4000, 4000, 10 ** 9, 0),
                "of": self.pick("times", "pts", "pts", "pts", "qty")}

    def _village_unite(self):
        return {"other": self.pick("0" * 64, self.a_ref()[:64])}, None

    def _sys_writer(self):
        return {"app": self.text(), "name": self.text()}, None

    def _op_set(self):
        return ({"rows": self.some(lambda: {"id": self.of("u", 3), "f": self.fields(
            roles=lambda: [self.text()], res=lambda: self.of("r"), on=lambda: self.pick(0, 1))})},
            {"rows": self.some(lambda: self.fields(name=self.text), 0, 4)})

    def _sys_settle(self):
        todo = "overdraft:" + self.of("h") if self.modest else self.pick(
            *["overdraft:" + self.of("h")] * 3, "village-field:name", "hh-number:0", "x")
        body = {"todo": todo, "basis": "%064x" % self.chance.getrandbits(256)}
        self.maybe(body, "floor", self._floor, 0.7)
        return body, {"text": self.text()}

    def _floor(self):
        if self.modest:
            return 100 * self.pick(0, 1, 2, 3, -self.chance.randrange(25))
        return self.pick(0, -100, -300, -6000, -100000, 5, 100, -10 ** 10)

    # Roster.

    def _cell_set(self):
        return {"rows": self.some(lambda: {"id": self.of("c"), "f": self.fields(
            parent=lambda: self.of("c"), level=lambda: "group", no=lambda: self.pick(1, 99), name=self.text)})}, None

    def _hh_set(self):
        return ({"rows": self.some(lambda: {"id": self.of("h", 6), "f": self.fields(
            no=lambda: self.pick("1", "2", "3", self.text()), grp=lambda: self.pick(1, 2, 99),
            cell=lambda: self.of("c"), head=lambda: self.of("r"), outlet=lambda: self.of("o"),
            state=lambda: self.pick("", "", "away", "moved", "closed", "dead", self.text()),
            **{"class": lambda: self.pick("", "cadre", "rep", self.text())})})},
            {"rows": self.some(lambda: self.fields(addr=self.text, note=self.text), 0, 4)})

    def _res_set(self):
        return ({"rows": self.some(lambda: {"id": self.of("r", 6), "f": self.fields(
            hh=lambda: self.of("h", 6), rel=lambda: self.pick("02", "02", "01", self.text()),
            state=lambda: self.pick("", "", "away", "moved", "dead", "closed", self.text()))})},
            {"rows": self.some(lambda: self.fields(
                name=self.text, sex=lambda: self.pick(0, 1, 9, 10), born=lambda: self.pick(*DAYS, "2026-02-30"),
                minor=lambda: self.pick(0, 1, 2), phone=self.text, idno=self.text), 0, 4)})

    def _alias_set(self):
        def row():
            letter = self.pick("h", "h", "r", "r", "g")
            other = letter if self.chance.random() < 0.95 else "r"
            return {"t": letter, "a": self.of(letter, 7), "b": self.of(other, 7),
                    "f": {"on": self.pick(1, 1, 1, 1, 0, "")} if self.chance.random() < 0.95 else {}}
        return {"rows": self.some(row)}, None

    # Ledger and points.

    def _ledger_reverse(self):
        body = {"of": self._target(), "back": self.pick(0, 1), "why": self.text()}
        earlier = self.an_event("ledger.reverse") if self.chance.random() < 0.2 else None
        if earlier and isinstance(earlier["b"].get("of"), str):
            body["of"] = earlier["b"]["of"]
        if self.chance.random() < 0.05:
            body["of"] = body["of"].replace(":", ":0", 1)
        self.generation(body)
        return body, {"note": self.text()}

    def _target(self):
        way = self.chance.random()
        if way < 0.3:
            return self.a_ref("pts.claim", "pts.post", "pts.grant", "stock.in", "shop.redeem", "vol.service")
        if way < 0.45:
            return self.a_ref("stock.in", "shop.redeem", "pts.post")[:64]
        if way < 0.55:
            return f"pts.claim {self._source()} {self.pick(*CODES)}"
        if way < 0.7:
            return "pts.post " + self.claim_key()
        if way < 0.85:
            name = self.pick("open", "base", "gift", "other")
            period = "" if name == "open" else self.pick(*PERIODS[:5])
            return f"pts.grant {name} {period} {self.of('h')}"
        if way < 0.95:
            return f"vol.service {self.of('f', 2)} {self.of('r')}"
        return self.pick(self.a_ref(), self.a_ref()[:64], self.a_ref()[:65] + "00", self.a_ref() + " ",
                         self.a_ref().upper(), self.a_ref()[:65], "x", self.a_ref()[:65] + "0000001",
                         "village.set", "pts.claim")

    def _source(self):
        return self.pick(f"vol.service {self.of('f', 2)} {self.of('r')}",
                         f"vol.service {self.of('f', 1)} {self.of('r', 1)}", self.a_ref("vol.service"), self.text() or "s")

    def claim_key(self):
        return self.pick(self.a_ref("pts.claim"), f"pts.claim {self._source()} {self.pick(*CODES)}")

    def _rules_publish(self):
        rule = lambda: {"code": self.pick(*CODES), "class": "A", "type": "fixed", "text": "t", "pts": 100,
                        "cap": {"by": "hh", "per": "day", "of": "pts", "max": 3}}
        return {"name": self.text(), "from": self.pick("2026-01-01", "2026-01-02"), "prev": "",
                "rules": self.some(rule, 0, 2)}, None

    def _pts_claim(self):
        def line():
            found = {"hh": self.of("h"), "code": self.pick(*CODES), "qty": self.pick(1, 100, 10 ** 7),
                     "pts": self.amount(), "d": self.pick(*DAYS[:2])}
            if self.chance.random() < 0.04:
                found["code"] = self.pick("", "a", "A 1", "A" * 12, "A" * 13, "-", "一")
            if self.chance.random() < 0.04:
                found[self.pick("res", "wit")] = self.pick("", self.of("h"), 0)
            self.maybe(found, "res", lambda: self.of("r"), 0.1)
            self.maybe(found, "wit", lambda: self.of("r"), 0.1)
            self.maybe(found, "src", self._source)
            self.generation(found)
            return found
        return {"id": self.of("y"), "book": "0" * 64, "lines": self.some(line)}, {"note": self.text()}

    def _pts_decide(self):
        return {"lines": self.some(lambda: {"ref": self.claim_key(), "step": self.pick("pre", "panel", "committee"),
                                            "ok": self.pick(0, 1), "pts": self.amount()})}, {"reason": self.text()}

    def _pts_post(self):
        def row():
            key = "" if self.chance.random() < 0.6 else self.claim_key()
            return [self.pick(0, 0, 1, 2, 99999), self.of("h"), self.amount(), self.pick(1, 1, 1, 2, 3), key]

        def group():
            of = self.a_ref("pts.claim")[:64]
            return {"of": of, "rows": self.some(row, 0, 3)}
        return {"rows": self.some(group)}, None

    def _pts_grant(self):
        name = self.pick("open", "base", "base", "gift", "other")
        period = "" if name == "open" else self.pick(*PERIODS[:5], self.pick(*PERIODS), self.pick(*PERIODS))
        if self.chance.random() < 0.08:
            period = self.pick(*WRONG_PERIODS, *PERIODS)
        amount = self.amount if name in ("open", "other") else lambda: self.pick(
            0, 100, 200, 300, -100) if self.modest else self.pick(0, 100, 6000, 10 ** 9, -100)
        return {"class": name, "period": period, "lines": self.some(
            lambda: [self.of("h"), amount(), self.pick(1, 1, 1, 2, 3)])}, {"note": self.text()}

    # Shop.

    def _goods_set(self):
        return {"rows": self.some(lambda: {"id": self.of("g", 2), "f": self.fields(
            name=self.text, unit=self.text, price=lambda: self.pick(0, 100, 10 ** 9), barcode=self.text,
            reorder=lambda: 3, on=lambda: self.pick(0, 1))})}, None

    def _outlet_set(self):
        return {"rows": self.some(lambda: {"id": self.of("o", 2), "f": self.fields(
            name=self.text, on=lambda: self.pick(0, 1))})}, None

    def _stock_in(self):
        return {"id": self.of("y"), "outlet": self.of("o", 2), "source": self.pick("bought", "donated", self.text()),
                "lines": self.some(lambda: {"g": self.of("g", 2), "q": self.pick(1, 2, 3, 10 ** 9), "cost_fen": 0,
                                            "best": self.pick("", *DAYS, *WRONG_DAYS)})}, {"note": self.text()}

    def _shop_redeem(self):
        return {"id": self.of("y"), "hh": self.of("h"), "outlet": self.of("o", 2), "slip": self.text(),
                "seen": self.pick(self.amount(), self.amount(), 10 ** 9 + 1) if self.chance.random() < 0.1 else 0,
                "lines": self.some(lambda: {
                    "g": self.of("g", 2), "q": self.pick(1, 2, 3),
                    "pts": self.pick(0, 100, 200, 300) if self.modest else self.pick(0, 100, 6000, 10 ** 9),
                    "gift": self.pick(0, 0, 100)})}, {"by": "proxy", "proxy": self.text()}

    # Volunteers.

    def _vol_set(self):
        return ({"rows": self.some(lambda: {"res": self.of("r", 7), "f": self.fields(
            on=lambda: 1, no=self.text, skills=lambda: [self.text()], guardian=lambda: self.of("r"))})},
            {"rows": self.some(lambda: {"note": self.text()})})

    def _team_set(self):
        return {"rows": self.some(lambda: {"id": self.of("m"), "f": self.fields(name=self.text)})}, None

    def _member_set(self):
        return {"rows": self.some(lambda: {"team": self.of("m"), "res": self.of("r", 7),
                                           "f": self.fields(on=lambda: 1, post=self.text)})}, None

    def _vol_service(self):
        def line():
            minutes = self.pick(1, 60, 1440)
            found = {"res": self.of("r"), "d": self.pick(*DAYS), "min": minutes,
                     "night_min": self.pick(0, 0, 1, minutes, minutes + 1),
                     "kind": self.text(), "served": self.pick(0, 1, 10 ** 9), "via": self.text(), "by": self.text()}
            self.maybe(found, "shift", lambda: self.of("f", 2), 0.6)
            self.maybe(found, "start", lambda: self.pick(0, 1439), 0.2)
            self.generation(found)
            return found
        return {"id": self.of("y"), "lines": self.some(line)}, {"place": self.text()}
