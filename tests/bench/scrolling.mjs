// A notch of the wheel in every frame over 10,000 households, in the households screen and in a page
// that holds nothing but a bare Dear ImGui table (table_page.cpp), in alternating rounds. Counted is
// the CPU time of the page's main thread: script, style, layout, what paints the canvas.
import assert from 'node:assert/strict';
import { join } from 'node:path';

import { built, Profile } from '../e2e/support/browser.mjs';
import { importRoster, rosterSheet } from '../e2e/support/roster.mjs';
import { beginVillage, isSaved } from '../e2e/support/village.mjs';
import { compared, median } from './figures.mjs';
import { countThreadTime, scrolledFrameMs } from './frame_cost.mjs';

const HOUSEHOLDS = 10_000;
const ROUNDS = 12;

async function prepare(screen) {
  await countThreadTime(screen);
  await scrolledFrameMs(screen, 100); // brings up the glyphs
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
      pairs.push({ ours: await scrolledFrameMs(ours, notch), peer: await scrolledFrameMs(peer, notch) });
    }
    ours.expectNoErrors();
    peer.expectNoErrors();
    return [compared('scrolling 10,000 households, CPU a frame', 'ms',
      median(pairs.map((pair) => pair.ours)), median(pairs.map((pair) => pair.peer)), 1.3)];
  } finally {
    await Promise.all([program.discard(), bare.discard()]);
  }
}
