// Runs before the program: makes the page's side ready to be called, and shows a panel when the
// program stops.

import { showCrash, showNoGraphics } from './crash';
import { Host } from './host';
import { saveAllBooks } from './rescue';
import type { Exports } from './seam';

interface EmscriptenModule {
  onAbort?: (reason: unknown) => void;
}

/** What web/bridge.js calls before there is a Host; afterwards the Host itself is called. */
interface Entry {
  start(program: Exports, memory: () => Uint8Array): void;
  crashed(text: string): void;
  noGraphics(): void;
}

declare global {
  var Module: EmscriptenModule;
  var JishanHost: Entry | (Host & Entry);
}

let host: Host | undefined;
let hasCrashed = false;

function rescue(): void {
  saveAllBooks().catch((error: unknown) => console.error(error));
}

function crashed(text: string): void {
  if (hasCrashed) return;
  hasCrashed = true;
  host?.stop();
  showCrash(text, rescue);
}

const entry: Entry = {
  start(program, memory) {
    host = new Host(program, memory);
    globalThis.JishanHost = Object.assign(host, entry);
    host.begin().catch((error: unknown) => crashed(String(error)));
  },
  crashed,
  noGraphics() {
    host?.stop();
    showNoGraphics(rescue);
  },
};

globalThis.JishanHost = entry;
globalThis.Module.onAbort = (reason) => crashed(String(reason));
window.addEventListener('error', (event) => {
  if (event.error instanceof WebAssembly.RuntimeError) crashed(String(event.error.stack));
});
