"""The state document (§9)."""
from canon import canon, hash_of
from lines import POINTS
from todos import Todos
from village import Village


def state_of(placement):
    village = Village(placement)
    return {"books": _books(village), "people": _people(village)}


def digests(state):
    return (hash_of("jishan-state-1", canon(state["books"])),
            hash_of("jishan-people-1", canon(state["people"])))


def _books(village):
    return {
        "household": sorted(_household(village, root) for root in village.accounts),
        "stock": sorted([outlet, goods, left] for (outlet, goods), left in village.stock().items()),
        "service": _services(village),
        "once": sorted(_once(line) for line in village.counting.counting if line.key),
        "todo": Todos(village).rows(),
    }


def _household(village, root):
    return [
        root,
        village.household_field(root, "no"),
        village.household_field(root, "grp", 0),
        village.household_field(root, "state"),
        village.points.get(root, 0),
        village.gift.get(root, 0),
        village.locks.get(root, 0),
        village.spendable(root),
    ]


def _services(village):
    tallies = {}
    for line in village.counting.counting_of("vol.service"):
        tally = tallies.setdefault(village.resident_root(line.content["res"]), [0, 0, 0])
        tally[0] += line.content["min"]
        tally[1] += 1
        tally[2] += line.content["served"]
    return sorted([root] + tally for root, tally in tallies.items())


def _once(line):
    points = 0
    for move in line.transfers:
        if move.unit == POINTS:
            points += move.amount if move.source == "issued" else -move.amount
    return [line.key, line.generation, line.ref, points]


def _people(village):
    operators = village.registers.writes["op.set"]
    return {
        "household": sorted(
            [root] + [village.household_field(root, name) for name in ("addr", "note")]
            for root in village.existing_households),
        "resident": sorted(
            [root] + [village.resident_field(root, name) for name in ("name", "born", "phone", "idno")]
            + [village.resident_field(root, name, 0) for name in ("sex", "minor")]
            for root in village.existing_residents),
        "operator": sorted(
            [name, village.registers.shown("op.set", [name], "name")]
            for name, table in operators.items() if table),
    }
