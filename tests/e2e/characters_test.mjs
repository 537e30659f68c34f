// More different characters than the graphics of an old laptop can hold at once, one screen after
// another: the texture stays within its bound, and what is shown is always drawn as itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { withScreen } from './support/browser.mjs';
import { pixelsOf } from './support/pixels.mjs';
import { importRoster } from './support/roster.mjs';
import { beginVillage } from './support/village.mjs';

const CHARACTERS = 12_000;
const NAME_LENGTH = 6;
const HOUSEHOLDS = CHARACTERS / NAME_LENGTH;
const FIRST = 0x4e00;
/** What old graphics can hold; src/ui/glyph_atlas.h. */
const SIDE_MAX_PX = 4096;
/** Some thirty rows at the largest text. */
const TALL = { width: 1366, height: 2400 };

const nameOf = (household) =>
  String.fromCodePoint(...Array.from({ length: NAME_LENGTH }, (_, i) => FIRST + household * NAME_LENGTH + i));

function sheet() {
  const rows = Array.from({ length: HOUSEHOLDS }, (_, i) => `${String(i + 1).padStart(5, '0')},${nameOf(i)},户主,1`);
  return ['户号,姓名,与户主关系,村民小组', ...rows].join('\n');
}

/** Notes the size of every texture that the page makes from now on. */
async function watchTextures(screen) {
  await screen.page.addInitScript(() => {
    window.textureSides = [];
    const make = WebGL2RenderingContext.prototype.texImage2D;
    WebGL2RenderingContext.prototype.texImage2D = function (...given) {
      if (given.length >= 8) window.textureSides.push([given[3], given[4]]);
      return make.apply(this, given);
    };
  });
}

test('twelve thousand characters at the largest text, and the first ones again', async () => {
  await withScreen('http', { viewport: TALL }, async (screen) => {
    await watchTextures(screen);
    await beginVillage(screen);
    await importRoster(screen, sheet(), HOUSEHOLDS);
    await screen.page.evaluate(() => {
      const before = JSON.parse(localStorage.getItem('jishan:settings') ?? '{}');
      localStorage.setItem('jishan:settings', JSON.stringify({ ...before, text_percent: '200' }));
    });
    await screen.page.reload();
    await screen.isReady();
    await screen.by('heading', '首页');
    await screen.key('Alt+8');
    await screen.press('columnheader', '户号');
    await screen.press('row', nameOf(0));
    await screen.key('Home');
    await screen.isIdle();
    const before = await pixelsOf(screen, 'row', nameOf(0));

    for (let shown = 0; !(await screen.isShown('row', nameOf(HOUSEHOLDS - 1))); shown += 1) {
      assert.ok(shown < HOUSEHOLDS, 'every key goes on');
      await screen.keys(...Array(5).fill('PageDown'));
      await screen.isIdle();
    }
    await screen.key('Home');
    await screen.isIdle();
    assert.deepEqual(await pixelsOf(screen, 'row', nameOf(0)), before);
    const sides = await screen.page.evaluate(() => window.textureSides);
    assert.ok(sides.length >= 3, 'it grew, and began again');
    assert.ok(Math.max(...sides.flat()) <= SIDE_MAX_PX, `sides: ${sides.join(' ')}`);
    const largest = Math.max(...sides.map(([w, h]) => w * h));
    const [lastWidth, lastHeight] = sides.at(-1);
    assert.ok(lastWidth * lastHeight < largest, 'it was emptied when it was full');
  });
});
