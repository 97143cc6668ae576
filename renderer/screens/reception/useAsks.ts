import { useCallback, useRef, useState } from 'react';
import type { Askable } from '../../../shared/model/event';
import type { Details } from '../../../shared/model/participant';
import { useEventDesk } from '../../desk/EventDesk';
import { hasCome, missingOf } from './missing';
import type { Reception } from './useReception';

/** What is still to be asked of the one who has just come; `done` gets the keyboard back. */
export function useAsks(reception: Reception, done: () => void) {
  const { state } = useEventDesk();
  const strip = useRef<HTMLFieldSetElement>(null);
  const [skipped, setSkipped] = useState<{ person: string; fields: readonly Askable[] }>();
  const { answer, act } = reception;
  const id = answer && hasCome(answer) ? answer.person : '';
  const person = state.participants.get(id);
  const passed = skipped?.person === id ? skipped.fields : [];
  const missing = person
    ? missingOf(person, state.event.askAtCheckIn).filter((field) => !passed.includes(field))
    : [];
  const focus = useCallback(() => {
    strip.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, []);
  /** The keyboard goes to the next question, or back when there is none. */
  const goOn = useCallback(
    (more: boolean) => {
      if (!more) done();
      else setTimeout(focus);
    },
    [done, focus],
  );
  return {
    strip,
    person,
    missing,
    focus,
    async answer(fields: Partial<Omit<Details, 'externalId'>>): Promise<boolean> {
      const { outcome } = await act('edit', { type: 'participant.edit', who: id, fields }, id);
      if (outcome.ok) goOn(missing.length > 1);
      return outcome.ok;
    },
    skip(field: Askable): void {
      setSkipped({ person: id, fields: [...passed, field] });
      goOn(missing.length > 1);
    },
  };
}
