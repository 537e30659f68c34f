// When frames are run and shown: at the next refresh of the screen after something happened, or
// when the program said that one is due. An untouched page draws none. There is no main loop.

import type { Seam } from './seam';

/** How soon a hidden page takes in what came. */
const HIDDEN_MS = 50;
/** More than any person types between two refreshes. */
const FRAMES_TO_SETTLE = 32;
/**
 * How long a picture may wait for the store's answer: about one refresh and a half, far less than a
 * person notices. A strict write to an idle disk that does not turn takes a few milliseconds.
 */
export const ANSWER_AWAITED_MS = 25;

/** Who wants to know about frames. */
export interface FrameWatcher {
  /** A picture is due that is not drawn yet. */
  requested(): void;
  /** The frames that follow will be shown. */
  refreshes(): void;
  /** Frames were run: what they changed in the page is to follow now. */
  ran(): void;
  /** A picture was drawn. `isIdle`: no other one is due at the next refresh. */
  shown(isIdle: boolean): void;
}

export class Frames {
  /** How many frames were run since the start. */
  count = 0;
  private refresh = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Set while the picture waits for the store's answer. */
  private patience: ReturnType<typeof setTimeout> | undefined;
  private isRunning = false;
  private isStopped = false;

  constructor(
    private readonly seam: Seam,
    private readonly watcher: FrameWatcher,
    private readonly isSaving: () => boolean,
  ) {}

  /** Something happened: show it at the next refresh. */
  request(): void {
    if (this.isStopped) return;
    this.watcher.requested();
    // A hidden page gets no refresh, but what was acknowledged must still reach the program.
    if (document.hidden) this.requestIn(HIDDEN_MS);
    else if (this.patience === undefined && this.refresh === 0) {
      this.refresh = requestAnimationFrame(() => {
        this.refresh = 0;
        this.show();
      });
    }
  }

  /**
   * Inside the handler of an event that needs its result: the program takes in at once all that
   * came. Nothing is painted here. When it gave the store something to write, the document is not
   * touched and no refresh is asked for until the store has answered or `ANSWER_AWAITED_MS` are
   * over: after a key Chromium keeps other tasks waiting, the store's answer among them, until the
   * refresh that was asked for is done. Thus the answer comes sooner, and one picture shows both
   * what was recorded and that it is saved.
   */
  takeIn(): void {
    if (this.isStopped) return;
    this.run();
    if (this.isSaving()) this.awaitAnswer();
    else this.watcher.ran();
    this.request();
  }

  /** The store has answered. */
  answered(): void {
    clearTimeout(this.patience);
    this.patience = undefined;
    this.request();
  }

  stop(): void {
    this.isStopped = true;
    cancelAnimationFrame(this.refresh);
    clearTimeout(this.timer);
    clearTimeout(this.patience);
  }

  private awaitAnswer(): void {
    cancelAnimationFrame(this.refresh);
    this.refresh = 0;
    // Further keys do not prolong it.
    this.patience ??= setTimeout(() => this.answered(), ANSWER_AWAITED_MS);
  }

  private requestIn(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (document.hidden) this.show();
      else this.request();
    }, ms);
  }

  private show(): void {
    if (this.isStopped || this.isRunning) return;
    this.watcher.refreshes();
    const dueMs = this.run();
    this.watcher.ran();
    this.seam.program._jishan_picture();
    if (dueMs === 0) this.request();
    else if (dueMs > 0) this.requestIn(dueMs);
    this.watcher.shown(this.refresh === 0 && this.patience === undefined);
  }

  /**
   * Runs frames until the program has taken in all that came: one takes in at most one change of
   * each key and button, and a key with its modifiers should not take three refreshes. Answers when
   * the next one is due, as jishan_frame does.
   */
  private run(): number {
    clearTimeout(this.timer);
    let dueMs = 0;
    if (this.isRunning) return dueMs;
    this.isRunning = true;
    for (let frame = 0; frame < FRAMES_TO_SETTLE; frame += 1) {
      dueMs = this.seam.program._jishan_frame();
      this.count += 1;
      if (this.seam.program._jishan_input_waits() === 0) break;
    }
    this.isRunning = false;
    return dueMs;
  }
}
