import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FigureWords } from '../../../shared/figures/words';
import { isLanguage } from '../../words/languages';
import type { Language } from '../../words/languages';
import { clockTime, dayInWords } from '../../words/time';

/** The figures' words in the language of the screen, or in another. */
export function useFigureWords(timeZone: string, other?: Language): FigureWords {
  const { i18n } = useTranslation('figures');
  const shown = isLanguage(i18n.language) ? i18n.language : 'fi';
  const language = other ?? shown;
  return useMemo(() => {
    const figures = i18n.getFixedT(language, 'figures');
    const terms = i18n.getFixedT(language, 'terms');
    return {
      language,
      say: (key, blanks = {}) => figures(key, { ...blanks }),
      term: (key) => terms(key),
      clock: (at) => clockTime(at, timeZone, language),
      day: (date) => dayInWords(date, language),
    };
  }, [i18n, language, timeZone]);
}
