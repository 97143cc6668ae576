import { useCallback, useState } from 'react';
import type { Command } from '../../../shared/commands/command';
import type { Outcome } from '../../../shared/contract';
import { useEventDesk } from '../../desk/EventDesk';
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
}

/** Everyone of an organisation, or those picked. */
export type Group = { organisation: string } | { who: string[] };

/** What can be done at a reception; each deed leaves its answer. */
export interface Reception {
  answer: Answer | undefined;
  dismiss(): void;
  /** `who` is an id, a code or an e-mail; one who has cancelled is let in when asked for a second time. */
  checkIn(who: string): Promise<Answer>;
  checkInGroup(whom: Group): Promise<Answer>;
  /** Any other deed of this screen. */
  act(deed: Deed, command: Command, person?: string): Promise<Answer>;
}

export function useReception(): Reception {
  const { send, now } = useEventDesk();
  const [answer, setAnswer] = useState<Answer>();

  const act = useCallback(
    async (deed: Deed, command: Command, person = ''): Promise<Answer> => {
      const outcome = await send(command);
      const who = 'who' in command && typeof command.who === 'string' ? command.who : '';
      const about = personOf(outcome) || person;
      const people = outcome.ok && outcome.group ? cameOf(outcome.group, 'who' in command) : 1;
      const given: Answer = { deed, outcome, person: about, who, people, at: now() };
      // A field that was saved shows itself; only its refusal needs words.
      if (deed !== 'edit' || !outcome.ok) setAnswer(given);
      return given;
    },
    [send, now],
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

  const checkInGroup = useCallback(
    (whom: Group) => act('group', { type: 'participant.checkInGroup', ...whom }),
    [act],
  );

  const dismiss = useCallback(() => setAnswer(undefined), []);
  return { answer, dismiss, checkIn, checkInGroup, act };
}

/** Whether the desk said that this person has cancelled and may be let in on purpose. */
export function isCancelled(answer: Answer): boolean {
  return !answer.outcome.ok && answer.outcome.status === 'cancelled';
}

function personOf(outcome: Outcome): string {
  if (outcome.ok) return outcome.participant?.id ?? '';
  return outcome.participants?.length === 1 ? (outcome.participants[0]?.id ?? '') : '';
}
