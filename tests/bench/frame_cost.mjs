// What a frame costs: the CPU time of the page's main thread by the browser's own clock of threads,
// everything included (script, style, layout, what paints the canvas).

const FRAMES = 100;
const MIDDLE_OF_LIST = { x: 500, y: 300 };

/** To be called once, before anything is measured. */
export async function countThreadTime(screen) {
  await screen.protocol.send('Performance.enable', { timeDomain: 'threadTicks' });
  await screen.page.mouse.move(MIDDLE_OF_LIST.x, MIDDLE_OF_LIST.y);
}

export async function mainThreadSeconds(screen) {
  const { metrics } = await screen.protocol.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value;
}

/** Runs in the page. */
async function scroll({ frames, x, y, notch }) {
  const canvas = document.getElementById('canvas');
  const wheel = { deltaY: notch, clientX: x, clientY: y, bubbles: true, cancelable: true };
  for (let i = 0; i < frames; i += 1) {
    canvas.dispatchEvent(new WheelEvent('wheel', wheel));
    await new Promise((done) => requestAnimationFrame(done));
  }
}

/** CPU milliseconds a frame while the wheel turns a notch in every frame; `notch` 100 is down. */
export async function scrolledFrameMs(screen, notch) {
  const [seconds, frames] = [await mainThreadSeconds(screen), await screen.framesDrawn()];
  await screen.page.evaluate(scroll, { frames: FRAMES, notch, ...MIDDLE_OF_LIST });
  const drawn = (await screen.framesDrawn()) - frames;
  return ((await mainThreadSeconds(screen)) - seconds) * 1000 / drawn;
}
