// The page opens, served and by double click, draws Chinese with the browser's fonts, and draws
// nothing while nobody does anything.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { PLACES, withScreen } from './support/browser.mjs';
import { inkShare, pixelsOf } from './support/pixels.mjs';
import { fieldLabels } from './support/village.mjs';

for (const place of PLACES) {
  test(`opens at set-up and draws its Chinese title (${place})`, async () => {
    await withScreen(place, {}, async (screen) => {
      const share = await inkShare(screen, 'heading', '建立账册');
      // Blank ground has no ink; the title and its small subtitle cover a part of the head.
      assert.ok(share > 0.005 && share < 0.3, `ink covers ${share} of the head`);
    });
  });
}

test('draws nothing while nobody does anything', async () => {
  await withScreen('http', {}, async (screen) => {
    await screen.press('radio', '用示例村练习');  // no text field, so no caret blinks
    // Not waits for a state: the absence of frames can only be seen over time. The first second
    // belongs to the pointer, which may still bring up a tooltip.
    const pause = (ms) => screen.page.evaluate((time) => new Promise((done) => setTimeout(done, time)), ms);
    await pause(1500);
    const before = await screen.framesDrawn();
    await pause(4000);
    assert.equal(await screen.framesDrawn(), before);
  });
});

test('rare characters are drawn as themselves, not as the missing glyph', async () => {
  await withScreen('http', {}, async (screen) => {
    const pictureOf = async (character) => {
      await screen.enter(fieldLabels.village);
      await screen.key('Control+a');
      await screen.commit(character);
      await screen.has('textbox', fieldLabels.village, { value: character });
      await screen.enter(fieldLabels.person);
      return (await pixelsOf(screen, 'textbox', fieldLabels.village)).rgba.join();
    };
    const missing = await pictureOf('\u{10FFFD}');
    for (const character of ['䶮', '𠮷', '𬱖', '𫍯', '㛃']) {
      assert.notEqual(await pictureOf(character), missing, character);
    }
  });
});
