import { MINUTE } from '../model/units';
import type { Duration, Instant } from '../model/units';
import type { Question } from '../model/feedback';
import { ROLES, SECTORS } from '../model/participant';

/** How the figures are said in one language. */
export interface FigureWords {
  language: 'fi' | 'sv' | 'en';
  /** The words of `figures.json` under a key, blanks filled in; `count` chooses the plural. */
  say(key: string, blanks?: Readonly<Record<string, string | number>>): string;
  /** The words of `terms.json`. */
  term(key: string): string;
  /** Time of day in the event's zone. */
  clock(at: Instant): string;
  /** A local day in words. */
  day(date: string): string;
}

const LOCALE = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const;

/** What stands for a figure that there is none of. */
export const NONE = '–';

/** A number with at most `digits` decimals, or the dash. */
export function number(words: FigureWords, value: number | null, digits = 0): string {
  if (value === null) return NONE;
  const options = { maximumFractionDigits: digits };
  return new Intl.NumberFormat(LOCALE[words.language], options).format(value);
}

/** A share of 0–1 as per cent, with a decimal where there is one: `23,5 %`. */
export function percent(words: FigureWords, share: number | null): string {
  if (share === null) return NONE;
  const options = { style: 'percent', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(LOCALE[words.language], options).format(share);
}

/** A length in whole minutes, `1 h 10 min`; below a minute it is 0. */
export function minutes(ms: Duration): string {
  const all = Math.round(Math.abs(ms) / MINUTE);
  const [hours, rest] = [Math.floor(all / 60), all % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** A length as on the panel's clock, `12:05`. */
export function clockLength(ms: Duration): string {
  const seconds = Math.round(ms / 1_000);
  const [hours, rest] = [Math.floor(seconds / 3_600), seconds % 3_600];
  const two = (value: number) => String(value).padStart(2, '0');
  const short = `${Math.floor(rest / 60)}:${two(rest % 60)}`;
  return hours ? `${hours}:${two(Math.floor(rest / 60))}:${two(rest % 60)}` : short;
}

/** "6 min late", "3 min early", or on time within half a minute. */
export function lateness(words: FigureWords, ms: Duration): string {
  const all = Math.round(ms / MINUTE);
  if (all === 0) return words.say('onTime');
  return words.say(all > 0 ? 'late' : 'early', { length: minutes(ms) });
}

/** A group's name: a sector or a role by its term, anything else as it was written; '' = not known. */
export function groupName(words: FigureWords, key: string): string {
  if (key === '') return words.say('notStated');
  if (SECTORS.some((one) => one === key)) return words.term(`sector.${key}`);
  return ROLES.some((one) => one === key) ? words.term(`role.${key}`) : key;
}

/** A question in words: a standard one's own, or what the organiser wrote. */
export function questionText(
  id: string,
  own: readonly Question[],
  words: Pick<FigureWords, 'say' | 'language'>,
): string {
  const question = own.find((one) => one.id === id);
  return question ? inWords(question.text, words.language) : words.say(`question.${id}`);
}

/** In the language asked for, or in the first that has words. */
export function inWords(
  text: Readonly<Record<'fi' | 'sv' | 'en', string>>,
  language: 'fi' | 'sv' | 'en',
): string {
  return text[language] || text.fi || text.sv || text.en;
}
