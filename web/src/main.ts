// Runs before the program: makes the page's side ready to be called, and shows a panel when the
// program stops.

import { showCrash, showNoGraphics } from './crash';
import { described, isOfExtension } from './fault';
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

function crashed(text: string): void {
  if (hasCrashed) return;
  hasCrashed = true;
  host?.stop();
  showCrash(text, saveAllBooks);
}

const entry: Entry = {
  start(program, memory) {
    host = new Host(program, memory);
    globalThis.JishanHost = Object.assign(host, entry);
    host.begin().catch((error: unknown) => crashed(described(error)));
  },
  crashed,
  noGraphics() {
    host?.stop();
    showNoGraphics(saveAllBooks);
  },
};

globalThis.JishanHost = entry;
globalThis.Module.onAbort = (reason) => crashed(String(reason));

// An error that nobody expected leaves the program in an unknown state: nothing may be written on it.
// What the browser only reports (a resize it put off) comes without an error.
window.addEventListener('error', ({ error }) => {
  if (error instanceof Error && !isOfExtension(error)) crashed(described(error));
});
window.addEventListener('unhandledrejection', ({ reason }) => {
  if (!isOfExtension(reason)) crashed(described(reason));
});
