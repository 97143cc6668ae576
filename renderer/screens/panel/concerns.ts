import type { Done } from '../../../shared/model/done';
import type { EventState } from '../../../shared/model/state';

/**
 * Whether something that was done changed this panel, its turns or the stage. Panels may run side by side
 * in two rooms, and neither moderator takes back what the other did.
 */
export function concernsPanel(
  { changes }: Pick<Done, 'changes'>,
  session: string,
  { marks }: Pick<EventState, 'marks'>,
): boolean {
  return changes.some(({ kind, id, before }) => {
    if (kind === 'stage') return true;
    if (kind === 'session') return id === session;
    // A turn that was changed tells what differs only; one that is gone, all that it was.
    return kind === 'mark' && (marks.get(id)?.session ?? before?.['session']) === session;
  });
}
