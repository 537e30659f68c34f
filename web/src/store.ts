// The open book's durable store: it tells the program what is on the disk, and nothing that is not.

import { unlistBook } from './books';
import {
  add, type Addition, databaseName, Existing, holds, lastNumber, openDatabase, readLocal, readRecords, within,
} from './database';
import { StoreError, Trouble, troubleOf } from './trouble';

const SAVE_WITHIN_MS = 10_000;
const LOOK_AT_LOCK_MS = 1_000;

/** What the store answers; host.ts passes it on. */
export interface StoreListener {
  recordsLoaded(first: number, records: Uint8Array[]): void;
  localLoaded(key: string, value: Uint8Array): void;
  found(book: string, last: number): void;
  opened(book: string, last: number): void;
  notOpened(book: string, trouble: Trouble): void;
  dropped(book: string): void;
  saved(last: number): void;
  notSaved(first: number, trouble: Trouble): void;
  localNotSaved(key: string, trouble: Trouble): void;
}

export class Store {
  private book = '';
  private database: IDBDatabase | undefined;
  private releaseLock: () => void = () => undefined;
  private onTheirWay = 0;

  constructor(private readonly listener: StoreListener) {}

  async open(book: string, existing: Existing): Promise<void> {
    this.close();
    this.book = book;
    try {
      await this.lock(book);
      const database = await this.connect(existing);
      for (const [key, value] of await readLocal(database)) this.listener.localLoaded(key, value);
      if (existing !== Existing.expected) this.listener.opened(book, 0);
      else this.listener.found(book, await lastNumber(database));
    } catch (error) {
      this.notOpened(book, error);
    }
  }

  /** From this number on; the program may know the earlier ones, but they have to be there. */
  async read(first: number): Promise<void> {
    const { book } = this;
    try {
      const database = this.database ?? (await this.connect(Existing.expected));
      const last = await readRecords(database, (from, records) => {
        if (book === this.book) this.listener.recordsLoaded(from, records);
      }, first);
      if (book === this.book) this.listener.opened(book, last);
    } catch (error) {
      if (book === this.book) this.notOpened(book, error);
    }
  }

  /** The program has one on its way at a time, so that a failed one leaves no hole behind it. */
  async append(addition: Addition): Promise<void> {
    this.onTheirWay += 1;
    try {
      await within(SAVE_WITHIN_MS, this.save(addition)).finally(() => (this.onTheirWay -= 1));
      this.listener.saved(addition.first + addition.records.length - 1);
    } catch (error) {
      // The next try begins with a fresh connection.
      this.disconnect();
      this.listener.notSaved(addition.first, troubleOf(error));
    }
  }

  async putLocal(key: string, value: Uint8Array): Promise<void> {
    try {
      const database = this.database ?? (await this.connect(Existing.expected));
      await add(database, { first: 1, records: [], local: [[key, value]] });
    } catch (error) {
      this.listener.localNotSaved(key, troubleOf(error));
    }
  }

  drop(book: string): void {
    if (book === this.book) this.close();
    unlistBook(book);
    const request = indexedDB.deleteDatabase(databaseName(book));
    request.onsuccess = request.onerror = () => this.listener.dropped(book);
  }

  /** Nothing is on its way to the disk. */
  get isQuiet(): boolean {
    return this.onTheirWay === 0;
  }

  private async save(addition: Addition): Promise<void> {
    const database = this.database ?? (await this.connect(Existing.expected));
    try {
      await add(database, addition);
    } catch (error) {
      const isTaken = troubleOf(error) === Trouble.elsewhere;
      if (!isTaken || !(await holds(database, addition))) throw error;
    }
  }

  private async connect(existing: Existing): Promise<IDBDatabase> {
    const database = await openDatabase(this.book, existing);
    this.database = database;
    database.onversionchange = () => this.disconnect();
    database.onclose = () => this.disconnect();
    return database;
  }

  private notOpened(book: string, error: unknown): void {
    this.close();
    this.listener.notOpened(book, troubleOf(error));
  }

  private disconnect(): void {
    this.database?.close();
    this.database = undefined;
  }

  private close(): void {
    this.disconnect();
    this.releaseLock();
    this.releaseLock = () => undefined;
    this.book = '';
  }

  /** One window writes a book; holding the lock also keeps browsers from freezing the page. */
  private lock(book: string): Promise<void> {
    if (navigator.locks === undefined) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const released = new Promise<void>((release) => (this.releaseLock = release));
      const name = databaseName(book);
      const patience = new AbortController();
      // A page that is just being left lets go within moments, and a slow computer is no other
      // window: only a lock that is seen held twice belongs to one.
      let seen = 0;
      const timer = setInterval(() => {
        void navigator.locks.query().then(({ held }) => {
          if (held?.some((lock) => lock.name === name) === true) seen += 1;
          if (seen === 2) patience.abort();
        });
      }, LOOK_AT_LOCK_MS);
      navigator.locks
        .request(name, { signal: patience.signal }, () => {
          clearInterval(timer);
          resolve();
          return released;
        })
        .catch(() => {
          clearInterval(timer);
          reject(new StoreError(Trouble.elsewhere));
        });
    });
  }
}
