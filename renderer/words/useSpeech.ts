import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure, Outcome } from '../../shared/contract';
import type { Instant } from '../../shared/model/units';
import { isLanguage } from './languages';
import type { Language } from './languages';
import { clockTime, count, dayInWords } from './time';

/** What is said of a code: its sentence in the language of the screen. */
interface Told {
  code: string;
  params: Record<string, string | number>;
}

export interface Speech {
  language: Language;
  /** Time of day in the event's zone. */
  clock(at: Instant, withSeconds?: boolean): string;
  day(date: string): string;
  number(value: number): string;
  /** Why a command was refused, in a sentence that says what to do. */
  refusal(outcome: Extract<Outcome, { ok: false }>): string;
  /** Why a question could not be answered, likewise. */
  failure(failure: Failure): string;
}

/** Times, numbers and refusals in the screen's language; `timeZone` is the event's. */
export function useSpeech(timeZone = 'Europe/Helsinki'): Speech {
  const { t, i18n } = useTranslation(['refusal', 'error']);
  const language: Language = isLanguage(i18n.language) ? i18n.language : 'fi';
  return useMemo(() => {
    const clock = (at: Instant, withSeconds = false) =>
      clockTime(at, timeZone, language, withSeconds);
    const inWords = (told: Told, otherwise: string) => {
      const { at } = told.params;
      const params = typeof at === 'number' ? { ...told.params, at: clock(at) } : told.params;
      const key = [
        `refusal:${told.code}`,
        `error:${told.code}`,
        // Files that cannot be read have their words beside the other words of the import.
        told.code.replace(/^import\./, 'import:error.'),
      ].find((one) => one.includes(':') && i18n.exists(one));
      return key ? t(key, params) : otherwise;
    };
    return {
      language,
      clock,
      day: (date) => dayInWords(date, language),
      number: (value) => count(value, language),
      refusal: (outcome) => inWords(outcome, outcome.reason),
      failure: (failure) => inWords(failure, failure.message),
    };
  }, [t, i18n, language, timeZone]);
}
