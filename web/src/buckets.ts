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

async function open(name: string): Promise<IDBFactory | undefined> {
  const bucket = await buckets()?.open(PREFIX + name, { durability: 'strict', persisted: true });
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
  await buckets()?.delete(PREFIX + book);
}
