// The page is zoomed, or its window moved to a sharper screen, while somebody types in it: text,
// caret, half a word and the places of everything stay where they belong.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { withScreen } from './support/browser.mjs';
import { drawnCaretX, textArea } from './support/caret.mjs';
import { fieldLabels } from './support/village.mjs';

const { village, town } = fieldLabels;
const NEAR_PX = 2;
/** The em of what is typed. */
const BODY_PX = 16;
const FIELD_HEIGHT_PX = 35;

/** The browser's own zoom, which changes the pixel ratio of the page that is open. Only its page of
 * settings can set it without a mouse. */
async function zoomOf(screen) {
  const settings = await screen.page.context().newPage();
  await settings.goto('chrome://settings/appearance');
  await screen.page.bringToFront();
  return async (zoom) => {
    await settings.evaluate((wanted) => new Promise((done) => chrome.settingsPrivate.setDefaultZoom(wanted, done)), zoom);
    await screen.until(`the page to be zoomed to ${zoom}`, (wanted) => {
      const canvas = document.getElementById('canvas');
      const shown = canvas.getBoundingClientRect().width * window.devicePixelRatio;
      return Math.abs(window.devicePixelRatio - wanted) < 0.01 && Math.abs(canvas.width - shown) < 1;
    }, zoom);
    await screen.isIdle();
  };
}

/** The text area as it lies, and how far behind the beginning of its field. */
async function typingPlace(screen) {
  const area = await textArea(screen);
  const field = await screen.by('textbox', village);
  return { area, field, behind: area.left - field.x };
}

test('from 1 to 1.25 to 2 and back while a word is composed and typed on', async () => {
  await withScreen('http', { viewport: null }, async (screen) => {
    const zoomTo = await zoomOf(screen);
    await screen.page.emulateMedia({ reducedMotion: 'reduce' });  // a caret that does not blink
    await screen.enter(village);
    let written = '';
    for (const [zoom, letters, word] of [[1.25, 'liu', '柳'], [2, 'yin', '荫'], [1.5, 'cun', '村'], [1, 'wei', '委']]) {
      await screen.compose(letters);
      const before = await typingPlace(screen);
      await zoomTo(zoom);
      const { area, field, behind } = await typingPlace(screen);
      assert.equal(area.value, letters, `what is composed is there at ${zoom}`);
      assert.ok(Math.abs(behind - before.behind) <= NEAR_PX, `it stays at the caret at ${zoom}: ${before.behind} → ${behind}`);
      assert.ok(area.left + area.width <= field.x + field.w + 1, `it ends in its field at ${zoom}`);
      // Where the form scrolls, a part of the field may lie under its edge.
      if (field.h >= FIELD_HEIGHT_PX) assert.ok(area.top >= field.y - 1 && area.top + area.height <= field.y + field.h + 1, `it lies in its line at ${zoom}`);
      assert.ok(Math.abs(parseFloat(area.style.fontSize) - BODY_PX) < 0.5, `it is as large at ${zoom}: ${area.style.fontSize}`);
      await screen.commit(word);
      written += word;
      await screen.has('textbox', village, { value: written, focused: true });
    }
    const area = await textArea(screen);
    const drawn = await drawnCaretX(screen, 'textbox', village, area);
    assert.ok(Math.abs(drawn - area.left) <= NEAR_PX, `the caret is drawn at ${drawn}, the text area lies at ${area.left}`);
    // A press still meets what it is aimed at.
    await zoomTo(1.25);
    await screen.enter(town);
    await screen.typeIme('linxi', '临溪镇');
    await screen.has('textbox', town, { value: '临溪镇' });
    await screen.has('textbox', village, { value: written });
  });
});
