// Draws every screen of the sample village into build/pictures/, for the README and for a look.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

import { withScreen } from './support/browser.mjs';

const folder = fileURLToPath(new URL('../../build/pictures/', import.meta.url));
await mkdir(folder, { recursive: true });

await withScreen('http', {}, async (screen) => {
  const draw = async (name) => {
    await screen.isIdle();
    await screen.page.screenshot({ path: join(folder, `${name}.png`) });
    console.log(`build/pictures/${name}.png`);
  };
  await draw('setup');
  await screen.press('radio', '用示例村练习');
  await screen.press('button', '开始练习');
  await screen.until('the rail', () => window.mirrorWidgets().some(({ role }) => role === 'menuitem'));
  const rail = (await screen.widgets()).filter(({ role }) => role === 'menuitem').map(({ label }) => label);
  for (const label of rail) {
    await screen.press('menuitem', label);
    await draw(label);
  }
});
