import { z } from 'zod';
import sampleJson from '../../resources/sample/south-karelia.json';
import templateJson from '../../resources/sample/soteuttamo-template.json';
import type { FactBody } from '../../shared/facts/fact';
import { eventDetailsSchema, newEvent } from '../../shared/model/event';
import type { EventDetails } from '../../shared/model/event';
import { detailsSchema, fullName, newParticipant } from '../../shared/model/participant';
import { EMPTY_PANEL, NO_SESSION_DETAILS, sessionDetailsSchema } from '../../shared/model/session';
import type { Panel, SessionDetails } from '../../shared/model/session';
import { MINUTE, SECOND } from '../../shared/model/units';

/** A session as the files in resources/sample state it; lengths in minutes and seconds. */
const plannedSchema = z.object({
  ...sessionDetailsSchema.pick({ kind: true, title: true, plannedStart: true, speakers: true })
    .shape,
  plannedMinutes: z.number(),
  shortestMinutes: z.number().optional(),
  fixed: z.boolean().optional(),
  reserveMinutes: z.number().optional(),
  turnLimitSeconds: z.number().optional(),
  seats: z.array(z.object({ name: z.string(), title: z.string() })).optional(),
});
type Planned = z.infer<typeof plannedSchema>;

const templateSchema = z.object({ sessions: z.array(plannedSchema) });
const sampleSchema = templateSchema.extend({
  event: eventDetailsSchema.partial(),
  participants: z.array(detailsSchema.partial()),
});

/** What the beginning of an event needs of its desk. */
export interface Lots {
  newId(): string;
  newTag(): string;
  newCode(tag: string): string;
}

/** The first facts of a new event: the event itself and the sessions of its template. */
export function beginEvent(
  details: Partial<EventDetails>,
  template: 'empty' | 'soteuttamo',
  lots: Lots,
): { id: string; facts: FactBody[] } {
  const id = lots.newId();
  const event = newEvent({ id, tag: lots.newTag() }, details);
  const planned = template === 'empty' ? [] : templateSchema.parse(templateJson).sessions;
  const sessions = planned.map((one, index) => sessionAdded(one, index, lots, new Map()));
  return { id, facts: [{ type: 'event.created', event }, ...sessions] };
}

/** The sample event on the given day: a real programme at made-up times, participants made up. */
export function beginSample(date: string, lots: Lots): { id: string; facts: FactBody[] } {
  const sample = sampleSchema.parse(sampleJson);
  const begun = beginEvent({ ...sample.event, date }, 'empty', lots);
  const tag = tagOf(begun.facts);
  const people = sample.participants.map((fields) => {
    const id = lots.newId();
    return newParticipant({ id, code: lots.newCode(tag), source: 'registration', rev: id }, fields);
  });
  const byName = new Map(people.map((person) => [fullName(person), person.id]));
  return {
    id: begun.id,
    facts: [
      ...begun.facts,
      ...people.map((participant): FactBody => ({ type: 'participant.added', participant })),
      ...sample.sessions.map((one, index) => sessionAdded(one, index, lots, byName)),
    ],
  };
}

function tagOf(facts: readonly FactBody[]): string {
  const [first] = facts;
  return first?.type === 'event.created' ? first.event.tag : '';
}

function sessionAdded(
  planned: Planned,
  index: number,
  lots: Lots,
  participants: ReadonlyMap<string, string>,
): FactBody {
  const details: SessionDetails = {
    ...NO_SESSION_DETAILS,
    kind: planned.kind,
    title: planned.title,
    speakers: planned.speakers,
    plannedStart: planned.plannedStart,
    plannedMs: planned.plannedMinutes * MINUTE,
    shortestMs: (planned.shortestMinutes ?? 0) * MINUTE,
    fixed: planned.fixed ?? false,
    panel: planned.kind === 'panel' ? panelOf(planned, participants) : null,
  };
  return {
    type: 'session.added',
    session: {
      ...details,
      id: lots.newId(),
      order: index + 1,
      startedAt: null,
      endedAt: null,
      edits: {},
    },
  };
}

function panelOf(planned: Planned, participants: ReadonlyMap<string, string>): Panel {
  return {
    ...EMPTY_PANEL,
    reserveMs: (planned.reserveMinutes ?? 10) * MINUTE,
    turnLimitMs: (planned.turnLimitSeconds ?? 120) * SECOND,
    seats: (planned.seats ?? []).map((seat, index) => ({
      id: `seat-${index + 1}`,
      name: seat.name,
      title: seat.title,
      organisation: '',
      participant: participants.get(seat.name) ?? '',
      weight: 1,
      dropped: false,
    })),
  };
}
