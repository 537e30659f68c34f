// Pieces of snapshots, in the browser's cache storage. That lies in files of its own: IndexedDB, which
// holds the records, is not touched by what happens to them, nor they by what happens to it. Nothing
// here is relied on: the program proves what it is given, and does without what it is not given.

import { within } from './database';

const PREFIX = 'jishan:snapshot:';
const PLACES = ['a', 'b'];
const ANSWER_WITHIN_MS = 10_000;
/** So many are asked for before the first one is there. */
const AHEAD = 4;
const NOTHING = new Uint8Array();

export interface PieceListener {
  pieceFetched(book: string, name: string, bytes: Uint8Array): void;
  piecePut(book: string, name: string, isKept: boolean): void;
}

/** "a/7" lies in the cache of place a. A cache takes addresses of the web alone; nothing is there. */
function placeOf(name: string): string {
  return name.slice(0, name.indexOf('/'));
}
function addressOf(name: string): string {
  return `https://pieces.invalid/${name}`;
}
function cacheOf(book: string, place: string): Promise<Cache> {
  return caches.open(`${PREFIX}${book}:${place}`);
}

async function read(book: string, name: string): Promise<Uint8Array> {
  const cache = await cacheOf(book, placeOf(name));
  const found = await cache.match(addressOf(name));
  return found === undefined ? NOTHING : new Uint8Array(await found.arrayBuffer());
}

async function write(book: string, name: string, bytes: Uint8Array): Promise<void> {
  const cache = await cacheOf(book, placeOf(name));
  await cache.put(addressOf(name), new Response(bytes as Uint8Array<ArrayBuffer>));
}

export class Pieces {
  private lastWrite: Promise<unknown> = Promise.resolve();

  constructor(private readonly listener: PieceListener) {}

  async fetch(book: string, names: readonly string[]): Promise<void> {
    const ask = (name: string): Promise<Uint8Array> =>
      within(ANSWER_WITHIN_MS, read(book, name)).catch(() => NOTHING);
    const asked = names.slice(0, AHEAD).map(ask);
    for (const [i, name] of names.entries()) {
      const bytes = await asked[i]!;
      // Handed over, it needs no second copy here.
      asked[i] = Promise.resolve(NOTHING);
      const next = names[i + AHEAD];
      if (next !== undefined) asked.push(ask(next));
      this.listener.pieceFetched(book, name, bytes);
    }
  }

  put(book: string, name: string, bytes: Uint8Array): void {
    void this.inTurn(() => write(book, name, bytes)).then((isKept) => this.listener.piecePut(book, name, isKept));
  }

  clear(book: string, place: string): void {
    void this.inTurn(() => caches.delete(`${PREFIX}${book}:${place}`));
  }

  drop(book: string): void {
    for (const place of PLACES) this.clear(book, place);
  }

  /** Whether it was done: in private windows and outside secure pages there is no such storage. */
  private inTurn(write: () => Promise<unknown>): Promise<boolean> {
    const done = this.lastWrite.then(() => within(ANSWER_WITHIN_MS, write())).then(() => true, () => false);
    this.lastWrite = done;
    return done;
  }
}
