// Is it the same book? What a page shows of its own, and what the command-line tool says of files:
// both give [fingerprint, digest of the derived state].
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { fingerprint } from './village.mjs';

const tool = process.env.JISHAN_TOOL ?? 'build/native/jishan';

async function stateDigest(screen) {
  return screen.page.evaluate(() => {
    const at = window.Module._jishan_state_digest();
    const { HEAPU8 } = window.Module;
    return new TextDecoder().decode(HEAPU8.slice(at, HEAPU8.indexOf(0, at)));
  });
}

export async function shownBy(screen) {
  return [await fingerprint(screen), await stateDigest(screen)];
}

/** The files are read as one book. */
export async function toldByTool(...paths) {
  const { stdout } = await promisify(execFile)(tool, ['state', '--json', ...paths], { maxBuffer: 2 ** 27 });
  const { fingerprint: print, digest } = JSON.parse(stdout);
  return [`指纹 ${print.replace(/(.{4})(?=.)/g, '$1 ')}`, digest];
}
