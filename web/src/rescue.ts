// Saves what the store holds when the program itself cannot: every book of this computer as a file
// that any other laptop can import, read straight from where the browser keeps it.

import { bookFile } from './book_file';
import { allBooks } from './books';
import { readPlace, SPARE, STORE } from './copies';
import { saveFile } from './files';

/** What any place has of it: the store, and the copy where that is not whole. */
async function linesOf(book: string): Promise<string[]> {
  const decoder = new TextDecoder();
  const lines: string[] = [];
  const take = (records: Uint8Array[]): void => {
    for (const record of records) lines.push(...decoder.decode(record).split('\n').filter((line) => line !== ''));
  };
  const isWhole = (await readPlace(book, STORE, take)) || (await readPlace(book, SPARE, take));
  if (!isWhole && lines.length === 0) throw new Error(`nothing of ${book} can be read`);
  return lines;
}

/** One file for each book that has entries; gives how many. A book that cannot be read does not keep
 * the others from being saved, and is told of by the error afterwards. */
export async function saveAllBooks(): Promise<number> {
  const now = new Date();
  const minutes = Math.floor(now.getTime() / 60_000);
  let saved = 0;
  const troubles: unknown[] = [];
  for (const { book, name } of await allBooks()) {
    try {
      const lines = await linesOf(book);
      if (lines.length === 0) continue;
      const called = name === '' ? book : name;
      const file = await bookFile(called, lines, minutes);
      saveFile(`${called}-${now.toISOString().slice(0, 10)}.jishan.json`, [file]);
      saved += 1;
    } catch (trouble) {
      troubles.push(trouble);
    }
  }
  if (troubles.length > 0) throw new AggregateError(troubles, `${troubles.length} of the books`);
  return saved;
}
