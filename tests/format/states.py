"""Small books with the figures that docs/format.md §7–§10 gives them, worked out by hand.

Each function returns events and the `books` part of the state document. What is not mentioned
is empty. Only bases, hashes and refs are computed: nobody can work them out by hand."""

from frame import canon, digest, entity, event, genesis

H1, H2, H3 = (entity("h", n) for n in (1, 2, 3))
R1, R2, R3 = (entity("r", n) for n in (1, 2, 3))
RICE, OIL, SHOP, SHIFT = entity("g", 1), entity("g", 2), entity("o", 1), entity("f", 1)
BOOK = digest("a rule book that is not here", "")


def act(number: int) -> str:
    return entity("y", number)


def basis(*evidence: str) -> str:
    return digest("jishan-todo-1", "".join(f"{piece}\n" for piece in sorted(evidence)))


def books(**members) -> dict:
    return {name: members.get(name, []) for name in ("household", "stock", "service", "once", "todo")}


# ── Bodies ──────────────────────────────────────────────────────────────────────────────────

def rows(*entries: dict) -> dict:
    return {"rows": list(entries)}


def household(hid: str, **fields) -> dict:
    return {"id": hid, "f": fields}


def grant(class_: str, period: str, *lines: list) -> dict:
    return {"class": class_, "period": period, "lines": list(lines)}


def claim(number: int, *lines: dict) -> dict:
    return {"id": act(number), "book": BOOK, "lines": list(lines)}


def claim_line(hid: str, pts: int, code: str = "B02", **more) -> dict:
    return {"hh": hid, "code": code, "qty": 100, "pts": pts, "d": "2026-03-07", **more}


def post(of: dict, *lines: list) -> dict:
    return {"rows": [{"of": of["h"], "rows": list(lines)}]}


def redeem(number: int, hid: str, *lines: list) -> dict:
    return {"id": act(number), "hh": hid, "outlet": SHOP, "slip": "20260308-01", "seen": 0,
            "lines": [{"g": g, "q": q, "pts": pts, "gift": gift} for g, q, pts, gift in lines]}


def delivery(number: int, *lines: tuple) -> dict:
    return {"id": act(number), "outlet": SHOP, "source": "bought",
            "lines": [{"g": g, "q": q, "cost_fen": 0, "best": ""} for g, q in lines]}


def reverse(of: str, back: int = 0, **more) -> dict:
    return {"of": of, "back": back, "why": "mistake", **more}


def service(number: int, *lines: dict) -> dict:
    return {"id": act(number), "lines": list(lines)}


def service_line(rid: str, minutes: int, **more) -> dict:
    return {"res": rid, "d": "2026-03-07", "min": minutes, "night_min": 0, "kind": "elders",
            "served": 1, "via": "paper", "by": "", **more}


def line(e: dict, n: int) -> str:
    return f"{e['h']}:{n}"


class Book:
    """Events of one writer after the other; `apart` writes without having seen the latest."""

    def __init__(self):
        self.events = [genesis()]

    def add(self, kind: str, body: dict, **changed) -> dict:
        """Writer 1, who knows everything."""
        known = {p for e in self.events for p in e["p"]}
        heads = [e for e in self.events if e["h"] not in known]
        own = [e for e in self.events if e["w"] == entity("w", 1)][-1]
        if own in heads:
            heads.remove(own)
        self.events.append(event(kind, body, [own, *heads], **changed))
        return self.events[-1]

    def apart(self, kind: str, body: dict, after: dict, writer: int, **changed) -> dict:
        """Another writer's first event, who knows what `after` knows."""
        self.events.append(event(kind, body, [after], writer=writer, s=1, p=[after["h"]], **changed))
        return self.events[-1]


def state(name: str, book: Book, **members) -> dict:
    figures = books(**members)
    return {"name": name, "lines": [canon(e) for e in sorted(book.events, key=lambda e: (e["l"], e["h"]))],
            "books": figures, "digest": digest("jishan-state-1", canon(figures))}


