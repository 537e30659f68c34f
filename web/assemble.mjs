// Makes the two pages from the shell: index.html, which names its scripts, and jishan.html, which
// holds them and the program, because a page opened from a file may not fetch.
// Each carries a policy that the browser enforces: nothing runs that is not of this build, and
// nothing is fetched from or sent to anywhere else.
// usage: node assemble.mjs SHELL FOLDER   (FOLDER holds host.js, jishan.js and jishan.wasm)
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const policyPlace = '{{{ POLICY }}}';
const scriptPlace = '{{{ SCRIPT }}}';

/** Inside <script>, text must not end it, nor open a comment that would hide the end. */
function inline(script) {
  return script.replace(/<\/(?=script)/gi, '<\\/').replaceAll('<!--', '<\\!--');
}

function put(page, place, text) {
  const parts = page.split(place);
  if (parts.length !== 2) throw new Error(`The shell must hold ${place} exactly once.`);
  return parts.join(text);
}

/** The sources of a policy that allow the inline elements of this name as they stand, no other one. */
function asTheyStand(page, element) {
  return [...page.matchAll(new RegExp(`<${element}>([^]*?)</${element}>`, 'g'))]
    .map(([, text]) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
    .join(' ');
}

/**
 * `self`: what the page may ask of the place it came from. WebAssembly counts as eval in Chromium
 * before 97, which village offices still have; nothing of ours calls eval.
 */
function withPolicy(page, self) {
  const policy = [
    "default-src 'none'",
    `script-src ${self} ${asTheyStand(page, 'script')} 'unsafe-eval'`,
    `style-src ${asTheyStand(page, 'style')}`,
    'img-src data:',
    `connect-src ${self || "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return put(page, policyPlace, policy.join('; ').replace(/ +/g, ' '));
}

const [shellPath, folder] = process.argv.slice(2);
const shell = await readFile(shellPath, 'utf8');
const host = await readFile(join(folder, 'host.js'), 'utf8');
const program = await readFile(join(folder, 'jishan.js'), 'utf8');
const wasm = await readFile(join(folder, 'jishan.wasm'), 'base64');

const served = ['host.js', 'jishan.js'].map((name) => `<script src="${name}"></script>`).join('\n');
await writeFile(join(folder, 'index.html'), withPolicy(put(shell, scriptPlace, served), "'self'"));

const bringWasm =
  'Module.wasmBinary=Uint8Array.from(' +
  'atob(document.getElementById("wasm").textContent),(c)=>c.charCodeAt(0));';
const single = [
  `<script>${inline(host)}</script>`,
  `<script type="text/plain" id="wasm">${wasm}</script>`,
  `<script>${bringWasm}</script>`,
  `<script>${inline(program)}</script>`,
].join('\n');
await writeFile(join(folder, 'jishan.html'), withPolicy(put(shell, scriptPlace, single), ''));
