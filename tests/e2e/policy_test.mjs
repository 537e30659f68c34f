// Whatever gets into the page, the browser lets nothing out of it and runs nothing that is not of the build.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';

import { PLACES, withScreen } from './support/browser.mjs';
import { beginVillage } from './support/village.mjs';

/** Runs in the page: tries every way out, one after the other, and gives what the browser refused. A way
 * that is not refused is told after five seconds. */
async function tryToGetOut(address) {
  const refused = [];
  let heard = () => undefined;
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
    refused.push(effectiveDirective);
    heard();
  });
  const put = (name, attributes) => document.body.append(Object.assign(document.createElement(name), attributes));
  const ways = [
    () => fetch(address).catch(() => undefined),
    () => navigator.sendBeacon(address, '账'),
    () => new WebSocket(address.replace('http', 'ws')),
    () => new EventSource(address),
    () => put('img', { src: address }),
    () => put('script', { src: `${address}/a.js` }),
    () => put('script', { textContent: 'window.isHere = true;' }),
    () => put('link', { rel: 'stylesheet', href: address }),
    () => put('iframe', { src: address }),
    () => put('audio', { src: address }),
    () => put('object', { data: address }),
    () => document.fonts.add(new FontFace('away', `url(${address})`)) && document.fonts.load('16px away').catch(() => undefined),
    () => { put('form', { action: address, id: 'away' }); document.getElementById('away').submit(); },
  ];
  for (const way of ways) {
    const told = new Promise((done, failed) => {
      heard = done;
      setTimeout(() => failed(new Error(`not refused: ${way}`)), 5000);
    });
    try { way(); } catch { /* some refuse with an exception as well */ }
    await told;
  }
  return { refused, isHere: window.isHere === true };
}

for (const place of PLACES) {
  test(`nothing leaves the page, and nothing foreign runs in it (${place})`, async () => {
    let requests = 0;
    const outside = createServer((_, response) => {
      requests += 1;
      response.end();
    });
    await new Promise((done) => outside.listen(0, '127.0.0.1', done));
    try {
      await withScreen(place, {}, async (screen) => {
        await beginVillage(screen);
        const address = `http://127.0.0.1:${outside.address().port}`;
        const { refused, isHere } = await screen.page.evaluate(tryToGetOut, address);
        assert.deepEqual(refused, [
          'connect-src', 'connect-src', 'connect-src', 'connect-src', 'img-src', 'script-src-elem',
          'script-src-elem', 'style-src-elem', 'frame-src', 'media-src', 'object-src', 'font-src', 'form-action',
        ]);
        assert.equal(isHere, false);
        assert.equal(requests, 0);
        screen.errors.length = 0; // the browser reports each refusal as an error
      });
    } finally {
      outside.close();
    }
  });
}
