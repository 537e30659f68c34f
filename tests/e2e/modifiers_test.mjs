// Keys that are held while something else takes the keyboard: the browser never tells that they were
// let go, and nothing may stay pressed for ever.
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

const KEYS = {
  Shift: { key: 'Shift', code: 'ShiftLeft', windowsVirtualKeyCode: 16, modifiers: 8 },
  Control: { key: 'Control', code: 'ControlLeft', windowsVirtualKeyCode: 17, modifiers: 2 },
  Alt: { key: 'Alt', code: 'AltLeft', windowsVirtualKeyCode: 18, modifiers: 1 },
};

/** A key goes down and its way up is never told. */
async function holdForEver(screen, name) {
  await screen.protocol.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...KEYS[name] });
}

/** Another window comes in front and goes again, as with Alt+Tab. */
async function lookElsewhere(screen) {
  await screen.protocol.send('Emulation.setFocusEmulationEnabled', { enabled: false });
  const other = await screen.page.context().newPage();
  await other.bringToFront();
  await screen.page.waitForFunction(() => !document.hasFocus());
  await screen.page.bringToFront();
  await screen.page.waitForFunction(() => document.hasFocus());
  await other.close();
  await screen.isIdle();
}

/** Plain typing, arrows without selecting, no chord. */
async function typesAsEver(screen) {
  await screen.type('liu');
  await screen.key('Home', 'Delete');
  await screen.has('textbox', village, { value: 'iu', focused: true });
  await screen.commit('柳');
  await screen.has('textbox', village, { value: '柳iu' });
  await screen.key('End', 'ArrowLeft', 'Backspace');
  await screen.has('textbox', village, { value: '柳u' });
}

for (const name of Object.keys(KEYS)) {
  inField(`${name} that is never let go does not stick`, async (screen) => {
    await holdForEver(screen, name);
    await typesAsEver(screen);
  });

  inField(`another window while ${name} is down leaves it behind`, async (screen) => {
    await holdForEver(screen, name);
    await lookElsewhere(screen);
    // An input method tells no key at all: only the window's coming and going says what is held.
    await screen.protocol.send('Input.insertText', { text: '柳' });
    await screen.has('textbox', village, { value: '柳', focused: true });
    await screen.key('Backspace');
    await typesAsEver(screen);
  });
}

inField('Ctrl that is still held when the window comes back is known', async (screen) => {
  await screen.type('liu');
  await screen.page.keyboard.down('Control');
  await lookElsewhere(screen);
  await screen.page.keyboard.press('a');
  await screen.page.keyboard.up('Control');
  await screen.type('x');
  await screen.has('textbox', village, { value: 'x' });
});

inField('Shift that switches the input method between two words leaves both in the field', async (screen) => {
  await screen.typeIme('liu', '柳');
  // Down and, because the input method keeps it, never up: now letters come as they are.
  await holdForEver(screen, 'Shift');
  await screen.type('abc');
  await screen.pressInputMethodKey('ShiftLeft');
  await screen.typeIme('yin', '荫');
  await screen.has('textbox', village, { value: '柳abc荫', focused: true });
  await screen.key('Shift+Tab', 'Tab');
  await screen.has('textbox', village, { focused: true });
});

inField('a chord whose letter is let go after Ctrl presses the letter again', async (screen) => {
  await screen.type('liu');
  await screen.page.keyboard.down('Control');
  await screen.page.keyboard.down('a');
  await screen.page.keyboard.up('Control');
  await screen.page.keyboard.up('a');
  await screen.type('a');
  await screen.has('textbox', village, { value: 'a' });
  await screen.key('Control+a');
  await screen.type('b');
  await screen.has('textbox', village, { value: 'b' });
});

inField('a held key goes on when the keyboard repeats it, not by a clock of the program', async (screen) => {
  const { keyboard } = screen.page;
  await keyboard.down('Tab');
  // Time itself is what is looked at: longer than any delay before a repetition.
  await screen.page.evaluate(() => new Promise((done) => setTimeout(done, 1000)));
  await screen.has('textbox', town, { focused: true });
  await screen.isIdle();  // and meanwhile nothing is drawn
  await keyboard.down('Tab');
  await screen.has('spinbutton', '村民小组', { focused: true });
  await keyboard.up('Tab');
  await screen.enter(village);
  await screen.type('柳荫村村村');
  for (let times = 0; times < 3; times += 1) await keyboard.down('Backspace');
  await keyboard.up('Backspace');
  await screen.has('textbox', village, { value: '柳荫' });
});

inField('a mouse press tells what is held as well', async (screen) => {
  await screen.type('liu');
  await holdForEver(screen, 'Shift');
  const { x, y, h } = await screen.by('textbox', town);
  await screen.page.mouse.click(x + 20, y + h / 2);
  await screen.has('textbox', town, { focused: true });
  await screen.type('xi');
  await screen.key('ArrowLeft', 'Delete');
  await screen.has('textbox', town, { value: 'x' });
  assert.equal((await screen.by('textbox', village)).value, 'liu');
});
