"""The worked example of docs/format.md §13: one evening in an invented village, as a whole file."""

from frame import book_file, canon, digest, entity, event, genesis
from states import act, books, grant, line, post, redeem, reverse, rows

SALT = "0123456789abcdefghjk"  # a real one is random
LI, WANG = entity("h", 1), entity("h", 2)
LI_WEI, WANG_FANG = entity("r", 1), entity("r", 2)
RICE, SHOP, CLERK = entity("g", 1), entity("o", 1), entity("u", 1)


def x(**fields) -> dict:
    return {**fields, "z": SALT}


def events() -> list[dict]:
    """The office writes, then the shop's laptop, which knows all of it, then the office again."""
    written = [genesis()]

    def add(kind: str, body: dict, writer: int = 1, **more) -> dict:
        mine = [e for e in written if e["w"] == entity("w", writer)]
        last = written[-1]
        parents = [mine[-1]] + ([last] if last is not mine[-1] else []) if mine else [last]
        if not mine:
            more |= {"s": 1, "p": [last["h"]]}
        written.append(event(kind, body, parents, writer=writer, o=CLERK, **more))
        return written[-1]

    add("sys.writer", {"app": "jishan 0.1.0", "name": "村委会电脑"})
    add("op.set", rows({"id": CLERK, "f": {"roles": ["clerk"], "on": 1}}), x=x(rows=[{"name": "周敏"}]))
    add("hh.set", rows({"id": LI, "f": {"no": "0301", "grp": 3, "head": LI_WEI}},
                       {"id": WANG, "f": {"no": "0302", "grp": 3, "head": WANG_FANG}}),
        x=x(rows=[{"addr": "柳荫村3组1号"}, {"addr": "柳荫村3组2号"}]))
    add("res.set", rows({"id": LI_WEI, "f": {"hh": LI, "rel": "02"}}, {"id": WANG_FANG, "f": {"hh": WANG, "rel": "02"}}),
        x=x(rows=[{"name": "李伟", "sex": 1}, {"name": "王芳", "sex": 2, "phone": "000-0000"}]))
    book = add("rules.publish", {"name": "柳荫村积分办法", "from": "2026-01-01", "prev": "", "rules": [
        {"code": "A01", "class": "A", "type": "fixed", "pts": 300, "text": "门前屋后整洁"}]})
    add("pts.grant", grant("open", "", [LI, 12600, 1], [WANG, 8000, 1]))
    entry = {"code": "A01", "qty": 100, "pts": 300, "d": "2026-03-08"}
    claim = add("pts.claim", {"id": act(1), "book": book["h"], "lines": [{"hh": LI, **entry}, {"hh": WANG, **entry}]},
                x=x(note="三月评比"))
    add("pts.post", post(claim, [0, LI, 300, 1, ""], [1, WANG, 300, 1, ""]))
    add("sys.writer", {"app": "jishan 0.1.0", "name": "超市电脑"}, writer=2)
    add("outlet.set", rows({"id": SHOP, "f": {"name": "柳荫生活超市"}}), writer=2)
    add("goods.set", rows({"id": RICE, "f": {"name": "大米5kg", "unit": "袋", "price": 3000}}), writer=2)
    add("stock.in", {"id": act(2), "outlet": SHOP, "source": "bought",
                     "lines": [{"g": RICE, "q": 20, "cost_fen": 50000, "best": "2027-01-01"}]}, writer=2)
    add("shop.redeem", redeem(3, LI, (RICE, 2, 6000, 0)), writer=2, x=x(by="head"))
    add("ledger.reverse", reverse(f"pts.post {line(claim, 1)}"), x=x(note="王芳家当天不在"))
    return written


def figures() -> dict:
    written = events()
    claim, posted = (next(e for e in written if e["k"] == kind) for kind in ("pts.claim", "pts.post"))
    opened = next(e for e in written if e["k"] == "pts.grant")
    return books(
        household=[[LI, "0301", 3, "", 6900, 0, 0, 6900], [WANG, "0302", 3, "", 8000, 0, 0, 8000]],
        stock=[[SHOP, RICE, 18]],
        once=[[f"pts.grant open  {LI}", 1, line(opened, 0), 12600], [f"pts.grant open  {WANG}", 1, line(opened, 1), 8000],
              [f"pts.post {line(claim, 0)}", 1, line(posted, 0), 300]])


def state() -> dict:
    people = {"household": [[LI, "柳荫村3组1号", ""], [WANG, "柳荫村3组2号", ""]], "operator": [[CLERK, "周敏"]],
              "resident": [[LI_WEI, "李伟", "", "", "", 1, 0], [WANG_FANG, "王芳", "", "000-0000", "", 2, 0]]}
    return {"name": "the example of §13", "books": figures(), "people": people,
            "lines": [canon(e) for e in events()],
            "digest": digest("jishan-state-1", canon(figures())),
            "people_digest": digest("jishan-people-1", canon(people))}


def file_text() -> str:
    return book_file([canon(e) for e in events()], **{"from": entity("w", 1), "made": 29548860})
