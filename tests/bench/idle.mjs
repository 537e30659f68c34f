// What a page costs that nobody touches: without a field in use it draws nothing at all, with one
// only its caret blinks.
import { withScreen } from '../e2e/support/browser.mjs';
import { beginVillage } from '../e2e/support/village.mjs';
import { bounded } from './figures.mjs';
import { countThreadTime, mainThreadSeconds } from './frame_cost.mjs';

const IDLE_MS = 10_000;
// A toast, a tooltip and the caret of a field come to rest within this.
const RESTING_MS = 15_000;

const pass = (screen, ms) =>
  screen.page.evaluate((time) => new Promise((done) => setTimeout(done, time)), ms);

/** Per cent of one processor core that the page's main thread uses. */
async function share(screen, ms) {
  const before = await mainThreadSeconds(screen);
  await pass(screen, ms);
  return ((await mainThreadSeconds(screen)) - before) * 100_000 / ms;
}

export async function measureIdle() {
  const lines = [];
  await withScreen('http', {}, async (screen) => {
    await beginVillage(screen);
    await countThreadTime(screen);
    await screen.key('Alt+8');
    await screen.key('F3');
    lines.push(bounded('idle page with a blinking caret, CPU', '%', await share(screen, IDLE_MS), 5));
    await screen.key('Alt+1');
    await pass(screen, RESTING_MS);
    const before = await screen.framesDrawn();
    lines.push(bounded('idle page, CPU', '%', await share(screen, IDLE_MS), 5));
    lines.push(bounded('frames drawn in 10 idle seconds', 'frames', (await screen.framesDrawn()) - before, 0));
  });
  return lines;
}
