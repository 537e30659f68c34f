// Every screen of the rail, in a book that has just begun and in one that is in use: the test reads
// the rail, so that a screen that comes later is walked by itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { expectAccess, expectWellFormed, withAccess } from './support/access.mjs';
import { addGoods, award, csv, openRoster, receive, showHousehold, writing } from './support/desk.mjs';
import { beginVillage } from './support/village.mjs';

const ROSTER = csv('名册.csv', '户号,姓名,与户主关系,村民小组\n01-001,李桂芳,户主,1\n01-001,王建国,配偶,1\n02-001,孙福来,户主,2\n');

async function screensOfRail(screen) {
  const names = (await screen.widgets()).filter(({ role }) => role === 'menuitem').map(({ label }) => label);
  assert.ok(names.length >= 9, `the rail names ${names}`);
  return names;
}

async function show(screen, name) {
  await screen.press('menuitem', name);
  await screen.by('heading', name);
}

/** No list stands there with nothing in it and nothing said about that. */
async function expectNoMuteList(screen, where) {
  const all = await screen.widgets();
  const speaks = (list) => all.some(({ role, label, x, y }) => role === 'note' && label === '还没有' &&
    x >= list.x && x < list.x + list.w && y >= list.y && y < list.y + list.h);
  const mute = all.filter((list) => ['table', 'grid'].includes(list.role) && list.value === '0' && !speaks(list));
  assert.deepEqual(mute.map(({ label }) => label), [], `${where}: empty lists without a word`);
}

test('set-up and every screen of a new book, whose lists say what belongs there', async () => {
  await withAccess(async (screen) => {
    for (const source of ['加入已有账册', '用示例村练习', '新建账册']) {
      await screen.press('radio', source);
      await expectAccess(screen, `set-up, ${source}`);
    }
    await beginVillage(screen);
    for (const name of await screensOfRail(screen)) {
      await show(screen, name);
      await expectNoMuteList(screen, name);
      await expectAccess(screen, `${name} of a new book`);
    }
  });
});

test('every screen of a book in use, and lists that find nothing', async () => {
  await withAccess(async (screen) => {
    await beginVillage(screen);
    await openRoster(screen, ROSTER);
    await writing(screen, () => screen.press('button', '导入 3 人'));
    await award(screen, { household: 'lgf', rule: 'C05' });
    await addGoods(screen, { name: '香皂', unit: '块', price: '5', reorder: '10', barcode: '6901' });
    await receive(screen, { name: '香皂', quantity: '9' });
    for (const name of await screensOfRail(screen)) {
      await show(screen, name);
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
    await show(screen, '设置');
    const sections = (await screen.widgets()).filter(({ role, w }) => role === 'row' && w < 300).map(({ label }) => label);
    assert.ok(sections.length >= 5, `sections: ${sections}`);
    for (const section of sections) {
      await screen.press('row', section);
      await expectAccess(screen, `settings, ${section}`);
    }
  });
});
