/** The scheme under which the desktop app loads its own pages; nothing else is served from it. */
export const SCHEME = 'nuija';

/** Origin of every page of ours. */
export const ORIGIN = `${SCHEME}://app`;

/** The main page. */
export const HOME = `${ORIGIN}/`;

/** Whether an address is a page of ours. */
export function isOurs(address: string): boolean {
  return address === ORIGIN || address.startsWith(HOME);
}
