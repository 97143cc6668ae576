import { useCallback, useEffect, useRef, useState } from 'react';
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
  /** Counts what was switched: a look from before must not say how it is now. */
  const switched = useRef(0);

  useEffect(() => {
    let here = true;
    // A desk that is out of reach is told of by the page itself; the next look says more.
    const look = () => {
      const at = switched.current;
      desk.ask('network.read', {}).then(
        (told) => here && at === switched.current && setNetwork(told),
        () => undefined,
      );
    };
    look();
    const timer = setInterval(look, EVERY);
    return () => {
      here = false;
      clearInterval(timer);
    };
  }, [desk]);

  const carryOut = useCallback(
    async (ask: () => Promise<Network>) => {
      setBusy(true);
      setRefused('');
      switched.current += 1;
      try {
        setNetwork(await ask());
      } catch (error) {
        setRefused(speech.failure(failureOf(error)));
      }
      switched.current += 1;
      setBusy(false);
    },
    [speech],
  );
  return {
    network,
    refused,
    busy,
    turn: (to: AskOf<'network.switch'>) => {
      // What was chosen shows at once, as on any form; the answer says whether it holds.
      const { secure, address } = to;
      setNetwork((last) => last && chosenIn(last, { secure, address }));
      return carryOut(() => desk.ask('network.switch', to));
    },
    revoke: (role: VenueRole) => carryOut(() => desk.ask('network.revoke', { role })),
  };
}

const chosenIn = (
  network: Network,
  { secure, address }: Pick<AskOf<'network.switch'>, 'secure' | 'address'>,
): Network => ({
  ...network,
  secure: secure ?? network.secure,
  address: address ?? network.address,
});
