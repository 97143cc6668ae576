import { frameSchema } from '../../shared/contract';
import type { LiveSignal } from '../../shared/contract';
import { readAs } from '../../shared/model/readAs';

/** A desk sends `alive` every second; after this many ms without any frame the line counts as lost. */
export const SILENCE_MS = 3_000;

const LOOK_EVERY_MS = 500;

/** One end of a live line: hands on checked frames and says once when the desk has gone silent. */
export interface Line {
  /** A frame as it came over the wire. One that is not in the agreed form is passed over like silence. */
  receive(frame: unknown): void;
  /** The transport knows that the desk is out of reach: says so without waiting for the silence. */
  lose(): void;
  close(): void;
}

/** `onSilence` lets a transport make a new connection; `clock` in ms, monotonic. */
export function openLine(
  listener: (signal: LiveSignal) => void,
  onSilence: () => void = () => {},
  clock: () => number = () => performance.now(),
): Line {
  let heard = clock();
  let lost = false;
  const lose = () => {
    if (!lost) listener({ type: 'lost' });
    lost = true;
  };
  const watch = setInterval(() => {
    if (clock() - heard < SILENCE_MS) return;
    heard = clock();
    lose();
    onSilence();
  }, LOOK_EVERY_MS);
  return {
    receive(frame) {
      const checked = readAs(frameSchema, frame);
      if (!checked.success) return;
      heard = clock();
      lost = false;
      listener(checked.data);
    },
    lose,
    close() {
      clearInterval(watch);
    },
  };
}
