// Typing Chinese: every case of an input method, through the browser's own input protocol.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { withScreen } from './support/browser.mjs';
import { addHousehold, beginVillage, fieldLabels } from './support/village.mjs';

const { village, town } = fieldLabels;

function typing(name, run) {
  test(name, () => withScreen('http', {}, async (screen) => {
    await screen.enter(village);
    await run(screen);
  }));
}

typing('composed letters become the chosen text, once', async (screen) => {
  await screen.compose('liu');
  await screen.has('textbox', village, { value: '' });  // what is being composed is not text yet
  await screen.compose('liuyin');
  await screen.commit('柳荫村');
  await screen.has('textbox', village, { value: '柳荫村' });
});

typing('a second word follows the first', async (screen) => {
  await screen.typeIme('liu', '柳');
  await screen.typeIme('yin', '荫');
  await screen.has('textbox', village, { value: '柳荫' });
});

typing('a part is chosen, the rest is composed on, then chosen too', async (screen) => {
  await screen.compose('liuyincun');
  // The input method shows the chosen part in front of the letters that are left.
  await screen.compose('柳荫cun');
  await screen.has('textbox', village, { value: '' });
  await screen.commit('柳荫村');
  await screen.has('textbox', village, { value: '柳荫村' });
});

typing('a part is handed over at once, and the letters that are left go on', async (screen) => {
  await screen.compose('liuyincun');
  await screen.insert('柳荫');
  await screen.preEdit('cun');
  await screen.isIdle();
  await screen.has('textbox', village, { value: '柳荫' });
  await screen.compose('c');
  await screen.commit('村');
  await screen.has('textbox', village, { value: '柳荫村' });
});

typing('what is composed goes into the middle of a text, and over a selection', async (screen) => {
  await screen.commit('柳村');
  await screen.key('ArrowLeft');
  await screen.typeIme('yin', '荫');
  await screen.has('textbox', village, { value: '柳荫村' });
  await screen.key('Shift+End');
  await screen.compose('zhen');
  await screen.has('textbox', village, { value: '柳荫村' });  // taken away only by what is chosen
  await screen.commit('镇');
  await screen.has('textbox', village, { value: '柳荫镇' });
});

typing('a cancelled composition leaves nothing', async (screen) => {
  await screen.commit('柳');
  await screen.compose('yin');
  await screen.compose('');
  await screen.has('textbox', village, { value: '柳' });
});

for (const key of ['Backspace', 'Enter', 'Escape', 'ArrowLeft', 'ArrowDown', 'Home', 'PageDown', 'Tab', 'Digit1', 'Space']) {
  typing(`the input method keeps the key ${key} while it composes`, async (screen) => {
    await screen.commit('柳荫');
    await screen.compose('cun');
    const before = await screen.widgets();
    await screen.pressInputMethodKey(key);
    await screen.isIdle();
    assert.deepEqual(await screen.widgets(), before, 'the form is left alone');
    await screen.commit('村');
    await screen.has('textbox', village, { value: '柳荫村', focused: true });
    // The same key once nothing is composed is the field's again.
    await screen.key('Backspace');
    await screen.has('textbox', village, { value: '柳荫' });
  });
}

typing('full-width punctuation arrives once, alone and behind a word', async (screen) => {
  for (const mark of '，。！？：；“”（）《》、…—￥') await screen.insert(mark);
  await screen.has('textbox', village, { value: '，。！？：；“”（）《》、…—￥' });
  await screen.key('Control+a');
  await screen.compose('liu');
  // The mark ends the composition: word and mark come together.
  await screen.commit('柳，');
  await screen.has('textbox', village, { value: '柳，' });
});

/** As an operating system tells it: the key, then its character, and time for frames between them. */
async function typeSlowly(screen, letter) {
  const key = { key: letter, code: `Key${letter.toUpperCase()}` };
  const number = { windowsVirtualKeyCode: letter.toUpperCase().charCodeAt(0) };
  const frames = await screen.framesDrawn();
  await screen.protocol.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key, ...number });
  await screen.until('some frames', (before) => Number(document.getElementById('mirror').dataset.frames) > before + 3, frames);
  await screen.protocol.send('Input.dispatchKeyEvent', { type: 'char', text: letter, ...key });
  await screen.protocol.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, ...number });
  await screen.isIdle();
}

typing('a key whose character comes some frames later is typed once', async (screen) => {
  await typeSlowly(screen, 'l');
  await screen.has('textbox', village, { value: 'l' });
  // In a list nothing takes text yet: the letter itself moves the keyboard to the search box.
  await beginVillage(screen);
  await addHousehold(screen, '李桂芳');
  await screen.key('Alt+1', 'Alt+8');
  for (const letter of 'lgf') await typeSlowly(screen, letter);
  await screen.has('searchbox', '姓名、户号、拼音', { value: 'lgf', focused: true });
});

typing('keys typed ahead of the picture reach the fields they are meant for', async (screen) => {
  await screen.keys('l', 'i', 'u', 'Tab', 'x', 'i', 'Tab', '1', '2', 'Shift+Tab', 'End', 'n', 'Enter', 'End', '3');
  await screen.has('spinbutton', '村民小组', { value: '123', focused: true });
  await screen.has('textbox', village, { value: 'liu' });
  await screen.has('textbox', town, { value: 'xin' });
});

typing('a click into another field commits to the field it was typed in', async (screen) => {
  await screen.compose('liuyin');
  await screen.press('textbox', town);
  await screen.has('textbox', village, { value: 'liuyin' });
  await screen.has('textbox', town, { value: '', focused: true });
});

typing('a character beyond U+FFFF is one character', async (screen) => {
  await screen.commit('𠮷村');
  await screen.key('Backspace');
  await screen.has('textbox', village, { value: '𠮷' });
  await screen.key('Backspace');
  await screen.has('textbox', village, { value: '' });
});
