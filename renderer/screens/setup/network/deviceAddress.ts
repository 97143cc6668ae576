import type { VenueRole } from '../../../../shared/network/roles';
import { writeRoute } from '../../../route';

/** The page that a device in a role is for, with its `#`. */
function pageOf(role: VenueRole, event: string): string {
  switch (role) {
    case 'reception':
      return writeRoute({ at: 'event', event, screen: 'reception' });
    case 'moderator':
      return writeRoute({ at: 'event', event, screen: 'panel' });
    case 'stage':
      return writeRoute({ at: 'stage', event, view: 'hall' });
    case 'kiosk':
      return `#/kiosk/${encodeURIComponent(event)}/feedback`;
  }
}

/** The address by which a device is paired in a role and led to its page; `url` ends in a slash. */
export function deviceAddress(url: string, role: VenueRole, token: string, event: string): string {
  return `${url}?token=${token}${pageOf(role, event)}`;
}
