import { useState } from 'react';
import type { AskOf, Failure } from '../../../shared/contract';
import { failureOf, useDesk, useEventDesk } from '../../desk';
import { fromBase64 } from '../../parts/bytes';
import { download } from '../../parts/download';
import { useSpeech } from '../../words/useSpeech';

/** The run sheet as a PDF in the language of the screen, handed over as a download. */
export function useRunSheet(word: string) {
  const desk = useDesk();
  const { eventId, state } = useEventDesk();
  const { language } = useSpeech();
  const [making, setMaking] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const make = async (kind: AskOf<'reports.runSheet'>['kind']) => {
    setMaking(true);
    setFailure(undefined);
    try {
      const { pdf } = await desk.ask('reports.runSheet', { event: eventId, language, kind });
      const name = `${word} ${state.event.name} ${state.event.date}`;
      download(
        fromBase64(pdf, 'application/pdf'),
        `${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}.pdf`,
      );
    } catch (error) {
      setFailure(failureOf(error));
    }
    setMaking(false);
  };
  return { make, making, failure };
}
