// The browser is killed in the middle of work, as when the power fails: what was called saved is
// there at the next start, and what was not is there whole or not at all.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Profile } from './support/browser.mjs';
import { addHousehold, beginVillage, fingerprint, fillHousehold, householdCount, isSaved } from './support/village.mjs';

const ROUNDS = 10;
const SURNAMES = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王', '冯', '陈'];

// The book served from an address and the file opened by double click have different stores.
const ORIGINS = ['http', 'file'];

async function inKilledRounds(origin, run) {
  const profile = await Profile.make(origin);
  try {
    let screen = await profile.open();
    await beginVillage(screen);
    for (let round = 0; round < ROUNDS; round += 1) {
      const check = await run(screen, `${SURNAMES[round]}建国`, round);
      await profile.kill();
      screen = await profile.open();
      await check(screen);
      screen.expectNoErrors();
    }
  } finally {
    await profile.discard();
  }
}

for (const origin of ORIGINS) {
  test(`killed after 已保存, ${origin}: the entry is there`, async () => {
    await inKilledRounds(origin, async (screen, name, round) => {
      await addHousehold(screen, name);
      const before = await fingerprint(screen);
      return async (again) => {
        await isSaved(again);
        assert.equal(await fingerprint(again), before);
        assert.equal(await householdCount(again), round + 1);
      };
    });
  });

  test(`killed before 已保存, ${origin}: the entry is there whole, or not at all`, async () => {
    let count = 0;
    await inKilledRounds(origin, async (screen, name) => {
      await fillHousehold(screen, name);
      // Nothing is waited for: the kill may come before, amid or after the write.
      await screen.page.keyboard.press('Control+Enter');
      return async (again) => {
        await isSaved(again);
        const found = await householdCount(again);
        assert.ok(found === count || found === count + 1, `${found} households after ${count}`);
        count = found;
      };
    });
  });
}
