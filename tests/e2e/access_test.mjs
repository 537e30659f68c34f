// For people who hear the page: what happens is told, the text area says which field it is, and F6
// leads out to the browser. Screens and dialogs are walked in files of their own (access_*).
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { withScreen } from './support/browser.mjs';
import { award, csv, openRoster, writing } from './support/desk.mjs';
import { beginVillage } from './support/village.mjs';

const ROSTER = csv('名册.csv', `户号,姓名,与户主关系,村民小组
01-001,李桂芳,户主,1
01-001,王建国,配偶,1
02-001,孙福来,户主,2
`);

test('what happens is told, and the text area says which field it types into', async () => {
  await withScreen('http', {}, async (screen) => {
    const typing = screen.page.locator('#typing');
    await screen.enter('乡镇或街道');
    assert.equal(await typing.getAttribute('aria-label'), '乡镇或街道');
    assert.equal(await typing.getAttribute('aria-required'), null);
    await screen.key('Tab', 'Tab');
    await screen.has('textbox', '您的姓名', { focused: true });
    assert.deepEqual(
      [await typing.getAttribute('aria-label'), await typing.getAttribute('aria-required')], ['您的姓名', 'true']);
    const active = await screen.page.locator('#canvas').getAttribute('aria-activedescendant');
    assert.equal(await screen.page.locator(`#${active}`).getAttribute('aria-label'), '您的姓名');

    await beginVillage(screen);
    await openRoster(screen, ROSTER);
    await writing(screen, () => screen.press('button', '导入 3 人'));
    await award(screen, { household: 'lgf', rule: 'C05' });
    assert.match(await screen.page.locator('#told').textContent(), /已给李桂芳户记 \+10 分/);
    await screen.press('button', '保存，记下一笔');
    await screen.until('the errors to be told', () =>
      document.getElementById('warned').textContent === '户：选一户 细则条目：选一条细则');
  });
});

test('F6 leads through the regions of the screen and then out to the browser', async () => {
  await withScreen('http', {}, async (screen) => {
    await beginVillage(screen);
    await screen.key('Alt+8');
    await screen.page.evaluate(() => {
      window.kept = [];
      window.addEventListener('keydown', (event) => {
        if (event.key === 'F6') window.kept.push(event.defaultPrevented);
      });
    });
    // Having left at one end, the first key back leaves at the same end.
    for (const [key, least] of [['F6', 2], ['Shift+F6', 1], ['Shift+F6', 2]]) {
      const before = await screen.page.evaluate(() => window.kept.length);
      do {
        assert.ok(await screen.page.evaluate((first) => window.kept.length - first < 8, before), `${key} never leaves`);
        await screen.key(key);
      } while (await screen.page.evaluate(() => window.kept.at(-1)));
      const count = await screen.page.evaluate((first) => window.kept.length - first, before);
      assert.ok(count >= least, `${key} visits regions before it leaves: ${count}`);
    }
  });
});
