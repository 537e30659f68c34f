// Two laptops: one begins the village, the other joins from its file; both work apart and exchange
// files; both then hold the same book, and the same again after a reload.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Profile } from './support/browser.mjs';
import { addHousehold, beginVillage, exportForColleagues, fingerprint, householdCount, importFile, joinVillage } from './support/village.mjs';

for (const place of ['http', 'file']) {
  test(`two laptops end with the same book (${place})`, async () => {
    const [office, group] = [await Profile.make(place), await Profile.make(place)];
    try {
      const here = await office.open();
      await beginVillage(here);
      await addHousehold(here, '李桂芳');
      const there = await group.open();
      await joinVillage(there, await exportForColleagues(here), { person: '陈志强', laptop: '三组电脑' });
      assert.equal(await fingerprint(there), await fingerprint(here));

      await addHousehold(here, '王建国');
      await addHousehold(there, '赵玉兰');
      assert.notEqual(await fingerprint(there), await fingerprint(here));

      await importFile(there, await exportForColleagues(here));
      await importFile(here, await exportForColleagues(there));
      const same = await fingerprint(here);
      assert.equal(await fingerprint(there), same);
      for (const screen of [here, there]) {
        assert.equal(await householdCount(screen), 3);
        await screen.page.reload();
        await screen.isReady();
        assert.equal(await fingerprint(screen), same);
        screen.expectNoErrors();
      }
    } finally {
      await Promise.all([office.discard(), group.discard()]);
    }
  });
}
