// Files between laptops: whatever was received first, twice or too late, all hold the same book. The
// job around it is in main_job_test.mjs.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Profile } from './support/browser.mjs';
import { shownBy, toldByTool } from './support/same_book.mjs';
import { addHousehold, beginVillage, exportForColleagues, householdCount, importFile, joinVillage } from './support/village.mjs';

/** All orders of the list. */
function ordersOf(list) {
  if (list.length <= 1) return [list];
  return list.flatMap((first, i) => ordersOf(list.filter((_, other) => other !== i)).map((rest) => [first, ...rest]));
}

async function beginAnotherBook(screen, person) {
  await screen.press('button', person);
  await screen.press('menuitem', '换一本账');
}

test('files in every order, an old one and one twice among them, end in the same book', async () => {
  const [office, group] = [await Profile.make(), await Profile.make()];
  try {
    const here = await office.open();
    await beginVillage(here);
    await addHousehold(here, '李桂芳');
    const old = await exportForColleagues(here);
    const there = await group.open();
    await joinVillage(there, old, { person: '陈志强', laptop: '三组电脑' });
    await addHousehold(here, '王建国');
    await addHousehold(there, '赵玉兰');
    const [ours, theirs] = [await exportForColleagues(here), await exportForColleagues(there)];

    // A→B, old A→B, A→B again; B→A with what B has by then.
    assert.ok((await importFile(there, ours)) > 0);
    assert.equal(await importFile(there, old), 0);
    assert.equal(await importFile(there, ours), 0);
    assert.ok((await importFile(here, await exportForColleagues(there))) > 0);
    const same = await shownBy(here);
    assert.deepEqual(await shownBy(there), same);
    assert.deepEqual(await toldByTool(theirs, old, ours), same);

    for (const [first, ...rest] of ordersOf([old, ours, theirs])) {
      await beginAnotherBook(there, '陈志强');
      await joinVillage(there, first, { person: '陈志强', laptop: '三组电脑' });
      for (const file of rest) await importFile(there, file);
      assert.deepEqual(await shownBy(there), same);
      assert.equal(await householdCount(there), 3);
    }
    here.expectNoErrors();
    there.expectNoErrors();
  } finally {
    await Promise.all([office.discard(), group.discard()]);
  }
});
