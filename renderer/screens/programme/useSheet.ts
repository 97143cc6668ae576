import type { Projection } from '../../../shared/programme/project';
import { useEditing } from './useEditing';
import type { Editing } from './useEditing';
import { useMoving } from './useMoving';
import type { Moving } from './useMoving';
import { useRemoving } from './useRemoving';
import type { Removing } from './useRemoving';

/** All that is done to the sessions of a run sheet in their places. */
export interface Sheet {
  editing: Editing;
  moving: Moving;
  removing: Removing;
}

export function useSheet(programme: readonly Projection[], rooms: readonly string[]): Sheet {
  return { editing: useEditing(), moving: useMoving(programme, rooms), removing: useRemoving() };
}
