"""Hashes for events that are made here, apart from the reading side."""
import hashlib
import json


def canonical(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(label, text):
    return hashlib.sha256((label + "\n" + text).encode()).hexdigest()


def seal(event):
    hashed = {key: value for key, value in event.items() if key not in ("h", "x")}
    if "x" in event:
        hashed["xh"] = digest("jishan-x-1", canonical(event["x"]))
    event["h"] = digest("jishan-event-1", canonical(hashed))
    return event


def stripped(event):
    if "x" not in event:
        return event
    copy_of = {key: value for key, value in event.items() if key != "x"}
    copy_of["xh"] = digest("jishan-x-1", canonical(event["x"]))
    return copy_of
