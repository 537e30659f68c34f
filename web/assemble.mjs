// Makes the two pages from the shell: index.html, which names its scripts, and jishan.html, which
// holds them and the program, because a page opened from a file may not fetch.
// usage: node assemble.mjs SHELL FOLDER   (FOLDER holds host.js, jishan.js and jishan.wasm)
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const place = '{{{ SCRIPT }}}';

/** Inside <script>, text must not end it, nor open a comment that would hide the end. */
function inline(script) {
  return script.replace(/<\/(?=script)/gi, '<\\/').replaceAll('<!--', '<\\!--');
}

function withScripts(shell, scripts) {
  const parts = shell.split(place);
  if (parts.length !== 2) throw new Error(`The shell must hold ${place} exactly once.`);
  return parts.join(scripts);
}

const [shellPath, folder] = process.argv.slice(2);
const shell = await readFile(shellPath, 'utf8');
const host = await readFile(join(folder, 'host.js'), 'utf8');
const program = await readFile(join(folder, 'jishan.js'), 'utf8');
const wasm = await readFile(join(folder, 'jishan.wasm'), 'base64');

const served = ['host.js', 'jishan.js'].map((name) => `<script src="${name}"></script>`).join('\n');
await writeFile(join(folder, 'index.html'), withScripts(shell, served));

const bringWasm =
  'Module.wasmBinary=Uint8Array.from(' +
  'atob(document.getElementById("wasm").textContent),(c)=>c.charCodeAt(0));';
const single = [
  `<script>${inline(host)}</script>`,
  `<script type="text/plain" id="wasm">${wasm}</script>`,
  `<script>${bringWasm}</script>`,
  `<script>${inline(program)}</script>`,
].join('\n');
await writeFile(join(folder, 'jishan.html'), withScripts(shell, single));
