"""Registers (§7.3): fields that are written again and again, and alias components (§7.6)."""
import fields as form

VILLAGE = "village"

# For each kind: the key fields of a row, the fields of f, and the personal fields.
KINDS = {
    "village.set": ({}, {
        "name": form.text, "town": form.text, "step": form.integer(0), "rate_fen": form.integer(0),
        "gate": form.one_of("notice", "none"), "notice_days": form.integer(0),
        "caps": form.village_caps, "mask": form.one_of("middle", "given")}, {}),
    "op.set": ({"id": form.operator}, {
        "roles": form.texts, "res": form.resident, "on": form.flag}, {"name": form.text}),
    "hh.set": ({"id": form.household}, {
        "no": form.text, "grp": form.integer(1, 99), "cell": form.cell, "class": form.text,
        "head": form.resident, "state": form.text, "outlet": form.outlet},
        {"addr": form.text, "note": form.text}),
    "res.set": ({"id": form.resident}, {
        "hh": form.household, "rel": form.text, "state": form.text},
        {"name": form.text, "sex": form.integer(0, 9), "born": form.day, "minor": form.flag,
         "phone": form.text, "idno": form.text}),
    "alias.set": ({"t": form.text, "a": form.text, "b": form.text}, {"on": form.flag}, {}),
    "goods.set": ({"id": form.goods}, {
        "name": form.text, "unit": form.text, "price": form.up_to_billion, "barcode": form.text,
        "reorder": form.up_to_billion, "on": form.flag}, {}),
}


class Write:
    def __init__(self, event, line, value):
        self.event = event
        self.line = line
        self.value = value
        self.order = event.order + (line,)


class Registers:
    """writes[kind][entity][field] lists the writes in order. An entity with a row
    but without a field is there with an empty table."""

    def __init__(self, placement):
        self.placement = placement
        self.writes = {kind: {} for kind in KINDS}
        for event in placement.events:
            if event.kind in KINDS and event.version == 1:
                self._read(event)
        self.households = Components(self._joined("h"))
        self.residents = Components(self._joined("r"))

    def _read(self, event):
        keys, open_fields, personal_fields = KINDS[event.kind]
        rows = event.body.get("rows")
        if not isinstance(rows, list):
            return
        optional = {name: form.either(form.empty, check) for name, check in open_fields.items()}
        required = dict(keys, f=lambda value: form.in_form(value, optional=optional))
        for line, row in enumerate(rows):
            if not form.in_form(row, required):
                continue
            entity = self._entity(event.kind, row)
            if entity is None:
                continue
            table = self.writes[event.kind].setdefault(entity, {})
            for name in open_fields:
                if name in row["f"]:
                    table.setdefault(name, []).append(Write(event, line, row["f"][name]))
            for name, value in _personal_row(event, line).items():
                check = personal_fields.get(name)
                if check and (value == "" or check(value)):
                    table.setdefault(name, []).append(Write(event, line, value))

    @staticmethod
    def _entity(kind, row):
        if kind == "village.set":
            return VILLAGE
        if kind == "alias.set":
            # Aliases of other letters have no effect.
            check = {"h": form.household, "r": form.resident}.get(row["t"])
            if not check or not check(row["a"]) or not check(row["b"]):
                return None
            return (row["t"],) + tuple(sorted((row["a"], row["b"])))
        return row["id"]

    def _joined(self, letter):
        return [
            entity[1:] for entity, table in self.writes["alias.set"].items()
            if entity[0] == letter and "on" in table and table["on"][-1].value == 1
        ]

    def shown(self, kind, members, name, missing=""):
        """The greatest write over the members of a component; "" clears."""
        greatest = max(self._all(kind, members, name), key=lambda write: write.order, default=None)
        if greatest is None or greatest.value == "":
            return missing
        return greatest.value

    def _all(self, kind, members, name):
        table = self.writes[kind]
        return [write for member in members for write in table.get(member, {}).get(name, ())]

    def maximal(self, kind, members, name):
        """The maximal writes of a field over a component. Two members written by one
        event both stay; one member written twice by one event keeps the later line."""
        last_of_event = {}
        for member in members:
            for write in self.writes[kind].get(member, {}).get(name, ()):
                last_of_event[member, write.event.hash] = write
        writes = list(last_of_event.values())
        known = 0
        for write in writes:
            known |= self.placement.past[write.event.hash]
        return [write for write in writes if not known & self.placement.bit[write.event.hash]]

    def conflict(self, kind, members, name):
        """The maximal writes if their values differ, else nothing."""
        writes = self.maximal(kind, members, name)
        differ = any(write.value != writes[0].value for write in writes)
        return writes if differ else []


def _personal_row(event, line):
    rows = (event.personal or {}).get("rows")
    if isinstance(rows, list) and line < len(rows) and isinstance(rows[line], dict):
        return rows[line]
    return {}


class Components:
    """Ids joined by pairs; the root of a component is its smallest id."""

    def __init__(self, pairs):
        self.neighbours = {}
        for one, other in pairs:
            self.neighbours.setdefault(one, set()).add(other)
            self.neighbours.setdefault(other, set()).add(one)
        self.members_of = {}
        for start in self.neighbours:
            if start not in self.members_of:
                found = self._reach(start)
                for member in found:
                    self.members_of[member] = found

    def _reach(self, start):
        found, ahead = {start}, [start]
        while ahead:
            for neighbour in self.neighbours[ahead.pop()] - found:
                found.add(neighbour)
                ahead.append(neighbour)
        return sorted(found)

    def members(self, identity):
        return self.members_of.get(identity, [identity])

    def root(self, identity):
        return self.members(identity)[0]
