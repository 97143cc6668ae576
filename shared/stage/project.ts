import { AUDIENCE, MODERATOR, NOBODY } from '../model/mark';
import { EMPTY_PANEL, seated } from '../model/session';
import type { Session } from '../model/session';
import type { EventState } from '../model/state';
import type { Instant } from '../model/units';
import { panelTurns } from '../panel/balance';
import { currentTurn } from '../panel/current';
import { warningsOf } from '../panel/warnings';
import { isIn, meet, roomsOf } from '../programme/order';
import { project } from '../programme/project';
import type { Projection } from '../programme/project';
import { lengthOf } from '../programme/span';
import type { Coming, Course, StageView } from './view';

type Now = NonNullable<StageView['now']>;
type Floor = NonNullable<Now['floor']>;
type Speakers = Now['speakers'];

/**
 * What a stage screen may know at `now`: every field is picked by name, so nothing about
 * participants and nothing the moderator keeps to themselves can get through. Of the whole house, that is the
 * session that began last and what follows it, and of each room where there are several.
 */
export function stageView(state: EventState, now: Instant): StageView {
  const programme = project(state, now);
  const rooms = roomsOf(state.sessions);
  const { message, blackout } = state.stage;
  const { name, accent, timeZone } = state.event;
  return {
    event: { name, accent, timeZone },
    ...courseOf(state, programme, now),
    message: message && { text: message.text, urgent: message.urgent, at: message.at },
    blackout,
    rooms:
      rooms.length < 2
        ? []
        : rooms.map((room) => {
            const own = programme.filter(({ session }) => isIn(session, room));
            return { room, ...courseOf(state, own, now) };
          }),
  };
}

/** What a screen of one room shows of it: the common sessions and its own. A room that is not (or no longer) there is the whole house. */
export function inRoom(view: StageView, room: string): StageView {
  const course = view.rooms.find((one) => one.room === room);
  if (!course) return view;
  const { now, next, later, finished } = course;
  return { ...view, now, next, later, finished };
}

function courseOf(state: EventState, programme: readonly Projection[], now: Instant): Course {
  const running = latest(programme.filter((one) => one.phase === 'running'));
  const following = programme
    .filter(({ phase }) => phase === 'next' || phase === 'later')
    .sort((one, other) => one.projected.from - other.projected.from);
  const next =
    following.find((one) => running && meet(one.session, running.session)) ?? following[0];
  return {
    now: running ? nowOf(state, running.session, now) : null,
    next: next ? comingOf(next) : null,
    later: following
      .filter((one) => one !== next)
      .slice(0, LATER)
      .map(comingOf),
    finished: programme.length > 0 && programme.every((one) => isDone(one)),
  };
}

const isDone = ({ phase }: Projection) => phase === 'ended' || phase === 'skipped';

function latest(running: readonly Projection[]): Projection | undefined {
  return running.toSorted((a, b) => (b.actual.from ?? 0) - (a.actual.from ?? 0))[0];
}

/** How many sessions after the next one a screen is told of. */
const LATER = 4;

function comingOf({ session, planned, projected }: Projection): Coming {
  const { kind, title, room } = session;
  const speakers = speakersOf(session);
  return { kind, title, room, speakers, planned: planned.from, at: projected.from };
}

function nowOf(state: EventState, session: Session, now: Instant): Now {
  const startedAt = session.startedAt ?? now;
  return {
    session: session.id,
    kind: session.kind,
    title: session.title,
    speakers: speakersOf(session),
    startedAt,
    endsAt: startedAt + lengthOf(session, state.event),
    floor: session.panel ? floorOf(state, session, now) : null,
  };
}

/** Those announced for the session; for a panel without any, those at the table. */
function speakersOf(session: Session): Speakers {
  if (session.speakers.length > 0 || !session.panel) {
    return session.speakers.map(({ name, title }) => ({ name, title }));
  }
  return seated(session.panel).map(({ name, title, organisation }) => ({
    name,
    title: title || organisation,
  }));
}

/** Who holds the floor. `since` leaves out pauses, so that now − since is what the turn has lasted. */
function floorOf(state: EventState, session: Session, now: Instant): Floor {
  const panel = session.panel ?? EMPTY_PANEL;
  const turns = panelTurns(state, session, now);
  const current = currentTurn(turns, panel);
  const warnings = warningsOf(panel);
  if (!current) {
    const { from = now, resume = NOBODY } = turns.at(-1) ?? {};
    const paused = resume !== NOBODY;
    return { ...NO_SPEAKER, who: 'nobody', since: from, limitMs: 0, warnings, paused };
  }
  const since = now - current.turnMs;
  const { limitMs, speaker } = current;
  const rest = { since, limitMs, warnings, paused: false };
  if (speaker === AUDIENCE) return { ...NO_SPEAKER, who: 'audience', ...rest };
  if (speaker === MODERATOR) {
    return { who: 'moderator', name: panel.moderator, title: '', ...rest };
  }
  const seat = panel.seats.find((one) => one.id === speaker);
  const name = seat?.name ?? '';
  return { who: 'seat', name, title: seat?.title || seat?.organisation || '', ...rest };
}

const NO_SPEAKER = { name: '', title: '' };
