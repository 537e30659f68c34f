// Composing Chinese in the hidden text area: each case plays the order in which a browser and the
// program's frames tell things.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Frames } from '../../web/src/frames';
import type { Seam } from '../../web/src/seam';
import { CARET_INTS, TextArea } from '../../web/src/text_area';

/** As much of an element as the text area touches. */
class FakeElement extends EventTarget {
  value = '';
  width = 1366;
  readonly style: Record<string, string> = {};
  readonly classes = new Set<string>();
  readonly classList = {
    add: (name: string) => this.classes.add(name),
    remove: (name: string) => this.classes.delete(name),
  };

  focus(): void {
    if (page.activeElement === this) return;
    page.activeElement?.dispatchEvent(new Event('blur'));
    page.activeElement = this;
  }

  blur(): void {
    if (page.activeElement !== this) return;
    page.activeElement = undefined;
    this.dispatchEvent(new Event('blur'));
  }

  getBoundingClientRect(): { width: number } {
    return { width: this.width };
  }

  getContext(): null {
    return null;
  }
}

const page: { activeElement: FakeElement | undefined; createElement: () => FakeElement } = {
  activeElement: undefined,
  createElement: () => new FakeElement(),
};
Object.assign(globalThis, { document: page });

/** A page in front of an input method. */
class Stage {
  readonly area = new FakeElement();
  readonly canvas = new FakeElement();
  readonly typed: string[] = [];
  readonly textArea: TextArea;

  constructor() {
    page.activeElement = undefined;
    const seam = {
      put: (text: string) => {
        this.typed.push(text);
        return text.length;
      },
      program: { _jishan_typed: () => undefined },
    };
    this.textArea = new TextArea(
      this.area as unknown as HTMLTextAreaElement,
      this.canvas as unknown as HTMLCanvasElement,
      seam as unknown as Seam,
      { request: () => undefined } as unknown as Frames,
    );
    this.frame(true);
  }

  /** A frame is drawn in which some field wants text, its caret at x, or none. */
  frame(wantsText: boolean, x = 0): void {
    const ints = new Int32Array(CARET_INTS);
    ints[0] = Number(wantsText);
    ints[1] = x;
    ints[5] = 1000;  // where its field ends
    this.textArea.take(ints);
    this.textArea.follow();
  }

  /** The input method shows these letters. */
  compose(letters: string): void {
    if (!this.isComposing) this.area.dispatchEvent(new Event('compositionstart'));
    this.area.value = letters;
    this.area.dispatchEvent(new Event('input'));
  }

  /** The input method puts the text in the place of its letters. */
  commit(text: string): void {
    this.area.value = text;
    this.area.dispatchEvent(new Event('input'));
    this.area.dispatchEvent(new Event('compositionend'));
  }

  get isComposing(): boolean {
    return this.area.classes.has('composing');
  }

  get focused(): string {
    return page.activeElement === this.area ? 'area' : page.activeElement === this.canvas ? 'canvas' : 'nothing';
  }
}

test('composed letters become the chosen text, once', () => {
  const stage = new Stage();
  stage.compose('liu');
  stage.compose('liuyin');
  assert.deepEqual(stage.typed, []);
  stage.commit('柳荫村');
  assert.deepEqual(stage.typed, ['柳荫村']);
  assert.equal(stage.area.value, '');
});

test('a frame without a field, while letters are composed, leaves them with the input method', () => {
  const stage = new Stage();
  stage.compose('liu');
  stage.compose('liuy');
  // Late: the frame of the press that led to the field, in which it is not active yet.
  stage.frame(false);
  assert.equal(stage.focused, 'area');
  stage.frame(true);
  stage.compose('liuyin');
  stage.commit('柳荫村');
  assert.deepEqual(stage.typed, ['柳荫村']);
});

test('what is composed stays where it is while no field has a caret', () => {
  const stage = new Stage();
  stage.frame(true, 300);
  stage.compose('liu');
  assert.equal(stage.area.style.left, '300px');
  stage.frame(false, 0);
  assert.equal(stage.area.style.left, '300px');
});

test('the keyboard follows the program as soon as the composition has ended', () => {
  const stage = new Stage();
  stage.compose('liu');
  stage.frame(false);
  stage.commit('柳');
  assert.equal(stage.focused, 'canvas');
  assert.deepEqual(stage.typed, ['柳']);
});

test('a press commits the letters as they stand, and their late end brings nothing more', () => {
  const stage = new Stage();
  stage.compose('liuyin');
  assert.equal(stage.textArea.commitComposition(), true);
  stage.area.dispatchEvent(new Event('compositionend'));
  assert.deepEqual(stage.typed, ['liuyin']);
  assert.equal(stage.textArea.commitComposition(), false);
  assert.equal(stage.focused, 'area');
});

test('a composition that is given up leaves nothing', () => {
  const stage = new Stage();
  stage.compose('liu');
  stage.compose('');
  stage.commit('');
  assert.deepEqual(stage.typed, []);
  assert.equal(stage.isComposing, false);
});

test('an input method that goes away with the focus and never says so does not keep the keyboard', () => {
  const stage = new Stage();
  stage.compose('liu');
  stage.area.blur();
  assert.deepEqual(stage.typed, ['liu']);
  stage.frame(false);
  assert.equal(stage.focused, 'canvas');
});

test('text in two forms of the same characters is handed over in one', () => {
  const stage = new Stage();
  stage.area.value = 'e\u0301';
  stage.area.dispatchEvent(new Event('input'));
  assert.deepEqual(stage.typed, ['é']);
});

test('a key and its character go to the same place, whatever frame lies between them', () => {
  const stage = new Stage();
  stage.area.dispatchEvent(Object.assign(new Event('keydown'), { key: 'l' }));
  stage.frame(false);
  assert.equal(stage.focused, 'area');
  stage.area.value = 'l';
  stage.area.dispatchEvent(new Event('input'));
  assert.deepEqual(stage.typed, ['l']);
  stage.frame(false);
  assert.equal(stage.focused, 'canvas');
});

test('keys that say no character, and those that are let go, do not keep the keyboard', () => {
  for (const [key, more] of [['Enter', {}], ['1', { altKey: true }], ['v', { ctrlKey: true }]] as const) {
    const stage = new Stage();
    stage.area.dispatchEvent(Object.assign(new Event('keydown'), { key, ...more }));
    stage.frame(false);
    assert.equal(stage.focused, 'canvas', key);
  }
  const stage = new Stage();
  stage.area.dispatchEvent(Object.assign(new Event('keydown'), { key: 'l' }));
  stage.area.dispatchEvent(new Event('keyup'));
  stage.frame(false);
  assert.equal(stage.focused, 'canvas');
});
