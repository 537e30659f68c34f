// The one hidden text area through which everything is typed, so that every input method works.
// It is focused only while a text field of the program wants text; while something is being
// composed it lies visibly at the caret, in the field's own style.

import { fontCss } from './glyphs';
import type { Frames } from './frames';
import type { Seam } from './seam';

/** Where the caret stands and how its field looks; positions in pixels of the canvas. */
interface Caret {
  wantsText: boolean;
  x: number;
  y: number;
  lineHeight: number;
  fieldLeft: number;
  fieldRight: number;
  emPx: number;
  color: string;
  ground: string;
}

/** The order of the ints in src/platform/web/caret.cpp. */
export const CARET_INTS = 9;

function rgb(packed: number): string {
  return `rgb(${packed & 255} ${(packed >> 8) & 255} ${(packed >> 16) & 255})`;
}

/** Without an input method: what the key says comes as an event of its own. */
function saysCharacter({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return [...key].length === 1 && !ctrlKey && !altKey && !metaKey;
}

export class TextArea {
  private caret: Caret | undefined;
  private isMisplaced = false;
  private isComposing = false;
  /** A key was pressed here whose character has not arrived yet. */
  private isCharacterDue = false;
  private readonly ruler = document.createElement('canvas').getContext('2d');

  constructor(
    private readonly area: HTMLTextAreaElement,
    private readonly canvas: HTMLCanvasElement,
    private readonly seam: Seam,
    private readonly frames: Frames,
  ) {
    area.addEventListener('compositionstart', () => this.beginComposition());
    area.addEventListener('compositionend', () => this.endComposition());
    area.addEventListener('input', () => this.entered());
    area.addEventListener('keydown', (event) => (this.isCharacterDue = saysCharacter(event)));
    area.addEventListener('keyup', () => (this.isCharacterDue = false));
    area.addEventListener('blur', () => {
      this.isCharacterDue = false;
      // Some input methods vanish with their window and never tell that they ended.
      this.endComposition();
    });
  }

  /**
   * To be called with what the program says about its caret, whenever that changed. Only kept here:
   * moving an element makes the browser lay the page out.
   */
  take(ints: Int32Array): void {
    const [wants, x, y, lineHeight, fieldLeft, fieldRight, emPx, color, ground] = ints;
    const caret = {
      wantsText: wants === 1,
      x: x ?? 0,
      y: y ?? 0,
      lineHeight: lineHeight ?? 1,
      fieldLeft: fieldLeft ?? 0,
      fieldRight: fieldRight ?? 0,
      emPx: emPx ?? 16,
      color: rgb(color ?? 0),
      ground: rgb(ground ?? 0),
    };
    // Where no field wants text there is no caret either: what is being composed stays in its place.
    const keepsPlace = this.isComposing && !caret.wantsText && this.caret !== undefined;
    this.caret = keepsPlace ? { ...this.caret!, wantsText: false } : caret;
    this.isMisplaced = true;
  }

  /**
   * To be called before a picture is shown and after an event that moved the keyboard: puts the area
   * and the keyboard where the program wants them. While something is being composed the keyboard
   * stays: a frame in which no field wants text is no reason to tear half a word out of the input
   * method, which would offer it once more. Only the person ends a composition. It stays as well
   * between a key and its character, which are two events: the character would be lost.
   */
  follow(): void {
    if (this.isMisplaced) this.place();
    if (this.isComposing || this.isCharacterDue) return;
    const wanted = this.caret?.wantsText === true ? this.area : this.canvas;
    if (document.activeElement !== wanted) wanted.focus({ preventScroll: true });
  }

  /**
   * The person pressed somewhere or pasted: hands over what is being composed, as it stands.
   * Answers whether there was anything.
   */
  commitComposition(): boolean {
    if (!this.isComposing) return false;
    this.isComposing = false;
    this.hand();
    // The input method lets go when its element loses the focus; its late end finds nothing.
    this.area.blur();
    this.area.classList.remove('composing');
    this.follow();
    return true;
  }

  private beginComposition(): void {
    this.isComposing = true;
    this.area.classList.add('composing');
    this.place();
  }

  private endComposition(): void {
    if (!this.isComposing) return;
    this.isComposing = false;
    this.area.classList.remove('composing');
    this.hand();
    this.place();
    this.follow();
  }

  /**
   * The text is always read from the element, never from the event: browsers differ in what their
   * events say and in their order, but what is in the element was typed exactly once.
   */
  private entered(): void {
    this.isCharacterDue = false;
    if (this.isComposing) this.place();
    else this.hand();
  }

  private hand(): void {
    const text = this.area.value.normalize('NFC');
    this.area.value = '';
    if (text === '') return;
    this.seam.program._jishan_typed(this.seam.put(text));
    this.frames.request();
  }

  /** Small and unseen at the caret, where the candidate window opens; or over it while composing. */
  private place(): void {
    const { caret, area } = this;
    this.isMisplaced = false;
    if (caret === undefined) return;
    const scale = this.canvas.getBoundingClientRect().width / this.canvas.width;
    const px = (pixels: number): string => `${pixels * scale}px`;
    const { style } = area;
    let left = caret.x;
    if (this.isComposing) {
      const width = this.widthOf(area.value) + Math.ceil(2 / scale);
      const room = Math.max(1, caret.fieldRight - caret.fieldLeft);
      left = Math.max(caret.fieldLeft, Math.min(caret.x, caret.fieldRight - width));
      style.width = px(Math.min(width, room));
      style.font = fontCss(caret.emPx, 400);
      style.fontSize = px(caret.emPx);
      style.color = caret.color;
      style.backgroundColor = caret.ground;
    } else {
      style.width = '1px';
    }
    style.lineHeight = style.height = px(caret.lineHeight);
    style.left = px(left);
    style.top = px(caret.y + this.baselineShift());
  }

  /**
   * How far the browser would set the text above where the program draws it: the program centres
   * the ink of 国 in the line (font_loader.cpp), the browser the box that the font claims.
   */
  private baselineShift(): number {
    if (this.ruler === null || this.caret === undefined) return 0;
    const { emPx, lineHeight } = this.caret;
    this.ruler.font = fontCss(emPx, 400);
    const box = this.ruler.measureText('国');
    const above = Math.round(box.actualBoundingBoxAscent);
    const below = Math.round(box.actualBoundingBoxDescent);
    const drawn = Math.round((lineHeight + above - below) / 2);
    const claimed = (lineHeight + box.fontBoundingBoxAscent - box.fontBoundingBoxDescent) / 2;
    return Math.round(drawn - claimed);
  }

  private widthOf(text: string): number {
    if (this.ruler === null || this.caret === undefined) return 1;
    this.ruler.font = fontCss(this.caret.emPx, 400);
    return Math.ceil(this.ruler.measureText(text).width);
  }
}
