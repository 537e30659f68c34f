// Saves what the store holds when the program itself cannot: every book of this computer as a file
// that any other laptop can import, read straight from IndexedDB.

import { bookFile } from './book_file';
import { allBooks } from './books';
import { Existing, openDatabase, readRecords } from './database';
import { saveFile } from './files';

async function linesOf(book: string): Promise<string[]> {
  const decoder = new TextDecoder();
  const lines: string[] = [];
  const database = await openDatabase(book, Existing.expected);
  try {
    await readRecords(database, (_first, records) => {
      for (const record of records) {
        lines.push(...decoder.decode(record).split('\n').filter((line) => line !== ''));
      }
    });
  } finally {
    database.close();
  }
  return lines;
}

/** One file for each book that has entries. */
export async function saveAllBooks(): Promise<void> {
  const now = new Date();
  const minutes = Math.floor(now.getTime() / 60_000);
  for (const { book, name } of await allBooks()) {
    const lines = await linesOf(book);
    if (lines.length === 0) continue;
    const called = name === '' ? book : name;
    const file = await bookFile(called, lines, minutes);
    saveFile(`${called}-${now.toISOString().slice(0, 10)}.jishan.json`, [file]);
  }
}
