"""The published reader and vectors: docs/format/read_jishan.py does what docs/format.md says."""

import importlib.util
import json
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
FORMAT = TOP / "docs/format"
HERE = Path(__file__).resolve().parent


def module(path: Path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


reader = module(FORMAT / "read_jishan.py")
VECTORS = json.loads((FORMAT / "vectors.json").read_text(encoding="utf-8"))


def bytes_of(text) -> bytes:
    """The bytes of a vector's `text`: a string, or parts that are repeated or given in hex."""
    if isinstance(text, str):
        return text.encode()
    return b"".join(
        part.encode() if isinstance(part, str)
        else bytes.fromhex(part["hex"]) if "hex" in part
        else part["text"].encode() * part["times"]
        for part in text)


def read_event(text):
    return reader.read_event(reader.parse(bytes_of(text).decode()))


DAMAGE = (ValueError, RecursionError, AttributeError)


class Vectors(unittest.TestCase):
    def check_each(self, group: str, check):
        self.assertTrue(VECTORS[group])
        for vector in VECTORS[group]:
            with self.subTest(vector["name"]):
                check(vector)

    def test_there_are_enough(self):
        self.assertGreaterEqual(sum(len(group) for group in VECTORS.values() if isinstance(group, list)), 100)

    def test_the_files_are_what_the_generator_writes(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, HERE / "make_vectors.py", folder], check=True)
            for made in Path(folder).iterdir():
                self.assertEqual(made.read_bytes(), (FORMAT / made.name).read_bytes(), made.name)
            self.assertEqual(len(list(Path(folder).iterdir())), 2)

    def test_what_the_document_links_is_there(self):
        document = (FORMAT.parent / "format.md").read_text(encoding="utf-8")
        links = re.findall(r"\]\(([^)#]+)\)", document)
        self.assertGreater(len(links), 5)
        self.assertEqual([link for link in links if not (FORMAT.parent / link).exists()], [])

    def test_values(self):
        def check(vector):
            value = reader.check(reader.parse(bytes_of(vector["text"]).decode()), 8, 500)
            self.assertEqual(reader.canonical(value), vector["canonical"])

        self.check_each("values", check)

    def test_values_refused(self):
        def check(vector):
            with self.assertRaises(DAMAGE):
                reader.check(reader.parse(bytes_of(vector["text"]).decode()), 8, 500)

        self.check_each("values_refused", check)

    def test_events(self):
        def check(vector):
            event = read_event(vector["text"])
            self.assertEqual(event["h"], vector["h"])
            self.assertEqual("x" in event, vector["keeps_x"] == 1)
            if "line" in vector:
                self.assertEqual(reader.canonical(event), vector["line"])
                self.assertEqual(read_event(vector["stripped"])["h"], vector["h"])
            if "x" in event:
                text = "jishan-x-1\n" + reader.canonical(event["x"])
                self.assertEqual(reader.sha256(text), vector["xh"])

        self.check_each("events", check)

    def test_events_refused(self):
        def check(vector):
            with self.assertRaises(DAMAGE) as refusal:
                read_event(vector["text"])
            is_hash = "hash of the text" in str(refusal.exception)
            self.assertEqual(is_hash, vector["reason"] == "hash")

        self.check_each("events_refused", check)

    def test_fill_in(self):
        def check(vector):
            kept = read_event(vector["held"])
            try:
                offered = read_event(vector["offered"])
                kept = offered if offered["h"] == kept["h"] and "x" in offered else kept
            except DAMAGE:
                pass
            self.assertEqual(reader.canonical(kept), vector["line"])

        self.check_each("fill_in", check)

    def test_placements(self):
        def check(vector):
            if vector["foreign"]:
                return  # the reader is for one file, and a file holds one village
            events = [read_event(line) for line in vector["lines"]]
            closed, refused = reader.place(events)
            self.assertEqual(sorted(closed), vector["closed"])
            self.assertEqual(sorted(refused), vector["refused"])
            heads = reader.heads_of(events, closed)
            self.assertEqual((heads, reader.fingerprint(heads)),
                             (vector["heads"], vector["fingerprint"]))

        self.check_each("placements", check)

    def test_books_are_closed_and_digested(self):
        def check(vector):
            events = [read_event(line) for line in vector["lines"]]
            self.assertEqual(len(reader.place(events)[0]), len(events))
            text = "jishan-state-1\n" + reader.canonical(vector["books"])
            self.assertEqual(reader.sha256(text), vector["digest"])

        self.check_each("states", check)

    def test_fingerprints(self):
        for vector in VECTORS["codes"]:
            if "heads" in vector:
                self.assertEqual(reader.fingerprint(vector["heads"]), vector["fingerprint"])


if __name__ == "__main__":
    unittest.main()
