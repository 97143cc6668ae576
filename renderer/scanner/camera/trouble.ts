/** Why there is no picture; each has words of its own. */
export const CAMERA_TROUBLES = [
  'insecure',
  'denied',
  'none',
  'busy',
  'lost',
  'unreadable',
  'other',
] as const;
export type CameraTrouble = (typeof CAMERA_TROUBLES)[number];

/**
 * What stands in the way, by the name of what `getUserMedia` threw (Media Capture and Streams, 10.3.1). `secure`:
 * whether the browser trusts this address at all, which over plain http only this machine's own is.
 */
export function cameraTrouble(thrown: unknown, secure: boolean): CameraTrouble {
  if (!secure) return 'insecure';
  switch (thrown instanceof Error ? thrown.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'other';
  }
}
