// The dialogs of the shop and of the volunteers: rules of WAI-ARIA, a way to every control, a ring, a
// way out.
import { test } from 'node:test';

import { expectDialog, withAccess } from './support/access.mjs';
import { dialogs, prepare } from './support/dialogs.mjs';

for (const area of ['shop', 'volunteers']) {
  test(`every dialog of the ${area}`, async (t) => {
    await withAccess(async (screen) => {
      await prepare[area](screen);
      for (const [name, open] of Object.entries(dialogs[area])) await t.test(name, () => expectDialog(screen, open, name));
    });
  });
}
