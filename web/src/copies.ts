// What is still known of a book when its store fails: read from every place that has some of it, and
// told as it is. Looking changes nothing.

import { listed } from './books';
import { lastNumber, openAsIs } from './database';
import { salvage, type TakeRecords } from './salvage';
import { lastInSpare, readSpare } from './spare';

/** The book's own store. */
export const STORE = 'store';
export const SPARE = 'spare';

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
    const places = [STORE, SPARE];
    const found = await Promise.all([hasRecords(book), lastInSpare(book).then((last) => last > 0)]);
    this.listener.copiesFound(book, places.filter((_, i) => found[i]));
  }

  async read(book: string, place: string): Promise<void> {
    const isWhole = await readPlace(book, place, (records) => {
      this.listener.copyLoaded(book, place, records, { isLast: false, isWhole: true });
    });
    this.listener.copyLoaded(book, place, [], { isLast: true, isWhole });
  }
}

/** Hands over what can be read there; gives whether that is all that should be there. */
export async function readPlace(book: string, place: string, take: TakeRecords): Promise<boolean> {
  try {
    if (place === SPARE) return await readSpare(book, take);
    const known = Math.max(listed(book)?.last ?? 0, await lastInSpare(book));
    return await salvage(() => openAsIs(book), known, take);
  } catch {
    return false;
  }
}

/** A store whose last number cannot be read may still give others. */
async function hasRecords(book: string): Promise<boolean> {
  try {
    const database = await openAsIs(book);
    const last = await lastNumber(database).catch(() => 1);
    database.close();
    return last > 0;
  } catch {
    return false;
  }
}
