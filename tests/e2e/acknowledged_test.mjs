// What a person sees after a key that records something: one picture that shows it saved when the
// store answers soon, and without delay what was recorded when it does not.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { withScreen } from './support/browser.mjs';
import { beginVillage, fillHousehold, fingerprint, isSaved, isSavedAfter } from './support/village.mjs';

/** The bound of web/src/frames.ts. */
const ANSWER_AWAITED_MS = 25;

/** Runs in the page: notes in window.passed what crosses the seam, in order. */
function watchSeam() {
  const passed = (window.passed = []);
  const note = (owner, name, word) => {
    const call = owner[name].bind(owner);
    owner[name] = (...words) => {
      passed.push(word);
      return call(...words);
    };
  };
  note(window.JishanHost, 'storeAppend', 'given to the store');
  note(window.Module, '_jishan_saved', 'acknowledged');
  note(window.Module, '_jishan_picture', 'picture');
}

/** Runs in the page: the bound never ends, however slow this computer is. */
function waitForEver(boundMs) {
  const setTimer = window.setTimeout;
  window.setTimeout = (run, ms) => (ms === boundMs ? 0 : setTimer(run, ms));
}

/** Runs in the page: the disk answers only when window.letDiskAnswer is called. */
function holdDisk() {
  const held = [];
  const { set } = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete');
  Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
    set(answer) {
      set.call(this, (event) => (window.letDiskAnswer === undefined ? answer(event) : held.push(() => answer(event))));
    },
  });
  window.letDiskAnswer = () => {
    window.letDiskAnswer = undefined;
    for (const answer of held) answer();
  };
}

async function prepared(screen, ...changes) {
  await beginVillage(screen);
  await fillHousehold(screen, '赵桂芳');
  await screen.page.evaluate(watchSeam);
  for (const change of changes) await screen.page.evaluate(change, ANSWER_AWAITED_MS);
  return fingerprint(screen);
}

async function passedSinceGiven(screen) {
  const passed = await screen.page.evaluate(() => window.passed);
  return passed.slice(passed.indexOf('given to the store'));
}

for (const [hand, confirm] of [
  ['a key', (screen) => screen.page.keyboard.press('Control+Enter')],
  ['a click', async (screen) => {
    const { x, y, w, h } = await screen.by('button', '保存这户');
    await screen.page.mouse.move(x + w / 2, y + h / 2);
    await screen.isIdle();
    await screen.page.mouse.down();
    await screen.page.mouse.up();
  }],
]) {
  test(`the first picture after ${hand} that records something shows it saved`, async () => {
    await withScreen('http', {}, async (screen) => {
      const before = await prepared(screen, waitForEver, holdDisk);
      await confirm(screen);
      // The screen is refreshed meanwhile, and nothing is painted.
      await screen.page.evaluate(() => new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)));
      }));
      assert.deepEqual(await passedSinceGiven(screen), ['given to the store']);
      await screen.page.evaluate(() => window.letDiskAnswer());
      await isSavedAfter(screen, before);
      assert.deepEqual((await passedSinceGiven(screen)).slice(0, 3), ['given to the store', 'acknowledged', 'picture']);
    });
  });
}

test('while the disk lets itself be waited for, what was recorded is shown and typing goes on', async () => {
  await withScreen('http', {}, async (screen) => {
    const before = await prepared(screen, holdDisk);
    await screen.page.keyboard.press('Control+Enter');
    await screen.until('another fingerprint', (old) =>
      window.mirrorWidgets().some(({ label }) => label.startsWith('指纹 ') && label !== old), before);
    await fillHousehold(screen, '钱建国');
    await screen.has('status', '正在保存……', {});
    const passed = await passedSinceGiven(screen);
    assert.deepEqual(passed.slice(0, 2), ['given to the store', 'picture']);
    assert.ok(!passed.includes('acknowledged'));
    await screen.page.evaluate(() => window.letDiskAnswer());
    await isSaved(screen);
    await screen.has('textbox', '户主姓名', { value: '钱建国' });
  });
});
