// Every text field of every screen takes Chinese from an input method: the test walks the mirror,
// so that a field added later is tested as well.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { withScreen } from './support/browser.mjs';
import { addHousehold, beginVillage } from './support/village.mjs';

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
    // A date is digits and shortcut letters; what is no date there is the date field's own test.
    if (readonly || label === '日期') continue;
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

test('every text field of the screens but 记分 takes Chinese', async () => {
  await withScreen('http', {}, async (screen) => {
    await beginVillage(screen);
    await addHousehold(screen, '李桂芳');
    const names = (await screen.widgets()).filter(({ role }) => role === 'menuitem').map(({ label }) => label);
    assert.ok(names.length >= 4, `the rail names ${names}`);
    let count = 0;
    // The form of 记分 scrolls at this height; its fields are driven without a browser in tests/ui.
    for (const name of names.filter((label) => label !== '记分')) {
      await screen.press('menuitem', name);
      await screen.by('heading', name);
      count += await typeIntoEach(screen, name);
    }
    assert.ok(count >= 3, `${count} fields found`);
    await screen.key('Alt+8');
    await screen.press('button', '登记新户');
    await screen.by('textbox', '户主姓名');
    assert.ok((await typeIntoEach(screen, '登记新户')) >= 3);
  });
});
