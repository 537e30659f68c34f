// What characters cost that were never shown before, and the same ones again; and how much memory
// they take. The peer draws each of them once with the browser's own Canvas2D and reads it back.
import { withScreen } from '../e2e/support/browser.mjs';
import { importRoster } from '../e2e/support/roster.mjs';
import { beginVillage } from '../e2e/support/village.mjs';
import { bounded, compared } from './figures.mjs';
import { countThreadTime, mainThreadSeconds } from './frame_cost.mjs';

const NAME_LENGTH = 6;
const HOUSEHOLDS = 1_000;
const PAGES = 25;
const FIRST = 0x4e00;
const SIZE_PX = 16;

const nameOf = (household) =>
  String.fromCodePoint(...Array.from({ length: NAME_LENGTH }, (_, i) => FIRST + household * NAME_LENGTH + i));

function sheet() {
  const rows = Array.from({ length: HOUSEHOLDS }, (_, i) => `${String(i + 1).padStart(5, '0')},${nameOf(i)},户主,1`);
  return ['户号,姓名,与户主关系,村民小组', ...rows].join('\n');
}

/** Notes the bytes of every texture that the page makes from now on. */
function watchTextures() {
  window.textureBytes = 0;
  const make = WebGL2RenderingContext.prototype.texImage2D;
  WebGL2RenderingContext.prototype.texImage2D = function (...given) {
    if (given.length >= 8) window.textureBytes = Math.max(window.textureBytes, given[3] * given[4] * 4);
    return make.apply(this, given);
  };
}

/** Runs in the page: as the loader of glyphs does it, one by one. */
function drawOnCanvas({ first, count, sizePx }) {
  const canvas = new OffscreenCanvas(2 * sizePx, 2 * sizePx);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.font = `${sizePx}px sans-serif`;
  for (let i = 0; i < count; i += 1) {
    const text = String.fromCodePoint(first + i);
    context.clearRect(0, 0, canvas.width, canvas.height);
    const width = Math.ceil(context.measureText(text).width);
    context.fillText(text, 0, sizePx);
    context.getImageData(0, 0, Math.max(1, width), canvas.height);
  }
}

async function cpuMs(screen, work) {
  const before = await mainThreadSeconds(screen);
  await work();
  return ((await mainThreadSeconds(screen)) - before) * 1000;
}

async function pageDown(screen) {
  for (let i = 0; i < PAGES; i += 1) await screen.key('PageDown');
}

/** How many different characters of names the list has shown by now, from its top. */
async function charactersShown(screen) {
  const last = await screen.until('the last row in view', (first) => {
    const names = window.mirrorWidgets().filter(({ role, outOfView }) => role === 'row' && !outOfView).map(({ label }) => label);
    return Math.max(...names.filter((name) => name.codePointAt(0) >= first).map((name) => name.codePointAt(0)));
  }, FIRST);
  return last - FIRST + NAME_LENGTH;
}

export async function measureGlyphs() {
  let lines = [];
  await withScreen('http', { beforehand: [watchTextures, null] }, async (screen) => {
    await beginVillage(screen);
    await importRoster(screen, sheet(), HOUSEHOLDS);
    await screen.press('columnheader', '户号');
    await screen.press('row', nameOf(0));
    await screen.key('Home');
    await countThreadTime(screen);
    const before = await charactersShown(screen);
    const first = await cpuMs(screen, () => pageDown(screen));
    const count = (await charactersShown(screen)) - before;
    await screen.key('Home');
    const again = await cpuMs(screen, () => pageDown(screen));
    const plain = await cpuMs(screen, () =>
      screen.page.evaluate(drawOnCanvas, { first: 0x9000, count, sizePx: SIZE_PX }));
    lines = [
      compared('a character shown for the first time', 'ms', (first - again) / count, plain / count),
      bounded('  a page of the list with known characters', 'ms', again / PAGES),
      bounded(`  largest texture after ${count.toLocaleString('en')} characters`, 'bytes',
        await screen.page.evaluate(() => window.textureBytes), 4096 * 4096 * 4),
    ];
  });
  return lines;
}
