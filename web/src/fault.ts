// What an uncaught error says about itself, and whether it is the program's at all: an extension of
// the browser may run scripts in the page, and their errors arrive here as well.

/** What browsers put before the scripts that an extension brings along. */
const EXTENSION = /(?:chrome|moz|safari-web)-extension:\/\//;
/** The first address in a stack is where the error was thrown. */
const ADDRESS = /[a-z-]+:\/\/[^\s)]+/;

/** Where it happened, or at least what. */
export function described(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { stack = '' } = error;
  return stack.includes(error.message) ? stack : `${String(error)}\n${stack}`;
}

/** Thrown by a browser extension: no reason to stop a program that is well. */
export function isOfExtension(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // The message may hold addresses, too; the places stand below it.
  const places = (error.stack ?? '').replace(error.message, '');
  return EXTENSION.test(ADDRESS.exec(places)?.[0] ?? '');
}
