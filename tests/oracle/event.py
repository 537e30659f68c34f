"""One event: what makes it well-formed (§3)."""
import re

from canon import KEY, MAX_ARRAY, NotAllowed, canon, depth_of, hash_of, longest_array

HASH = re.compile("[0-9a-f]{64}")
ID_TAIL = "[0-9a-hjkmnp-tv-z]{16}"
DAY_FORM = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
MAX_HASHED_BYTES = 45056
MAX_PERSONAL_BYTES = 16384
MAX_PARENTS = 32


def is_hash(value):
    return isinstance(value, str) and HASH.fullmatch(value) is not None


def _integer_in(value, low, high):
    return isinstance(value, int) and low <= value <= high


def _kind(value):
    if not isinstance(value, str):
        return False
    parts = value.split(".")
    return len(parts) == 2 and all(KEY.fullmatch(part) for part in parts)


def _matches(pattern):
    compiled = re.compile(pattern)
    return lambda value: isinstance(value, str) and compiled.fullmatch(value) is not None


FORMS = {
    "b": lambda value: isinstance(value, dict),
    "d": lambda value: isinstance(value, str) and DAY_FORM.fullmatch(value) is not None,
    "h": is_hash,
    "k": _kind,
    "l": lambda value: _integer_in(value, 1, 2 ** 53 - 1),
    "o": _matches(f"(u{ID_TAIL})?"),
    "s": lambda value: _integer_in(value, 1, 2 ** 53 - 1),
    "t": lambda value: isinstance(value, int),
    "v": lambda value: _integer_in(value, 1, 2 ** 31 - 1),
    "w": _matches(f"w{ID_TAIL}"),
}


def _parents_in_form(parents, number):
    if not isinstance(parents, list) or len(parents) > MAX_PARENTS:
        return False
    if not all(is_hash(parent) for parent in parents):
        return False
    # The writer's own previous event stands first; a first event has none.
    if number > 1 and not parents:
        return False
    others = parents[1:] if number > 1 else parents
    ascending = all(left < right for left, right in zip(others, others[1:]))
    return ascending and len(set(parents)) == len(parents)


class Event:
    def __init__(self, members, personal):
        self.hash = members["h"]
        self.body = members["b"]
        self.day = members["d"]
        self.kind = members["k"]
        self.version = members["v"]
        self.level = members["l"]
        self.number = members["s"]
        self.writer = members["w"]
        self.parents = members["p"]
        self.personal = personal
        self.order = (self.level, self.hash)


def read_event(value):
    """The event of a parsed JSON value; NotAllowed if it is not well-formed."""
    if not isinstance(value, dict):
        raise NotAllowed("not an object")
    # This also refuses forbidden values and deep nesting inside the personal part.
    depth_of(value)
    if "x" in value and "xh" in value:
        raise NotAllowed("x and xh")
    for key, in_form in FORMS.items():
        if key not in value or not in_form(value[key]):
            raise NotAllowed(key)
    if "p" not in value or not _parents_in_form(value["p"], value["s"]):
        raise NotAllowed("p")
    if "c" in value and value["c"] != 1:
        raise NotAllowed("c")

    hashed = {key: member for key, member in value.items() if key not in ("h", "x")}
    personal = None
    if "x" in value:
        if not isinstance(value["x"], dict):
            raise NotAllowed("x")
        personal_text = canon(value["x"])
        hashed["xh"] = hash_of("jishan-x-1", personal_text)
        within = (
            len(personal_text.encode()) <= MAX_PERSONAL_BYTES
            and depth_of(value["x"]) <= 7
            and longest_array(value["x"]) <= MAX_ARRAY
        )
        # Beyond a limit only the hash is kept: holders of it agree on the event.
        personal = value["x"] if within else None
    elif "xh" in value and not is_hash(value["xh"]):
        raise NotAllowed("xh")

    if depth_of(hashed) > 8 or longest_array(hashed) > MAX_ARRAY:
        raise NotAllowed("limit")
    hashed_text = canon(hashed)
    if len(hashed_text.encode()) > MAX_HASHED_BYTES:
        raise NotAllowed("size")
    if hash_of("jishan-event-1", hashed_text) != value["h"]:
        raise NotAllowed("hash")
    return Event(value, personal)
