// What a person asked of the whole computer is followed at once: more contrast, colours of their own,
// less motion.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { withScreen } from './support/browser.mjs';
import { pixelsOf } from './support/pixels.mjs';
import { fieldLabels } from './support/village.mjs';

const pause = (screen, ms) => screen.page.evaluate((time) => new Promise((done) => setTimeout(done, time)), ms);

/** The colours that cover most of the window: grounds, and the letters of a primary button. */
async function grounds(screen) {
  const { rgba } = await pixelsOf(screen, 'button', '建立账册');
  const first = rgba.slice(0, 3).join();
  const page = await screen.page.screenshot({ clip: { x: 2, y: 60, width: 4, height: 4 } });
  return { button: first, page: page.toString('base64') };
}

/** From src/ui/theme.cpp: the accent of the two themes. */
const ACCENT = { plain: [0x1a, 0x6b, 0x56], contrast: [0xff, 0xe1, 0x4d] };

async function shareOf(screen, [r, g, b]) {
  const { rgba } = await pixelsOf(screen, 'button', '建立账册');
  let count = 0;
  for (let at = 0; at < rgba.length; at += 4) if (rgba[at] === r && rgba[at + 1] === g && rgba[at + 2] === b) count += 1;
  return count / (rgba.length / 4);
}

for (const [name, asked] of [['more contrast', { contrast: 'more' }], ['colours of their own', { forcedColors: 'active' }]]) {
  test(`${name}: the theme of high contrast, and the plain one again afterwards`, async () => {
    await withScreen('http', {}, async (screen) => {
      const plain = await grounds(screen);
      assert.ok(await shareOf(screen, ACCENT.plain) > 0.5);
      await screen.page.emulateMedia(asked);
      await screen.isIdle();
      assert.ok(await shareOf(screen, ACCENT.contrast) > 0.5, 'the button is yellow on black');
      assert.notEqual((await grounds(screen)).page, plain.page, 'the ground is another');
      // What is being composed takes the colours of its field.
      await screen.enter(fieldLabels.village);
      await screen.compose('liu');
      const { color, ground } = await screen.page.evaluate(() => {
        const style = getComputedStyle(document.getElementById('typing'));
        return { color: style.color, ground: style.backgroundColor };
      });
      assert.deepEqual([color, ground], ['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
      await screen.commit('柳');
      await screen.page.emulateMedia({ contrast: null, forcedColors: null });
      await screen.isIdle();
      assert.ok(await shareOf(screen, ACCENT.plain) > 0.5);
    });
  });
}

test('less motion: the caret stands still and nothing is drawn', async () => {
  await withScreen('http', {}, async (screen) => {
    await screen.page.emulateMedia({ reducedMotion: 'reduce' });
    await screen.enter(fieldLabels.town);
    await pause(screen, 1500);
    const before = await screen.framesDrawn();
    // Time itself is what is measured: two cycles of a caret that would blink.
    await pause(screen, 2400);
    assert.equal(await screen.framesDrawn(), before, 'nothing moves');
    await screen.page.emulateMedia({ reducedMotion: 'no-preference' });
    await screen.key('ArrowLeft');
    await screen.until('the caret to blink again', (frames) =>
      Number(document.getElementById('mirror').dataset.frames) > frames + 3, before);
  });
});