def first(*events: dict) -> dict:
    """The one that counts of these twins."""
    return min(events, key=lambda e: (e["l"], e["h"]))


# ── The books ───────────────────────────────────────────────────────────────────────────────

def nothing_but_a_village():
    return state("nothing but a village", Book())


def one_award_and_one_redemption():
    b = Book()
    b.add("hh.set", rows(household(H1, no="0312", grp=3, state=""), household(H2, no="0313")),
          x={"rows": [{"addr": "柳荫村3组12号", "note": ""}], "z": "0123456789abcdefghjk"})
    c = b.add("pts.claim", claim(1, claim_line(H1, 500), claim_line(H2, -200, "X01")))
    p = b.add("pts.post", post(c, [0, H1, 500, 1, ""], [1, H2, -200, 1, ""]))
    b.add("stock.in", delivery(2, (RICE, 10), (OIL, 4)))
    b.add("shop.redeem", redeem(3, H1, (RICE, 1, 300, 0)))
    keys = sorted([[f"pts.post {line(c, 0)}", 1, line(p, 0), 500], [f"pts.post {line(c, 1)}", 1, line(p, 1), -200]])
    return state("an award, a deduction, a delivery, a redemption", b,
                 household=[[H1, "0312", 3, "", 200, 0, 0, 200], [H2, "0313", 0, "", -200, 0, 0, -200]],
                 stock=[[SHOP, RICE, 9], [SHOP, OIL, 4]], once=keys)


def twins():
    b = Book()
    c = b.add("pts.claim", claim(1, claim_line(H1, 500)))
    p = b.add("pts.post", post(c, [0, H1, 500, 1, ""]))
    q = b.apart("pts.post", post(c, [0, H1, 500, 1, ""]), c, 2)
    key = f"pts.post {line(c, 0)}"
    return state("one claim posted on two laptops counts once", b, once=[[key, 1, line(first(p, q), 0), 500]],
                 household=[[H1, "", 0, "", 500, 0, 0, 500]])


def twins_that_differ():
    b = Book()
    c = b.add("pts.claim", claim(1, claim_line(H1, 500)))
    p = b.add("pts.post", post(c, [0, H1, 500, 1, ""]))
    q = b.apart("pts.post", post(c, [0, H1, 300, 1, ""]), c, 2)
    key, pts = f"pts.post {line(c, 0)}", 500 if first(p, q) is p else 300
    return state("twins that differ: the first counts and a person is asked", b,
                 once=[[key, 1, line(first(p, q), 0), pts]], household=[[H1, "", 0, "", pts, 0, 0, pts]],
                 todo=[["once-amount", key, basis(line(p, 0), line(q, 0))]])


def generations():
    b = Book()
    g1 = b.add("pts.grant", grant("open", "", [H1, 1000, 1], [H2, 700, 1]))
    twin = b.apart("pts.grant", grant("open", "", [H1, 1000, 1]), b.events[0], 2)
    b.add("ledger.reverse", reverse(line(twin, 0)))  # names one twin, kills both
    b.add("pts.grant", grant("open", "", [H1, 9999, 7]))  # a generation nobody reached
    again = b.add("pts.grant", grant("open", "", [H1, 1200, 2]))
    b.add("ledger.reverse", reverse(f"pts.grant open  {H2}", gen=2))  # not in force, but never again
    b.add("ledger.reverse", reverse("nothing of the kind"))
    h1, h2 = f"pts.grant open  {H1}", f"pts.grant open  {H2}"
    return state("a reversal kills a generation of all twins; the next one counts, a forged one never", b,
                 once=[[h1, 2, line(again, 0), 1200], [h2, 1, line(g1, 1), 700]],
                 household=[[H1, "", 0, "", 1200, 0, 0, 1200], [H2, "", 0, "", 700, 0, 0, 700]])


