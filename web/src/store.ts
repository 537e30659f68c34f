// The open book's durable store: it tells the program what is on the disk, and nothing that is not.

import { listed, unlistBook } from './books';
import { dropOwnDatabases } from './buckets';
import {
  add, type Addition, databaseName, Existing, holds, lastNumber, openDatabase, readLocal, readOne, readRange, readRecords, within,
} from './database';
import { dropSpare, lastInSpare, Spare } from './spare';
import { Tenancy } from './tenancy';
import { StoreError, Trouble, troubleOf } from './trouble';

const SAVE_WITHIN_MS = 10_000;

/** What the store answers; host.ts passes it on. */
export interface StoreListener {
  recordsLoaded(first: number, records: Uint8Array[]): void;
  localLoaded(key: string, value: Uint8Array): void;
  found(book: string, last: number): void;
  opened(book: string, last: number): void;
  notOpened(book: string, trouble: Trouble): void;
  handoverAsked(book: string): void;
  dropped(book: string): void;
  saved(last: number): void;
  notSaved(first: number, trouble: Trouble): void;
  localNotSaved(key: string, trouble: Trouble): void;
}

/** What was asked of a book that is not the open one any more is dropped without an answer. */
class Superseded extends Error {}

/** One book from its opening to the next one's: what is asked of it is answered for it alone. */
interface Sitting {
  book: string;
  spare: Spare;
  database?: IDBDatabase;
}

export class Store {
  private sitting: Sitting | undefined;
  private readonly tenancy: Tenancy;
  private onTheirWay = 0;

  constructor(private readonly listener: StoreListener) {
    this.tenancy = new Tenancy({
      asked: (book) => listener.handoverAsked(book),
      lost: (book) => {
        this.close();
        listener.notOpened(book, Trouble.elsewhere);
      },
    });
  }

  async open(book: string, existing: Existing): Promise<void> {
    await this.openUnder(book, existing, () => this.tenancy.take(book));
  }

  /** As open does, of a book that another window has. */
  async takeOver(book: string): Promise<void> {
    await this.openUnder(book, Existing.expected, () => this.tenancy.takeOver(book));
  }

  /** Another window may go on with the book. */
  release(): void {
    this.close();
  }

  private async openUnder(book: string, existing: Existing, lock: () => Promise<void>): Promise<void> {
    const sitting = this.begin(book);
    await this.answering(sitting, async () => {
      await lock();
      this.expect(sitting);
      const known = existing === Existing.expected ? await lastKnown(book) : 0;
      const database = await this.connect(sitting, existing, known);
      const local = await reading(readLocal(database));
      const last = await reading(lastNumber(database));
      this.expect(sitting);
      // The list and the copies know of nothing that was not in the store, or meant for it.
      if (last < known) throw new StoreError(last === 0 ? Trouble.wiped : Trouble.older);
      for (const [key, value] of local) this.listener.localLoaded(key, value);
      if (existing === Existing.expected) {
        this.listener.found(book, last);
      } else {
        this.listener.opened(book, 0);
        sitting.spare.begin();
      }
    });
  }

  /** From this number on; the program may know the earlier ones, but they have to be there. */
  async read(first: number): Promise<void> {
    const { sitting } = this;
    if (sitting === undefined) return;
    await this.answering(sitting, async () => {
      const database = await this.connected(sitting);
      const last = await reading(readRecords(database, (from, records) => {
        if (sitting === this.sitting) this.listener.recordsLoaded(from, records);
      }, first));
      this.expect(sitting);
      this.listener.opened(sitting.book, last);
      sitting.spare.begin();
    });
  }

