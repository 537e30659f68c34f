// Storage buckets: places of the browser's with databases of their own, in files of their own, so
// that what befalls one does not reach the others. Newer Chromium alone has them.

interface Bucket {
  readonly indexedDB: IDBFactory;
}

interface Buckets {
  open(name: string, policies: { durability: 'strict'; persisted: boolean }): Promise<Bucket>;
  keys(): Promise<string[]>;
  delete(name: string): Promise<void>;
}

const PREFIX = 'jishan-';
/** Holds the spare copies of all books. No book is called so: their ids are longer. */
const SPARE = 'spare';

function buckets(): Buckets | undefined {
  return (navigator as { storageBuckets?: Buckets }).storageBuckets;
}

/**
 * Held as long as the page lives: Chromium lets go of the databases of a bucket together with the
 * object that stands for it, and what is asked of them afterwards is never answered.
 */
const held = new Map<string, Bucket>();

async function open(name: string): Promise<IDBFactory | undefined> {
  const bucket = held.get(name) ?? (await buckets()?.open(PREFIX + name, { durability: 'strict', persisted: true }));
  if (bucket !== undefined) held.set(name, bucket);
  return bucket?.indexedDB;
}

async function names(): Promise<string[]> {
  const all = (await buckets()?.keys()) ?? [];
  return all.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length));
}

/** Undefined where the browser has no buckets. */
export function spareDatabases(): Promise<IDBFactory | undefined> {
  return open(SPARE);
}

/** The databases of a book's own bucket; undefined where the browser has none. */
export function ownDatabases(book: string): Promise<IDBFactory | undefined> {
  return open(book);
}

/** The books that have a bucket of their own. */
export async function booksApart(): Promise<string[]> {
  return (await names()).filter((name) => name !== SPARE);
}

export async function dropOwnDatabases(book: string): Promise<void> {
  held.delete(book);
  await buckets()?.delete(PREFIX + book);
}
