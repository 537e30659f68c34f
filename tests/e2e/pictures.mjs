// Draws every screen of a small village into build/pictures/, for the README and for a look.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

import { withScreen } from './support/browser.mjs';
import { addHousehold, beginVillage } from './support/village.mjs';

const folder = fileURLToPath(new URL('../../build/pictures/', import.meta.url));
await mkdir(folder, { recursive: true });

await withScreen('http', {}, async (screen) => {
  const draw = async (name) => {
    await screen.isIdle();
    await screen.page.screenshot({ path: join(folder, `${name}.png`) });
    console.log(`build/pictures/${name}.png`);
  };
  await draw('setup');
  await beginVillage(screen);
  for (const head of ['张三丰', '李小芳', '单田芳', '赵四']) await addHousehold(screen, head);
  const rail = (await screen.widgets()).filter(({ role }) => role === 'menuitem').map(({ label }) => label);
  for (const label of rail) {
    await screen.press('menuitem', label);
    await screen.by('heading', label);
    await draw(label);
  }
});
