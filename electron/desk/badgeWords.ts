import enCards from '../../resources/locales/en/cards.json';
import enTerms from '../../resources/locales/en/terms.json';
import fiCards from '../../resources/locales/fi/cards.json';
import fiTerms from '../../resources/locales/fi/terms.json';
import svCards from '../../resources/locales/sv/cards.json';
import svTerms from '../../resources/locales/sv/terms.json';
import type { BadgeDesign } from '../../shared/badges/design';

const TERMS = { fi: fiTerms, sv: svTerms, en: enTerms };
const CARDS = { fi: fiCards, sv: svCards, en: enCards };
const LOCALE = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

export type BadgeLanguage = BadgeDesign['language'];

/** A word of the domain as it is printed, e.g. `role.speaker`; undefined where there is none. */
export function termIn(language: BadgeLanguage, key: string): string | undefined {
  const terms: Record<string, string> = TERMS[language];
  return terms[key];
}

/** A text that is printed on badges and cards, its `{{values}}` filled in. */
export function badgeWord(
  language: BadgeLanguage,
  key: keyof typeof enCards,
  values: Record<string, string | number> = {},
): string {
  return CARDS[language][key].replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
    String(values[name] ?? ''),
  );
}

/** `27.3.2019`, in English `27 March 2019`. */
export function dateIn(language: BadgeLanguage, date: string): string {
  return new Intl.DateTimeFormat(LOCALE[language], {
    day: 'numeric',
    month: language === 'en' ? 'long' : 'numeric',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T12:00:00Z`));
}
