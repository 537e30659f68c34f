// Reads what can still be read of a database that may be damaged: past holes, and past what the
// browser breaks off on. Nothing is written to it.

import { lastNumber, readRange } from './database';

const BATCH = 256;
/** Each costs opening the database again. */
const FAILURES_MAX = 500;

export type TakeRecords = (records: Uint8Array[]) => void;

/** Hands over in order what is there of the records 1 … `known` and after; gives whether that was
 * all. `open` is asked again whenever the browser has closed the database on what it met. */
export async function salvage(
  open: () => Promise<IDBDatabase>, known: number, take: TakeRecords,
): Promise<boolean> {
  let database = await open();
  try {
    const told = await lastNumber(database).catch(() => undefined);
    const last = Math.max(known, told ?? Number.MAX_SAFE_INTEGER);
    let read = 0;
    let failures = 0;
    for (let first = 1, size = BATCH; first <= last && failures < FAILURES_MAX; ) {
      try {
        const found = await readRange(database, first, Math.min(last, first + size - 1));
        if (told === undefined && found.length === 0 && first > known) break;
        take(found);
        read += found.length;
        first += size;
        size = Math.min(BATCH, 2 * size);
      } catch {
        failures += 1;
        database.close();
        database = await open();
        if (size === 1) first += 1;
        size = Math.max(1, size >> 2);
      }
    }
    return failures === 0 && read === last;
  } finally {
    database.close();
  }
}
