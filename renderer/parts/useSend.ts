import { useCallback } from 'react';
import { notifications } from '@mantine/notifications';
import type { Command } from '../../shared/commands/command';
import { useEventDesk } from '../desk/EventDesk';
import { useSpeech } from '../words/useSpeech';

/** How long the reason of a refusal stays, ms: time to read it twice. */
const READING = 9_000;

/** Sends a command and tells the person why when it is refused; answers whether it was carried out. */
export function useSend(): (command: Command) => Promise<boolean> {
  const { send, state } = useEventDesk();
  const speech = useSpeech(state.event.timeZone);
  return useCallback(
    async (command) => {
      const outcome = await send(command);
      if (outcome.ok) return true;
      notifications.show({ message: speech.refusal(outcome), color: 'red', autoClose: READING });
      return false;
    },
    [send, speech],
  );
}
