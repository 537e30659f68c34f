"""The oracle against the vectors of docs/format.md, and against `jishan state` on random books.

JISHAN_TOOL names the tool, JISHAN_SOAK_ROUNDS multiplies the number of books, ORACLE_SEED is the
first seed: the same seed is the same book.
"""
import itertools
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

import exported
from book_file import read_book_file
from canon import DECODER, NotAllowed, canon, code, decode, hash_of, read_value
from compare import book_of_seed, difference
from event import read_event
from placing import Placement, fingerprint, union
from state import digests, state_of

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parents[1]
VECTORS = TOP / "docs/format/vectors.json"
TOOL = os.environ.get("JISHAN_TOOL", str(TOP / "build/native/jishan"))
BOOKS = 100 * int(os.environ.get("JISHAN_SOAK_ROUNDS", "1"))
FIRST_SEED = int(os.environ.get("ORACLE_SEED", "1"))


def content(text):
    """A text of the vectors is a string or a list of parts."""
    data = b""
    for part in [text] if isinstance(text, str) else text:
        if isinstance(part, str):
            data += part.encode()
        elif "hex" in part:
            data += bytes.fromhex(part["hex"])
        else:
            data += part["text"].encode() * part["times"]
    return data


def event_of(text):
    try:
        value, _ = DECODER.raw_decode(decode(content(text)))
    except (ValueError, RecursionError):
        raise NotAllowed("grammar")
    return read_event(value)


def household_ids(events):
    placement = Placement(union(events), events[0].hash)
    return [row[0] for row in state_of(placement)["books"]["household"]]


class Vectors(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vectors = json.loads(VECTORS.read_text(encoding="utf-8"))

    def test_values(self):
        for entry in self.vectors["values"]:
            with self.subTest(entry["name"]):
                self.assertEqual(canon(read_value(content(entry["text"]))),
                                 content(entry["canonical"]).decode())
        for entry in self.vectors["values_refused"]:
            with self.subTest(entry["name"]), self.assertRaises(NotAllowed):
                read_value(content(entry["text"]))

    def test_events(self):
        for entry in self.vectors["events"]:
            with self.subTest(entry["name"]):
                event = event_of(entry["text"])
                self.assertEqual(event.hash, entry["h"])
                self.assertEqual(event.personal is not None, bool(entry.get("keeps_x")))
                for form in ("line", "stripped"):
                    if form in entry:
                        self.assertEqual(event_of(entry[form]).hash, entry["h"])
                if "hashed" in entry:
                    hashed = content(entry["hashed"]).decode()
                    self.assertEqual(hash_of("jishan-event-1", hashed), entry["h"])
        for entry in self.vectors["events_refused"]:
            with self.subTest(entry["name"]), self.assertRaises(NotAllowed):
                event_of(entry["text"])

    def test_fill_in(self):
        for entry in self.vectors["fill_in"]:
            with self.subTest(entry["name"]):
                copies = []
                for text in (entry["held"], entry["offered"]):
                    try:
                        copies.append(event_of(text))
                    except NotAllowed:
                        continue
                held = union(copies)
                expected = event_of(entry["line"])
                self.assertEqual(held[expected.hash].personal, expected.personal)

    def test_placements(self):
        for entry in self.vectors["placements"]:
            with self.subTest(entry["name"]):
                events = [event_of(line) for line in entry["lines"]]
                placement = Placement(union(events), events[0].hash)
                for place in ("closed", "waiting", "refused", "foreign"):
                    self.assertEqual(sorted(getattr(placement, place)), sorted(entry[place]), place)
                self.assertEqual(placement.heads(), entry["heads"])
                self.assertEqual(placement.fingerprint(), entry["fingerprint"])

    def test_codes(self):
        for entry in self.vectors["codes"]:
            with self.subTest(entry["name"]):
                if "heads" in entry:
                    self.assertEqual(fingerprint(sorted(entry["heads"])), entry["fingerprint"])
                else:
                    self.assertEqual(code(entry["h"]), entry["code"])

    def test_states(self):
        for entry in self.vectors["states"]:
            with self.subTest(entry["name"]):
                events = [event_of(line) for line in entry["lines"]]
                placement = Placement(union(events), events[0].hash)
                state = state_of(placement)
                self.assertEqual(state["books"], entry["books"])
                self.assertEqual(digests(state)[0], entry["digest"])
                if "people" in entry:
                    self.assertEqual(state["people"], entry["people"])
                    self.assertEqual(digests(state)[1], entry["people_digest"])


class DamagedFiles(unittest.TestCase):
    """A damaged event costs only itself (§6); the cases lie beside the program."""

    def check(self, name, expected):
        book = read_book_file((HERE / "cases" / name).read_bytes())
        self.assertEqual(household_ids(book.events), expected)

    def test_a_line_cut_inside_an_array(self):
        self.check("cut_line_swallows_the_rest.jishan.json", ["h0000000000000002"])

    def test_a_broken_header_of_a_pretty_printed_file(self):
        self.check("pretty_printed_broken_header.jishan.json", ["h0000000000000002"])

    def test_a_lost_line_of_a_pretty_printed_file(self):
        self.check("pretty_printed_line_lost.jishan.json", ["h0000000000000002", "h0000000000000003"])

    def test_a_line_that_is_not_indented_like_the_events_is_none(self):
        self.check("indented_line_after_junk.jishan.json", [])


def difference_in_words(contents):
    with tempfile.TemporaryDirectory() as directory:
        return difference(TOOL, contents, directory)


@unittest.skipUnless(pathlib.Path(TOOL).exists(), "the command-line tool is not built")
class ToolAgrees(unittest.TestCase):
    def test_on_damaged_files(self):
        for name in ("cut_line_swallows_the_rest", "indented_line_after_junk",
                     "pretty_printed_broken_header", "pretty_printed_line_lost"):
            with self.subTest(name):
                data = (HERE / "cases" / f"{name}.jishan.json").read_bytes()
                self.assertEqual(difference_in_words([data]), "")

    def test_on_files_of_a_united_village_in_any_order(self):
        files = [path.read_bytes() for path in sorted((HERE / "cases").glob("united_*"))]
        self.assertEqual(len(files), 3)
        for order in itertools.permutations(files):
            if order[0] != files[1]:  # the first file tells whose village it is
                self.assertEqual(difference_in_words(list(order)), "")

    def test_on_sample_villages(self):
        with tempfile.TemporaryDirectory() as directory:
            path = pathlib.Path(directory, "sample.jishan.json")
            subprocess.run([TOOL, "sample", "--households", "12", "--seed", "5", "--day", "2026-03-08",
                            "-o", path], check=True)
            self.assertEqual(difference(TOOL, [path.read_bytes()], directory), "")

    def test_what_it_writes_is_the_file_of_the_page(self):
        self.assertEqual(exported.main(TOOL, FIRST_SEED, 20), 0)


@unittest.skipUnless(pathlib.Path(TOOL).exists(), "the command-line tool is not built")
class RandomBooks(unittest.TestCase):
    def test_books(self):
        with tempfile.TemporaryDirectory() as directory:
            for seed in range(FIRST_SEED, FIRST_SEED + BOOKS):
                with self.subTest(seed=seed):
                    self.assertEqual(difference(TOOL, book_of_seed(seed), directory), "")


if __name__ == "__main__":
    unittest.main()
