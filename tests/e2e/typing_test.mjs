// Typing Chinese: every case of an input method, through the browser's own input protocol.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { withScreen } from './support/browser.mjs';
import { fieldLabels } from './support/village.mjs';

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

typing('a cancelled composition leaves nothing', async (screen) => {
  await screen.commit('柳');
  await screen.compose('yin');
  await screen.compose('');
  await screen.has('textbox', village, { value: '柳' });
});

for (const key of ['Backspace', 'Enter', 'Escape', 'ArrowLeft', 'ArrowDown', 'Digit1', 'Space']) {
  typing(`the input method keeps the key ${key} while it composes`, async (screen) => {
    await screen.commit('柳荫');
    await screen.compose('cun');
    await screen.pressInputMethodKey(key);
    await screen.commit('村');
    await screen.has('textbox', village, { value: '柳荫村', focused: true });
  });
}

typing('full-width punctuation arrives once', async (screen) => {
  await screen.commit('，');
  await screen.commit('。');
  await screen.has('textbox', village, { value: '，。' });
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

typing('private-use code points of old input methods become the real character', async (screen) => {
  await screen.commit('\uE863');
  await screen.has('textbox', village, { value: '䶮' });
});

typing('what is copied from one field can be pasted into another', async (screen) => {
  await screen.commit('柳荫村');
  await screen.key('Control+a', 'Control+c');
  await screen.enter(town);
  await screen.key('Control+v');
  await screen.has('textbox', town, { value: '柳荫村' });
});

typing('cutting takes the text away', async (screen) => {
  await screen.commit('柳荫村');
  await screen.key('Control+a', 'Control+x');
  await screen.has('textbox', village, { value: '' });
  await screen.key('Control+v');
  await screen.has('textbox', village, { value: '柳荫村' });
});

typing('a text of 10 kB is cut at 500 characters, and the field says so', async (screen) => {
  await screen.clipboard('柳'.repeat(3400));
  await screen.key('Control+v');
  const { value } = await screen.has('textbox', village, { focused: true });
  assert.equal([...value].length, 500);
  await screen.until('the field to say so', (label) =>
    window.findWidget('textbox', label).description.includes('500'), village);
});

typing('a lost modifier key does not stop typing', async (screen) => {
  await screen.page.keyboard.down('Control');
  await screen.page.evaluate(() => window.dispatchEvent(new Event('blur')));
  await screen.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await screen.page.keyboard.up('Control');
  await screen.commit('柳');
  await screen.has('textbox', village, { value: '柳' });
});
