"""The figures of the village (§9): one object that state and to-dos read from."""
from counting import Counting
from lines import GIFT, POINTS
from registers import Registers

GONE_HOUSEHOLD = ("moved", "closed")
GONE_RESIDENT = ("moved", "dead")


class Village:
    def __init__(self, placement):
        self.placement = placement
        self.registers = Registers(placement)
        self.counting = Counting(placement)
        self._find_existing()
        self._find_tallies()

    def _find_existing(self):
        writes, households, residents = (
            self.registers.writes, self.registers.households, self.registers.residents)
        self.existing_households = {households.root(name) for name in writes["hh.set"]}
        self.existing_residents = {residents.root(name) for name in writes["res.set"]}

    def household_root(self, name):
        return self.registers.households.root(name)

    def resident_root(self, name):
        return self.registers.residents.root(name)

    def household_field(self, root, name, missing=""):
        return self.registers.shown("hh.set", self.registers.households.members(root), name, missing)

    def resident_field(self, root, name, missing=""):
        return self.registers.shown("res.set", self.registers.residents.members(root), name, missing)

    def household_gone(self, root):
        return self.household_field(root, "state") in GONE_HOUSEHOLD

    def resident_gone(self, root):
        return self.resident_field(root, "state") in GONE_RESIDENT

    def _find_tallies(self):
        self.points, self.gift, self.locks = {}, {}, {}
        self.accounts = set(self.existing_households)
        for (account, unit), balance in self.counting.balances.items():
            if account.startswith("h") and len(account) == 17 and unit in (POINTS, GIFT):
                root = self.household_root(account)
                tally = self.points if unit == POINTS else self.gift
                tally[root] = tally.get(root, 0) + balance
                # A member's own balance shows the household, even if the sum is nothing.
                if balance:
                    self.accounts.add(root)
        for household, line in self._latest_base_grants().items():
            root = self.household_root(household)
            self.accounts.add(root)
            self.locks[root] = max(self.locks.get(root, 0), line.content["pts"])

    def _latest_base_grants(self):
        latest = {}
        for line in self.counting.counting_of("pts.grant"):
            if line.content["class"] == "base":
                household = line.content["hh"]
                rank = (line.content["ends"],) + line.order
                if household not in latest or rank > latest[household][0]:
                    latest[household] = (rank, line)
        return {household: line for household, (_, line) in latest.items()}

    def spendable(self, root):
        return self.points.get(root, 0) - self.locks.get(root, 0)

    def stock(self):
        """What lies on the shelves: each pair that a counting line names."""
        shelves = {}
        for kind, sign in (("stock.in", 1), ("shop.redeem", -1)):
            for line in self.counting.counting_of(kind):
                place = (line.event.body["outlet"], line.content["g"])
                shelves[place] = shelves.get(place, 0) + sign * line.content["q"]
        return shelves
