// Opening from a snapshot: the same book as from its entries alone, whatever became of the snapshot.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { PLACES, withScreen } from './support/browser.mjs';
import { shownBy } from './support/same_book.mjs';
import { addHousehold, beginSample, isSaved } from './support/village.mjs';

/** Names of what lies in the caches of snapshots, as "a/3". */
function piecesIn(screen) {
  return screen.page.evaluate(async () => {
    const names = [];
    for (const key of (await caches.keys()).filter((name) => name.startsWith('jishan:snapshot:'))) {
      for (const { url } of await (await caches.open(key)).keys()) names.push(new URL(url).pathname.slice(1));
    }
    return names;
  });
}

/** A snapshot was written since the page was loaded: nothing was recorded for a few seconds. */
async function snapshotIsWritten(screen) {
  await screen.patiently(60_000, () => screen.until('a snapshot to be written', () => window.headsWritten > 0));
}

/** Damages the pieces whose names end with one of these. */
function damagePieces(screen, how, endings) {
  return screen.page.evaluate(async ([kind, ends]) => {
    for (const key of (await caches.keys()).filter((name) => name.startsWith('jishan:snapshot:'))) {
      const cache = await caches.open(key);
      for (const request of await cache.keys()) {
        if (!ends.some((end) => request.url.endsWith(end))) continue;
        const bytes = new Uint8Array(await (await cache.match(request)).arrayBuffer());
        if (kind === 'lost') await cache.delete(request);
        else if (kind === 'cut') await cache.put(request, new Response(bytes.slice(0, bytes.length - 1)));
        else {
          bytes[bytes.length >> 1] ^= 4;
          await cache.put(request, new Response(bytes));
        }
      }
    }
  }, [how, endings]);
}

/** Runs before the page's own scripts: counts what is read and written. */
function countStorage() {
  window.recordsRead = 0;
  window.headsWritten = 0;
  const { getAll } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.getAll = function (...args) {
    const request = getAll.apply(this, args);
    if (this.name === 'events') request.addEventListener('success', () => (window.recordsRead += request.result.length));
    return request;
  };
  const { put } = Cache.prototype;
  Cache.prototype.put = async function (address, response) {
    await put.call(this, address, response);
    if (String(address).endsWith('/head')) window.headsWritten += 1;
  };
}

/** How many records the page reads from IndexedDB at its next start. */
async function recordsReadAtStart(screen) {
  await screen.page.reload();
  await screen.isReady();
  await screen.by('menuitem', '首页');
  await isSaved(screen);
  return screen.page.evaluate(() => window.recordsRead);
}

for (const place of PLACES) {
  test(`the sample village opens from its snapshot, and without it where that is damaged (${place})`, async () => {
    await withScreen(place, { beforehand: [countStorage] }, async (screen) => {
      await beginSample(screen);
      await snapshotIsWritten(screen);
      const truth = await shownBy(screen);

      assert.equal(await recordsReadAtStart(screen), 1, 'from the snapshot');
      assert.deepEqual(await shownBy(screen), truth);

      await addHousehold(screen, '孙国强');
      const after = await shownBy(screen);
      assert.equal(await recordsReadAtStart(screen), 2, 'from the snapshot and what came after it');
      assert.deepEqual(await shownBy(screen), after);

      let all;
      for (const [how, ...endings] of [['flipped', '/1'], ['cut', '/0'], ['lost', '/1'], ['lost', '/head'], ['flipped', '/head']]) {
        await damagePieces(screen, how, endings);
        const read = await recordsReadAtStart(screen);
        all ??= read;
        assert.ok(read > 16, `${read} records read with ${endings} ${how}`);
        assert.equal(read, all, `records read with ${endings} ${how}`);
        assert.deepEqual(await shownBy(screen), after, `${endings} ${how}`);
        await snapshotIsWritten(screen);
      }
      assert.equal(await recordsReadAtStart(screen), 1, 'written anew, it serves again');
      assert.deepEqual(await shownBy(screen), after);
    });
  });
}

test('a book that is thrown away leaves no piece of a snapshot behind', async () => {
  await withScreen('http', { beforehand: [countStorage] }, async (screen) => {
    await beginSample(screen);
    await snapshotIsWritten(screen);
    assert.ok((await piecesIn(screen)).length > 1);
    await screen.press('button', '扔掉示例村');
    await screen.by('radio', '新建账册');
    // `until` takes a promise for an answer: what is asked here has to be waited for in the page.
    const left = await screen.page.evaluate(async () => {
      const patientUntil = performance.now() + 20_000;
      while ((await caches.keys()).length > 0 && performance.now() < patientUntil) {
        await new Promise(requestAnimationFrame);
      }
      return caches.keys();
    });
    assert.deepEqual(left, []);
  });
});
