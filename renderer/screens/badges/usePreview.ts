import { useCallback, useEffect, useRef, useState } from 'react';
import type { AnswerOf, AskOf, BadgeSettings, Failure } from '../../../shared/contract';
import type { EventState } from '../../../shared/model/state';
import { failureOf, useDesk, useEventDesk } from '../../desk';
import { fromBase64 } from '../../parts/bytes';

/** The PDF as it will be printed, with what is said of it. */
export interface Preview extends Omit<AnswerOf<'badges.render'>, 'pdf'> {
  document: Blob;
  /** Of the PDF, for a frame. */
  address: string;
  /** The people as they were when it was made. */
  of: EventState['participants'];
}

export interface Previewing {
  preview: Preview | null;
  failure: Failure | undefined;
  making: boolean;
  /** People have changed since the PDF was made. */
  outdated: boolean;
  again(): void;
}

/** Time without a change of the settings before the PDF is made, ms. */
const PATIENCE = 300;

/** Keeps the PDF of these settings at hand. It is made anew when they change, or when it is asked for. */
export function usePreview(
  settings: BadgeSettings | null,
  who: AskOf<'badges.render'>['who'],
): Previewing {
  const desk = useDesk();
  const { eventId, state } = useEventDesk();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [failure, setFailure] = useState<Failure>();
  const [making, setMaking] = useState(false);
  const [round, setRound] = useState(0);
  const nobody = settings === null;
  // Made anew when this changes, not each time somebody checks in: then `outdated` says so.
  const wanted = JSON.stringify({ eventId, settings, who });
  const latest = useRef({ eventId, settings, who, of: state.participants });
  useEffect(() => {
    latest.current = { eventId, settings, who, of: state.participants };
  });

  useEffect(() => {
    if (nobody) {
      setPreview(null);
      setFailure(undefined);
      setMaking(false);
      return undefined;
    }
    let gone = false;
    const make = async () => {
      const { of, ...ask } = latest.current;
      if (!ask.settings) return;
      try {
        const { pdf, ...told } = await desk.ask('badges.render', {
          event: ask.eventId,
          settings: ask.settings,
          who: ask.who,
        });
        if (gone) return;
        const document = fromBase64(pdf, 'application/pdf');
        setPreview({ ...told, document, address: URL.createObjectURL(document), of });
        setFailure(undefined);
      } catch (error) {
        if (gone) return;
        setPreview(null);
        setFailure(failureOf(error));
      }
      setMaking(false);
    };
    setMaking(true);
    const timer = setTimeout(() => void make(), PATIENCE);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [desk, wanted, nobody, round]);

  const address = preview?.address;
  useEffect(
    () => () => {
      if (address) URL.revokeObjectURL(address);
    },
    [address],
  );
  return {
    preview,
    failure,
    making,
    outdated: preview !== null && preview.of !== state.participants,
    again: useCallback(() => setRound((last) => last + 1), []),
  };
}
