import type { Instant } from '../../shared/model/units';
import type { Language } from './languages';

/** Locales for Intl: Swedish and English as they are written in Finland and its neighbourhood. */
const LOCALES: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

const formats = new Map<string, Intl.DateTimeFormat>();

function format(
  language: Language,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${JSON.stringify(options)}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone });
    formats.set(key, made);
  }
  return made;
}

/** Time of day without a leading nought: `8.52` in Finnish and Swedish, `8:52` in English. */
export function clockTime(
  at: Instant,
  timeZone: string,
  language: Language,
  withSeconds = false,
): string {
  const parts = format(language, timeZone, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((one) => one.type === type)?.value ?? '';
  const sign = language === 'en' ? ':' : '.';
  const shown = [String(Number(part('hour'))), part('minute').padStart(2, '0')];
  if (withSeconds) shown.push(part('second').padStart(2, '0'));
  return shown.join(sign);
}

/** A local day (YYYY-MM-DD) in words, e.g. `keskiviikko 27. maaliskuuta 2019`; the text itself if it is no day. */
export function dayInWords(day: string, language: Language): string {
  const at = Date.parse(`${day}T12:00:00Z`);
  if (Number.isNaN(at)) return day;
  return format(language, 'UTC', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at);
}

const grouping = new Map<Language, Intl.NumberFormat>();

/** A number with the language's own grouping. */
export function count(value: number, language: Language): string {
  let made = grouping.get(language);
  if (!made) grouping.set(language, (made = new Intl.NumberFormat(LOCALES[language])));
  return made.format(value);
}
