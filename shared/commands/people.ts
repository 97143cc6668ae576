import type { FactBody } from '../facts/fact';
import { differing, sameValue } from '../facts/records';
import { fullName, newParticipant, NO_DETAILS } from '../model/participant';
import type { Details } from '../model/participant';
import type { EventState } from '../model/state';
import { planInSteps } from '../intake/reconcile';
import { finish } from '../intake/steps';
import type { Steps } from '../intake/steps';
import { closedRefusal, otherDay } from './attendance';
import type { CommandOf } from './command';
import { NOTHING, refuse } from './context';
import type { Context, Decision } from './context';
import { findParticipant } from './who';

/** A new person: a name (or an organisation) is all that is needed. What is stated here, no file overwrites. */
export function decideAdd(
  state: EventState,
  command: CommandOf<'participant.add'>,
  context: Context,
): Decision {
  const fields = tidy(command.fields);
  const name = fullName({ firstName: '', lastName: '', organisation: '', ...fields });
  if (!name) return refuse('participant.nameless');
  const closed = command.checkIn ? closedRefusal(state) : undefined;
  if (closed) return closed;
  const id = context.newId();
  const participant = newParticipant(
    {
      id,
      code: freeCode(state, context, new Set()),
      source: command.walkIn ? 'walk-in' : 'desk',
      rev: id,
    },
    fields,
  );
  participant.atDesk = Object.keys(differing<Details>(NO_DETAILS, fields) ?? {});
  const facts: FactBody[] = [{ type: 'participant.added', participant }];
  if (command.checkIn) facts.push({ type: 'participant.checkedIn', participant: id });
  const arrival = { status: 'valid', ...otherDay(state, context.now) } as const;
  return { facts, participant: id, ...(command.checkIn ? arrival : {}) };
}

/** Only what really differs becomes a fact; a person is never left without any name. */
export function decideEdit(state: EventState, command: CommandOf<'participant.edit'>): Decision {
  const found = findParticipant(state, command.who);
  if ('decision' in found) return found.decision;
  const { person } = found;
  const fields = differing<Details>(person, tidy(command.fields));
  if (!fields) return NOTHING;
  if (!fullName({ ...person, ...fields })) return refuse('participant.nameless');
  return {
    facts: [{ type: 'participant.edited', participant: person.id, fields, from: 'desk' }],
    participant: person.id,
  };
}

/** The rows of a registration file against who is known already; see `reconcile`. */
export function decideImport(
  state: EventState,
  command: CommandOf<'participants.import'>,
  context: Context,
): Decision {
  return finish(decideImportInSteps(state, command, context));
}

/** After so many people other work gets its turn. */
const PAUSE = 500;

/** The same decision in steps: a desk with thousands of rows has other work to do between. */
export function* decideImportInSteps(
  state: EventState,
  command: CommandOf<'participants.import'>,
  context: Context,
): Steps<Decision> {
  const plan = yield* planInSteps(state, command.rows, command.take);
  const facts: FactBody[] = [];
  const taken = new Set<string>();
  for (let at = 0; at < plan.added.length; at += PAUSE) {
    yield;
    const people = plan.added.slice(at, at + PAUSE).map(({ code, fields }) => ({
      id: context.newId(),
      code: freeCode(state, context, taken, code),
      fields,
    }));
    facts.push({ type: 'participants.imported', people });
  }
  for (const { id, fields } of plan.updated) {
    facts.push({ type: 'participant.edited', participant: id, fields, from: 'import' });
  }
  if (command.mapping && !sameValue(command.mapping, state.event.importMapping)) {
    facts.push({ type: 'event.edited', fields: { importMapping: command.mapping } });
  }
  return { facts };
}

/** Badges that came out of the printer. */
export function decidePrinted(state: EventState, command: CommandOf<'badges.printed'>): Decision {
  const participants: string[] = [];
  for (const who of command.who) {
    const found = findParticipant(state, who);
    if ('decision' in found) return found.decision;
    participants.push(found.person.id);
  }
  if (participants.length === 0) return NOTHING;
  const { again } = command;
  return { facts: [{ type: 'badges.printed', participants, ...(again && { again }) }] };
}

/** The wished-for code where nobody has it, else a fresh one; it is added to those taken. */
function freeCode(state: EventState, context: Context, taken: Set<string>, wish?: string): string {
  let code = wish || context.newCode(state.event.tag);
  while (taken.has(code) || state.codes.has(code)) code = context.newCode(state.event.tag);
  taken.add(code);
  return code;
}

/** Names and addresses without the blanks around them; nothing is re-cased. */
function tidy(fields: Partial<Details>): Partial<Details> {
  const tidied = { ...fields };
  for (const field of [
    'firstName',
    'lastName',
    'email',
    'phone',
    'organisation',
    'title',
  ] as const) {
    const value = tidied[field];
    if (value !== undefined) tidied[field] = value.trim();
  }
  return tidied;
}
