// A book that the browser has lost is not an empty book: the screen says so, and the file that was
// exported brings it back, into a store that is there the next time.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Profile } from './support/browser.mjs';
import { addHousehold, beginVillage, exportForColleagues, fingerprint, householdCount, openFileWith } from './support/village.mjs';

/** The book goes out of the browser, and its spare copy with it. */
async function loseTheBook(screen) {
  const lost = await screen.page.evaluate(async () => {
    const buckets = navigator.storageBuckets;
    for (const name of (await buckets?.keys()) ?? []) await buckets.delete(name);
    for (const name of await caches.keys()) await caches.delete(name);
    const names = (await indexedDB.databases()).map(({ name }) => name).filter((name) => name.startsWith('jishan:'));
    for (const name of names) {
      await new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = resolve;
        request.onerror = () => reject(request.error);
      });
    }
    return names.length;
  });
  assert.ok(lost > 0, 'there was something to lose');
}

test('a lost book is shown as lost and comes back from a file', async () => {
  const profile = await Profile.make();
  try {
    const screen = await profile.open();
    await beginVillage(screen);
    await addHousehold(screen, '李桂芳');
    const file = await exportForColleagues(screen);
    const before = await fingerprint(screen);
    await loseTheBook(screen);
    await screen.page.reload();
    await screen.isReady();

    await screen.by('status', '账册没有打开，现在不能记账');
    await screen.by('heading', '没有找到副本');
    await openFileWith(screen, file, () => screen.press('button', '从文件里找'));
    const { rows } = await screen.table('找到的副本', 1);
    assert.equal(rows[0].cells['检查结果'], '完好');
    assert.equal(rows[0].cells['户数'], '1');
    await screen.by('text', '勾选的这一份');
    await screen.key('Control+Enter');
    await screen.press('button', '开始用');
    assert.equal(await fingerprint(screen), before);

    await screen.page.reload();
    await screen.isReady();
    assert.equal(await fingerprint(screen), before);
    assert.equal(await householdCount(screen), 1);
    screen.expectNoErrors();
  } finally {
    await profile.discard();
  }
});
