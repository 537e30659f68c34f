// One book's IndexedDB database: opening it, reading all of it, and adding to it. A number that is
// taken is never overwritten, which also fences off a second window.

import { DATABASE_PREFIX, listed } from './books';
import { StoreError, Trouble } from './trouble';

export const EVENTS = 'events';
export const LOCAL = 'local';

const VERSION = 1;
const OPEN_WITHIN_MS = 15_000;
const BATCH = 500;

export function databaseName(book: string): string {
  return DATABASE_PREFIX + book;
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

/** Rejects where a book that the list knows records of has lost its database. */
export function openDatabase(book: string, existing: Existing): Promise<IDBDatabase> {
  const opening = new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(databaseName(book), VERSION);
    request.onupgradeneeded = () => {
      if (existing === Existing.expected && (listed(book)?.last ?? 0) > 0) {
        // Leaves no empty database behind: the next look must notice the loss again.
        request.transaction?.abort();
        reject(new StoreError(Trouble.wiped));
        return;
      }
      request.result.createObjectStore(EVENTS);
      request.result.createObjectStore(LOCAL);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new StoreError(Trouble.elsewhere));
  });
  return within(OPEN_WITHIN_MS, opening);
}

/** 0 for a book without records. */
export async function lastNumber(database: IDBDatabase): Promise<number> {
  const store = database.transaction(EVENTS).objectStore(EVENTS);
  const cursor = await answer(store.openKeyCursor(null, 'prev'));
  return typeof cursor?.key === 'number' ? cursor.key : 0;
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
  if (before !== from - 1) throw new StoreError(Trouble.wiped);
  for (let last = before; ; ) {
    const store = database.transaction(EVENTS).objectStore(EVENTS);
    const range = IDBKeyRange.lowerBound(last, true);
    const [keys, values] = await Promise.all([
      answer(store.getAllKeys(range, BATCH)),
      answer(store.getAll(range, BATCH)),
    ]);
    if (keys.length === 0) return last;
    // A hole means that something was lost after it was written.
    if (keys.some((key, i) => key !== last + 1 + i)) throw new StoreError(Trouble.wiped);
    batch(last + 1, values.map((value) => new Uint8Array(value as ArrayBufferLike)));
    last += keys.length;
  }
}

export async function readLocal(database: IDBDatabase): Promise<[string, Uint8Array][]> {
  const store = database.transaction(LOCAL).objectStore(LOCAL);
  const [keys, values] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
  return keys.map((key, i) => [String(key), new Uint8Array(values[i] as ArrayBufferLike)]);
}

export interface Addition {
  first: number;
  records: Uint8Array[];
  local: [key: string, value: Uint8Array][];
}

/** One strict transaction; resolves when it is complete, which means on the disk. */
export function add(database: IDBDatabase, { first, records, local }: Addition): Promise<void> {
  return new Promise((resolve, reject) => {
    const stores = local.length === 0 ? EVENTS : [EVENTS, LOCAL];
    const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
    const events = transaction.objectStore(EVENTS);
    records.forEach((record, i) => events.add(record, first + i));
    for (const [key, value] of local) transaction.objectStore(LOCAL).put(value, key);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new StoreError(Trouble.closed));
    transaction.commit();
  });
}

/** Whether exactly these bytes lie under these numbers: then an earlier try did arrive. */
export async function holds(database: IDBDatabase, { first, records }: Addition): Promise<boolean> {
  const range = IDBKeyRange.bound(first, first + records.length - 1);
  const found = await answer(database.transaction(EVENTS).objectStore(EVENTS).getAll(range));
  return (
    found.length === records.length &&
    records.every((record, i) => {
      const stored = new Uint8Array(found[i] as ArrayBufferLike);
      return stored.length === record.length && record.every((byte, k) => byte === stored[k]);
    })
  );
}
