import { CODE_LENGTH, isCode, readCode } from '../../shared/model/code';

/** What a scanner of this machine puts around every code. */
export interface Affixes {
  prefix: string;
  suffix: string;
}

export const NO_AFFIXES: Affixes = { prefix: '', suffix: '' };

/** Fewer characters than these are no code: too easily typed by hand. */
export const SHORTEST = 6;

/** AIM's symbology identifier (ISO/IEC 15424) and ECI's six digits, which scanners put before what they read. */
const MARKS = /(?:\][A-Za-z][0-9A-Za-z]|\\\d{6})/;
const MARK_FIRST = new RegExp(`^${MARKS.source}`);
const MARK_LAST = new RegExp(`${MARKS.source}$`);

const ADDRESS = /[a-z][a-z0-9+.-]*:\/\/\S*$/i;

/** A code in a text, and how many characters at the text's end belong to the scan. */
export interface Found {
  code: string;
  length: number;
}

/** A text without what the scanner has put around the code. */
export function bare(text: string, affixes: Affixes): string {
  let rest = withoutEnd(text, affixes.suffix);
  for (let last = ''; last !== rest;) {
    last = rest;
    rest = startsAlike(rest, affixes.prefix) ? rest.slice(affixes.prefix.length) : rest;
    rest = rest.replace(MARK_FIRST, '');
  }
  return rest;
}

/** A whole, unharmed Nuija code at the very end of a text, with all that the scanner put around it. */
export function codeAtEnd(text: string, affixes: Affixes): Found | undefined {
  const body = withoutEnd(text, affixes.suffix);
  const [address] = ADDRESS.exec(body) ?? [];
  const inAddress = address && codeInAddress(address, isCode);
  const code = inAddress || readCode(body.slice(-CODE_LENGTH));
  if (!isCode(code)) return undefined;
  let before = body.slice(0, body.length - (inAddress ? address.length : CODE_LENGTH));
  for (let last = ''; last !== before;) {
    last = before;
    before = withoutEnd(before, affixes.prefix).replace(MARK_LAST, '');
  }
  return { code, length: text.length - before.length };
}

/** The code of an address like https://example.org/tickets/K7…; the last that counts as one, or ''. */
export function codeInAddress(address: string, counts: (code: string) => boolean): string {
  const parts = address.split(/[^0-9A-Za-z]+/).map((part) => part.toUpperCase());
  return parts.findLast((part) => part.length >= SHORTEST && counts(part)) ?? '';
}

/**
 * What stands before and after the code in what a scanner has sent, its own marks aside; undefined when there is
 * no whole code in it. Both are '' when nothing needs to be set up.
 */
export function affixesIn(text: string): Affixes | undefined {
  for (let at = 0; at + CODE_LENGTH <= text.length; at += 1) {
    if (!isCode(text.slice(at, at + CODE_LENGTH).toUpperCase())) continue;
    const before = text.slice(0, at);
    if (before.includes('://')) return NO_AFFIXES;
    return { prefix: bare(before, NO_AFFIXES), suffix: text.slice(at + CODE_LENGTH) };
  }
  return undefined;
}

/** Longer than any code; what else is in a picture is told no further than this. */
const TOLD = 60;

/** What a camera has read, as a code: that of an address, else all of it. */
export function codeOfPicture(text: string, isKnown: (code: string) => boolean): string {
  const rest = bare(text.trim(), NO_AFFIXES);
  const counts = (code: string) => isCode(code) || isKnown(code);
  const code = readCode(rest);
  if (counts(code)) return code;
  return codeInAddress(rest, counts) || (looksScanned(rest) ? code : rest).slice(0, TOLD);
}

/** Whether what a scanner has sent was meant as a code, so that the desk says what is wrong with it. */
export function looksScanned(text: string): boolean {
  return text.length >= SHORTEST && /^(?=.*\d)[0-9A-Z-]+$/i.test(text);
}

/** Whether a text that nobody answers to was meant as a code: then the desk says what is wrong with it. */
export function meantAsCode(text: string): boolean {
  const code = readCode(text);
  return code.length >= SHORTEST && /^(?=.*\d)[0-9A-Z]+$/.test(code);
}

/** Caps Lock turns letters over, so a prefix is the same in either case. */
function startsAlike(text: string, prefix: string): boolean {
  return prefix !== '' && text.slice(0, prefix.length).toLowerCase() === prefix.toLowerCase();
}

function withoutEnd(text: string, end: string): string {
  const isThere = end !== '' && text.slice(-end.length).toLowerCase() === end.toLowerCase();
  return isThere ? text.slice(0, -end.length) : text;
}
