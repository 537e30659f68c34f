// Serves a folder to this machine only, for `make run` and the browser tests.
// usage: node serve.mjs FOLDER [PORT]   (8080, or a free port when it is taken; 0: any free port)
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** The file a request means, or undefined when it is none of the folder's. */
async function requested(folder, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
  const file = join(folder, normalize(path === '/' ? '/index.html' : path));
  const found = await stat(file).catch(() => undefined);
  return types[extname(file)] && found?.isFile() ? { file, size: found.size } : undefined;
}

/** Resolves to the server once it listens on 127.0.0.1. */
export function serve(folder, port) {
  const top = resolve(folder);
  const server = createServer(async (request, response) => {
    const found = await requested(top, request.url);
    if (!found || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(found ? 405 : 404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': types[extname(found.file)],
      'content-length': found.size,
      'cache-control': 'no-store', // a rebuilt page is a new page
    });
    if (request.method === 'HEAD') response.end();
    else createReadStream(found.file).pipe(response);
  });
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => done(server));
  });
}

async function main([folder, port = '8080']) {
  const server = await serve(folder, Number(port)).catch((error) => {
    if (error.code !== 'EADDRINUSE') throw error;
    console.log(`Port ${port} is taken; using a free one.`);
    return serve(folder, 0);
  });
  console.log(`积善簿: http://localhost:${server.address().port}/   (Ctrl+C stops)`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.slice(2));
