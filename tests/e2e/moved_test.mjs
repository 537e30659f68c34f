// A store that breaks off in the middle of the work: the book goes on in files apart from the others,
// nothing is lost, and what then befalls the old files does not reach it.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { PLACES, withScreen } from './support/browser.mjs';
import { withoutBuckets } from './support/copies.mjs';
import { damages } from './support/damage.mjs';
import { addHousehold, beginVillage, fingerprint, householdCount, isSaved } from './support/village.mjs';

/** Runs in the page: from here on the databases that are there take nothing. */
async function breakDatabases() {
  const broken = (await indexedDB.databases()).map(({ name }) => name);
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const isBook = mode === 'readwrite' && broken.includes(this.name) && ![...stores].includes('others');
    if (isBook) throw new DOMException('broken by a test', 'UnknownError');
    return transaction.call(this, stores, mode, options);
  };
}

const BROWSERS = [['a bucket of its own', {}], ['a further database', { beforehand: [withoutBuckets] }]];

for (const place of PLACES) {
  for (const [where, options] of BROWSERS) {
    test(`the book goes on in ${where} (${place})`, async () => {
      await withScreen(place, options, async (screen, profile) => {
        await beginVillage(screen);
        await addHousehold(screen, '赵桂芳');
        await screen.page.evaluate(breakDatabases);
        await addHousehold(screen, '钱建国');
        await screen.by('note', '存账的地方换过了，账都在。存一份到文件更稳当');
        await addHousehold(screen, '孙国强');
        const before = await fingerprint(screen);
        await profile.close();
        const again = await profile.open(options);
        await isSaved(again);
        assert.equal(await fingerprint(again), before);
        assert.equal(await householdCount(again), 3);
      });
    });
  }
}

test('a bucket of its own outlives what befalls the files of the others', async () => {
  await withScreen('http', {}, async (screen, profile) => {
    await beginVillage(screen);
    await screen.page.evaluate(breakDatabases);
    await addHousehold(screen, '赵桂芳');
    const before = await fingerprint(screen);
    await profile.close();
    await damages['bytes of the log'](profile);
    const again = await profile.open();
    await isSaved(again);
    assert.equal(await fingerprint(again), before);
    await addHousehold(again, '钱建国');
  });
});
