import type { Done } from '../../../shared/model/done';

/**
 * Whether something that was done changed this panel, its turns or the stage. Panels may run side by side
 * in two rooms, and neither moderator takes back what the other did.
 */
export function concernsPanel({ changes }: Pick<Done, 'changes'>, session: string): boolean {
  return changes.some(({ kind, id, before, after }) => {
    if (kind === 'stage') return true;
    if (kind === 'session') return id === session;
    return kind === 'mark' && (after ?? before)?.['session'] === session;
  });
}
