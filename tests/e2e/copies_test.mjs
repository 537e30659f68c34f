// The spare copy of a book: made in every browser that has a place for it, filled in where it lags
// behind, a witness of what was lost, and gone with the book.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { PLACES, Profile, withScreen } from './support/browser.mjs';
import { copied, isCopied, rescued, withoutBuckets, withoutPlaces } from './support/copies.mjs';
import { toldByTool } from './support/same_book.mjs';
import { addHousehold, beginSample, beginVillage, fillHousehold, fingerprint } from './support/village.mjs';

/** Runs in the page: as when the browser has dropped all its databases. */
async function dropDatabases() {
  for (const { name } of await indexedDB.databases()) {
    await new Promise((done) => {
      indexedDB.deleteDatabase(name).onsuccess = done;
    });
  }
}

const BROWSERS = [['a bucket', {}], ['the cache', { beforehand: [withoutBuckets] }]];

for (const place of PLACES) {
  for (const [where, options] of BROWSERS) {
    test(`a book whose database and list are gone is found by its copy in ${where} (${place})`, async () => {
      await withScreen(place, options, async (screen) => {
        await beginVillage(screen);
        await addHousehold(screen, '赵桂芳');
        const before = await fingerprint(screen);
        await isCopied(screen);
        await screen.page.evaluate(dropDatabases);
        await screen.page.evaluate(() => localStorage.clear());
        await screen.page.reload();
        await screen.by('status', '账册没有打开，现在不能记账');
        const [found] = await toldByTool(await rescued(screen));
        assert.equal(found, before);
      });
    });
  }
}

test('a copy goes on being made when the browser has cleared its memory', async () => {
  await withScreen('http', { flags: ['--js-flags=--expose-gc'] }, async (screen) => {
    await beginVillage(screen);
    await isCopied(screen);
    await screen.page.evaluate(async () => {
      delete window.spareBucket;
      for (let round = 0; round < 3; round += 1) {
        window.gc();
        await new Promise((later) => setTimeout(later, 0));
      }
    });
    await addHousehold(screen, '赵桂芳');
    await isCopied(screen);
  });
});

for (const [where, options] of BROWSERS) {
  test(`a copy in ${where} that lags behind is filled in from the book`, async () => {
    const profile = await Profile.make('http');
    try {
      let screen = await profile.open({ beforehand: [withoutPlaces] });
      await beginVillage(screen);
      await addHousehold(screen, '赵桂芳');
      await profile.close();
      screen = await profile.open(options);
      await isCopied(screen);
      await addHousehold(screen, '钱建国');
      await isCopied(screen);
    } finally {
      await profile.discard();
    }
  });
}

test('an entry that the full disk refuses lies in the copy, and is not forgotten at the next start', async () => {
  await withScreen('http', {}, async (screen) => {
    await beginVillage(screen);
    await isCopied(screen);
    const [[book, count]] = Object.entries(await copied(screen));
    await screen.page.evaluate(() => {
      const { transaction } = IDBDatabase.prototype;
      IDBDatabase.prototype.transaction = function (stores, mode, options) {
        const isBook = mode === 'readwrite' && ![...stores].includes('others');
        if (isBook) throw new DOMException('full', 'QuotaExceededError');
        return transaction.call(this, stores, mode, options);
      };
    });
    const saved = await fingerprint(screen);
    await fillHousehold(screen, '赵桂芳');
    await screen.keys('Control+Enter');
    await screen.until('未保存', () => window.mirrorWidgets().some(({ label }) => label.startsWith('未保存！')));
    const shown = await fingerprint(screen);
    assert.notEqual(shown, saved);
    for (let found = 0; found !== count + 1; found = (await copied(screen))[book]) {
      await screen.page.evaluate(() => new Promise(requestAnimationFrame));
    }
    // Left without waiting: the next start finds that the copy knows more than the book.
    screen.page.on('dialog', (dialog) => dialog.accept());
    await screen.page.reload();
    await screen.by('status', '账册没有打开，现在不能记账');
    const [found] = await toldByTool(await rescued(screen));
    assert.equal(found, shown);
  });
});

test('a book that is thrown away leaves no copy behind', async () => {
  await withScreen('http', {}, async (screen) => {
    await beginSample(screen);
    await isCopied(screen);
    await screen.press('button', '扔掉示例村');
    await screen.by('radio', '新建账册');
    while (Object.keys(await copied(screen)).length > 0) {
      await screen.page.evaluate(() => new Promise(requestAnimationFrame));
    }
  });
});

/** Runs before the page's own scripts: a browser that asks the person, who does not answer. */
function countAsking() {
  window.timesAsked = 0;
  StorageManager.prototype.persist = () => {
    window.timesAsked += 1;
    return new Promise(() => undefined);
  };
}

test('the browser is asked once to keep what is stored, after a key, when there is a book', async () => {
  await withScreen('http', { beforehand: [countAsking] }, async (screen) => {
    const timesAsked = () => screen.page.evaluate(() => window.timesAsked);
    await screen.press('radio', '新建账册');
    assert.equal(await timesAsked(), 0);
    await beginVillage(screen);
    await addHousehold(screen, '赵桂芳');
    assert.equal(await timesAsked(), 1);
    await screen.page.reload();
    await screen.by('menuitem', '首页');
    assert.equal(await timesAsked(), 0);
    await screen.key('Alt+8');
    await screen.until('the question', () => window.timesAsked === 1);
  });
});
