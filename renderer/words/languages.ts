/** The languages of the app, the default first. */
export const LANGUAGES = ['fi', 'sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = 'nuija.language';

export function isLanguage(text: string | null | undefined): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/** The language chosen last on this machine; Finnish at first. */
export function rememberedLanguage(): Language {
  const stored = window.localStorage.getItem(KEY);
  return isLanguage(stored) ? stored : 'fi';
}

export function rememberLanguage(language: Language): void {
  window.localStorage.setItem(KEY, language);
}
