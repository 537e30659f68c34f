"""docs/format/read_jishan.py on files: the example, damaged copies of it, an export of the program."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
READER = TOP / "docs/format/read_jishan.py"
EXAMPLE = (TOP / "docs/format/example.jishan.json").read_bytes()
DOCUMENT = (TOP / "docs/format.md").read_text(encoding="utf-8")
STATE = json.loads((TOP / "docs/format/vectors.json").read_text(encoding="utf-8"))["states"][-1]


def read(content: bytes) -> subprocess.CompletedProcess:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "book.jishan.json"
        file.write_bytes(content)
        return subprocess.run([sys.executable, READER, file], capture_output=True, text=True)


def said(result: subprocess.CompletedProcess, word: str) -> str:
    return next(line.split(" ", 1)[1] for line in result.stdout.splitlines() if line.startswith(word))


class Example(unittest.TestCase):
    def test_it_is_good(self):
        result = read(EXAMPLE)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertEqual(said(result, "events"), "15 closed 15 waiting 0")

    def test_the_document_prints_what_it_is(self):
        result = read(EXAMPLE)
        code = said(result, "fingerprint")
        in_fours = " ".join(code[at:at + 4] for at in range(0, 16, 4))
        for printed in (said(result, "heads"), said(result, "village"), in_fours,
                        STATE["digest"], STATE["people_digest"]):
            self.assertIn(printed, DOCUMENT)
        for member in ("household", "stock"):
            text = json.dumps(STATE["books"][member], ensure_ascii=False, separators=(",", ":"))
            self.assertIn(text, DOCUMENT)

    def test_the_document_shows_the_hashed_text_of_the_genesis(self):
        events = json.loads(EXAMPLE)["events"]
        first = {key: value for key, value in events[0].items() if key != "h"}
        text = json.dumps(first, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        self.assertIn(f"\n{text}\n", DOCUMENT)

    def test_other_line_ends_and_a_byte_order_mark_are_read(self):
        changed = b"\xef\xbb\xbf" + EXAMPLE.replace(b"\n", b"\r\n")
        self.assertEqual(read(changed).returncode, 0)


class Damage(unittest.TestCase):
    def test_a_file_cut_after_any_line_is_a_closed_older_book(self):
        lines = EXAMPLE.splitlines(keepends=True)
        for kept in range(1, 16):
            result = read(b"".join(lines[:kept + 1]))
            self.assertEqual(said(result, "events"), f"{kept} closed {kept} waiting 0")
            self.assertEqual(result.returncode, 1)
            self.assertIn("cut", result.stderr)

    def test_one_changed_byte_costs_one_event(self):
        lines = EXAMPLE.splitlines(keepends=True)
        for number in range(1, 16):
            changed = [*lines]
            changed[number] = changed[number].replace(b'"v":1', b'"v":2')
            result = read(b"".join(changed))
            self.assertEqual(result.returncode, 1)
            self.assertIn(f"line {number + 1}: h: not the hash", result.stderr)
            self.assertEqual(said(result, "events").split()[0], "14")

    def test_a_lost_line_makes_others_wait(self):
        lines = EXAMPLE.splitlines(keepends=True)
        result = read(b"".join(lines[:3] + lines[4:]))
        self.assertEqual(said(result, "events"), "14 closed 2 waiting 12")
        self.assertEqual(result.returncode, 1)

    def test_an_exchanged_line_is_noticed_at_the_end(self):
        lines = EXAMPLE.splitlines(keepends=True)
        result = read(b"".join([lines[0], lines[2], lines[1], *lines[3:]]))
        self.assertEqual(result.returncode, 1)
        self.assertIn("disagree", result.stderr)

    def test_what_is_no_book(self):
        self.assertEqual(read(EXAMPLE.replace(b'"ver":1', b'"ver":2', 1)).returncode, 5)
        self.assertEqual(read(EXAMPLE.replace(b'"crit":[]', b'"crit":["base"]', 1)).returncode, 5)
        self.assertEqual(read(b"\xff\xfe\x00").returncode, 3)
        self.assertEqual(read(b'{"some":"thing"}').returncode, 3)
        self.assertEqual(read(b"[" * 100000).returncode, 3)
        self.assertEqual(subprocess.run([sys.executable, READER], capture_output=True).returncode, 2)


TOOL = os.environ.get("JISHAN_TOOL", str(TOP / "build/native/jishan"))


@unittest.skipUnless(Path(TOOL).exists(), "the command-line tool is not built")
class Tool(unittest.TestCase):
    def tool(self, *arguments) -> str:
        return subprocess.run([TOOL, *arguments], capture_output=True, text=True, check=True).stdout

    def test_its_state_of_the_example_is_the_one_of_the_document(self):
        lines = self.tool("state", TOP / "docs/format/example.jishan.json").splitlines()
        self.assertEqual(json.loads(lines[0]), {"books": STATE["books"], "people": STATE["people"]})
        self.assertIn(f"digest {STATE['digest']}", lines)
        self.assertIn(f"people {STATE['people_digest']}", lines)

    def test_the_reader_finds_a_village_of_three_laptops_good(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "sample.jishan.json"
            self.tool("sample", "-o", file, "--households", "12", "--seed", "5", "--day", "2026-03-08")
            verified = json.loads(self.tool("verify", file, "--json"))
            result = read(file.read_bytes())
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertEqual(said(result, "fingerprint"), verified["fingerprint"])
        self.assertEqual(said(result, "heads").split(), verified["heads"])
        self.assertEqual(said(result, "events").split()[0], str(verified["events"]))

    def test_the_reader_finds_its_exports_good(self):
        with tempfile.TemporaryDirectory() as folder:
            for personal in ("all", "none", "hh,pts"):
                file = Path(folder) / f"{personal}.jishan.json"
                self.tool("export", TOP / "docs/format/example.jishan.json", "-o", file, "--personal", personal)
                result = read(file.read_bytes())
                self.assertEqual((result.returncode, result.stderr), (0, ""))
                self.assertEqual(result.stdout, read(EXAMPLE).stdout)
                events = json.loads(file.read_bytes())["events"]
                carried = {event["k"].split(".")[0] for event in events if "x" in event}
                held = {event["k"].split(".")[0] for event in json.loads(EXAMPLE)["events"] if "x" in event}
                self.assertEqual(carried, {"all": held, "none": set(), "hh,pts": {"hh", "pts"}}[personal])


if __name__ == "__main__":
    unittest.main()
