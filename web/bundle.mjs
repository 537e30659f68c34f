// Checks web/src with the TypeScript compiler and bundles it into one classic script.
// usage: node bundle.mjs OUT
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const web = fileURLToPath(new URL('.', import.meta.url));
const [out] = process.argv.slice(2);

try {
  execFileSync(process.execPath, [`${web}node_modules/typescript/bin/tsc`, '--project', web], {
    stdio: 'inherit',
  });
  await build({
    entryPoints: [`${web}src/main.ts`],
    outfile: out,
    bundle: true,
    format: 'iife',
    target: ['chrome87', 'firefox115'], // the oldest browsers of village offices
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
} catch {
  process.exit(1); // both have said what is wrong
}
