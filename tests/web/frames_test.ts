// When frames are run, painted and asked for: a browser played by hand, with a clock that stands
// still until the test moves it.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { ANSWER_AWAITED_MS, Frames } from '../../web/src/frames';
import type { Seam } from '../../web/src/seam';

interface Timer {
  dueMs: number;
  run: () => void;
}

/** Refreshes and timers of a browser. */
class Browser {
  nowMs = 0;
  private readonly timers = new Map<number, Timer>();
  private readonly refreshes = new Map<number, () => void>();
  private last = 0;

  install(): void {
    Object.assign(globalThis, {
      document: { hidden: false },
      requestAnimationFrame: (run: () => void) => this.keep(this.refreshes, run),
      cancelAnimationFrame: (number: number) => this.refreshes.delete(number),
      setTimeout: (run: () => void, ms: number) => this.keep(this.timers, { dueMs: this.nowMs + ms, run }),
      clearTimeout: (number: number | undefined) => number !== undefined && this.timers.delete(number),
    });
  }

  get isAskedForRefresh(): boolean {
    return this.refreshes.size > 0;
  }

  refresh(): void {
    const due = [...this.refreshes.values()];
    this.refreshes.clear();
    for (const run of due) run();
  }

  pass(ms: number): void {
    this.nowMs += ms;
    for (const [number, timer] of this.timers) {
      if (timer.dueMs > this.nowMs) continue;
      this.timers.delete(number);
      timer.run();
    }
  }

  private keep<T>(kept: Map<number, T>, value: T): number {
    this.last += 1;
    kept.set(this.last, value);
    return this.last;
  }
}

/** A program that takes in one key a frame, and gives the store something when told to. */
class Program {
  waitingKeys = 0;
  isSaving = false;
  nextFrameMs = -1;
  /** What happened, in order. */
  readonly done: string[] = [];

  readonly exports = {
    _jishan_frame: (): number => {
      this.done.push('frame');
      if (this.waitingKeys > 0) this.waitingKeys -= 1;
      return this.nextFrameMs;
    },
    _jishan_input_waits: (): number => Number(this.waitingKeys > 0),
    _jishan_picture: (): void => void this.done.push('picture'),
  };

  taken(): string[] {
    return this.done.splice(0);
  }
}

let browser: Browser;
let program: Program;
let frames: Frames;
let isIdle: boolean;

beforeEach(() => {
  browser = new Browser();
  browser.install();
  program = new Program();
  isIdle = true;
  frames = new Frames({ program: program.exports } as unknown as Seam, {
    requested: () => (isIdle = false),
    refreshes: () => program.done.push('refreshes'),
    ran: () => program.done.push('ran'),
    shown: (idle) => (isIdle = idle),
  }, () => program.isSaving);
});

/** A key that records something: the program hands bytes to the store. */
function pressEnter(): void {
  program.waitingKeys += 1;
  program.isSaving = true;
  frames.takeIn();
}

function acknowledge(): void {
  program.isSaving = false;
  frames.answered();
}

test('several keys of one refresh take several frames and one picture', () => {
  program.waitingKeys = 3;
  frames.request();
  frames.request();
  browser.refresh();
  assert.deepEqual(program.taken(), ['refreshes', 'frame', 'frame', 'frame', 'ran', 'picture']);
  assert.equal(frames.count, 3);
  assert.ok(isIdle && !browser.isAskedForRefresh, 'nothing more is due');
});

test('what is taken in inside an event is painted at the refresh, not there', () => {
  program.waitingKeys = 1;
  frames.takeIn();
  assert.deepEqual(program.taken(), ['frame', 'ran']);
  assert.ok(!isIdle && browser.isAskedForRefresh);
  browser.refresh();
  assert.deepEqual(program.taken(), ['refreshes', 'frame', 'ran', 'picture']);
});

test('after something went to the store no refresh is asked for until it has answered', () => {
  frames.request();
  pressEnter();
  // Also nothing in the document is touched meanwhile: that would ask for one as well.
  assert.deepEqual(program.taken(), ['frame']);
  assert.ok(!isIdle && !browser.isAskedForRefresh, 'the one asked for before is taken back');
  browser.pass(ANSWER_AWAITED_MS - 1);
  frames.request();
  assert.ok(!browser.isAskedForRefresh, 'nor is one that something else wants');
  acknowledge();
  assert.ok(!isIdle && browser.isAskedForRefresh);
  browser.refresh();
  assert.deepEqual(program.taken(), ['refreshes', 'frame', 'ran', 'picture']);
  assert.ok(isIdle);
  browser.pass(10 * ANSWER_AWAITED_MS);
  assert.ok(!browser.isAskedForRefresh, 'the bound of a wait that is over asks for nothing');
});

test('a store that is slow gets its picture when the bound is over, and another when it answers', () => {
  pressEnter();
  browser.pass(ANSWER_AWAITED_MS);
  assert.ok(browser.isAskedForRefresh);
  browser.refresh();
  assert.deepEqual(program.taken(), ['frame', 'refreshes', 'frame', 'ran', 'picture']);
  acknowledge();
  assert.ok(browser.isAskedForRefresh);
  browser.refresh();
  assert.deepEqual(program.taken(), ['refreshes', 'frame', 'ran', 'picture']);
});

test('further keys do not prolong the wait', () => {
  pressEnter();
  browser.pass(ANSWER_AWAITED_MS - 5);
  pressEnter();
  browser.pass(5);
  assert.ok(browser.isAskedForRefresh);
});

test('a frame that is due at once is asked for after the wait, one that is due later by a timer', () => {
  program.nextFrameMs = 0;
  pressEnter();
  assert.ok(!browser.isAskedForRefresh);
  acknowledge();
  program.nextFrameMs = 400;
  browser.refresh();
  assert.ok(isIdle && !browser.isAskedForRefresh);
  browser.pass(399);
  assert.ok(!browser.isAskedForRefresh);
  browser.pass(1);
  assert.ok(browser.isAskedForRefresh);
});

test('a hidden page takes the answer in without a refresh', () => {
  pressEnter();
  Object.assign(globalThis, { document: { hidden: true } });
  program.taken();
  acknowledge();
  assert.ok(!browser.isAskedForRefresh);
  browser.pass(50);
  assert.ok(program.taken().includes('frame'));
});

test('a stopped program is not called any more, whatever was due', () => {
  pressEnter();
  frames.request();
  frames.stop();
  program.taken();
  browser.pass(1000);
  browser.refresh();
  frames.request();
  frames.takeIn();
  frames.answered();
  browser.refresh();
  assert.deepEqual(program.taken(), []);
});
