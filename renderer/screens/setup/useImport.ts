import { useCallback, useRef, useState } from 'react';
import type { AskOf, Failure, ImportPreview, Outcome } from '../../../shared/contract';
import { useDesk } from '../../desk/DeskContext';
import { useEventDesk } from '../../desk/EventDesk';
import { failureOf } from '../../desk/replica';
import { fileBase64 } from '../../parts/bytes';

export type Source = AskOf<'import.preview'>['source'];

/** The conflicts in which the file is believed: `<participant> <field>`. */
export type Taken = ReadonlyMap<string, { id: string; field: string }>;

/** How far an import has come. Nothing is written before `applying`. */
export type ImportStep =
  | { at: 'begin' }
  | { at: 'reading'; name: string; job: string }
  /** The file cannot be read as it was understood; it stays chosen. */
  | { at: 'unreadable'; source: Source; failure: Failure }
  | { at: 'previewed'; source: Source; preview: ImportPreview; taken: Taken; job: string }
  | { at: 'applying'; source: Source; preview: ImportPreview; taken: Taken; job: string }
  | { at: 'done'; added: number; updated: number; outcome: Outcome; undone: boolean };

/** What a person may choose otherwise than it was recognised. */
export type Choice = Partial<
  Pick<Source, 'encoding' | 'delimiter' | 'sheet' | 'headerRow' | 'mapping'>
>;

/** One import from the file to its undo. */
export interface Intake {
  step: ImportStep;
  /** Why the last thing could not be done, beside the preview. */
  failure: Failure | undefined;
  /** A file that was picked, dropped or pasted; of several none is read. */
  readFiles(files: readonly File[]): void;
  /** Cells that were pasted. */
  readText(name: string, text: string): void;
  /** Reads the same file, understood otherwise. */
  readAgain(change: Choice): void;
  /** Decides conflicts: for the file, or (`false`) for what was changed at the desk. */
  decide(conflicts: ReadonlyArray<{ id: string; field: string }>, forFile: boolean): void;
  cancel(): void;
  apply(): void;
  undo(): void;
}

/** Largest file that is taken in, MB; larger ones are refused before they fill the memory. */
const LARGEST = 100;
const MEGA = 1024 * 1024;

const NONE: Taken = new Map();

export function useImport(): Intake {
  const desk = useDesk();
  const { eventId, send } = useEventDesk();
  const [step, setStep] = useState<ImportStep>({ at: 'begin' });
  const [failure, setFailure] = useState<Failure>();
  /** Counts the questions: an answer to an earlier one, or to one given up, is passed over. */
  const asked = useRef(0);

  const preview = useCallback(
    async (source: Source, before: ImportStep | undefined) => {
      const mine = ++asked.current;
      const job = newJob();
      setFailure(undefined);
      setStep(
        before?.at === 'previewed' ? { ...before, job } : { at: 'reading', name: source.name, job },
      );
      try {
        const read = await desk.ask('import.preview', { event: eventId, source, job });
        if (mine === asked.current) {
          setStep({ at: 'previewed', source, preview: read, taken: NONE, job: '' });
        }
      } catch (error) {
        if (mine !== asked.current) return;
        const why = failureOf(error);
        if (before?.at === 'previewed') {
          setFailure(why);
          setStep({ ...before, job: '' });
        } else setStep({ at: 'unreadable', source, failure: why });
      }
    },
    [desk, eventId],
  );

  const refuse = (name: string, code: string, params: Failure['params']) => {
    asked.current += 1;
    setFailure(undefined);
    setStep({ at: 'unreadable', source: { name }, failure: { code, params, message: code } });
  };

  const readFile = async (file: File) => {
    const { name, size } = file;
    if (size > LARGEST * MEGA) {
      const params = { file: name, size: Math.ceil(size / MEGA), max: LARGEST };
      return refuse(name, 'import.tooLarge', params);
    }
    const mine = ++asked.current;
    setFailure(undefined);
    setStep({ at: 'reading', name, job: '' });
    const bytes = await fileBase64(file).catch(() => undefined);
    if (mine !== asked.current) return;
    // A folder comes as a file that cannot be read.
    if (bytes === undefined) refuse(name, 'import.notRead', { file: name });
    else await preview({ name, bytes }, undefined);
  };

  const readFiles = (files: readonly File[]) => {
    const [file, ...more] = files;
    if (!file) return;
    if (more.length === 0) return void readFile(file);
    refuse(files.map(({ name }) => name).join(', '), 'import.several', { files: files.length });
  };

  const apply = async () => {
    if (step.at !== 'previewed') return;
    const { source, preview: read, taken } = step;
    const mine = ++asked.current;
    const job = newJob();
    const take = [...taken.values()];
    setStep({ at: 'applying', source, preview: read, taken, job });
    setFailure(undefined);
    try {
      const { added, updated, outcome } = await desk.ask('import.apply', {
        event: eventId,
        source,
        job,
        ...(take.length > 0 ? { take } : {}),
      });
      setStep({ at: 'done', added, updated, outcome, undone: false });
    } catch (error) {
      if (mine !== asked.current) return;
      const why = failureOf(error);
      if (why.code !== 'import.givenUp') setFailure(why);
      setStep({ at: 'previewed', source, preview: read, taken, job: '' });
    }
  };

  const cancel = () => {
    const { at } = step;
    const job = at === 'reading' || at === 'previewed' || at === 'applying' ? step.job : '';
    // A desk that cannot be reached has nothing to give up.
    if (job) void desk.ask('import.cancel', { job }).catch(() => undefined);
    // What is being written either ends as if nothing had been, or is done and can be undone.
    if (at === 'applying') return;
    asked.current += 1;
    setFailure(undefined);
    setStep(at === 'previewed' && job ? { ...step, job: '' } : { at: 'begin' });
  };

  return {
    step,
    failure,
    readFiles,
    readText: (name, text) => void preview({ name, text }, undefined),
    readAgain(change) {
      if (step.at !== 'previewed' && step.at !== 'unreadable') return;
      // Headings belong to what was understood; another table has others.
      const { mapping: _old, ...source } = step.source;
      const anew = 'mapping' in change ? step.source : source;
      void preview({ ...anew, ...change }, step);
    },
    decide(conflicts, forFile) {
      if (step.at !== 'previewed') return;
      const taken = new Map(step.taken);
      for (const { id, field } of conflicts) {
        if (forFile) taken.set(keyOf(id, field), { id, field });
        else taken.delete(keyOf(id, field));
      }
      setStep({ ...step, taken });
    },
    cancel,
    apply: () => void apply(),
    undo: async () => {
      if (step.at !== 'done' || !step.outcome.ok) return;
      const outcome = await send({ type: 'undo', of: step.outcome.cmd });
      setStep(outcome.ok ? { ...step, undone: true } : { ...step, outcome });
    },
  };
}

/** How a decision about a conflict is kept. */
export const keyOf = (id: string, field: string): string => `${id} ${field}`;

/** A name for a question under way; pages of the venue's own network have no `crypto.randomUUID`. */
const newJob = (): string => `${Date.now()}-${Math.random()}`;
