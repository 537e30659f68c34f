// What `make run` starts: the page for this machine, on another port where the usual one is taken.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';

const top = mkdtempSync(join(tmpdir(), 'jishan-serve-'));
const page = join(top, 'page');
const taken = createServer();
let port: number;

before(async () => {
  mkdirSync(page);
  writeFileSync(join(page, 'index.html'), '积善簿');
  writeFileSync(join(page, 'notes.txt'), 'not a part of the page');
  writeFileSync(join(top, 'secret.html'), 'outside');
  taken.listen(0, '127.0.0.1');
  await once(taken, 'listening');
  port = (taken.address() as { port: number }).port;
});
after(() => {
  taken.close();
  rmSync(top, { recursive: true });
});

/** Starts the server as `make run` does; gives what it says until it has told its address. */
async function whileServing(work: (said: string[], address: string) => Promise<void>): Promise<void> {
  const server = spawn(process.execPath, ['web/serve.mjs', page, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const said: string[] = [];
    for await (const line of createInterface({ input: server.stdout })) {
      said.push(line);
      const address = line.match(/http:\/\/localhost:\d+\//)?.[0];
      if (address) {
        await work(said, address);
        return;
      }
    }
    assert.fail(`no address in: ${said.join(' / ')}`);
  } finally {
    server.kill();
  }
}

test('a port that is taken is said, and another one is used', async () => {
  await whileServing(async (said, address) => {
    assert.equal(said[0], `Port ${port} is taken; using a free one.`);
    assert.notEqual(Number(new URL(address).port), port);
    const response = await fetch(address);
    assert.equal(await response.text(), '积善簿');
    assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.equal(response.headers.get('cache-control'), 'no-store');
  });
});

test('nothing but the files of the page is served', async () => {
  await whileServing(async (_, address) => {
    for (const path of ['missing.html', 'notes.txt', '..%2fsecret.html', '%2e%2e%5csecret.html', '%']) {
      assert.equal((await fetch(address + path)).status, 404, path);
    }
    assert.equal((await fetch(address, { method: 'POST' })).status, 405);
    assert.equal((await fetch(address, { method: 'HEAD' })).status, 200);
  });
});
