import { logoIn, logoUrl } from '../badges/logo';
import { differing } from '../facts/records';
import type { EventState } from '../model/state';
import type { CommandOf } from './command';
import { NOTHING, refuse } from './context';
import type { Decision } from './context';
import { refusedQuestions } from './questions';

type EventCommand = CommandOf<'event.edit' | 'event.close' | 'event.reopen' | 'event.setPin'>;

/** The event itself: its details, whether attendance is final, and the PIN of its receptions. */
export function decideEvent(state: EventState, command: EventCommand): Decision {
  const { event } = state;
  switch (command.type) {
    case 'event.edit': {
      const logo = logoIn(command.fields.badgeLogo ?? '');
      if (logo?.problem) return refuse('event.badLogo', { problem: logo.problem });
      const refused = refusedQuestions(state, command.fields.questions ?? []);
      if (refused) return refused;
      const tidy = logo?.logo ? { badgeLogo: logoUrl(logo.logo) } : {};
      const fields = differing(event, { ...command.fields, ...tidy });
      return fields ? { facts: [{ type: 'event.edited', fields }] } : NOTHING;
    }
    case 'event.close':
      if (event.closedAt !== null) return refuse('event.closedAlready', { at: event.closedAt });
      return { facts: [{ type: 'event.closed' }] };
    case 'event.reopen':
      return event.closedAt === null ? NOTHING : { facts: [{ type: 'event.reopened' }] };
    case 'event.setPin':
      if (event.pinHash === command.hash) return NOTHING;
      return { facts: [{ type: 'event.pinSet', hash: command.hash }] };
  }
}
