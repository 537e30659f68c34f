// Byte strings across the seam.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { pack, unpack } from '../../web/src/fields';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('what is packed comes out as it was, empty ones included', () => {
  const fields = [bytes('柳荫村'), bytes(''), bytes('a\0b'), new Uint8Array(70_000).fill(7)];
  assert.deepEqual(unpack(pack(fields)), fields);
});

test('nothing packs to nothing', () => {
  assert.equal(pack([]).length, 0);
  assert.deepEqual(unpack(pack([])), []);
});

test('the length stands first, lowest byte first, as the program reads it', () => {
  assert.deepEqual([...pack([bytes('ab')])], [2, 0, 0, 0, 0x61, 0x62]);
});

test('reads fields out of the middle of a larger buffer', () => {
  const packed = pack([bytes('x')]);
  const larger = new Uint8Array(packed.length + 3);
  larger.set(packed, 3);
  assert.deepEqual(unpack(larger.subarray(3)), [bytes('x')]);
});
