// What befalls the files of a browser's profile while the browser is closed, each in one way.
import { cp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder of all databases of the page, apart from those in buckets. */
async function databases(profile) {
  const parent = join(profile.folder, 'Default', 'IndexedDB');
  const name = (await readdir(parent)).find((entry) => entry.endsWith('.leveldb'));
  return join(parent, name);
}

async function filesIn(folder, ending) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).sort();
  if (names.length === 0) throw new Error(`no ${ending} in ${folder}`);
  return names.map((name) => join(folder, name));
}

/** Every bit of 64 bytes becomes another one. */
async function flip(file, at) {
  const bytes = await readFile(file);
  for (let i = at; i < at + 64; i += 1) bytes[i] ^= 0xff;
  await writeFile(file, bytes);
}

/** The browser writes tables once so many bytes have come: these go to a database beside the book's. */
export async function letTablesBeWritten(screen) {
  await screen.page.evaluate(() => new Promise((done, failed) => {
    const request = indexedDB.open('filler', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('rows', { autoIncrement: true });
    request.onsuccess = () => {
      const transaction = request.result.transaction('rows', 'readwrite', { durability: 'strict' });
      const bytes = () => crypto.getRandomValues(new Uint8Array(2 ** 15));
      for (let i = 0; i < 200; i += 1) transaction.objectStore('rows').add(bytes());
      transaction.oncomplete = () => {
        request.result.close();
        done();
      };
      transaction.onabort = () => failed(transaction.error);
    };
  }));
}

export const damages = {
  async 'bytes of the log'(profile) {
    const [log] = (await filesIn(await databases(profile), '.log')).slice(-1);
    const { length } = await readFile(log);
    await flip(log, length >> 1);
  },
  async 'bytes of a table'(profile) {
    const [table] = await filesIn(await databases(profile), '.ldb');
    const at = (await readFile(table)).indexOf('village.create');
    if (at < 0) throw new Error('the first record is not in the first table');
    await flip(table, at);
  },
  async 'the manifest'(profile) {
    const folder = await databases(profile);
    const names = (await readdir(folder)).filter((name) => name.startsWith('MANIFEST'));
    for (const name of names) await writeFile(join(folder, name), 'no manifest of anything');
  },
  async 'the file that names the manifest'(profile) {
    await writeFile(join(await databases(profile), 'CURRENT'), new Uint8Array(16));
  },
  async 'a table that is gone'(profile) {
    const [table] = await filesIn(await databases(profile), '.ldb');
    await rm(table);
  },
  async 'a log that was cut'(profile) {
    const [log] = (await filesIn(await databases(profile), '.log')).slice(-1);
    const { length } = await readFile(log);
    await truncate(log, length - 1_000);
  },
};

/** The databases as they are now, for later. */
export async function keepDatabases(profile) {
  await cp(await databases(profile), join(profile.folder, 'kept'), { recursive: true });
}

/** As a backup tool or a synchronised folder does: an older state comes back. */
damages['an older state put back'] = async (profile) => {
  const folder = await databases(profile);
  await rm(folder, { recursive: true });
  await cp(join(profile.folder, 'kept'), folder, { recursive: true });
};
