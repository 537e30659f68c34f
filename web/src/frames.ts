// When frames are drawn: at the next screen refresh after something happened, or when the program
// said that one is due. An untouched page draws none. There is no main loop.

import type { Seam } from './seam';

/** How soon a hidden page takes in what came. */
const HIDDEN_MS = 50;
/** More than any person types between two refreshes. */
const FRAMES_TO_SETTLE = 32;

/** Who wants to know about frames. */
export interface FrameWatcher {
  requested(): void;
  begins(): void;
  /** `isIdle`: no other frame is due at the next refresh. */
  ended(isIdle: boolean): void;
}

export class Frames {
  /** How many frames were drawn since the start. */
  drawn = 0;
  private refresh = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isDrawing = false;
  private isStopped = false;

  constructor(
    private readonly seam: Seam,
    private readonly watcher: FrameWatcher,
  ) {}

  /** Something happened: draw at the next refresh. */
  request(): void {
    if (this.isStopped) return;
    // A hidden page gets no refresh, but what was acknowledged must still reach the program.
    if (document.hidden) this.requestIn(HIDDEN_MS);
    else if (this.refresh === 0) {
      this.refresh = requestAnimationFrame(() => {
        this.refresh = 0;
        // All of it at once: a key with its modifiers would otherwise take three refreshes.
        this.settle();
      });
      this.watcher.requested();
    }
  }

  /** Draws one frame at once, inside an event handler that needs its result. */
  now(): void {
    this.draw();
  }

  /**
   * Draws until the program has taken in all that came: one frame takes in at most one change of
   * each key and button.
   */
  settle(): void {
    for (let frame = 0; frame < FRAMES_TO_SETTLE; frame += 1) {
      this.draw();
      if (this.seam.program._jishan_input_waits() === 0) return;
    }
  }

  requestIn(ms: number): void {
    if (this.isStopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (document.hidden) this.draw();
      else this.request();
    }, ms);
  }

  stop(): void {
    this.isStopped = true;
    cancelAnimationFrame(this.refresh);
    clearTimeout(this.timer);
  }

  private draw(): void {
    if (this.isStopped || this.isDrawing) return;
    this.isDrawing = true;
    this.watcher.begins();
    const dueMs = this.seam.program._jishan_frame();
    this.drawn += 1;
    this.isDrawing = false;
    clearTimeout(this.timer);
    if (dueMs === 0) this.request();
    else if (dueMs > 0) this.requestIn(dueMs);
    this.watcher.ended(this.refresh === 0);
  }
}
