import type { Failure, Outcome } from '../../../shared/contract';
import type { Participant } from '../../../shared/model/participant';
import type { ReprintReason } from '../../../shared/print';

type Refused = Extract<Outcome, { ok: false }>;

/** Where the badges of those who came in together, or of one, are on their way. */
export type BadgeStep = (
  | {
      /** Some of them have one already: why is another needed? Null prints nothing. */
      step: 'again';
      people: readonly Participant[];
      had: readonly Participant[];
      answer(why: ReprintReason | null): void;
    }
  | { step: 'making'; people: readonly Participant[] }
  | { step: 'ready'; people: readonly Participant[]; refused?: Refused }
  | { step: 'failed'; people: readonly Participant[]; failure: Failure }
) & {
  /** Badges that nobody has said of whether they came out, oldest first; of `ready` these are the ones asked about. */
  unsettled: readonly Batch[];
};

/** Badges that were made in one document. */
export interface Batch {
  people: readonly Participant[];
  again: ReprintReason | undefined;
  /** Of the PDF, until it is said whether they came out. */
  address: string;
  warnings: readonly string[];
}

/** The badges that nobody has said of whether they came out. */
export const unsettledIn = (badge: BadgeStep | undefined): readonly Batch[] =>
  badge?.unsettled ?? [];

/** Whoever comes next takes the question about the last ones along: no badge that is out stays uncounted. */
export function askedAbout(unsettled: readonly Batch[]): BadgeStep | undefined {
  if (unsettled.length === 0) return undefined;
  return { step: 'ready', people: unsettled.flatMap(({ people }) => people), unsettled };
}
