// Set-up and every screen of the rail in a book that has just begun: the test reads the rail, so that a
// screen that comes later is walked by itself.
import { test } from 'node:test';

import { expectAccess, expectNoMuteList, screensOfRail, showScreen, withAccess } from './support/access.mjs';
import { beginVillage } from './support/village.mjs';

test('set-up and every screen of a new book, whose lists say what belongs there', async () => {
  await withAccess(async (screen) => {
    for (const source of ['加入已有账册', '用示例村练习', '新建账册']) {
      await screen.press('radio', source);
      await expectAccess(screen, `set-up, ${source}`);
    }
    await beginVillage(screen);
    for (const name of await screensOfRail(screen)) {
      await showScreen(screen, name);
      await expectNoMuteList(screen, name);
      await expectAccess(screen, `${name} of a new book`);
    }
  });
});
