// Copy, cut and paste as everywhere else, and no browser ever asks whether that is allowed.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { withScreen } from './support/browser.mjs';
import { fieldLabels } from './support/village.mjs';

const { village, town } = fieldLabels;

function inField(name, run) {
  test(name, () => withScreen('http', {}, async (screen) => {
    await screen.enter(village);
    await run(screen);
  }));
}

inField('what is copied from one field can be pasted into another', async (screen) => {
  await screen.commit('柳荫村');
  await screen.key('Control+a', 'Control+c');
  await screen.enter(town);
  await screen.key('Control+v');
  await screen.has('textbox', town, { value: '柳荫村' });
  await screen.has('textbox', village, { value: '柳荫村' });
});

inField('cutting takes the text away', async (screen) => {
  await screen.commit('柳荫村');
  await screen.key('Control+a', 'Control+x');
  await screen.has('textbox', village, { value: '' });
  await screen.key('Control+v');
  await screen.has('textbox', village, { value: '柳荫村' });
});

inField('Ctrl+V twice fast pastes twice, each time what was on the clipboard then', async (screen) => {
  await screen.clipboard('柳荫');
  // In one turn of the page: both come before any frame.
  await screen.keys('Control+v', 'Control+v');
  await screen.has('textbox', village, { value: '柳荫柳荫' });
  await screen.page.evaluate(() => {
    for (const text of ['一组', '二组']) {
      const copied = new DataTransfer();
      copied.setData('text/plain', text);
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: copied, bubbles: true, cancelable: true }));
    }
  });
  await screen.has('textbox', village, { value: '柳荫柳荫一组二组' });
  await screen.key('Control+z');
  await screen.has('textbox', village, { value: '柳荫柳荫一组' });
});

inField('select, copy, go on and paste as fast as the keys come', async (screen) => {
  await screen.commit('临溪');
  await screen.keys('Control+a', 'Control+c', 'End', 'Control+v', 'Control+v', 'Backspace', 'Control+a', 'Control+x', 'Tab', 'Control+v');
  await screen.has('textbox', town, { value: '临溪临溪临', focused: true });
  await screen.has('textbox', village, { value: '' });
});

inField('pasting while a word is composed keeps the word, and its order', async (screen) => {
  await screen.clipboard('村');
  await screen.compose('liuyin');
  await screen.key('Control+v');
  await screen.has('textbox', village, { value: 'liuyin村', focused: true });
  await screen.commit('委会');
  await screen.has('textbox', village, { value: 'liuyin村委会' });
});

inField('a text of 10 kB is cut at 500 characters, and the field says so', async (screen) => {
  await screen.clipboard('柳'.repeat(3400));
  await screen.key('Control+v');
  const { value } = await screen.has('textbox', village, { focused: true });
  assert.equal([...value].length, 500);
  await screen.until('the field to say so', (label) =>
    window.findWidget('textbox', label).description.includes('500'), village);
});

inField('a block of cells in a field of one line becomes one line', async (screen) => {
  await screen.clipboard('柳荫村\t一组\r\n桃源村\t二组\r\n');
  await screen.key('Control+v');
  const { value } = await screen.by('textbox', village);
  assert.ok(value.startsWith('柳荫村') && value.includes('桃源村'), value);
  assert.doesNotMatch(value, /[\t\r\n]/);
});

inField('the menu of the browser pastes, copies and cuts too', async (screen) => {
  await screen.clipboard('柳荫村');
  const fromMenu = (command) => screen.protocol.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: [command] });
  await fromMenu('paste');
  await screen.has('textbox', village, { value: '柳荫村' });
  await screen.key('Shift+ArrowLeft');
  await fromMenu('cut');
  await screen.has('textbox', village, { value: '柳荫' });
  await screen.enter(town);
  await fromMenu('paste');
  await screen.has('textbox', town, { value: '村' });
});

inField('the clipboard is never asked for: no browser ever shows a question', async (screen) => {
  await screen.clipboard('柳荫村');
  await screen.page.evaluate(() => {
    window.asked = [];
    for (const name of ['read', 'readText']) {
      navigator.clipboard[name] = () => { window.asked.push(name); return Promise.reject(new Error('asked')); };
    }
  });
  await screen.key('Control+v', 'Control+v');
  await screen.has('textbox', village, { value: '柳荫村柳荫村' });
  await screen.key('Control+a', 'Control+c', 'Control+x');
  await screen.key('Control+v');
  await screen.has('textbox', village, { value: '柳荫村柳荫村' });
  assert.deepEqual(await screen.page.evaluate(() => window.asked), []);
});
