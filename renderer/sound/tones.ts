/** One tone of a signal: pitch in Hz, length in ms. */
export interface Tone {
  hertz: number;
  ms: number;
}

/** Loudness of a tone, 0–1: to be heard by who sits at the machine, not by the hall. */
const LOUDNESS = 0.25;

/** A tone swells and fades over this, so that it does not click; in seconds. */
const EDGE = 0.015;

/** Silence between two tones, ms. */
const GAP = 70;

let context: AudioContext | undefined;

/**
 * Plays tones one after another from this machine's own loudspeaker, made on the spot: no file is
 * loaded. A browser lets nothing sound before a person has touched the page; then it answers false.
 */
export async function playTones(tones: readonly Tone[]): Promise<boolean> {
  context ??= new AudioContext();
  // In a page that nobody has touched `resume` waits for a touch; the moment of the tones would be gone.
  const woken = context.resume();
  if (context.state !== 'running') await Promise.race([woken, patience()]);
  if (context.state !== 'running') return false;
  let at = context.currentTime + 0.01;
  for (const { hertz, ms } of tones) {
    play(context, hertz, at, ms / 1_000);
    at += (ms + GAP) / 1_000;
  }
  return true;
}

const patience = () =>
  new Promise<void>((done) => {
    setTimeout(done, 300);
  });

function play(audio: AudioContext, hertz: number, at: number, seconds: number): void {
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(LOUDNESS, at + EDGE);
  gain.gain.setValueAtTime(LOUDNESS, at + seconds - EDGE);
  gain.gain.linearRampToValueAtTime(0, at + seconds);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + seconds);
}
