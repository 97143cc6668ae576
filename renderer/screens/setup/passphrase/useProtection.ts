import { useEffect, useState } from 'react';
import type { AnswerOf } from '../../../../shared/contract';
import { useDesk } from '../../../desk/DeskContext';
import { useEventDesk } from '../../../desk/EventDesk';
import { failureOf } from '../../../desk/replica';
import { useSpeech } from '../../../words/useSpeech';
import type { Change, Passphrases } from './PassphraseForm';

/** What the desk has done of a change. */
type Done = { change: Change } & AnswerOf<'event.setPassphrase'>;

/** The event's passphrase as the desk knows it; `sealed` is null until it has said. */
export function useProtection() {
  const desk = useDesk();
  const { eventId: event } = useEventDesk();
  const speech = useSpeech();
  const [sealed, setSealed] = useState<boolean | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [refused, setRefused] = useState('');
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    let here = true;
    desk.ask('event.protection', { event }).then(
      (protection) => here && setSealed(protection.sealed),
      (error: unknown) => here && setRefused(speech.failure(failureOf(error))),
    );
    return () => {
      here = false;
    };
  }, [desk, event, speech]);

  const forgetAnswer = () => {
    setDone(null);
    setRefused('');
  };
  const whileBusy = async (work: () => Promise<void>): Promise<boolean> => {
    forgetAnswer();
    setBusy(true);
    try {
      await work();
      return true;
    } catch (error) {
      setRefused(speech.failure(failureOf(error)));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    sealed,
    done,
    refused,
    busy,
    forgetAnswer,
    /** Answers whether it was done; why not is in `refused`. */
    apply: (change: Change, { old, next }: Passphrases) =>
      whileBusy(async () => {
        const resealed =
          change === 'remove'
            ? await desk.ask('event.removePassphrase', { event, passphrase: old })
            : await desk.ask('event.setPassphrase', {
                event,
                passphrase: next,
                ...(change === 'change' ? { old } : {}),
              });
        setSealed(change !== 'remove');
        setDone({ change, ...resealed });
      }),
    lock: () =>
      whileBusy(async () => {
        await desk.ask('event.lock', { event });
      }),
  };
}
