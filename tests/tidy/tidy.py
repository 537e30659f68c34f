"""Holds the source tree to ARCHITECTURE.md. usage: python3 tidy.py [TOP]"""

import sys
from pathlib import Path

import arrows
import names
import shape
from tree import Tree


def findings(top: Path) -> list:
    tree = Tree(top)
    rules = arrows.RULES + names.RULES + shape.RULES
    return sorted({finding for rule in rules for finding in rule(tree)})


def main() -> int:
    top = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2]
    found = findings(top)
    for finding in found:
        print(finding)
    print(f"tidy: {len(found)} findings" if found else "tidy: nothing to say")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
