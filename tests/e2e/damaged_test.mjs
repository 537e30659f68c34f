// What a browser's profile may suffer while the browser is closed: the book is never opened as if
// nothing had been lost, and one key brings back everything that was called saved.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { PLACES, Profile } from './support/browser.mjs';
import { isCopied } from './support/copies.mjs';
import { damages, keepDatabases, letTablesBeWritten } from './support/damage.mjs';
import { addHousehold, beginVillage, exportForColleagues, fingerprint, joinVillage } from './support/village.mjs';

/** A closed profile whose records lie in a table and in the log; gives the fingerprint. */
async function prepare(profile) {
  let screen = await profile.open();
  await beginVillage(screen);
  await letTablesBeWritten(screen);
  await profile.close();
  await keepDatabases(profile);
  screen = await profile.open();
  await addHousehold(screen, '赵桂芳');
  await isCopied(screen);
  const shown = await fingerprint(screen);
  await profile.close();
  return shown;
}

/** Joins everything that was found and goes on with it. */
async function restore(screen) {
  await screen.until('what the copies give', () =>
    window.mirrorWidgets().some(({ role, label }) => role === 'text' && label.startsWith('勾选的')));
  await screen.key('Control+Enter');
  await screen.press('button', '开始用');
}

/** Who sits here may be asked once more, when the page went before that was kept. */
async function sitsDown(screen) {
  const isAsked = await screen.until('the book', () => {
    if (window.findWidget('menuitem', '首页')) return 'no';
    return window.findWidget('button', '开始用') ? 'yes' : undefined;
  });
  if (isAsked === 'yes') await screen.press('button', '开始用');
}

// The files are the same ones wherever the page comes from, but for their name.
const KINDS = { http: Object.keys(damages), file: ['bytes of the log', 'an older state put back'] };

for (const place of PLACES) {
  test(`a damaged profile (${place})`, async (t) => {
    const sound = await Profile.make(place);
    try {
      const before = await prepare(sound);
      for (const what of KINDS[place]) {
        await t.test(what, async () => {
          const profile = await sound.copy();
          try {
            await damages[what](profile);
            const screen = await profile.open();
            await screen.by('status', '账册没有打开，现在不能记账');
            await restore(screen);
            assert.equal(await fingerprint(screen), before);
            await screen.page.reload();
            await sitsDown(screen);
            assert.equal(await fingerprint(screen), before);
          } finally {
            await profile.discard();
          }
        });
      }
    } finally {
      await sound.discard();
    }
  });
}

test('cleared site data, with a file outside', async () => {
  const profile = await Profile.make('http');
  try {
    const screen = await profile.open();
    await beginVillage(screen);
    await addHousehold(screen, '赵桂芳');
    const before = await fingerprint(screen);
    const file = await exportForColleagues(screen);
    await screen.protocol.send('Storage.clearDataForOrigin', {
      origin: new URL(profile.address).origin, storageTypes: 'all',
    });
    await screen.page.reload();
    await joinVillage(screen, file, { person: '周敏', laptop: '村委会电脑' });
    assert.equal(await fingerprint(screen), before);
  } finally {
    await profile.discard();
  }
});
