// Every dialog of the program, by the name that its source gives its layer, and how a person comes
// to it. A dialog that is added later and not listed here fails the test that compares them.
import { readdir, readFile } from 'node:fs/promises';

import { addGoods, csv, fill, fillCart, openRoster, receive, showHousehold, writing } from './desk.mjs';
import { addHousehold, beginVillage, goTo, startSample } from './village.mjs';

const SCREENS = new URL('../../../src/ui/', import.meta.url);
const ROSTER = csv('名册.csv', '户号,姓名,与户主关系,村民小组\n01-001,李桂芳,户主,1\n01-001,王建国,配偶,1\n');

async function pressIn(screen, place, label) {
  await goTo(screen, place);
  await screen.press('button', label);
}

async function openReversal(screen) {
  await showHousehold(screen, '李桂芳');
  await screen.press('row', '纸质账册结转');
  await screen.key('Enter');
}

async function openPassbook(screen) {
  await showHousehold(screen, '李桂芳');
  await screen.press('figure', '可兑');
}

/** In a low window the last slip has no place beside the cart: a link opens it. */
async function openSlip(screen) {
  await screen.page.setViewportSize({ width: 1366, height: 500 });
  await goTo(screen, '兑换');
  await screen.press('link', '看一看');
}

/** One dialog above another: the upper one has the keyboard. */
async function openReversalOfSlip(screen) {
  await pressIn(screen, '兑换', '今天的单子');
  await screen.key('Enter');
  await screen.by('dialog', '冲销这一笔？');
}

/** The roster with an entry, the shop with goods and an order, a volunteer with a service. */
export const prepare = {
  async roster(screen) {
    await beginVillage(screen);
    await addHousehold(screen, '孙福来');
    await addHousehold(screen, '李桂芳');
    await showHousehold(screen, '李桂芳');
    await screen.press('button', '纸质账册结转');
    await screen.press('spinbutton', '分数');
    await screen.commit('50');
    await writing(screen, () => screen.key('Control+Enter'));
  },
  async shop(screen) {
    await prepare.roster(screen);
    await addGoods(screen, { name: '香皂', unit: '块', price: '5', reorder: '10', barcode: '6901' });
    await receive(screen, { name: '香皂', quantity: '9' });
    await fillCart(screen, { household: 'lgf', goods: 'xz' });
    await writing(screen, () => screen.key('Control+Enter'));
  },
  async volunteers(screen) {
    await beginVillage(screen);
    await addHousehold(screen, '李桂芳');
    await pressIn(screen, '志愿', '登记志愿者');
    await screen.commit('李桂芳');
    await screen.key('Enter');
    await writing(screen, () => screen.key('Control+Enter'));
    await screen.press('button', '记服务');
    await fill(screen, 'spinbutton', '小时', '2');
    await writing(screen, () => screen.press('button', '记下服务'));
  },
  frame: beginVillage,
  setup: async () => undefined,
};

/** By area, then by the name of the layer. */
export const dialogs = {
  roster: {
    'household form': (screen) => pressIn(screen, '户册', '登记新户'),
    'opening balance': async (screen) => {
      await showHousehold(screen, '孙福来');
      await screen.press('button', '纸质账册结转');
    },
    'roster import': (screen) => openRoster(screen, ROSTER),
    entries: openPassbook,
    reversal: openReversal,
  },
  shop: {
    'goods form': (screen) => pressIn(screen, '库存', '登记物品'),
    'receive form': (screen) => pressIn(screen, '库存', '进货'),
    slips: (screen) => pressIn(screen, '兑换', '今天的单子'),
    'reversal of a slip': openReversalOfSlip,
    slip: openSlip,
  },
  volunteers: {
    'team form': (screen) => pressIn(screen, '志愿', '新建队伍'),
    'volunteer form': (screen) => pressIn(screen, '志愿', '登记志愿者'),
    'service form': (screen) => pressIn(screen, '志愿', '记服务'),
    'service period': async (screen) => {
      await goTo(screen, '志愿');
      await screen.press('combobox', '看哪段时间');
      await screen.press('option', '自己定日期');
    },
    take_back_title: async (screen) => {
      await goTo(screen, '志愿');
      await screen.openRow('服务记录', '2.0');
    },
    'service lines': async (screen) => {
      await goTo(screen, '首页');
      await screen.press('figure', '志愿时长');
    },
  },
  setup: {
    sample: startSample,
  },
  frame: {
    help: (screen) => screen.key('F1'),
    tour: async (screen) => {
      await screen.key('F1');
      await screen.press('button', '看一遍怎么用');
    },
    finder: (screen) => screen.key('Control+k'),
    export: (screen) => screen.key('Control+e'),
  },
};

/** Shown too shortly to be walked, or only after a fault of the disk: each is drawn by the same widget
 * as one that is walked. */
export const sameAs = { merging: 'sample', restoring: 'sample', title: 'trouble_title' };

/** Layers of the sources, as FormDialog, ModalLayer and task_dialog are given them. */
export async function layersOfSources() {
  const names = new Set();
  for (const folder of ['', 'screens/']) {
    for (const file of await readdir(new URL(folder, SCREENS))) {
      if (!file.endsWith('.cpp')) continue;
      const source = await readFile(new URL(folder + file, SCREENS), 'utf8');
      const layer = /\b(?:(?:FormDialog|ModalLayer) \w+|task_dialog)\(\s*ui, "([^"]+)"|[^_]\bdialog\(ui, \{\.title = (\w+(?:\.say\(Key::(\w+))?)/g;
      for (const [, name, title, key] of source.matchAll(layer)) names.add(name ?? key ?? title);
    }
  }
  return names;
}
