// The same picture whatever graphics the browser has, and after it took them away and gave them back.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Profile, withScreen } from './support/browser.mjs';
import { differingShare, inkShare } from './support/pixels.mjs';
import { addHousehold, beginVillage, fillHousehold, goTo } from './support/village.mjs';

/** What the page's canvas may be refused, best first. */
const KINDS = ['webgl2', 'webgl', '2d'];

/** Runs in the page before it begins: a browser without these kinds of graphics. */
function refuse(kinds) {
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (kind, ...wishes) {
    if (this.id !== 'canvas') return getContext.call(this, kind, ...wishes);
    const context = kinds.includes(kind) ? null : getContext.call(this, kind, ...wishes);
    if (context !== null) window.graphicsKind = kind;
    return context;
  };
}

const dialogOpen = async (screen) => {
  await fillHousehold(screen, '孙玉兰');
  await screen.type('a');
};

/** Name of a picture, and how to get to its screen. */
const PLACES = [
  ['home', (screen) => goTo(screen, '首页')],
  ['points', (screen) => goTo(screen, '记分')],
  ['households', (screen) => goTo(screen, '户册')],
  ['settings', (screen) => goTo(screen, '设置')],
  ['a form over a dimmed screen', dialogOpen],
];

async function picturesWith(profile, refused) {
  const screen = await profile.open({ beforehand: [refuse, refused] });
  const pictures = new Map();
  for (const [name, go] of PLACES) {
    await go(screen);
    await screen.isIdle();
    pictures.set(name, await screen.page.screenshot());
  }
  const kind = await screen.page.evaluate(() => window.graphicsKind);
  screen.expectNoErrors();
  return { screen, kind, pictures };
}

test('every kind of graphics gives the same picture', async (t) => {
  const profile = await Profile.make('http');
  try {
    const first = await profile.open();
    await beginVillage(first);
    for (const name of ['赵建国', '钱桂芳', '李𠮷䶮']) await addHousehold(first, name);
    await profile.close();
    const best = await picturesWith(profile, []);
    assert.equal(best.kind, KINDS[0]);
    await profile.close();
    for (let refused = 1; refused < KINDS.length; refused += 1) {
      const other = await picturesWith(profile, KINDS.slice(0, refused));
      assert.equal(other.kind, KINDS[refused]);
      for (const [name, picture] of other.pictures) {
        const share = await differingShare(other.screen, best.pictures.get(name), picture);
        t.diagnostic(`${name}: ${(100 * share).toFixed(4)} % of pixels differ from ${best.kind} to ${other.kind}`);
        assert.ok(share <= 0.005, `${name} on ${other.kind}: ${share}`);
      }
      await profile.close();
    }
  } finally {
    await profile.discard();
  }
});

test('a browser whose graphics are switched off draws all the same', async () => {
  await withScreen('http', { flags: ['--disable-3d-apis'], beforehand: [refuse, []] }, async (screen) => {
    assert.equal(await screen.until('a picture', () => window.graphicsKind), '2d');
    const share = await inkShare(screen, 'heading', '建立账册');
    assert.ok(share > 0.005 && share < 0.3, `ink covers ${share} of the head`);
  });
});

for (const kind of ['webgl2', 'webgl']) {
  test(`the picture is back after ${kind} was lost and restored`, async () => {
    const refused = KINDS.slice(0, KINDS.indexOf(kind));
    await withScreen('http', { beforehand: [refuse, refused] }, async (screen) => {
      // A screen without a caret, which would blink.
      await screen.press('radio', '用示例村练习');
      await screen.page.mouse.move(1, 1);
      await screen.isIdle();
      const before = await screen.page.screenshot();
      const frames = await screen.framesDrawn();
      await screen.page.evaluate((name) => new Promise((restored) => {
        const canvas = document.getElementById('canvas');
        const loss = canvas.getContext(name).getExtension('WEBGL_lose_context');
        canvas.addEventListener('webglcontextlost', () => setTimeout(() => loss.restoreContext()));
        canvas.addEventListener('webglcontextrestored', restored);
        loss.loseContext();
      }), kind);
      await screen.until('frames with the new graphics', (count) =>
        Number(document.getElementById('mirror').dataset.frames) > count, frames);
      await screen.isIdle();
      assert.equal(await differingShare(screen, before, await screen.page.screenshot(), 0), 0);
      await screen.press('radio', '新建账册');
      await screen.isIdle();
      const share = await differingShare(screen, before, await screen.page.screenshot());
      assert.ok(share > 0.001, `something else is drawn afterwards: ${share}`);
      // The browser itself remarks on a lost context; that is no error of the page.
      screen.errors = screen.errors.filter((text) => !/context/i.test(text));
    });
  });
}

test('the picture is back, drawn without graphics, when the browser does not give them back', async () => {
  await withScreen('http', {}, async (screen) => {
    await screen.press('radio', '用示例村练习');
    await screen.page.mouse.move(1, 1);
    await screen.isIdle();
    const before = await screen.page.screenshot();
    await screen.page.evaluate(() =>
      document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext());
    await screen.until('a canvas above', () => document.querySelector('#canvas + canvas') !== null);
    await screen.isIdle();
    const share = await differingShare(screen, before, await screen.page.screenshot());
    assert.ok(share <= 0.005, `differs from the picture before: ${share}`);
    await screen.press('radio', '新建账册');
    await screen.isIdle();
    const after = await differingShare(screen, before, await screen.page.screenshot());
    assert.ok(after > 0.001, `something else is drawn afterwards: ${after}`);
    screen.errors = screen.errors.filter((text) => !/context/i.test(text));
  });
});

/** Runs in the page before it begins: a driver whose compiler refuses every program. */
function refusePrograms() {
  for (const { prototype } of [WebGL2RenderingContext, WebGLRenderingContext]) {
    const { getProgramParameter } = prototype;
    prototype.getProgramParameter = function (program, what) {
      return what === this.LINK_STATUS ? false : getProgramParameter.call(this, program, what);
    };
  }
}

test('a driver that refuses our program does not leave the page empty', async () => {
  await withScreen('http', { beforehand: [refusePrograms, null] }, async (screen) => {
    assert.ok(await screen.page.evaluate(() => document.querySelector('#canvas + canvas') !== null));
    const share = await inkShare(screen, 'heading', '建立账册');
    assert.ok(share > 0.005 && share < 0.3, `ink covers ${share} of the head`);
    await screen.press('radio', '新建账册');
  });
});
