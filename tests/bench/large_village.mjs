// A village as large as the design allows for: 10,000 households and a year of 100,000 entries, made
// of the sample village's work for 2,300 households and a roster of those that did nothing yet.
import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { importRoster, rosterSheet } from '../e2e/support/roster.mjs';
import { isSaved, joinVillage } from '../e2e/support/village.mjs';

const tool = fileURLToPath(new URL('../../build/native-release/jishan', import.meta.url));
const HOUSEHOLDS = 10_000;
const WITH_ENTRIES = 2_300;
const DAY = '2026-09-30';
const PATIENCE_MS = 1_200_000;

/** From set-up in a new profile to the book of the large village. */
export async function openLargeVillage(profile) {
  const path = join(tmpdir(), `large-village-${process.pid}.jishan.json`);
  try {
    execFileSync(tool, ['sample', '--households', String(WITH_ENTRIES), '--day', DAY, '-o', path]);
    const screen = await profile.open();
    await screen.patiently(PATIENCE_MS, async () => {
      await joinVillage(screen, path, { person: '陈志强', laptop: '三组电脑' });
      await importRoster(screen, rosterSheet(HOUSEHOLDS - WITH_ENTRIES), HOUSEHOLDS);
      await isSaved(screen);
    });
    return screen;
  } finally {
    await rm(path, { force: true });
  }
}
