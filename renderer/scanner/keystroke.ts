/** One key that gives a character, in the two ways it can be read. */
export interface Keystroke {
  /** What it gives on the layout of this machine; '' for a dead key. */
  typed: string;
  /** What it would give on a US keyboard: scanners leave the factory set to that one. */
  us: string;
  /** ms, monotonic. */
  at: number;
}

const PLAIN: Readonly<Record<string, string>> = {
  Backquote: '`~',
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  IntlHash: '\\|',
  Semicolon: ';:',
  Quote: '\'"',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
  Space: '  ',
  NumpadAdd: '++',
  NumpadSubtract: '--',
  NumpadMultiply: '**',
  NumpadDivide: '//',
  NumpadDecimal: '..',
};
const OVER_DIGITS = ')!@#$%^&*(';

/**
 * The character of a key on a US keyboard by its place, '' when it has none. `place` is a
 * `KeyboardEvent.code`. Upper case whenever Shift is down: Caps Lock is the machine's, not the scanner's.
 */
export function usCharacter(place: string, shift: boolean): string {
  const letter = /^Key([A-Z])$/.exec(place)?.[1];
  if (letter) return shift ? letter : letter.toLowerCase();
  const digit = /^(Digit|Numpad)(\d)$/.exec(place);
  if (digit?.[2])
    return shift && digit[1] === 'Digit' ? (OVER_DIGITS[Number(digit[2])] ?? '') : digit[2];
  return PLAIN[place]?.[shift ? 1 : 0] ?? '';
}

/** What of a key press is looked at. */
export interface Press {
  key: string;
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  timeStamp: number;
  getModifierState(key: string): boolean;
}

/** The character of a press, undefined when it gives none: a command, an arrow, a modifier. */
export function keystrokeOf(press: Press): Keystroke | undefined {
  // AltGr, which gives \ and @ on Nordic keyboards, is told as Ctrl+Alt by Windows.
  const commands = press.ctrlKey || press.altKey || press.metaKey;
  if (commands && !press.getModifierState('AltGraph')) return undefined;
  const typed = [...press.key].length === 1 ? press.key : '';
  if (!typed && press.key !== 'Dead' && press.key !== 'Process') return undefined;
  const us = usCharacter(press.code, press.shiftKey) || typed;
  return { typed, us, at: press.timeStamp };
}

/** Whether a press only holds something down or turns a lock: scanners do that between characters. */
export function isModifier(key: string): boolean {
  return /^(Shift|CapsLock|AltGraph|Alt|Control|NumLock|Unidentified)$/.test(key);
}
