import type { Projection } from '../../../shared/programme/project';
import type { Drag } from './useDrag';

/** What the page says of a row or card for dragging and for its look. */
export function rowData({ session, phase }: Projection, next: string, drag: Drag) {
  return {
    'data-session': session.id,
    'data-next': next,
    'data-begun': session.startedAt !== null,
    'data-phase': phase,
    'data-dragged': drag.session === session.id || undefined,
    'data-drop': drag.over?.at === session.id ? drag.over.side : undefined,
  };
}
