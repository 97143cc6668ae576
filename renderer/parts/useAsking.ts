import { useCallback, useState } from 'react';
import type { Command } from '../../shared/commands/command';
import { useEventDesk } from '../desk/EventDesk';
import { useSpeech } from '../words/useSpeech';

/** A way to ask whose refusal stands beside what was typed until the next try. */
export interface Asking {
  /** Answers whether it was carried out. */
  ask(command: Command): Promise<boolean>;
  /** Why the last one was not, '' when it was. */
  refused: string;
}

/** For forms: what was typed stays where it is, with the reason beside it; see `Refused`. */
export function useAsking(): Asking {
  const { send, state } = useEventDesk();
  const speech = useSpeech(state.event.timeZone);
  const [refused, setRefused] = useState('');
  const ask = useCallback(
    async (command: Command) => {
      const outcome = await send(command);
      setRefused(outcome.ok ? '' : speech.refusal(outcome));
      return outcome.ok;
    },
    [send, speech],
  );
  return { ask, refused };
}
