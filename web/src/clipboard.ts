// Copy, cut and paste through the browser's own events: they work from the menu as well as from
// the keyboard, and ask nobody for permission.

import type { Frames } from './frames';
import type { Seam } from './seam';
import type { TextArea } from './text_area';

export class Clipboard {
  private copied: string | undefined;

  constructor(
    private readonly seam: Seam,
    private readonly frames: Frames,
    private readonly textArea: TextArea,
  ) {
    document.addEventListener('paste', (event) => this.pasted(event));
    document.addEventListener('copy', (event) => this.asked(event, false));
    document.addEventListener('cut', (event) => this.asked(event, true));
  }

  /** The program put this on its clipboard, inside the frame drawn by `asked`. */
  take(text: string): void {
    this.copied = text;
  }

  /** For a button of the program that copies something. */
  write(text: string): void {
    navigator.clipboard.writeText(text).catch(() => {
      // Without permission nothing is copied; what is on the screen can still be selected.
    });
  }

  private pasted(event: ClipboardEvent): void {
    event.preventDefault();
    this.textArea.commitComposition();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text === '') return;
    // Keys pressed just before (Tab, for instance) say where it goes.
    this.frames.takeIn();
    this.seam.program._jishan_pasted(this.seam.put(text.normalize('NFC')));
    // At once: a second paste may bring another text before the next refresh.
    this.frames.takeIn();
  }

  private asked(event: ClipboardEvent, isCut: boolean): void {
    event.preventDefault();
    this.copied = undefined;
    this.seam.program._jishan_copy_chord(Number(isCut));
    // Keys pressed just before (select all, for instance) take effect first.
    this.frames.takeIn();
    if (this.copied !== undefined) event.clipboardData?.setData('text/plain', this.copied);
  }
}
