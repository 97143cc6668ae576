import { useCallback, useRef, useState } from 'react';
import type { AskOf, Failure, ImportPreview, Outcome } from '../../../shared/contract';
import { useDesk } from '../../desk/DeskContext';
import { useEventDesk } from '../../desk/EventDesk';
import { failureOf } from '../../desk/replica';

export type Source = AskOf<'import.preview'>['source'];

/** How far an import has come. Nothing is written before `applying`. */
export type ImportStep =
  | { at: 'begin'; failure?: Failure }
  | { at: 'reading'; name: string }
  | { at: 'previewed'; source: Source; preview: ImportPreview; reading: boolean }
  | { at: 'applying'; source: Source; preview: ImportPreview }
  | { at: 'done'; added: number; updated: number; outcome: Outcome; undone: boolean };

/** One import from the file to its undo. */
export interface Intake {
  step: ImportStep;
  /** Why the last thing could not be done, beside the preview. */
  failure: Failure | undefined;
  read(source: Source): void;
  /** Reads the same file with another sheet or other columns. */
  readAgain(change: Partial<Pick<Source, 'sheet' | 'mapping'>>): void;
  cancel(): void;
  apply(): void;
  undo(): void;
}

export function useImport(): Intake {
  const desk = useDesk();
  const { eventId, send } = useEventDesk();
  const [step, setStep] = useState<ImportStep>({ at: 'begin' });
  const [failure, setFailure] = useState<Failure>();
  /** Counts the questions: an answer to an earlier one, or to one given up, is passed over. */
  const asked = useRef(0);

  const preview = useCallback(
    async (source: Source, otherwise: ImportStep | undefined) => {
      const mine = ++asked.current;
      setFailure(undefined);
      try {
        const read = await desk.ask('import.preview', { event: eventId, source });
        if (mine === asked.current) {
          setStep({ at: 'previewed', source, preview: read, reading: false });
        }
      } catch (error) {
        if (mine !== asked.current) return;
        setFailure(failureOf(error));
        setStep(otherwise ?? { at: 'begin' });
      }
    },
    [desk, eventId],
  );

  const apply = async () => {
    if (step.at !== 'previewed') return;
    const { source } = step;
    setStep({ at: 'applying', source, preview: step.preview });
    setFailure(undefined);
    try {
      const { added, updated, outcome } = await desk.ask('import.apply', {
        event: eventId,
        source,
      });
      setStep({
        at: 'done',
        added,
        updated,
        outcome,
        undone: false,
      });
    } catch (error) {
      setFailure(failureOf(error));
      setStep({ at: 'previewed', source, preview: step.preview, reading: false });
    }
  };

  return {
    step,
    failure,
    read(source) {
      setStep({ at: 'reading', name: source.name });
      void preview(source, undefined);
    },
    readAgain(change) {
      if (step.at !== 'previewed') return;
      setStep({ ...step, reading: true });
      void preview({ ...step.source, ...change }, { ...step, reading: false });
    },
    cancel() {
      asked.current += 1;
      setFailure(undefined);
      setStep({ at: 'begin' });
    },
    apply: () => void apply(),
    undo: async () => {
      if (step.at !== 'done' || !step.outcome.ok) return;
      const outcome = await send({ type: 'undo', of: step.outcome.cmd });
      setStep(outcome.ok ? { ...step, undone: true } : { ...step, outcome });
    },
  };
}
