"""Which lines count (§7.2, §7.4, §7.5) and what balances follow (§8.3)."""
import re

import fields as form
from lines import lines_of

REF = re.compile("([0-9a-f]{64})(?::(0|[1-9][0-9]{0,5}))?")
REVERSE = {"of": form.some_text, "back": form.flag, "why": form.text}
REVERSE_OPTIONAL = {"gen": form.generation}


class Counting:
    def __init__(self, placement):
        self.lines = []
        self.lines_of_event = {}
        self.reversals = []
        for event in placement.events:
            found = lines_of(event)
            self.lines += found
            self.lines_of_event[event.hash] = found
            if event.kind == "ledger.reverse" and event.version == 1 and form.in_form(
                    event.body, REVERSE, REVERSE_OPTIONAL):
                self.reversals.append(event)
        self._kill()
        self._count()
        self._balance()

    def named(self, reversal):
        """The lines that a reversal names by a ref."""
        found = REF.fullmatch(reversal.body["of"])
        if not found:
            return []
        lines = self.lines_of_event.get(found[1], [])
        return [line for line in lines if found[2] is None or line.number == int(found[2])]

    def _kill(self):
        self.killed_refs = set()
        self.killed_generations = set()
        for reversal in self.reversals:
            for line in self.named(reversal):
                if line.key:
                    self.killed_generations.add((line.key, line.generation))
                else:
                    self.killed_refs.add(line.ref)
            self.killed_generations.add((reversal.body["of"], reversal.body.get("gen", 1)))

    def _count(self):
        by_key = {}
        self.counting = []
        for line in self.lines:
            if line.key:
                by_key.setdefault(line.key, []).append(line)
            elif line.ref not in self.killed_refs:
                self.counting.append(line)
        # For each key that has a counting line: the twins of its generation in force.
        self.in_force = {}
        for key, lines in by_key.items():
            generation = 1
            while (key, generation) in self.killed_generations:
                generation += 1
            twins = sorted((line for line in lines if line.generation == generation),
                           key=lambda line: line.order)
            if twins:
                self.in_force[key] = twins
                self.counting.append(twins[0])
        self.counting.sort(key=lambda line: line.order)

    def _balance(self):
        self.balances = {}
        for line in self.counting:
            for move in line.transfers:
                for account, sign in ((move.source, -1), (move.target, 1)):
                    place = (account, move.unit)
                    self.balances[place] = self.balances.get(place, 0) + sign * move.amount

    def counting_of(self, kind):
        return [line for line in self.counting if line.event.kind == kind]
