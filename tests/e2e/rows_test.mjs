// Ten thousand households: the list asks only for the rows in view, whatever is done with it, and
// finds people by the initials of their names.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { withScreen } from './support/browser.mjs';
import { importRoster, rosterSheet } from './support/roster.mjs';
import { beginVillage } from './support/village.mjs';

const HOUSEHOLDS = 10_000;
const ROWS_MAX = 60;
const NOTCH_PX = 100;

/** The first row of the list, once it is not the one given. */
async function firstRow(screen, other) {
  return screen.until('another first row', (seen) => {
    const row = window.mirrorWidgets().find(({ role }) => role === 'row');
    return row !== undefined && row.label !== seen ? row.label : undefined;
  }, other);
}

/** The most rows that the tables of one frame submitted since the page was last asked. */
async function rowsSubmitted(screen) {
  await screen.isIdle();
  return screen.page.evaluate(() => Number(document.getElementById('mirror').dataset.tableRows));
}

async function expectFewRows(screen, what) {
  const rows = await rowsSubmitted(screen);
  assert.ok(rows > 0 && rows <= ROWS_MAX, `${rows} rows while ${what}`);
}

test('10,000 households: few rows a frame while scrolling, searching and sorting', async () => {
  await withScreen('http', {}, async (screen) => {
    await beginVillage(screen);
    // The numbers 07001 and 08191 lie far from each other and from the beginning of every order.
    await importRoster(screen, rosterSheet(HOUSEHOLDS, { 7001: '张三丰', 8191: '仇是非' }), HOUSEHOLDS);
    await expectFewRows(screen, 'the list is new');

    const list = await screen.by('table', '户册');
    await screen.page.mouse.move(list.x + list.w / 2, list.y + list.h / 2);
    const top = await firstRow(screen);
    for (const notches of [1, 10, 1000]) {
      await screen.page.mouse.wheel(0, notches * NOTCH_PX);
      await expectFewRows(screen, `scrolling ${notches} notches`);
    }
    await firstRow(screen, top);

    await screen.key('Control+f');
    await screen.type('zsf');
    // 张三丰, and 仇 as a surname is qiu: his initials are qsf.
    const found = await screen.has('table', '户册', { value: '1' });
    assert.equal(found.value, '1');
    await screen.by('row', '张三丰');
    await expectFewRows(screen, 'searching for zsf');
    await screen.key('Control+a');
    await screen.type('qsf');
    await screen.by('row', '仇是非');
    await screen.key('Escape');
    await screen.has('table', '户册', { value: String(HOUSEHOLDS) });
    await expectFewRows(screen, 'everything is shown again');

    for (const column of ['户号', '组', '户主']) {
      await screen.press('columnheader', column);
      await expectFewRows(screen, `sorting by ${column}`);
      const first = await firstRow(screen);
      await screen.press('columnheader', column);
      await firstRow(screen, first);
      await expectFewRows(screen, `sorting by ${column}, the other way round`);
    }
  });
});
