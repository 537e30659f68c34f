// What somebody meets who hears the page or has no mouse: the rules of WAI-ARIA, a way to every
// control with Tab, and a ring where the keyboard is. The canvas is drawn without graphics, whose
// picture is the same, because then its pixels can be read at any time.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import { withScreen } from './browser.mjs';

const axe = await readFile(new URL('../../../web/node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** More than any screen has to go through. */
const STOPS_MAX = 90;
/** Fewer would be an accident, not a ring. */
const RING_PIXELS_MIN = 40;

/** What a person operates. A table is one stop, whatever it holds. */
const CONTROLS = new Set(['button', 'checkbox', 'combobox', 'grid', 'link', 'menuitem', 'radio', 'searchbox', 'spinbutton', 'tab', 'table', 'textbox']);
/** One of these has the keyboard, its arrows lead to the others. */
const ONE_OF_MANY = new Set(['radio', 'tab']);
/** Keys of their own lead there from everywhere, so that Tab need not: see the help of F1. */
const BY_KEY = new Set(['找户、找人、找功能', '清空', '撤回']);

/** Runs in the page before it begins. */
export function withoutGraphics() {
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (kind, ...wishes) {
    return this.id === 'canvas' && kind !== '2d' ? null : getContext.call(this, kind, ...wishes);
  };
  /** How many pixels around a place have the colour of the ring (focus in src/ui/theme.cpp). */
  window.ringPixels = ({ x, y, w, h }) => {
    const around = 5;
    const picture = document.getElementById('canvas').getContext('2d')
      .getImageData(x - around, y - around, w + 2 * around, h + 2 * around).data;
    let count = 0;
    for (let at = 0; at < picture.length; at += 4) {
      if (picture[at] === 0x14 && picture[at + 1] === 0x59 && picture[at + 2] === 0xb8) count += 1;
    }
    return count;
  };
}

/** Without a caret that blinks a screen comes to rest, and its ring is there to be looked at. */
export async function withAccess(run) {
  await withScreen('http', { beforehand: [withoutGraphics] }, async (screen, profile) => {
    await screen.page.emulateMedia({ reducedMotion: 'reduce' });
    await run(screen, profile);
  });
}

/** What axe finds wrong, one line each. Colours are the canvas' affair: the copy is transparent. */
export async function expectWellFormed(screen, where) {
  if (!(await screen.page.evaluate(() => 'axe' in window))) await screen.page.evaluate(axe);
  const { violations } = await screen.page.evaluate(() =>
    window.axe.run(document, { rules: { 'color-contrast': { enabled: false } } }));
  const faults = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
  assert.deepEqual(faults, [], where);
}

/** The widgets that can be reached: those of the uppermost dialog, when there is one. */
async function reachable(screen) {
  const all = await screen.widgets();
  return all.slice(Math.max(0, all.findLastIndex(({ role }) => role === 'dialog')));
}

/** Where the keyboard is, and how much of a ring is painted there. */
async function whereKeyboardIs(screen) {
  await screen.isIdle();
  return screen.page.evaluate(() => {
    const focused = window.mirrorWidgets().filter((widget) => widget.focused);
    return focused.map((widget) => ({ ...widget, ring: window.ringPixels(widget) }));
  });
}

/** Tab until it comes round: every stop is one widget with a ring, and every control is met. */
export async function expectKeyboardPath(screen, where) {
  const met = new Map();
  for (let stop = 0; stop < STOPS_MAX; stop += 1) {
    await screen.keys('Tab');
    const focused = await whereKeyboardIs(screen);
    const named = focused.map(({ role, label }) => `${role} “${label}”`).join(', ');
    assert.equal(focused.length, 1, `${where}: the keyboard is at ${named || 'nothing'}`);
    const [{ id, ring }] = focused;
    if (met.has(id)) break;
    assert.ok(ring >= RING_PIXELS_MIN, `${where}: no ring at ${named}: ${ring} pixels`);
    met.set(id, focused[0]);
  }
  const isMetFor = ({ role, parent }) => ONE_OF_MANY.has(role) &&
    [...met.values()].some((other) => other.role === role && other.parent === parent);
  const missed = (await reachable(screen)).filter((widget) =>
    CONTROLS.has(widget.role) && !widget.disabled && !BY_KEY.has(widget.label) && !met.has(widget.id) && !isMetFor(widget));
  assert.deepEqual(missed.map(({ role, label }) => `${role} “${label}”`), [], `${where}: Tab never comes to`);
}

export async function expectAccess(screen, where) {
  await expectWellFormed(screen, where);
  await expectKeyboardPath(screen, where);
}

/** A dialog has the keyboard, is well-formed, and Esc leads out of it to where something has it again. */
export async function expectDialog(screen, open, name) {
  await open(screen);
  const { label } = await screen.until(`the dialog of ${name}`, () => window.mirrorWidgets().find(({ role }) => role === 'dialog'));
  await screen.until('the keyboard to be in the dialog', () => {
    const widgets = window.mirrorWidgets();
    const dialog = widgets.findLastIndex(({ role }) => role === 'dialog');
    return widgets.findIndex(({ focused }) => focused) > dialog;
  });
  await expectAccess(screen, name);
  for (let tries = 0; (await screen.isShown('dialog', label)) && tries < 3; tries += 1) await screen.key('Escape');
  await screen.isGone('dialog', label);
  assert.equal((await whereKeyboardIs(screen)).length, 1, `after ${name} something has the keyboard`);
}

export async function screensOfRail(screen) {
  const names = (await screen.widgets()).filter(({ role }) => role === 'menuitem').map(({ label }) => label);
  assert.ok(names.length >= 9, `the rail names ${names}`);
  return names;
}

export async function showScreen(screen, name) {
  await screen.press('menuitem', name);
  await screen.by('heading', name);
}

/** No list stands there with nothing in it and nothing said about that. */
export async function expectNoMuteList(screen, where) {
  const all = await screen.widgets();
  const speaks = (list) => all.some(({ role, label, x, y }) => role === 'note' && label.startsWith('还没有') &&
    x >= list.x && x < list.x + list.w && y >= list.y && y < list.y + list.h);
  const mute = all.filter((list) => ['table', 'grid'].includes(list.role) && list.value === '0' && !speaks(list));
  assert.deepEqual(mute.map(({ label }) => label), [], `${where}: empty lists without a word`);
}
