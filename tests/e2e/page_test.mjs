// The page around the program: sharp at every scaling, and clear in words when it cannot go on.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { Profile, withScreen } from './support/browser.mjs';
import { beginVillage, fieldLabels, fingerprint } from './support/village.mjs';

for (const scaling of [1, 1.25, 2]) {
  test(`every pixel of the canvas is a pixel of the screen at scaling ${scaling}`, async () => {
    await withScreen('http', { scaling }, async (screen) => {
      const size = await screen.page.evaluate(() => {
        const canvas = document.getElementById('canvas');
        const { width, height } = canvas.getBoundingClientRect();
        return { ratio: window.devicePixelRatio, css: [width, height], pixels: [canvas.width, canvas.height] };
      });
      assert.equal(size.ratio, scaling);
      assert.deepEqual(size.pixels, size.css.map((length) => Math.round(length * scaling)));
      // A click still lands on what the mirror names.
      await screen.enter(fieldLabels.town);
    });
  });
}

/** Runs in the page before it begins: a browser that lets nothing be drawn. */
function refuseToDraw() {
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (...words) {
    return this.isConnected ? null : getContext.apply(this, words);
  };
}

test('a browser that draws nothing says so and offers a copy', async () => {
  const profile = await Profile.make('http');
  try {
    const screen = await profile.open({ beforehand: [refuseToDraw] });
    const panel = screen.page.getByRole('alertdialog');
    assert.match(await panel.getAttribute('aria-label'), /画不出账簿/);
    assert.equal(await panel.getByRole('button', { name: '存一份到文件' }).count(), 1);
  } finally {
    await profile.discard();
  }
});

test('a stopped program still hands out the books, and opens again with them', async () => {
  await withScreen('http', {}, async (screen) => {
    await beginVillage(screen);
    const before = await fingerprint(screen);
    await screen.page.evaluate(() => window.Module.onAbort('stopped by a test'));
    const panel = screen.page.getByRole('alertdialog', { name: '出了问题，已保存的账都在' });
    const download = screen.page.waitForEvent('download');
    await panel.getByRole('button', { name: '存一份到文件' }).click();
    const file = JSON.parse(await readFile(await (await download).path(), 'utf8'));
    assert.equal(file.fmt, 'jishan');
    assert.equal(file.events[0].k, 'village.create');
    assert.equal(file.n, file.events.length);
    await panel.getByRole('status').filter({ hasText: '存好了，1 本账' }).waitFor();
    await panel.getByRole('button', { name: '重新打开' }).click();
    assert.equal(await fingerprint(screen), before);
  });
});

/** The page is stopped by an error of its own; gives the panel. */
async function stopBy(screen, fail) {
  await screen.page.evaluate(fail);
  const panel = screen.page.getByRole('alertdialog');
  await panel.waitFor();
  return panel;
}

for (const [what, fail] of [
  ['an error', () => setTimeout(() => null.book)],
  ['a promise that nobody caught', () => { Promise.reject(new TypeError('broken by a test')); }],
]) {
  test(`${what} stops the program, keeps what was saved and tells a developer what it was`, async () => {
    const profile = await Profile.make('http');
    try {
      const screen = await profile.open();
      await beginVillage(screen);
      const before = await fingerprint(screen);
      const panel = await stopBy(screen, fail);
      assert.equal(await panel.getAttribute('aria-label'), '出了问题，已保存的账都在');
      assert.equal(await screen.page.locator('#canvas').isVisible(), false);
      await panel.getByText('给开发人员看的').click();
      await screen.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await panel.getByRole('button', { name: '复制这些字' }).click();
      await panel.getByRole('status').filter({ hasText: '复制好了' }).waitFor();
      const copied = await screen.clipboard();
      assert.match(copied, /TypeError: /);
      assert.match(copied, /Chrome/);
      assert.doesNotMatch(copied, /柳荫村|周敏/, 'nothing of the book goes to a developer');
      await panel.getByRole('button', { name: '重新打开' }).click();
      assert.equal(await fingerprint(screen), before);
    } finally {
      await profile.discard();
    }
  });
}

test('errors of a browser extension in the page stop nothing', async () => {
  const profile = await Profile.make('http');
  try {
    const screen = await profile.open();
    await screen.page.evaluate(async () => {
      const asExtension = (code) => `${code}\n//# sourceURL=chrome-extension://aaaabbbbccccdddd/page.js`;
      const arrived = (kind) => new Promise((done) => window.addEventListener(kind, done));
      const both = Promise.all([arrived('error'), arrived('unhandledrejection')]);
      setTimeout(asExtension("throw new TypeError('not ours');"));
      setTimeout(asExtension("Promise.reject(new TypeError('not ours'));"));
      await both;
    });
    await beginVillage(screen);
    assert.equal(await screen.page.locator('#panel').count(), 0);
  } finally {
    await profile.discard();
  }
});

test('the panel of a stopped program works by keys alone and speaks the chosen language', async () => {
  const profile = await Profile.make('http');
  try {
    const screen = await profile.open();
    await beginVillage(screen);
    await screen.page.evaluate(() => localStorage.setItem('jishan:settings', JSON.stringify({ language: 'en' })));
    const panel = await stopBy(screen, () => window.Module.onAbort('stopped by a test'));
    assert.equal(await panel.getAttribute('aria-label'), 'Something went wrong; what was saved is safe');
    assert.doesNotMatch(await panel.innerText(), /\p{Script=Han}/u);
    const download = screen.page.waitForEvent('download');
    await screen.page.keyboard.press('Enter');
    assert.match((await download).suggestedFilename(), /^柳荫村-[\d-]+\.jishan\.json$/);
    await panel.getByRole('status').filter({ hasText: 'Saved 1 book' }).waitFor();
    await screen.page.keyboard.press('Tab');
    await screen.page.keyboard.press('Enter');
    await screen.by('menuitem', 'Home');
  } finally {
    await profile.discard();
  }
});

test('a blinking caret costs two frames a cycle', async () => {
  await withScreen('http', {}, async (screen) => {
    await screen.enter(fieldLabels.village);
    const pause = (ms) => screen.page.evaluate((time) => new Promise((done) => setTimeout(done, time)), ms);
    // Time itself is what is measured: a cycle lasts 1.2 s.
    await pause(1500);
    const before = await screen.framesDrawn();
    await pause(3600);
    const drawn = (await screen.framesDrawn()) - before;
    assert.ok(drawn >= 2 && drawn <= 7, `${drawn} frames in three cycles`);
  });
});
