// What was saved comes back: after a reload, after the browser was closed, after it was killed.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { PLACES, Profile } from './support/browser.mjs';
import { beginVillage, fingerprint } from './support/village.mjs';

for (const place of PLACES) {
  test(`a new book is there after a reload and a restart (${place})`, async () => {
    const profile = await Profile.make(place);
    try {
      const screen = await profile.open();
      await beginVillage(screen);
      const before = await fingerprint(screen);
      await screen.page.reload();
      await screen.isReady();
      assert.equal(await fingerprint(screen), before);
      await profile.close();
      const again = await profile.open();
      assert.equal(await fingerprint(again), before);
      again.expectNoErrors();
    } finally {
      await profile.discard();
    }
  });
}
