"""The state document of docs/format.md §9 and §10, computed from the lines of a file.

A second program, in another language, that follows the document and shares nothing with src/. It is
written to be compared, not to be quick."""

import re
from collections import defaultdict

from bodies import Bodies, Line, Write
from frame import canon, digest

REF = re.compile("([0-9a-f]{64})(?::(0|[1-9][0-9]{0,5}))?")


class Knowledge:
    """Who knew what: the past of every event, one bit for each. Events come in the order of the file."""

    def __init__(self, events: list[dict]):
        self.bit = {event["h"]: 1 << number for number, event in enumerate(events)}
        self.past: dict[str, int] = {}
        for event in events:
            self.past[event["h"]] = 0
            for parent in event["p"]:
                self.past[event["h"]] |= self.past[parent] | self.bit[parent]

    def is_before(self, a: str, b: str) -> bool:
        return self.past[b] & self.bit[a] != 0

    def are_apart(self, a: str, b: str) -> bool:
        return a != b and not self.is_before(a, b) and not self.is_before(b, a)


class Components:
    """Aliases in force: every id has a root, its component's smallest id."""

    def __init__(self, pairs: list[tuple[str, str]]):
        self.members_of: dict[str, set[str]] = {}
        for a, b in pairs:
            joined = self.members_of.get(a, {a}) | self.members_of.get(b, {b})
            for member in joined:
                self.members_of[member] = joined

    def members(self, one: str) -> list[str]:
        return sorted(self.members_of.get(one, {one}))

    def root(self, one: str) -> str:
        return self.members(one)[0]


