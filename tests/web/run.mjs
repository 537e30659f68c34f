// Runs the unit tests of the page's TypeScript: tests/web/**/*_test.ts, bundled for Node.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from '../../web/node_modules/esbuild/lib/main.js';

const top = fileURLToPath(new URL('../../', import.meta.url));
const made = join(top, 'build/page-tests');

const tests = readdirSync(join(top, 'tests/web'), { recursive: true })
  .filter((path) => path.endsWith('_test.ts'))
  .map((path) => join(top, 'tests/web', path))
  .sort();
if (tests.length === 0) {
  console.log('no page tests');
  process.exit(0);
}

rmSync(made, { recursive: true, force: true });
await build({
  entryPoints: tests,
  outdir: made,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  outExtension: { '.js': '.mjs' },
  nodePaths: [join(top, 'web/node_modules')],
  logLevel: 'warning',
});
const files = tests.map((path) => join(made, basename(path).replace(/\.ts$/, '.mjs')));
const { status } = spawnSync(process.execPath, ['--test', ...files], { stdio: 'inherit' });
process.exit(status ?? 1);
