// The spare copy of the open book, over a store in memory and the cache storage: what it writes when.
import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';

import { lastInSpare, readSpare, Spare } from '../../web/src/spare';
import { FakeCaches, records, textsOf } from './support/fake_caches';

const BOOK = 'abcdefgh23456789';

class FakeStore {
  readonly held: Uint8Array[] = [];
  isBusy = false;
  reads = 0;

  async read(first: number, last: number): Promise<Uint8Array[]> {
    const found = this.held.slice(first - 1, last);
    this.reads += found.length;
    return found;
  }
  async readOne(number: number): Promise<Uint8Array | undefined> {
    return this.held[number - 1];
  }
  isQuiet(): boolean {
    return !this.isBusy;
  }
}

let browser = new FakeCaches();
let store = new FakeStore();
beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
  browser = new FakeCaches();
  store = new FakeStore();
  Object.assign(globalThis, { caches: browser, navigator: {} });
});

/** So much of the clock and all that follows from it. */
async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 20) {
    mock.timers.tick(20);
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
  }
}

async function held(): Promise<string[]> {
  const texts: string[] = [];
  assert.ok(await readSpare(BOOK, (some) => texts.push(...some.map((record) => new TextDecoder().decode(record)))));
  return texts;
}

function save(spare: Spare, first: number, count: number): void {
  store.held.push(...records(first, count));
  spare.keep({ first, records: records(first, count) });
}

test('what was saved is written soon after, and not in the same moment', async () => {
  const spare = new Spare(BOOK, store);
  save(spare, 1, 2);
  await pass(40);
  assert.deepEqual(await held(), []);
  await pass(100);
  assert.deepEqual(await held(), textsOf(1, 2));
});

test('it gives way to a store that is busy, but not for ever', async () => {
  const spare = new Spare(BOOK, store);
  store.isBusy = true;
  save(spare, 1, 1);
  await pass(600);
  assert.deepEqual(await held(), []);
  await pass(2_500);
  assert.deepEqual(await held(), textsOf(1, 1));
});

test('a copy that lags behind is filled in, and only with what it lacks', async () => {
  save(new Spare(BOOK, store), 1, 500);
  await pass(500);
  store.held.push(...records(501, 450));
  store.reads = 0;
  const spare = new Spare(BOOK, store);
  spare.begin();
  await pass(2_500);
  assert.deepEqual(await held(), textsOf(1, 950));
  assert.equal(store.reads, 450);
});

test('a copy of another history keeps it, and gets this one beside it', async () => {
  const before = new Spare(BOOK, store);
  before.keep({ first: 1, records: [...records(1, 2), ...records(3, 1, 'other')] });
  await pass(500);
  store.held.push(...records(1, 4));
  const spare = new Spare(BOOK, store);
  spare.begin();
  await pass(2_500);
  assert.deepEqual((await held()).sort(), ['other 3', ...textsOf(1, 4)].sort());
});

test('what the store refused lies in the copy alone', async () => {
  const spare = new Spare(BOOK, store);
  save(spare, 1, 2);
  await pass(500);
  spare.keep({ first: 3, records: records(3, 1) });
  await pass(500);
  assert.equal(store.held.length, 2);
  assert.equal(await lastInSpare(BOOK), 3);
  assert.deepEqual(await held(), textsOf(1, 3));
});

test('what a full disk kept from the copy is filled in with the next record', async () => {
  const spare = new Spare(BOOK, store);
  save(spare, 1, 1);
  await pass(500);
  browser.failing = 'put';
  save(spare, 2, 3);
  await pass(500);
  browser.failing = '';
  assert.deepEqual(await held(), textsOf(1, 1));
  save(spare, 5, 1);
  await pass(500);
  assert.deepEqual(await held(), textsOf(1, 5));
});

test('a book that is closed gets its last records copied, one that is dropped none', async () => {
  const spare = new Spare(BOOK, store);
  save(spare, 1, 1);
  spare.close();
  await pass(500);
  assert.deepEqual(await held(), textsOf(1, 1));
  const dropped = new Spare(BOOK, store);
  save(dropped, 2, 1);
  const abandoned = dropped.abandon();
  await pass(500);
  await abandoned;
  await pass(2_000);
  assert.deepEqual(await held(), textsOf(1, 1));
});
