"""The figures of docs/format.md, computed twice: figures.py against the books worked out by hand, and
against `jishan state` on random books."""

import json
import os
import subprocess
import tempfile
import unittest
from collections import Counter
from pathlib import Path

from figures import Figures
from frame import book_file, canon
from random_books import RandomBook

TOP = Path(__file__).resolve().parents[2]
VECTORS = json.loads((TOP / "docs/format/vectors.json").read_text(encoding="utf-8"))
TOOL = os.environ.get("JISHAN_TOOL", str(TOP / "build/native/jishan"))
BOOKS = 100 * int(os.environ.get("JISHAN_SOAK_ROUNDS", "1"))


class ByHand(unittest.TestCase):
    def test_books_worked_out_by_hand(self):
        for vector in VECTORS["states"]:
            with self.subTest(vector["name"]):
                figures = Figures([json.loads(line) for line in vector["lines"]])
                self.assertEqual(canon(figures.books()), canon(vector["books"]))
                if "people" in vector:
                    self.assertEqual(canon(figures.people()), canon(vector["people"]))


@unittest.skipUnless(Path(TOOL).exists(), "the command-line tool is not built")
class Random(unittest.TestCase):
    def state_of(self, lines: list[str]) -> dict:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "book.jishan.json"
            file.write_text(book_file(lines), encoding="utf-8")
            ran = subprocess.run([TOOL, "state", file], capture_output=True, text=True)
        self.assertEqual(ran.stderr, "")
        return json.loads(ran.stdout.splitlines()[0])

    def test_the_program_derives_the_same_figures(self):
        seen = Counter()
        for seed in range(BOOKS):
            with self.subTest(seed=seed):
                lines = RandomBook(seed).lines()
                state = self.state_of(lines)
                figures = Figures([json.loads(line) for line in lines])
                books = figures.books()
                for member, rows in books.items():
                    self.assertEqual(state["books"][member], rows, member)
                self.assertEqual(canon(state["books"]), canon(books))
                self.assertEqual(canon(state["people"]), canon(figures.people()))
                seen.update(row[0] for row in books["todo"])
                seen.update({member: len(rows) for member, rows in books.items()})
        # Books in which nothing happens would agree as well.
        for member in ("household", "stock", "service", "once"):
            self.assertGreater(seen[member], BOOKS / 2, member)
        for kind in ("hh-field", "hh-head", "hh-heads", "hh-number", "once-amount", "reversal-back", "overdraft", "claim-twice",
                     "rules-from", "redeem-twice", "shelf-below-zero", "goods-price", "village-field"):
            self.assertGreater(seen[kind], 0, kind)

    def test_the_sample_village_comes_out_the_same(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "sample.jishan.json"
            subprocess.run([TOOL, "sample", "-o", file, "--households", "12", "--seed", "5", "--day", "2026-03-08"], check=True)
            state = json.loads(subprocess.run([TOOL, "state", file], capture_output=True, text=True).stdout.splitlines()[0])
            figures = Figures(json.loads(file.read_bytes())["events"])
        books = figures.books()
        self.assertEqual(canon(state["books"]), canon(books))
        self.assertEqual(canon(state["people"]), canon(figures.people()))
        self.assertEqual(len(books["household"]), 12)
        self.assertGreater(len(books["once"]), 100)


if __name__ == "__main__":
    unittest.main()
