import { z } from 'zod';

/** How a question is answered: 1–4, yes or no, one of its choices, or in words. */
export const QUESTION_KINDS = ['scale', 'yesNo', 'choice', 'text'] as const;

/** Highest value of a scale; the lowest is 1. The tour's own figures are of four. */
export const SCALE = 4;

const inWords = (max: number) =>
  z.object({ fi: z.string().max(max), sv: z.string().max(max), en: z.string().max(max) });

/** A question that an organiser adds to the standard ones. Language without words = as in the first that has some. */
export const questionSchema = z.object({
  id: z.string().min(1).max(100),
  kind: z.enum(QUESTION_KINDS),
  text: inWords(500),
  /** Of a choice: what can be chosen. */
  choices: z.array(inWords(200)).max(12),
});
export type Question = z.infer<typeof questionSchema>;

/**
 * What every event of the tour asks, in this order: the same everywhere, so that the answers can be
 * compared. Their words are in the locales under `feedback.question.<id>`. `agreed` belongs to `met`
 * and is asked of those who met someone.
 */
export const STANDARD_QUESTIONS = [
  { id: 'usefulness', kind: 'scale' },
  { id: 'ideas', kind: 'scale' },
  { id: 'recommend', kind: 'yesNo' },
  { id: 'more', kind: 'yesNo' },
  { id: 'met', kind: 'yesNo' },
  { id: 'agreed', kind: 'text' },
  { id: 'free', kind: 'text' },
] as const satisfies ReadonlyArray<{ id: string; kind: Question['kind'] }>;
export type StandardQuestion = (typeof STANDARD_QUESTIONS)[number]['id'];

/** Question id → answer: 1–4 of a scale, yes or no, the index of a choice, or words. */
export const answersSchema = z.record(
  z.string().min(1).max(100),
  z.union([z.int().min(0).max(100), z.boolean(), z.string().max(5_000)]),
);
export type Answers = z.infer<typeof answersSchema>;

/** One person's feedback. Anonymous: it is tied to nobody. */
export const feedbackSchema = z.object({
  id: z.string(),
  /** Typed by the guest, or from a paper form by somebody at a desk. */
  source: z.enum(['kiosk', 'paper']),
  answers: answersSchema,
});
export type Feedback = z.infer<typeof feedbackSchema>;

/** How the answer to a question of an event is given; undefined where it asks no such question. */
export function questionKind(
  event: { questions: readonly Question[] },
  id: string,
): Pick<Question, 'kind' | 'choices'> | undefined {
  const standard = STANDARD_QUESTIONS.find((one) => one.id === id);
  if (standard) return { kind: standard.kind, choices: [] };
  return event.questions.find((one) => one.id === id);
}

/** Whether an answer is one that the question can have. */
export function canAnswer(
  { kind, choices }: Pick<Question, 'kind' | 'choices'>,
  answer: Answers[string],
): boolean {
  switch (kind) {
    case 'scale':
      return typeof answer === 'number' && answer >= 1 && answer <= SCALE;
    case 'yesNo':
      return typeof answer === 'boolean';
    case 'choice':
      return typeof answer === 'number' && answer < choices.length;
    case 'text':
      return typeof answer === 'string';
  }
}
