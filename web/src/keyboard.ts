// Keys as the program wants them. Characters come from the text area, because only the browser knows
// what an input method makes of a key; but where no text area has the keyboard, no input method has.

import type { Frames } from './frames';
import type { Seam } from './seam';

/** Keys that the page uses itself; all others keep their meaning in the browser. */
const OWN_KEYS = new Set([
  'Alt', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'Backspace', 'Delete', 'End', 'Enter',
  'Escape', 'F1', 'F2', 'F3', 'F4', 'F8', 'F9', 'Home', 'PageDown', 'PageUp', 'Tab',
]);
const OWN_CTRL_KEYS = new Set('aefkopsyz');
const CLIPBOARD_KEYS = new Set('cvx');
const ENTER_KEYS = new Set(['Enter', 'NumpadEnter']);
/** Of the others a held one counts once: nobody saves the same twice. */
const REPEATING_KEYS = new Set([
  'ArrowDown', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'Backspace', 'Delete', 'PageDown', 'PageUp', 'Tab',
]);
/** They change nothing that is seen; the frame of the key that they go with takes them in. */
const SILENT_KEYS = new Set([
  'ControlLeft', 'ControlRight', 'ShiftLeft', 'ShiftRight', 'MetaLeft', 'MetaRight',
]);

type Modified = Pick<KeyboardEvent, 'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey'>;

/** An input method is at work on this key. The first key of a composition is 229 only. */
function belongsToInputMethod(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229 || event.key === 'Process';
}

/** These arrive as copy, cut and paste events, with their text. */
function belongsToClipboard(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey) {
    return CLIPBOARD_KEYS.has(event.key.toLowerCase()) || event.code === 'Insert';
  }
  return event.shiftKey && (event.code === 'Insert' || event.code === 'Delete');
}

/** Letters by what they say, so that shortcuts follow the layout; the rest by their place. */
function codeOf(event: KeyboardEvent): string {
  return /^[a-z]$/i.test(event.key) ? `Key${event.key.toUpperCase()}` : event.code;
}

export class Keyboard {
  private readonly down = new Set<string>();
  private modifiers = '';

  constructor(
    private readonly seam: Seam,
    private readonly frames: Frames,
  ) {
    document.addEventListener('keydown', (event) => this.pressed(event));
    document.addEventListener('keyup', (event) => this.released(event));
    window.addEventListener('blur', () => this.focused(false));
    window.addEventListener('focus', () => this.focused(true));
  }

  /** Input methods and other windows swallow key-ups: every event tells what is really held. */
  syncModifiers(event: Modified): void {
    const { ctrlKey, shiftKey, altKey, metaKey } = event;
    const state = [ctrlKey, shiftKey, altKey, metaKey].map(Number);
    if (state.join('') === this.modifiers) return;
    this.modifiers = state.join('');
    this.seam.program._jishan_modifiers(state[0]!, state[1]!, state[2]!, state[3]!);
  }

  private pressed(event: KeyboardEvent): void {
    this.syncModifiers(event);
    if (event.key === 'Tab') event.preventDefault();
    if (belongsToInputMethod(event) || belongsToClipboard(event)) return;
    if (this.isOwn(event)) event.preventDefault();
    // A held key repeats as the keyboard says: a clock of the program's own would go on while the
    // computer is busy and has not told yet that the key was let go.
    if (event.repeat && !REPEATING_KEYS.has(event.key)) return;
    if (event.repeat) this.change(codeOf(event), false);
    this.change(codeOf(event), true);
    if (!this.isTypedOnCanvas(event)) return;
    this.seam.program._jishan_typed(this.seam.put(event.key));
    // Its character would be typed once more where a frame has moved the focus to the text area.
    event.preventDefault();
  }

  /**
   * No field wants text, or the program has one ready that the browser's focus has not followed to
   * yet: without the text area a letter, a digit or what belongs to a number is what its key says.
   */
  private isTypedOnCanvas(event: KeyboardEvent): boolean {
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey && /^[a-z0-9.-]$/i.test(event.key);
    return isPlain && event.target === document.querySelector('canvas');
  }

  private isOwn(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey) {
      return OWN_CTRL_KEYS.has(event.key.toLowerCase()) || event.key === 'Enter' ||
        event.key === 'Home' || event.key === 'End' || event.key.startsWith('Arrow');
    }
    if (event.key === 'F6') return this.seam.program._jishan_leaves_the_page(event.shiftKey ? -1 : 1) === 0;
    if (event.altKey) return /^[0-9]$/.test(event.key) || event.key === 'Alt';
    if (OWN_KEYS.has(event.key)) return true;
    return event.target === document.querySelector('canvas') && (event.key === ' ' || event.key === '/');
  }

  private released(event: KeyboardEvent): void {
    this.syncModifiers(event);
    this.change(codeOf(event), false);
    // macOS reports no key-up for letters while Cmd is held.
    if (event.key === 'Meta') this.releaseAll();
  }

  private change(code: string, isDown: boolean): void {
    if (!isDown && !this.down.has(code)) return;
    if (isDown) this.down.add(code);
    else this.down.delete(code);
    this.seam.program._jishan_key(this.seam.put(code), Number(isDown));
    // What Enter records is on its way to the disk before the browser is busy painting.
    if (isDown && ENTER_KEYS.has(code)) this.frames.takeIn();
    else if (!SILENT_KEYS.has(code)) this.frames.request();
  }

  private releaseAll(): void {
    for (const code of [...this.down]) this.change(code, false);
  }

  private focused(isFocused: boolean): void {
    if (!isFocused) this.releaseAll();
    // The program forgets what was held: the next event tells it anew.
    this.modifiers = '';
    this.seam.program._jishan_focused(Number(isFocused));
    this.frames.request();
  }
}
