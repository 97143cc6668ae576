import type { AnswerKind } from './answerKind';
import { machine } from './machine';
import { lengthOf, startOf, TONES } from './tones';

/** A note swells and fades for so long, so that it does not click, s. */
const FADE = 0.008;

let context: AudioContext | undefined;
let busyUntil = 0;

/** Sounds an answer when that is switched on for this machine. */
export function sound(kind: AnswerKind): void {
  if (machine().sound) void play(kind, machine().volume);
}

/** Sounds an answer whether or not sound is switched on; `volume` is 0–100. */
export async function play(kind: AnswerKind, volume: number): Promise<void> {
  context ??= new AudioContext();
  // Browsers keep a page silent until a key or a finger has come; a scan is keys.
  if (context.state === 'suspended') await context.resume();
  const start = startOf(context.currentTime * 1_000, busyUntil);
  if (start === undefined) return;
  busyUntil = start + lengthOf(kind);
  for (const note of TONES[kind]) {
    const from = (start + note.from) / 1_000;
    const end = from + note.length / 1_000;
    const oscillator = new OscillatorNode(context, { type: 'triangle', frequency: note.pitch });
    const gain = new GainNode(context, { gain: 0 });
    // Ears hear loudness in ratios: half the slider is a quarter of the amplitude.
    const loud = (volume / 100) ** 2;
    gain.gain.setValueAtTime(0, from);
    gain.gain.linearRampToValueAtTime(loud, from + FADE);
    gain.gain.setValueAtTime(loud, end - FADE);
    gain.gain.linearRampToValueAtTime(0, end);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(from);
    oscillator.stop(end);
  }
}
