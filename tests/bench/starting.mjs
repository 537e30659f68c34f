// From the beginning of a visit to the first frame in which the page takes keys and has nothing more
// to draw. The browser has the page in its cache, as on every day but the first.
import { join } from 'node:path';

import { built, Profile } from '../e2e/support/browser.mjs';
import { beginVillage } from '../e2e/support/village.mjs';
import { compared, median } from './figures.mjs';

const ROUNDS = 10;
/** An entry of the rail: a book is open. */
export const BOOK = '#mirror [role=menuitem]';

/** To be called once: visits from now on note when nothing more is to be drawn and the page shows
 * what the selector finds. */
export async function watchStart(screen, selector) {
  await screen.page.addInitScript((wanted) => {
    const look = () => {
      const mirror = document.getElementById('mirror');
      if (mirror?.dataset.idle !== 'true' || document.querySelector(wanted) === null) return;
      window.readyMs = performance.now();
      observer.disconnect();
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-idle'] });
  }, selector);
}

export async function startedAfterMs(screen) {
  await screen.page.reload();
  return screen.until('the page to be ready', () => window.readyMs);
}

export async function measureStart() {
  const [program, bare] = [await Profile.make('http'), await Profile.make('http', join(built, 'bench'))];
  try {
    const [ours, peer] = [await program.open(), await bare.open()];
    await beginVillage(ours);
    await Promise.all([watchStart(ours, BOOK), watchStart(peer, '#mirror[data-frames]:not([data-frames="0"])')]);
    const pairs = [];
    for (let i = 0; i < ROUNDS; i += 1) {
      pairs.push({ ours: await startedAfterMs(ours), peer: await startedAfterMs(peer) });
    }
    const figure = (part) => median(pairs.map((pair) => pair[part]));
    return [compared('start of a new book, against a page with a bare table', 'ms', figure('ours'), figure('peer'))];
  } finally {
    await Promise.all([program.discard(), bare.discard()]);
  }
}
