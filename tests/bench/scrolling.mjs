// A notch of the wheel in every frame over 10,000 households, in the households screen and in a page
// that holds nothing but a bare Dear ImGui table (table_page.cpp), in alternating rounds. Counted is
// the CPU time of the page's main thread: script, style, layout, what paints the canvas.
import assert from 'node:assert/strict';
import { join } from 'node:path';

import { built, Profile } from '../e2e/support/browser.mjs';
import { importRoster, rosterSheet } from '../e2e/support/roster.mjs';
import { beginVillage, isSaved } from '../e2e/support/village.mjs';
import { compared, median } from './figures.mjs';

const HOUSEHOLDS = 10_000;
const ROUNDS = 12;
const FRAMES = 100;
const MIDDLE_OF_LIST = { x: 500, y: 300 };

/** Runs in the page. */
async function scroll({ frames, x, y, notch }) {
  const canvas = document.getElementById('canvas');
  const wheel = { deltaY: notch, clientX: x, clientY: y, bubbles: true, cancelable: true };
  for (let i = 0; i < frames; i += 1) {
    canvas.dispatchEvent(new WheelEvent('wheel', wheel));
    await new Promise((done) => requestAnimationFrame(done));
  }
}

async function mainThreadSeconds(screen) {
  const { metrics } = await screen.protocol.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value;
}

/** CPU milliseconds a frame. */
async function round(screen, notch) {
  const [seconds, frames] = [await mainThreadSeconds(screen), await screen.framesDrawn()];
  await screen.page.evaluate(scroll, { frames: FRAMES, notch, ...MIDDLE_OF_LIST });
  const drawn = (await screen.framesDrawn()) - frames;
  return ((await mainThreadSeconds(screen)) - seconds) * 1000 / drawn;
}

async function prepare(screen) {
  await screen.protocol.send('Performance.enable', { timeDomain: 'threadTicks' });
  await screen.page.mouse.move(MIDDLE_OF_LIST.x, MIDDLE_OF_LIST.y);
  await round(screen, 100); // brings up the glyphs
  await screen.isIdle();
  return screen.page.evaluate(() => Number(document.getElementById('mirror').dataset.tableRows));
}

export async function measureScrolling() {
  const [program, bare] = [await Profile.make('http'), await Profile.make('http', join(built, 'bench'))];
  try {
    const ours = await program.open();
    ours.page.setDefaultTimeout(120_000);
    await beginVillage(ours);
    await importRoster(ours, rosterSheet(HOUSEHOLDS), HOUSEHOLDS);
    await isSaved(ours);
    const peer = await bare.open();
    const [rowsOurs, rowsPeer] = [await prepare(ours), await prepare(peer)];
    assert.ok(Math.abs(rowsOurs - rowsPeer) <= 2, `${rowsOurs} rows a frame against ${rowsPeer}`);
    const pairs = [];
    for (let i = 0; i < ROUNDS; i += 1) {
      const notch = i % 2 === 0 ? 100 : -100;
      pairs.push({ ours: await round(ours, notch), peer: await round(peer, notch) });
    }
    ours.expectNoErrors();
    peer.expectNoErrors();
    return [compared('scrolling 10,000 households, CPU a frame', 'ms',
      median(pairs.map((pair) => pair.ours)), median(pairs.map((pair) => pair.peer)), 1.3)];
  } finally {
    await Promise.all([program.discard(), bare.discard()]);
  }
}
