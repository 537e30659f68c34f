// The canvas in physical pixels: its backing store is exactly as many pixels as the screen shows,
// at every zoom and Windows scaling, so that text is never blurred.

import type { Frames } from './frames';
import type { Seam } from './seam';

export class Display {
  private widthPx = 1;
  private heightPx = 1;
  private isStale = true;
  private pixels: CanvasRenderingContext2D | null = null;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly seam: Seam,
    private readonly requestFrame: () => void,
  ) {
    this.watchSize();
    this.watchPixelRatio();
  }

  /** To be called as a frame begins: a canvas that is resized elsewhere would flash empty. */
  apply(): void {
    if (!this.isStale) return;
    this.isStale = false;
    if (this.canvas.width !== this.widthPx) this.canvas.width = this.widthPx;
    if (this.canvas.height !== this.heightPx) this.canvas.height = this.heightPx;
    const permille = Math.round(window.devicePixelRatio * 1000);
    this.seam.program._jishan_resized(this.widthPx, this.heightPx, permille);
  }

  /** For a browser without graphics: the program draws in its own memory. */
  takesPixels(): boolean {
    this.pixels = this.canvas.getContext('2d', { alpha: false }) ?? this.contextAbove();
    return this.pixels !== null;
  }

  showPixels(rgba: Uint8ClampedArray<ArrayBuffer>, widthPx: number): void {
    const picture = new ImageData(rgba, widthPx);
    const canvas = this.pixels?.canvas;
    if (canvas === undefined) return;
    if (canvas.width !== picture.width) canvas.width = picture.width;
    if (canvas.height !== picture.height) canvas.height = picture.height;
    this.pixels?.putImageData(picture, 0, 0);
  }

  /** A canvas that WebGL has begun with and failed on shows nothing else: one above it does. */
  private contextAbove(): CanvasRenderingContext2D | null {
    const above = document.createElement('canvas');
    above.setAttribute('aria-hidden', 'true');
    this.canvas.after(above);
    return above.getContext('2d', { alpha: false });
  }

  /** Where on the canvas a pointer event happened, in its pixels. */
  at(event: MouseEvent): { x: number; y: number } {
    const frame = this.canvas.getBoundingClientRect();
    return {
      x: Math.round(((event.clientX - frame.left) / frame.width) * this.canvas.width),
      y: Math.round(((event.clientY - frame.top) / frame.height) * this.canvas.height),
    };
  }

  private watchSize(): void {
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const device = entry.devicePixelContentBoxSize?.[0];
      const css = entry.contentBoxSize[0];
      const ratio = device === undefined ? window.devicePixelRatio : 1;
      const size = device ?? css;
      if (size === undefined) return;
      this.resize(Math.round(size.inlineSize * ratio), Math.round(size.blockSize * ratio));
    });
    try {
      observer.observe(this.canvas, { box: 'device-pixel-content-box' });
    } catch {
      observer.observe(this.canvas);
    }
    const frame = this.canvas.getBoundingClientRect();
    const ratio = window.devicePixelRatio;
    this.resize(Math.round(frame.width * ratio), Math.round(frame.height * ratio));
  }

  private resize(widthPx: number, heightPx: number): void {
    this.widthPx = Math.max(1, widthPx);
    this.heightPx = Math.max(1, heightPx);
    this.isStale = true;
    this.requestFrame();
  }

  private watchPixelRatio(): void {
    const query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    query.addEventListener(
      'change',
      () => {
        this.isStale = true;
        this.requestFrame();
        this.watchPixelRatio();
      },
      { once: true },
    );
  }
}

/** Tells the program what the person asked of the whole computer: contrast, less motion. */
export function watchPreferences(seam: Seam, requestFrame: () => void): void {
  const contrast = window.matchMedia('(prefers-contrast: more)');
  const forced = window.matchMedia('(forced-colors: active)');
  const motion = window.matchMedia('(prefers-reduced-motion: reduce)');
  const tell = (): void => {
    seam.program._jishan_preferences(
      Number(contrast.matches || forced.matches),
      Number(motion.matches),
    );
    requestFrame();
  };
  for (const query of [contrast, forced, motion]) query.addEventListener('change', tell);
  tell();
}

/** In the numbering of Graphics in src/platform/web/inbox.h. */
const enum Graphics {
  restored,
  lost,
  gone,
}

/** A browser that gives the graphics back does so at once; one that had enough crashes never does. */
const GIVE_UP_MS = 3000;

/** The browser may take the graphics away at any time (sleep, driver update) and give them back. */
export function watchContext(canvas: HTMLCanvasElement, seam: Seam, frames: Frames): void {
  let patience = 0;
  const tell = (graphics: Graphics): void => {
    window.clearTimeout(patience);
    seam.program._jishan_graphics(graphics);
    frames.request();
  };
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    tell(Graphics.lost);
    patience = window.setTimeout(() => tell(Graphics.gone), GIVE_UP_MS);
  });
  canvas.addEventListener('webglcontextrestored', () => tell(Graphics.restored));
}
