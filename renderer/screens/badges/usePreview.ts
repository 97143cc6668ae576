import { useCallback, useEffect, useRef, useState } from 'react';
import { ulid } from 'ulid';
import type { AnswerOf, AskOf, BadgeSettings, Failure } from '../../../shared/contract';
import type { EventState } from '../../../shared/model/state';
import { failureOf, useDesk, useEventDesk } from '../../desk';
import { fromBase64 } from '../../parts/bytes';

/** A PDF as it will be printed, with what is said of it. */
export interface Preview extends Omit<AnswerOf<'badges.render'>, 'pdf'> {
  document: Blob;
  /** Of the PDF, for a frame. */
  address: string;
  /** The people as they were when it was made. */
  people: EventState['participants'];
}

export interface Previewing {
  /** The first badges at once, all of them a little later or when they are asked for. */
  preview: Preview | null;
  failure: Failure | undefined;
  making: boolean;
  /** How far all of them are, 0–1; null while nobody waits for them. */
  share: number | null;
  /** People have changed since the PDF was made. */
  outdated: boolean;
  again(): void;
  /** Makes all badges; answers null when that was given up or failed. */
  makeAll(): Promise<Preview | null>;
  giveUp(): void;
}

/** Time without a change of the settings before the PDF is made, ms. */
const PATIENCE = 200;
/** So many are looked at while settings change; of no more than `ALL_AT_ONCE` all are made unasked. */
const FIRST = 12;
const ALL_AT_ONCE = 300;
/** Between two questions of how far it is, ms. */
const ASK_EVERY = 300;

/** Keeps the PDF of these settings at hand. It is made anew when they change, or when it is asked for. */
export function usePreview(
  settings: BadgeSettings | null,
  who: AskOf<'badges.render'>['who'],
  /** What else is drawn from the event itself, so that it is made anew with it. */
  drawn: string,
): Previewing {
  const desk = useDesk();
  const { eventId, state } = useEventDesk();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [failure, setFailure] = useState<Failure>();
  const [making, setMaking] = useState(false);
  const [share, setShare] = useState<number | null>(null);
  const [round, setRound] = useState(0);
  const job = useRef('');
  const nobody = settings === null;
  // Made anew when this changes, not each time somebody checks in: then `outdated` says so.
  const wanted = JSON.stringify({ eventId, settings, who });
  const latest = useRef({ settings, who, people: state.participants });
  useEffect(() => {
    latest.current = { settings, who, people: state.participants };
  });

  const render = useCallback(
    async (first: number | undefined, name: string): Promise<Preview | null> => {
      const { people, ...ask } = latest.current;
      if (!ask.settings) return null;
      const asked = { event: eventId, settings: ask.settings, who: ask.who, first, job: name };
      const { pdf, ...told } = await desk.ask('badges.render', asked);
      const document = fromBase64(pdf, 'application/pdf');
      return { ...told, document, address: URL.createObjectURL(document), people };
    },
    [desk, eventId],
  );
  const giveUp = useCallback(() => {
    const name = job.current;
    job.current = '';
    setShare(null);
    if (name) void desk.ask('badges.cancel', { job: name }).catch(() => undefined);
  }, [desk]);

  const makeAll = useCallback(async (): Promise<Preview | null> => {
    const name = ulid();
    job.current = name;
    setShare(0);
    const watch = setInterval(() => {
      desk.ask('badges.progress', { job: name }).then(
        ({ done, of }) => {
          if (job.current === name && of > 0) setShare(done / of);
        },
        // The badges themselves say what is wrong.
        () => undefined,
      );
    }, ASK_EVERY);
    try {
      const made = await render(undefined, name);
      if (job.current !== name) return null;
      setPreview(made);
      setFailure(undefined);
      return made;
    } catch (error) {
      if (job.current === name) setFailure(failureOf(error));
      return null;
    } finally {
      clearInterval(watch);
      if (job.current === name) {
        job.current = '';
        setShare(null);
      }
    }
  }, [desk, render]);

  useEffect(() => {
    if (nobody) {
      setPreview(null);
      setFailure(undefined);
      setMaking(false);
      return undefined;
    }
    let gone = false;
    const make = async () => {
      try {
        const made = await render(FIRST, ulid());
        if (gone) return;
        setPreview(made);
        setFailure(undefined);
        setMaking(false);
        if (made && made.of > made.badges && made.of <= ALL_AT_ONCE) await makeAll();
      } catch (error) {
        if (gone) return;
        setPreview(null);
        setFailure(failureOf(error));
        setMaking(false);
      }
    };
    setMaking(true);
    const timer = setTimeout(() => void make(), PATIENCE);
    return () => {
      gone = true;
      clearTimeout(timer);
      giveUp();
    };
  }, [wanted, drawn, nobody, round, render, makeAll, giveUp]);

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
    share,
    outdated: preview !== null && preview.people !== state.participants,
    again: useCallback(() => setRound((last) => last + 1), []),
    makeAll,
    giveUp,
  };
}
