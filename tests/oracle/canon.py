"""Values and canonical text (§2).

A value is an object, an array, a string or an integer. Whatever JSON knows
beyond that is replaced by FORBIDDEN while reading, so that one walk over the
value finds it, wherever it stands.
"""
import hashlib
import json
import re

MAX_INTEGER = 2 ** 53 - 1
MAX_ARRAY = 500
MAX_NESTING = 64

KEY = re.compile(r"[a-z][a-z0-9_]{0,31}")
FORBIDDEN_CHARACTER = re.compile("[\x00-\x09\x0b-\x1f\ud800-\udfff]")
FORBIDDEN = object()


class NotAllowed(Exception):
    """The text is no allowed value."""


def _object(pairs):
    members = dict(pairs)
    return members if len(members) == len(pairs) else FORBIDDEN


def _integer(digits):
    # More than 17 characters are beyond 2^53 anyway; converting them could be slow.
    return int(digits) if len(digits) <= 17 else FORBIDDEN


def _forbidden(_):
    return FORBIDDEN


DECODER = json.JSONDecoder(
    object_pairs_hook=_object,
    parse_int=_integer,
    parse_float=_forbidden,
    parse_constant=_forbidden,
)


def decode(data):
    """Bytes to text. Bytes that are no UTF-8 become lone surrogates, which no
    string may contain: so a damaged line costs only itself."""
    return data.decode("utf-8", "surrogateescape")


def depth_of(value):
    """The depth of §2; raises NotAllowed unless all keys, strings and integers
    are allowed. Limits that differ between places are checked elsewhere."""
    return _depth(value, 0)


def _depth(value, level):
    if isinstance(value, (dict, list)) and level == MAX_NESTING:
        raise NotAllowed("too deep")
    if isinstance(value, str):
        if FORBIDDEN_CHARACTER.search(value):
            raise NotAllowed("character")
        return 0
    if type(value) is int:
        if not -MAX_INTEGER <= value <= MAX_INTEGER:
            raise NotAllowed("integer")
        return 0
    if isinstance(value, dict):
        deepest = 0
        for key, member in value.items():
            if not KEY.fullmatch(key):
                raise NotAllowed("key")
            deepest = max(deepest, _depth(member, level + 1))
        return deepest + 1
    if isinstance(value, list):
        return 1 + max((_depth(element, level + 1) for element in value), default=0)
    raise NotAllowed("type")


def longest_array(value):
    if isinstance(value, dict):
        return max(map(longest_array, value.values()), default=0)
    if isinstance(value, list):
        return max(len(value), max(map(longest_array, value), default=0))
    return 0


def read_value(data):
    """An allowed value from bytes, with the limits of §2; used for single values."""
    text = decode(data).strip(" \t\r\n")
    try:
        value, end = DECODER.raw_decode(text)
    except (ValueError, RecursionError) as error:
        raise NotAllowed(str(error))
    if end != len(text):
        raise NotAllowed("something after the value")
    if depth_of(value) > 8 or longest_array(value) > MAX_ARRAY:
        raise NotAllowed("limit")
    return value


def canon(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def hash_of(label, content):
    """All hashes of the format are SHA-256 over a label, a line feed and a content."""
    return hashlib.sha256((label + "\n" + content).encode("utf-8")).hexdigest()


CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def code(hash_text):
    """The first 80 bits as 16 characters."""
    bits = int(hash_text[:20], 16)
    return "".join(CROCKFORD[bits >> shift & 31] for shift in range(75, -1, -5))
