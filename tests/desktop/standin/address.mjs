/**
 * Chromium knows no scheme of ours, so `nuija://HOST/…` is shown as `https://HOST.nuija.invalid/…`:
 * a secure origin whose name no network resolves. The shell never sees the second form.
 */
const ENDING = '.invalid';

/** @type {Set<string>} */
const schemes = new Set();

/** @param {string} scheme */
export const announce = (scheme) => schemes.add(scheme);

/**
 * The scheme of an address of the shell's own, or null.
 * @param {string} address
 */
export function ownScheme(address) {
  return [...schemes].find((scheme) => address.startsWith(`${scheme}:`)) ?? null;
}

/**
 * The shell's form of an address that Chromium shows.
 * @param {string} address
 * @returns {string}
 */
export function fromChromium(address) {
  if (address.startsWith('blob:')) return `blob:${fromChromium(address.slice('blob:'.length))}`;
  const parts = /^https:\/\/([^/]*)\.([^./]+)\.invalid(?=\/|$)/.exec(address);
  if (!parts || !schemes.has(parts[2])) return address;
  return `${parts[2]}://${parts[1]}${address.slice(parts[0].length)}`;
}

/**
 * Chromium's form of an address of the shell's.
 * @param {string} address
 * @returns {string}
 */
export function toChromium(address) {
  if (address.startsWith('blob:')) return `blob:${toChromium(address.slice('blob:'.length))}`;
  const scheme = ownScheme(address);
  if (!scheme) return address;
  const [host, ...path] = address.slice(`${scheme}://`.length).split('/');
  return `https://${host}.${scheme}${ENDING}/${path.join('/')}`;
}
