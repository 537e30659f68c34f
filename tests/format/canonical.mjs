// Prints the canonical text of every line of JSON that it is given, as docs/format.md §2 says.
import { readFileSync } from 'node:fs';

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
}

const lines = readFileSync(0, 'utf8').split('\n').slice(0, -1);
process.stdout.write(lines.map((line) => `${JSON.stringify(sorted(JSON.parse(line)))}\n`).join(''));
