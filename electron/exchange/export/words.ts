import i18next from 'i18next';
import enExported from '../../../resources/locales/en/exported.json';
import fiExported from '../../../resources/locales/fi/exported.json';
import svExported from '../../../resources/locales/sv/exported.json';
import type { FigureWords } from '../../../shared/figures/words';
import { figureWords } from '../../reports/reportOf';
import type { Language } from '../../reports/runSheetWords';

const i18n = i18next.createInstance({
  resources: {
    fi: { exported: fiExported },
    sv: { exported: svExported },
    en: { exported: enExported },
  },
  defaultNS: 'exported',
  keySeparator: false,
  interpolation: { escapeValue: false },
});
void i18n.init({ lng: 'en' });

/** The words of exported documents in one language, with those of the figures. */
export interface ExportWords extends Omit<FigureWords, 'say'> {
  say(key: string, blanks?: Readonly<Record<string, string | number>>): string;
  figures: FigureWords;
}

export function exportWords(language: Language, timeZone: string): ExportWords {
  const figures = figureWords(language, timeZone);
  const t = i18n.getFixedT(language, 'exported');
  return { ...figures, figures, say: (key, blanks = {}) => t(key, { ...blanks }) };
}
