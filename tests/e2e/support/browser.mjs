// Starts Chromium with a profile of its own and opens the page in it, served or from its file.
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { chromium } from '../../../web/node_modules/playwright-core/index.mjs';
import { serve } from '../../../web/serve.mjs';
import { Screen } from './screen.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** Where the built page is. */
export const built = process.env.JISHAN_WEB ?? join(root, 'build/web');

const FLAGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--lang=zh-CN',
];

/** Where the page comes from: each spec runs on both. */
export const PLACES = ['http', 'file'];

/** The smallest screen the interface is made for. */
const LAPTOP = { width: 1366, height: 640 };

/** The number of the browser's main process, the one that was given this profile. */
async function browserOn(folder) {
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const line = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
    const words = line.split('\0');
    const isMain = !words.some((word) => word.startsWith('--type='));
    if (isMain && words.includes(`--user-data-dir=${folder}`)) return Number(name);
  }
  throw new Error('no browser runs on this profile');
}

/** A browser profile that outlives its browser, so that a test can close or kill and start again. */
export class Profile {
  /** `pages`: the folder of index.html and jishan.html. */
  static async make(place = 'http', pages = built) {
    const folder = await mkdtemp(join(tmpdir(), 'jishan-profile-'));
    const server = place === 'http' ? await serve(pages, 0) : undefined;
    const address = server
      ? `http://127.0.0.1:${server.address().port}/`
      : pathToFileURL(join(pages, 'jishan.html')).href;
    return new Profile(folder, server, address);
  }

  constructor(folder, server, address) {
    this.folder = folder;
    this.server = server;
    this.address = address;
  }

  /** Another profile with the same files, while no browser runs on this one. */
  async copy() {
    const folder = await mkdtemp(join(tmpdir(), 'jishan-profile-'));
    await cp(this.folder, folder, { recursive: true });
    return new Profile(folder, undefined, this.address);
  }

  /** Starts the browser on this profile and opens the page. `scaling` is that of the whole screen,
   * `beforehand` a function with its argument that runs in each page before the page's own scripts. */
  async open({ viewport = LAPTOP, scaling = 1, flags = [], beforehand } = {}) {
    this.context = await chromium.launchPersistentContext(this.folder, {
      executablePath: process.env.JISHAN_CHROMIUM ?? '/usr/bin/chromium',
      // What a killed browser leaves behind goes with its profile.
      env: { ...process.env, TMPDIR: this.folder },
      args: [...FLAGS, `--force-device-scale-factor=${scaling}`, '--window-size=1366,800', ...flags],
      // An emulated screen has no device pixels of its own; a scaled one must be real.
      viewport: scaling === 1 ? viewport : null,
      acceptDownloads: true,
    });
    if (beforehand !== undefined) await this.context.addInitScript(...beforehand);
    const page = this.context.pages()[0] ?? (await this.context.newPage());
    return this.visit(page);
  }

  /** A second window on the same profile. */
  async openAnother() {
    return this.visit(await this.context.newPage());
  }

  async visit(page) {
    const screen = new Screen(page);
    await screen.attach();
    await page.goto(this.address);
    await screen.isReady();
    return screen;
  }

  /** Ends the browser as a power cut would: nothing is told to it. */
  async kill() {
    const ended = new Promise((resolve) => this.context.once('close', resolve));
    process.kill(await browserOn(this.folder), 'SIGKILL');
    await ended;
    this.context = undefined;
  }

  async close() {
    await this.context?.close();
    this.context = undefined;
  }

  /** Closes the browser and removes everything. */
  async discard() {
    await this.close().catch(() => undefined);
    this.server?.close();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** For the common test: one profile, one screen, everything removed afterwards. */
export async function withScreen(place, options, run) {
  const profile = await Profile.make(place);
  try {
    const screen = await profile.open(options);
    await run(screen, profile);
    screen.expectNoErrors();
  } finally {
    await profile.discard();
  }
}
