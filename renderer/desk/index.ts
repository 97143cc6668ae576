/** What a screen needs to talk to its desk. */
export { DeskProvider, useDesk } from './DeskContext';
export { EventDeskProvider, useEventDesk } from './EventDesk';
export type { EventDesk } from './EventDesk';
export { failureOf } from './replica';
export type { Saved } from './saving';
export { useDraft } from './useDraft';
export { useTick } from './useTick';
