import { useCallback, useMemo, useRef, useState } from 'react';
import type { Command } from '../../../shared/commands/command';
import type { Outcome } from '../../../shared/contract';
import { useEventDesk } from '../../desk/EventDesk';
import { answerKind } from '../../scanner/answerKind';
import { InOrder } from '../../scanner/inOrder';
import { sound } from '../../scanner/sound';
import { cameOf } from './group';

/** What was done, for the words of its answer. */
export type Deed =
  | 'checkIn'
  | 'walkIn'
  | 'group'
  | 'leave'
  | 'comeBack'
  | 'cancel'
  | 'merge'
  | 'undo'
  | 'edit';

/** The desk's answer to the last thing done here; kept as it came, so that it is told in any language. */
export interface Answer {
  deed: Deed;
  outcome: Outcome;
  /** The participant it is about, '' when it is about none in particular. */
  person: string;
  /** What was scanned or picked. */
  who: string;
  /** How many came, of a group. */
  people: number;
  /** The desk's instant of the answer. */
  at: number;
  /** Answers are told apart by it. */
  turn: number;
  /** When it was scanned, ms, monotonic; undefined when it was no scan. */
  scannedAt?: number;
}

/** Scans that follow each other faster than this are answered side by side, ms. */
const BESIDE_MS = 4_000;
/** How many answers stand beside the last. */
const BESIDE = 2;

/** Everyone of an organisation, or those picked. */
export type Group = { organisation: string } | { who: string[] };

/** What can be done at a reception; each deed leaves its answer. */
export interface Reception {
  answer: Answer | undefined;
  /** The answers to scans just before the last, oldest first: whoever scans fast must miss none. */
  earlier: readonly Answer[];
  dismiss(): void;
  /** `who` is an id, a code or an e-mail; one who has cancelled is let in when asked for a second time. */
  checkIn(who: string): Promise<Answer>;
  /** The same by a scanner at an instant (ms, monotonic); for a scanner twice is no sign of a purpose. */
  scan(code: string, at: number): Promise<Answer>;
  checkInGroup(whom: Group): Promise<Answer>;
  /** Any other deed of this screen. */
  act(deed: Deed, command: Command, person?: string): Promise<Answer>;
}

export function useReception(): Reception {
  const { send, now } = useEventDesk();
  const [{ answer, earlier }, setShown] = useState<Shown>(NOTHING_SHOWN);
  const turns = useRef(0);
  const [order] = useState(() => new InOrder());

  const ask = useCallback(
    async (deed: Deed, command: Command, person: string, scannedAt?: number): Promise<Answer> => {
      turns.current += 1;
      const turn = turns.current;
      const outcome = await order.next(send(command));
      const who = 'who' in command && typeof command.who === 'string' ? command.who : '';
      const about = personOf(outcome) || person;
      const people = outcome.ok && outcome.group ? cameOf(outcome.group, 'who' in command) : 1;
      const given: Answer = {
        deed,
        outcome,
        person: about,
        who,
        people,
        at: now(),
        turn,
        scannedAt,
      };
      // A field that was saved shows itself; only its refusal needs words.
      if (deed !== 'edit' || !outcome.ok) setShown((shown) => shownAfter(shown, given));
      if (deed === 'checkIn') sound(answerKind(outcome));
      return given;
    },
    [send, now, order],
  );

  const act = useCallback(
    (deed: Deed, command: Command, person = '') => ask(deed, command, person),
    [ask],
  );

  const checkIn = useCallback(
    (who: string) => {
      const anyway = answer && isCancelled(answer) && [answer.person, answer.who].includes(who);
      return act('checkIn', {
        type: 'participant.checkIn',
        who,
        ...(anyway ? { anyway: true } : {}),
      });
    },
    [act, answer],
  );

  const scan = useCallback(
    (code: string, at: number) =>
      ask('checkIn', { type: 'participant.checkIn', who: code }, '', at),
    [ask],
  );

  const checkInGroup = useCallback(
    (whom: Group) => act('group', { type: 'participant.checkInGroup', ...whom }),
    [act],
  );

  const dismiss = useCallback(() => setShown(NOTHING_SHOWN), []);
  return useMemo(
    () => ({ answer, earlier, dismiss, checkIn, scan, checkInGroup, act }),
    [answer, earlier, dismiss, checkIn, scan, checkInGroup, act],
  );
}

interface Shown {
  answer: Answer | undefined;
  earlier: readonly Answer[];
}

const NOTHING_SHOWN: Shown = { answer: undefined, earlier: [] };

/** Scans in a row stand side by side; anything else stands alone. */
function shownAfter(shown: Shown, answer: Answer): Shown {
  const { scannedAt } = answer;
  if (scannedAt === undefined || shown.answer?.scannedAt === undefined) {
    return { answer, earlier: [] };
  }
  const inRow = [...shown.earlier, shown.answer].filter(
    (one) => scannedAt - (one.scannedAt ?? 0) < BESIDE_MS,
  );
  return { answer, earlier: inRow.slice(-BESIDE) };
}

/** Whether the desk said that this person has cancelled and may be let in on purpose. */
export function isCancelled(answer: Answer): boolean {
  return !answer.outcome.ok && answer.outcome.status === 'cancelled';
}

function personOf(outcome: Outcome): string {
  if (outcome.ok) return outcome.participant?.id ?? '';
  return outcome.participants?.length === 1 ? (outcome.participants[0]?.id ?? '') : '';
}
