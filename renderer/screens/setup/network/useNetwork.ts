import { useCallback, useEffect, useState } from 'react';
import type { AnswerOf, AskOf } from '../../../../shared/contract';
import type { VenueRole } from '../../../../shared/network/roles';
import { useDesk } from '../../../desk/DeskContext';
import { failureOf } from '../../../desk/replica';
import { useSpeech } from '../../../words/useSpeech';

export type Network = AnswerOf<'network.read'>;

/** How often the desk is asked who is connected and where it is reached, ms. */
const EVERY = 3_000;

/** The venue network as the desk knows it; null until it has said. */
export function useNetwork() {
  const desk = useDesk();
  const speech = useSpeech();
  const [network, setNetwork] = useState<Network | null>(null);
  const [refused, setRefused] = useState('');
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    let here = true;
    // A desk that is out of reach is told of by the page itself; the next look says more.
    const look = () =>
      desk.ask('network.read', {}).then(
        (told) => here && setNetwork(told),
        () => undefined,
      );
    void look();
    const timer = setInterval(() => void look(), EVERY);
    return () => {
      here = false;
      clearInterval(timer);
    };
  }, [desk]);

  const carryOut = useCallback(
    async (ask: () => Promise<Network>) => {
      setBusy(true);
      setRefused('');
      try {
        setNetwork(await ask());
      } catch (error) {
        setRefused(speech.failure(failureOf(error)));
      }
      setBusy(false);
    },
    [speech],
  );
  return {
    network,
    refused,
    busy,
    turn: (to: AskOf<'network.switch'>) => carryOut(() => desk.ask('network.switch', to)),
    revoke: (role: VenueRole) => carryOut(() => desk.ask('network.revoke', { role })),
  };
}
