// The dialogs of the roster: rules of WAI-ARIA, a way to every control, a ring, a way out.
import { test } from 'node:test';

import { expectDialog, withAccess } from './support/access.mjs';
import { dialogs, prepare } from './support/dialogs.mjs';

test('every dialog of the roster', async (t) => {
  await withAccess(async (screen) => {
    await prepare.roster(screen);
    for (const [name, open] of Object.entries(dialogs.roster)) await t.test(name, () => expectDialog(screen, open, name));
  });
});
