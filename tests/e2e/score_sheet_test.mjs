// A paper score sheet of 20 houses × 8 items, entered without leaving the keyboard: keys only, saved
// as one act, and there after a reload. A block from a spreadsheet goes into the same grid.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { withScreen } from './support/browser.mjs';
import { amountOf, csv, openRoster, writing } from './support/desk.mjs';
import { beginVillage, fingerprint, goTo, isSavedAfter } from './support/village.mjs';

const HOUSES = 20;
const NUMBERS = Array.from({ length: HOUSES }, (_, i) => `01-${String(i + 1).padStart(3, '0')}`);
const GIVEN = ['桂芳', '文斌', '福来', '春兰', '建国', '秀英', '志强', '玉兰', '国栋', '小军'];
const HEADS = NUMBERS.map((_, i) => (i < 10 ? '李' : '赵') + GIVEN[i % 10]);
const ROSTER = csv('名册.csv', ['户号,姓名,与户主关系,村民小组', ...NUMBERS.map((number, i) => `${number},${HEADS[i]},户主,1`)].join('\n'));

/** What a tick, a point or a unit is worth, and what the paper says for a house: '' is an empty cell. */
const ITEMS = [
  { code: 'B08', worth: 10, on: (house) => 1 + (house % 3) },
  { code: 'C01', worth: 10, on: (house) => (house % 2 === 0 ? 1 : '') },
  { code: 'C03', worth: 1, on: (house) => 5 + (house % 6) },
  { code: 'C05', worth: 10, on: (house) => (house % 5 === 0 ? '' : 1) },
  { code: 'B10', worth: 1, on: (house) => 5 + house % 16 },
  { code: 'X07', worth: -1, on: (house) => (house % 4 === 3 ? 2 : '') },
  { code: 'X06', worth: -2, on: (house) => (house % 7 === 0 ? 3 : 0) },
  { code: 'B06', worth: 2, on: () => 1 },
];
/** No larger score begins with what is typed there. */
const ENDING = ['C03', 'B10', 'X07', 'B06'];
const pointsOf = (house) => ITEMS.reduce((sum, { worth, on }) => sum + worth * Number(on(house)), 0);

async function focused(screen) {
  return (await screen.widgets()).find((widget) => widget.focused);
}

/** The village of the sheet: twenty households in one group. */
async function prepare(screen) {
  await beginVillage(screen);
  await openRoster(screen, ROSTER);
  await writing(screen, () => screen.press('button', `导入 ${HOUSES} 人`));
  await screen.isGone('dialog', '导入名册');
}

/** Items by their codes, the households of the first group, then the grid. */
async function layOut(screen, codes) {
  await screen.key('Alt+3');
  await screen.has('combobox', '细则条目', { focused: true });
  for (const [place, code] of codes.entries()) {
    await screen.type(code.toLowerCase());
    await screen.has('combobox', '细则条目', { expanded: 'true', value: code.toLowerCase() });
    await screen.key('Enter');
    await screen.table('项目', place + 1);
  }
  await screen.key('Enter');
  await screen.has('combobox', '整组加进来', { focused: true });
  await screen.key('ArrowDown', 'ArrowDown');
  await screen.table('户', HOUSES);
  await screen.key('Control+Enter');
  await screen.by('grid', '评分表');
  assert.equal((await focused(screen)).role, 'gridcell');
}

const readRow = (screen, row, column) => screen.until(`the cell ${column} of ${row}`, ([r, c]) => {
  const all = window.mirrorWidgets();
  const found = all.find(({ role, label }) => role === 'row' && label === r);
  const cell = found && all.find(({ role, label, parent }) => role === 'cell' && label === c && parent === found.id);
  return cell && { value: cell.value };
}, [row, column]).then(({ value }) => value);

/** 可兑分 of every household of the list, by number; a screen holds some of them at a time. */
async function spendable(screen) {
  await goTo(screen, '户册');
  const found = new Map();
  await screen.table('户册', HOUSES);
  for (const key of ['Home', 'End']) {
    await screen.key(key);
    const { rows } = await screen.table('户册', HOUSES);
    for (const { cells } of rows) found.set(cells['户号'], amountOf(cells['可兑分']));
  }
  return found;
}

