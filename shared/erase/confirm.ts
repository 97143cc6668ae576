import { fold } from '../search/fold';

/**
 * Whether what a person has written confirms that the data of this event are to be erased: the event's
 * name, in whatever case and spacing. A word like "erase" would do as well for the wrong event.
 */
export function isConfirmed(eventName: string, typed: string): boolean {
  return asTyped(typed) === asTyped(eventName);
}

const asTyped = (text: string) => fold(text).split(/\s+/).filter(Boolean).join(' ');
