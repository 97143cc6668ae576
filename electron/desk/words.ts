import i18next from 'i18next';
import type { z } from 'zod';
import error from '../../resources/locales/en/error.json';
import refusal from '../../resources/locales/en/refusal.json';
import type { Refusal } from '../../shared/commands/context';

const english = i18next.createInstance({
  lng: 'en',
  resources: { en: { refusal, error } },
  // The keys are codes with dots in them, one level deep.
  keySeparator: false,
  interpolation: { escapeValue: false },
});
void english.init();

/**
 * The English sentence for a refusal, from the same words that the screens show. Instants in `at`
 * are given as local time of the event.
 */
export function reasonOf(refused: Pick<Refusal, 'code' | 'params'>, timeZone: string): string {
  const params: Record<string, string | number> = { ...refused.params };
  if (typeof params['at'] === 'number') params['at'] = timeOfDay(params['at'], timeZone);
  return english.t(refused.code, { ns: 'refusal', ...params });
}

/** The English sentence for a failure, or its code where it has none. */
export function sentenceOf(code: string, params: Record<string, string | number>): string {
  return english.t(code, { ns: 'error', ...params });
}

/** What is wrong with data from outside, as one sentence that names the fields. */
export function sentenceOfIssues(problem: z.ZodError): string {
  return problem.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || 'the whole'}: ${issue.message}`)
    .join('; ');
}

function timeOfDay(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(at);
}
