// From the key that records an award until the store's acknowledgement reaches the program, in the
// sample village, each followed by its peers in the same page: one strict IndexedDB transaction that
// adds the same number of bytes to a database with nothing else in it, once from the handler of the
// same key, which does nothing else, and once from a page at rest.
import { Profile } from '../e2e/support/browser.mjs';
import { bounded, compared, percentile } from './figures.mjs';

const PAIRS = 60;
const MAKING_MS = 600_000;
const RULE = 'B05'; // 20 points, no cap
// Before a key that records, a person at least lifts the hand; what was drawn before is on the
// screen by then.
const HAND_MS = 100;

/** Runs in the page. The program is not changed: what crosses the seam is noted as it passes. */
function watchSaves() {
  const seen = (window.seen = {});
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !event.ctrlKey) return;
    Object.assign(seen, { key: event.timeStamp, append: 0, saved: 0, shown: 0, bytes: 0 });
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
  const picture = window.Module._jishan_picture;
  window.Module._jishan_picture = () => {
    picture();
    if (seen.saved > 0 && seen.shown === 0) seen.shown = performance.now();
  };
  const add = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = function (value, key) {
    if (this.name === 'events' && seen.saved === 0) seen.bytes += value.length;
    return add.call(this, value, key);
  };
}

/** Runs in the page: makes window.rawAdd, which tells how long one strict add took, and lets
 * Ctrl+Enter do that add and nothing else while window.keyAddBytes is set. */
async function preparePeer() {
  const database = await new Promise((done, failed) => {
    const request = indexedDB.open('bench', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('rows', { autoIncrement: true });
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  window.rawAdd = (size, begin = performance.now()) => new Promise((done, failed) => {
    const bytes = crypto.getRandomValues(new Uint8Array(size));
    const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
    transaction.objectStore('rows').add(bytes);
    transaction.oncomplete = () => done(performance.now() - begin);
    transaction.onabort = () => failed(transaction.error);
    transaction.commit();
  });
  window.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !event.ctrlKey || window.keyAddBytes === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const begin = performance.now();
    const before = begin - event.timeStamp;
    const size = window.keyAddBytes;
    window.keyAddBytes = undefined;
    window.rawAdd(size, begin).then((save) => (window.keyAdd = { whole: before + save, save }));
  }, { capture: true });
}

async function rest(screen) {
  await screen.isIdle();
  await screen.page.evaluate((ms) => new Promise((done) => setTimeout(done, ms)), HAND_MS);
}

/** The peer's turn with the key. */
async function addByKey(screen, bytes) {
  await screen.page.evaluate((size) => Object.assign(window, { keyAddBytes: size, keyAdd: undefined }), bytes);
  await rest(screen);
  await screen.page.keyboard.press('Control+Enter');
  return screen.until('the add by key', () => window.keyAdd);
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
  await rest(screen);
  await screen.page.keyboard.press('Control+Enter');
  return screen.until('the acknowledgement', () => (window.seen.shown > 0 ? { ...window.seen } : undefined));
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
    await screen.page.evaluate(preparePeer);
    const rounds = [];
    // The first one introduces the laptop and draws new glyphs: it is not counted.
    for (let i = 0; i <= PAIRS; i += 1) {
      const { key, append, saved, shown, bytes } = await award(screen, householdNumber(i));
      const byKey = await addByKey(screen, bytes);
      await rest(screen);
      const atRest = await screen.page.evaluate((size) => window.rawAdd(size), bytes);
      if (i === 0) continue;
      rounds.push({
        whole: saved - key, save: saved - append, shown: shown - key,
        peerWhole: byKey.whole, peerSave: byKey.save, atRest,
      });
    }
    screen.expectNoErrors();
    const figure = (part, share) => percentile(rounds.map((round) => round[part]), share);
    return [0.5, 0.95].flatMap((share) => {
      const name = (what) => `${what}, p${share * 100}`;
      const line = (what, ours, peer, wanted) =>
        compared(name(what), 'ms', figure(ours, share), figure(peer, share), wanted);
      return [
        line('award, key to acknowledged', 'whole', 'peerWhole', 1.2),
        line('  its save to acknowledged', 'save', 'peerSave', 1.2),
        line('  award against an add from a page at rest', 'whole', 'atRest'),
        bounded(name('  key to the picture that shows it saved'), 'ms', figure('shown', share)),
      ];
    });
  } finally {
    await profile.discard();
  }
}
