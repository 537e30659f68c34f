"""The forms of fields (§4, §7.1, §8): each check is a function from a value to a truth."""
import datetime
import re

from event import ID_TAIL, is_hash


def text(value):
    return isinstance(value, str)


def some_text(value):
    return isinstance(value, str) and value != ""


def texts(value):
    return isinstance(value, list) and all(map(text, value))


def integer(low=None, high=None):
    def check(value):
        return (isinstance(value, int) and (low is None or value >= low)
                and (high is None or value <= high))
    return check


def one_of(*values):
    return lambda value: isinstance(value, (str, int)) and value in values


def identity(letter):
    pattern = re.compile(letter + ID_TAIL)
    return lambda value: isinstance(value, str) and pattern.fullmatch(value) is not None


def either(first, second):
    return lambda value: first(value) or second(value)


def empty(value):
    return value == ""


def matching(pattern):
    compiled = re.compile(pattern)
    return lambda value: isinstance(value, str) and compiled.fullmatch(value) is not None


DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
FIRST_YEAR, LAST_YEAR = 1900, 2199


def day(value):
    if not isinstance(value, str) or not DAY.fullmatch(value):
        return False
    try:
        return FIRST_YEAR <= datetime.date(*map(int, value.split("-"))).year <= LAST_YEAR
    except ValueError:
        return False


PERIOD = re.compile("([0-9]{4})(?:-(?:H([12])|Q([1-4])|([0-9]{2})|W([0-9]{2})))?")


def last_day(period):
    """The last day of a period; None if the text names none."""
    found = PERIOD.fullmatch(period) if isinstance(period, str) else None
    if not found:
        return None
    year, half, quarter, month, week = (part and int(part) for part in found.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if week is not None:
        try:
            return datetime.date.fromisocalendar(year, week, 7)
        except ValueError:
            return None
    if half:
        month = half * 6
    elif quarter:
        month = quarter * 3
    elif month is None:
        month = 12
    if not 1 <= month <= 12:
        return None
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    return following - datetime.timedelta(days=1)


def in_form(fields, required=None, optional=None):
    """An object with all required fields and no wrong optional one; others are ignored."""
    if not isinstance(fields, dict):
        return False
    for name, check in (required or {}).items():
        if name not in fields or not check(fields[name]):
            return False
    for name, check in (optional or {}).items():
        if name in fields and not check(fields[name]):
            return False
    return True


CAP = {"by": one_of("hh", "res"), "of": one_of("times", "pts"), "max": integer(1, 10 ** 9),
       "per": one_of("entry", "day", "week", "month", "quarter", "year", "ever")}


def village_caps(value):
    return isinstance(value, list) and all(in_form(cap, CAP) for cap in value)


flag = integer(0, 1)
amount = integer(-10 ** 9, 10 ** 9)
up_to_billion = integer(0, 10 ** 9)
generation = integer(1, 10 ** 9)
household, resident, cell = identity("h"), identity("r"), identity("c")
goods, operator, act = identity("g"), identity("u"), identity("y")
outlet, team, shift = identity("o"), identity("m"), identity("f")
event_hash = is_hash
