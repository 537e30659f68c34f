"""The file (§6): finds the header and the events in bytes as they come.

The document is walked member by member. Where its grammar breaks inside the
list of events, reading goes on at the next line that begins an object.
"""
import re

from canon import DECODER, NotAllowed, decode
from event import read_event

MAX_EVENT_BYTES = 2 ** 20
SPACE = re.compile(r"[ \t\r\n]*")
LINE_WITH_OBJECT = re.compile(r"\n([ \t\r]*)(?=\{)")
KNOWN_KEYS = {
    "fmt", "ver", "crit", "app", "village", "roots", "name", "from", "made",
    "personal", "n", "heads", "events", "end",
}


class Broken(Exception):
    """The grammar of the document breaks here."""


class NewerFormat(Exception):
    """Another version, or a header key that must be known and is not."""


class NoBook(Exception):
    """Nothing of a book of this format is here."""


class BookFile:
    def __init__(self):
        self.header = {}
        self.events = []
        self.damaged = 0


def read_book_file(data):
    text = decode(data)
    if text.startswith("\ufeff"):
        text = text[1:]
    book = BookFile()
    _Reader(text, book).read()
    header = book.header
    critical = header.get("crit", [])
    if header.get("fmt", "jishan") != "jishan":
        raise NoBook("fmt")
    if header.get("ver", 1) != 1:
        raise NewerFormat("ver")
    if isinstance(critical, list) and any(key not in KNOWN_KEYS for key in critical):
        raise NewerFormat("crit")
    return book


class _Reader:
    def __init__(self, text, book):
        self.text = text
        self.book = book
        self.at = 0
        self.indentation = None  # of the first event that begins a line

    def read(self):
        try:
            self._take("{")
            self._members()
            return
        except Broken:
            pass
        # Lines may still hold events after a broken header or a broken list:
        # every event that verifies by itself is offered all the same.
        while self._to_next_object():
            try:
                self._events()
                self._rest_of_document()
                return
            except Broken:
                continue

    def _start(self):
        """Where the next token begins. Only a token that is taken moves the reader:
        where the grammar breaks, the search for the next line starts before its line feed."""
        return SPACE.match(self.text, self.at).end()

    def _next_character(self):
        start = self._start()
        return self.text[start:start + 1]

    def _take(self, character):
        if self._next_character() != character:
            raise Broken(character)
        self.at = self._start() + 1

    def _value(self):
        try:
            value, self.at = DECODER.raw_decode(self.text, self._start())
        except (ValueError, RecursionError):
            raise Broken("value")
        return value

    def _members(self):
        """Members up to the end of the document; the opening brace is behind us."""
        if self._next_character() != "}":
            self._member()
            while self._next_character() == ",":
                self._take(",")
                self._member()
        self._take("}")
        if self._next_character():
            raise Broken("something after the document")

    def _member(self):
        if self._next_character() != '"':
            raise Broken("key")
        key = self._value()
        self._take(":")
        if key == "events" and self._next_character() == "[":
            self._take("[")
            self._events()
        else:
            self.book.header.setdefault(key, self._value())

    def _rest_of_document(self):
        if self._next_character() == ",":
            self._take(",")
            self._members()
            return
        self._take("}")
        if self._next_character():
            raise Broken("something after the document")

    def _events(self):
        """Elements up to and with the closing bracket."""
        while self._next_character() != "]":
            self._event()
            if self._next_character() != "]":
                self._take(",")
        self._take("]")

    def _event(self):
        start = self._start()
        self._note_indentation(start)
        try:
            value = self._value()
            if len(self.text[start:self.at].encode("utf-8", "surrogateescape")) > MAX_EVENT_BYTES:
                raise NotAllowed("too long")
            self.book.events.append(read_event(value))
        except (Broken, NotAllowed) as damage:
            self.book.damaged += 1
            # It may have swallowed events: the search for the next one starts in its first line.
            end = self.at
            self.at = start
            found = self._next_object()
            if isinstance(damage, NotAllowed) and not (found and found.start() < end):
                self.at = end
                return
            raise Broken("event") from damage

    def _note_indentation(self, start):
        line = self.text[self.text.rfind("\n", 0, start) + 1:start]
        if self.indentation is None and self.text[start:start + 1] == "{" and not line.strip(" \t\r"):
            self.indentation = len(line)

    def _next_object(self):
        """The next line that begins with an object, indented like the events so far."""
        for found in LINE_WITH_OBJECT.finditer(self.text, self.at):
            if self.indentation is None or len(found[1]) == self.indentation:
                return found
        return None

    def _to_next_object(self):
        found = self._next_object()
        if not found:
            return False
        self.at = found.end()
        return True
