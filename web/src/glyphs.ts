// Draws single characters with the browser's fonts, for the font atlas of the program.

import type { Seam } from './seam';

const FACES =
  '"Microsoft YaHei UI","Microsoft YaHei","PingFang SC","Noto Sans CJK SC",' +
  '"Source Han Sans SC","WenQuanYi Micro Hei",SimSun-ExtB,sans-serif';
const SIDE = 256;
const NO_CHARACTER = 0x10fffe;

/** As in host.h. */
const enum Ink {
  missing = 0,
  none = 1,
  drawn = 2,
}

interface Bitmap {
  left: number;
  top: number;
  width: number;
  height: number;
  alpha: Uint8Array;
}

export function fontCss(emPx: number, weight: number): string {
  return `${weight} ${emPx}px ${FACES}`;
}

export class Glyphs {
  private readonly context: CanvasRenderingContext2D;
  private font = '';
  private readonly missing = new Map<string, Bitmap>();
  private readonly digitAdvance = new Map<string, number>();

  constructor(private readonly seam: Seam) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = SIDE;
    // Without this hint each character costs a round trip to the graphics processor.
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('no Canvas2D');
    context.textBaseline = 'alphabetic';
    context.fillStyle = context.strokeStyle = '#000';
    this.context = context;
  }

  /** out: ink of 国 above and below the baseline, in whole pixels. */
  metrics(emPx: number, weight: number, out: number): void {
    this.use(emPx, weight);
    const measure = this.context.measureText('国');
    this.seam.writeInts(out, [
      Math.round(measure.actualBoundingBoxAscent),
      Math.round(measure.actualBoundingBoxDescent),
    ]);
  }

  /** out: advance, left, top, width, height; the alpha bytes go to `pixels`. */
  glyph(
    codePoint: number,
    emPx: number,
    weight: number,
    out: number,
    pixels: number,
    pixelsSize: number,
  ): Ink {
    this.use(emPx, weight);
    const text = String.fromCodePoint(codePoint);
    const own = Math.round(this.context.measureText(text).width);
    const isDigit = codePoint >= 0x30 && codePoint <= 0x39;
    const advance = isDigit ? this.digit() : own;
    let bitmap = this.rasterised(text);
    let ink = bitmap === undefined ? Ink.none : Ink.drawn;
    if (bitmap !== undefined && this.isMissing(bitmap)) {
      bitmap = this.numberedBox(codePoint, emPx);
      ink = Ink.missing;
    }
    if (bitmap === undefined || bitmap.alpha.length > pixelsSize) {
      this.seam.writeInts(out, [advance, 0, 0, 0, 0]);
      return Ink.none;
    }
    const shift = isDigit ? Math.round((advance - own) / 2) : 0;
    this.seam.writeInts(out, [
      ink === Ink.missing ? emPx : advance,
      bitmap.left + shift,
      bitmap.top,
      bitmap.width,
      bitmap.height,
    ]);
    this.seam.write(pixels, bitmap.alpha);
    return ink;
  }

  private use(emPx: number, weight: number): void {
    const font = fontCss(emPx, weight);
    if (font === this.font) return;
    this.font = font;
    this.context.font = font;
  }

  /** All digits are as wide as the widest, so that figures stand under each other. */
  private digit(): number {
    let widest = this.digitAdvance.get(this.font);
    if (widest === undefined) {
      const widths = Array.from('0123456789', (digit) => this.context.measureText(digit).width);
      widest = Math.round(Math.max(...widths));
      this.digitAdvance.set(this.font, widest);
    }
    return widest;
  }

  private rasterised(text: string): Bitmap | undefined {
    const measure = this.context.measureText(text);
    const left = Math.floor(-measure.actualBoundingBoxLeft) - 1;
    const top = Math.floor(-measure.actualBoundingBoxAscent) - 1;
    const width = Math.min(SIDE, Math.ceil(measure.actualBoundingBoxRight) + 1 - left);
    const height = Math.min(SIDE, Math.ceil(measure.actualBoundingBoxDescent) + 1 - top);
    if (width <= 2 || height <= 2) return undefined;
    this.context.clearRect(0, 0, width, height);
    this.context.fillText(text, -left, -top);
    return { left, top, width, height, alpha: this.alpha(width, height) };
  }

  /** Only alpha can be trusted: colours come back changed by premultiplication. */
  private alpha(width: number, height: number): Uint8Array {
    const rgba = this.context.getImageData(0, 0, width, height).data;
    const alpha = new Uint8Array(width * height);
    for (let i = 0; i < alpha.length; i += 1) alpha[i] = rgba[i * 4 + 3] ?? 0;
    return alpha;
  }

  /** A character that looks like one that cannot exist is in no font of this computer. */
  private isMissing(bitmap: Bitmap): boolean {
    let picture = this.missing.get(this.font);
    if (picture === undefined) {
      picture = this.rasterised(String.fromCodePoint(NO_CHARACTER));
      if (picture === undefined) return false;
      this.missing.set(this.font, picture);
    }
    const known = picture.alpha;
    return (
      picture.width === bitmap.width &&
      picture.height === bitmap.height &&
      bitmap.alpha.every((value, i) => value === known[i])
    );
  }

  /** A box that holds the character's number, so that two of them can be told apart. */
  private numberedBox(codePoint: number, emPx: number): Bitmap {
    const digits = codePoint.toString(16).toUpperCase().padStart(4, '0');
    const half = Math.ceil(digits.length / 2);
    const side = Math.min(emPx, SIDE);
    const { context } = this;
    context.clearRect(0, 0, side, side);
    context.lineWidth = Math.max(1, Math.round(emPx / 16));
    const inset = context.lineWidth / 2;
    context.strokeRect(inset + 1, inset, side - 2 * inset - 2, side - 2 * inset);
    context.save();
    context.font = `${Math.floor(emPx * 0.44)}px sans-serif`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    const width = side * 0.8;
    context.fillText(digits.slice(0, half), side / 2, side * 0.31, width);
    context.fillText(digits.slice(half), side / 2, side * 0.71, width);
    context.restore();
    const top = -Math.round(emPx * 0.88);
    return { left: 0, top, width: side, height: side, alpha: this.alpha(side, side) };
  }
}
