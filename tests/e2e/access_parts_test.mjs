// What opens inside a screen, for people who hear it or have no mouse.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { expectAccess, expectWellFormed, showScreen, withAccess } from './support/access.mjs';
import { csv, openRoster, showHousehold, writing } from './support/desk.mjs';
import { beginVillage } from './support/village.mjs';

const ROSTER = csv('名册.csv', '户号,姓名,与户主关系,村民小组\n01-001,李桂芳,户主,1\n01-001,王建国,配偶,1\n02-001,孙福来,户主,2\n');

test('what opens inside a screen: lists, a month, a menu, a sheet, sections, a household', async () => {
  await withAccess(async (screen) => {
    await beginVillage(screen);
    await openRoster(screen, ROSTER);
    await expectAccess(screen, 'a roster to be imported');
    await writing(screen, () => screen.press('button', '导入 3 人'));
    await screen.press('combobox', '组');
    await expectWellFormed(screen, 'a drop-down');
    await screen.key('Escape');
    await showHousehold(screen, '李桂芳');
    await expectAccess(screen, 'a household');
    await screen.key('Alt+2');
    await screen.press('combobox', '户');
    await screen.type('l');
    await screen.has('combobox', '户', { expanded: 'true' });
    await expectWellFormed(screen, 'a picker');
    await screen.key('Escape');
    await screen.press('textbox', '日期');
    await screen.key('F4');
    await expectWellFormed(screen, 'a month');
    await screen.key('Escape');
    await screen.press('button', '周敏');
    await expectWellFormed(screen, 'the menu of the operator');
    await screen.key('Escape');
    await screen.key('Alt+3', 'b', '0', '8', 'Enter', 'Enter', 'ArrowDown', 'Control+Enter');
    await screen.by('grid', '评分表');
    await expectWellFormed(screen, 'a score sheet');
    await showScreen(screen, '设置');
    const sections = (await screen.widgets()).filter(({ role, w }) => role === 'row' && w < 300).map(({ label }) => label);
    assert.ok(sections.length >= 5, `sections: ${sections}`);
    for (const section of sections) {
      await screen.press('row', section);
      await expectAccess(screen, `settings, ${section}`);
    }
  });
});
