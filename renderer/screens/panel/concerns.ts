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
  return changes.some(({ kind, id }) => {
    if (kind === 'stage') return true;
    if (kind === 'session') return id === session;
    // Where a turn is gone, the one that has its time now was changed with it.
    return kind === 'mark' && marks.get(id)?.session === session;
  });
}
