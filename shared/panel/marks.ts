import type { Mark } from '../model/mark';
import type { EventState } from '../model/state';
import type { Table } from '../model/table';

const sorted = new WeakMap<Table<Mark>, Map<string, Mark[]>>();

/** The marks of one session in order of time; those of one instant in the order they were stated. */
export function marksOf(state: Pick<EventState, 'marks'>, session: string): readonly Mark[] {
  let bySession = sorted.get(state.marks);
  if (!bySession) {
    bySession = new Map();
    for (const mark of state.marks) {
      const list = bySession.get(mark.session);
      if (list) list.push(mark);
      else bySession.set(mark.session, [mark]);
    }
    for (const list of bySession.values()) {
      list.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    }
    sorted.set(state.marks, bySession);
  }
  return bySession.get(session) ?? [];
}
