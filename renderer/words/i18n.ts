import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGUAGES, rememberedLanguage, rememberLanguage } from './languages';
import type { Language } from './languages';

type Words = Record<string, string>;

const files = import.meta.glob<Words>('../../resources/locales/*/*.json', {
  eager: true,
  import: 'default',
});

/** All words of the app: language → area → key → text. The areas are i18next's namespaces. */
export const WORDS: Record<string, Record<string, Words>> = {};
for (const [path, words] of Object.entries(files)) {
  const [area = '', language = ''] = path
    .replace(/\.json$/, '')
    .split('/')
    .toReversed();
  (WORDS[language] ??= {})[area] = words;
}

/** Readies i18next with every language at once: switching needs no loading and loses nothing. */
export async function startWords(): Promise<void> {
  const show = (language: string) => {
    document.documentElement.lang = language;
  };
  i18next.on('languageChanged', show);
  await i18next.use(initReactI18next).init({
    lng: rememberedLanguage(),
    fallbackLng: 'en',
    supportedLngs: [...LANGUAGES],
    resources: WORDS,
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
}

/** Switches the language of this page alone. */
export async function showIn(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
}

/** Switches the language and remembers it on this machine. */
export async function speak(language: Language): Promise<void> {
  rememberLanguage(language);
  await showIn(language);
}
