import i18next from 'i18next';
import enRunSheet from '../../resources/locales/en/runSheet.json';
import enTerms from '../../resources/locales/en/terms.json';
import fiRunSheet from '../../resources/locales/fi/runSheet.json';
import fiTerms from '../../resources/locales/fi/terms.json';
import svRunSheet from '../../resources/locales/sv/runSheet.json';
import svTerms from '../../resources/locales/sv/terms.json';
import type { Instant } from '../../shared/model/units';
import { clockTime } from '../../shared/programme/instant';

export type Language = 'fi' | 'sv' | 'en';

const LOCALE = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const;

const words = i18next.createInstance({
  resources: {
    fi: { runSheet: fiRunSheet, terms: fiTerms },
    sv: { runSheet: svRunSheet, terms: svTerms },
    en: { runSheet: enRunSheet, terms: enTerms },
  },
  defaultNS: 'runSheet',
  keySeparator: false,
  interpolation: { escapeValue: false },
});
void words.init({ lng: 'en' });

/** The words of a run sheet in one language. */
export type Say = (key: string, blanks?: Record<string, string | number>) => string;

export function sayIn(language: Language): Say {
  const t = words.getFixedT(language);
  return (key, blanks = {}) => t(key, blanks);
}

/** Time of day in a zone: `8.05` in Finnish and Swedish, `8:05` in English. */
export function clockIn(language: Language, timeZone: string): (at: Instant) => string {
  const sign = language === 'en' ? ':' : '.';
  return (at) => {
    const { hours, minutes } = clockTime(at, timeZone);
    return `${hours}${sign}${String(minutes).padStart(2, '0')}`;
  };
}

/** A day (YYYY-MM-DD) in words. */
export function dayIn(language: Language, date: string): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const format = new Intl.DateTimeFormat(LOCALE[language], { ...options, timeZone: 'UTC' });
  return format.format(new Date(`${date}T12:00:00Z`));
}
