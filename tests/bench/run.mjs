// Runs the benchmarks that are named, or all, and prints one table. A benchmark is not a test: what
// is over its limit is said, and the exit code stays 0.
// usage: node run.mjs [merge|awards|scrolling|screens|glyphs|start|size|idle …]
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { built } from '../e2e/support/browser.mjs';
import { compressedBytesMax, pageSize, wasmBytesMax } from '../web/page_size.mjs';
import { measureAwards } from './awards.mjs';
import { bounded, compared, tableOf } from './figures.mjs';
import { measureGlyphs } from './glyphs.mjs';
import { measureIdle } from './idle.mjs';
import { measureScreens } from './screens.mjs';
import { measureScrolling } from './scrolling.mjs';
import { measureStart } from './starting.mjs';

const tools = fileURLToPath(new URL('../../build/native-release/', import.meta.url));

/** merge_bench prints one line of JSON. */
function measureMerge() {
  const printed = execFileSync(join(tools, 'merge_bench'), { encoding: 'utf8' });
  console.log(printed.trim());
  const figures = JSON.parse(printed.trim().split('\n').at(-1));
  const peer = figures.plain_parse_hash_s + figures.plain_insert_s;
  return [compared('merging 100,000 events into 100,000', 's', figures.merge_s, peer, 1.5)];
}

function measureSize() {
  const { wasmBytes, compressedBytes } = pageSize(built);
  return [
    bounded('wasm', 'bytes', wasmBytes, wasmBytesMax),
    bounded('wasm, js and html, gzip -9', 'bytes', compressedBytes, compressedBytesMax),
  ];
}

const benches = {
  merge: measureMerge,
  awards: measureAwards,
  scrolling: measureScrolling,
  screens: measureScreens,
  glyphs: measureGlyphs,
  start: measureStart,
  size: measureSize,
  idle: measureIdle,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`No such benchmark: ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}
const lines = [];
for (const [name, measure] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`== ${name}`);
  lines.push(...(await measure()));
}
console.log(`\n${tableOf(lines)}`);
