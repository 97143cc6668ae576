import { isOurs } from './address';

/**
 * What a page of ours may ask of the machine: the camera, to scan codes; a stage screen that fills
 * its display and stays lit; text put on the clipboard, never read from it.
 */
const ALLOWED = new Set(['media', 'fullscreen', 'screen-wake-lock', 'clipboard-sanitized-write']);

/** Whether the page at `address` is given something; of `media` the picture alone, never the sound. */
export function mayHave(permission: string, address: string, sound: boolean): boolean {
  return ALLOWED.has(permission) && !sound && isOurs(address);
}
