// The dialogs that any screen may show, and what stands in place of a screen: opening a book, a book
// that is open elsewhere, a stopped program. At the end the list of dialogs is compared with the
// sources, so that one that is added later is walked or fails the test.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Profile } from './support/browser.mjs';
import { expectDialog, expectKeyboardPath, expectWellFormed, withAccess, withoutGraphics } from './support/access.mjs';
import { dialogs, layersOfSources, prepare, sameAs } from './support/dialogs.mjs';
import { beginVillage } from './support/village.mjs';

test('help, tour, finder and export', async (t) => {
  await withAccess(async (screen) => {
    await prepare.frame(screen);
    for (const [name, open] of Object.entries(dialogs.frame)) await t.test(name, () => expectDialog(screen, open, name));
  });
});

test('a long task, which Esc stops', async () => {
  await withAccess(async (screen) => {
    await dialogs.setup.sample(screen);
    // Without frames the task stands still while it is looked at.
    await screen.page.evaluate(() => {
      window.frameOf = window.requestAnimationFrame;
      window.requestAnimationFrame = () => 0;
    });
    assert.ok(await screen.isShown('button', '停止'));
    await expectWellFormed(screen, 'a task');
    await screen.page.evaluate(() => { window.requestAnimationFrame = window.frameOf; });
    await screen.page.keyboard.press('Escape');
    await screen.isGone('progressbar', '正在做示例村');
  });
});

test('a book that is open in another window, and a stopped program', async () => {
  const profile = await Profile.make('http');
  try {
    const first = await profile.open({ beforehand: [withoutGraphics] });
    await beginVillage(first);
    const second = await profile.openAnother();
    await second.by('button', '接到这里');
    await expectWellFormed(second, 'a book that is open elsewhere');
    await expectKeyboardPath(second, 'a book that is open elsewhere');
    await second.page.evaluate(() => window.Module.onAbort('stopped by a test'));
    await second.page.getByRole('alertdialog').waitFor();
    await expectWellFormed(second, 'a stopped program');
    // Plain elements of the page: the browser itself moves the keyboard and paints the ring.
    const buttons = await second.page.getByRole('alertdialog').getByRole('button').count();
    const met = new Set();
    for (let stop = 0; stop < buttons + 3; stop += 1) {
      await second.page.keyboard.press('Tab');
      met.add(await second.page.evaluate(() => document.activeElement.tagName === 'BUTTON' && document.activeElement.textContent));
    }
    met.delete(false);
    assert.ok(met.size >= Math.min(2, buttons), `Tab comes to ${[...met]}`);
  } finally {
    await profile.discard();
  }
});

test('no dialog of the program is left out', async () => {
  const walked = new Set(Object.values(dialogs).flatMap((area) => Object.keys(area)));
  // What stands here in place of a dialog that the test above makes by itself.
  walked.add('trouble_title');
  const missed = [...(await layersOfSources())].filter((name) => !walked.has(name) && !walked.has(sameAs[name]));
  assert.deepEqual(missed, []);
});
