"""Random books of four laptops that work apart and exchange now and then, with twins, reversals,
aliases, decisions and bodies that are wrong in every way. The same seed gives the same book."""

import random

from figures import Figures
from frame import canon, digest, entity, event, genesis

WRITERS = (1, 2, 3, 4)


class RandomBook:
    def __init__(self, seed: int):
        self.random = random.Random(seed)
        self.pick = self.random.choice
        # Few ids, so that things meet.
        self.households = [entity("h", n) for n in range(1, 3 + seed % 4)]
        self.residents = [entity("r", n) for n in range(1, 6)]
        self.goods = [entity("g", n) for n in range(1, 2 + seed % 2)]
        self.outlets = [entity("o", n) for n in (1, 2)]
        self.shifts = [entity("f", n) for n in (1, 2)]
        self.acts = 0
        first = genesis()
        self.events = {first["h"]: first}
        self.known = {writer: {first["h"]} for writer in WRITERS}
        self.previous = {1: first}
        for _ in range(self.random.randrange(5, 70)):
            self.step()

    def lines(self) -> list[str]:
        return [canon(e) for e in in_order(self.events.values())]

    def step(self):
        writer = self.pick(WRITERS)
        if self.chance(0.35):
            self.known[writer] |= self.known[self.pick(WRITERS)]
        known = self.known[writer]
        kind, body, x = self.draft(writer)
        own = self.previous.get(writer)
        covered = {parent for h in known for parent in self.events[h]["p"]}
        heads = sorted(known - covered - ({own["h"]} if own else set()))
        parents = ([own] if own else []) + [self.events[h] for h in heads]
        changed = {"s": own["s"] + 1 if own else 1, "p": [parent["h"] for parent in parents],
                   "d": self.pick(["2026-03-08", "2026-03-09", "2026-13-40"]), "v": 2 if self.chance(0.02) else 1}
        if x is not None:
            changed["x"] = {"rows": x, "z": "0" * 20}
        written = event(kind, body, parents, writer=writer, **changed)
        self.previous[writer] = written
        self.events[written["h"]] = written
        known.add(written["h"])

    # ── Pieces ──────────────────────────────────────────────────────────────────────────────

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def some(self, make) -> list:
        return [make() for _ in range(self.random.randrange(1, 4))]

    def spoiled(self, entry: dict) -> dict:
        """Now and then without a field, or with one of a wrong type or value."""
        wrong = ["", 0, "zz", [], {}, 7, -1, entity("h", 9)]
        return {name: self.pick(wrong) if self.chance(0.06) else value
                for name, value in entry.items() if not self.chance(0.02)}

    def partly(self, fields: dict, share: float = 0.5) -> dict:
        return self.spoiled({name: value for name, value in fields.items() if self.chance(share)})

    def act(self) -> str:
        self.acts += 1
        return entity("y", self.acts)

    def points(self):
        return self.pick([0, 100, 200, 300, 500, -100, 10**9, -10**9, 10**9 + 1, "1"])

    def gen(self) -> int:
        return self.pick([1, 1, 1, 2, 2, 3, 7, 0])

    def ref(self, writer: int) -> str:
        h = self.pick(sorted(self.known[writer]))
        return self.pick([h, f"{h}:{self.random.randrange(4)}", f"{h}:{self.random.randrange(4)}", f"{h}:00"])

    def key(self, writer: int) -> str:
        household = self.pick(self.households)
        return self.pick([f"pts.grant open  {household}", f"pts.grant base 2026 {household}",
                          f"vol.service {self.pick(self.shifts)} {self.pick(self.residents)}",
                          f"pts.post {self.ref(writer)}"])

    # ── Bodies: (kind, body, rows of x) ─────────────────────────────────────────────────────

    def draft(self, writer: int):
        make = self.random.choices(
            [self.household, self.resident, self.alias, self.price, self.setting, self.operator, self.settle,
             self.reversal, self.rule_book, self.claim, self.post, self.grant, self.delivery, self.redemption,
             self.service, self.unknown], [2, 2, 1, 1, 1, 1, 1, 3, 1, 2, 2, 2, 1, 3, 2, 1])[0]
        kind, body, x = make(writer)
        return kind, {} if self.chance(0.01) else body, x

    def household(self, _):
        def row():
            return self.spoiled({"id": self.pick(self.households), "f": self.partly({
                "no": self.pick(["1", "2", "3", ""]), "grp": self.pick([1, 2, 99, 100, ""]),
                "class": self.pick(["", "cadre"]), "head": self.pick([*self.residents, ""]),
                "state": self.pick(["", "moved", "closed", "away"]), "outlet": self.outlets[0]}, 0.4)})

        return "hh.set", {"rows": self.some(row)}, self.some(
            lambda: {"addr": self.pick(["1号", "2号", 3]), "note": self.pick(["独居", ""])})

    def resident(self, _):
        def row():
            return self.spoiled({"id": self.pick(self.residents), "f": self.partly({
                "hh": self.pick([*self.households, ""]), "rel": self.pick(["02", "02", "10"]),
                "state": self.pick(["", "dead", "away"])}, 0.6)})

        return "res.set", {"rows": self.some(row)}, self.some(
            lambda: {"name": self.pick(["甲", "乙", 1]), "sex": self.pick([1, 2, 9, 10, ""]),
                     "born": self.pick(["2000-01-01", "2000-02-30", ""]), "minor": self.pick([0, 1, 2])})

    def alias(self, _):
        letter = self.pick("hhrrq")
        ids = self.residents if letter == "r" else self.households
        return "alias.set", {"rows": [self.spoiled({"t": letter, "a": self.pick(ids), "b": self.pick(ids),
                                                    "f": {"on": self.pick([1, 1, 0, ""])}})]}, None

    def price(self, _):
        return "goods.set", {"rows": self.some(lambda: self.spoiled({
            "id": self.pick(self.goods), "f": self.partly({"price": self.pick([100, 200, 300, ""]), "name": "大米"}, 0.8)}))}, None

    def setting(self, _):
        return "village.set", {"rows": self.some(lambda: {"f": self.partly({
            "step": self.pick([10, 50, 100]), "gate": self.pick(["notice", "none", "?"]), "town": self.pick(["甲", "乙"])})})}, None

    def operator(self, _):
        return "op.set", {"rows": [self.spoiled({"id": entity("u", self.random.randrange(3)), "f": self.partly({"on": 1}, 0.8)})]}, [
            {"name": self.pick(["周", "吴"])}]

    def settle(self, writer: int):
        todos = Figures(in_order(self.events[h] for h in self.known[writer])).todos()
        kind, key, basis = self.pick(sorted(todos) if todos and self.chance(0.8) else
                                     [["overdraft", self.pick(self.households), digest("other", "")]])
        body = {"todo": f"{kind}:{key}", "basis": self.pick([basis, basis, digest("other", "")])}
        if self.chance(0.5):
            body["floor"] = self.pick([-100, -300, -1000, 50, "low"])
        return "sys.settle", self.spoiled(body), None

    def reversal(self, writer: int):
        goods = [h for h in sorted(self.known[writer]) if self.events[h]["k"] == "shop.redeem"]
        target = self.pick(goods) + self.pick(["", ":0"]) if goods and self.chance(0.3) else None
        body = {"of": target or self.pick([self.ref, self.key])(writer), "back": self.pick([0, 1]), "why": "mistake"}
        if self.chance(0.5):
            body["gen"] = self.gen()
        return "ledger.reverse", self.spoiled(body), None

    def rule_book(self, _):
        return "rules.publish", self.spoiled({"name": "办法", "from": self.pick(["2026-01-01", "2026-02-01", "2026-02-30"]),
                                              "prev": "", "rules": []}), None

    def claim(self, writer: int):
        def line():
            entry = {"hh": self.pick(self.households), "code": self.pick(["A1", "B2"]), "qty": 100, "pts": self.points(),
                     "d": self.pick(["2026-03-01", "2026-03-02"])}
            if self.chance(0.3):
                entry["src"] = self.pick([self.ref, self.key])(writer)
            if self.chance(0.3):
                entry["gen"] = self.gen()
            return self.spoiled(entry)

        return "pts.claim", self.spoiled({"id": self.act(), "book": digest("book", ""), "lines": self.some(line)}), None

    def post(self, writer: int):
        claims = [h for h in sorted(self.known[writer]) if self.events[h]["k"] == "pts.claim"]

        def row():
            whole = [self.random.randrange(4), self.pick(self.households), self.points(), self.gen(),
                     self.pick(["", "", "", f"pts.claim {self.ref(writer)} A1"]), "further"]
            return whole[:self.pick([5, 5, 5, 5, 6, 4])]

        return "pts.post", {"rows": self.some(lambda: self.spoiled({
            "of": self.pick(claims or [digest("nothing", "")]), "rows": self.some(row)}))}, None

    def grant(self, _):
        kind = self.pick(["open", "open", "base", "base", "gift", "other", "bonus"])
        period = "" if kind == "open" else self.pick(
            ["2026", "2026-Q1", "2026-W53", "2025-W53", "2026-12", "2026-H2", "2026-13", "", "2025"])
        return "pts.grant", self.spoiled({"class": kind, "period": period, "lines": self.some(
            lambda: [self.pick(self.households), self.points(), self.gen()])}), None

    def delivery(self, _):
        return "stock.in", self.spoiled({"id": self.act(), "outlet": self.pick(self.outlets), "source": "bought", "lines": self.some(
            lambda: self.spoiled({"g": self.pick(self.goods), "q": self.pick([1, 2, 3, 0]), "cost_fen": 0,
                                  "best": self.pick(["", "2026-01-01", "soon"])}))}), None

    def redemption(self, _):
        return "shop.redeem", self.spoiled({
            "id": self.act(), "hh": self.pick(self.households), "outlet": self.pick(self.outlets), "slip": "1", "seen": 0,
            "lines": self.some(lambda: self.spoiled({"g": self.pick(self.goods), "q": self.pick([1, 2, 0]),
                                                     "pts": self.pick([0, 100, 200, 400]), "gift": self.pick([0, 0, 50])}))}), None

    def service(self, _):
        def line():
            entry = {"res": self.pick(self.residents), "d": "2026-03-01", "min": self.pick([30, 60, 1440, 1441, 0]),
                     "night_min": self.pick([0, 0, 30, 61]), "kind": "elders", "served": self.pick([0, 1, 2]), "via": "paper",
                     "by": ""}
            optional = {"shift": self.pick(self.shifts), "gen": self.gen(), "start": self.pick([0, 1439, 1440])}
            return self.spoiled(entry | {name: value for name, value in optional.items() if self.chance(0.4)})

        return "vol.service", self.spoiled({"id": self.act(), "lines": self.some(line)}), None

    def unknown(self, _):
        return self.pick(["future.kind", "sys.writer", "cell.set"]), {"lines": [1]}, None


def in_order(events) -> list[dict]:
    return sorted(events, key=lambda e: (e["l"], e["h"]))