def a_generation_reversed_in_advance():
    b = Book()
    key = f"pts.grant open  {H1}"
    b.add("ledger.reverse", reverse(key, gen=1))
    b.add("ledger.reverse", reverse(key, gen=1))
    b.add("ledger.reverse", reverse(key, gen=2))
    b.add("pts.grant", grant("open", "", [H1, 100, 1]))
    b.add("pts.grant", grant("open", "", [H1, 200, 2]))
    third = b.add("pts.grant", grant("open", "", [H1, 300, 3]))
    return state("reversals before their target, and twice", b, once=[[key, 3, line(third, 0), 300]],
                 household=[[H1, "", 0, "", 300, 0, 0, 300]])


def everything_reversed():
    b = Book()
    g = b.add("pts.grant", grant("open", "", [H1, 1000, 1]))
    d = b.add("stock.in", delivery(1, (RICE, 5)))
    r = b.add("shop.redeem", redeem(2, H1, (RICE, 1, 300, 0), (RICE, 1, 300, 0)))
    b.add("ledger.reverse", reverse(r["h"], back=1))
    b.add("ledger.reverse", reverse(g["h"]))
    b.add("ledger.reverse", reverse(line(d, 0)))
    return state("what was reversed leaves no figure", b)


def half_a_redemption_reversed():
    b = Book()
    key = f"pts.grant open  {H1}"
    g = b.add("pts.grant", grant("open", "", [H1, 1000, 1]))
    b.add("stock.in", delivery(1, (RICE, 5), (OIL, 5)))
    r = b.add("shop.redeem", redeem(2, H1, (RICE, 1, 300, 0), (OIL, 2, 400, 0)))
    one = b.add("ledger.reverse", reverse(line(r, 1), back=1))
    two = b.apart("ledger.reverse", reverse(line(r, 1), back=0), r, 2)
    return state("one line of a redemption reversed twice, with and without the goods", b,
                 once=[[key, 1, line(g, 0), 1000]], household=[[H1, "", 0, "", 700, 0, 0, 700]],
                 stock=[[SHOP, RICE, 4], [SHOP, OIL, 5]],
                 todo=[["reversal-back", line(r, 1), basis(one["h"], two["h"])]])


def base_points():
    b = Book()
    year = b.add("pts.grant", grant("base", "2026", [H1, 6000, 1]))
    b.add("pts.grant", grant("base", "2026-Q1", [H1, 9000, 1]))
    b.add("pts.grant", grant("base", "2026-W54", [H1, 1, 1]))  # no such week: inert
    gift = b.add("pts.grant", grant("gift", "2026-H1", [H1, 500, 1], [H2, -1, 1]))  # gifts are given
    b.add("pts.grant", grant("bonus", "2026", [H1, 1, 1]))  # no such class: inert
    keys = [[f"pts.grant base 2026 {H1}", 1, line(year, 0), 6000],
            [f"pts.grant base 2026-Q1 {H1}", 1, line(b.events[2], 0), 9000],
            [f"pts.grant gift 2026-H1 {H1}", 1, line(gift, 0), 0]]
    return state("base points are locked: those of the period that ends last", b, once=sorted(keys),
                 household=[[H1, "", 0, "", 15000, 500, 6000, 9000]])


def overdraft():
    b = Book()
    b.add("hh.set", rows(household(H1, no="1")))
    g = b.add("pts.grant", grant("open", "", [H1, 300, 1]))
    r1 = b.add("shop.redeem", redeem(1, H1, (RICE, 1, 200, 0)))
    r2 = b.apart("shop.redeem", redeem(2, H1, (OIL, 1, 200, 0)), g, 2)
    b.add("stock.in", delivery(3, (RICE, 1), (OIL, 1)))
    return b, g, r1, r2


OVERDRAWN = {"household": [[H1, "1", 0, "", -100, 0, 0, -100]], "stock": [[SHOP, RICE, 0], [SHOP, OIL, 0]]}


def overdraft_open():
    b, g, r1, r2 = overdraft()
    return state("two laptops redeemed one household's points", b, **OVERDRAWN,
                 once=[[f"pts.grant open  {H1}", 1, line(g, 0), 300]],
                 todo=[["overdraft", H1, basis(line(r1, 0), line(r2, 0), "spendable -100")]])


