// Where the caret of a text field really stands: read from the picture, and asked of the text area.
import { isDark, pixelsOf } from './pixels.mjs';

/** A caret is the one column that is dark over nearly the whole line; a letter never is. */
const COLUMN_SHARE = 0.95;

/**
 * The x of the drawn caret in CSS pixels; the line's top and height are those of the text area.
 * The caret blinks: it is looked for over more than one cycle of 1.2 s.
 */
export async function drawnCaretX(screen, role, label, line) {
  for (const end = Date.now() + 5000; Date.now() < end;) {
    const x = await caretInPicture(screen, role, label, line);
    if (x !== undefined) return x;
  }
  return undefined;
}

async function caretInPicture(screen, role, label, { top, height }) {
  const place = await screen.by(role, label);
  const { width, rgba } = await pixelsOf(screen, role, label);
  const [first, last] = [Math.ceil(top - place.y) + 2, Math.floor(top + height - place.y) - 2];
  for (let x = 4; x < width - 4; x += 1) {
    let dark = 0;
    for (let y = first; y < last; y += 1) if (isDark(rgba, 4 * (y * width + x))) dark += 1;
    if (dark >= COLUMN_SHARE * (last - first)) return place.x + x;
  }
  return undefined;
}

/** The text area as it lies: rectangle, what it shows, how. */
export async function textArea(screen) {
  return screen.page.evaluate(() => {
    const area = document.getElementById('typing');
    const { left, top, width, height } = area.getBoundingClientRect();
    const { font, fontFamily, fontSize, color, backgroundColor, opacity, pointerEvents } = getComputedStyle(area);
    return {
      left, top, width, height, value: area.value,
      style: { font, fontFamily, fontSize, color, backgroundColor, opacity: Number(opacity), pointerEvents },
    };
  });
}
