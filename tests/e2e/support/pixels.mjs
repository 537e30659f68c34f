// Looks at what is really drawn: screenshots decoded by the browser itself.

/** The pixels of a widget's place: { width, height, rgba }. */
export async function pixelsOf(screen, role, label) {
  const png = await screen.picture(role, label);
  return screen.page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d');
    context.drawImage(picture, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, picture.width, picture.height);
    return { width, height, rgba: [...data] };
  }, png.toString('base64'));
}

/** The share of pixels in which two screenshots differ by more than `by` of 255 in some channel. */
export async function differingShare(screen, one, other, by = 16) {
  return screen.page.evaluate(async ({ pictures, most }) => {
    const [a, b] = await Promise.all(pictures.map(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      context.drawImage(picture, 0, 0);
      return context.getImageData(0, 0, picture.width, picture.height);
    }));
    if (a.width !== b.width || a.height !== b.height) return 1;
    let count = 0;
    for (let at = 0; at < a.data.length; at += 4) {
      if ([0, 1, 2].some((channel) => Math.abs(a.data[at + channel] - b.data[at + channel]) > most)) count += 1;
    }
    return count / (a.data.length / 4);
  }, { pictures: [one, other].map((png) => png.toString('base64')), most: by });
}

/** The share of pixels that differ clearly from the ground, which is the colour of the first one. */
export async function inkShare(screen, role, label) {
  const { rgba } = await pixelsOf(screen, role, label);
  const isInk = (at) => [0, 1, 2].some((channel) => Math.abs(rgba[at + channel] - rgba[channel]) > 60);
  let count = 0;
  for (let at = 0; at < rgba.length; at += 4) if (isInk(at)) count += 1;
  return count / (rgba.length / 4);
}

export const isDark = (rgba, at) => rgba[at] + rgba[at + 1] + rgba[at + 2] < 3 * 110;

/** How many pixels of a widget's place are dark: letters on a light ground. */
export async function darkPixels(screen, role, label) {
  const { rgba } = await pixelsOf(screen, role, label);
  let count = 0;
  for (let at = 0; at < rgba.length; at += 4) if (isDark(rgba, at)) count += 1;
  return count;
}
