// The camera shares this file with the page, so it may run before the page's own first import.
import '../withoutEval';
import { useSyncExternalStore } from 'react';
import { z } from 'zod';

const KEY = 'nuija.scanner';

/** How scanning is set up on this machine: it belongs to its scanner and its ears, not to an event. */
const machineSchema = z.object({
  /** What the scanner sends before and after every code. */
  prefix: z.string().max(40).default(''),
  suffix: z.string().max(40).default(''),
  sound: z.boolean().default(false),
  /** 0–100. */
  volume: z.number().min(0).max(100).default(60),
  /** The camera picked last, as the browser names it; '' = the one that looks at people. */
  camera: z.string().default(''),
  mirrored: z.boolean().default(true),
});
export type Machine = z.infer<typeof machineSchema>;

let read: { text: string; machine: Machine } | undefined;
const listeners = new Set<() => void>();

/** What is set up now; a damaged setting counts as none. */
export function machine(): Machine {
  const text = window.localStorage.getItem(KEY) ?? '{}';
  if (read?.text !== text) read = { text, machine: parsed(text) };
  return read.machine;
}

/** Changes some of it and remembers that. */
export function setMachine(change: Partial<Machine>): void {
  window.localStorage.setItem(KEY, JSON.stringify({ ...machine(), ...change }));
  for (const listener of listeners) listener();
}

/** What is set up, drawn anew when it changes here or in another window. */
export function useMachine(): Machine {
  return useSyncExternalStore(listen, machine);
}

function listen(changed: () => void): () => void {
  listeners.add(changed);
  window.addEventListener('storage', changed);
  return () => {
    listeners.delete(changed);
    window.removeEventListener('storage', changed);
  };
}

/** Exported for its test. */
export function parsed(text: string): Machine {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    stored = {};
  }
  const whole = machineSchema.safeParse(stored);
  return whole.success ? whole.data : machineSchema.parse({});
}
