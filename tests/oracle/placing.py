"""The set (§5): union of copies, places, roots, order, and what is before what."""
from canon import code, hash_of


def union(events):
    """One event for each hash; a copy without its personal part takes it from another."""
    held = {}
    for event in events:
        known = held.setdefault(event.hash, event)
        if known.personal is None:
            known.personal = event.personal
    return held


class Placement:
    """closed, waiting, refused and foreign are sets of hashes; own is a genesis."""

    def __init__(self, held, own):
        self.held = held
        self._place()
        self._find_past()
        self._choose_village(own)

    def _place(self):
        children = {}
        open_parents = {}
        ready = []
        for event in self.held.values():
            open_parents[event.hash] = len(event.parents)
            for parent in event.parents:
                children.setdefault(parent, []).append(event.hash)
            if not event.parents:
                ready.append(event.hash)
        self.closed, self.refused = set(), set()
        while ready:
            name = ready.pop()
            if not self._agrees(self.held[name]):
                self.refused.add(name)
                continue
            self.closed.add(name)
            for child in children.get(name, ()):
                open_parents[child] -= 1
                if open_parents[child] == 0:
                    ready.append(child)
        self.waiting = set(self.held) - self.closed - self.refused

    def _agrees(self, event):
        """Of an event whose parents are all closed."""
        if not event.parents or event.kind == "village.create":
            return (not event.parents and event.kind == "village.create"
                    and event.level == 1 and event.number == 1)
        parents = [self.held[name] for name in event.parents]
        if event.level != 1 + max(parent.level for parent in parents):
            return False
        if event.number == 1:
            return True
        return parents[0].writer == event.writer and parents[0].number == event.number - 1

    def _find_past(self):
        """The past of each event as a set of bits, one for each place in the order."""
        self.in_order = sorted((self.held[name] for name in self.closed), key=lambda e: e.order)
        self.bit = {event.hash: 1 << place for place, event in enumerate(self.in_order)}
        self.past = {}
        for event in self.in_order:
            bits = 0
            for parent in event.parents:
                bits |= self.past[parent] | self.bit[parent]
            self.past[event.hash] = bits

    def _choose_village(self, own):
        geneses = {event.hash: self.bit[event.hash] for event in self.in_order if not event.parents}
        roots = {own} & set(geneses)
        unions = [event for event in self.in_order if event.kind == "village.unite"]
        while True:
            root_bits = sum(geneses[root] for root in roots)
            reached = {
                genesis
                for event in unions if self.past[event.hash] & root_bits
                for genesis, bit in geneses.items() if self.past[event.hash] & bit
            }
            if reached <= roots:
                break
            roots |= reached
        other_bits = sum(bit for genesis, bit in geneses.items() if genesis not in roots)
        self.roots = roots
        self.foreign = {
            name for name in self.closed
            if (self.past[name] | self.bit[name]) & other_bits
        }
        self.closed -= self.foreign
        self.events = [event for event in self.in_order if event.hash in self.closed]

    def is_before(self, earlier, later):
        return bool(self.past[later.hash] & self.bit[earlier.hash])

    def apart(self, one, other):
        return one.hash != other.hash and not self.is_before(one, other) and not self.is_before(other, one)

    def heads(self):
        parents = {parent for event in self.events for parent in event.parents}
        return sorted(name for name in self.closed if name not in parents)

    def fingerprint(self):
        return fingerprint(self.heads())


def fingerprint(heads):
    return code(hash_of("jishan-heads-1", "".join(head + "\n" for head in heads)))
