// Fails when the page grows beyond what a slow village line should carry.
// usage: node page_size.mjs FOLDER
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

export const wasmBytesMax = 2_200_000;
export const compressedBytesMax = 1_000_000;
const parts = ['index.html', 'host.js', 'jishan.js', 'jishan.wasm'];

export function pageSize(folder) {
  let compressedBytes = 0;
  let wasmBytes = 0;
  for (const part of parts) {
    const content = readFileSync(join(folder, part));
    const compressed = gzipSync(content, { level: 9 }).length;
    console.log(`${part}: ${content.length} bytes, ${compressed} compressed`);
    compressedBytes += compressed;
    if (part.endsWith('.wasm')) wasmBytes = content.length;
  }
  return { wasmBytes, compressedBytes };
}

function main([folder]) {
  const { wasmBytes, compressedBytes } = pageSize(folder);
  console.log(`together ${compressedBytes} bytes compressed; ${compressedBytesMax} are the most`);
  if (wasmBytes > wasmBytesMax || compressedBytes > compressedBytesMax) {
    console.error(`The page is too large: at most ${wasmBytesMax} bytes of wasm.`);
    process.exit(1);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv.slice(2));