class Figures:
    def __init__(self, events: list[dict]):
        """Closed events in the order of the file, with x where it is held."""
        self.knowledge = Knowledge(events)
        self.bodies = Bodies(events)
        aliases = [key.split(" ") for key in self.bodies.named["alias.set"] if self.shown("alias.set", [key], "on") == 1]
        self.components = Components([(a, b) for a, b in aliases])
        self.counting, self.counted = self.lines_that_count()
        self.balance: dict[tuple[str, str], int] = defaultdict(int)
        for line in self.counting:
            for unit, source, target, amount in line.transfers:
                self.balance[source, unit] -= amount
                self.balance[target, unit] += amount

    # ── Registers ───────────────────────────────────────────────────────────────────────────

    def writes(self, kind: str, keys: list[str], field: str) -> list[tuple[str, Write]]:
        return [(key, write) for key in keys for write in self.bodies.writes.get((kind, key), {}).get(field, [])]

    def shown(self, kind: str, keys: list[str], field: str):
        found = self.writes(kind, keys, field)
        return max(found, key=lambda one: one[1].place)[1].value if found else None

    def text(self, kind: str, root: str, field: str) -> str:
        value = self.shown(kind, self.components.members(root), field)
        return value if isinstance(value, str) else ""

    def number(self, kind: str, root: str, field: str) -> int:
        value = self.shown(kind, self.components.members(root), field)
        return value if isinstance(value, int) else 0

    def conflict(self, kind: str, keys: list[str], field: str) -> set[str]:
        """The hashes of the maximal writes if their values differ."""
        found = self.writes(kind, keys, field)

        def is_replaced(key: str, write: Write) -> bool:
            return any(self.knowledge.is_before(write.h, other.h)
                       or (write.h == other.h and key == other_key and other.line > write.line)
                       for other_key, other in found)

        maximal = [write for key, write in found if not is_replaced(key, write)]
        return {write.h for write in maximal} if len({canon(write.value) for write in maximal}) > 1 else set()

    def existing(self, kind: str) -> list[str]:
        return sorted({self.components.root(key) for key in self.bodies.named[kind]})

    # ── Lines ───────────────────────────────────────────────────────────────────────────────

    def lines_that_count(self) -> tuple[list[Line], dict[str, list[Line]]]:
        """All of them; and for each ONCE key that has one its generation's lines, the one that counts first."""
        killed_lines, killed = set(), set()
        for _, of, generation, _ in self.bodies.reversals:
            if not REF.fullmatch(of):
                killed.add((of, generation))
                continue
            for line in self.bodies.lines:
                if of not in (line.h, line.ref):
                    continue
                if line.key is None:
                    killed_lines.add(line.ref)
                else:
                    killed.add((line.key, line.gen))
        counting = [line for line in self.bodies.lines if line.key is None and line.ref not in killed_lines]
        counted = {}
        by_key = defaultdict(list)
        for line in self.bodies.lines:
            if line.key is not None:
                by_key[line.key].append(line)
        for key, lines in sorted(by_key.items()):
            in_force = 1
            while (key, in_force) in killed:
                in_force += 1
            twins = [line for line in lines if line.gen == in_force]
            if twins:
                counted[key] = sorted(twins, key=lambda line: line.place)
                counting.append(counted[key][0])
        return counting, counted

    # ── §9 ──────────────────────────────────────────────────────────────────────────────────

    def accounts(self) -> dict[str, tuple[int, int, int, int]]:
        """Points, gift, lock, spendable by root."""
        locks = {}
        for line in self.counting:
            if line.base:
                candidate = (line.base[0], line.place, line.base[1])
                locks[line.household] = max(locks.get(line.household, candidate), candidate)
        owners = {account for (account, unit), amount in self.balance.items()
                  if account.startswith("h") and unit in ("points", "gift") and amount != 0}
        roots = {self.components.root(one) for one in owners | set(locks)} | set(self.existing("hh.set"))
        accounts = {}
        for root in sorted(roots):
            members = self.components.members(root)
            points, gift = (sum(self.balance.get((member, unit), 0) for member in members) for unit in ("points", "gift"))
            lock = max((locks[member][2] for member in members if member in locks), default=0)
            accounts[root] = (points, gift, lock, points - lock)
        return accounts

    def stock(self) -> dict[tuple[str, str], int]:
        stock = defaultdict(int)
        for line in self.counting:
            if line.outlet:
                goods, pieces = line.entry["g"], line.entry["q"]
                stock[line.outlet, goods] += pieces if line.kind == "stock.in" else -pieces
        return stock

    def service(self) -> dict[str, list[int]]:
        service = defaultdict(lambda: [0, 0, 0])
        for line in self.counting:
            if line.kind == "vol.service":
                sums = service[self.components.root(line.entry["res"])]
                for place, more in enumerate((line.entry["min"], 1, line.entry["served"])):
                    sums[place] += more
        return service

    def once(self) -> list[list]:
        def points(line: Line) -> int:
            return sum(amount if target == line.household else -amount
                       for unit, _, target, amount in line.transfers if unit == "points")

        return [[key, lines[0].gen, lines[0].ref, points(lines[0])] for key, lines in self.counted.items()]

    def books(self) -> dict:
        household = [[root, self.text("hh.set", root, "no"), self.number("hh.set", root, "grp"),
                      self.text("hh.set", root, "state"), *account] for root, account in self.accounts().items()]
        return {"household": household, "stock": sorted([*pair, q] for pair, q in self.stock().items()),
                "service": sorted([root, *sums] for root, sums in self.service().items()), "once": self.once(),
                "todo": sorted(self.todos(), key=lambda row: canon(row).encode())}

    def people(self) -> dict:
        residents = [[root, *(self.text("res.set", root, name) for name in ("name", "born", "phone", "idno")),
                      *(self.number("res.set", root, name) for name in ("sex", "minor"))]
                     for root in self.existing("res.set")]
        households = [[root, self.text("hh.set", root, "addr"), self.text("hh.set", root, "note")]
                      for root in self.existing("hh.set")]
        operators = sorted(key for kind, key in self.bodies.writes if kind == "op.set" and self.bodies.writes[kind, key])
        return {"household": households, "resident": residents,
                "operator": [[key, self.text("op.set", key, "name")] for key in operators]}

    # ── §10 ─────────────────────────────────────────────────────────────────────────────────

    def todos(self) -> list[list[str]]:
        found = [*self.conflicts(), *self.roster_questions(), *self.ledger_questions(), *self.overdrafts(),
                 *self.meetings(), *self.empty_shelves()]
        rows = []
        for kind, key, evidence in found:
            basis = digest("jishan-todo-1", "".join(f"{piece}\n" for piece in sorted(evidence)))
            if (f"{kind}:{key}", basis) not in {(todo, decided) for _, todo, decided, _ in self.bodies.settles}:
                rows.append([kind, key, basis])
        return rows

    def conflicts(self):
        for field in ("name", "town", "step", "rate_fen", "gate", "notice_days"):
            if evidence := self.conflict("village.set", [""], field):
                yield "village-field", field, evidence
        for root in self.existing("hh.set"):
            for field in ("class", "grp", "head", "no", "state"):
                if evidence := self.conflict("hh.set", self.components.members(root), field):
                    yield "hh-field", f"{root} {field}", evidence
        for goods in self.bodies.named["goods.set"]:
            if evidence := self.conflict("goods.set", [goods], "price"):
                yield "goods-price", goods, evidence

    def roster_questions(self):
        def home(resident: str) -> str:
            household = self.text("res.set", resident, "hh")
            return self.components.root(household) if household else ""

        residents = self.existing("res.set")
        households = [root for root in self.existing("hh.set")
                      if self.text("hh.set", root, "state") not in ("moved", "closed")]
        by_number, by_home = defaultdict(list), defaultdict(list)
        for root in households:
            by_number[self.text("hh.set", root, "no")].append(root)
        for root in residents:
            if self.text("res.set", root, "rel") == "02" and self.text("res.set", root, "state") not in ("moved", "dead"):
                by_home[home(root)].append(root)
        for kind, groups in (("hh-number", by_number), ("hh-heads", by_home)):
            for key, roots in groups.items():
                if key != "" and len(roots) > 1:
                    yield kind, key, roots
        for root in households:
            head = self.text("hh.set", root, "head")
            if head and self.components.root(head) in residents and home(self.components.root(head)) != root:
                yield "hh-head", root, [f"{self.components.root(head)} {home(self.components.root(head))}"]

    def ledger_questions(self):
        for key, lines in self.counted.items():
            if len({tuple(line.transfers) for line in lines}) > 1:
                yield "once-amount", key, [line.ref for line in lines]
        for line in self.bodies.lines:
            named = [(h, back) for h, of, _, back in self.bodies.reversals if of in (line.h, line.ref)]
            moves_goods = any(unit not in ("points", "gift") for unit, *_ in line.transfers)
            if moves_goods and len({back for _, back in named}) > 1:
                yield "reversal-back", line.ref, [h for h, _ in named]

    def overdrafts(self):
        for root, (_, _, _, spendable) in self.accounts().items():
            decided = [(h, floor) for h, todo, _, floor in self.bodies.settles if todo == f"overdraft:{root}"]
            floor = min((floor for h, floor in decided
                         if not any(self.knowledge.is_before(h, other) for other, _ in decided)), default=0)
            redeemed = [line.ref for line in self.counting if line.kind == "shop.redeem" and line.entry["pts"] > 0
                        and self.components.root(line.household) == root]
            if redeemed and spendable < min(0, floor):
                yield "overdraft", root, [*redeemed, f"spendable {spendable}"]

    def meetings(self):
        """What met under one key without some of it knowing of the rest."""
        groups = defaultdict(list)
        for line in self.counting:
            if line.kind == "pts.claim" and line.key is None:
                groups["claim-twice", f"{line.household} {line.entry['code']} {line.date}"].append((line.h, line.ref))
            if line.kind == "shop.redeem":
                root = self.components.root(line.household)
                groups["redeem-twice", f"{root} {line.entry['g']} {line.date}"].append((line.h, line.ref))
        for first_day, h in self.bodies.rule_books:
            groups["rules-from", first_day].append((h, h))
        for (kind, key), entries in groups.items():
            apart = [name for h, name in entries if any(self.knowledge.are_apart(h, other) for other, _ in entries)]
            if apart:
                yield kind, key, apart if kind == "redeem-twice" else [name for _, name in entries]

    def empty_shelves(self):
        for (outlet, goods), pieces in self.stock().items():
            if pieces < 0:
                yield "shelf-below-zero", f"{outlet} {goods}", [f"{outlet} {goods} {pieces}"]
