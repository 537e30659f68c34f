// Every text field of set-up takes Chinese from an input method: the test walks the mirror,
// so that a field added later is tested as well.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { withScreen } from './support/browser.mjs';

const TYPED = '荫';

/** The fields that take free text, each once by its name; behind a dialog nothing takes any. */
async function textFields(screen) {
  const all = await screen.widgets();
  const dialog = all.findIndex(({ role }) => role === 'dialog');
  const fields = all.slice(Math.max(0, dialog)).filter(
    ({ role, disabled, w, h }) => (role === 'textbox' || role === 'searchbox') && !disabled && w > 0 && h > 0,
  );
  return [...new Map(fields.map((field) => [`${field.role} ${field.label}`, field])).values()];
}

async function typeIntoEach(screen, place) {
  let count = 0;
  for (const { role, label, readonly } of await textFields(screen)) {
    if (readonly) continue;
    await screen.press(role, label);
    await screen.until(`typing to go to “${label}” of ${place}`, () => document.activeElement?.id === 'typing');
    await screen.key('Control+a');
    await screen.typeIme('yin', TYPED);
    await screen.has(role, label, { value: TYPED });
    await screen.key('Control+a', 'Backspace');
    await screen.has(role, label, { value: '' });
    count += 1;
  }
  return count;
}

test('every text field of set-up takes Chinese', async () => {
  await withScreen('http', {}, async (screen) => {
    assert.ok((await typeIntoEach(screen, 'set-up')) >= 4);
  });
});
