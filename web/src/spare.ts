// The spare copy of the open book: every record also lies outside the database that holds the book,
// in files of another kind or place. It is written after the answer of the store and never waited
// for; what it missed is filled in from the store when the book is opened.

import { type Run, within } from './database';
import type { TakeRecords } from './salvage';
import { BucketShelf } from './spare_bucket';
import { CacheShelf } from './spare_cache';

/** Where a spare copy may lie. Nothing that was put there is ever replaced by other bytes. */
export interface Shelf {
  /** The highest number; 0 where it holds nothing of the book. Makes nothing. */
  last(): Promise<number>;
  /** Whether nothing is missing up to the last number. */
  isWhole(): Promise<boolean>;
  holds(number: number, record: Uint8Array): Promise<boolean>;
  /** What it holds already is not added again. */
  add(run: Run): Promise<void>;
  /** Hands over all that can be read; gives whether that was all. */
  read(take: TakeRecords): Promise<boolean>;
  drop(): Promise<void>;
  /** The next call begins afresh. */
  close(): void;
}

/** The book's own store, as far as the spare copy needs it. */
export interface Original {
  /** What is there of these numbers. */
  read(first: number, last: number): Promise<Uint8Array[]>;
  readOne(number: number): Promise<Uint8Array | undefined>;
  isQuiet(): boolean;
}

const WITNESS_WITHIN_MS = 3_000;
const ANSWER_WITHIN_MS = 10_000;
/** After the picture that shows an entry as saved. */
const SOON_MS = 60;
/** So often a store that is busy is given way to. */
const WAITS_MAX = 20;
const FILL_IN_AFTER_MS = 1_000;
const BATCH = 200;

function shelvesOf(book: string): Shelf[] {
  return [new BucketShelf(book), new CacheShelf(book)];
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The books that have a spare copy. */
export async function booksWithSpare(): Promise<string[]> {
  const found = await Promise.all([BucketShelf, CacheShelf].map((shelf) => within(WITNESS_WITHIN_MS, shelf.books()).catch(() => [])));
  return [...new Set(found.flat())];
}

/** The highest number that any spare copy holds. One that does not answer bears no witness. */
export async function lastInSpare(book: string): Promise<number> {
  const lasts = shelvesOf(book).map(async (shelf) => {
    const last = await within(WITNESS_WITHIN_MS, shelf.last()).catch(() => 0);
    shelf.close();
    return last;
  });
  return Math.max(...(await Promise.all(lasts)));
}

export async function readSpare(book: string, take: TakeRecords): Promise<boolean> {
  let isWhole = true;
  for (const shelf of shelvesOf(book)) {
    // What this browser has not, or what holds nothing, is missing nothing.
    const hasSome = await shelf.last().then((last) => last > 0, () => false);
    if (hasSome && !(await shelf.read(take).catch(() => false))) isWhole = false;
    shelf.close();
  }
  return isWhole;
}

export async function dropSpare(book: string): Promise<void> {
  await Promise.all(shelvesOf(book).map((shelf) => within(ANSWER_WITHIN_MS, shelf.drop()).catch(() => undefined)));
}

export class Spare {
  private readonly shelves: Shelf[];
  private waiting: Run[] = [];
  private working: Promise<void> | undefined;
  private isClosed = false;
  private isAbandoned = false;
  /** The shelf is known to hold what the store held when the book was opened, and all since then. */
  private isLevel = false;

  constructor(book: string, private readonly original: Original) {
    this.shelves = shelvesOf(book);
  }

  /** Once the book is open: brings the copy up to it. */
  begin(): void {
    setTimeout(() => {
      if (!this.isClosed) this.work();
    }, FILL_IN_AFTER_MS);
  }

  /** Records that the store has just answered for, whatever it answered. */
  keep({ first, records }: Run): void {
    this.waiting.push({ first, records });
    this.work();
  }

  /** What waits is still written. */
  close(): void {
    this.isClosed = true;
    if (this.working === undefined) this.closeShelves();
  }

  /** Before the copy is removed: resolves when nothing more will be written. */
  async abandon(): Promise<void> {
    this.close();
    this.isAbandoned = true;
    this.waiting = [];
    await this.working;
  }

  private work(): void {
    this.working ??= this.writeWaiting().finally(() => {
      this.working = undefined;
      if (this.isClosed) this.closeShelves();
    });
  }

  private async writeWaiting(): Promise<void> {
    try {
      const shelf = await this.shelf();
      do {
        await this.untilQuiet();
        this.isLevel ||= await this.fillIn(shelf).then(() => true, () => false);
        for (const run of joined(this.waiting.splice(0))) await within(ANSWER_WITHIN_MS, shelf.add(run));
      } while (this.waiting.length > 0);
    } catch {
      // The next record finds it lagging behind, and fills it in from the store.
      this.isLevel = false;
      this.waiting = [];
      this.closeShelves();
    }
  }

  /** The first one that answers. */
  private async shelf(): Promise<Shelf> {
    for (const shelf of this.shelves) {
      const answers = await within(ANSWER_WITHIN_MS, shelf.last()).then(() => true, () => false);
      if (answers) return shelf;
    }
    throw new Error('there is no place for a spare copy');
  }

  /** From the number on that the copy lacks; from the first one where it is another history or has
   * a hole. */
  private async fillIn(shelf: Shelf): Promise<void> {
    const last = await shelf.last();
    let from = last + 1;
    if (last > 0) {
      const record = await this.original.readOne(last);
      if (record === undefined) return;
      if (!(await shelf.holds(last, record)) || !(await shelf.isWhole())) from = 1;
    }
    for (;;) {
      const records = await this.original.read(from, from + BATCH - 1);
      if (records.length === 0) return;
      await this.untilQuiet();
      await within(ANSWER_WITHIN_MS, shelf.add({ first: from, records }));
      from += records.length;
    }
  }

  /** Gives way to the store, but not for ever: a long import keeps it busy. */
  private async untilQuiet(): Promise<void> {
    for (let waits = 0; waits === 0 || (waits < WAITS_MAX && !this.original.isQuiet()); waits += 1) {
      await after(SOON_MS);
    }
    if (this.isAbandoned) throw new Error('the book is thrown away');
  }

  private closeShelves(): void {
    for (const shelf of this.shelves) shelf.close();
  }
}

/** As few transactions as the numbers allow. */
function joined(runs: readonly Run[]): Run[] {
  const longer: Run[] = [];
  for (const { first, records } of runs) {
    const before = longer.at(-1);
    if (before !== undefined && before.first + before.records.length === first && before.records.length < BATCH) {
      before.records.push(...records);
    } else {
      longer.push({ first, records: [...records] });
    }
  }
  return longer;
}
