import type { Question } from '../../../shared/model/feedback';
import { LANGUAGES } from '../../words/languages';
import type { Language } from '../../words/languages';

type Choice = Question['choices'][number];

/** The choices as they are written: one a line, a field for each language. */
export function linesOf(choices: readonly Choice[]): Record<Language, string> {
  const written = (language: Language) =>
    choices
      .map((choice) => choice[language])
      .join('\n')
      .replace(/\n+$/, '');
  return { fi: written('fi'), sv: written('sv'), en: written('en') };
}

/** The choices of what is written: the n-th line of each language is one choice; a line empty in all is none. */
export function choicesOf(lines: Readonly<Record<Language, string>>): Choice[] {
  const [fi, sv, en] = LANGUAGES.map((language) => lines[language].split('\n'));
  const most = Math.max(fi?.length ?? 0, sv?.length ?? 0, en?.length ?? 0);
  return Array.from({ length: most }, (_, at) => ({
    fi: fi?.[at]?.trim() ?? '',
    sv: sv?.[at]?.trim() ?? '',
    en: en?.[at]?.trim() ?? '',
  })).filter((choice) => choice.fi || choice.sv || choice.en);
}
