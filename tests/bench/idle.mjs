// How many frames a page draws that nobody touches.
import { withScreen } from '../e2e/support/browser.mjs';
import { beginVillage } from '../e2e/support/village.mjs';
import { bounded } from './figures.mjs';

const IDLE_MS = 10_000;
// A toast, a tooltip and the caret of a field come to rest within this.
const RESTING_MS = 15_000;

export async function measureIdleFrames() {
  let frames = 0;
  await withScreen('http', {}, async (screen) => {
    await beginVillage(screen);
    const pass = (ms) => screen.page.evaluate((time) => new Promise((done) => setTimeout(done, time)), ms);
    await pass(RESTING_MS);
    const before = await screen.framesDrawn();
    await pass(IDLE_MS);
    frames = (await screen.framesDrawn()) - before;
  });
  return [bounded('frames drawn in 10 idle seconds', 'frames', frames, 0)];
}