def overdraft_settled():
    b, g, r1, r2 = overdraft()
    b.add("sys.settle", {"todo": f"overdraft:{H1}", "basis": basis(line(r1, 0), line(r2, 0), "spendable -100")})
    return state("a decision on exactly this evidence closes it", b, **OVERDRAWN,
                 once=[[f"pts.grant open  {H1}", 1, line(g, 0), 300]])


def overdraft_floors():
    b, g, r1, r2 = overdraft()
    todo, other = f"overdraft:{H1}", basis("other evidence")
    last = b.events[-1]
    b.add("sys.settle", {"todo": todo, "basis": other, "floor": -100})
    b.apart("sys.settle", {"todo": todo, "basis": other, "floor": -50}, last, 3)
    return state("two floors apart: the lower one holds", b, **OVERDRAWN,
                 once=[[f"pts.grant open  {H1}", 1, line(g, 0), 300]])


def overdraft_floor_raised():
    b, g, r1, r2 = overdraft()
    todo, other = f"overdraft:{H1}", basis("other evidence")
    b.add("sys.settle", {"todo": todo, "basis": other, "floor": -100})
    b.add("sys.settle", {"todo": todo, "basis": other, "floor": -50})
    return state("a later floor replaces the one it knew", b, **OVERDRAWN,
                 once=[[f"pts.grant open  {H1}", 1, line(g, 0), 300]],
                 todo=[["overdraft", H1, basis(line(r1, 0), line(r2, 0), "spendable -100")]])


def deductions_are_no_overdraft():
    b = Book()
    g = b.add("pts.grant", grant("other", "2026-03", [H1, -400, 1]))
    return state("deductions alone are no overdraft", b, household=[[H1, "", 0, "", -400, 0, 0, -400]],
                 once=[[f"pts.grant other 2026-03 {H1}", 1, line(g, 0), -400]])


def aliases():
    b = Book()
    typed = b.add("hh.set", rows(household(H1, no="1", grp=1), household(H2, no="2", state="away"), household(H3, no="3")))
    b.add("pts.grant", grant("base", "2026", [H1, 6000, 1], [H2, 5000, 1]))
    b.add("alias.set", rows({"t": "h", "a": H2, "b": H1, "f": {"on": 1}}, {"t": "h", "a": H2, "b": H3, "f": {"on": 1}}))
    b.add("hh.set", rows(household(H3, grp=4)))
    b.add("hh.set", rows(household(H3, grp="")))
    b.add("alias.set", rows({"t": "h", "a": H3, "b": H2, "f": {"on": 0}}, {"t": "q", "a": "x", "b": "y", "f": {"on": 1}}))
    g = b.events[2]
    return state("two ids of one household: sums, greatest lock, latest field, smallest id", b,
                 household=[[H1, "2", 1, "away", 11000, 0, 6000, 5000], [H3, "3", 0, "", 0, 0, 0, 0]],
                 once=[[f"pts.grant base 2026 {H1}", 1, line(g, 0), 6000], [f"pts.grant base 2026 {H2}", 1, line(g, 1), 5000]],
                 todo=[["hh-field", f"{H1} no", basis(typed["h"])]])


def services():
    b = Book()
    s = b.add("vol.service", service(1, service_line(R1, 90), service_line(R2, 60, shift=SHIFT)))
    t = b.apart("vol.service", service(2, service_line(R2, 75, shift=SHIFT)), b.events[0], 2)
    b.add("vol.service", service(3, service_line(R1, 0), service_line(R1, 1441), service_line(R1, 60, night_min=61),
                                 service_line(R1, 60, start=1440), service_line("r1", 60), service_line(R1, 60, d="2026-02-29"),
                                 service_line(R1, 60, shift="f1"), service_line(R1, 30, start=540, further="kept")))
    b.add("alias.set", rows({"t": "r", "a": R1, "b": R3, "f": {"on": 1}}))
    b.add("vol.service", service(4, service_line(R3, 10)))
    counted = first(s, t)
    n, minutes = (1, 60) if counted is s else (0, 75)
    return state("hours: with a shift once, without one always; wrong lines not at all", b,
                 service=[[R1, 130, 3, 3], [R2, minutes, 1, 1]],
                 once=[[f"vol.service {SHIFT} {R2}", 1, line(counted, n), 0]])


