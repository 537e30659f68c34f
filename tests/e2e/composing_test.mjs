// What an input method needs of the page: the caret where it says it is, half a word shown in the
// field itself, and the field keeping its word whatever happens to the window meanwhile.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { withScreen } from './support/browser.mjs';
import { drawnCaretX, textArea } from './support/caret.mjs';
import { darkPixels } from './support/pixels.mjs';
import { fieldLabels } from './support/village.mjs';

const { village, town } = fieldLabels;
const NEAR_PX = 2;

function composing(name, options, run) {
  test(name, () => withScreen('http', options, async (screen) => {
    await screen.enter(village);
    await run(screen);
  }));
}

async function assertCaretIsWhereItSays(screen, after) {
  const area = await textArea(screen);
  const drawn = await drawnCaretX(screen, 'textbox', village, area);
  assert.ok(drawn !== undefined, `no caret is drawn after ${after}`);
  assert.ok(Math.abs(drawn - area.left) <= NEAR_PX, `after ${after} the caret is drawn at ${drawn}, the text area lies at ${area.left}`);
}

for (const viewport of [{ width: 1366, height: 640 }, { width: 1024, height: 600 }]) {
  composing(`the candidate window opens at the caret on ${viewport.width} × ${viewport.height}`, { viewport }, async (screen) => {
    // Steady: it is looked at, not waited for.
    await screen.page.emulateMedia({ reducedMotion: 'reduce' });
    await assertCaretIsWhereItSays(screen, 'a click');
    for (const text of ['柳', '荫', 'a', 'ill', '，', '𠮷', '村民'.repeat(8), '居委会'.repeat(20)]) {
      await screen.commit(text);
      await assertCaretIsWhereItSays(screen, `“${text}”`);
    }
    for (const key of ['ArrowLeft', 'ArrowLeft', 'Backspace', 'Home', 'ArrowRight', 'End', 'Control+ArrowLeft', 'Delete']) {
      await screen.key(key);
      await assertCaretIsWhereItSays(screen, key);
    }
  });
}

composing('half a word is shown at the caret, in the style of the field', {}, async (screen) => {
  await screen.commit('临溪');
  const caret = await textArea(screen);
  assert.equal(caret.style.opacity, 0, 'nothing is seen of it before');
  const before = await darkPixels(screen, 'textbox', village);
  await screen.compose('liuyin');
  const shown = await textArea(screen);
  assert.equal(shown.value, 'liuyin');
  assert.ok(Math.abs(shown.left - caret.left) <= NEAR_PX, `at ${shown.left}, the caret was at ${caret.left}`);
  assert.deepEqual([shown.style.opacity, shown.style.pointerEvents], [1, 'none']);
  assert.match(shown.style.fontFamily, /Microsoft YaHei UI/);
  // Six letters; the caret alone is some 20 to 40 pixels.
  assert.ok(await darkPixels(screen, 'textbox', village) > before + 100, 'it is seen in the field');
  const place = await screen.by('textbox', village);
  assert.ok(shown.left >= place.x && shown.left + shown.width <= place.x + place.w, 'it stays within the field');
  await screen.commit('柳荫');
  await screen.has('textbox', village, { value: '临溪柳荫' });
  assert.equal((await textArea(screen)).style.opacity, 0);
});

composing('half a long word at the end of a full field stays within it', {}, async (screen) => {
  await screen.commit('临溪镇柳荫村'.repeat(12));
  await screen.compose('zhongguorenminyinhang');
  const shown = await textArea(screen);
  const place = await screen.by('textbox', village);
  assert.ok(shown.left >= place.x && shown.left + shown.width <= place.x + place.w + 1,
    `${shown.left}+${shown.width} in ${place.x}+${place.w}`);
});

composing('Tab during a composition stays with the input method', {}, async (screen) => {
  await screen.compose('liuyin');
  await screen.key('Tab');
  await screen.commit('柳荫');
  await screen.has('textbox', village, { value: '柳荫', focused: true });
  await screen.key('Tab');
  await screen.has('textbox', town, { value: '', focused: true });
});

composing('another window in front while composing: the word is in its field, and typing goes on there', {}, async (screen) => {
  await screen.compose('liuyin');
  await screen.protocol.send('Emulation.setFocusEmulationEnabled', { enabled: false });
  const other = await screen.page.context().newPage();
  await other.bringToFront();
  await screen.page.waitForFunction(() => !document.hasFocus());
  await screen.page.bringToFront();
  await screen.page.waitForFunction(() => document.hasFocus());
  await screen.isIdle();
  await other.close();
  const { value } = await screen.by('textbox', village);
  assert.ok(['', 'liuyin'].includes(value), `nothing but what was composed is there: ${value}`);
  await screen.commit('村');
  await screen.has('textbox', village, { value: `${value}村`, focused: true });
  await screen.has('textbox', town, { value: '' });
});

composing('graphics lost while composing: the word arrives in its field', {}, async (screen) => {
  await screen.compose('liuyin');
  await screen.page.evaluate(() => new Promise((restored) => {
    const canvas = document.getElementById('canvas');
    const loss = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
    canvas.addEventListener('webglcontextrestored', restored, { once: true });
    canvas.addEventListener('webglcontextlost', () => setTimeout(() => loss.restoreContext()), { once: true });
    loss.loseContext();
  }));
  await screen.commit('柳荫');
  await screen.has('textbox', village, { value: '柳荫', focused: true });
  // The browser itself remarks on a lost context; that is no error of the page.
  screen.errors = screen.errors.filter((text) => !/context/i.test(text));
});

composing('Ctrl+Z takes back a word as it was composed', {}, async (screen) => {
  await screen.typeIme('linxi', '临溪');
  await screen.typeIme('liuyincun', '柳荫村');
  await screen.key('Control+z');
  await screen.has('textbox', village, { value: '临溪' });
  await screen.key('Control+z');
  await screen.has('textbox', village, { value: '' });
  await screen.key('Control+y');
  await screen.has('textbox', village, { value: '临溪' });
});
