// The page opens, served and by double click, and draws Chinese with the browser's fonts.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { PLACES, withScreen } from './support/browser.mjs';
import { inkShare } from './support/pixels.mjs';

for (const place of PLACES) {
  test(`opens and draws its Chinese name (${place})`, async () => {
    await withScreen(place, {}, async (screen) => {
      await screen.by('heading', '积善簿');
      const share = await inkShare(screen, 'heading', '积善簿');
      // Blank ground has no ink; three characters fill a fifth to a half of their boxes.
      assert.ok(share > 0.1 && share < 0.7, `ink covers ${share} of the name`);
    });
  });

  test(`draws nothing while nobody does anything (${place})`, async () => {
    await withScreen(place, {}, async (screen) => {
      await screen.isIdle();
      const before = await screen.framesDrawn();
      // Not a wait for a state: the absence of frames can only be seen over time.
      await screen.page.evaluate(() => new Promise((done) => setTimeout(done, 3000)));
      assert.equal(await screen.framesDrawn(), before);
    });
  });
}
