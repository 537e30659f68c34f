// One book's IndexedDB database: opening it, reading all of it, and adding to it. A number that is
// taken is never overwritten, which also fences off a second window.

import { booksApart, ownDatabases } from './buckets';
import { StoreError, Trouble } from './trouble';

export const EVENTS = 'events';
export const LOCAL = 'local';

const PREFIX = 'jishan:';
const VERSION = 1;
const OPEN_WITHIN_MS = 15_000;
/** Of one batch: at most some 32 MiB, which the slowest disk reads sooner. */
const READ_WITHIN_MS = 30_000;
const BATCH = 500;

export function databaseName(book: string): string {
  return PREFIX + book;
}

/** The books that have a database there. */
export async function booksIn(databases: IDBFactory): Promise<string[]> {
  const names = (await databases.databases()).map(({ name = '' }) => name);
  return names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length));
}

export function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new StoreError(Trouble.noAnswer)), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export const enum Existing {
  expected,
  made,
  madeApart,
}

/** `begin` makes the stores of a new database. Where it is left out, there has to be one. */
export function openFrom(
  databases: IDBFactory, book: string, begin?: (made: IDBDatabase) => void,
): Promise<IDBDatabase> {
  const opening = new Promise<IDBDatabase>((resolve, reject) => {
    const request = databases.open(databaseName(book), VERSION);
    request.onupgradeneeded = () => {
      if (begin !== undefined) {
        begin(request.result);
        return;
      }
      // Leaves no empty database behind: the next look must notice the loss again.
      request.transaction?.abort();
      reject(new StoreError(Trouble.wiped));
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new StoreError(Trouble.elsewhere));
  });
  return within(OPEN_WITHIN_MS, opening);
}

async function databasesOf(book: string, existing: Existing): Promise<IDBFactory> {
  const isApart =
    existing === Existing.madeApart ||
    (existing === Existing.expected && (await within(OPEN_WITHIN_MS, booksApart())).includes(book));
  return (isApart ? await within(OPEN_WITHIN_MS, ownDatabases(book)) : undefined) ?? indexedDB;
}

/** Rejects where a book that should hold `known` records, or be there at all, has lost its database. */
export async function openDatabase(book: string, existing: Existing, known: number): Promise<IDBDatabase> {
  const databases = await databasesOf(book, existing);
  const isNew = existing !== Existing.expected || known === 0;
  return openFrom(databases, book, isNew ? makeStores : undefined);
}

/** For looking: makes nothing. */
export async function openAsIs(book: string): Promise<IDBDatabase> {
  return openFrom(await databasesOf(book, Existing.expected), book);
}

function makeStores(database: IDBDatabase): void {
  database.createObjectStore(EVENTS);
  database.createObjectStore(LOCAL);
}

/** 0 for a book without records. */
export async function lastNumber(database: IDBDatabase): Promise<number> {
  const store = database.transaction(EVENTS).objectStore(EVENTS);
  const cursor = await answer(store.openKeyCursor(null, 'prev'));
  return typeof cursor?.key === 'number' ? cursor.key : 0;
}

export function bytesOf(stored: unknown): Uint8Array {
  return new Uint8Array(stored as ArrayBufferLike);
}

export function isSame(stored: unknown, record: Uint8Array): boolean {
  const bytes = bytesOf(stored);
  return bytes.length === record.length && record.every((byte, i) => byte === bytes[i]);
}

/** What is there of these numbers. */
export async function readRange(database: IDBDatabase, first: number, last: number): Promise<Uint8Array[]> {
  const store = database.transaction(EVENTS).objectStore(EVENTS);
  return (await answer<unknown[]>(store.getAll(IDBKeyRange.bound(first, last)))).map(bytesOf);
}

export async function readOne(database: IDBDatabase, number: number): Promise<Uint8Array | undefined> {
  const found: unknown = await answer(database.transaction(EVENTS).objectStore(EVENTS).get(number));
  return found === undefined ? undefined : bytesOf(found);
}

/** Hands over every record from `from` on in order, in batches. Answers the last number, 0 for none. */
export async function readRecords(
  database: IDBDatabase,
  batch: (first: number, records: Uint8Array[]) => void,
  from = 1,
): Promise<number> {
  const before = from === 1 ? 0 : await answer(
    database.transaction(EVENTS).objectStore(EVENTS).count(IDBKeyRange.upperBound(from, true)),
  );
  // A hole means that something was lost after it was written.
  if (before !== from - 1) throw new StoreError(Trouble.damaged);
  for (let last = before; ; ) {
    const store = database.transaction(EVENTS).objectStore(EVENTS);
    const range = IDBKeyRange.lowerBound(last, true);
    const [keys, values] = await within(READ_WITHIN_MS, Promise.all([
      answer(store.getAllKeys(range, BATCH)),
      answer(store.getAll(range, BATCH)),
    ]));
    if (keys.length === 0) return last;
    if (keys.some((key, i) => key !== last + 1 + i)) throw new StoreError(Trouble.damaged);
    batch(last + 1, values.map(bytesOf));
    last += keys.length;
  }
}

export async function readLocal(database: IDBDatabase): Promise<[string, Uint8Array][]> {
  const store = database.transaction(LOCAL).objectStore(LOCAL);
  const [keys, values] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
  return keys.map((key, i) => [String(key), bytesOf(values[i])]);
}

export interface Run {
  first: number;
  records: Uint8Array[];
}

export interface Addition extends Run {
  local: [key: string, value: Uint8Array][];
}

export function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new StoreError(Trouble.closed));
  });
}

/** One strict transaction; resolves when it is complete, which means on the disk. */
export async function add(database: IDBDatabase, { first, records, local }: Addition): Promise<void> {
  const stores = local.length === 0 ? EVENTS : [EVENTS, LOCAL];
  const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
  const events = transaction.objectStore(EVENTS);
  records.forEach((record, i) => events.add(record, first + i));
  for (const [key, value] of local) transaction.objectStore(LOCAL).put(value, key);
  transaction.commit();
  return completed(transaction);
}

/** Whether exactly these bytes lie under these numbers: then an earlier try did arrive. */
export async function holds(database: IDBDatabase, { first, records }: Run): Promise<boolean> {
  const found = await readRange(database, first, first + records.length - 1);
  return found.length === records.length && records.every((record, i) => isSame(found[i], record));
}
