"""Random histories as files; the same seed gives the same bytes."""
import copy
import random

from random_bodies import Bodies, identity
from random_files import Files
from sealing import seal

GENESIS = {"alg": "sha-256", "code": "", "mode": "practice", "name": "柳荫村", "offset_min": 480, "scale": 100,
           "town": "临溪镇"}
ODD_KINDS = ["future.kind", "pts.transfer", "sys.erase", "a.b", "hh.set_", "village.sets"]


# Each book is mostly about one matter, so that its lines meet often.
THEMES = [
    [],
    ["pts.grant", "shop.redeem", "sys.settle", "alias.set", "pts.grant", "shop.redeem", "sys.settle"],
    ["pts.grant", "pts.grant", "alias.set", "ledger.reverse"],
    ["hh.set", "res.set", "alias.set", "hh.set", "res.set"],
    ["stock.in", "shop.redeem", "ledger.reverse", "ledger.reverse", "alias.set"],
    ["pts.claim", "pts.post", "ledger.reverse", "pts.claim", "alias.set"],
    ["pts.claim", "vol.service", "ledger.reverse"],
    ["rules.publish", "village.set", "goods.set", "op.set"],
    ["vol.service", "vol.set", "ledger.reverse", "alias.set", "res.set"],
    ["village.unite", "hh.set", "alias.set"],
    ["pts.grant", "shop.redeem", "sys.settle", "sys.settle"],
    ["res.set", "res.set", "hh.set", "alias.set"],
]


class Laptop:
    def __init__(self, name):
        self.name = name
        self.known = {}        # hash → event
        self.last = None       # its own previous event

    def clone(self, name=None):
        twin = Laptop(name or self.name)
        twin.known = dict(self.known)
        twin.last = self.last if name is None else None
        return twin

    def heads(self):
        parents = {parent for event in self.known.values() for parent in event["p"]}
        return sorted(name for name in self.known if name not in parents)


