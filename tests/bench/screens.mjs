// What each screen of a large village costs: CPU of a frame, from a letter to the picture that shows
// it, and the start of the page with so many entries.
import { Profile } from '../e2e/support/browser.mjs';
import { bounded, median, percentile } from './figures.mjs';
import { countThreadTime, scrolledFrameMs } from './frame_cost.mjs';
import { openLargeVillage } from './large_village.mjs';
import { BOOK, startedAfterMs, watchStart } from './starting.mjs';

const SCREENS = { home: '1', award: '2', sheet: '3', redeem: '6', stock: '7', households: '8', volunteers: '9', exchange: '0' };
const SHEET_ITEMS = ['a11', 'b03', 'c03', 'b06', 'b10', 'x07', 'd01', 'x05'];
const ROUNDS = 6;
const LETTERS = 40;
const STARTS = 3;

/** The paper sheet of a whole group with eight items. */
async function layOutSheet(screen) {
  for (const code of SHEET_ITEMS) {
    await screen.key(...code);
    await screen.key('Enter');
  }
  await screen.key('Enter', 'ArrowDown', 'Control+Enter');
  await screen.until('the grid', () => window.mirrorWidgets().some(({ role }) => role === 'grid'));
}

async function measureFrame(screen, name) {
  await scrolledFrameMs(screen, 100); // brings up the glyphs
  const rounds = [];
  for (let i = 0; i < ROUNDS; i += 1) rounds.push(await scrolledFrameMs(screen, i % 2 === 0 ? 100 : -100));
  return bounded(`10,000 households, CPU a frame: ${name}`, 'ms', median(rounds), 4);
}

async function measureFrames(screen) {
  await countThreadTime(screen);
  const lines = [];
  for (const [name, digit] of Object.entries(SCREENS)) {
    await screen.key(`Alt+${digit}`);
    if (name === 'sheet') await layOutSheet(screen);
    lines.push(await measureFrame(screen, name));
  }
  await screen.press('menuitem', '设置');
  lines.push(await measureFrame(screen, 'settings'));
  return lines;
}

/** Runs in the page: counts refreshes of the screen from a key to the first picture with the caret
 * at another place. */
function watchPictures() {
  const seen = (window.seen = { refreshes: 0 });
  const caretPx = () => document.getElementById('typing').style.left;
  const count = () => {
    seen.refreshes += 1;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  document.addEventListener('keydown', () => {
    Object.assign(seen, { from: seen.refreshes, at: performance.now(), caret: caretPx(), shown: undefined });
  }, { capture: true });
  const picture = window.Module._jishan_picture;
  window.Module._jishan_picture = () => {
    picture();
    if (seen.shown !== undefined || seen.from === undefined || caretPx() === seen.caret) return;
    seen.shown = { refreshes: seen.refreshes - seen.from, ms: performance.now() - seen.at };
  };
}

async function measureLetters(screen) {
  await screen.key('Alt+8');
  await screen.key('F3');
  await screen.page.evaluate(watchPictures);
  const rounds = [];
  for (let i = 0; i < LETTERS; i += 1) {
    await screen.page.keyboard.press(i % 2 === 0 ? 'l' : 'Backspace');
    rounds.push(await screen.until('the letter in the picture', () => window.seen.shown));
    await screen.isIdle();
  }
  const part = (name) => rounds.map((round) => round[name]);
  return [
    bounded('  letter to its picture, searching, p95', 'frames', percentile(part('refreshes'), 0.95), 2),
    bounded('  letter to its picture, searching, p50', 'ms', median(part('ms'))),
  ];
}

/** Left alone, the page writes a snapshot; it is whole when it has its head. */
async function hasSnapshot(screen) {
  await screen.page.evaluate(async () => {
    for (;;) {
      const kept = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
      if (kept.flat().some(({ url }) => url.endsWith('/head'))) return;
      await new Promise(requestAnimationFrame);
    }
  });
}

async function measureStart(screen) {
  await watchStart(screen, BOOK);
  const [read, opened] = [[], []];
  await screen.patiently(300_000, async () => {
    for (let i = 0; i < STARTS; i += 1) {
      await screen.page.evaluate(async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))));
      read.push(await startedAfterMs(screen));
      await hasSnapshot(screen);
      opened.push(await startedAfterMs(screen));
    }
  });
  return [
    bounded('  start with 100,000 entries, every one read anew', 'ms', median(read)),
    bounded('  start with 100,000 entries, from the snapshot', 'ms', median(opened)),
  ];
}

export async function measureScreens() {
  const profile = await Profile.make('http');
  try {
    const screen = await openLargeVillage(profile);
    const lines = [
      ...(await measureFrames(screen)), ...(await measureLetters(screen)), ...(await measureStart(screen))];
    screen.expectNoErrors();
    return lines;
  } finally {
    await profile.discard();
  }
}
