"""To-dos (§10): what a merge brings to light."""
from canon import canon, hash_of
import fields as form

SETTLE = {"todo": form.some_text, "basis": form.event_hash}
SETTLE_OPTIONAL = {"floor": form.integer()}
HOUSEHOLD_FIELDS = ("class", "grp", "head", "no", "state")
VILLAGE_FIELDS = ("name", "town", "step", "rate_fen", "gate", "notice_days", "caps", "mask")


def basis_of(evidence):
    """An evidence named twice is one piece, hence a set."""
    return hash_of("jishan-todo-1", "".join(piece + "\n" for piece in sorted(set(evidence))))


class Todos:
    def __init__(self, village):
        self.village = village
        self.placement = village.placement
        self.registers = village.registers
        self.counting = village.counting
        self.settles = [
            event for event in self.placement.events
            if event.kind == "sys.settle" and event.version == 1
            and form.in_form(event.body, SETTLE, SETTLE_OPTIONAL)]
        self.found = []

    def rows(self):
        for question in (
                self._village_fields, self._household_fields, self._household_numbers,
                self._several_heads, self._head_elsewhere, self._amounts, self._goods_back,
                self._overdrafts, self._claims_twice, self._rule_books, self._redeemed_twice,
                self._shelves, self._prices):
            question()
        settled = {(event.body["todo"], event.body["basis"]) for event in self.settles}
        still_open = [row for row in self.found if (f"{row[0]}:{row[1]}", row[2]) not in settled]
        return sorted(still_open, key=lambda row: canon(row).encode())

    def _ask(self, name, key, evidence):
        self.found.append([name, key, basis_of(evidence)])

    def _ask_of_conflict(self, name, key, writes):
        if writes:
            self._ask(name, key, [write.event.hash for write in writes])

    def _some_apart(self, events):
        return any(self.placement.apart(one, other)
                   for place, one in enumerate(events) for other in events[:place])

    def _village_fields(self):
        for name in VILLAGE_FIELDS:
            self._ask_of_conflict(
                "village-field", name, self.registers.conflict("village.set", ["village"], name))

    def _household_fields(self):
        for root in self.village.existing_households:
            members = self.registers.households.members(root)
            for name in HOUSEHOLD_FIELDS:
                self._ask_of_conflict(
                    "hh-field", f"{root} {name}", self.registers.conflict("hh.set", members, name))

    def _household_numbers(self):
        shown = {}
        for root in self.village.existing_households:
            number = self.village.household_field(root, "no")
            if number and not self.village.household_gone(root):
                shown.setdefault(number, []).append(root)
        for number, roots in shown.items():
            if len(roots) > 1:
                self._ask("hh-number", number, roots)

    def _several_heads(self):
        heads = {}
        for root in self.village.existing_residents:
            household = self.village.resident_field(root, "hh")
            if (household and self.village.resident_field(root, "rel") == "02"
                    and not self.village.resident_gone(root)):
                heads.setdefault(self.village.household_root(household), []).append(root)
        for household, roots in heads.items():
            if len(roots) > 1:
                self._ask("hh-heads", household, roots)

    def _head_elsewhere(self):
        village = self.village
        for root in village.existing_households:
            head = village.household_field(root, "head")
            if not head or village.household_gone(root):
                continue
            resident = village.resident_root(head)
            if resident not in village.existing_residents:
                continue
            named = village.resident_field(resident, "hh")
            household = village.household_root(named) if named else ""
            if household != root:
                self._ask("hh-head", root, [f"{resident} {household}"])

    def _amounts(self):
        for key, twins in self.counting.in_force.items():
            if any(line.transfers != twins[0].transfers for line in twins):
                self._ask("once-amount", key, [line.ref for line in twins])

    def _goods_back(self):
        naming = {}
        for reversal in self.counting.reversals:
            for line in self.counting.named(reversal):
                if line.event.kind in ("stock.in", "shop.redeem"):
                    naming.setdefault(line.ref, []).append(reversal)
        for ref, reversals in naming.items():
            if {reversal.body["back"] for reversal in reversals} == {0, 1}:
                self._ask("reversal-back", ref, [reversal.hash for reversal in reversals])

    def _floor(self, todo):
        """Of decisions that do not know each other the lowest floor holds."""
        settles = [event for event in self.settles if event.body["todo"] == todo]
        maximal = [one for one in settles
                   if not any(self.placement.is_before(one, other) for other in settles)]
        return min((event.body.get("floor", 0) for event in maximal), default=0)

    def _overdrafts(self):
        redeemed = {}
        for line in self.counting.counting_of("shop.redeem"):
            if line.content["pts"] > 0:
                root = self.village.household_root(line.event.body["hh"])
                redeemed.setdefault(root, []).append(line.ref)
        for root, refs in redeemed.items():
            spendable = self.village.spendable(root)
            if spendable < min(0, self._floor(f"overdraft:{root}")):
                self._ask("overdraft", root, refs + [f"spendable {spendable}"])

    def _claims_twice(self):
        groups = {}
        for line in self.counting.counting_of("pts.claim"):
            if not line.key:
                key = f"{line.content['hh']} {line.content['code']} {line.content['d']}"
                groups.setdefault(key, []).append(line)
        for key, lines in groups.items():
            if self._some_apart([line.event for line in lines]):
                self._ask("claim-twice", key, [line.ref for line in lines])

    def _rule_books(self):
        required = {"name": form.text, "from": form.day, "prev": form.text,
                    "rules": lambda value: isinstance(value, list)}
        books = {}
        for event in self.placement.events:
            if (event.kind == "rules.publish" and event.version == 1
                    and form.in_form(event.body, required)):
                books.setdefault(event.body["from"], []).append(event)
        for day, events in books.items():
            if self._some_apart(events):
                self._ask("rules-from", day, [event.hash for event in events])

    def _redeemed_twice(self):
        groups = {}
        for line in self.counting.counting_of("shop.redeem"):
            root = self.village.household_root(line.event.body["hh"])
            groups.setdefault(f"{root} {line.content['g']} {line.event.day}", []).append(line)
        for key, lines in groups.items():
            apart = [line.ref for line in lines
                     if any(self.placement.apart(line.event, other.event) for other in lines)]
            if apart:
                self._ask("redeem-twice", key, apart)

    def _shelves(self):
        for (outlet, goods), left in self.village.stock().items():
            if left < 0:
                self._ask("shelf-below-zero", f"{outlet} {goods}", [f"{outlet} {goods} {left}"])

    def _prices(self):
        for goods in self.registers.writes["goods.set"]:
            self._ask_of_conflict(
                "goods-price", goods, self.registers.conflict("goods.set", [goods], "price"))
