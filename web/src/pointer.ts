// Mouse, touch and wheel. A press never moves the browser's focus: where typing goes is decided
// by the program.

import type { Display } from './display';
import type { Frames } from './frames';
import type { Keyboard } from './keyboard';
import type { Seam } from './seam';
import type { TextArea } from './text_area';

/** PointerEvent.button to the program's numbering: left, right, middle. */
const BUTTONS = [0, 2, 1];
/** What browsers report for one notch of a wheel. */
const NOTCH_PX = 100;
const NOTCH_LINES = 3;

export class Pointer {
  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly display: Display,
    private readonly keyboard: Keyboard,
    private readonly textArea: TextArea,
    private readonly seam: Seam,
    private readonly frames: Frames,
  ) {
    canvas.addEventListener('pointermove', (event) => this.moved(event));
    canvas.addEventListener('pointerdown', (event) => this.pressed(event));
    canvas.addEventListener('pointerup', (event) => this.released(event));
    canvas.addEventListener('pointercancel', (event) => this.released(event));
    canvas.addEventListener('pointerleave', () => {
      seam.program._jishan_pointer_left();
      frames.request();
    });
    canvas.addEventListener('wheel', (event) => this.turned(event), { passive: false });
    canvas.addEventListener('mousedown', (event) => event.preventDefault());
    canvas.addEventListener('contextmenu', (event) => event.preventDefault());
  }

  private moved(event: PointerEvent): void {
    this.tellPlace(event);
    this.frames.request();
  }

  private tellPlace(event: PointerEvent): void {
    this.keyboard.syncModifiers(event);
    const { x, y } = this.display.at(event);
    this.seam.program._jishan_pointer_moved(x, y, Number(event.pointerType === 'touch'));
  }

  private pressed(event: PointerEvent): void {
    // What is being composed belongs to the field it was typed in: it must be there before the
    // press moves the focus to another one.
    if (this.textArea.commitComposition()) this.frames.takeIn();
    this.canvas.setPointerCapture(event.pointerId);
    this.moved(event);
    this.seam.program._jishan_pointer_button(BUTTONS[event.button] ?? 0, 1);
    this.textArea.follow();
  }

  private released(event: PointerEvent): void {
    this.tellPlace(event);
    this.seam.program._jishan_pointer_button(BUTTONS[Math.max(0, event.button)] ?? 0, 0);
    // As with Enter: what a button records goes to the disk first.
    this.frames.takeIn();
  }

  private turned(event: WheelEvent): void {
    // With Ctrl the browser zooms: our large-text mode for free.
    if (event.ctrlKey) return;
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 100 / NOTCH_PX
      : event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 100 / NOTCH_LINES
      : 100;
    this.seam.program._jishan_wheel(
      Math.round(event.deltaX * unit),
      Math.round(event.deltaY * unit),
    );
    this.frames.request();
  }
}

const CURSORS = ['default', 'text', 'move', 'ns-resize', 'ew-resize', 'nesw-resize', 'nwse-resize',
  'pointer', 'wait', 'progress', 'not-allowed'];

/** Shape as ImGuiMouseCursor counts; -1 hides it. */
export function showPointerShape(canvas: HTMLCanvasElement, shape: number): void {
  canvas.style.cursor = shape < 0 ? 'none' : (CURSORS[shape] ?? 'default');
}
