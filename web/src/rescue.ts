// Saves what the store holds when the program itself cannot: the lines of the open book, read
// straight from IndexedDB.

import { allBooks } from './books';
import { Existing, openDatabase, readRecords } from './database';
import { saveFile } from './files';

/** One file for each book on this computer: NDJSON, one event in each line, as they were saved. */
export async function saveAllBooks(): Promise<void> {
  for (const { book, name } of await allBooks()) {
    const database = await openDatabase(book, Existing.expected);
    const parts: BlobPart[] = [];
    await readRecords(database, (_first, records) => {
      for (const record of records) parts.push(new Uint8Array(record));
    });
    database.close();
    if (parts.length > 0) saveFile(`${name === '' ? book : name}.ndjson`, parts);
  }
}
