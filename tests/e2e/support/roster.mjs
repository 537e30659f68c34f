// A village's roster as a sheet, and how a person brings it into the book.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { goTo } from './village.mjs';

const SURNAMES = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王', '冯', '陈'];
const GIVEN = ['桂芳', '建国', '玉兰', '志强', '小芳', '德明', '秀英'];
const GROUPS = 6;

/** Heads of invented households; `named` puts a given name at a place in the sheet. */
export function rosterSheet(households, named = {}) {
  const lines = ['户号,姓名,与户主关系,组'];
  for (let i = 0; i < households; i += 1) {
    const group = 1 + (i % GROUPS);
    const head = named[i] ?? SURNAMES[i % SURNAMES.length] + GIVEN[i % GIVEN.length];
    lines.push(`0${group}-${String(i).padStart(5, '0')},${head},户主,${group}`);
  }
  return lines.join('\r\n');
}

/** Opens the sheet in 户册, enters everything that is new and waits until the list shows it. */
export async function importRoster(screen, sheet, households) {
  const folder = await mkdtemp(join(tmpdir(), 'jishan-roster-'));
  try {
    const path = join(folder, 'roster.csv');
    await writeFile(path, sheet);
    await goTo(screen, '户册');
    const chooser = screen.page.waitForEvent('filechooser');
    await screen.press('button', '导入名册');
    await (await chooser).setFiles(path);
    await screen.until('the button that imports', () =>
      window.mirrorWidgets().some(({ role, label }) => role === 'button' && /^导入 [\d,]+ 人$/.test(label)));
    await screen.key('Control+Enter');
    await screen.has('table', '户册', { value: String(households) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
