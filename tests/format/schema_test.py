"""The published JSON Schemas say what docs/format.md says, as far as a schema can say it."""

import copy
import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from format_test import VECTORS, bytes_of
from frame import entity, event, genesis

TOP = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
TOOL = os.environ.get("JISHAN_TOOL", str(TOP / "build/native/jishan"))
EXAMPLE = json.loads((TOP / "docs/format/example.jishan.json").read_text(encoding="utf-8"))

H, R, C, G, O, U, M, F, Y = (entity(letter, 1) for letter in "hrcgoumfy")
HASH, DATE = "0" * 64, "2026-03-08"

# A body and a personal part of every kind, with every field that it knows.
SAMPLES = {
    "village.create": (EXAMPLE["events"][0]["b"], None),
    "village.set": ({"rows": [{"f": {"name": "柳荫村", "town": "临溪镇", "step": 50, "rate_fen": 100, "gate": "notice",
                                     "notice_days": 3, "mask": "given",
                                     "caps": [{"by": "hh", "per": "week", "of": "pts", "max": 1000}]}}]}, None),
    "village.unite": ({"other": HASH}, None),
    "sys.writer": ({"app": "jishan", "name": "超市电脑"}, None),
    "op.set": ({"rows": [{"id": U, "f": {"roles": ["clerk"], "res": R, "on": 1}}]}, {"rows": [{"name": "周敏"}]}),
    "sys.settle": ({"todo": f"overdraft:{H}", "basis": HASH, "floor": -100}, {"text": "已说明"}),
    "cell.set": ({"rows": [{"id": C, "f": {"parent": C, "level": "group", "no": 3, "name": "3组"}}]}, None),
    "hh.set": ({"rows": [{"id": H, "f": {"no": "0301", "grp": 3, "cell": C, "class": "rep", "head": R, "state": "away",
                                         "outlet": O}}]}, {"rows": [{"addr": "3组1号", "note": "独居"}]}),
    "res.set": ({"rows": [{"id": R, "f": {"hh": H, "rel": "02", "state": "dead"}}]},
                {"rows": [{"name": "李伟", "sex": 1, "born": DATE, "minor": 0, "phone": "000", "idno": "不详"}]}),
    "alias.set": ({"rows": [{"t": "h", "a": H, "b": entity("h", 2), "f": {"on": 1}}]}, None),
    "ledger.reverse": ({"of": f"{HASH}:0", "gen": 1, "back": 0, "why": "mistake"}, {"note": "看错"}),
    "rules.publish": ({"name": "办法", "from": DATE, "prev": "", "rules": [
        {"code": "A01", "class": "A", "type": "range", "text": "整洁", "pts": 300, "lo": 100, "hi": 500, "unit": "次",
         "clause": "第七条", "cap": {"by": "hh", "per": "month", "of": "times", "max": 2}}]}, None),
    "pts.claim": ({"id": Y, "book": HASH, "lines": [{"hh": H, "res": R, "code": "A01", "qty": 100, "pts": -300, "d": DATE,
                                                     "wit": R, "src": f"{HASH}:0", "gen": 2}]}, {"note": "三月"}),
    "pts.decide": ({"lines": [{"ref": f"{HASH}:0", "step": "panel", "ok": 1, "pts": 300}]}, {"reason": "同意"}),
    "pts.post": ({"rows": [{"of": HASH, "rows": [[0, H, 300, 1, ""]]}], "notice": HASH}, None),
    "pts.grant": ({"class": "base", "period": "2026-W53", "lines": [[H, 6000, 1]]}, {"note": "年初"}),
    "goods.set": ({"rows": [{"id": G, "f": {"name": "大米", "unit": "袋", "price": 3000, "barcode": "690", "reorder": 5,
                                            "on": 1}}]}, None),
    "outlet.set": ({"rows": [{"id": O, "f": {"name": "超市", "on": 1}}]}, None),
    "stock.in": ({"id": Y, "outlet": O, "source": "donated", "lines": [{"g": G, "q": 1, "cost_fen": 0, "best": ""}]},
                 {"note": "镇里送的"}),
    "shop.redeem": ({"id": Y, "hh": H, "outlet": O, "slip": "01", "seen": -1, "lines": [
        {"g": G, "q": 1, "pts": 0, "gift": 0}]}, {"by": "proxy", "proxy": "儿子"}),
    "vol.set": ({"rows": [{"res": R, "f": {"on": 1, "no": "007", "skills": ["理发"], "guardian": R}}]}, {"rows": [{"note": ""}]}),
    "team.set": ({"rows": [{"id": M, "f": {"name": "先锋队", "on": 1}}]}, None),
    "member.set": ({"rows": [{"team": M, "res": R, "f": {"on": 1, "post": "leader"}}]}, None),
    "vol.service": ({"id": Y, "lines": [{"res": R, "shift": F, "d": DATE, "start": 0, "min": 1440, "night_min": 0, "kind": "elders",
                                         "served": 3, "via": "paper", "by": U, "gen": 1}]}, {"place": "村部", "note": ""}),
}
OPTIONAL = {
    "sys.settle": {"floor"}, "ledger.reverse": {"gen"}, "pts.claim": {"res", "wit", "src", "gen"}, "pts.post": {"notice"},
    "rules.publish": {"pts", "lo", "hi", "unit", "clause", "cap"}, "vol.service": {"shift", "start", "gen"},
}
# What has no effect on anything derived, so that no reader looks at its type.
UNREAD = {"notice"}