def claims_with_a_source():
    b = Book()
    s = b.add("vol.service", service(1, service_line(R1, 120)))
    src = line(s, 0)
    key = f"pts.claim {src} B02"
    c = b.add("pts.claim", claim(2, claim_line(H1, 400, src=src)))
    d = b.apart("pts.claim", claim(3, claim_line(H1, 400, src=src)), s, 2)
    p = b.add("pts.post", post(c, [0, H1, 400, 1, key]))
    q = b.add("pts.post", post(d, [0, H1, 400, 1, key]))
    assert first(p, q) is p
    return state("hours become points once, whoever claims them", b, service=[[R1, 120, 1, 1]],
                 household=[[H1, "", 0, "", 400, 0, 0, 400]],
                 once=[[key, 1, line(first(c, d), 0), 0], [f"pts.post {key}", 1, line(p, 0), 400]])


def inert_lines_keep_their_numbers():
    b = Book()
    c = b.add("pts.claim", claim(1, claim_line(H1, 500)))
    wrong = [[0, "h1", 1, 1, ""], [0, H1, 10**9 + 1, 1, ""], [0, H1, 1, 0, ""], [0, H1, 1, 1], "none"]
    p = b.add("pts.post", {"rows": [{"of": "no hash", "rows": [[0, H1, 1, 1, ""]]}, {"of": c["h"], "rows": "none"},
                                    {"of": c["h"], "rows": wrong + [[0, H1, 500, 1, "", "further"]]}]})
    b.add("pts.claim", {**claim(2, claim_line(H2, 100)), "book": 1})
    b.add("pts.claim", {"book": BOOK, "lines": [claim_line(H2, 100)]})
    b.add("shop.redeem", {**redeem(3, H1, (RICE, 1, 100, 0)), "seen": "0"})
    b.add("shop.redeem", redeem(4, H1, (RICE, 0, 100, 0), (RICE, 1, -1, 0), (RICE, 1, 1, 10**9 + 1)))
    b.add("ledger.reverse", {"of": p["h"], "why": "mistake"})
    b.add("hh.set", rows(household(H2, no=7), household(H2, grp=100), household("h2"), {"id": H2}))
    b.add("pts.post", post(c, [0, H1, 900, 2, ""]), v=2)
    b.add("future.kind", {"lines": [1]}, c=1)
    return state("inert lines and events, an unknown version, an unknown kind", b,
                 household=[[H1, "", 0, "", 500, 0, 0, 500]], once=[[f"pts.post {line(c, 0)}", 1, line(p, 6), 500]])


def roster_questions():
    b = Book()
    base = b.add("hh.set", rows(household(H1, no="7"), household(H2, no="7"), household(H3, no="9", state="moved")))
    r = b.add("res.set", rows({"id": R1, "f": {"hh": H1, "rel": "02"}}, {"id": R2, "f": {"hh": H1, "rel": "02"}},
                              {"id": R3, "f": {"hh": H2, "rel": "10"}}))
    head = b.add("hh.set", rows(household(H1, head=R3)))
    mine = b.add("hh.set", rows(household(H1, grp=1), household(H2, grp=2)))
    theirs = b.apart("hh.set", rows(household(H1, grp=2), household(H2, grp=2)), head, 2)
    group = 1 if max((mine, theirs), key=lambda e: (e["l"], e["h"])) is mine else 2
    assert base and r
    return state("numbers, heads and groups that disagree", b,
                 household=[[H1, "7", group, "", 0, 0, 0, 0], [H2, "7", 2, "", 0, 0, 0, 0], [H3, "9", 0, "moved", 0, 0, 0, 0]],
                 todo=[["hh-field", f"{H1} grp", basis(mine["h"], theirs["h"])], ["hh-head", H1, basis(f"{R3} {H2}")],
                       ["hh-heads", H1, basis(R1, R2)], ["hh-number", "7", basis(H1, H2)]])


