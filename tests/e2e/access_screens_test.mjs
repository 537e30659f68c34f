// Every screen of the rail in a book that is in use: the test reads the rail, so that a screen that
// comes later is walked by itself.
import { test } from 'node:test';

import { expectAccess, expectNoMuteList, expectWellFormed, screensOfRail, showScreen, withAccess } from './support/access.mjs';
import { addGoods, award, csv, openRoster, receive, writing } from './support/desk.mjs';
import { beginVillage } from './support/village.mjs';

const ROSTER = csv('名册.csv', '户号,姓名,与户主关系,村民小组\n01-001,李桂芳,户主,1\n01-001,王建国,配偶,1\n02-001,孙福来,户主,2\n');

test('every screen of a book in use, and lists that find nothing', async () => {
  await withAccess(async (screen) => {
    await beginVillage(screen);
    await openRoster(screen, ROSTER);
    await writing(screen, () => screen.press('button', '导入 3 人'));
    await award(screen, { household: 'lgf', rule: 'C05' });
    await addGoods(screen, { name: '香皂', unit: '块', price: '5', reorder: '10', barcode: '6901' });
    await receive(screen, { name: '香皂', quantity: '9' });
    for (const name of await screensOfRail(screen)) {
      await showScreen(screen, name);
      await expectAccess(screen, `${name} in use`);
      for (const { label } of (await screen.widgets()).filter(({ role }) => role === 'searchbox')) {
        await screen.press('searchbox', label);
        await screen.commit('没有这个');
        await screen.until(`${name} to say that nothing was found`, () =>
          window.mirrorWidgets().some((widget) => widget.label.startsWith('没有找到') || widget.value.startsWith('没有找到')));
        await expectNoMuteList(screen, name);
        await expectWellFormed(screen, `${name} finding nothing`);
        await screen.key('Escape');
      }
    }
  });
});