class History:
    def __init__(self, seed, settle=None):
        self.chance = random.Random(seed)
        self.events = []
        self.bodies = Bodies(self.chance, self.events)
        self.settle = settle
        self.laptops = []
        kinds = sorted(kind for kind in self.bodies.makers if kind != "village.unite")
        theme = self.chance.choice(THEMES)
        self.kinds = kinds + theme * self.chance.choice([1, 10, 40])
        if theme and self.chance.random() < 0.5:
            self.kinds = theme
        # A clear book is about its theme alone, with few ids and small amounts, whole and well made:
        # where little else happens, the finer rules decide.
        self.clear = bool(theme) and self.chance.random() < 0.4
        if self.clear:
            self.kinds, self.spoiled, self.crooked = theme, 0, 0
            self.bodies.narrow, self.bodies.modest = self.chance.choice([0, 1, 1, 2]), True
        self.busy = self.chance.choice([0.01, 0.08])
        self.spoiled = self.chance.choice([0, 0, 0.05, 0.2, 0.6])
        self.crooked = self.chance.choice([0, 0, 0.03, 0.15])

    def tell(self):
        chance = self.chance
        self._found("w0000000000000001")
        if chance.random() < 0.3:
            self._found("w0000000000000002")
        for _ in range(chance.choice([15, 25, 40] if self.clear else [3, 8, 15, 30, 60, 90])):
            self._step()
        return self.events

    def _found(self, name):
        laptop = Laptop(name)
        body = dict(GENESIS, name=self.chance.choice(["柳荫村", "杨庄"]))
        if self.chance.random() < 0.1:
            body = self.bodies.spoil(body)
            body = body if isinstance(body, dict) else {}
        self._write(laptop, "village.create", body, None)
        self.laptops.append(laptop)

    def _step(self):
        chance = self.chance
        laptop = chance.choice(self.laptops)
        way = chance.random()
        if way < 0.06 and len(self.laptops) < 5:
            self.laptops.append(laptop.clone(identity("w", len(self.laptops) + 2)))
        elif way < 0.09 and len(self.laptops) < 6:
            self.laptops.append(laptop.clone())
        elif way < 0.2:
            self._hear(laptop, chance.choice(self.laptops))
        elif way < 0.215:
            self._write(laptop, "village.unite", *self.bodies.makers["village.unite"]())
        elif way < 0.215 + self.busy and self.settle:
            self._decide(laptop)
        else:
            kind = chance.choice(self.kinds)
            self._write(laptop, kind, *self.bodies.makers[kind]())
            if chance.random() < 0.12:
                # The same body once more, elsewhere: twins.
                again = self.events[-1]
                self._write(chance.choice(self.laptops), again["k"], copy.deepcopy(again["b"]), None)

    def _hear(self, laptop, other):
        """Villages meet by chance only; an event of both names is still an event."""
        one = {name for name, event in laptop.known.items() if not event["p"]}
        two = {name for name, event in other.known.items() if not event["p"]}
        if one & two or self.chance.random() < 0.25:
            laptop.known.update(other.known)

    def _decide(self, laptop):
        todos = self.settle(self.events)
        if not todos:
            return
        overdrafts = [todo for todo in todos if todo[0] == "overdraft"]
        if overdrafts and self.chance.random() < 0.5:
            todos = overdrafts
        name, key, basis = self.chance.choice(todos)
        body = {"todo": f"{name}:{key}", "basis": basis}
        if self.chance.random() < 0.1:
            body["basis"] = "0" * 64
        if self.chance.random() < 0.5:
            body["floor"] = self.chance.choice([0, 100, 300, -6000, -10 ** 9, *range(-2400, 0, 300)])
        self._write(laptop, "sys.settle", body, {"text": "决定"})

    def _write(self, laptop, kind, body, personal):
        chance = self.chance
        if kind != "village.create" and chance.random() < self.spoiled:
            spoil = chance.choice([self.bodies.spoil, self.bodies.spoil_row])
            spoiled = spoil(body)
            body = spoiled if isinstance(spoiled, dict) else body
        if personal is not None and chance.random() < self.spoiled:
            spoil = chance.choice([self.bodies.spoil, self.bodies.spoil_row])
            spoiled = spoil(personal)
            personal = spoiled if isinstance(spoiled, dict) else {}
        heads = [head for head in laptop.heads() if not laptop.last or head != laptop.last["h"]]
        if heads and laptop.last and chance.random() < 0.1:
            heads = chance.sample(heads, chance.randrange(len(heads)))
        if laptop.known and chance.random() < 0.05:
            heads = sorted(set(heads) | {chance.choice(sorted(laptop.known))} - {laptop.last and laptop.last["h"]})
        parents = ([laptop.last["h"]] if laptop.last else []) + sorted(heads)[:31]
        event = {
            "b": body, "d": chance.choice(["2026-03-08", "2026-03-08", "2026-03-09", "2026-13-99"]), "k": kind,
            "l": 1 + max((laptop.known[name]["l"] for name in parents), default=0),
            "o": chance.choice(["", "u0000000000000001"]), "p": parents,
            "s": laptop.last["s"] + 1 if laptop.last else 1,
            "t": chance.choice([29548800, 0, -1, 2 ** 53 - 1]), "v": 1, "w": laptop.name,
        }
        if personal is not None and chance.random() < 0.9:
            event["x"] = dict(personal, z=f"salt{chance.getrandbits(60):020d}")
        if chance.random() < (0.2 if kind == "village.unite" else 0.02):
            event["v"] = chance.choice([2, 2 ** 31 - 1])
        if "x" in event and chance.random() < 0.02:
            # A personal part at or beyond a limit: only its hash is kept.
            event["x"]["note"] = chance.choice(["x" * 16400, "户" * 5500, [0] * 500, [0] * 501,
                                                [[[[[[]]]]]], [[[[[[[]]]]]]]])
        if chance.random() < 0.01:
            event["zz"] = "x" * chance.choice([40000, 46000])
        if chance.random() < 0.02:
            event["c"] = 1
        if chance.random() < 0.02:
            event[chance.choice(["sig", "zz", "a"])] = chance.choice([1, "x", [1], {"a": []}])
        if chance.random() < 0.02 and kind != "village.create":
            event["k"] = chance.choice(ODD_KINDS)
        if chance.random() < self.crooked and kind != "village.create":
            self._bend(event)
        seal(event)
        self.events.append(event)
        laptop.known[event["h"]] = event
        laptop.last = event

    def _bend(self, event):
        """A well-formed event that is refused, or waits, or is damage."""
        chance = self.chance
        way = chance.randrange(10)
        if way == 0:
            event["l"] = max(1, event["l"] + chance.choice([-1, 1, 5, 10 ** 6]))
        elif way == 1:
            event["s"] += chance.choice([1, 2, 10 ** 6])
        elif way == 2:
            event["w"] = identity("w", 9)
        elif way == 3:
            event["p"] = event["p"] + ["f" * 63 + "e"]
        elif way == 4:
            event["p"] = []
        elif way == 5:
            event["k"] = "village.create"
        elif way == 6:
            event["p"] = event["p"][::-1]
        elif way == 7:
            event["b"] = {"a": [[[[[[[]]]]]]]}
        elif way == 8:
            event.update(k="village.create", p=[], s=1, l=chance.choice([1, 2]))
        else:
            event["o"] = "x"


def make_book(seed, settle=None):
    """The files of one random book; settle gives the open to-dos of some events."""
    history = History(seed, settle)
    events = history.tell()
    return Files(history.chance, events).write(history.clear)
