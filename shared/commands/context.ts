import type { FactBody } from '../facts/fact';
import type { Participant } from '../model/participant';
import type { EventState } from '../model/state';
import type { Instant, Ulid } from '../model/units';

/** What a decision may know beside the state: the effects, handed in so that deciding stays pure. */
export interface Context {
  now: Instant;
  /** Name of the desk that decides. */
  desk: string;
  newId(): Ulid;
  /** A fresh random check-in code for an event tag. */
  newCode(tag: string): string;
}

/** What a check-in or a scan answers, see `domain.md`'s statuses in docs/formats.md. */
export type CheckInStatus =
  | 'valid'
  | 'used'
  | 'unknown'
  | 'cancelled'
  | 'ambiguous'
  | 'wrong-event'
  | 'left'
  | 'closed';

/** What became of each of a group, by participant id. */
export interface GroupAnswer {
  checkedIn: string[];
  /** Were here before; their time stands. */
  already: string[];
  /** Had left; those picked one by one have come back. */
  left: string[];
  cancelled: string[];
}

/**
 * Why nothing follows from a command. `code` is a key under `refusal.` in the locales, `params` fill
 * its blanks.
 */
export interface Refusal {
  code: string;
  params?: Record<string, string | number>;
  status?: CheckInStatus;
  /** The participant concerned, or the several that match. */
  participants?: readonly Participant[];
}

/** What follows from a command: facts, or a refusal with its reason. */
export type Decision =
  | {
      facts: readonly FactBody[];
      status?: CheckInStatus;
      participant?: string;
      /** The event's day (YYYY-MM-DD), when somebody was checked in on another. */
      otherDay?: string;
      group?: GroupAnswer;
    }
  | { refusal: Refusal };

/** A decision of one area: from its command, the state and the context. */
export type Decide<C> = (state: EventState, command: C, context: Context) => Decision;

export const refuse = (
  code: string,
  params: Record<string, string | number> = {},
  more: Partial<Refusal> = {},
): Decision => ({ refusal: { code, params, ...more } });

/** No fact follows and nothing is wrong: what was asked for is so already. */
export const NOTHING: Decision = { facts: [] };
