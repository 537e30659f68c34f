"""Prints the state of a book, its digests and its fingerprint.

Usage: python3 oracle.py FILE…
"""
import sys

from book_file import NewerFormat, NoBook, read_book_file
from canon import canon
from event import is_hash
from placing import Placement, union
from state import digests, state_of


def own_genesis(files):
    """The village that the first header names, held or not; without one the first genesis read."""
    village = files[0].header.get("village")
    if is_hash(village):
        return village
    return next((event.hash for book in files for event in book.events if not event.parents), None)


def placed(contents):
    """The one set that all files make."""
    files = [read_book_file(data) for data in contents]
    held = union(event for book in files for event in book.events)
    return Placement(held, own_genesis(files))


def report(contents):
    """The printed text; nothing without the genesis of the village."""
    return report_of(placed(contents))


def report_of(placement):
    if not placement.roots:
        return ""
    state = state_of(placement)
    books_digest, people_digest = digests(state)
    return (f"{canon(state)}\ndigest {books_digest}\npeople {people_digest}\n"
            f"fingerprint {placement.fingerprint()}\n")


def main(names):
    if not names:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    contents = []
    for name in names:
        try:
            with open(name, "rb") as file:
                contents.append(file.read())
        except OSError as error:
            print(error, file=sys.stderr)
            return 3
    try:
        text = report(contents)
    except NewerFormat as error:
        print(f"newer format: {error}", file=sys.stderr)
        return 5
    except NoBook as error:
        print(f"not a book: {error}", file=sys.stderr)
        return 1
    sys.stdout.buffer.write(text.encode("utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
