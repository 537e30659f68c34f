// A spare copy in a database of the spare bucket, in the form of the book's own. What was written
// there is never overwritten: another record under the same number comes to lie beside it.

import { spareDatabases } from './buckets';
import {
  answer, booksIn, bytesOf, completed, databaseName, EVENTS, isSame, lastNumber, openFrom, type Run,
} from './database';
import { salvage, type TakeRecords } from './salvage';
import type { Shelf } from './spare';

/** Records that found their number taken; key: the number, and how many lay here under it before. */
const OTHERS = 'others';

function othersUnder(transaction: IDBTransaction, number: number): Promise<unknown[]> {
  return answer<unknown[]>(transaction.objectStore(OTHERS).getAll(IDBKeyRange.bound([number], [number, []])));
}

async function addBeside(transaction: IDBTransaction, number: number, record: Uint8Array): Promise<void> {
  const events = transaction.objectStore(EVENTS);
  const held: unknown = await answer(events.get(number));
  if (held === undefined) {
    events.add(record, number);
  } else if (!isSame(held, record)) {
    const others = await othersUnder(transaction, number);
    if (!others.some((other) => isSame(other, record))) {
      transaction.objectStore(OTHERS).add(record, [number, others.length]);
    }
  }
}

function makeStores(database: IDBDatabase): void {
  database.createObjectStore(EVENTS);
  database.createObjectStore(OTHERS);
}

async function databases(): Promise<IDBFactory> {
  const spare = await spareDatabases();
  if (spare === undefined) throw new Error('this browser has no storage buckets');
  return spare;
}

export class BucketShelf implements Shelf {
  private opened: Promise<IDBDatabase> | undefined;

  static async books(): Promise<string[]> {
    return booksIn(await databases());
  }

  constructor(private readonly book: string) {}

  async last(): Promise<number> {
    const isThere = this.opened !== undefined || (await BucketShelf.books()).includes(this.book);
    return isThere ? lastNumber(await this.database()) : 0;
  }

  async isWhole(): Promise<boolean> {
    const database = await this.database();
    const count = await answer(database.transaction(EVENTS).objectStore(EVENTS).count());
    return count === (await lastNumber(database));
  }

  async holds(number: number, record: Uint8Array): Promise<boolean> {
    const transaction = (await this.database()).transaction([EVENTS, OTHERS]);
    const held: unknown = await answer(transaction.objectStore(EVENTS).get(number));
    return [held, ...(await othersUnder(transaction, number))].some((other) => isSame(other, record));
  }

  async add({ first, records }: Run): Promise<void> {
    const database = await this.database();
    const transaction = database.transaction([EVENTS, OTHERS], 'readwrite', { durability: 'strict' });
    const done = completed(transaction);
    await Promise.all([...records.map((record, i) => addBeside(transaction, first + i, record)), done]);
  }

  async read(take: TakeRecords): Promise<boolean> {
    if ((await this.last()) === 0) return true;
    const isWhole = await salvage(() => this.connect(), 0, take);
    const others = (await this.database()).transaction(OTHERS).objectStore(OTHERS);
    take((await answer<unknown[]>(others.getAll())).map(bytesOf));
    return isWhole;
  }

  async drop(): Promise<void> {
    this.close();
    await answer((await databases()).deleteDatabase(databaseName(this.book)));
  }

  close(): void {
    this.opened?.then((database) => database.close(), () => undefined);
    this.opened = undefined;
  }

  private database(): Promise<IDBDatabase> {
    this.opened ??= this.connect().then((database) => {
      database.onclose = database.onversionchange = () => this.close();
      return database;
    });
    return this.opened;
  }

  private async connect(): Promise<IDBDatabase> {
    return openFrom(await databases(), this.book, makeStores);
  }
}
