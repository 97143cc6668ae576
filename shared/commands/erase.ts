import type { EventState } from '../model/state';
import { fold } from '../search/fold';
import { NOTHING, refuse } from './context';
import type { Decision } from './context';

/**
 * Whether personal data may be erased: the person has to have written the event's name, in whatever
 * case and spacing. No command of a desk: only the desk that also rewrites the files may ask for it.
 */
export function decideErase(state: EventState, confirm: string): Decision {
  const { name, erasedAt } = state.event;
  if (asTyped(confirm) !== asTyped(name)) return refuse('erase.notConfirmed', { name });
  return erasedAt === null ? { facts: [{ type: 'event.erased' }] } : NOTHING;
}

const asTyped = (name: string) => fold(name).split(/\s+/).filter(Boolean).join(' ');
