// A spare copy in the browser's cache storage, where there are no storage buckets. An entry holds a
// run of consecutive records. The last one grows under a new name each time, and the shorter one goes
// when the longer one is there; nothing else is ever written again.

import { isSame, type Run } from './database';
import { pack, unpack } from './fields';
import type { TakeRecords } from './salvage';
import type { Shelf } from './spare';

const PREFIX = 'jishan:copy:';
const RECORDS_MAX = 64;
const BYTES_MAX = 2 ** 18;

/** The `turn`th entry to be begun. */
interface Entry {
  turn: number;
  first: number;
  count: number;
}

/** A cache takes addresses of the web alone; nothing is there. */
function addressOf({ turn, first, count }: Entry): string {
  return `https://copies.invalid/${turn}/${first}/${count}`;
}

export function entryOf(address: string): Entry {
  const [turn = 0, first = 0, count = 0] = new URL(address).pathname.slice(1).split('/').map(Number);
  return { turn, first, count };
}

function lastOf({ first, count }: Entry): number {
  return first + count - 1;
}

/** Whether the entries leave nothing out from 1 to the last number of any. */
export function areWhole(entries: readonly Entry[]): boolean {
  let last = 0;
  for (const entry of [...entries].sort((a, b) => a.first - b.first)) {
    if (entry.first > last + 1) return false;
    last = Math.max(last, lastOf(entry));
  }
  return true;
}

/** A crash may leave an entry beside the one it grew into. */
export function longestOfEach(entries: readonly Entry[]): Entry[] {
  const longest = new Map<number, Entry>();
  for (const entry of entries) {
    if (entry.count > (longest.get(entry.turn)?.count ?? 0)) longest.set(entry.turn, entry);
  }
  return [...longest.values()].sort((a, b) => a.first - b.first);
}

/** An entry with its records, the first `written` of which are in the cache. */
interface Grown {
  turn: number;
  first: number;
  records: Uint8Array[];
  written: number;
}

function takesMore({ first, records }: Grown, number: number, record: Uint8Array): boolean {
  const bytes = records.reduce((sum, { length }) => sum + length, record.length);
  return number === first + records.length && records.length < RECORDS_MAX && bytes <= BYTES_MAX;
}

export class CacheShelf implements Shelf {
  private known: Promise<Entry[]> | undefined;
  /** The entry that may still grow: the last one that was begun since the page was loaded. */
  private tail: Grown | undefined;
  /** The one that was read last; a book that is filled in asks for the same one over and over. */
  private lately: { entry: Entry; records: Uint8Array[] } | undefined;

  static async books(): Promise<string[]> {
    const names = await caches.keys();
    return names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length));
  }

  constructor(private readonly book: string) {}

  async last(): Promise<number> {
    return Math.max(0, ...(await this.entries()).map(lastOf));
  }

  async isWhole(): Promise<boolean> {
    return areWhole(await this.entries());
  }

  async holds(number: number, record: Uint8Array): Promise<boolean> {
    for (const entry of await this.entries()) {
      if (entry.first > number || lastOf(entry) < number) continue;
      const held = (await this.recordsOf(entry).catch(() => []))[number - entry.first];
      if (held !== undefined && isSame(held, record)) return true;
    }
    return false;
  }

  async add({ first, records }: Run): Promise<void> {
    const last = await this.last();
    for (const [i, record] of records.entries()) {
      const number = first + i;
      if (number <= last && (await this.holds(number, record))) continue;
      if (this.tail === undefined || !takesMore(this.tail, number, record)) {
        await this.write();
        const turn = 1 + Math.max(0, ...(await this.entries()).map((entry) => entry.turn));
        this.tail = { turn, first: number, records: [], written: 0 };
      }
      this.tail.records.push(record);
    }
    await this.write();
  }

  async read(take: TakeRecords): Promise<boolean> {
    const entries = await this.entries();
    let isWhole = areWhole(entries);
    for (const entry of entries) {
      try {
        take(await this.recordsOf(entry));
      } catch {
        isWhole = false;
      }
    }
    return isWhole;
  }

  async drop(): Promise<void> {
    this.close();
    await caches.delete(PREFIX + this.book);
  }

  close(): void {
    this.known = this.tail = this.lately = undefined;
  }

  private async write(): Promise<void> {
    const { tail } = this;
    if (tail === undefined || tail.written === tail.records.length) return;
    const { turn, first, records } = tail;
    const shorter = { turn, first, count: tail.written };
    const entry = { turn, first, count: records.length };
    const cache = await caches.open(PREFIX + this.book);
    await cache.put(addressOf(entry), new Response(pack(records) as Uint8Array<ArrayBuffer>));
    tail.written = records.length;
    if (shorter.count > 0) await cache.delete(addressOf(shorter));
    this.known = Promise.resolve(longestOfEach([...(await this.entries()), entry]));
  }

  private entries(): Promise<Entry[]> {
    this.known ??= this.find();
    return this.known;
  }

  private async find(): Promise<Entry[]> {
    if (!(await caches.has(PREFIX + this.book))) return [];
    const cache = await caches.open(PREFIX + this.book);
    return longestOfEach((await cache.keys()).map(({ url }) => entryOf(url)));
  }

  private async recordsOf(entry: Entry): Promise<Uint8Array[]> {
    if (this.lately?.entry !== entry) {
      const cache = await caches.open(PREFIX + this.book);
      const found = await cache.match(addressOf(entry));
      const records = found === undefined ? [] : unpack(new Uint8Array(await found.arrayBuffer()));
      if (records.length !== entry.count) throw new Error('an entry of a copy is damaged');
      this.lately = { entry, records };
    }
    return this.lately.records;
  }
}
