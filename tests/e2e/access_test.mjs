// For people who hear the page or cannot use a mouse: the copy of the screen in the document is
// what a screen reader meets, and must be well-formed by the rules of WAI-ARIA.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { withScreen } from './support/browser.mjs';
import { award, csv, openRoster, showHousehold, writing } from './support/desk.mjs';
import { pixelsOf } from './support/pixels.mjs';
import { beginVillage } from './support/village.mjs';

const axe = await readFile(new URL('../../web/node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

const ROSTER = csv('名册.csv', `户号,姓名,与户主关系,村民小组
01-001,李桂芳,户主,1
01-001,王建国,配偶,1
02-001,孙福来,户主,2
`);
const SCREENS = { 首页: '1', 记分: '2', 评分表: '3', 兑换: '6', 库存: '7', 户册: '8', 志愿: '9', 数据: '0' };

/** What axe finds wrong, one line each. Colours are the canvas' affair: the copy is transparent. */
async function faults(screen) {
  await screen.isIdle();
  const { violations } = await screen.page.evaluate(() =>
    window.axe.run(document, { rules: { 'color-contrast': { enabled: false } } }));
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
}

async function expectNoFaults(screen, where) {
  assert.deepEqual(await faults(screen), [], where);
}

test('every screen is well-formed for screen readers', async () => {
  await withScreen('http', {}, async (screen) => {
    await screen.page.evaluate(axe);
    await expectNoFaults(screen, 'set-up');
    await beginVillage(screen);
    await openRoster(screen, ROSTER);
    await expectNoFaults(screen, 'a roster to be imported');
    await writing(screen, () => screen.press('button', '导入 3 人'));
    await award(screen, { household: 'lgf', rule: 'C05' });
    for (const [name, digit] of Object.entries(SCREENS)) {
      await screen.key(`Alt+${digit}`);
      await screen.by('heading', name);
      await expectNoFaults(screen, name);
    }
    await screen.key('Alt+3', 'b', '0', '8', 'Enter', 'Enter', 'ArrowDown', 'Control+Enter');
    await screen.by('grid', '评分表');
    await expectNoFaults(screen, 'a score sheet');
    await showHousehold(screen, '李桂芳');
    await screen.press('figure', '余额');
    await screen.by('dialog', '存折 李桂芳');
    await expectNoFaults(screen, 'a passbook');
    await screen.key('Escape');
    await screen.press('combobox', '组');
    await expectNoFaults(screen, 'a drop-down');
  });
});

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

test('what the computer is asked for is followed: contrast, colours of its own, less motion', async () => {
  await withScreen('http', {}, async (screen) => {
    const ground = async () => (await pixelsOf(screen, 'button', '建立账册')).rgba.slice(0, 4 * 20).join();
    const plain = await ground();
    for (const asked of [{ contrast: 'more' }, { forcedColors: 'active' }]) {
      await screen.page.emulateMedia(asked);
      await screen.isIdle();
      assert.notEqual(await ground(), plain, JSON.stringify(asked));
      await screen.page.emulateMedia({ contrast: null, forcedColors: null });
      await screen.isIdle();
      assert.equal(await ground(), plain);
    }
    await screen.enter('乡镇或街道');
    await screen.page.emulateMedia({ reducedMotion: 'reduce' });
    const pause = (ms) => screen.page.evaluate((time) => new Promise((done) => setTimeout(done, time)), ms);
    await pause(1500);
    const before = await screen.framesDrawn();
    // Time itself is what is measured: two cycles of a caret that would blink.
    await pause(2400);
    assert.equal(await screen.framesDrawn(), before, 'nothing moves');
  });
});
