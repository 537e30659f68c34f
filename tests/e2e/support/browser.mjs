// Starts Chromium with a profile of its own and opens the page in it, served or from its file.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { chromium } from '../../../web/node_modules/playwright-core/index.mjs';
import { Screen } from './screen.mjs';
import { serve } from './serve.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const built = process.env.JISHAN_WEB ?? join(root, 'build/web');

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

/** A browser profile that outlives its browser, so that a test can close or kill and start again. */
export class Profile {
  static async make(place = 'http') {
    const folder = await mkdtemp(join(tmpdir(), 'jishan-profile-'));
    const server = place === 'http' ? await serve(built) : undefined;
    const address = server?.address ?? pathToFileURL(join(built, 'jishan.html')).href;
    return new Profile(folder, server, address);
  }

  constructor(folder, server, address) {
    this.folder = folder;
    this.server = server;
    this.address = address;
  }

  /** Starts the browser on this profile and opens the page. */
  async open({ viewport = LAPTOP, deviceScaleFactor = 1, flags = [] } = {}) {
    this.context = await chromium.launchPersistentContext(this.folder, {
      executablePath: process.env.JISHAN_CHROMIUM ?? '/usr/bin/chromium',
      args: [...FLAGS, ...flags],
      viewport,
      deviceScaleFactor,
      acceptDownloads: true,
    });
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

  async close() {
    await this.context?.close();
    this.context = undefined;
  }

  /** Closes the browser and removes everything. */
  async discard() {
    await this.close().catch(() => undefined);
    await this.server?.close();
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
