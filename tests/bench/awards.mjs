// From the key that records an award until the store's acknowledgement reaches the program, in the
// sample village, each followed by its peer: one strict IndexedDB transaction that adds the same
// number of bytes to a database with nothing else in it, from the same page.
import { Profile } from '../e2e/support/browser.mjs';
import { compared, percentile } from './figures.mjs';

const PAIRS = 60;
const MAKING_MS = 600_000;
const RULE = 'B05'; // 20 points, no cap

/** Runs in the page. The program is not changed: what crosses the seam is noted as it passes. */
function watchSaves() {
  const seen = (window.seen = { key: 0, append: 0, saved: 0, bytes: 0 });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.ctrlKey) Object.assign(seen, { key: event.timeStamp, append: 0, saved: 0, bytes: 0 });
  }, { capture: true });
  const host = window.JishanHost;
  const append = host.storeAppend.bind(host);
  host.storeAppend = (...words) => {
    seen.append = performance.now();
    append(...words);
  };
  const saved = window.Module._jishan_saved;
  window.Module._jishan_saved = (last) => {
    seen.saved = performance.now();
    saved(last);
  };
  const add = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = function (value, key) {
    if (this.name === 'events') seen.bytes += value.length;
    return add.call(this, value, key);
  };
}

/** Runs in the page: one strict add; gives the milliseconds until it is complete. */
async function rawAdd(size) {
  window.rawDatabase ??= await new Promise((done, failed) => {
    const request = indexedDB.open('bench', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('rows', { autoIncrement: true });
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const bytes = crypto.getRandomValues(new Uint8Array(size));
  const begin = performance.now();
  await new Promise((done, failed) => {
    const transaction = window.rawDatabase.transaction('rows', 'readwrite', { durability: 'strict' });
    transaction.objectStore('rows').add(bytes);
    transaction.oncomplete = done;
    transaction.onabort = () => failed(transaction.error);
    transaction.commit();
  });
  return performance.now() - begin;
}

async function pick(screen, field, text) {
  await screen.press('combobox', field);
  await screen.type(text);
  await screen.until(`a choice for ${text}`, () => window.mirrorWidgets().some(({ role }) => role === 'option'));
  await screen.key('Enter');
}

async function award(screen, household) {
  await pick(screen, '户', household);
  await pick(screen, '细则条目', RULE);
  await screen.page.keyboard.press('Control+Enter');
  return screen.until('the acknowledgement', () => (window.seen.saved > 0 ? { ...window.seen } : undefined));
}

/** The sample village's households are numbered by group: 01-001, 02-001 … */
function householdNumber(i) {
  return `0${1 + (i % 6)}-${String(1 + Math.floor(i / 6)).padStart(3, '0')}`;
}

async function openSampleVillage(profile) {
  const screen = await profile.open();
  await screen.press('radio', '用示例村练习');
  await screen.page.keyboard.press('Control+Enter');
  screen.page.setDefaultTimeout(MAKING_MS);
  await screen.by('menuitem', '记分');
  await screen.until('the sample to be saved', () => document.getElementById('mirror').dataset.saving === 'false');
  screen.page.setDefaultTimeout(60_000);
  return screen;
}

export async function measureAwards() {
  const profile = await Profile.make('http');
  try {
    const screen = await openSampleVillage(profile);
    await screen.key('Alt+2');
    await screen.page.evaluate(watchSaves);
    const pairs = [];
    // The first one introduces the laptop and draws new glyphs: it is not counted.
    for (let i = 0; i <= PAIRS; i += 1) {
      const { key, append, saved, bytes } = await award(screen, householdNumber(i));
      await screen.isIdle();
      const raw = await screen.page.evaluate(rawAdd, bytes);
      if (i > 0) pairs.push({ whole: saved - key, save: saved - append, raw });
    }
    screen.expectNoErrors();
    const line = (name, part, share, wanted) => compared(
      name, 'ms', percentile(pairs.map((pair) => pair[part]), share), percentile(pairs.map((pair) => pair.raw), share), wanted);
    return [
      line('award, key to acknowledged, p50', 'whole', 0.5, 1.2),
      line('award, key to acknowledged, p95', 'whole', 0.95, 1.2),
      line('  its save to acknowledged, p50', 'save', 0.5, 1.2),
      line('  its save to acknowledged, p95', 'save', 0.95, 1.2),
    ];
  } finally {
    await profile.discard();
  }
}