def questions_of_a_merge():
    b = Book()
    g = b.events[0]
    r1 = b.add("rules.publish", {"name": "甲", "from": "2026-01-01", "prev": "", "rules": []})
    r2 = b.apart("rules.publish", {"name": "乙", "from": "2026-01-01", "prev": "", "rules": []}, g, 2)
    c1 = b.add("pts.claim", claim(1, claim_line(H1, 100)))
    c2 = b.apart("pts.claim", claim(2, claim_line(H1, 100)), g, 3)
    s1 = b.add("shop.redeem", redeem(3, H1, (RICE, 1, 0, 10)))
    s2 = b.apart("shop.redeem", redeem(4, H1, (RICE, 2, 0, 10)), g, 4)
    p1 = b.add("goods.set", rows({"id": RICE, "f": {"name": "大米", "price": 3000, "on": ""}}))
    p2 = b.apart("goods.set", rows({"id": RICE, "f": {"price": 3500}}), g, 5)
    cap = {"by": "hh", "per": "week", "of": "pts", "max": 1000}
    v1 = b.add("village.set", rows({"f": {"step": 50, "gate": "", "mask": "given", "caps": [cap]}}))
    v2 = b.apart("village.set", rows({"f": {"step": 100, "town": "临溪镇", "caps": [cap | {"max": 1500}]}},
                                     {"f": {"mask": "all"}}, {"f": {"mask": "middle", "caps": [cap | {"of": "qty"}]}}), g, 6)
    return state("what else a merge asks", b, household=[[H1, "", 0, "", 0, -20, 0, 0]], stock=[[SHOP, RICE, -3]],
                 todo=[["claim-twice", f"{H1} B02 2026-03-07", basis(line(c1, 0), line(c2, 0))],
                       ["goods-price", RICE, basis(p1["h"], p2["h"])],
                       ["redeem-twice", f"{H1} {RICE} 2026-03-08", basis(line(s1, 0), line(s2, 0))],
                       ["rules-from", "2026-01-01", basis(r1["h"], r2["h"])],
                       ["shelf-below-zero", f"{SHOP} {RICE}", basis(f"{SHOP} {RICE} -3")],
                       ["village-field", "caps", basis(v1["h"], v2["h"])],
                       ["village-field", "step", basis(v1["h"], v2["h"])]])


def one_that_everybody_knew():
    b = Book()
    first_claim = b.add("pts.claim", claim(1, claim_line(H1, 100)))
    known = b.add("shop.redeem", redeem(2, H1, (RICE, 1, 0, 0)))
    c1 = b.add("pts.claim", claim(3, claim_line(H1, 100)))
    s1 = b.add("shop.redeem", redeem(4, H1, (RICE, 1, 0, 0)))
    c2 = b.apart("pts.claim", claim(5, claim_line(H1, 100)), known, 2)
    s2 = b.apart("shop.redeem", redeem(6, H1, (RICE, 1, 0, 0)), known, 3)
    shelf = f"{SHOP} {RICE}"
    return state("of three, two did not know each other", b, stock=[[SHOP, RICE, -3]], todo=[
        ["claim-twice", f"{H1} B02 2026-03-07", basis(line(first_claim, 0), line(c1, 0), line(c2, 0))],
        ["redeem-twice", f"{H1} {RICE} 2026-03-08", basis(line(s1, 0), line(s2, 0))],
        ["shelf-below-zero", shelf, basis(f"{shelf} -3")]])


def states() -> list[dict]:
    return [make() for make in (
        nothing_but_a_village, one_award_and_one_redemption, twins, twins_that_differ, generations,
        a_generation_reversed_in_advance, everything_reversed, half_a_redemption_reversed, base_points,
        overdraft_open, overdraft_settled, overdraft_floors, overdraft_floor_raised, deductions_are_no_overdraft,
        aliases, services, claims_with_a_source, inert_lines_keep_their_numbers, roster_questions,
        questions_of_a_merge, one_that_everybody_knew)]
