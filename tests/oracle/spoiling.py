"""Bodies in which one place is wrong."""

ODD_VALUES = [
    0, 1, -1, 2, 99, 100, 1439, 1440, 1441, 99999, 100000, 10 ** 7, 10 ** 7 + 1, 10 ** 9, 10 ** 9 + 1, -10 ** 9,
    -10 ** 9 - 1, 2 ** 31, 2 ** 53 - 1, -(2 ** 53 - 1), [], {}, [[]], {"a": 1}, "", "1", "2026-02-30", "1899-12-31",
    "2199-12-31", "2200-01-01", "2024-02-29", "2026", "0" * 64, "h000000000000000i", "h0000000000000001 ",
    "H0000000000000001", "r0000000000000001", "h0000000000000001", "o0000000000000001", "g0000000000000001",
    "c0000000000000001", ["a"], [1], "A-1.B", "a01", "A" * 12, "A" * 13,
]


class Spoiling:
    """For a class with chance and pick."""

    def spoil_row(self, body):
        """A copy in which one field of one line is gone or wrong."""
        copy = dict(body)
        name = self.pick(*[key for key in ("lines", "rows") if key in copy] or [""])
        if not isinstance(copy.get(name), list) or not copy[name]:
            return self.spoil(body)
        copy[name] = list(copy[name])
        place = self.chance.randrange(len(copy[name]))
        row = copy[name][place]
        if isinstance(row, dict) and isinstance(row.get("f"), dict) and row["f"] and self.chance.random() < 0.7:
            copy[name][place] = dict(row, f=self._with_wrong_field(row["f"]))
        elif isinstance(row, dict) and isinstance(row.get("rows"), list):
            copy[name][place] = self.spoil_row(row)
        elif isinstance(row, dict) and row:
            copy[name][place] = self._with_wrong_field(row)
        elif isinstance(row, list) and row:
            copy[name][place] = list(row)
            copy[name][place][self.chance.randrange(len(row))] = self.chance.choice(ODD_VALUES)
        return copy

    def _with_wrong_field(self, fields):
        copy = dict(fields)
        name = self.chance.choice(sorted(copy))
        value = copy[name]
        way = self.chance.random()
        if way < 0.1:
            del copy[name]
        elif way < 0.2:
            copy[self.pick("gen", "src", "shift", "start", "res", "wit")] = self.chance.choice(ODD_VALUES)
        elif way < 0.6 or not isinstance(value, (int, str)):
            copy[name] = self.chance.choice(ODD_VALUES)
        elif isinstance(value, int):
            copy[name] = self.pick(str(value), value + 1, value - 1, -value, value * 1000)
        else:
            copy[name] = self.pick("", 0, 1, value.lower(), value.upper(), value + " ", value[:-1], value + "0",
                                   [value])
        return copy

    def spoil(self, value, depth=0):
        """A copy in which one place is changed: gone, doubled, of another type, out of range."""
        chance = self.chance
        if isinstance(value, dict) and value and chance.random() < 0.97:
            copy = dict(value)
            name = chance.choice(sorted(copy))
            way = chance.random()
            if depth and way < 0.12 or way < 0.05:
                del copy[name]
            elif way < 0.2:
                odd = chance.choice(ODD_VALUES)
                copy[self.pick("zz", "gen", "src", "floor", "shift", "start", "on", "f", "rows", "res", "no")] = odd
            elif isinstance(copy[name], (dict, list)) and way < 0.95:
                copy[name] = self.spoil(copy[name], depth + 1)
            else:
                copy[name] = chance.choice(ODD_VALUES)
            return copy
        if isinstance(value, list) and value and chance.random() < 0.95:
            copy = list(value)
            place = chance.randrange(len(copy))
            way = chance.random()
            if way < 0.08:
                del copy[place]
            elif way < 0.16:
                copy.insert(place, chance.choice(ODD_VALUES))
            elif way < 0.22:
                copy.append(chance.choice(ODD_VALUES))
            elif way < 0.28:
                copy.append(copy[place])
            elif isinstance(copy[place], (dict, list)):
                copy[place] = self.spoil(copy[place], depth + 1)
            else:
                copy[place] = chance.choice(ODD_VALUES)
            return copy
        return chance.choice(ODD_VALUES)
