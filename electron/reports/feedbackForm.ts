import i18next from 'i18next';
import enFeedback from '../../resources/locales/en/feedback.json';
import fiFeedback from '../../resources/locales/fi/feedback.json';
import svFeedback from '../../resources/locales/sv/feedback.json';
import { inWords, questionText } from '../../shared/figures/words';
import { askedQuestions, CHOICE_KEYS } from '../../shared/model/asked';
import type { Asked } from '../../shared/model/asked';
import { SCALE } from '../../shared/model/feedback';
import type { EventState } from '../../shared/model/state';
import { figureWords } from './reportOf';
import type { Language } from './runSheetWords';

/** One question of the form: boxes to tick, each with its word, or else lines to write on. */
export interface FormQuestion {
  text: string;
  boxes: readonly string[];
  lines: number;
}

/** A feedback form in words, ready to be set on paper; plain data, so that it can go to another thread. */
export interface FeedbackForm {
  language: Language;
  title: string;
  event: string;
  /** Day and place. */
  when: string;
  /** That it is anonymous, and how to fill it in. */
  lead: string;
  noNames: string;
  questions: readonly FormQuestion[];
  /** At the end: where the form goes. */
  closing: string;
}

const i18n = i18next.createInstance({
  resources: {
    fi: { feedback: fiFeedback },
    sv: { feedback: svFeedback },
    en: { feedback: enFeedback },
  },
  defaultNS: 'feedback',
  keySeparator: false,
  interpolation: { escapeValue: false },
});
void i18n.init({ lng: 'en' });

/** Lines for what was agreed and the like, and for the last words. */
const LINES = 2;
const LAST_LINES = 4;

/** The form on which guests answer on paper: the standard questions and the event's own, numbered as they are typed in. */
export function feedbackFormOf(
  { event }: Pick<EventState, 'event'>,
  language: Language,
): FeedbackForm {
  const t = i18n.getFixedT(language, 'feedback');
  const words = figureWords(language, event.timeZone);
  const boxesOf = ({ kind, choices }: Asked): string[] => {
    switch (kind) {
      case 'scale':
        return Array.from({ length: SCALE }, (_, at) =>
          [String(at + 1), at === 0 ? t('scale.least') : at === SCALE - 1 ? t('scale.most') : '']
            .filter(Boolean)
            .join(' '),
        );
      case 'yesNo':
        return [t('yes'), t('no')];
      case 'choice':
        return choices.map(
          (choice, at) => `${(CHOICE_KEYS[at] ?? '').toUpperCase()} ${inWords(choice, language)}`,
        );
      case 'text':
        return [];
    }
  };
  return {
    language,
    title: t('form.title'),
    event: event.name,
    when: [words.day(event.date), event.venue].filter(Boolean).join(' · '),
    lead: t('form.lead'),
    noNames: t('form.noNames'),
    questions: askedQuestions(event.questions).map((question, at) => ({
      text: `${at + 1}. ${questionText(question.id, event.questions, words)}`,
      boxes: boxesOf(question),
      lines: question.kind !== 'text' ? 0 : question.id === 'free' ? LAST_LINES : LINES,
    })),
    closing: t('form.return'),
  };
}
