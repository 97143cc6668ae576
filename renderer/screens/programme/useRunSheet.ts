import type { AskOf } from '../../../shared/contract';
import { useDesk, useEventDesk } from '../../desk';
import { useDocument } from '../../parts/useDocument';
import { useSpeech } from '../../words/useSpeech';

/** The run sheet as a PDF in the language of the screen, handed over as a download. */
export function useRunSheet(word: string) {
  const desk = useDesk();
  const { eventId, state } = useEventDesk();
  const { language } = useSpeech();
  const { make, making, failure } = useDocument();
  return {
    make: (kind: AskOf<'reports.runSheet'>['kind']) =>
      make(
        () => desk.ask('reports.runSheet', { event: eventId, language, kind }),
        [word, state.event.name, state.event.date],
      ),
    making,
    failure,
  };
}
