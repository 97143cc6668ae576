import type { Failure, LiveView } from './contract';

/** How an answer crosses from a desk to a screen: the value, or why there is none. */
export type Envelope = { ok: true; value: unknown } | { ok: false; failure: Failure };

/**
 * What the preload puts on `window.nuija`, and nothing else. Both sides distrust what comes over it:
 * the desk checks payloads, the screen checks answers and frames, with the schemas of the contract.
 */
export interface Bridge {
  /** Never rejects for a reason of the desk's own: those come as `ok: false`. */
  ask(channel: string, payload: unknown): Promise<Envelope>;
  /** Hands every frame of one event to the listener until the returned function is called. */
  live(event: string, view: LiveView, listener: (frame: unknown) => void): () => void;
}
