"""Prints the canonical text of every line of JSON that it is given, as docs/format.md §2 says."""

import json
import sys

for line in sys.stdin.buffer:
    text = json.dumps(json.loads(line), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    sys.stdout.buffer.write(text.encode() + b"\n")
