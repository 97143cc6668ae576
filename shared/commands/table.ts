import type { FactBody } from '../facts/fact';
import { differing, sameValue } from '../facts/records';
import { NOBODY } from '../model/mark';
import { panelSchema } from '../model/session';
import type { Panel, Seat } from '../model/session';
import type { EventState } from '../model/state';
import { marksOf } from '../panel/marks';
import type { CommandOf } from './command';
import { NOTHING, refuse } from './context';
import type { Context, Decision } from './context';

type TableCommand = CommandOf<'panel.edit' | 'seat.add' | 'seat.edit' | 'seat.move'>;

const NEW_SEAT: Seat = {
  id: '',
  name: '',
  title: '',
  organisation: '',
  participant: '',
  weight: 1,
  dropped: false,
};

/** How many can sit at one table. */
const MOST_SEATS = 60;

/**
 * What the moderator sets while the panel runs: its limits and who sits at its table. Stated upon
 * the panel as it is on the desk, so that two who set different things do not undo each other's.
 */
export function decideTable(state: EventState, command: TableCommand, context: Context): Decision {
  const session = state.sessions.get(command.session);
  if (!session) return refuse('session.unknown', { session: command.session });
  const { panel, title } = session;
  if (!panel) return refuse('panel.notAPanel', { title });
  const set = (stated: Panel, more: readonly FactBody[] = []): Decision => {
    // Fields in the schema's order, as whoever reads the fact has them: undo compares the two.
    const next = panelSchema.parse(stated);
    if (sameValue(next, panel)) return NOTHING;
    const fields = { panel: next };
    return { facts: [...more, { type: 'session.edited', session: session.id, fields }] };
  };
  if (command.type === 'panel.edit') {
    const fields = differing<Panel>(panel, command.fields);
    return fields ? set({ ...panel, ...fields }) : NOTHING;
  }
  if (command.type === 'seat.add') {
    if (panel.seats.length >= MOST_SEATS) return refuse('panel.tableFull', { count: MOST_SEATS });
    const seat = named({ ...NEW_SEAT, ...command.fields, id: context.newId() });
    return seat ? set({ ...panel, seats: [...panel.seats, seat] }) : refuse('panel.nameless');
  }
  const seat = panel.seats.find((one) => one.id === command.seat);
  if (!seat) return refuse('panel.unknownSpeaker', { speaker: command.seat });
  if (command.type === 'seat.move') return set(moved(panel, seat, command.before));
  const edited = named({ ...seat, ...command.fields });
  if (!edited) return refuse('panel.nameless');
  const seats = panel.seats.map((one) => (one.id === seat.id ? edited : one));
  const hands = edited.dropped ? panel.hands.filter((hand) => hand !== seat.id) : panel.hands;
  return set({ ...panel, seats, hands }, edited.dropped ? leaving(state, command, context) : []);
}

function named(seat: Seat): Seat | null {
  const name = seat.name.trim();
  return name === '' ? null : { ...seat, name };
}

function moved(panel: Panel, seat: Seat, before: string | null): Panel {
  if (before === seat.id) return panel;
  const others = panel.seats.filter((one) => one.id !== seat.id);
  const at = others.findIndex((one) => one.id === before);
  return { ...panel, seats: others.toSpliced(at < 0 ? others.length : at, 0, seat) };
}

/** One who leaves the table does not keep the floor. */
function leaving(
  state: EventState,
  { session, seat }: CommandOf<'seat.edit'>,
  context: Context,
): FactBody[] {
  const running = state.sessions.get(session)?.endedAt === null;
  const last = marksOf(state, session).at(-1);
  const holds = last !== undefined && (last.speaker || last.resume) === seat;
  if (!running || !holds) return [];
  const mark = context.newId();
  return [{ type: 'floor.given', session, mark, speaker: NOBODY, resume: '' }];
}
