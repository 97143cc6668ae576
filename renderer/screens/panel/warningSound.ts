import type { Tone } from '../../sound/tones';

/** The two warnings by ear: one high tone, then two lower ones. */
export const WARNING_TONES: Readonly<Record<'first' | 'second', readonly Tone[]>> = {
  first: [{ hertz: 880, ms: 220 }],
  second: [
    { hertz: 587, ms: 260 },
    { hertz: 587, ms: 260 },
  ],
};

const KEY = 'nuija.panel.sound';

/** Whether warnings sound on this machine; off until somebody switches them on. */
export function soundIsOn(): boolean {
  return window.localStorage.getItem(KEY) === 'on';
}

export function rememberSound(on: boolean): void {
  window.localStorage.setItem(KEY, on ? 'on' : 'off');
}
