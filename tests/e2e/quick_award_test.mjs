// From the focus to the saved award in at most twelve keys, for a household and a rule that one
// knows: in the sample village, whose households share surnames and initials as real ones do.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { withScreen } from './support/browser.mjs';
import { amountOf } from './support/desk.mjs';
import { beginSample, fingerprint, goTo, isSavedAfter } from './support/village.mjs';

const KEYS_MAX = 12;

/** The first characters in the order of pinyin, one for each letter that begins a syllable. */
const FIRSTS = [...'阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀'];
const LETTERS = 'abcdefghjklmnopqrstwxyz';
const order = new Intl.Collator('zh-Hans-CN-u-co-pinyin');
const initials = (name) => [...name].map((han) =>
  LETTERS[FIRSTS.findLastIndex((first) => order.compare(first, han) <= 0)]).join('');

/** Surnames that are read otherwise than the same character in a text. */
const READ_OTHERWISE = new Set('曾单解仇区朴查盖翟尉');

/** Heads of the list that nobody else is found before. */
async function knownHouseholds(screen) {
  await goTo(screen, '户册');
  const { rows } = await screen.table('户册');
  const found = rows.map(({ cells }) => ({ number: cells['户号'], head: cells['户主'], typed: initials(cells['户主']) }));
  const isAlone = (typed) => found.filter((other) => other.typed === typed).length === 1;
  return found.filter(({ head, typed }) => typed.length === 3 && !READ_OTHERWISE.has(head[0]) && isAlone(typed));
}

/** Runs in the page: counts what the fingers press, a chord's Ctrl too. */
function countKeys() {
  window.pressed = [];
  window.addEventListener('keydown', (event) => event.isTrusted && window.pressed.push(event.key), { capture: true });
}

async function typeAward(screen, { typed, rule, amount }) {
  await screen.page.evaluate(() => { window.pressed.length = 0; });
  const before = await fingerprint(screen);
  // As fast as they come: nothing is waited for between two keys.
  await screen.keys(...typed, 'Enter', 'Enter', ...rule, 'Enter', ...amount, 'Control+Enter');
  await isSavedAfter(screen, before);
  return screen.page.evaluate(() => window.pressed);
}

test('a known household and rule are awarded in at most twelve keys', async () => {
  await withScreen('http', {}, async (screen) => {
    await beginSample(screen);
    const households = await knownHouseholds(screen);
    assert.ok(households.length >= 3, `three heads with initials of their own: ${JSON.stringify(households)}`);
    await screen.page.evaluate(countKeys);
    // From another screen: F8 takes the household in view along.
    await screen.key('Alt+1', 'F8');
    const awards = [
      { rule: 'c05', amount: '', points: 10 },    // fixed
      { rule: 'c03', amount: '7', points: 7 },    // chosen from a range
      { rule: 'x06', amount: '2', points: -4 },   // counted, taken away
    ];
    for (const [i, wanted] of awards.entries()) {
      const { head, typed } = households[i];
      await screen.has('combobox', '户', { focused: true, value: '' });
      const keys = await typeAward(screen, { typed, ...wanted });
      assert.ok(keys.length <= KEYS_MAX, `${keys.length} keys: ${keys.join(' ')}`);
      const { rows: [newest] } = await screen.table('最近记的');
      assert.deepEqual([newest.cells['户'], amountOf(newest.cells['分'])], [`${head}户`, wanted.points], `${head}, typed as ${typed}`);
    }
    screen.expectNoErrors();
  });
});
