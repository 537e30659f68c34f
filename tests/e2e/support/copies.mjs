// What lies in the spare copies of the browser, read from the page's side of it, and what the panel
// of a stopped program makes of all that is left.
/** The page finds no storage buckets, as in older browsers: to be run before its own scripts. */
export function withoutBuckets() {
  delete Navigator.prototype.storageBuckets;
}

/** The page finds neither buckets nor caches: no place for a spare copy. */
export function withoutPlaces() {
  delete Navigator.prototype.storageBuckets;
  delete globalThis.caches;
}

/** { book: how many records its spare copy holds }, in the bucket or in the cache. */
export function copied(screen) {
  return screen.page.evaluate(async () => {
    const found = {};
    const answer = (request) => new Promise((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    if ((await navigator.storageBuckets?.keys())?.includes('jishan-spare')) {
      // Kept: a bucket that is let go of takes its databases along.
      window.spareBucket ??= await navigator.storageBuckets.open('jishan-spare');
      const databases = window.spareBucket.indexedDB;
      for (const { name } of await databases.databases()) {
        const database = await answer(databases.open(name));
        found[name.replace('jishan:', '')] = await answer(database.transaction('events').objectStore('events').count());
        database.close();
      }
    }
    for (const name of (await caches.keys()).filter((key) => key.startsWith('jishan:copy:'))) {
      const urls = (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
      found[name.replace('jishan:copy:', '')] = urls.reduce((sum, path) => sum + Number(path.split('/').at(-1)), 0);
    }
    return found;
  });
}

/** Waits until the only book's copy holds as many records as the list of books says it has. */
export async function isCopied(screen) {
  const patientUntil = Date.now() + 15_000;
  for (;;) {
    const listed = await screen.page.evaluate(() => JSON.parse(localStorage.getItem('jishan:books')));
    const wanted = Object.fromEntries(Object.entries(listed).map(([book, { last }]) => [book, last]));
    const found = await copied(screen);
    if (Object.entries(wanted).every(([book, last]) => found[book] === last)) return found;
    if (Date.now() > patientUntil) throw new Error(`copied ${JSON.stringify(found)}, saved ${JSON.stringify(wanted)}`);
    await screen.page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

/** The file that the panel of a stopped program gives; its path. */
export async function rescued(screen) {
  await screen.page.evaluate(() => window.Module.onAbort('stopped by a test'));
  const download = screen.page.waitForEvent('download');
  await screen.page.getByRole('button', { name: '存一份到文件' }).click();
  const path = await (await download).path();
  return path;
}
