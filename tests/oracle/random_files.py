"""Files of a history: whole, shared out, stripped, rewritten and damaged."""
import hashlib
import json

from sealing import canonical, stripped


class Files:
    """The events of a history as one or more files, whole or damaged."""

    def __init__(self, chance, events):
        self.chance = chance
        self.events = events

    def write(self, whole=False):
        chance = self.chance
        if whole and chance.random() < 0.8:
            return [self._document([canonical(event) for event in self.events], self.events)]
        count = chance.choice([1, 1, 1, 2, 3])
        files = []
        for _ in range(count):
            share = [event for event in self.events if count == 1 or chance.random() < 0.8]
            lost = chance.choice([0, 0, 0, 0.03, 0.2])
            share = [event for event in share if not event["p"] or chance.random() >= lost]
            files.append(self._file(share))
        return files

    def _file(self, events):
        chance = self.chance
        strip = chance.choice([0, 0, 0, 1, 0.4])
        events = [stripped(event) if chance.random() < strip else event for event in events]
        if chance.random() < 0.7:
            events.sort(key=lambda event: (event["l"], event["h"]))
        elif chance.random() < 0.5:
            chance.shuffle(events)
        lines = [self._line(event) for event in events]
        data = self._document(lines, events)
        if chance.random() < 0.05:
            data = b"\xef\xbb\xbf" + data
        if chance.random() < 0.15:
            data = self._damage(data)
        return data

    def _document(self, lines, events):
        chance = self.chance
        own = min(event["h"] for event in self.events if not event["p"] and event["k"] == "village.create")
        body = "".join(line + "\n" for line in lines)
        header = {
            "fmt": "jishan", "ver": 1, "crit": [], "app": "random", "village": own, "roots": [own], "name": "村",
            "from": "", "made": 0, "personal": ["*"], "n": len(lines), "heads": []}
        end = {"n": len(lines), "sha256": hashlib.sha256(body.encode()).hexdigest()}
        if chance.random() < 0.06:
            document = json.dumps(dict(header, events=events, end=end), ensure_ascii=chance.random() < 0.5, indent=2)
        elif chance.random() < 0.04:
            document = json.dumps(dict(end=end, events=events, **header), ensure_ascii=True)
        else:
            separator = ",\n" if chance.random() < 0.9 else ",\r\n"
            document = (canonical(header)[:-1] if chance.random() < 0.1 else json.dumps(
                header, ensure_ascii=False, separators=(",", ":"))[:-1])
            document += ',"events":[\n' + separator.join(lines) + '\n],"end":' + canonical(end) + "}\n"
        return document.encode()

    def _line(self, event):
        chance = self.chance
        if chance.random() < 0.95:
            return canonical(event)
        if chance.random() < 0.1:
            return self._wrong_line(event)
        members = list(event.items())
        chance.shuffle(members)
        return json.dumps(dict(members), ensure_ascii=chance.random() < 0.7)

    def _wrong_line(self, event):
        """Grammatical lines that are no events."""
        line = canonical(event)
        return self.chance.choice([
            line.replace('"v":1', '"v":1.0'), line.replace('"v":1', '"v":1e0'), line.replace('"v":1', '"v":true'),
            line.replace('"v":1', '"v":1,"v":1'), line.replace('"v":1', '"v":1,"\\u0076":1'),
            line.replace('"v":1', '"v":null'), line.replace('"b":', '"B":1,"b":'), line.replace('"t":', '"t":-'),
            line.replace('"s":', '"s":1'), line.replace('"h":"', '"h":"0'), line.replace('"o":"', '"o":"\\t'),
            line.replace('"o":"', '"o":"\\ud800'), "[]", '"x"', "0", "[" * 70 + "]" * 70])

    def _damage(self, data):
        """Damage behind the header line, as a bad stick or an editor makes it."""
        chance = self.chance
        start = data.find(b"\n") + 1
        if start <= 0 or start >= len(data):
            return data
        place = chance.randrange(start, len(data))
        way = chance.randrange(6)
        if way == 0:
            return data[:place]
        if way == 1:
            return data[:place] + bytes([chance.randrange(256)]) + data[place + 1:]
        if way == 2:
            return data[:place] + data[place + chance.randrange(1, 40):]
        if way == 3:
            return data[:place] + data[data.find(b"\n", place) + 1:]
        if way == 4:
            return data[:place] + chance.choice([b"\n", b"\x00", b"\xff", b'"', b"}", b"]", b"{"]) + data[place:]
        return data[:data.find(b"\n", place) + 1]