# Reasons that lie beyond a schema: order, depth, sizes, a fraction of zero.
BEYOND = {
    "parents not ascending", "others not ascending after the own previous event", "a body of eight levels",
    "hashed text of 44 KiB and a byte", "x of 65 levels is never read",
}


def problems(requests: list[tuple[str, object]]) -> list[list[str]]:
    lines = "".join(json.dumps({"schema": schema, "value": value}) + "\n" for schema, value in requests)
    ran = subprocess.run(["node", HERE / "check_schemas.mjs"], input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in ran.stdout.splitlines()]


def event_of(kind: str, body: dict, x: dict | None) -> dict:
    return event(kind, body, [genesis()], **({"x": x} if x is not None else {}))


def leaves(value, path=()):
    """Paths of all members and elements of a body."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in entries:
        yield (*path, key)
        yield from leaves(inner, (*path, key))


def fields() -> list[tuple[str, tuple]]:
    """Kind and path of every field of the samples."""
    return [(kind, path) for kind, (body, _) in SAMPLES.items() for path in leaves(body) if isinstance(path[-1], str)]


def is_optional(kind: str, path: tuple) -> bool:
    return (len(path) > 1 and path[-2] == "f") or path[-1] in OPTIONAL.get(kind, ())


def at(value, path):
    for key in path:
        value = value[key]
    return value


def without(body: dict, path) -> dict:
    changed = copy.deepcopy(body)
    del at(changed, path[:-1])[path[-1]]
    return changed


def with_wrong(body: dict, path) -> dict:
    """The same with an object where a text, a number or a list is expected, and the reverse."""
    changed = copy.deepcopy(body)
    at(changed, path[:-1])[path[-1]] = 7 if isinstance(at(body, path), dict) else {"wrong": 1}
    return changed


class Schemas(unittest.TestCase):
    def expect(self, requests: list[tuple[str, str, object]], good: bool):
        found = problems([(schema, value) for _, schema, value in requests])
        self.assertEqual(len(found), len(requests))
        for (name, _, _), wrong in zip(requests, found):
            with self.subTest(name):
                self.assertEqual(wrong == [], good, wrong)

    def test_the_example_is_good(self):
        requests = [("the file", "file", EXAMPLE)]
        requests += [(e["k"], "kinds", e) for e in EXAMPLE["events"]]
        self.expect(requests, good=True)

    @unittest.skipUnless(Path(TOOL).exists(), "the command-line tool is not built")
    def test_what_the_program_writes_is_good(self):
        with tempfile.TemporaryDirectory() as folder:
            sample, stripped = Path(folder) / "sample.jishan.json", Path(folder) / "stripped.jishan.json"
            subprocess.run([TOOL, "sample", "-o", sample, "--households", "12", "--seed", "5", "--day", "2026-03-08"], check=True)
            subprocess.run([TOOL, "export", sample, "-o", stripped, "--personal", "none"], check=True)
            for file in (sample, stripped):
                book = json.loads(file.read_bytes())
                requests = [("file", book), *(("kinds", e) for e in book["events"])]
                self.assertEqual([wrong for wrong in problems(requests) if wrong], [])
                self.assertGreater(len(requests), 300)

    def test_vectors_that_are_read_are_good(self):
        self.expect([(v["name"], "event", json.loads(bytes_of(v["text"]))) for v in VECTORS["events"]
                     if "over" not in v["name"] and "array of 501 in x" not in v["name"]], good=True)

    def test_vectors_of_a_wrong_form_are_not(self):
        wrong = [v for v in VECTORS["events_refused"] if v["reason"] == "form"]
        self.assertTrue(BEYOND <= {v["name"] for v in wrong})
        self.expect([(v["name"], "event", json.loads(bytes_of(v["text"]))) for v in wrong
                     if v["name"] not in BEYOND], good=False)
        self.expect([(v["name"], "event", json.loads(bytes_of(v["text"]))) for v in wrong
                     if v["name"] in BEYOND], good=True)

    def test_every_kind_has_a_good_sample(self):
        self.expect([(kind, "kinds", event_of(kind, body, x)) for kind, (body, x) in SAMPLES.items()], good=True)

    def test_the_schema_knows_the_kinds_of_the_document(self):
        schema = json.loads((TOP / "docs/format/kinds.schema.json").read_text(encoding="utf-8"))
        known = {branch["if"]["properties"]["k"]["const"] for branch in schema["allOf"]}
        document = (TOP / "docs/format.md").read_text(encoding="utf-8")
        self.assertEqual(known, set(SAMPLES))
        self.assertEqual([kind for kind in known if f"| `{kind}` |" not in document], [])

    def without_each(self, chosen: list[tuple[str, tuple]]) -> list[tuple[str, str, object]]:
        return [(f"{kind} without {path}", "kinds", event_of(kind, without(SAMPLES[kind][0], path), None))
                for kind, path in chosen]

    def test_a_missing_field_is_noticed(self):
        required = [(kind, path) for kind, path in fields() if not is_optional(kind, path)]
        self.assertGreater(len(required), 100)
        self.expect(self.without_each(required), good=False)

    def test_an_absent_optional_field_is_fine(self):
        optional = [(kind, path) for kind, path in fields() if is_optional(kind, path)]
        self.assertGreater(len(optional), 50)
        self.expect(self.without_each(optional), good=True)

    def test_a_field_of_a_wrong_type_is_noticed(self):
        wrong = [(kind, path) for kind, (body, _) in SAMPLES.items() for path in leaves(body) if path[-1] not in UNREAD]
        self.assertGreater(len(wrong), 180)
        self.expect([(f"{kind} with a wrong {path}", "kinds", event_of(kind, with_wrong(SAMPLES[kind][0], path), None))
                     for kind, path in wrong], good=False)

    def test_a_register_field_may_be_cleared(self):
        cleared = []
        for kind, (body, _) in SAMPLES.items():
            for path in leaves(body):
                if len(path) > 1 and path[-2] == "f":
                    changed = copy.deepcopy(body)
                    at(changed, path[:-1])[path[-1]] = ""
                    cleared.append((f"{kind} with {path} cleared", "kinds", event_of(kind, changed, None)))
        self.assertGreater(len(cleared), 35)
        self.expect(cleared, good=True)


if __name__ == "__main__":
    unittest.main()