  /** The program has one on its way at a time, so that a failed one leaves no hole behind it. */
  async append(addition: Addition): Promise<void> {
    const { sitting } = this;
    if (sitting === undefined) return;
    this.onTheirWay += 1;
    try {
      await within(SAVE_WITHIN_MS, this.save(sitting, addition)).finally(() => (this.onTheirWay -= 1));
      if (sitting === this.sitting) this.listener.saved(addition.first + addition.records.length - 1);
    } catch (error) {
      // The next try begins with a fresh connection.
      disconnect(sitting);
      if (sitting === this.sitting) this.listener.notSaved(addition.first, troubleOf(error));
    }
    // Also what the store refused: then the copy alone has it.
    sitting.spare.keep(addition);
  }

  async putLocal(key: string, value: Uint8Array): Promise<void> {
    const { sitting } = this;
    if (sitting === undefined) return;
    try {
      await add(await this.connected(sitting), { first: 1, records: [], local: [[key, value]] });
    } catch (error) {
      if (sitting === this.sitting) this.listener.localNotSaved(key, troubleOf(error));
    }
  }

  /** The copies go first: what remained of them would be taken for a book that was lost. */
  async drop(book: string): Promise<void> {
    if (book === this.sitting?.book) {
      const { spare } = this.sitting;
      this.close();
      await spare.abandon();
    }
    await dropSpare(book);
    unlistBook(book);
    await within(SAVE_WITHIN_MS, dropOwnDatabases(book)).catch(() => undefined);
    const request = indexedDB.deleteDatabase(databaseName(book));
    request.onsuccess = request.onerror = () => this.listener.dropped(book);
  }

  get isOpen(): boolean {
    return this.sitting?.database !== undefined;
  }

  /** Nothing is on its way to the disk. */
  get isQuiet(): boolean {
    return this.onTheirWay === 0;
  }

  private async save(sitting: Sitting, addition: Addition): Promise<void> {
    const database = await this.connected(sitting);
    try {
      await add(database, addition);
    } catch (error) {
      const isTaken = troubleOf(error) === Trouble.elsewhere;
      if (!isTaken || !(await holds(database, addition))) throw error;
    }
  }

  private begin(book: string): Sitting {
    this.close();
    const sitting: Sitting = {
      book,
      spare: new Spare(book, {
        read: async (first, last) => readRange(await this.connected(sitting), first, last),
        readOne: async (number) => readOne(await this.connected(sitting), number),
        isQuiet: () => this.isQuiet,
      }),
    };
    this.sitting = sitting;
    return sitting;
  }

  private expect(sitting: Sitting): void {
    if (sitting !== this.sitting) throw new Superseded();
  }

  private connected(sitting: Sitting): Promise<IDBDatabase> {
    if (sitting.database !== undefined) return Promise.resolve(sitting.database);
    return this.connect(sitting, Existing.expected, listed(sitting.book)?.last ?? 0);
  }

  private async connect(sitting: Sitting, existing: Existing, known: number): Promise<IDBDatabase> {
    this.expect(sitting);
    const database = await openDatabase(sitting.book, existing, known);
    if (sitting !== this.sitting) {
      database.close();
      throw new Superseded();
    }
    sitting.database = database;
    database.onversionchange = database.onclose = () => disconnect(sitting);
    return database;
  }

  /** Tells why the book was not opened. */
  private async answering(sitting: Sitting, open: () => Promise<void>): Promise<void> {
    try {
      await open();
    } catch (error) {
      if (sitting !== this.sitting) return;
      this.close();
      this.listener.notOpened(sitting.book, troubleOf(error));
    }
  }

  private close(): void {
    if (this.sitting !== undefined) {
      disconnect(this.sitting);
      this.sitting.spare.close();
    }
    this.sitting = undefined;
    this.tenancy.end();
  }
}

function disconnect(sitting: Sitting): void {
  sitting.database?.close();
  delete sitting.database;
}

/** As much as the list of books or a copy says there has been. */
async function lastKnown(book: string): Promise<number> {
  return Math.max(listed(book)?.last ?? 0, await lastInSpare(book));
}

/** A database that opens and then breaks off on what it holds is damaged. */
async function reading<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw troubleOf(error) === Trouble.closed ? new StoreError(Trouble.damaged) : error;
  }
}