test('a paper sheet of 20 houses × 8 items by keys alone, saved as one act', async () => {
  await withScreen('http', {}, async (screen) => {
    await prepare(screen);
    await screen.page.evaluate(() => {
      window.pointed = [];
      for (const type of ['pointerdown', 'mousedown', 'click', 'wheel', 'touchstart']) {
        window.addEventListener(type, (event) => event.isTrusted && window.pointed.push(type), { capture: true });
      }
    });
    await layOut(screen, ITEMS.map(({ code }) => code));
    const before = await fingerprint(screen);
    for (let house = 0; house < HOUSES; house += 1) {
      for (const { code, on } of ITEMS) {
        const typed = String(on(house));
        // Where a longer number could follow, Enter ends the cell; an empty one is passed over.
        const endsItself = typed !== '' && (ENDING.includes(code) || typed === '0');
        await screen.keys(...typed, ...(endsItself ? [] : ['Enter']));
      }
    }
    await screen.isIdle();
    assert.equal((await focused(screen)).label, `${HEADS[HOUSES - 1]} · B06 介绍一人登记为志愿者`, 'the caret stands in the last cell');
    const total = NUMBERS.reduce((sum, _, house) => sum + pointsOf(house), 0);
    assert.equal(amountOf(await readRow(screen, '合计', '合计')), total);
    assert.equal(amountOf(await readRow(screen, HEADS[HOUSES - 1], '合计')), pointsOf(HOUSES - 1));
    await screen.key('Control+Enter');
    await isSavedAfter(screen, before);
    assert.deepEqual(await screen.page.evaluate(() => window.pointed), []);

    await screen.page.reload();
    await screen.isReady();
    const kept = await spendable(screen);
    assert.deepEqual([...kept].sort(), NUMBERS.map((number, house) => [number, pointsOf(house)]));
    screen.expectNoErrors();
  });
});

test('a block from a spreadsheet goes into the grid, and what it cannot mean is told at its cell', async () => {
  await withScreen('http', {}, async (screen) => {
    await prepare(screen);
    await layOut(screen, ['C03', 'B08']);
    await screen.clipboard('7\t2\n8\t好\n12\t1\n');
    await screen.key('Control+v');
    await screen.by('status', '贴进 6 格');
    assert.equal(amountOf(await readRow(screen, '合计', '合计')), 7 + 20 + 8 + 10);
    const before = await fingerprint(screen);
    await screen.key('Control+Enter');
    for (const [told, right] of [['这里要写数字', '3'], ['要在 5 到 10 之间', '9']]) {
      const cell = await focused(screen);
      assert.deepEqual([cell.role, cell.invalid, cell.description], ['gridcell', true, told]);
      await screen.type(right);
      await screen.key('Control+Enter');
    }
    await isSavedAfter(screen, before);
    const kept = await spendable(screen);
    assert.deepEqual(NUMBERS.slice(0, 4).map((number) => kept.get(number)), [27, 38, 19, 0]);
    // Taken back as one.
    const after = await fingerprint(screen);
    await screen.key('F6', 'Control+z');
    await isSavedAfter(screen, after);
    assert.ok([...(await spendable(screen)).values()].every((points) => points === 0));
    screen.expectNoErrors();
  });
});

test('a half-typed sheet is there again after the page was closed, group after group by keys', async () => {
  await withScreen('http', {}, async (screen) => {
    await prepare(screen);
    await layOut(screen, ['B08', 'C01']);
    await screen.keys('2', 'Enter', '1', 'Enter', '3', 'Enter');
    await screen.key('Alt+PageDown');  // there is one group: its rows are the same
    assert.equal((await focused(screen)).role, 'gridcell');
    await screen.isIdle();
    await screen.page.reload();
    await screen.isReady();
    await screen.by('row', '评分表没有录完');
    await screen.key('Alt+3');
    await screen.by('grid', '评分表');
    await screen.by('status', '上次没录完的评分表接着录，录过的 3 格都在');
    assert.equal(amountOf(await readRow(screen, '合计', '合计')), 2 * 10 + 10 + 3 * 10);
    const before = await fingerprint(screen);
    await screen.key('Control+Enter');
    await isSavedAfter(screen, before);
    const kept = await spendable(screen);
    assert.deepEqual(NUMBERS.slice(0, 3).map((number) => kept.get(number)), [30, 30, 0]);
    screen.expectNoErrors();
  });
});
