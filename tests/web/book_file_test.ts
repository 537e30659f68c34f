// The file that the page writes when the program has stopped.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { bookFile } from '../../web/src/book_file';

/** The worked example of docs/format.md: the program writes and reads it to the byte. */
const example = readFileSync('docs/format/example.jishan.json', 'utf8');
const lines = example
  .split('\n')
  .slice(1, -2)
  .map((line) => line.replace(/,$/, ''));

function without(keys: string[], file: string): Record<string, unknown> {
  const document = JSON.parse(file) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(document).filter(([key]) => !keys.includes(key)));
}

test('writes what the program writes, but for who wrote it', async () => {
  const file = await bookFile('柳荫村', [...lines].reverse(), 29548860);
  assert.deepEqual(without(['app', 'from'], file), without(['app', 'from'], example));
  assert.deepEqual(file.split('\n').slice(1), example.split('\n').slice(1));
});

test('keeps an event once, with its personal part when any line has it', async () => {
  const full = lines.find((line) => line.includes('"x":'))!;
  const { x: _, ...rest } = JSON.parse(full) as Record<string, unknown>;
  const stripped = JSON.stringify({ ...rest, xh: '0'.repeat(64) });
  for (const order of [[full, stripped], [stripped, full], [full, full]]) {
    const document = JSON.parse(await bookFile('柳荫村', order, 0)) as { events: unknown[] };
    assert.deepEqual(document.events, [JSON.parse(full)]);
  }
});

test('leaves out lines that are no events', async () => {
  const document = JSON.parse(await bookFile('柳荫村', ['', '{', 'null', '{"h":1}', lines[0]!], 0)) as { n: number };
  assert.equal(document.n, 1);
});
