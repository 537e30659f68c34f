// Keys pressed while the book is still being read from the disk: the screen that they ask for is
// there when the book is, with all that was typed for it, by the keyboard and by an input method.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { withScreen } from './support/browser.mjs';
import { addHousehold, beginVillage, fingerprint, isSavedAfter } from './support/village.mjs';

/** Runs in the page before it begins: a disk that gives the book when window.letOpen is called. */
function holdOpening() {
  const held = [];
  const { set } = Object.getOwnPropertyDescriptor(IDBRequest.prototype, 'onsuccess');
  Object.defineProperty(IDBOpenDBRequest.prototype, 'onsuccess', {
    set(answer) {
      set.call(this, (event) => (window.isOpen ? answer(event) : held.push(() => answer(event))));
    },
  });
  window.letOpen = () => {
    window.isOpen = true;
    for (const answer of held) answer();
  };
}

/** A book with two households, opened again and not there yet. */
async function withBookOpening(run) {
  await withScreen('http', {}, async (screen) => {
    await beginVillage(screen);
    for (const name of ['李桂芳', '孙福来']) await addHousehold(screen, name);
    await screen.page.addInitScript(holdOpening);
    await screen.page.reload();
    await screen.by('progressbar', '正在打开账册');
    await run(screen, () => screen.page.evaluate(() => window.letOpen()));
  });
}

test('a screen and what is typed for it', async () => {
  await withBookOpening(async (screen, open) => {
    await screen.keys('F8', 'l', 'g', 'f');
    await open();
    await screen.by('heading', '记分');
    await screen.has('combobox', '户', { value: 'lgf', focused: true, expanded: 'true' });
    await screen.key('Enter');
    await screen.has('combobox', '户', { value: '李桂芳户' });
    // Nothing of it is pressed once more, and typing goes on as ever.
    await screen.has('combobox', '做事的人', { focused: true });
    await screen.key('Enter');
    await screen.has('combobox', '细则条目', { focused: true, value: '' });
    await screen.typeIme('qingjie', '清洁');
    await screen.has('combobox', '细则条目', { value: '清洁' });
  });
});

test('the letters of a search, the last key still down', async () => {
  await withBookOpening(async (screen, open) => {
    await screen.keys('Alt+8', 's', 'f');
    await screen.page.keyboard.down('l');
    await open();
    await screen.has('searchbox', '姓名、户号、拼音', { value: 'sfl', focused: true });
    await screen.page.keyboard.up('l');
    await screen.type('x');
    await screen.has('searchbox', '姓名、户号、拼音', { value: 'sflx' });
  });
});

test('keys that ask for no screen do nothing, whatever they were', async () => {
  await withBookOpening(async (screen, open) => {
    await screen.keys('Enter', 'Control+Enter', 'x', 'Tab', 'Escape', 'Control+z');
    await open();
    await screen.by('heading', '首页');
    const before = await fingerprint(screen);
    await screen.key('Alt+8');
    await screen.has('searchbox', '姓名、户号、拼音', { value: '' });
    await screen.has('table', '户册', { value: '2', focused: true });
    assert.equal(await fingerprint(screen), before, 'nothing was recorded');
    await addHousehold(screen, '钱建国');
    await isSavedAfter(screen, before);
  });
});
