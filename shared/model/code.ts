/** The characters of codes: those that scanners on any keyboard layout send unharmed. */
const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Place among those characters by character code. */
const VALUES = Array.from({ length: 128 }, (_, code) =>
  ALPHANUMERIC.indexOf(String.fromCharCode(code)),
);

/** Without I, L, O and U, which people misread. */
const RANDOM = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const TAG_LENGTH = 2;
export const CODE_LENGTH = 12;

/**
 * Check character of ISO 7064 MOD 37,36: finds every single wrong character and nearly every swap
 * of neighbours.
 */
export function checkCharacter(body: string): string {
  let product = 36;
  for (let at = 0; at < body.length; at++) {
    const sum = (product + (VALUES[body.charCodeAt(at)] ?? -1)) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return ALPHANUMERIC[(37 - product) % 36] ?? '0';
}

/**
 * A check-in code: the event's two-character tag, nine random characters (45 bits), one check
 * character. `bytes` are 9 random bytes; nothing of the person is in it.
 */
export function makeCode(tag: string, bytes: Uint8Array): string {
  let body = tag;
  for (let at = 0; at < 9; at++) body += RANDOM.charAt((bytes[at] ?? 0) % 32);
  return body + checkCharacter(body);
}

/** Two random characters by which a desk tells a code of another event from an unknown one. */
export function makeTag(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, TAG_LENGTH), (b) => RANDOM[b % 32]).join('');
}

/** A scan or typing as a code: upper case, without spaces and the ECI prefix some scanners send. */
export function readCode(scanned: string): string {
  return scanned
    .replace(/^\\\d{6}/, '')
    .replace(/[\s-]/g, '')
    .toUpperCase();
}

/** Whether the text is a whole, unharmed Nuija code of any event. */
export function isCode(text: string): boolean {
  if (text.length !== CODE_LENGTH || /[^0-9A-Z]/.test(text)) return false;
  return checkCharacter(text.slice(0, -1)) === text.at(-1);
}
