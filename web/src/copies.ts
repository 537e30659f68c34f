// What is still known of a book when its store fails: read from every place that has some of it, and
// told as it is. Looking changes nothing.

import { answer, EVENTS, Existing, openDatabase } from './database';

const STORE = 'store';
const BATCH = 500;

export interface Ending {
  isLast: boolean;
  /** Nothing in between or behind was found missing or unreadable. */
  isWhole: boolean;
}

export interface CopyListener {
  copiesFound(book: string, places: string[]): void;
  copyLoaded(book: string, place: string, records: Uint8Array[], ending: Ending): void;
}

export class Copies {
  constructor(private readonly listener: CopyListener) {}

  async find(book: string): Promise<void> {
    this.listener.copiesFound(book, (await hasRecords(book)) ? [STORE] : []);
  }

  async read(book: string, place: string): Promise<void> {
    let isWhole = place === STORE;
    if (isWhole) {
      isWhole = await readWhatThereIs(book, (records) => {
        this.listener.copyLoaded(book, place, records, { isLast: false, isWhole: true });
      }).catch(() => false);
    }
    this.listener.copyLoaded(book, place, [], { isLast: true, isWhole });
  }
}

async function hasRecords(book: string): Promise<boolean> {
  try {
    const database = await openDatabase(book, Existing.expected);
    try {
      return (await answer(database.transaction(EVENTS).objectStore(EVENTS).count())) > 0;
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
}

/** Past holes, one record after the other where a batch cannot be read. Gives whether there were none. */
async function readWhatThereIs(book: string, batch: (records: Uint8Array[]) => void): Promise<boolean> {
  const database = await openDatabase(book, Existing.expected);
  try {
    const records = (): IDBObjectStore => database.transaction(EVENTS).objectStore(EVENTS);
    const keys = (await answer(records().getAllKeys())).map(Number);
    let isWhole = keys.every((key, i) => key === i + 1);
    for (let at = 0; at < keys.length; at += BATCH) {
      const part = keys.slice(at, at + BATCH);
      const found = await Promise.all(part.map((key) => answer(records().get(key)).catch(() => undefined)));
      const read = found.filter((value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value));
      isWhole &&= read.length === part.length;
      batch(read.map((value) => new Uint8Array(value as ArrayBufferLike)));
    }
    return isWhole;
  } finally {
    database.close();
  }
}
