// Two windows of one book: one has it, the other one gets it when the person says so.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Profile } from './support/browser.mjs';
import { beginVillage, fillHousehold, fingerprint, goTo, isSaved } from './support/village.mjs';

const ELSEWHERE = '一台电脑同时只能有一个窗口记账。接到这里，那个窗口会先存好再让出来。';

async function withTwo(run) {
  const profile = await Profile.make('http');
  try {
    const first = await profile.open();
    await beginVillage(first);
    const second = await profile.openAnother();
    await second.by('text', ELSEWHERE);
    assert.ok(await first.isShown('menuitem', '首页'));
    await run(first, second);
  } finally {
    await profile.discard();
  }
}

test('a window hands the book over with everything saved, and gets it back', async () => {
  await withTwo(async (first, second) => {
    await goTo(first, '户册');
    await fillHousehold(first, '李桂芳');
    const told = await fingerprint(first);
    await second.press('button', '接到这里');
    await second.by('menuitem', '首页');
    assert.equal(await fingerprint(second), told);
    await first.by('text', ELSEWHERE);
    await first.press('button', '接到这里');
    await first.by('menuitem', '首页');
    await isSaved(first);
    await second.by('text', ELSEWHERE);
  });
});

test('a window that is closed leaves the book to the other one', async () => {
  await withTwo(async (first, second) => {
    await first.page.close();
    await second.press('button', '接到这里');
    await second.by('menuitem', '首页');
  });
});

test('the book is taken from a window that hangs, which notices when it goes on', async () => {
  await withTwo(async (first, second) => {
    const client = await first.page.context().newCDPSession(first.page);
    await client.send('Debugger.enable');
    await client.send('Debugger.pause');
    // The pause comes with the next script that runs.
    const hangs = first.page.evaluate(() => document.title);
    await second.press('button', '接到这里');
    await second.by('menuitem', '首页');
    await client.send('Debugger.resume');
    await client.send('Debugger.disable');
    await hangs;
    await first.by('text', ELSEWHERE);
  });
});
