// Asks the browser to keep what the page stores when the disk runs short. Some ask the person in
// turn, so it is asked once, in answer to a key or a click, and only when there is a book to keep.

const ACTIONS = ['keydown', 'pointerdown'];

async function ask(): Promise<void> {
  // Pages that are not secure have none of this.
  const storage = navigator.storage as StorageManager | undefined;
  if (storage?.persist !== undefined && !(await storage.persisted())) await storage.persist();
}

export function askToPersist(isOpen: () => boolean): void {
  const acted = (): void => {
    if (!isOpen()) return;
    for (const action of ACTIONS) window.removeEventListener(action, acted, { capture: true });
    // Nobody waits for the answer: it may never come.
    ask().catch(() => undefined);
  };
  for (const action of ACTIONS) window.addEventListener(action, acted, { capture: true });
}
