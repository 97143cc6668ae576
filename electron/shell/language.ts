import i18next from 'i18next';
import enCommon from '../../resources/locales/en/common.json';
import enError from '../../resources/locales/en/error.json';
import enShell from '../../resources/locales/en/shell.json';
import fiCommon from '../../resources/locales/fi/common.json';
import fiError from '../../resources/locales/fi/error.json';
import fiShell from '../../resources/locales/fi/shell.json';
import svCommon from '../../resources/locales/sv/common.json';
import svError from '../../resources/locales/sv/error.json';
import svShell from '../../resources/locales/sv/shell.json';
import { asDeskError } from '../desk/failure';

export const LANGUAGES = ['fi', 'sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text of the menu and the boxes, in the app's language. */
export type Say = (key: string, blanks?: Record<string, string | number>) => string;

const words = i18next.createInstance({
  resources: {
    fi: { shell: fiShell, common: fiCommon, error: fiError },
    sv: { shell: svShell, common: svCommon, error: svError },
    en: { shell: enShell, common: enCommon, error: enError },
  },
  defaultNS: 'shell',
  keySeparator: false,
  interpolation: { escapeValue: false },
});
void words.init({ lng: 'fi' });

/** The menu's words in one language. */
export function sayIn(language: Language): Say {
  const t = words.getFixedT(language);
  return (key, blanks = {}) => t(key, blanks);
}

/** Why something could not be done, in one language; the English sentence where there is no other. */
export function failureIn(language: Language, error: unknown): string {
  const { code, params, message } = asDeskError(error);
  return words.exists(code, { ns: 'error', lng: language })
    ? words.getFixedT(language, 'error')(code, params)
    : message;
}

let current: Language = 'fi';
const listeners = new Set<() => void>();

/** The language that the page shows; Finnish until it says so. */
export const language = (): Language => current;

export const say: Say = (key, blanks) => sayIn(current)(key, blanks);
export const sayFailure = (error: unknown): string => failureIn(current, error);

/** Has menu and boxes speak like the page. */
export function speak(spoken: Language): void {
  if (spoken === current) return;
  current = spoken;
  for (const listener of listeners) listener();
}

export function onLanguage(listener: () => void): void {
  listeners.add(listener);
}
