// Draws every screen of the sample village into build/pictures/, in both themes, at ordinary and at
// large text, in both languages: for the README, and to look at before a release.
// Arguments name the looks to draw (plain, contrast-large, english …); none: all.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { withScreen } from './support/browser.mjs';
import { beginSample, startSample } from './support/village.mjs';

const folder = fileURLToPath(new URL('../../build/pictures/', import.meta.url));
const LOOKS = {
  '': {},
  'large-': { text_percent: '150' },
  'largest-': { text_percent: '200' },
  'contrast-': { contrast: 'high' },
  'contrast-large-': { contrast: 'high', text_percent: '150' },
  'contrast-largest-': { contrast: 'high', text_percent: '200' },
  'english-': { language: 'en' },
  'english-large-': { language: 'en', text_percent: '150' },
  'english-largest-': { language: 'en', text_percent: '200' },
  'english-contrast-': { language: 'en', contrast: 'high' },
  'english-contrast-large-': { language: 'en', contrast: 'high', text_percent: '150' },
  'english-contrast-largest-': { language: 'en', contrast: 'high', text_percent: '200' },
};
const SCREENS = { home: '1', award: '2', score_sheet: '3', redeem: '6', stock: '7', households: '8', volunteers: '9', exchange: '0' };
const SECTIONS = ['village', 'rules', 'operators', 'display', 'books'];

const wanted = process.argv.slice(2);
const isWanted = (look) => wanted.length === 0 || wanted.includes(look === '' ? 'plain' : look.slice(0, -1));
await mkdir(folder, { recursive: true });

const heading = (screen) =>
  screen.until('a heading', () => window.mirrorWidgets().find(({ role }) => role === 'heading')?.label);

/** Eight items for the first group, the first houses filled in, one of them with too many points. */
async function drawFilledSheet(screen, draw) {
  for (const code of ['a11', 'b03', 'c03', 'b06', 'b10', 'x07', 'd01', 'x05']) {
    await screen.key(...code);
    await screen.key('Enter');
  }
  await screen.key('Enter');
  await screen.key('ArrowDown', 'ArrowDown', 'Control+Enter');
  await screen.by('grid', await heading(screen));
  // Each of these scores ends its cell.
  for (const house of ['91711528', '81912038', '71811748', '91741555', '6161']) await screen.key(...house, 'Home', 'ArrowDown');
  await draw();
  // Taken back cell by cell: a sheet that holds nothing is not offered again in the next look.
  for (let cell = 0; cell < 4 * 7 + 4; cell += 1) await screen.key('Control+z');
}

/** One household with each of its tabs; where there is no room beside the list, as a page of its own. */
async function drawHousehold(screen, draw) {
  const hasPage = !(await screen.widgets()).some(({ role }) => role === 'tab');
  if (hasPage) await screen.key('Enter');
  const tabs = (await screen.widgets()).filter(({ role }) => role === 'tab');
  for (const [place, name] of ['passbook', 'services', 'changes'].entries()) {
    await screen.press('tab', tabs[place].label);
    await draw(name);
  }
  await screen.press('tab', tabs[0].label);
  if (hasPage) await screen.key('Escape');
}

/** The books stay, the page begins again with these settings. */
async function reopenWith(screen, settings) {
  await beginAgainWith(screen, settings);
  await screen.until('a screen of the book', () => window.mirrorWidgets().some(({ description }) => description === 'F8'));
}

async function beginAgainWith(screen, settings) {
  await screen.page.evaluate((chosen) => {
    const before = JSON.parse(localStorage.getItem('jishan:settings') ?? '{}');
    const plain = { text_percent: '100', contrast: 'normal', language: 'zh' };
    localStorage.setItem('jishan:settings', JSON.stringify({ ...before, ...plain, ...chosen }));
  }, settings);
  await screen.page.reload();
  await screen.isReady();
}

/** As when a browser clears what it holds by halves: the spare copy is still there. */
async function loseTheBook(screen) {
  await screen.page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      if (name.startsWith('jishan:')) indexedDB.deleteDatabase(name);
    }
  });
}

await withScreen('http', {}, async (screen) => {
  const snap = async (name) => {
    await screen.page.screenshot({ path: join(folder, `${name}.png`) });
    console.log(`build/pictures/${name}.png`);
  };
  const draw = async (name) => {
    await screen.isIdle();
    await snap(name);
  };

  await draw('setup');
  await screen.press('radio', '加入已有账册');
  await draw('setup-join');
  await startSample(screen);
  await snap('setup-making');
  await screen.page.keyboard.press('Escape');
  await screen.isGone('progressbar', '正在做示例村');
  await beginSample(screen);
  await screen.press('button', '不看了');  // the tour has pictures of its own

  for (const [look, settings] of Object.entries(LOOKS)) {
    if (!isWanted(look)) continue;
    await reopenWith(screen, settings);
    let shown = await heading(screen);
    for (const [name, digit] of Object.entries(SCREENS)) {
      await screen.key(`Alt+${digit}`);
      if (name !== 'home') {
        await screen.until(`the screen ${name}`, (before) =>
          window.mirrorWidgets().some(({ role, label }) => role === 'heading' && label !== before), shown);
      }
      shown = await heading(screen);
      await draw(look + name);
      if (name === 'households') await drawHousehold(screen, (tab) => draw(`${look}household-${tab}`));
      if (name === 'score_sheet') await drawFilledSheet(screen, () => draw(`${look}${name}-filled`));
    }
    await screen.key('F1');
    await screen.by('note', 'Ctrl+K');
    await draw(`${look}help`);
    // The tour begins from there: its button comes before the one that has the keyboard.
    await screen.key('Shift+Tab');
    await screen.key('Enter');
    await screen.until('the tour', () => window.mirrorWidgets().some(({ role }) => role === 'dialog'));
    await draw(`${look}tour`);
    await screen.key('Enter');
    await draw(`${look}tour-rail`);
    await screen.key('Escape');
    const lastItem = async () => (await screen.widgets()).filter(({ role }) => role === 'menuitem').at(-1);
    if ((await lastItem()) === undefined) {
      // Below 860 px the rail stands behind a button.
      await screen.press('button', settings.language === 'en' ? 'Menu' : '菜单');
      await draw(`${look}menu`);
    }
    await screen.press('menuitem', (await lastItem()).label);
    await screen.until('the sections', (count) =>
      window.mirrorWidgets().filter(({ role }) => role === 'row').length >= count, SECTIONS.length);
    const rows = (await screen.widgets()).filter(({ role }) => role === 'row');
    for (const [place, name] of SECTIONS.entries()) {
      await screen.press('row', rows[place].label);
      await draw(`${look}settings-${name}`);
    }
    // Last, because only loading the page again leads on.
    await screen.page.evaluate(() => window.Module.onAbort('for a picture'));
    await screen.page.getByRole('alertdialog').waitFor();
    await snap(`${look}stopped`);
  }

  await loseTheBook(screen);
  for (const [look, settings] of Object.entries(LOOKS)) {
    if (!isWanted(look)) continue;
    await beginAgainWith(screen, settings);
    await screen.until('the copies', () => window.mirrorWidgets().some(({ role }) => role === 'figure'));
    await draw(`${look}recovery`);
  }
});
