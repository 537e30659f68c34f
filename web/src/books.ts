// The list of the books on this computer, and its settings. It lies outside IndexedDB on purpose:
// a browser that loses a database keeps the list, so that a missing book is noticed.

import { booksApart } from './buckets';
import { booksIn, within } from './database';
import { booksWithSpare } from './spare';

export interface Listing {
  book: string;
  name: string;
  mode: string;
  last: number;
  heads: string;
}

const BOOKS = 'jishan:books';
const SETTINGS = 'jishan:settings';
const ANSWER_WITHIN_MS = 3_000;

/** Local storage may be forbidden, and its content is not ours alone on file://. */
function readObject(key: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function writeObject(key: string, value: object): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // The list is a witness; without it the books themselves still work.
  }
}

function listingOf(book: string, value: unknown): Listing {
  const line: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {};
  const text = (key: string): string => (typeof line[key] === 'string' ? line[key] : '');
  const last = typeof line['last'] === 'number' ? line['last'] : 0;
  return { book, name: text('name'), mode: text('mode'), last, heads: text('heads') };
}

export function listed(book: string): Listing | undefined {
  const line = readObject(BOOKS)[book];
  return line === undefined ? undefined : listingOf(book, line);
}

/** What the list names, and what lies in a database or a copy without being listed. */
export async function allBooks(): Promise<Listing[]> {
  const lines = Object.entries(readObject(BOOKS)).map(([book, line]) => listingOf(book, line));
  const known = new Set(lines.map((line) => line.book));
  const places = [booksIn(indexedDB), booksApart(), booksWithSpare()];
  const found = await Promise.all(places.map((books) => within(ANSWER_WITHIN_MS, books).catch(() => [])));
  for (const book of new Set(found.flat())) {
    if (!known.has(book)) lines.push(listingOf(book, undefined));
  }
  return lines;
}

export function listBook({ book, ...line }: Listing): void {
  writeObject(BOOKS, { ...readObject(BOOKS), [book]: line });
}

export function unlistBook(book: string): void {
  const lines = readObject(BOOKS);
  delete lines[book];
  writeObject(BOOKS, lines);
}

export function settings(): [key: string, value: string][] {
  return Object.entries(readObject(SETTINGS)).map(([key, value]) => [key, String(value)]);
}

export function putSetting(key: string, value: string): void {
  writeObject(SETTINGS, { ...readObject(SETTINGS), [key]: value });
}
