// The spare copy in the browser's cache storage: what it holds, and what a crash or damage leaves.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { CacheShelf } from '../../web/src/spare_cache';
import { FakeCaches, records, textsOf } from './support/fake_caches';

const BOOK = 'abcdefgh23456789';

let browser = new FakeCaches();
beforeEach(() => {
  browser = new FakeCaches();
  Object.assign(globalThis, { caches: browser });
});

/** What another page, or this one after a restart, reads. */
async function held(): Promise<{ texts: string[]; isWhole: boolean }> {
  const texts: string[] = [];
  const isWhole = await new CacheShelf(BOOK).read((some) => {
    texts.push(...some.map((record) => new TextDecoder().decode(record)));
  });
  return { texts, isWhole };
}

test('one record after the other, by one page and the next, comes back in order', async () => {
  let shelf = new CacheShelf(BOOK);
  for (let number = 1; number <= 150; number += 1) {
    if (number % 40 === 0) shelf = new CacheShelf(BOOK);
    await shelf.add({ first: number, records: records(number, 1) });
  }
  assert.deepEqual(await held(), { texts: textsOf(1, 150), isWhole: true });
  assert.equal(await new CacheShelf(BOOK).last(), 150);
  // Entries that grew have left no shorter ones behind.
  assert.ok(browser.entries.size <= 150 / 40 + 150 / 64 + 1, `${browser.entries.size} entries`);
});

test('looking for a book makes nothing', async () => {
  const shelf = new CacheShelf(BOOK);
  assert.equal(await shelf.last(), 0);
  assert.deepEqual(await held(), { texts: [], isWhole: true });
  assert.deepEqual(await browser.keys(), []);
});

test('what it holds already is not written again', async () => {
  await new CacheShelf(BOOK).add({ first: 1, records: records(1, 70) });
  const before = [...browser.entries.keys()];
  await new CacheShelf(BOOK).add({ first: 60, records: records(60, 11) });
  assert.deepEqual([...browser.entries.keys()], before);
});

test('another record under a number that is taken comes to lie beside the first one', async () => {
  await new CacheShelf(BOOK).add({ first: 1, records: records(1, 3) });
  const shelf = new CacheShelf(BOOK);
  await shelf.add({ first: 3, records: [...records(3, 1, 'other'), ...records(4, 1)] });
  const { texts, isWhole } = await held();
  assert.deepEqual([...texts].sort(), ['other 3', ...textsOf(1, 4)]);
  assert.ok(isWhole);
  assert.ok(await shelf.holds(3, records(3, 1)[0]!));
  assert.ok(await shelf.holds(3, records(3, 1, 'other')[0]!));
  assert.ok(!(await shelf.holds(3, records(3, 1, 'third')[0]!)));
});

test('a crash between the longer entry and the removal of the shorter one leaves each record once', async () => {
  const shelf = new CacheShelf(BOOK);
  await shelf.add({ first: 1, records: records(1, 2) });
  browser.failing = 'delete';
  await assert.rejects(shelf.add({ first: 3, records: records(3, 1) }));
  browser.failing = '';
  assert.equal(browser.entries.size, 2);
  assert.deepEqual(await held(), { texts: textsOf(1, 3), isWhole: true });
});

test('what a full disk refused is written when it is handed over again', async () => {
  const shelf = new CacheShelf(BOOK);
  await shelf.add({ first: 1, records: records(1, 2) });
  browser.failing = 'put';
  await assert.rejects(shelf.add({ first: 3, records: records(3, 2) }));
  assert.deepEqual(await held(), { texts: textsOf(1, 2), isWhole: true });
  browser.failing = '';
  shelf.close();
  await shelf.add({ first: 3, records: records(3, 2) });
  assert.deepEqual(await held(), { texts: textsOf(1, 4), isWhole: true });
});

test('a lost or damaged entry is told, the others are handed over, and only it is filled in again', async () => {
  await new CacheShelf(BOOK).add({ first: 1, records: records(1, 200) });
  const [, second, third] = browser.entries.keys();
  browser.entries.delete(second!);
  browser.entries.set(third!, browser.entries.get(third!)!.slice(0, 100));
  const { texts, isWhole } = await held();
  assert.ok(!isWhole);
  assert.deepEqual(texts, [...textsOf(1, 64), ...textsOf(193, 8)]);
  const shelf = new CacheShelf(BOOK);
  assert.equal(await shelf.isWhole(), false);
  await shelf.add({ first: 1, records: records(1, 200) });
  const again = await held();
  assert.deepEqual([...new Set(again.texts)].sort(), textsOf(1, 200).sort());
  assert.equal(again.texts.length, 200);
});

test('a book that is dropped leaves nothing behind', async () => {
  const shelf = new CacheShelf(BOOK);
  await shelf.add({ first: 1, records: records(1, 3) });
  assert.deepEqual(await CacheShelf.books(), [BOOK]);
  await shelf.drop();
  assert.deepEqual(await CacheShelf.books(), []);
  assert.equal(await shelf.last(), 0);
});
